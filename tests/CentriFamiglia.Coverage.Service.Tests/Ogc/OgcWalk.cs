using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc;

/// <summary>
/// Everything that the document of <c>/ogc</c> promises, asked once: each operation with each of its examples, each collection in each CRS, jobs
/// from their beginning to their end, and refusals. The service has a road network, so that no collection and no process is missing.
/// </summary>
public sealed class OgcWalk(FilledStore store) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coverage-ogc-").FullName;
    private readonly List<OgcAsked> _answers = [];
    private readonly HttpClient _client = new() { Timeout = Timeout.InfiniteTimeSpan };
    private RunningService _service = null!;

    public JsonNode Document { get; private set; } = null!;

    public string DocumentFile => Path.Combine(_folder, "ogc.json");

    internal IReadOnlyList<OgcAsked> Answers => _answers;

    public async ValueTask InitializeAsync()
    {
        string roads = store.Sibling("ogc.roads");
        await SeatRoads.BuildAsync(store.Path, roads, kmPerHour: 60);
        _service = await RunningService.StartAsync(store.Path, roads);
        await File.WriteAllTextAsync(DocumentFile, await _service.Client.GetStringAsync(new Uri("/ogc/api?f=json", UriKind.Relative)));
        Document = JsonNode.Parse(await File.ReadAllTextAsync(DocumentFile))!;
        await JobsAsync();
        foreach ((string path, JsonNode operations) in Document["paths"]!.AsObject().Where(p => !p.Key.Contains("jobID", StringComparison.Ordinal)).Select(p => (p.Key, p.Value!)))
            await TryAsync(path, operations);
    }

    /// <summary>The parameters of an operation, those that it shares too.</summary>
    public JsonObject[] ParametersOf(JsonNode operation) => [.. (operation["parameters"]?.AsArray() ?? []).Select(p =>
        (p!["$ref"] is { } shared ? Document["components"]!["parameters"]![((string)shared!).Split('/')[^1]]! : p).AsObject())];

    private async Task TryAsync(string path, JsonNode operations)
    {
        if (operations["post"] is { } post)
        {
            string example = post["requestBody"]!["content"]!["application/json"]!["example"]!.ToJsonString();
            await SendAsync(path, "post", path, Json(example), isTried: true);
            await SendAsync(path, "post", path, Json(example.Insert(1, "\"response\":\"document\",")));
            await SendAsync(path, "post", path, Json(example.Insert(1, "\"outputs\":{\"risposta\":{\"format\":{\"mediaType\":\"application/geo+json\"}}},")));
            await SendAsync(path, "post", path, Json("{\"inputs\":{\"nessuno\":1}}"));
            await SendAsync(path, "post", path, new StringContent("{}", Encoding.UTF8, "text/plain"));
            return;
        }

        JsonObject[] parameters = ParametersOf(operations["get"]!);
        string address = path;
        foreach (JsonObject part in parameters.Where(p => (string)p["in"]! == "path"))
            address = address.Replace($"{{{part["name"]}}}", part["example"] is { } example ? TextOf(example) : await IdAsync(path), StringComparison.Ordinal);
        bool isItems = path.EndsWith("/items", StringComparison.Ordinal);
        await SendAsync(path, "get", address, isTried: true);
        foreach (JsonObject one in parameters.Where(p => (string)p["in"]! == "query"))
        {
            string name = (string)one["name"]!;
            // Borders are large: a few rows say as much of an answer as all.
            string[] along = [.. (one["x-insieme-a"]?.AsArray() ?? []).Select(n => (string)n!)];
            string query = string.Join('&', parameters.Where(p => p == one || along.Contains((string)p["name"]!))
                .Select(p => $"{p["name"]}={Uri.EscapeDataString(TextOf(p["example"]!))}")) + (isItems && name != "limit" ? "&limit=3" : "");
            await SendAsync(path, "get", $"{address}?{query}", isTried: true);
            string[] words = name is "f" or "crs" ? [.. one["schema"]!["enum"]!.AsArray().Select(w => (string)w!).Where(w => w != "html")] : [];
            foreach (string word in words)
                await SendAsync(path, "get", $"{address}?{name}={Uri.EscapeDataString(word)}{(isItems ? "&limit=2" : "")}");
        }

        await SendAsync(path, "get", address + "?nessuno=1");
    }

    private async Task JobsAsync()
    {
        const string job = "/jobs/{jobID}", results = job + "/results", gaps = "/processes/gaps/execution", suggest = "/processes/suggest/execution";
        foreach (string content in (string[])["{\"inputs\":{\"by\":\"ats\"}}", "{\"inputs\":{\"by\":\"ats\"},\"response\":\"document\"}"])
        {
            string done = await StartAsync(gaps, content);
            while ((string)(await _service.JsonAsync($"/ogc/jobs/{done}"))["status"]! is "accepted" or "running")
                await Task.Delay(20);
            await SendAsync(job, "get", $"/jobs/{done}", isTried: true);
            await SendAsync(results, "get", $"/jobs/{done}/results", isTried: true);
        }

        string stopped = await StartAsync(suggest, "{\"inputs\":{\"goal\":\"time\",\"spokes\":30,\"level\":\"entrambi\"}}");
        await SendAsync(results, "get", $"/jobs/{stopped}/results");
        await SendAsync(job, "get", $"/jobs/{stopped}", isTried: true);
        await SendAsync(job, "delete", $"/jobs/{stopped}", isTried: true);
        await SendAsync(results, "get", $"/jobs/{stopped}/results");
        await SendAsync(job, "delete", "/jobs/nessuno");
    }

    private async Task<string> StartAsync(string path, string content) =>
        (await SendAsync(path, "post", path, Json(content), prefer: "respond-async", isTried: true)).Job!;

    private async Task<string> IdAsync(string path) => OgcService.Ids(await _service.JsonAsync($"/ogc{path[..path.LastIndexOf('/')]}?limit=1"))[0];

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private async Task<OgcAsked> SendAsync(string path, string method, string address, HttpContent? content = null, string? prefer = null, bool isTried = false)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), new Uri(_service.Client.BaseAddress!, "/ogc" + address));
        request.Content = content;
        if (prefer is not null)
            request.Headers.TryAddWithoutValidation("Prefer", prefer);
        using HttpResponseMessage response = await _client.SendAsync(request);
        string file = Path.Combine(_folder, $"{_answers.Count.ToString(CultureInfo.InvariantCulture)}.json");
        await File.WriteAllBytesAsync(file, await response.Content.ReadAsByteArrayAsync());
        string status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture), media = response.Content.Headers.ContentType?.MediaType ?? "";
        JsonNode? described = Document["paths"]![path]![method]!["responses"]![status];
        string place = described?["$ref"] is { } shared ? ((string)shared!)[1..] : $"/paths/{Escaped(path)}/{method}/responses/{status}";
        JsonObject? forms = (described?["$ref"] is null ? described : Document["components"]!["responses"]![status])?["content"]?.AsObject();
        string? form = forms?.Select(f => f.Key).FirstOrDefault(key => key.Split(';')[0] == media);
        var asked = new OgcAsked(
            $"{method} {address}", path, response.StatusCode, media, file, form is null ? null : $"{place}/content/{Escaped(form)}/schema",
            response.Headers.Location?.ToString().Split('/')[^1], isTried);
        _answers.Add(asked);
        return asked;
    }

    private static string TextOf(JsonNode example) => example switch
    {
        JsonArray list => string.Join(',', list.Select(e => TextOf(e!))),
        JsonValue value when value.TryGetValue(out string? text) => text,
        _ => example.ToJsonString(),
    };

    private static string Escaped(string part) => part.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _service.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>One request and what came back.</summary>
/// <param name="Path">As the document writes it.</param>
/// <param name="File">Holds the content.</param>
/// <param name="Pointer">Where the document describes the content; null where it does not.</param>
/// <param name="Job">That was begun; null for none.</param>
/// <param name="IsTried">Whether it was made of the examples of the document.</param>
internal sealed record OgcAsked(string Name, string Path, HttpStatusCode Status, string Media, string File, string? Pointer, string? Job, bool IsTried)
{
    public bool IsJson => Media.EndsWith("json", StringComparison.Ordinal);
}
