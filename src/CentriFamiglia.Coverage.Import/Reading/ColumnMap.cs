namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>Which cell of a row holds which column of the kind.</summary>
internal sealed class ColumnMap
{
    private readonly Dictionary<string, int> _indexes;

    private ColumnMap(Dictionary<string, int> indexes, ImmutableArray<string> ignored, ImmutableArray<ColumnSpec> missing)
    {
        _indexes = indexes;
        Ignored = ignored;
        Missing = missing;
    }

    /// <summary>Headers that mean nothing to this kind, or repeat a column already found; blank headers left out.</summary>
    public ImmutableArray<string> Ignored { get; }

    /// <summary>Required columns that the file does not have.</summary>
    public ImmutableArray<ColumnSpec> Missing { get; }

    public bool Has(string column) => _indexes.ContainsKey(column);

    /// <summary>Trimmed text of a cell; null when the column is absent or the cell blank.</summary>
    public string? Text(SourceRow row, string column)
    {
        if (!_indexes.TryGetValue(column, out int index) || index >= row.Cells.Length)
            return null;
        string? text = row.Cells[index]?.Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    public static ColumnMap Match(SourceTable table, ImportKind kind)
    {
        ImmutableArray<ColumnSpec> specs = KindColumns.Of(kind);
        string[] headers = [.. table.Columns.Select(HeaderText.OfHeader)];
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        var taken = new HashSet<int>();

        // A column under its own name goes before any alias: a file with both `comune` and `nome` means both.
        foreach (ColumnSpec spec in specs)
            Take(spec, Array.IndexOf(headers, HeaderText.Normalise(spec.Name)));
        foreach (ColumnSpec spec in specs.Where(s => !indexes.ContainsKey(s.Name)))
            Take(spec, Array.FindIndex(headers, h => spec.Matches(h)));

        return new ColumnMap(
            indexes,
            [.. table.Columns.Where((header, i) => !taken.Contains(i) && !string.IsNullOrWhiteSpace(header))],
            [.. specs.Where(s => s.Required && !indexes.ContainsKey(s.Name))]);

        void Take(ColumnSpec spec, int index)
        {
            if (index >= 0 && taken.Add(index))
                indexes.Add(spec.Name, index);
        }
    }
}
