namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>One table on its way in, with its own part of the report.</summary>
internal sealed class TableReader
{
    private readonly List<ImportIssue> _issues = [];
    private readonly Lazy<NumberReading> _numbers;
    private readonly HashSet<string> _thousandsNoted = new(StringComparer.Ordinal);

    public TableReader(string file, SourceTable source, ImportKind kind)
    {
        File = file;
        Source = source;
        Kind = kind;
        Columns = ColumnMap.Match(source, kind);
        Rows = [.. source.Rows.Select(row => new RowReader(this, row))];
        bool typed = source.Epsg is not null || file.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);
        _numbers = new(() => new NumberReading(KindColumns.Of(kind).Where(c => c.Use is not null).Select(c => (c.Name, c.Use!.Value, Texts(c.Name))), typed));
    }

    /// <summary>File name, with the layer where the file has several.</summary>
    public string File { get; }

    public SourceTable Source { get; }

    public ImportKind Kind { get; }

    public ColumnMap Columns { get; }

    public ImmutableArray<RowReader> Rows { get; }

    /// <summary>The set of sedi it goes into; null for other kinds.</summary>
    public string? Set { get; set; }

    public bool HasGeometry => Source.Rows.Any(r => r.Geometry is not null || r.GeometryError is not null);

    public IEnumerable<ImportIssue> Issues => _issues;

    public void Add(ImportIssue issue) => _issues.Add(issue);

    public void Note(string reason, string? column = null) =>
        Add(new ImportIssue(File, Kind, null, null, column, IssueSeverity.Note, reason, "", null));

    public void Notice(string reason, string cure, string? id = null, string? column = null) =>
        Add(new ImportIssue(File, Kind, null, id, column, IssueSeverity.Finding, reason, cure, null));

    /// <summary>Refuses every row for one reason.</summary>
    public void RefuseAll(string reason, string cure, string? id = null, string? column = null)
    {
        Add(new ImportIssue(File, Kind, null, id, column, IssueSeverity.Refused, reason, cure, null));
        foreach (RowReader row in Rows)
            row.RefuseWithFile();
    }

    /// <summary>A number of a row; null when blank, absent or refused.</summary>
    public double? Number(RowReader row, string column)
    {
        if (row.Text(column) is not { } text)
            return null;
        NumberResult number = _numbers.Value.Read(column, text);
        if (number.Reason is not null)
        {
            row.Refuse(column, $"«{column}» {number.Reason}", number.Cure!);
            return null;
        }

        if (number.ReadAsThousands && _thousandsNoted.Add(column))
        {
            Notice(
                $"in «{column}» il separatore è letto come separatore delle migliaia: {text} vale {number.Value:0}",
                "Se era un decimale, scrivere i numeri senza separatore delle migliaia.",
                column: column);
        }

        return number.Value;
    }

    public FileReport Counts()
    {
        int refused = Rows.Count(r => r.Refused);
        return new FileReport(File, Kind, Set, Rows.Length, Rows.Length - refused, refused, Rows.Count(r => r.Mended && !r.Refused));
    }

    private IEnumerable<string> Texts(string column) => Source.Rows.Select(r => Columns.Text(r, column)).OfType<string>();
}
