using CentriFamiglia.Coverage.Formats.VectorTiles;
using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.Ogc.Crs;
using CentriFamiglia.Coverage.Service.Ogc.Tiles;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Ogc.Documents;

/// <summary>The JSON around tiles: the scheme (OGC 17-083r4), the sets of tiles of a collection (OGC 20-057), TileJSON 3.</summary>
/// <param name="addresses">Where links lead.</param>
/// <param name="extent">Of what there is, WGS84.</param>
internal sealed class TileDocuments(OgcAddresses addresses, Envelope extent)
{
    /// <summary>The only one.</summary>
    public const string Scheme = "WebMercatorQuad";

    /// <summary>Relation of a link to the schemes.</summary>
    public const string Schemes = Relations + "tiling-schemes";

    /// <summary>Relation of a link to the sets of tiles of a collection.</summary>
    public const string TileSets = Relations + "tilesets-vector";

    private const string Relations = "http://www.opengis.net/def/rel/ogc/1.0/";
    private const string SchemeUri = "http://www.opengis.net/def/tilematrixset/OGC/1.0/" + Scheme;
    private const string Mercator = "http://www.opengis.net/def/crs/EPSG/0/3857";

    /// <summary>Metres on the equator of a pixel at zoom 0, and half of the earth's girth.</summary>
    private const double CellSize = 156543.03392804097, Half = 20037508.342789244;

    /// <summary>At zoom 0, for pixels of 0.28 mm.</summary>
    private const double ScaleDenominator = 559082264.0287178;

    /// <summary>Zooms that the registered scheme has.</summary>
    private const int Matrices = 25;

    public JsonObject MatrixSets() => new()
    {
        ["tileMatrixSets"] = new JsonArray(new JsonObject
        {
            ["id"] = Scheme,
            ["title"] = "Google Maps Compatible for the World",
            ["uri"] = SchemeUri,
            ["crs"] = Mercator,
            ["links"] = new JsonArray(OgcDocuments.Link(addresses.MatrixSet(Scheme), "self", OgcMedia.Json, "La sua definizione")),
        }),
        ["links"] = new JsonArray(OgcDocuments.Link(addresses.MatrixSets, "self", OgcMedia.Json, "Questo elenco")),
    };

    public static JsonObject MatrixSet() => new()
    {
        ["id"] = Scheme,
        ["title"] = "Google Maps Compatible for the World",
        ["uri"] = SchemeUri,
        ["crs"] = Mercator,
        ["orderedAxes"] = new JsonArray("X", "Y"),
        ["wellKnownScaleSet"] = "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible",
        ["tileMatrices"] = new JsonArray([.. Enumerable.Range(0, Matrices).Select(zoom => new JsonObject
        {
            ["id"] = zoom.ToString(CultureInfo.InvariantCulture),
            ["scaleDenominator"] = ScaleDenominator / TileAddress.Tiles(zoom),
            ["cellSize"] = CellSize / TileAddress.Tiles(zoom),
            ["cornerOfOrigin"] = "topLeft",
            ["pointOfOrigin"] = new JsonArray(-Half, Half),
            ["tileWidth"] = 256,
            ["tileHeight"] = 256,
            ["matrixWidth"] = TileAddress.Tiles(zoom),
            ["matrixHeight"] = TileAddress.Tiles(zoom),
        })]),
    };

    public JsonObject TileSetsOf(OgcCollection collection) => new()
    {
        ["links"] = new JsonArray(OgcDocuments.Link(addresses.TileSets(collection.Id), "self", OgcMedia.Json, "Questo elenco")),
        ["tilesets"] = new JsonArray(Head(collection)),
    };

    public JsonObject TileSetOf(OgcCollection collection, FeatureSchema schema, string attribution)
    {
        JsonObject set = Head(collection);
        set["description"] = collection.Description;
        set["attribution"] = attribution;
        set["boundingBox"] = new JsonObject
        {
            ["lowerLeft"] = new JsonArray(extent.MinX, extent.MinY),
            ["upperRight"] = new JsonArray(extent.MaxX, extent.MaxY),
            ["crs"] = OgcCrs.Crs84.Uri,
        };
        set["layers"] = new JsonArray(new JsonObject
        {
            ["id"] = collection.Id,
            ["title"] = collection.Title,
            ["dataType"] = "vector",
            ["geometryDimension"] = schema.Shape == FeatureShape.Areas ? 2 : schema.Shape == FeatureShape.Lines ? 1 : 0,
            ["propertiesSchema"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject(ColumnsOf(schema).Select(c => KeyValuePair.Create(c.Name, (JsonNode?)OgcSchemas.PropertyOf(c)))),
            },
        });
        return set;
    }

