namespace CentriFamiglia.Coverage.Service.Layers;

/// <summary>A form that rows can be sent in: what it is called and its media type.</summary>
internal sealed record RowForm(string Name, string MediaType)
{
    public static RowForm Json { get; } = new("json", "application/json");

    public static RowForm GeoJson { get; } = new("geojson", "application/geo+json");

    public static RowForm Csv { get; } = new("csv", "text/csv");

    public static RowForm Xlsx { get; } = new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    public static RowForm GeoPackage { get; } = new("gpkg", "application/geopackage+sqlite3");

    public static RowForm Parquet { get; } = new("parquet", "application/vnd.apache.parquet");

    public static ImmutableArray<RowForm> All { get; } = [Json, GeoJson, Csv, Xlsx, GeoPackage, Parquet];
}
