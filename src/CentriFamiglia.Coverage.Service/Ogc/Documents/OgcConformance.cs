namespace CentriFamiglia.Coverage.Service.Ogc.Documents;

/// <summary>What is claimed; each class has its tests, under the names of the standard's own.</summary>
internal static class OgcConformance
{
    private const string Features = "http://www.opengis.net/spec/ogcapi-features-";
    private const string Tiles = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/";
    private const string MatrixSets = "http://www.opengis.net/spec/tms/2.0/conf/";
    private const string Processes = "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/";
    private const string Cql = "http://www.opengis.net/spec/cql2/1.0/conf/";

    public static ImmutableArray<string> Classes { get; } =
    [
        Features + "1/1.0/conf/core",
        Features + "1/1.0/conf/geojson",
        Features + "1/1.0/conf/html",
        Features + "1/1.0/conf/oas30",
        Features + "2/1.0/conf/crs",
        Features + "3/1.0/conf/queryables",
        Features + "3/1.0/conf/queryables-query-parameters",
        Features + "3/1.0/conf/filter",
        Features + "3/1.0/conf/features-filter",
        Cql + "cql2-text",
        Cql + "cql2-json",
        Cql + "basic-cql2",
        Cql + "advanced-comparison-operators",
        Cql + "case-insensitive-comparison",
        Cql + "basic-spatial-functions",
        Cql + "basic-spatial-functions-plus",
        Cql + "spatial-functions",
        Tiles + "core",
        Tiles + "tileset",
        Tiles + "tilesets-list",
        Tiles + "geodata-tilesets",
        Tiles + "mvt",
        MatrixSets + "json-tilematrixset",
        MatrixSets + "json-tilesetmetadata",
        Processes + "core",
        Processes + "ogc-process-description",
        Processes + "json",
        Processes + "html",
        Processes + "oas30",
        Processes + "job-list",
        Processes + "dismiss",
    ];
}
