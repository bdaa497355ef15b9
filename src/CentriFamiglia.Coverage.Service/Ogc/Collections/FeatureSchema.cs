using System.Collections.Frozen;

namespace CentriFamiglia.Coverage.Service.Ogc.Collections;

/// <summary>What the features of a collection have: the columns of its layer as properties, and one geometry.</summary>
/// <param name="Columns">The properties.</param>
/// <param name="Shape">Of the geometry.</param>
internal sealed record FeatureSchema(ImmutableArray<LayerColumn> Columns, FeatureShape Shape)
{
    /// <summary>The geometry's name in filters.</summary>
    public const string Geometry = "geometry";

    private static readonly FrozenSet<string> _days =
        new[] { "valid_from", "valid_to", "acceptance_date", "start_date", "end_date", "extension_date" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the texts of a column are days, <c>2024-06-30</c>.</summary>
    public static bool IsDay(LayerColumn column) => column.Type is ColumnType.Text && _days.Contains(column.Name);

    /// <summary>Place of a property; -1 where there is none.</summary>
    public int IndexOf(string name)
    {
        for (int i = 0; i < Columns.Length; i++)
        {
            if (Columns[i].Name == name)
                return i;
        }

        return -1;
    }

    /// <param name="name">Of a property.</param>
    /// <param name="field">Parameter that names it.</param>
    /// <exception cref="InputException">There is none of this name.</exception>
    public int Find(string name, string field) => IndexOf(name) is >= 0 and var index
        ? index
        : throw new InputException(field, $"'{Shown.Of(name)}' non è una proprietà di questa raccolta.", $"Le proprietà sono: {string.Join(", ", Columns.Select(c => c.Name))}.");
}

/// <summary>Which geometries the features of a collection have.</summary>
/// <param name="GeoJson">Their type in GeoJSON.</param>
internal sealed record FeatureShape(string GeoJson)
{
    public static FeatureShape Point { get; } = new("Point");

    public static FeatureShape Points { get; } = new("MultiPoint");

    public static FeatureShape Lines { get; } = new("MultiLineString");

    /// <summary>Areas, each a list of polygons, of one too: so that a table made of them has one type.</summary>
    public static FeatureShape Areas { get; } = new("MultiPolygon");

    public bool IsPoints => this == Point || this == Points;
}
