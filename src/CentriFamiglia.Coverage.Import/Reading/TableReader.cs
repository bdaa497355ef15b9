namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>One table on its way in, with its own part of the report.</summary>
internal sealed class TableReader
{
    private readonly List<(ImportIssue Issue, RowReader? Row)> _issues = [];
    private readonly Lazy<NumberReading> _numbers;
    private readonly HashSet<(IssueCode, string?)> _said = [];

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

    /// <summary>What else the same table is read as; null where it is of one kind.</summary>
    public ImportKind? ReadBeside { get; init; }

    public ColumnMap Columns { get; }

    public ImmutableArray<RowReader> Rows { get; }

    /// <summary>The set of sedi it goes into; null for other kinds.</summary>
    public string? Set { get; set; }

    public RefusedPlaces Places { get; } = new();

    public bool HasGeometry => Source.Rows.Any(r => r.Geometry is not null || r.GeometryError is not null);

    /// <summary>A row may be refused before its place is read: only now is it known.</summary>
    public IEnumerable<ImportIssue> Issues =>
        _issues.Select(i => i.Issue.Severity == IssueSeverity.Refused && i.Row is { } row && Places.Of(row) is { } place ? i.Issue with { Place = place } : i.Issue);

    /// <param name="issue">What to report.</param>
    /// <param name="row">The row that it is about; null for the whole table.</param>
    public void Add(ImportIssue issue, RowReader? row) => _issues.Add((issue, row));

    public void Note(NoteCode code, string reason, string? column = null) => Report(code, reason, null, null, column);

    public void Notice(FindingCode code, string reason, string? cure = null, string? id = null, string? column = null) => Report(code, reason, cure, id, column);

    /// <summary>Says what holds for many rows once for the table, of each column.</summary>
    public void NoticeOnce(FindingCode code, string reason, string column)
    {
        if (_said.Add((code, column)))
            Notice(code, reason, column: column);
    }

    /// <summary>Names the columns in whose cells characters of no width were dropped, or letters cannot be read.</summary>
    public void ReportInvisible()
    {
        SourceRow[] strange = [.. Source.Rows.Where(r => !r.IsPlain)];
        for (int i = 0; i < Source.Columns.Length; i++)
        {
            List<int> lost = [], dropped = [];
            foreach (SourceRow row in strange)
            {
                string cell = row.Cell(i) ?? "";
                if (BlankText.HasUnreadable(cell))
                    lost.Add(row.Line);
                if (BlankText.HasInvisible(cell))
                    dropped.Add(row.Line);
            }

            string column = Source.Columns[i];
            if (lost.Count > 0)
                Notice(IssueCodes.UnreadableLetters, $"in {Cells(lost)} di «{column}» ci sono caratteri illeggibili (la prima alla riga {lost[0]})", column: column);
            if (dropped.Count > 0)
                Notice(IssueCodes.InvisibleLetters, $"tolti caratteri invisibili da {Cells(dropped)} di «{column}» (la prima alla riga {dropped[0]})", column: column);
        }
    }

    /// <summary>Refuses every row for one reason.</summary>
    public void RefuseAll(RefusalCode code, string reason, string? cure = null, string? column = null)
    {
        Report(code, reason, cure, null, column);
        foreach (RowReader row in Rows)
            row.RefuseWithFile();
    }

    /// <summary>A number of a row; null when blank, absent or refused.</summary>
    public double? Number(RowReader row, string column)
    {
        if (row.Text(column) is not { } text)
            return null;
        NumberResult number = _numbers.Value.Read(column, text, Columns.IsNumber(row.Source, column));
        if (number.Refusal is { } refusal)
        {
            row.Refuse(refusal, column, $"«{column}» {number.Reason}", number.Cure);
            return null;
        }

        if (number.ReadAsThousands)
        {
            NoticeOnce(
                IssueCodes.ThousandsPresumed,
                $"in «{column}» il separatore è letto come separatore delle migliaia: {text} vale {number.Value:0}",
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

    private static string Cells(List<int> lines) => lines.Count == 1 ? "1 cella" : $"{lines.Count} celle";

    private void Report(IssueCode code, string reason, string? cure, string? id, string? column) =>
        Add(new ImportIssue(File, code, reason) { Kind = Kind, Id = id, Column = column, Cure = cure ?? code.Cure }, null);

    private IEnumerable<(string Text, bool IsNumber)> Texts(string column) =>
        Source.Rows.Select(r => (Text: Columns.Text(r, column), IsNumber: Columns.IsNumber(r, column))).Where(c => c.Text is not null).Select(c => (c.Text!, c.IsNumber));
}
