namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>One row on its way in: its cells by column, and what the report says of it.</summary>
internal sealed class RowReader(TableReader table, SourceRow source)
{
    public TableReader Table => table;

    public SourceRow Source => source;

    public int Line => source.Line;

    /// <summary>The user's own id, for the report; set as soon as it is read.</summary>
    public string? Id { get; set; }

    /// <summary>How many reasons of its own the row was refused for so far.</summary>
    public int Refusals { get; private set; }

    public bool Refused { get; private set; }

    public bool Mended { get; private set; }

    public bool Has(string column) => table.Columns.Has(column);

    /// <summary>Trimmed text; null when blank or when the column is absent.</summary>
    public string? Text(string column) => table.Columns.Text(source, column);

    /// <summary>A column that the file does not have leaves the old value; a blank cell takes it away.</summary>
    public string? TextOr(string column, string? old) => Has(column) ? Text(column) : old;

    /// <summary>Says where the row lies (WGS84 degrees), as soon as it is read: the report shows it where the row is refused.</summary>
    public Coordinate At(Coordinate place)
    {
        table.Places.Read(this, place);
        return place;
    }

    public void Refuse(RefusalCode code, string? column, string reason, string? cure = null, string? value = null)
    {
        Refused = true;
        Refusals++;
        table.Places.Refused(this);
        Report(code, column, reason, cure, value);
    }

    /// <summary>Refuses the row for a reason that the report already gives for the whole file.</summary>
    public void RefuseWithFile() => Refused = true;

    public void Mend(MendingCode code, string column, string reason)
    {
        Mended = true;
        Report(code, column, reason, null, null);
    }

    public void Notice(FindingCode code, string? column, string reason, string? cure = null, string? value = null) =>
        Report(code, column, reason, cure, value);

    /// <summary>Text of a cell that must not be blank; refuses the row when it is.</summary>
    public string? Required(string column, string cure)
    {
        string? text = Text(column);
        if (text is null)
            Refuse(IssueCodes.ValueMissing, column, $"manca il valore di «{column}»", cure);
        return text;
    }

    private void Report(IssueCode code, string? column, string reason, string? cure, string? value) => table.Add(
        new ImportIssue(table.File, code, reason)
        {
            Kind = table.Kind,
            Line = Line,
            Id = Id,
            Column = column,
            Cure = cure ?? code.Cure,
            Value = value ?? (column is null ? null : Text(column)),
        },
        this);
}
