namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>
/// The rows of a table that stand in no list of the content, because they could not be read: they stay as they are, unless what is written
/// holds their key or names them no more.
/// </summary>
/// <param name="table">Name of the table.</param>
/// <param name="key">Columns of its key.</param>
/// <param name="before">What was read.</param>
/// <param name="after">What shall be.</param>
internal sealed class RowsApart(string table, IEnumerable<string> key, TerritoryContent before, TerritoryContent after)
{
    private readonly HashSet<string> _read = Keys(table, [.. key], before);
    private readonly HashSet<string> _kept = Keys(table, [.. key], after);

    public bool Contains(IEnumerable<string> row) => _read.Count > 0 && _read.Contains(KeyOrder.Text(row));

    public bool IsDropped(IEnumerable<string> row) => Contains(row) && !_kept.Contains(KeyOrder.Text(row));

    private static HashSet<string> Keys(string table, string[] key, TerritoryContent content) =>
        content.Unread.Where(row => row.Table == table).Select(row => KeyOrder.Text(key.Select(column => row.Cell(column) ?? ""))).ToHashSet(StringComparer.Ordinal);
}
