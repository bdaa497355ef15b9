namespace CentriFamiglia.Coverage.Formats.Tables;

/// <summary>
/// Text that a spreadsheet would take for a formula (it begins with <c>= + - @</c>, TAB or CR) is written behind an apostrophe, and
/// reading takes that very apostrophe away again. A text that already looks guarded gets one more, so that every text survives.
/// </summary>
public static class GuardedText
{
    public static string Guard(string text) => LooksLikeFormula(text) ? "'" + text : text;

    public static string Unguard(string text) => text.StartsWith('\'') && LooksLikeFormula(text) ? text[1..] : text;

    private static bool LooksLikeFormula(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().TrimStart('\'');
        return rest is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
    }
}
