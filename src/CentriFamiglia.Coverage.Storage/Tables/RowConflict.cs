namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>A row that another program changed after the content was read.</summary>
/// <param name="Table">Name of its table.</param>
/// <param name="Key">Its key, column by column.</param>
/// <param name="Event">What happened to it.</param>
/// <param name="Overlaps">This write would change the same row, and otherwise.</param>
internal sealed record RowConflict(string Table, ImmutableArray<string> Key, RowEvent Event, bool Overlaps)
{
    /// <summary>The one to be told: the first, or the first that overlaps what is to be written.</summary>
    public static RowConflict? Worse(RowConflict? first, RowConflict? second) =>
        first is null || (second is { Overlaps: true } && !first.Overlaps) ? second : first;
}

internal enum RowEvent
{
    Added,
    Changed,
    Removed,
}
