namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>What a spreadsheet holds besides its rows: a total, notes below the table, the header once more. Each is refused once, not once a column.</summary>
internal static class TotalRows
{

    private static readonly string[] _words = ["totale", "totali", "total", "somma", "fonte"];

    public static void Refuse(TableReader table)
    {
        string[] headers = [.. table.Source.Columns.Select(HeaderText.OfHeader)];
        int notes = table.Source.Mark is null ? NotesFrom(table) : table.Rows.Length;
        for (int i = 0; i < table.Rows.Length; i++)
        {
            RowReader row = table.Rows[i];
            if (row.Refused)
                continue;
            // Of a table of two columns or three a row with few cells is a row, unless the first is blank.
            if ((headers.Length >= 4 || BlankText.IsBlank(row.Source.Cell(0))) && Said(row) is { Length: 1 or 2 } said
                && Array.Exists(_words, w => HeaderText.Normalise(said[0]).StartsWith(w, StringComparison.Ordinal)))
                row.Refuse(IssueCodes.TotalRow, null, $"sembra la riga di un totale o di una nota («{said[0].Trim()}»), non un dato");
            else if (i >= notes)
                row.Refuse(IssueCodes.NoteBelow, null, $"è sotto la tabella, dopo una riga vuota: sembra una nota («{Shown(Said(row)[0])}»), non un dato");
            else if (row.Source.Cell(0) is { } first && first.Trim() == table.Source.Columns[0] && IsHeader(row, headers))
                row.Refuse(IssueCodes.HeaderRepeated, null, "ripete l'intestazione");
        }
    }

    /// <summary>The first of the rows that close the file after a blank one, with few cells of text each.</summary>
    private static int NotesFrom(TableReader table)
    {
        int few = table.Source.Columns.Length >= 4 ? 2 : 1;
        int notes = table.Rows.Length;
        if (table.Source.Columns.Length < 2)
            return notes;
        for (int i = table.Rows.Length - 1; i > 0; i--)
        {
            string[] said = Said(table.Rows[i]);
            if (said.Length == 0 || said.Length > few || said[0].AsSpan().Trim().IndexOfAnyExceptInRange('0', '9') < 0 || table.Rows[i].Source.Geometry is not null)
                break;
            if (table.Rows[i].Line > table.Rows[i - 1].Line + 1 && !HasBreak(table.Rows[i - 1]))
                notes = i;
        }

        return notes;
    }

    private static bool HasBreak(RowReader row) => row.Source.Cells.Any(c => c?.Contains('\n', StringComparison.Ordinal) == true);

    private static bool IsHeader(RowReader row, string[] headers) =>
        headers.Length > 1 && Enumerable.Range(0, headers.Length).All(i => HeaderText.OfHeader(row.Source.Cell(i) ?? "") == headers[i]);

    /// <summary>The first three cells that are not blank.</summary>
    private static string[] Said(RowReader row) =>
        [.. Enumerable.Range(0, row.Table.Source.Columns.Length).Select(row.Source.Cell).Where(c => !BlankText.IsBlank(c)).Select(c => c!).Take(3)];

    private static string Shown(string text) => text.Trim() is { Length: > 60 } long_ ? long_[..60] + "…" : text.Trim();
}
