namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>A row that another program changed after the content was read.</summary>
/// <param name="Table">Name of its table.</param>
/// <param name="Key">Its key, column by column.</param>
/// <param name="Event">What happened to it.</param>
/// <param name="Overlaps">This write would change the same row, and otherwise.</param>
internal sealed record RowConflict(string Table, ImmutableArray<string> Key, RowEvent Event, bool Overlaps);

internal enum RowEvent
{
    Added,
    Changed,
    Removed,
}
