using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.Ogc.Crs;
using CentriFamiglia.Coverage.Service.Ogc.Features;
using static CentriFamiglia.Coverage.Service.Ogc.Documents.OpenApiParts;

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
        }, "json"),
        ["bbox"] = Query("bbox", "Solo gli elementi che toccano questo riquadro: due angoli opposti, nell'ordine degli assi di bbox-crs.", new JsonObject
        {
            ["type"] = "array",
            ["items"] = new JsonObject { ["type"] = "number" },
            ["oneOf"] = new JsonArray(new JsonObject { ["minItems"] = 4, ["maxItems"] = 4 }, new JsonObject { ["minItems"] = 6, ["maxItems"] = 6 }),
        }, new JsonArray(9.5, 45.5, 10, 46)),
        // Alone it says nothing: pages that try it out add the other.
        ["bbox-crs"] = Query("bbox-crs", "Sistema di riferimento di bbox. Insieme a bbox.", Systems(), OgcCrs.Crs84.Uri).And("x-insieme-a", new JsonArray("bbox")),
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
        ["filter"] = Query("filter", "Filtro CQL2; vale insieme a tutti gli altri parametri.", Text(), "S_INTERSECTS(geometry, BBOX(9.5,45.5,10,46))"),
        ["filter-lang"] = Query("filter-lang", "Come è scritto filter; cql-text è il nome che GDAL fino alla 3.6 dà a cql2-text.", new JsonObject
        {
            ["type"] = "string",
            ["enum"] = new JsonArray([.. FeatureQueryReader.Languages.Select(l => (JsonNode)l)]),
            ["default"] = FeatureQueryReader.Languages[0],
        }, FeatureQueryReader.Languages[0]),
        ["filter-crs"] = Query("filter-crs", "Sistema di riferimento delle geometrie di filter.", Systems(), OgcCrs.Crs84.Uri),
    };

    /// <summary>Of those that name columns the parameter of one collection; null for another.</summary>
    public static JsonObject? OfColumns(string name, FeatureSchema schema) => name switch
    {
        "sortby" => Query(
            name, "Proprietà per cui ordinare, con - davanti dal più grande; gli elementi senza valore sono ultimi.", ListOf(Text()),
            new JsonArray("-" + schema.Columns[^1].Name, schema.Columns[0].Name)),
        FeatureQueryReader.Properties => Query(
            name, "Solo queste proprietà, in quest'ordine.", ListOf(Text()), new JsonArray([.. schema.Columns.Take(2).Select(c => (JsonNode)c.Name)])),
        _ => null,
    };

    /// <param name="example">Null where none is at hand.</param>
    public static JsonObject FeatureId(string? example) => Path("featureId", "Identificativo dell'elemento, come nel suo membro id.", Text(), example);

    public static JsonObject Query(string name, string description, JsonObject schema, JsonNode? example = null) =>
        With(Of(name, "query", description, schema).And("style", "form").And("explode", false), example);

    public static JsonObject Path(string name, string description, JsonObject schema, JsonNode? example = null) =>
        With(Of(name, "path", description, schema), example);

    public static JsonObject Header(string name, string description, JsonNode example) =>
        With(Of(name, "header", description, Text()), example);

    private static JsonObject Of(string name, string place, string description, JsonObject schema) =>
        new() { ["name"] = name, ["in"] = place, ["required"] = place == "path", ["description"] = description, ["schema"] = schema };

    private static JsonObject With(JsonObject parameter, JsonNode? example) => example is null ? parameter : parameter.And("example", example);

    private static JsonObject Systems() => new()
    {
        ["type"] = "string",
        ["format"] = "uri",
        ["enum"] = new JsonArray([.. OgcCrs.All.Select(c => (JsonNode)c.Uri)]),
        ["default"] = OgcCrs.Crs84.Uri,
    };
}
