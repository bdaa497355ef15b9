namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>The rows of a table whose key is the comune.</summary>
internal static class ComuneRows
{
    /// <summary>The comune of every row that names one; its id, until then as written, becomes that of the comune.</summary>
    public static Dictionary<RowReader, ComuneCode> Read(TableReader table, Func<RowReader, ComuneCode?> read, Func<RowReader, ComuneCode, string> id)
    {
        var comuni = new Dictionary<RowReader, ComuneCode>();
        foreach (RowReader row in table.Rows.Where(r => !r.Refused))
        {
            row.Id = row.Text("pro_com_t") is { } text ? CodeText.Of(text) : null;
            if (read(row) is not { } comune)
                continue;
            comuni.Add(row, comune);
            row.Id = id(row, comune);
        }

        return comuni;
    }
}