    /// <summary>TileJSON 3.0.0, what MapLibre and QGIS read.</summary>
    public JsonObject TileJson(OgcCollection collection, FeatureSchema schema, string attribution) => new()
    {
        ["tilejson"] = "3.0.0",
        ["name"] = collection.Title,
        ["description"] = collection.Description,
        ["attribution"] = attribution,
        ["scheme"] = "xyz",
        ["tiles"] = new JsonArray(addresses.Tile(collection.Id, Scheme, "z", "y", "x")),
        ["minzoom"] = 0,
        ["maxzoom"] = TileAddress.MostZoom,
        ["bounds"] = new JsonArray(extent.MinX, extent.MinY, extent.MaxX, extent.MaxY),
        ["center"] = new JsonArray(extent.Centre.X, extent.Centre.Y, 8),
        ["vector_layers"] = new JsonArray(new JsonObject
        {
            ["id"] = collection.Id,
            ["description"] = collection.Description,
            ["minzoom"] = 0,
            ["maxzoom"] = TileAddress.MostZoom,
            ["fields"] = new JsonObject(ColumnsOf(schema).Select(c => KeyValuePair.Create(c.Name, (JsonNode?)c.Description))),
        }),
    };

    /// <summary>What a set says of itself also in a list.</summary>
    private JsonObject Head(OgcCollection collection) => new()
    {
        ["title"] = collection.Title,
        ["dataType"] = "vector",
        ["crs"] = Mercator,
        ["tileMatrixSetURI"] = SchemeUri,
        ["tileMatrixSetLimits"] = new JsonArray([.. Enumerable.Range(0, TileAddress.MostZoom + 1).Select(Limits)]),
        ["links"] = new JsonArray(
            OgcDocuments.Link(addresses.TileSet(collection.Id, Scheme), "self", OgcMedia.Json, "Queste tessere"),
            OgcDocuments.Link(addresses.MatrixSet(Scheme), Relations + "tiling-scheme", OgcMedia.Json, "Lo schema delle tessere"),
            Templated(OgcDocuments.Link(addresses.Tile(collection.Id, Scheme, "tileMatrix", "tileRow", "tileCol"), "item", VectorTileFile.MediaType, "Una tessera")),
            OgcDocuments.Link(addresses.TileSet(collection.Id, Scheme) + "?f=tilejson", "describedby", OgcMedia.TileJson, "TileJSON"),
            OgcDocuments.Link(addresses.Style(collection.Id, Scheme), Relations + "styles", OgcMedia.Style, "Uno stile per MapLibre"),
            OgcDocuments.Link(addresses.Collection(collection.Id), Relations + "geodata", OgcMedia.Json, collection.Title)),
    };

    /// <summary>The tiles of a zoom that can hold anything.</summary>
    private JsonObject Limits(int zoom)
    {
        var first = TileAddress.Of(new Coordinate(extent.MinX, extent.MaxY), zoom);
        var last = TileAddress.Of(new Coordinate(extent.MaxX, extent.MinY), zoom);
        return new JsonObject
        {
            ["tileMatrix"] = zoom.ToString(CultureInfo.InvariantCulture),
            ["minTileRow"] = first.Row,
            ["maxTileRow"] = last.Row,
            ["minTileCol"] = first.Column,
            ["maxTileCol"] = last.Column,
        };
    }

    /// <summary>The attributes of a tile: of points also how many stand there.</summary>
    private static IEnumerable<LayerColumn> ColumnsOf(FeatureSchema schema)
    {
        LayerColumn[] ours = [new("id", ColumnType.Text, "Identificativo, come negli elementi.")];
        LayerColumn[] counted = [new(TileMaker.Count, ColumnType.Integer, "Quanti elementi: 1, o quelli di un piccolo quadrato dove sono troppi per vederli uno per uno.")];
        return [.. ours, .. schema.Columns, .. schema.Shape == FeatureShape.Areas || schema.Shape == FeatureShape.Lines ? [] : counted];
    }

    private static JsonObject Templated(JsonObject link)
    {
        link["templated"] = true;
        return link;
    }
}
