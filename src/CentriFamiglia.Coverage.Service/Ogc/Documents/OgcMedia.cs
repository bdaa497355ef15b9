using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.Ogc.Documents;

/// <summary>Types of what is sent.</summary>
internal static class OgcMedia
{
    public const string Json = "application/json";
    public const string GeoJson = "application/geo+json";
    public const string Html = "text/html";
    public const string Schema = "application/schema+json";
    public const string TileJson = "application/vnd.mapbox.tile+json";
    public const string Style = "application/vnd.mapbox.style+json";
    public const string OpenApi = "application/vnd.oai.openapi+json;version=3.0";

    /// <summary>Files that all features of a query come in, and what people call them.</summary>
    public static ImmutableArray<(RowForm Form, string Title)> Files { get; } =
    [
        (RowForm.Csv, "CSV"), (RowForm.Xlsx, "Excel"), (RowForm.GeoPackage, "GeoPackage"), (RowForm.Parquet, "GeoParquet"),
    ];
}
