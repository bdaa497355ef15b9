using CentriFamiglia.Coverage.Formats.VectorTiles;
using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.Ogc.Features;

namespace CentriFamiglia.Coverage.Service.Ogc.Documents;

/// <summary>The paths of tiles in the OpenAPI document.</summary>
internal static class OpenApiTiles
{
    public static void AddSchemes(JsonObject paths)
    {
        paths["/tileMatrixSets"] = Get("Schemi di tessere", "tileMatrixSets", ["json"], [], ("200", "L'elenco.", OgcMedia.Json));
        paths["/tileMatrixSets/" + TileDocuments.Scheme] = Get("Lo schema delle tessere", "tileMatrixSet", ["json"], [], ("200", "La definizione.", OgcMedia.Json));
    }

    public static void Add(JsonObject paths, OgcCollection collection)
    {
        string path = $"/collections/{collection.Id}/tiles", set = $"{path}/{TileDocuments.Scheme}", name = collection.Id;
        paths[path] = Get($"{collection.Title}: tessere", $"{name}.collection.vector.getTileSetsList", ["json"], [], ("200", "Gli insiemi di tessere.", OgcMedia.Json));
        paths[set] = Get($"{collection.Title}: come chiedere le tessere", $"{name}.collection.vector.getTileSet", ["json", "tilejson"], [],
            ("200", "L'insieme di tessere, o lo stesso in TileJSON.", OgcMedia.Json));
        paths[set + "/style"] = Get($"{collection.Title}: uno stile per MapLibre", $"{name}.style", ["json"], [], ("200", "Lo stile.", OgcMedia.Style));
        paths[set + "/{tileMatrix}/{tileRow}/{tileCol}"] = Get($"{collection.Title}: una tessera", $"{name}.collection.vector.getTile", ["mvt"],
            [
                Part("tileMatrix", "Livello di zoom.", TileAddress.MostZoom),
                Part("tileRow", "Riga, da nord.", TileAddress.Tiles(TileAddress.MostZoom) - 1),
                Part("tileCol", "Colonna, da ovest.", TileAddress.Tiles(TileAddress.MostZoom) - 1),
                OpenApiParameters.Reference(FeatureQueryReader.Properties),
                Version(),
            ],
            ("200", "La tessera.", VectorTileFile.MediaType),
            ("204", "Nella tessera non c'è nulla.", null));
    }

    private static JsonObject Part(string name, string description, int most) => new()
    {
        ["name"] = name,
        ["in"] = "path",
        ["required"] = true,
        ["description"] = description,
        ["schema"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = most },
    };

    private static JsonObject Version() => new()
    {
        ["name"] = "v",
        ["in"] = "query",
        ["required"] = false,
        ["description"] = "Qualunque testo: la risposta non ne dipende. Chi lo cambia quando cambiano i dati non riceve da una cache le tessere di prima.",
        ["schema"] = new JsonObject { ["type"] = "string" },
    };

    private static JsonObject Get(
        string summary, string id, string[] formats, IEnumerable<JsonNode> parameters, params (string Status, string Description, string? Media)[] answers)
    {
        var responses = new JsonObject();
        foreach ((string status, string description, string? media) in answers)
        {
            responses[status] = new JsonObject { ["description"] = description };
            if (media is not null)
            {
                var schema = new JsonObject { ["type"] = media == VectorTileFile.MediaType ? "string" : "object" };
                if (media == VectorTileFile.MediaType)
                    schema["format"] = "binary";
                responses[status]!["content"] = new JsonObject { [media] = new JsonObject { ["schema"] = schema } };
            }
        }

        foreach (string status in OpenApiSchemas.Problems.Keys)
            responses[status] = new JsonObject { ["$ref"] = $"#/components/responses/{status}" };
        var format = new JsonObject
        {
            ["name"] = "f",
            ["in"] = "query",
            ["required"] = false,
            ["description"] = "Formato; senza, il primo.",
            ["schema"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. formats.Select(f => (JsonNode)f)]) },
        };
        return new JsonObject
        {
            ["get"] = new JsonObject
            {
                ["summary"] = summary,
                ["operationId"] = id,
                ["tags"] = new JsonArray("Tessere"),
                ["parameters"] = new JsonArray([format, .. parameters]),
                ["responses"] = responses,
            },
        };
    }
}
