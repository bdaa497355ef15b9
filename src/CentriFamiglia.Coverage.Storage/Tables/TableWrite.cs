namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>One table of a write: first compared, then changed where it differs.</summary>
internal interface ITableWrite
{
    string Table { get; }

    /// <returns>What another program changed since the content was read; null when nothing.</returns>
    Task<RowConflict?> CompareAsync(TableSession session, CancellationToken cancellationToken);

    /// <summary>After <see cref="CompareAsync"/>, in the same transaction. A table in which nothing differs is not touched.</summary>
    Task ApplyAsync(TableSession session, CancellationToken cancellationToken);

    /// <summary>What the write does, for the register.</summary>
    TableDifference Difference();
}

/// <inheritdoc cref="RowMerge{T}"/>
internal sealed class TableWrite<T>(StoreTable<T> table, IReadOnlyList<T>? before, IReadOnlyList<T> after, RowsApart apart) : ITableWrite
{
    private RowChanges<T>? _changes;

    public string Table => table.Name;

    public async Task<RowConflict?> CompareAsync(TableSession session, CancellationToken cancellationToken)
    {
        var merge = new RowMerge<T>(table, before, after, apart);
        await session.CompareAsync(table, merge, cancellationToken);
        _changes = merge.Changes;
        return _changes.Conflict;
    }

    public Task ApplyAsync(TableSession session, CancellationToken cancellationToken) =>
        _changes is { Count: > 0 } ? session.ApplyAsync(table, _changes, cancellationToken) : Task.CompletedTask;

    public TableDifference Difference() => TableDifference.Of(table, before ?? [], after);
}
