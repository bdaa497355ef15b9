using System.Collections.Immutable;

namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>
/// One table as both stores have it: same name, same columns, one mapping to the domain. The column types are in the migration scripts.
/// </summary>
/// <param name="Name">Table name, lower case.</param>
/// <param name="Columns">In the order in which <paramref name="Write"/> gives and <paramref name="Read"/> takes them.</param>
/// <param name="Write">Gives one item's values to a writer.</param>
/// <param name="Read">Makes one item from a reader's values.</param>
internal sealed record StoreTable<T>(
    string Name,
    ImmutableArray<string> Columns,
    Action<IRowWriter, T> Write,
    Func<IRowReader, T> Read)
{
    /// <summary>Name of the geometry column of every table that has one; always the last column.</summary>
    public const string GeometryColumn = "geom";

    public bool HasGeometry => Columns[^1] == GeometryColumn;

    public string ColumnList { get; } = string.Join(", ", Columns);
}
