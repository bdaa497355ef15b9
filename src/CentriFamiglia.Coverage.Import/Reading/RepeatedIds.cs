namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>An id twice: the first row stands, every later one is refused and told of the first.</summary>
internal static class RepeatedIds
{
    /// <param name="table">Rows whose <see cref="RowReader.Id"/> is set.</param>
    /// <param name="seen">Ids of this import so far, with the place they were first seen; added to.</param>
    /// <param name="column">Column of the id.</param>
    /// <param name="equalRowsAreOne">A row that repeats an earlier one cell by cell is accepted, with a finding.</param>
    public static void Refuse(TableReader table, Dictionary<string, RowReader> seen, string column, bool equalRowsAreOne = false)
    {
        seen.EnsureCapacity(seen.Count + table.Rows.Length);
        foreach (RowReader row in table.Rows.Where(r => r.Id is not null))
        {
            if (seen.TryAdd(row.Id!, row))
                continue;
            RowReader first = seen[row.Id!];
            string where = first.Table == table ? $"alla riga {first.Line}" : $"nel file {first.Table.File}, riga {first.Line}";
            if (equalRowsAreOne && first.Table == table && first.Source.Cells.SequenceEqual(row.Source.Cells, StringComparer.Ordinal))
                row.Notice(IssueCodes.RowRepeated, column, $"la riga ripete quella già letta {where}");
            else
                row.Refuse(IssueCodes.IdRepeated, column, $"«{row.Id}» è già {where}");
        }
    }
}
