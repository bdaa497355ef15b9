using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Layers;

/// <summary>Type of a column whose value may be missing.</summary>
internal enum OrNull
{
    Text = ColumnType.Text,
    Integer = ColumnType.Integer,
    Number = ColumnType.Number,
    Money = ColumnType.Money,
    Boolean = ColumnType.Boolean,
}

/// <summary>
/// One column with how to read it from an item and a value that shows what to expect. A column of a <see cref="ColumnType"/> always has a
/// value, which the compiler holds it to; one that may have none is of <see cref="OrNull"/>.
/// </summary>
internal sealed record Field<T>
{
    private readonly LayerColumn _column;

    /// <param name="name">Name in every format, the unit in it.</param>
    /// <param name="type">Type of the values.</param>
    /// <param name="description">Italian.</param>
    /// <param name="value">Reads the value.</param>
    /// <param name="example">For the API document.</param>
    public Field(string name, ColumnType type, string description, Func<T, object> value, object example) =>
        (_column, Value, Example) = (new LayerColumn(name, type, description) { MayBeNull = false }, value, example);

    /// <param name="name">Name in every format, the unit in it.</param>
    /// <param name="type">Type of the values.</param>
    /// <param name="description">Italian.</param>
    /// <param name="value">Reads the value.</param>
    /// <param name="example">For the API document; null for none.</param>
    public Field(string name, OrNull type, string description, Func<T, object?> value, object? example) =>
        (_column, Value, Example) = (new LayerColumn(name, (ColumnType)type, description), value, example);

    public LayerColumn Column => _column with { Words = Words };

    public Func<T, object?> Value { get; }

    public object? Example { get; }

    /// <summary>The only words there are; null where there may be any.</summary>
    public ImmutableArray<string>? Words { get; init; }

    /// <summary>Reads a value that all rows share from what they rest on, in the place of <see cref="Value"/>; null for one of each item.</summary>
    public Func<Provenance, object?>? Shared { get; init; }
}

/// <summary>A column and a value that shows what to expect, without the type of the items.</summary>
internal sealed record DescribedColumn(LayerColumn Column, object? Example);

/// <summary>What the rows of a layer look like: the same for every output and for the API document.</summary>
/// <param name="fields">In the order of the columns. No params: of those the compiler does not look whether a value may be null.</param>
internal sealed class LayerShape<T>(ImmutableArray<Field<T>> fields)
{
    private readonly ImmutableArray<LayerColumn> _columns = [.. fields.Select(f => f.Column)];

    public ImmutableArray<DescribedColumn> Columns { get; } = [.. fields.Select(f => new DescribedColumn(f.Column, f.Example))];

    /// <param name="name">What the API document calls the rows.</param>
    /// <param name="geometry">What they look like on a map.</param>
    /// <param name="asked">When they have this form, Italian; null for always.</param>
    public RowsForm As(string name, RowGeometry geometry, string? asked = null) => new(name, Columns, geometry, asked);

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
