using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Formats.Styles;

namespace CentriFamiglia.Coverage.Formats.Tables;

/// <summary>Type of a column's values: <see cref="string"/>, <see cref="long"/>, <see cref="double"/> (or decimal for money), <see cref="bool"/>.</summary>
public enum ColumnType
{
    Text,
    Integer,
    Number,
    Money,
    Boolean,
}

/// <summary>One column of a layer. The unit stands in the name (<c>minuti</c>, <c>km</c>, <c>residenti</c>, <c>eur</c>).</summary>
/// <param name="Name">Name in every format.</param>
/// <param name="Type">Type of the values.</param>
/// <param name="Description">Italian, for the API document and the legend of an export.</param>
public sealed record LayerColumn(string Name, ColumnType Type, string Description)
{
    /// <summary>Whether a row may have no value.</summary>
    public bool MayBeNull { get; init; } = true;

    /// <summary>The only words that a value may be; null where it may be any.</summary>
    public ImmutableArray<string>? Words { get; init; }
}

/// <summary>
/// One row: values in the order of the columns (<see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="decimal"/>,
/// <see cref="bool"/> or null).
/// </summary>
/// <param name="Values">As many as the columns.</param>
/// <param name="Geometry">WGS84, SRID 4326; null when the layer has none.</param>
public sealed record LayerRow(ImmutableArray<object?> Values, Geometry? Geometry);

/// <summary>
/// A table of results, the same for every output: JSON, CSV, GeoJSON, GeoPackage, XLSX, terminal. Rows are already sorted.
/// </summary>
/// <param name="Name">Layer name, e.g. <c>copertura-ambiti</c>.</param>
/// <param name="Title">Italian title.</param>
/// <param name="Columns">At least one.</param>
/// <param name="Rows">Sorted ordinally by key; no total row.</param>
/// <param name="Meta">
/// Everything that makes the figures defensible: date, hash of the snapshot, rule set, set of sedi, travel source with its error,
/// attributions, warnings. A JSON object.
/// </param>
public sealed record Layer(
    string Name,
    string Title,
    ImmutableArray<LayerColumn> Columns,
    LayerRows Rows,
    JsonObject Meta)
{
    /// <summary>How a GIS draws it; null where nothing says.</summary>
    public LayerStyle? Style { get; init; }
}
