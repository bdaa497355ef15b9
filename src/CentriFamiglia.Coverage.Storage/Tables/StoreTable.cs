namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>
/// One table as both stores have it: same name, same columns, one mapping to the domain. The column types are in the migration scripts.
/// </summary>
/// <param name="Name">Table name, lower case.</param>
/// <param name="Key">The columns, all of text, that together name a row; none for a table of one row.</param>
/// <param name="Columns">In the order in which <paramref name="Read"/> takes their values.</param>
/// <param name="Read">Makes one item from a row's values.</param>
internal sealed record StoreTable<T>(
    string Name, ImmutableArray<StoreKey<T>> Key, ImmutableArray<StoreColumn<T>> Columns, Func<RowReader, T> Read)
{
    /// <summary>Name of the geometry column of every table that has one; always the first column.</summary>
    public const string GeometryColumn = "geom";

    public bool HasGeometry => Columns[0].Name == GeometryColumn;

    public string ColumnList { get; } = string.Join(", ", Columns.Select(c => c.Name));

    /// <summary>Places of the key's columns among <see cref="Columns"/>.</summary>
    public ImmutableArray<int> KeyColumns { get; } = [.. Key.Select(k => Columns.Select(c => c.Name).ToList().IndexOf(k.Column))];

    /// <summary>Whether two items say the same, in this table's columns.</summary>
    public Func<T, T, bool> Same { get; init; } = EqualityComparer<T>.Default.Equals;

    /// <summary>Whether rows of one key are all read: among a million points, one twice is a matter of their import.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>Gives one item's values to a writer.</summary>
    public void Write(IRowWriter row, T item)
    {
        foreach (StoreColumn<T> column in Columns)
            column.Write(row, item);
    }
}

/// <param name="Name">Column name, lower case.</param>
/// <param name="Write">Gives an item's one value of this column to a writer.</param>
internal sealed record StoreColumn<T>(string Name, Action<IRowWriter, T> Write);

/// <param name="Column">Name of a column of text that is never empty.</param>
/// <param name="Of">An item's value of it.</param>
internal sealed record StoreKey<T>(string Column, Func<T, string> Of);
