using System.Text.Json.Nodes;

namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>One kind of file: the columns that an import knows and, of each that an export writes, its description and its value.</summary>
/// <typeparam name="T">What a row says.</typeparam>
internal sealed class KindTable<T>(string name, string title)
{
    private readonly List<ColumnSpec> _specs = [];
    private readonly List<LayerColumn> _written = [];
    private readonly List<Func<T, object?>> _values = [];

    public ImmutableArray<ColumnSpec> Specs => [.. _specs];

    /// <summary>The next column, of text, read and written.</summary>
    /// <param name="column">Its name.</param>
    /// <param name="description">Italian, for exports.</param>
    /// <param name="value">What an export writes.</param>
    /// <param name="aliases">Other names under which it is read.</param>
    /// <param name="required">A file without it is refused.</param>
    public KindTable<T> Text(string column, string description, Func<T, object?> value, string[] aliases, bool required = false) =>
        Add(column, null, description, value, aliases, required);

    /// <summary>The next column, of numbers, read and written.</summary>
    public KindTable<T> Number(string column, NumberUse use, string description, Func<T, object?> value, string[] aliases, bool required = false) =>
        Add(column, use, description, value, aliases, required);

    /// <summary>The next columns, which no export writes.</summary>
    public KindTable<T> Only(params ReadOnlySpan<ColumnSpec> columns)
    {
        _specs.AddRange(columns);
        return this;
    }

    /// <summary>The rows in the columns that an import reads; no meta.</summary>
    public Layer ToLayer(IEnumerable<T> items, Func<T, Geometry>? place = null) =>
        new(name, title, [.. _written], [.. items.Select(item => new LayerRow([.. _values.Select(value => value(item))], place?.Invoke(item)))], new JsonObject());

    private KindTable<T> Add(string column, NumberUse? use, string description, Func<T, object?> value, string[] aliases, bool required)
    {
        _specs.Add(new ColumnSpec(column, required, [.. aliases]) { Use = use });
        _written.Add(new LayerColumn(column, TypeOf(use), description));
        _values.Add(value);
        return this;
    }

    private static ColumnType TypeOf(NumberUse? use) => use switch
    {
        null => ColumnType.Text,
        NumberUse.Whole => ColumnType.Integer,
        NumberUse.Money => ColumnType.Money,
        _ => ColumnType.Number,
    };
}
