namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>One table on its way in, with its own part of the report.</summary>
internal sealed class TableReader
{
    private readonly List<ImportIssue> _issues = [];
    private readonly Lazy<NumberReading> _numbers;
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    public TableReader(string file, SourceTable source, ImportKind kind)
    {
        File = file;
        Source = source;
        Kind = kind;
        Columns = ColumnMap.Match(source, kind);
        Rows = [.. source.Rows.Select(row => new RowReader(this, row))];
        _numbers = new(() => new NumberReading(KindColumns.Of(kind).Where(c => c.Use is not null).Select(c => (c.Name, c.Use!.Value, Texts(c.Name))), DecimalSign(source)));
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

    /// <summary>Says what holds for many rows once for the table.</summary>
    /// <param name="key">What it is about.</param>
    public void NoticeOnce(string key, string reason, string cure, string? column = null)
    {
        if (_said.Add(key))
            Notice(reason, cure, column: column);
    }

    /// <summary>Names the columns in whose cells characters of no width were dropped, or letters cannot be read.</summary>
    public void ReportInvisible()
    {
        SourceRow[] strange = [.. Source.Rows.Where(r => !r.IsPlain)];
        for (int i = 0; i < Source.Columns.Length; i++)
        {
            int column = i;
            SourceRow[] lost = [.. strange.Where(r => r.Cell(column) is { } cell && BlankText.HasUnreadable(cell))];
            if (lost.Length > 0)
            {
                Notice(
                    $"in {lost.Length} {(lost.Length == 1 ? "cella" : "celle")} di «{Source.Columns[i]}» ci sono caratteri illeggibili (la prima alla riga {lost[0].Line})",
                    "Esportare di nuovo il file come UTF-8 dal programma di origine: qui qualche lettera è già persa.",
                    column: Source.Columns[i]);
            }

            SourceRow[] dropped = [.. strange.Where(r => r.Cell(column) is { } cell && BlankText.HasInvisible(cell))];
            if (dropped.Length > 0)
            {
                Notice(
                    $"tolti caratteri invisibili da {dropped.Length} {(dropped.Length == 1 ? "cella" : "celle")} di «{Source.Columns[i]}» (la prima alla riga {dropped[0].Line})",
                    "Accettato; vengono di solito da testi copiati da una pagina web.",
                    column: Source.Columns[i]);
            }
        }
    }

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
        NumberResult number = _numbers.Value.Read(column, text, Columns.IsNumber(row.Source, column));
        if (number.Reason is not null)
        {
            row.Refuse(column, $"«{column}» {number.Reason}", number.Cure!);
            return null;
        }

        if (number.ReadAsThousands)
        {
            NoticeOnce(
                "migliaia " + column,
                $"in «{column}» il separatore è letto come separatore delle migliaia: {text} vale {number.Value:0}",
                "Se era un decimale, scrivere i numeri senza separatore delle migliaia.",
                column);
        }

        return number.Value;
    }

    public FileReport Counts()
    {
        int refused = Rows.Count(r => r.Refused);
        return new FileReport(File, Kind, Set, Rows.Length, Rows.Length - refused, refused, Rows.Count(r => r.Mended && !r.Refused));
    }

    /// <summary>The exports of this program write the point, those for Italian spreadsheets the comma.</summary>
    private static char? DecimalSign(SourceTable source) => source.Mark is null || source.Delimiter is not { } delimiter ? null : delimiter == ';' ? ',' : '.';

    private IEnumerable<(string Text, bool IsNumber)> Texts(string column) =>
        Source.Rows.Select(r => (Text: Columns.Text(r, column), IsNumber: Columns.IsNumber(r, column))).Where(c => c.Text is not null).Select(c => (c.Text!, c.IsNumber));
}
