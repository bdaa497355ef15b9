namespace CentriFamiglia.Coverage.Formats.Tables;

/// <summary>The header of a table of cells: trimmed, without the blank columns at its end; what is wrong with it is a finding.</summary>
internal static class HeaderRow
{
    /// <exception cref="SourceFileException">More columns than allowed.</exception>
    public static ImmutableArray<string> Of(IEnumerable<string?> cells, string name, FileLimits limits, List<string> findings)
    {
        ImmutableArray<string> columns = [.. cells.Select(c => c?.Trim() ?? "").Reverse().SkipWhile(c => c.Length == 0).Reverse()];
        if (columns.Length > limits.MaxColumns)
            throw FileErrors.TooManyColumns(name, limits);
        foreach (IGrouping<string, int> twice in Enumerable.Range(0, columns.Length)
            .GroupBy(i => columns[i], StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Count() > 1 && g.Key.Length > 0))
        {
            findings.Add($"{name}: l'intestazione «{twice.Key}» compare più volte (colonne {string.Join(", ", twice.Select(i => i + 1))}).");
        }
        foreach (int i in Enumerable.Range(0, columns.Length).Where(i => columns[i].Length == 0))
            findings.Add($"{name}: la colonna {i + 1} non ha intestazione.");
        return columns;
    }
}
