using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Layers;

/// <summary>One column with how to read it from an item and a value that shows what to expect.</summary>
/// <param name="Name">Name in every format, the unit in it.</param>
/// <param name="Type">Type of the values.</param>
/// <param name="Description">Italian.</param>
/// <param name="Value">Reads the value.</param>
/// <param name="Example">For the API document.</param>
internal sealed record Field<T>(string Name, ColumnType Type, string Description, Func<T, object?> Value, object? Example)
{
    /// <summary>Reads a value that all rows share from what they rest on, in the place of <see cref="Value"/>; null for one of each item.</summary>
    public Func<Provenance, object?>? Shared { get; init; }
}

/// <summary>A column and a value that shows what to expect, without the type of the items.</summary>
internal sealed record DescribedColumn(LayerColumn Column, object? Example);

/// <summary>What the rows of a layer look like: the same for every output and for the API document.</summary>
/// <param name="fields">In the order of the columns.</param>
internal sealed class LayerShape<T>(params ImmutableArray<Field<T>> fields)
{
    private readonly ImmutableArray<LayerColumn> _columns = [.. fields.Select(f => new LayerColumn(f.Name, f.Type, f.Description))];

    public ImmutableArray<DescribedColumn> Columns { get; } =
        [.. fields.Select(f => new DescribedColumn(new LayerColumn(f.Name, f.Type, f.Description), f.Example))];

    /// <param name="items">Already in the order of the rows.</param>
    /// <param name="geometry">WGS84; null for none.</param>
    /// <param name="provenance">What makes the figures defensible; its title is that of the layer.</param>
    public Layer Make(string name, IEnumerable<T> items, Func<T, Geometry?> geometry, Provenance provenance) =>
        Make(name, provenance.Title, items, geometry, provenance.ToJson(), (field, item) => field.Shared is { } shared ? shared(provenance) : field.Value(item));

    /// <summary>The same for what rests on no store, so that its meta is its own.</summary>
    public Layer Make(string name, string title, IEnumerable<T> items, Func<T, Geometry?> geometry, JsonObject meta) =>
        Make(name, title, items, geometry, meta, (field, item) => field.Value(item));

    /// <summary>The same for very many items: each row is made when it is written, and none is kept.</summary>
    /// <param name="items">Each gives the same row however often it is asked.</param>
    public Layer MakeAsWritten(string name, IReadOnlyList<T> items, Func<T, Geometry?> geometry, Provenance provenance)
    {
        Layer empty = Make(name, [], geometry, provenance);
        return empty with
        {
            Rows = new LayerRows(items.Count, i => RowOf(items[i], geometry, (field, item) => field.Shared is { } shared ? shared(provenance) : field.Value(item))),
        };
    }

    private Layer Make(string name, string title, IEnumerable<T> items, Func<T, Geometry?> geometry, JsonObject meta, Func<Field<T>, T, object?> value) =>
        new(name, title, _columns, [.. items.Select(item => RowOf(item, geometry, value))], meta);

    private LayerRow RowOf(T item, Func<T, Geometry?> geometry, Func<Field<T>, T, object?> value) => new([.. fields.Select(f => value(f, item))], geometry(item));
}
