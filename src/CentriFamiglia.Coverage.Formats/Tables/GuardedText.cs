using System.Buffers;
using System.Text;

namespace CentriFamiglia.Coverage.Formats.Tables;

/// <summary>
/// Text that a spreadsheet would take for a formula (it begins with <c>= + - @</c>, TAB or CR) is written behind an apostrophe, and
/// reading takes that very apostrophe away again. So is what follows a semicolon, a TAB or a line break within a text: a spreadsheet that
/// takes them for separators would begin a cell there. A text that already looks guarded gets one more, so that every text survives.
/// </summary>
public static class GuardedText
{
    private static readonly SearchValues<char> _separators = SearchValues.Create(";\t\r\n");

    public static string Guard(string text)
    {
        if (LooksLikeFormula(text))
            text = "'" + text;
        return text.AsSpan().ContainsAny(_separators) ? Inside(text, guard: true) : text;
    }

    public static string Unguard(string text)
    {
        if (!text.Contains('\''))
            return text;
        if (text.AsSpan().ContainsAny(_separators))
            text = Inside(text, guard: false);
        return text.StartsWith('\'') && LooksLikeFormula(text) ? text[1..] : text;
    }

    private static bool LooksLikeFormula(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().TrimStart('\'');
        return rest is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
    }

    /// <summary>One apostrophe more, or less, before each formula that follows a separator, with spaces and quotes between them or none.</summary>
    private static string Inside(string text, bool guard)
    {
        StringBuilder result = new(text.Length + 4);
        for (int i = 0; i < text.Length; i++)
        {
            result.Append(text[i]);
            if (!_separators.Contains(text[i]))
                continue;
            while (i + 1 < text.Length && text[i + 1] is ' ' or '"' or '\u00A0')
                result.Append(text[++i]);
            int marks = 0;
            while (i + 1 + marks < text.Length && text[i + 1 + marks] == '\'')
                marks++;
            if (i + 1 + marks >= text.Length || text[i + 1 + marks] is not ('=' or '+' or '-' or '@'))
                continue;
            if (guard)
                result.Append('\'');
            else if (marks > 0)
                i++;
        }

        return result.ToString();
    }
}
