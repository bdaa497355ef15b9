using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.Ogc.Tiles;

namespace CentriFamiglia.Coverage.Service.Ogc.Documents;

/// <summary>A style (MapLibre style specification, version 8) with which the tiles of a collection are seen at once; it asks nothing of anyone else.</summary>
internal static class TileStyle
{
    private const string Ink = "#17324d";
    private const string Unknown = "#d8dee4";

    public static JsonObject Of(OgcCollection collection, FeatureSchema schema, OgcAddresses addresses)
    {
        JsonArray layers = [new JsonObject { ["id"] = "sfondo", ["type"] = "background", ["paint"] = new JsonObject { ["background-color"] = "#eef1f4" } }];
        if (schema.Shape == FeatureShape.Areas)
        {
            layers.Add(Layer(collection, "aree", "fill", new JsonObject { ["fill-color"] = ColourOf(schema), ["fill-opacity"] = 0.8 }));
            layers.Add(Layer(collection, "confini", "line", new JsonObject { ["line-color"] = Ink, ["line-width"] = 0.6 }));
        }
        else if (schema.Shape == FeatureShape.Lines)
        {
            layers.Add(Layer(collection, "linee", "line", new JsonObject { ["line-color"] = "#5a6672", ["line-width"] = 1.4 }));
        }
        else
        {
            layers.Add(Layer(collection, "punti", "circle", new JsonObject
            {
                ["circle-color"] = "#0066cc",
                ["circle-opacity"] = 0.7,
                ["circle-stroke-color"] = "#ffffff",
                ["circle-stroke-width"] = 0.5,
                ["circle-radius"] = new JsonArray("interpolate", new JsonArray("linear"), new JsonArray("ln", new JsonArray("get", TileMaker.Count)), 0, 3, 7, 9),
            }));
        }

        return new JsonObject
        {
            ["version"] = 8,
            ["name"] = collection.Title,
            ["sources"] = new JsonObject
            {
                [collection.Id] = new JsonObject
                {
                    ["type"] = "vector",
                    ["url"] = addresses.TileSet(collection.Id, TileDocuments.Scheme) + "?f=tilejson",
                    ["promoteId"] = "id",
                },
            },
            ["layers"] = layers,
        };
    }

    private static JsonObject Layer(OgcCollection collection, string id, string type, JsonObject paint) => new()
    {
        ["id"] = id,
        ["type"] = type,
        ["source"] = collection.Id,
        ["source-layer"] = collection.Id,
        ["paint"] = paint,
    };

    /// <summary>Verdicts in the colours of the map; what has none in one.</summary>
    private static JsonNode ColourOf(FeatureSchema schema) => schema.IndexOf("verdetto") < 0
        ? "#b8d0e8"
        : new JsonArray("match", new JsonArray("get", "verdetto"), "SEDE", "#0b6e4f", "COMPETENZA", "#8cc5a7", "SCOPERTO", "#c8553d", Unknown);
}
