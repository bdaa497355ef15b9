using CentriFamiglia.Coverage.Formats.VectorTiles;
using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.Ogc.Features;
using static CentriFamiglia.Coverage.Service.Ogc.Documents.OpenApiParts;

namespace CentriFamiglia.Coverage.Service.Ogc.Documents;

/// <summary>The paths of tiles in the OpenAPI document.</summary>
internal static class OpenApiTiles
{
    private const string OgcVersion = "v";

    public static void AddSchemes(JsonObject paths)
    {
        paths["/tileMatrixSets"] = Get("Schemi di tessere", "tileMatrixSets", ["json"], [], Answer("L'elenco.", (OgcMedia.Json, "tileMatrixSets")));
        paths["/tileMatrixSets/" + TileDocuments.Scheme] =
            Get("Lo schema delle tessere", "tileMatrixSet", ["json"], [], Answer("La definizione.", (OgcMedia.Json, "tileMatrixSet")));
    }

    public static void Add(JsonObject paths, OgcCollection collection, FeatureSchema schema)
    {
        string path = $"/collections/{collection.Id}/tiles", set = $"{path}/{TileDocuments.Scheme}", name = collection.Id;
        paths[path] = Get(
            $"{collection.Title}: tessere", $"{name}.collection.vector.getTileSetsList", ["json"], [], Answer("Gli insiemi di tessere.", (OgcMedia.Json, "tileSets")));
        paths[set] = Get(
            $"{collection.Title}: come chiedere le tessere", $"{name}.collection.vector.getTileSet", ["json", "tilejson"], [],
            Answer("L'insieme di tessere, o lo stesso in TileJSON.", (OgcMedia.Json, "tileSet"), (OgcMedia.TileJson, "tileJson")));
        paths[set + "/style"] = Get($"{collection.Title}: uno stile per MapLibre", $"{name}.style", ["json"], [], Answer("Lo stile.", (OgcMedia.Style, "style")));
        JsonObject tile = Answer("La tessera.");
        tile["200"]!["content"] = new JsonObject { [VectorTileFile.MediaType] = new JsonObject { ["schema"] = File() } };
        tile["204"] = new JsonObject { ["description"] = "Nella tessera non c'è nulla." };
        paths[set + "/{tileMatrix}/{tileRow}/{tileCol}"] = Get($"{collection.Title}: una tessera", $"{name}.collection.vector.getTile", ["mvt"],
            [
                Part("tileMatrix", "Livello di zoom.", TileAddress.MostZoom, 8),
                Part("tileRow", "Riga, da nord.", TileAddress.Tiles(TileAddress.MostZoom) - 1, 91),
                Part("tileCol", "Colonna, da ovest.", TileAddress.Tiles(TileAddress.MostZoom) - 1, 134),
                OpenApiParameters.OfColumns(FeatureQueryReader.Properties, schema)!,
                OpenApiParameters.Query(
                    OgcVersion, "Qualunque testo: la risposta non ne dipende. Chi lo cambia quando cambiano i dati non riceve da una cache le tessere di prima.", Text(), "1"),
            ],
            tile);
    }

    private static JsonObject Part(string name, string description, int most, int example) =>
        OpenApiParameters.Path(name, description, Count().And("maximum", most), example);

    private static JsonObject Answer(string description, params (string Media, string Schema)[] forms) => new()
    {
        ["200"] = new JsonObject
        {
            ["description"] = description,
            ["content"] = new JsonObject(forms.Select(f => KeyValuePair.Create(f.Media, (JsonNode?)new JsonObject { ["schema"] = Reference(f.Schema) }))),
        },
    };

    private static JsonObject Get(string summary, string id, string[] formats, IEnumerable<JsonNode> parameters, JsonObject responses) => new()
    {
        ["get"] = new JsonObject
        {
            ["summary"] = summary,
            ["operationId"] = id,
            ["tags"] = new JsonArray("Tessere"),
            ["parameters"] = new JsonArray([OpenApiParameters.Query("f", "Formato; senza, il primo.", Words(formats), formats[0]), .. parameters]),
            ["responses"] = OpenApiSchemas.WithProblems(responses),
        },
    };
}
