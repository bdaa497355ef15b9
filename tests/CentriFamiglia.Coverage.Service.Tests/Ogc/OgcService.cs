using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.Tests.House;
using CentriFamiglia.Coverage.Service.Tests.Support;
using Json.Schema;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc;

/// <summary>The service as clients of OGC API - Features ask it.</summary>
internal static class OgcService
{
    public const string Crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    private static readonly JsonObject _schemas = JsonNode.Parse(File.ReadAllText(SchemaFile))!["$defs"]!.AsObject();

    /// <summary>Schemas of the standard, and of GeoJSON.</summary>
    public static string SchemaFile => Path.Combine(Pages.Root, "tests/CentriFamiglia.Coverage.Service.Tests/Ogc/Schemas/ogcapi-features-1.json");

    public static TheoryData<string> Collections => [.. OgcCollections.All.Select(c => c.Id)];

    /// <summary>The URI of an EPSG code.</summary>
    public static string Epsg(int code) => $"http://www.opengis.net/def/crs/EPSG/0/{code}";

    public static string Address(string path, params (string Name, string Value)[] parameters) =>
        $"/ogc{path}{(parameters.Length == 0 ? "" : "?")}{string.Join('&', parameters.Select(p => $"{Uri.EscapeDataString(p.Name)}={Uri.EscapeDataString(p.Value)}"))}";

    public static string Items(string collection, params (string Name, string Value)[] parameters) => Address($"/collections/{collection}/items", parameters);

    public static Task<JsonNode> OgcAsync(this RunningService service, string path, params (string Name, string Value)[] parameters) =>
        service.JsonAsync(Address(path, parameters));

    public static Task<JsonNode> ItemsAsync(this RunningService service, string collection, params (string Name, string Value)[] parameters) =>
        service.JsonAsync(Items(collection, parameters));

    /// <summary>How many features a filter takes.</summary>
    public static async Task<int> CountAsync(this RunningService service, string collection, string filter, string language = "cql2-text") =>
        (int)(await service.ItemsAsync(collection, ("filter", filter), ("filter-lang", language), ("limit", "1")))["numberMatched"]!;

    /// <summary>The ids of all features that answer.</summary>
    public static async Task<string[]> IdsAsync(this RunningService service, string collection, params (string Name, string Value)[] parameters) =>
        Ids(await service.ItemsAsync(collection, [.. parameters, ("limit", "10000")]));

    public static string[] Ids(JsonNode page) => [.. page["features"]!.AsArray().Select(f => (string)f!["id"]!)];

    public static string[] Links(JsonNode document, string relation) =>
        [.. document["links"]!.AsArray().Where(l => (string)l!["rel"]! == relation).Select(l => (string)l!["href"]!)];

    /// <summary>The detail of the refusal.</summary>
    public static async Task<(string Detail, string? Field)> RefusedAsync(this RunningService service, string address)
    {
        using HttpResponseMessage response = await service.GetAsync(address);
        string body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, body);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        JsonNode problem = JsonNode.Parse(body)!;
        ((string)problem["rimedio"]!).ShouldNotBeEmpty();
        return ((string)problem["detail"]!, (string?)problem["campo"]);
    }

    /// <summary>What a schema of the standard says is wrong; nothing for a document that it takes.</summary>
    public static string[] Faults(JsonNode document, string schema) => Faults(document, schema, _schemas);

    /// <summary>The same by other schemas, of which one is named.</summary>
    public static string[] Faults(JsonNode document, string schema, JsonObject schemas)
    {
        JsonSchema judge = JsonSchema.FromText(new JsonObject { ["$ref"] = $"#/$defs/{schema}", ["$defs"] = schemas.DeepClone() }.ToJsonString());
        EvaluationResults result = judge.Evaluate(document, new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        return result.IsValid ? [] : [.. result.Details.Where(d => d.HasErrors).Select(d => $"{d.InstanceLocation}: {string.Join("; ", d.Errors!.Values)}")];
    }
}
