namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>
/// Compares a table row by row in three ways: as it was read, as it stands now, and as it shall be. All three come in the order of the key,
/// so that no row is held. A row that stands as it was read may be changed; one that does not was changed by another program meanwhile.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="before">The items as they were read; null when nothing rests on them and the table is simply made anew.</param>
/// <param name="after">The items as they shall be.</param>
/// <param name="apart">Rows that were read apart, so that they are in neither.</param>
internal sealed class RowMerge<T>(StoreTable<T> table, IReadOnlyList<T>? before, IReadOnlyList<T> after, RowsApart apart)
{
    private readonly IReadOnlyList<T> _before = before is null ? [] : KeyOrder.Sorted(table, before);
    private readonly bool _anew = before is null;
    private int _old, _new;

    public RowChanges<T> Changes { get; } = new(KeyOrder.Sorted(table, after));

    /// <summary>Takes the next stored row.</summary>
    public void Take(RowCursor<T> row)
    {
        Pass(row);
        bool known = _old < _before.Count && row.Compare(_before[_old]) == 0;
        bool wanted = _new < Changes.Items.Count && row.Compare(Changes.Items[_new]) == 0;
        if (!wanted || !row.Is(Changes.Items[_new]))
            Settle(row, known, wanted);
        _old += known ? 1 : 0;
        _new += wanted ? 1 : 0;
    }

    /// <summary>After the last stored row.</summary>
    public void End() => Pass(null);

    private void Settle(RowCursor<T> row, bool known, bool wanted)
    {
        bool keeps = known && wanted && table.Same(_before[_old], Changes.Items[_new]);
        if (_anew || (known && (row.Says(_before[_old]) || apart.Contains(row.Key))))
            Write(row, wanted, keeps);
        else if (known)
            Report(row.Key, RowEvent.Changed, overlaps: !keeps);
        else if (apart.Contains(row.Key) || !row.TryRead(out _))
            Write(row, wanted, keeps: !wanted && !apart.IsDropped(row.Key));
        else
            Report(row.Key, RowEvent.Added, overlaps: wanted);
    }

    private void Write(RowCursor<T> row, bool wanted, bool keeps)
    {
        if (keeps)
            return;
        if (wanted)
            Changes.Updated.Add((row.Number, _new));
        else
            Changes.Deleted.Add(row.Number);
    }

    // What was read, or shall be, and comes before the row (null: all the rest) stands in the table no more, or not yet.
    private void Pass(RowCursor<T>? row)
    {
        while (true)
        {
            bool known = _old < _before.Count && (row is null || row.Compare(_before[_old]) > 0);
            bool wanted = _new < Changes.Items.Count && (row is null || row.Compare(Changes.Items[_new]) > 0);
            if (!known && !wanted)
                return;
            int order = known && wanted ? KeyOrder.Compare(table, _before[_old], Changes.Items[_new]) : known ? -1 : 1;
            if (order == 0)
                Report(table.Key.Select(k => k.Of(_before[_old])), RowEvent.Removed, overlaps: !table.Same(_before[_old], Changes.Items[_new]));
            else if (order > 0)
                Changes.Inserted.Add(_new);
            _old += order <= 0 ? 1 : 0;
            _new += order >= 0 ? 1 : 0;
        }
    }

    private void Report(IEnumerable<string> key, RowEvent what, bool overlaps) =>
        Changes.Report(new RowConflict(table.Name, [.. key], what, overlaps));
}
