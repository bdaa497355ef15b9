using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.Ogc.Features;
using static CentriFamiglia.Coverage.Service.Ogc.Documents.OpenApiParts;

namespace CentriFamiglia.Coverage.Service.Ogc.Documents;

/// <summary>The OpenAPI 3.0 document of <c>/ogc</c>: the paths that do not change, and those of each collection with its properties.</summary>
/// <param name="addresses">Where the API is.</param>
/// <param name="collections">Those that there are.</param>
/// <param name="schemas">Columns of each collection.</param>
/// <param name="held">The collections whose features are at hand, for examples; null for those that a solver has to look for.</param>
internal sealed class OpenApiDocument(
    OgcAddresses addresses, ImmutableArray<OgcCollection> collections, Func<OgcCollection, FeatureSchema> schemas, Func<OgcCollection, HeldLayer?> held)
{
    public JsonObject Make()
    {
        var paths = new JsonObject
        {
            ["/"] = Get("Pagina iniziale", "landing", "Server", [], Answer("200", "I collegamenti a tutto il resto.", OgcMedia.Json, "landingPage")),
            ["/conformance"] = Get("Classi di conformità", "conformance", "Server", [], Answer("200", "Le classi.", OgcMedia.Json, "confClasses")),
            ["/api"] = Get("Questo documento", "api", "Server", [], Answer("200", "OpenAPI 3.0.", OgcMedia.OpenApi, "openApi")),
            ["/collections"] = Get("Raccolte", "collections", "Raccolte", [], Answer("200", "Le raccolte.", OgcMedia.Json, "collections")),
        };
        OpenApiTiles.AddSchemes(paths);
        foreach (OgcCollection collection in collections)
        {
            AddPaths(paths, collection);
            OpenApiTiles.Add(paths, collection, schemas(collection));
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
            ["components"] = new JsonObject
            {
                ["parameters"] = OpenApiParameters.Shared(),
                ["schemas"] = OpenApiSchemas.All(collections.Select(c => (c, schemas(c)))),
                ["responses"] = OpenApiSchemas.Responses(),
            },
        };
    }

    private void AddPaths(JsonObject paths, OgcCollection collection)
    {
        FeatureSchema schema = schemas(collection);
        string path = "/collections/" + collection.Id, name = collection.Id;
        paths[path] = Get(collection.Title, $"{name}.collection", "Raccolte", [], Answer("200", collection.Description, OgcMedia.Json, "collection"));
        paths[path + "/queryables"] = Get($"{collection.Title}: proprietà con cui filtrare", $"{name}.queryables", "Raccolte", [],
            Answer("200", "JSON Schema.", OgcMedia.Schema, "jsonSchema"));
        paths[path + "/schema"] = Get($"{collection.Title}: schema degli elementi", $"{name}.schema", "Raccolte", [], Answer("200", "JSON Schema.", OgcMedia.Schema, "jsonSchema"));
        HeldLayer? features = held(collection) is { Count: > 0 } some ? some : null;
        JsonNode[] parameters =
        [
            .. OpenApiParameters.OfItems.Select(name => OpenApiParameters.OfColumns(name, schema) ?? OpenApiParameters.Reference(name)),
            .. schema.Columns.Select((c, i) => OpenApiParameters.Query(c.Name, c.Description, OgcSchemas.PropertyOf(c), ExampleOf(c, features?[0].Values[i]))),
        ];
        KeyValuePair<string, JsonNode?> items = Answer("200", collection.Description, OgcMedia.GeoJson, OpenApiFeatureSchemas.Page(name));
        foreach ((RowForm form, _) in OgcMedia.Files)
            items.Value!["content"]![form.MediaType] = new JsonObject { ["schema"] = form == RowForm.Csv ? Text() : File() };
        paths[path + "/items"] = Get($"{collection.Title}: elementi", $"{name}.items", "Elementi", parameters, items, format: "f-items");
        paths[path + "/items/{featureId}"] = Get(
            $"{collection.Title}: un elemento", $"{name}.item", "Elementi",
            [
                OpenApiParameters.FeatureId(features?.IdOf(0)), OpenApiParameters.Reference("crs"),
                OpenApiParameters.OfColumns(FeatureQueryReader.Properties, schema)!,
            ],
            Answer("200", collection.Description, OgcMedia.GeoJson, OpenApiFeatureSchemas.One(name)));
    }

    /// <summary>A value that a feature has, else one that could be.</summary>
    private static JsonNode ExampleOf(LayerColumn column, object? value) => (column.Type, value) switch
    {
        (_, string text) => text,
        (_, bool flag) => flag,
        (_, long whole) => whole,
        (_, not null) => JsonValue.Create(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        (ColumnType.Boolean, _) => true,
        (ColumnType.Text, _) => column.Words?.FirstOrDefault() ?? (FeatureSchema.IsDay(column) ? "2024-06-30" : "x"),
        _ => 1,
    };

    private static JsonObject Tag(string name, string description) => new() { ["name"] = name, ["description"] = description };

    private static JsonObject Get(string summary, string id, string tag, IEnumerable<JsonNode> parameters, KeyValuePair<string, JsonNode?> answer, string format = "f")
    {
        return new JsonObject
        {
            ["get"] = new JsonObject
            {
                ["summary"] = summary,
                ["operationId"] = id,
                ["tags"] = new JsonArray(tag),
                ["parameters"] = new JsonArray([OpenApiParameters.Reference(format), .. parameters]),
                ["responses"] = OpenApiSchemas.WithProblems(new JsonObject([answer])),
            },
        };
    }

    private static KeyValuePair<string, JsonNode?> Answer(string status, string description, string media, string schema) => KeyValuePair.Create(status, (JsonNode?)new JsonObject
    {
        ["description"] = description,
        ["headers"] = new JsonObject { ["ETag"] = new JsonObject { ["description"] = "Per chiedere di nuovo solo ciò che è cambiato.", ["schema"] = Text() } },
        ["content"] = new JsonObject { [media] = new JsonObject { ["schema"] = Reference(schema) }, [OgcMedia.Html] = new JsonObject { ["schema"] = Text() } },
    });
}
