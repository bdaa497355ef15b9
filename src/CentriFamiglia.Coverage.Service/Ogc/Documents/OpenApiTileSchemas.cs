using static CentriFamiglia.Coverage.Service.Ogc.Documents.OpenApiParts;

namespace CentriFamiglia.Coverage.Service.Ogc.Documents;

/// <summary>The JSON around tiles, as <see cref="TileDocuments"/> and <see cref="TileStyle"/> write it.</summary>
internal static class OpenApiTileSchemas
{
    public static IEnumerable<(string Name, JsonObject Schema)> All() =>
    [
        ("tileMatrixSets", Object(
            ("tileMatrixSets", ListOf(Object(("id", Text()), ("title", Text()), ("uri", Text()), ("crs", Text()), ("links", Links())))),
            ("links", Links()))),
        ("tileMatrixSet", Object(
            ("id", Text()), ("title", Text()), ("uri", Text()), ("crs", Text()), ("orderedAxes", ListOf(Text())), ("wellKnownScaleSet", Text()),
            ("tileMatrices", ListOf(Object(
                ("id", Text()), ("scaleDenominator", Number()), ("cellSize", Number()), ("cornerOfOrigin", Words("topLeft")), ("pointOfOrigin", Pair()),
                ("tileWidth", Count()), ("tileHeight", Count()), ("matrixWidth", Count()), ("matrixHeight", Count())))))),
        ("tileSets", Object(("links", Links()), ("tilesets", ListOf(Object(Head()))))),
        ("tileSet", Object(
        [
            .. Head(), ("description", Text()), ("attribution", Text()), ("boundingBox", Object(("lowerLeft", Pair()), ("upperRight", Pair()), ("crs", Text()))),
            ("layers", ListOf(Object(
                ("id", Text()), ("title", Text()), ("dataType", Words("vector")), ("geometryDimension", Count().And("maximum", 2)),
                ("propertiesSchema", Reference("jsonSchema"))))),
        ])),
        ("tileJson", Object(
            ("tilejson", Words("3.0.0")), ("name", Text()), ("description", Text()), ("attribution", Text()), ("scheme", Words("xyz")), ("tiles", ListOf(Text())),
            ("minzoom", Count()), ("maxzoom", Count()), ("bounds", ListOf(Number()).And("minItems", 4).And("maxItems", 4)),
            ("center", ListOf(Number()).And("minItems", 3).And("maxItems", 3)),
            ("vector_layers", ListOf(Object(
                ("id", Text()), ("description", Text()), ("minzoom", Count()), ("maxzoom", Count()), ("fields", Bag("Di ogni attributo la descrizione.", Text()))))))),
        ("style", Object(
            ("version", Integer()), ("name", Text()),
            ("sources", Bag(null, Object(("type", Words("vector")), ("url", Text("TileJSON.")), ("promoteId", Text())))),
            ("layers", ListOf(Object(
                ("id", Text()), ("type", Words("background", "fill", "line", "circle")), ("source?", Text()), ("source-layer?", Text()), ("paint", Bag())))))),
    ];

    private static (string Name, JsonObject Schema)[] Head() =>
    [
        ("title", Text()), ("dataType", Words("vector")), ("crs", Text()), ("tileMatrixSetURI", Text()),
        ("tileMatrixSetLimits", ListOf(Object(
            ("tileMatrix", Text()), ("minTileRow", Count()), ("maxTileRow", Count()), ("minTileCol", Count()), ("maxTileCol", Count())))),
        ("links", Links()),
    ];

    private static JsonObject Pair() => ListOf(Number()).And("minItems", 2).And("maxItems", 2);
}
