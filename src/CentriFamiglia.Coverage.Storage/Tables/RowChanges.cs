namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>What has to be done to a table so that it holds a list of items, and what another program did to it meanwhile.</summary>
/// <param name="items">As the table shall be, in the order of their keys.</param>
internal sealed class RowChanges<T>(IReadOnlyList<T> items)
{
    public IReadOnlyList<T> Items => items;

    /// <summary>Indices of <see cref="Items"/>.</summary>
    public List<int> Inserted { get; } = [];

    /// <summary>Numbers of stored rows, each with an index of <see cref="Items"/>.</summary>
    public List<(long Row, int Item)> Updated { get; } = [];

    /// <summary>Numbers of stored rows.</summary>
    public List<long> Deleted { get; } = [];

    /// <inheritdoc cref="RowConflict.Worse"/>
    public RowConflict? Conflict { get; private set; }

    public int Count => Inserted.Count + Updated.Count + Deleted.Count;

    public void Report(RowConflict conflict) => Conflict = RowConflict.Worse(Conflict, conflict);
}
