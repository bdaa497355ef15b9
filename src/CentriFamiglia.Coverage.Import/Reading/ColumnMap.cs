namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>Which cell of a row holds which column of the kind.</summary>
internal sealed class ColumnMap
{
    /// <summary>A DBF cuts its names to so many characters.</summary>
    private const int DbfName = 10;

    private readonly Dictionary<string, int> _indexes;
    private readonly ImmutableArray<string> _headers;

    private ColumnMap(Dictionary<string, int> indexes, ImmutableArray<string> headers, ImmutableArray<string> ignored, ImmutableArray<ColumnSpec> missing)
    {
        _indexes = indexes;
        _headers = headers;
        Ignored = ignored;
        Missing = missing;
    }

    /// <summary>Headers that mean nothing to this kind, or repeat a column already found; blank headers left out.</summary>
    public ImmutableArray<string> Ignored { get; }

    /// <summary>Required columns that the file does not have.</summary>
    public ImmutableArray<ColumnSpec> Missing { get; }

    public bool Has(string column) => _indexes.ContainsKey(column);

    /// <summary>The header under which a column stands; null when it is absent.</summary>
    public string? HeaderOf(string column) => _indexes.TryGetValue(column, out int index) ? _headers[index] : null;

    /// <summary>Headers that are names of a column which stands under another header, or twice under the same, with their places.</summary>
    public IEnumerable<(string Column, int Index)> Repeated(ImportKind kind)
    {
        ImmutableArray<ColumnSpec> specs = KindColumns.Of(kind);
        for (int i = 0; i < _headers.Length; i++)
        {
            if (_indexes.ContainsValue(i) || string.IsNullOrWhiteSpace(_headers[i]))
                continue;
            string header = HeaderText.OfHeader(_headers[i]);
            if (specs.FirstOrDefault(s => _indexes.ContainsKey(s.Name) && s.Matches(header)) is { } spec)
                yield return (spec.Name, i);
        }
    }

    /// <summary>Columns whose header is a name cut short, with that header.</summary>
    public IEnumerable<(string Column, string Header)> CutShort => _indexes
        .Where(c => _headers[c.Value].Length == DbfName && HeaderText.Normalise(c.Key) != HeaderText.OfHeader(_headers[c.Value])
            && HeaderText.Normalise(c.Key).StartsWith(HeaderText.Normalise(_headers[c.Value]), StringComparison.Ordinal))
        .Select(c => (c.Key, _headers[c.Value]));

    /// <summary>Whether the format itself says that a cell holds a number.</summary>
    public bool IsNumber(SourceRow row, string column) => _indexes.TryGetValue(column, out int index) && row.IsNumber(index);

    /// <summary>Trimmed text of a cell; null when the column is absent or the cell blank.</summary>
    public string? Text(SourceRow row, string column)
    {
        if (!_indexes.TryGetValue(column, out int index) || row.Cell(index) is not { Length: > 0 } cell)
            return null;
        string text = BlankText.WithoutInvisible(cell).Trim();
        return text.Length == 0 ? null : text;
    }

    public static ColumnMap Match(SourceTable table, ImportKind kind)
    {
        ImmutableArray<ColumnSpec> specs = KindColumns.Of(kind);
        string[] headers = [.. table.Columns.Select(HeaderText.OfHeader)];
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        var taken = new HashSet<int>();

        // A column under its own name goes before any alias: a file with both `comune` and `nome` means both.
        foreach (ColumnSpec spec in specs)
            Take(spec, Array.IndexOf(headers, spec.Plain));
        foreach (ColumnSpec spec in specs.Where(s => !indexes.ContainsKey(s.Name)))
            Take(spec, Array.FindIndex(headers, h => spec.Matches(h)));
        // A year or a day in the header says when, where no other column says it of another time.
        string[] undated = [.. table.Columns.Select(HeaderText.OfUndatedHeader)];
        string[] bare = [.. table.Columns.Select(HeaderText.OfBareHeader)];
        foreach (ColumnSpec spec in specs.Where(s => !indexes.ContainsKey(s.Name)))
            Take(spec, Array.FindIndex(bare, h => spec.Matches(h)));
        foreach (ColumnSpec spec in specs.Where(s => !indexes.ContainsKey(s.Name)))
        {
            if (Enumerable.Range(0, undated.Length).Where(i => !taken.Contains(i) && spec.Matches(undated[i])).Take(2).ToArray() is [var only])
                Take(spec, only);
        }

        for (int i = 0; i < headers.Length; i++)
        {
            ColumnSpec[] cut = table.Columns[i].Length == DbfName && !taken.Contains(i) ? [.. specs.Where(s => s.Begins(headers[i]))] : [];
            if (cut is [var only] && !indexes.ContainsKey(only.Name))
                Take(only, i);
        }

        return new ColumnMap(
            indexes,
            table.Columns,
            [.. table.Columns.Where((header, i) => !taken.Contains(i) && !string.IsNullOrWhiteSpace(header) && header != table.GeometryColumn)],
            [.. specs.Where(s => s.Required && !indexes.ContainsKey(s.Name))]);

        void Take(ColumnSpec spec, int index)
        {
            if (index >= 0 && taken.Add(index))
                indexes.Add(spec.Name, index);
        }
    }
}
