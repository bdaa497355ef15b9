namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>The row that a spreadsheet ends with: it is no sede and no comune, and is refused once, not once a column.</summary>
internal static class TotalRows
{
    private static readonly string[] _words = ["totale", "totali", "total", "somma", "fonte"];

    public static void Refuse(TableReader table)
    {
        // Of a table of two columns or three a row with few cells is a row.
        if (table.Source.Columns.Length < 4 || table.Rows.IsEmpty)
            return;
        foreach (RowReader row in table.Rows.Where(r => !r.Refused))
        {
            string[] said = [.. Enumerable.Range(0, table.Source.Columns.Length).Select(row.Source.Cell).Where(c => !BlankText.IsBlank(c)).Select(c => c!).Take(3)];
            if (said.Length is > 0 and <= 2 && Array.Exists(_words, w => HeaderText.Normalise(said[0]).StartsWith(w, StringComparison.Ordinal)))
                row.Refuse(null, $"sembra la riga di un totale o di una nota («{said[0].Trim()}»), non un dato", "Toglierla dal file.");
        }
    }
}
