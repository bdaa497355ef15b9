namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>Lists in one cell: separated by <c>|</c>, or by <c>;</c> where there is no <c>|</c>.</summary>
internal static class ListText
{
    public static ImmutableArray<string> Read(string? text)
    {
        if (text is null)
            return [];
        char separator = text.Contains('|') ? '|' : ';';
        return [.. text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    /// <summary>Null for an empty list. A single item that holds a <c>;</c> gets a closing <c>|</c>, so that it reads back as one.</summary>
    public static string? Write(ImmutableArray<string> items) => items switch
    {
        [] => null,
        [string only] when only.Contains(';') => only + "|",
        _ => string.Join('|', items),
    };
}
