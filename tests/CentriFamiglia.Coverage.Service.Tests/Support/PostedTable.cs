using System.Text;
using System.Text.Json.Nodes;

namespace CentriFamiglia.Coverage.Service.Tests.Support;

/// <summary>A table as the map posts it: a few Ambiti of the shown answer, the last ones first, with what spreadsheets stumble over.</summary>
internal sealed class PostedTable
{
    private const string Address = "/api/v1/table";

    private PostedTable(JsonObject body) => Body = body;

    public JsonObject Body { get; }

    public JsonArray Rows => Body["rows"]!.AsArray();

    /// <summary>Cells of every row, with the code that the service adds.</summary>
    public IEnumerable<JsonNode?[]> Lines => Rows.Select(r => (JsonNode?[])[.. r!["cells"]!.AsArray(), r["code"]]);

    public static async Task<PostedTable> OfAmbitiAsync(RunningService service)
    {
        JsonNode answer = await service.JsonAsync("/api/v1/coverage?level=ambito&ats=Brescia");
        JsonNode[] rows = [.. answer["rows"]!.AsArray().Take(4).Reverse().Select(r => r!)];
        return new PostedTable(new JsonObject
        {
            ["title"] = "Ambiti: verdetto di copertura & altro",
            ["name"] = "copertura-ambiti-brescia",
            ["snapshot"] = (string)answer["meta"]!["fotografia"]!["hash"]!,
            ["question"] = new JsonObject { ["name"] = "coverage", ["parameters"] = new JsonObject { ["level"] = "ambito", ["ats"] = "Brescia" } },
            ["view"] = "http://127.0.0.1:5080/#ats=Brescia",
            ["columns"] = new JsonArray(
                Column("nome", "Ambito", "text"), Column("nota", "=Nota, \"fra virgolette\"", "text"), Column("residenti", "Residenti", "integer"),
                Column("quota", "Quota; %", "number"), Column("scoperto", "Scoperto", "boolean")),
            ["rows"] = new JsonArray([.. rows.Select((r, i) => (JsonNode)new JsonObject
            {
                ["level"] = "ambito",
                ["code"] = (string)r["codice"]!,
                ["cells"] = new JsonArray((string)r["nome"]!, i == 0 ? "=CMD|' /C calc'!A0" : i == 1 ? "a;=1+1\nb" : null, (long)r["residenti"]!, i == 2 ? null : 0.1 + i,
                    i % 2 == 0),
            })]),
        });
    }

    public static JsonObject Column(string key, string label, string type) => new() { ["key"] = key, ["label"] = label, ["type"] = type };

    /// <summary>Posts it.</summary>
    public Task<HttpResponseMessage> PostAsync(RunningService service, string format) => PostAsync(service, format, Body.ToJsonString());

    public static Task<HttpResponseMessage> PostAsync(RunningService service, string format, string body) =>
        service.Client.PostAsync(new Uri($"{Address}?f={format}", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"),
            TestContext.Current.CancellationToken);

    /// <summary>Posts it and keeps the file under the name that the service gives it.</summary>
    public async Task<string> FileAsync(RunningService service, string format, string folder)
    {
        using HttpResponseMessage response = await PostAsync(service, format);
        byte[] content = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue(Encoding.UTF8.GetString(content));
        string path = Path.Combine(folder, response.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
        return path;
    }
}
