namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>
/// A quote that opens in one row of a CSV and closes in a later one makes a cell of all that lies between, by the rules of CSV. It shows:
/// the first line of the cell has the separators that its row still needs, the last line those before the column.
/// </summary>
internal static class SwallowedRows
{
    public static void Refuse(TableReader table)
    {
        // What this program wrote has its quotes in place.
        if (table.Source is not { Delimiter: { } delimiter, Mark: null })
            return;
        int columns = table.Source.Columns.Length;
        foreach (RowReader row in table.Rows.Where(r => !r.Refused && !r.Source.IsPlain))
        {
            for (int i = 1; i < columns - 2; i++)
            {
                if (row.Source.Cell(i) is { } cell && cell.Contains('\n') && Holds(cell, delimiter, columns - i - 1, i))
                {
                    row.Refuse(
                        IssueCodes.RowSwallowed,
                        null, $"la cella «{table.Source.Columns[i]}» contiene il resto della riga e l'inizio di un'altra");
                    break;
                }
            }
        }
    }

    private static bool Holds(string cell, char delimiter, int after, int before) =>
        cell.AsSpan(0, cell.IndexOf('\n', StringComparison.Ordinal)).Count(delimiter) == after
        && cell.AsSpan(cell.LastIndexOf('\n') + 1).Count(delimiter) == before;
}
