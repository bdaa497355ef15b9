namespace CentriFamiglia.Coverage.Service.Layers;

/// <summary>One form that the rows of a question may have; all rows of an answer have the same.</summary>
/// <param name="Name">What the API document calls one row, English.</param>
/// <param name="Columns">In order.</param>
/// <param name="Geometry">In GeoJSON.</param>
/// <param name="Asked">When rows have this form, Italian; null for always.</param>
internal sealed record RowsForm(string Name, ImmutableArray<DescribedColumn> Columns, RowGeometry Geometry, string? Asked);

/// <summary>Which geometries rows have in GeoJSON.</summary>
/// <param name="Types">Names of RFC 7946.</param>
/// <param name="MayBeNull">Whether a row may have none.</param>
internal sealed record RowGeometry(ImmutableArray<string> Types, bool MayBeNull)
{
    /// <summary>Boundaries; none where comuni are not known, or what they belong to.</summary>
    public static RowGeometry Areas { get; } = new(["Polygon", "MultiPolygon"], MayBeNull: true);

    public static RowGeometry Point { get; } = new(["Point"], MayBeNull: false);

    public static RowGeometry PointOrNone { get; } = new(["Point"], MayBeNull: true);

    /// <summary>The sedi of a network; none where it has no active one.</summary>
    public static RowGeometry Points { get; } = new(["MultiPoint"], MayBeNull: true);

    public static RowGeometry Line { get; } = new(["LineString"], MayBeNull: true);

    public static RowGeometry Lines { get; } = new(["LineString", "MultiLineString"], MayBeNull: true);

    /// <summary>What is reached: areas, or roads.</summary>
    public static RowGeometry Reached { get; } = new(["Polygon", "MultiPolygon", "LineString", "MultiLineString"], MayBeNull: true);

    public static RowGeometry None { get; } = new([], MayBeNull: true);
}
