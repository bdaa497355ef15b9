using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Ogc.Collections;

namespace CentriFamiglia.Coverage.Service.Ogc.Documents;

/// <summary>The OpenAPI 3.0 document of <c>/ogc</c>: the paths that do not change, and those of each collection with its properties.</summary>
/// <param name="addresses">Where the API is.</param>
/// <param name="collections">Those that there are.</param>
/// <param name="schemas">Columns of each collection.</param>
internal sealed class OpenApiDocument(OgcAddresses addresses, ImmutableArray<OgcCollection> collections, Func<OgcCollection, FeatureSchema> schemas)
{
    public JsonObject Make()
    {
        var paths = new JsonObject
        {
            ["/"] = Get("Pagina iniziale", "landing", "Server", [], Answer("200", "I collegamenti a tutto il resto.", OgcMedia.Json, "landingPage")),
            ["/conformance"] = Get("Classi di conformità", "conformance", "Server", [], Answer("200", "Le classi.", OgcMedia.Json, "confClasses")),
            ["/api"] = Get("Questo documento", "api", "Server", [], Answer("200", "OpenAPI 3.0.", OgcMedia.OpenApi, "object")),
            ["/collections"] = Get("Raccolte", "collections", "Raccolte", [], Answer("200", "Le raccolte.", OgcMedia.Json, "collections")),
        };
        OpenApiTiles.AddSchemes(paths);
        foreach (OgcCollection collection in collections)
        {
            AddPaths(paths, collection);
            OpenApiTiles.Add(paths, collection);
        }

        OpenApiProcesses.Add(paths);
        return new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject
            {
                ["title"] = OgcDocuments.Title,
                ["description"] = OgcDocuments.Description,
                ["version"] = Provenance.Program.Split(' ')[^1],
                ["license"] = new JsonObject
                {
                    ["name"] = "Dati: CC-BY 4.0, con le attribuzioni indicate in ogni risposta",
                    ["url"] = OgcDocuments.Licence,
                },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = addresses.Root }),
            // Read by anyone, without a key.
            ["security"] = new JsonArray(),
            ["tags"] = new JsonArray(
                Tag("Server", "Che cosa c'è, e secondo quali norme."),
                Tag("Raccolte", "Gli strati, con le loro proprietà."),
                Tag("Elementi", "Ciò che gli strati contengono."),
                Tag("Tessere", "Gli strati a tessere vettoriali."),
                Tag(OpenApiProcesses.Tag, "Ciò che si calcola su richiesta.")),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["parameters"] = OpenApiParameters.Shared(), ["schemas"] = OpenApiSchemas.All(), ["responses"] = OpenApiSchemas.Responses() },
        };
    }

    private void AddPaths(JsonObject paths, OgcCollection collection)
    {
        FeatureSchema schema = schemas(collection);
        string path = "/collections/" + collection.Id, name = collection.Id;
        paths[path] = Get(collection.Title, $"{name}.collection", "Raccolte", [], Answer("200", collection.Description, OgcMedia.Json, "collection"));
        paths[path + "/queryables"] = Get($"{collection.Title}: proprietà con cui filtrare", $"{name}.queryables", "Raccolte", [],
            Answer("200", "JSON Schema.", OgcMedia.Schema, "object"));
        paths[path + "/schema"] = Get($"{collection.Title}: schema degli elementi", $"{name}.schema", "Raccolte", [], Answer("200", "JSON Schema.", OgcMedia.Schema, "object"));
        JsonNode[] parameters =
        [
            .. OpenApiParameters.OfItems.Select(OpenApiParameters.Reference),
            .. schema.Columns.Select(c => (JsonNode)new JsonObject
            {
                ["name"] = c.Name,
                ["in"] = "query",
                ["required"] = false,
                ["description"] = c.Description,
                ["schema"] = OgcSchemas.PropertyOf(c),
                ["style"] = "form",
                ["explode"] = false,
            }),
        ];
        KeyValuePair<string, JsonNode?> items = Answer("200", collection.Description, OgcMedia.GeoJson, "featureCollectionGeoJSON");
        foreach ((RowForm form, _) in OgcMedia.Files)
            items.Value!["content"]![form.MediaType] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "binary" } };
        paths[path + "/items"] = Get($"{collection.Title}: elementi", $"{name}.items", "Elementi", parameters, items, format: "f-items");
        paths[path + "/items/{featureId}"] = Get(
            $"{collection.Title}: un elemento", $"{name}.item", "Elementi", [OpenApiParameters.Reference("featureId"), OpenApiParameters.Reference("crs")],
            Answer("200", collection.Description, OgcMedia.GeoJson, "featureGeoJSON"));
    }

    private static JsonObject Tag(string name, string description) => new() { ["name"] = name, ["description"] = description };

    private static JsonObject Get(string summary, string id, string tag, IEnumerable<JsonNode> parameters, KeyValuePair<string, JsonNode?> answer, string format = "f")
    {
        var responses = new JsonObject([answer]);
        foreach (string status in OpenApiSchemas.Problems.Keys)
            responses[status] = new JsonObject { ["$ref"] = $"#/components/responses/{status}" };
        return new JsonObject
        {
            ["get"] = new JsonObject
            {
                ["summary"] = summary,
                ["operationId"] = id,
                ["tags"] = new JsonArray(tag),
                ["parameters"] = new JsonArray([OpenApiParameters.Reference(format), .. parameters]),
                ["responses"] = responses,
            },
        };
    }

    private static KeyValuePair<string, JsonNode?> Answer(string status, string description, string media, string schema) => KeyValuePair.Create(status, (JsonNode?)new JsonObject
    {
        ["description"] = description,
        ["headers"] = new JsonObject
        {
            ["ETag"] = new JsonObject { ["description"] = "Per chiedere di nuovo solo ciò che è cambiato.", ["schema"] = new JsonObject { ["type"] = "string" } },
        },
        ["content"] = new JsonObject
        {
            [media] = new JsonObject
            {
                ["schema"] = schema == "object" ? new JsonObject { ["type"] = "object" } : new JsonObject { ["$ref"] = $"#/components/schemas/{schema}" },
            },
            [OgcMedia.Html] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } },
        },
    });
}
