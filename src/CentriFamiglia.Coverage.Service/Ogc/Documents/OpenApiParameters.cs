using CentriFamiglia.Coverage.Service.Ogc.Crs;
using CentriFamiglia.Coverage.Service.Ogc.Features;

namespace CentriFamiglia.Coverage.Service.Ogc.Documents;

/// <summary>The parameters that every collection shares.</summary>
internal static class OpenApiParameters
{
    /// <summary>Those of <c>/items</c> besides the format.</summary>
    public static ImmutableArray<string> OfItems { get; } = [.. FeatureQuery.Parameters.Where(p => p != "f")];

    public static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/parameters/{name}" };

    public static JsonObject Shared() => new()
    {
        ["f"] = Query("f", "Formato; senza, decide l'intestazione Accept.", new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("json", "html") }, "json"),
        ["f-items"] = Query("f", "Formato: json e html danno una pagina, gli altri un file con tutti gli elementi.", new JsonObject
        {
            ["type"] = "string",
            ["enum"] = new JsonArray(["json", "html", .. OgcMedia.Files.Select(f => (JsonNode)f.Form.Name)]),
        }),
        ["featureId"] = new JsonObject
        {
            ["name"] = "featureId",
            ["in"] = "path",
            ["required"] = true,
            ["description"] = "Identificativo dell'elemento, come nel suo membro id.",
            ["schema"] = Text(),
        },
        ["bbox"] = Query("bbox", "Solo gli elementi che toccano questo riquadro: due angoli opposti, nell'ordine degli assi di bbox-crs.", new JsonObject
        {
            ["type"] = "array",
            ["items"] = new JsonObject { ["type"] = "number" },
            ["oneOf"] = new JsonArray(new JsonObject { ["minItems"] = 4, ["maxItems"] = 4 }, new JsonObject { ["minItems"] = 6, ["maxItems"] = 6 }),
        }, new JsonArray(9.5, 45.5, 10, 46)),
        ["bbox-crs"] = Query("bbox-crs", "Sistema di riferimento di bbox.", Systems(), OgcCrs.Crs84.Uri),
        ["crs"] = Query("crs", "Sistema di riferimento delle coordinate della risposta; l'intestazione Content-Crs lo ripete.", Systems(), OgcCrs.Crs84.Uri),
        ["datetime"] = Query(
            "datetime", "Solo gli elementi validi in questo tempo: un momento, o un intervallo aperto da una parte con .. ; chi non ha tempo c'è sempre.", Text(), "2024-06-30"),
        ["limit"] = Query("limit", "Quanti elementi in una risposta; gli altri sono dietro il collegamento next, numberMatched dice quanti sono in tutto.", new JsonObject
        {
            ["type"] = "integer",
            ["minimum"] = 1,
            ["maximum"] = FeatureQuery.MostFeatures,
            ["default"] = FeatureQuery.UsualLimit,
        }, 10),
        ["offset"] = Query("offset", "Quanti elementi saltare; i collegamenti next e prev lo scrivono da sé.",
            new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["default"] = 0 }, 0),
        ["sortby"] = Query("sortby", "Proprietà per cui ordinare, con - davanti dal più grande; gli elementi senza valore sono ultimi.", List()),
        ["properties"] = Query("properties", "Solo queste proprietà, in quest'ordine.", List()),
        ["filter"] = Query("filter", "Filtro CQL2; vale insieme a tutti gli altri parametri.", Text(), "S_INTERSECTS(geometry, BBOX(9.5,45.5,10,46))"),
        ["filter-lang"] = Query("filter-lang", "Come è scritto filter; cql-text è il nome che GDAL fino alla 3.6 dà a cql2-text.", new JsonObject
        {
            ["type"] = "string",
            ["enum"] = new JsonArray([.. FeatureQueryReader.Languages.Select(l => (JsonNode)l)]),
            ["default"] = FeatureQueryReader.Languages[0],
        }, FeatureQueryReader.Languages[0]),
        ["filter-crs"] = Query("filter-crs", "Sistema di riferimento delle geometrie di filter.", Systems(), OgcCrs.Crs84.Uri),
    };

    private static JsonObject Query(string name, string description, JsonObject schema, JsonNode? example = null)
    {
        var parameter = new JsonObject
        {
            ["name"] = name,
            ["in"] = "query",
            ["required"] = false,
            ["description"] = description,
            ["schema"] = schema,
            ["style"] = "form",
            ["explode"] = false,
        };
        if (example is not null)
            parameter["example"] = example;
        return parameter;
    }

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject List() => new() { ["type"] = "array", ["items"] = Text() };

    private static JsonObject Systems() => new()
    {
        ["type"] = "string",
        ["format"] = "uri",
        ["enum"] = new JsonArray([.. OgcCrs.All.Select(c => (JsonNode)c.Uri)]),
        ["default"] = OgcCrs.Crs84.Uri,
    };
}
