using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>
/// Everything that the API document promises, asked once: each operation with its examples, and each form of its rows, over the shipped
/// data and over stores of which little is known. The service has a road network, so that no question is without an answer.
/// </summary>
public sealed class ApiWalk(FilledStore store) : IAsyncLifetime
{
    /// <summary>Of each question the parameters that lead to a form of its rows.</summary>
    private static readonly string[] _forms =
    [
        "coverage?level=all", "coverage?level=all&at=mar%2017:30", "gaps", "gaps?by=comune", "gaps?at=mar%2017:30", "gaps?by=comune&at=dom%2010:00", "gaps?by=zona",
        "gaps?by=regione",
        "week", "week?by=ambito", "measures", "measures?by=ats&measure=2sfca&line=0.02", "measures?measure=tutte", "measures?measure=curva",
        "measures?measure=ore-raggiungibili&by=ats",
        "catchments", "catchments?by=rete", "catchments?by=comune", "catchments?by=ambito", "curve?spokes=3", "fragility", "budget", "findings", "assetto",
        "dotazioni", "exceptions",
        "compare?data_dopo=2024-06-30&level=all", "compare?sedi_dopo=note&level=comune", "what-if", "sites", "networks", "declarations", "isochrones?minutes=15",
        "isochrones?minutes=15&edges=si", "main-roads?zoom=7", "info", "matrix?from=[{%22pro_com_t%22:%22016024%22}]&to=[{%22id%22:%22X%22,%22lon%22:2,%22lat%22:41}]",
        "what-if?rilievi=si&changes=[{%22op%22:%22close%22,%22id%22:%22BG01-S1%22}]", "gaps?domanda=eta_0_14=2,residenti=1", "suggestions",
        "suggestions?by=comune&goal=time&spokes=2",
        "rimodulazione", "places",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("coverage-api-").FullName;
    private readonly List<Asked> _answers = [];
    // The service itself says how long a question may take.
    private readonly HttpClient _client = new() { Timeout = Timeout.InfiniteTimeSpan };
    private RunningService _service = null!;

    /// <summary>As it is served.</summary>
    public JsonNode Document { get; private set; } = null!;

    public string DocumentFile => Path.Combine(_folder, "v1.json");

    public string OgcDocumentFile => Path.Combine(_folder, "ogc.json");

    internal IReadOnlyList<Asked> Answers => _answers;

    /// <summary>What the walk of each parameter's example asked for.</summary>
    internal IEnumerable<Asked> Tried => _answers.Where(a => a.IsTried);

    public async ValueTask InitializeAsync()
    {
        string roads = store.Sibling("documento.roads");
        await SeatRoads.BuildAsync(store.Path, roads, kmPerHour: 60);
        _service = await RunningService.StartAsync(store.Path, roads);
        await File.WriteAllTextAsync(DocumentFile, await _service.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)));
        await File.WriteAllTextAsync(OgcDocumentFile, await _service.Client.GetStringAsync(new Uri("/ogc/api", UriKind.Relative)));
        Document = JsonNode.Parse(await File.ReadAllTextAsync(DocumentFile))!;
        foreach ((string path, string method, JsonObject operation) in Operations().Where(o => !o.Path.Contains("searches", StringComparison.Ordinal) && !IsDeciding(o.Operation)))
            await TryAsync(path, method, operation);
        await DecidingAsync();
        await SearchesAsync();
        await FormsAsync(_service, ["", "sedi=note", "sedi=mie"], withShapes: true);
        await FormsAsync(await store.ServiceOfOneAtsAsync(), ["sedi=mie"], withShapes: false);
        await ProblemsAsync();
    }

    public IEnumerable<(string Path, string Method, JsonObject Operation)> Operations() => Document["paths"]!.AsObject()
        .SelectMany(p => p.Value!.AsObject().Select(o => (p.Key, o.Key, o.Value!.AsObject())));

    /// <summary>As a page of the API does: the examples, alone and all together.</summary>
    private async Task TryAsync(string path, string method, JsonObject operation)
    {
        JsonObject[] parameters = [.. (operation["parameters"]?.AsArray() ?? []).Select(p => p!.AsObject())];
        string[] needed =
        [
            .. parameters.Where(p => p["required"]?.GetValue<bool>() == true).Select(p => (string)p["name"]!),
            .. (operation["x-almeno-uno"]?.AsArray() ?? []).Take(1).Select(n => (string)n!),
        ];
        operation = operation.DeepClone().AsObject();
        if (path == "/api/v1/table")
            operation["requestBody"]!["content"]!["application/json"]!["example"]!["snapshot"] = await SnapshotAsync();
        await AskAsync(needed);
        foreach (JsonObject one in parameters.Where(p => p["example"] is not null))
            await AskAsync([.. needed, (string)one["name"]!, .. (one["x-insieme-a"]?.AsArray() ?? []).Select(n => (string)n!)]);
        await AskAsync([.. parameters.Where(p => p["example"] is not null).Select(p => (string)p["name"]!)]);

        Task AskAsync(string[] names)
        {
            JsonObject[] given = [.. parameters.Where(p => names.Contains((string)p["name"]!, StringComparer.Ordinal))];
            string query = string.Join('&', given.Where(p => (string)p["in"]! == "query").Select(p => $"{p["name"]}={Uri.EscapeDataString(TextOf(p["example"]!))}"));
            return SendAsync(_service, path, method, query, ContentOf(operation), [.. given.Where(p => (string)p["in"]! == "header")
                .Select(p => ((string)p["name"]!, (string)p["example"]!))], isTried: true);
        }
    }

    /// <summary>No document can know which data a page has read.</summary>
    private async Task<string> SnapshotAsync() => (string)(await _service.JsonAsync("/api/v1/gaps"))["meta"]!["fotografia"]!["hash"]!;

    /// <summary>A search that goes on by itself, asked for, ended, and asked for where there is none.</summary>
    private async Task SearchesAsync()
    {
        Asked accepted = await SendAsync(_service, "/api/v1/curve", "get", "spokes=40&ats=Insubria", null, [("Prefer", "respond-async, wait=0")]);
        accepted.Status.ShouldBe(HttpStatusCode.Accepted);
        foreach (string path in new[] { "/api/v1/searches/{id}", "/api/v1/searches/{id}/result", "/api/v1/admin/searches" })
            await SendAsync(_service, path, "get", "", null, [], id: accepted.Search);
        await SendAsync(_service, "/api/v1/searches/{id}", "delete", "", null, [], id: accepted.Search);
        await SendAsync(_service, "/api/v1/searches/{id}/result", "get", "", null, [], id: accepted.Search);
        await SendAsync(_service, "/api/v1/searches/{id}", "get", "", null, [], id: "nessuna");
        await SendAsync(_service, "/api/v1/admin/searches/{id}", "delete", "", null, [], id: "nessuna");
    }

    /// <summary>What writes has an order of its own: a scenario made, compared and applied, a run frozen, published and decided, on a store of its own.</summary>
    private async Task DecidingAsync()
    {
        await using RunningService service = await RunningService.StartAsync(store.Copy());
        const string scenarios = "/api/v1/scenarios", runs = "/api/v1/runs", one = "/{id}";
        Asked made = await SendAsync(service, scenarios, "post", "", ContentOf("scenario-create"), []);
        string scenario = made.Search!;
        foreach (string end in new[] { "", "/conflicts" })
            await SendAsync(service, scenarios + one + end, "get", "", null, [], scenario);
        await SendAsync(service, scenarios + "/compare", "get", $"primo={scenario}", null, []);
        await SendAsync(service, scenarios + one, "patch", "", ContentOf("scenario-change"), [], scenario);
        await SendAsync(service, scenarios + one + "/apply", "post", "", ContentOf("scenario-apply"), [], scenario);
        string other = (await SendAsync(service, scenarios, "post", "", Json("""{"nome":"Altro"}"""), [])).Search!;
        await SendAsync(service, scenarios + one + "/archive", "post", "", null, [], other);
        await SendAsync(service, scenarios, "get", "", null, []);
        await SendAsync(service, scenarios, "post", "", Json("""{"nome":""}"""), []);
        string run = (await SendAsync(service, runs, "post", "", ContentOf("run-freeze"), [])).Search!;
        await SendAsync(service, runs + one + "/decisions/{number}", "put", "", ContentOf("run-decide"), [], run);
        await SendAsync(service, runs + one + "/publish", "post", "", null, [], run);
        foreach (string method in new[] { "put", "post" })
            await SendAsync(service, runs + one + "/decisions/{number}", method, "", ContentOf("run-decide"), [], run);
        await SendAsync(service, "/api/v1/decisions", "post", "", ContentOf("decision-book"), []);
        foreach (string end in new[] { "", "/content", "/results/{name}", "/decisions", "/dossier", "/verbale" })
            await SendAsync(service, runs + one + end, "get", "", null, [], run);
        await SendAsync(service, runs + "/compare", "get", $"prima={run}&dopo={run}", null, []);
        await SendAsync(service, "/api/v1/links", "post", "", Json($$"""{"analisi":"{{run}}","giorni":3,"nota":"Per prova"}"""), []);
        string link = (string)(await service.RowsAsync("/api/v1/links"))[0]!["id"]!;
        await SendAsync(service, "/api/v1/links" + one, "delete", "", null, [], link);
        await SendAsync(service, "/api/v1/links", "get", "", null, []);
        await WritingAsync(service);
        foreach (string path in new[] { runs, "/api/v1/decisions", "/api/v1/audit", "/api/v1/audit/verify" })
            await SendAsync(service, path, "get", "", null, []);
    }

    /// <summary>Rows one by one and a file, each with a version that is there, one that is not, and none.</summary>
    private async Task WritingAsync(RunningService service)
    {
        (string, string)[] any = [("If-Match", "*")], other = [("If-Match", "\"altra\"")];
        foreach ((string name, string path, string id, string? another) in new[]
        {
            ("site", "/api/v1/sites/{id}", "BG01-S1", "X9"), ("network", "/api/v1/networks/{id}", "BG01", "X9"), ("membership", "/api/v1/memberships/{id}", "016024", null),
        })
        {
            await SendAsync(service, path, "get", "", null, [], id);
            await SendAsync(service, path, "get", "", null, [], "inesistente");
            foreach (string method in new[] { "put", "patch" })
            {
                foreach ((string, string)[] headers in new[] { [], other, any })
                    await SendAsync(service, path, method, "", ContentOf($"{name}-{method}"), headers, id);
            }

            if (another is null)
                continue;
            (await SendAsync(service, path, "put", "", ContentOf($"{name}-put"), [], another)).Status.ShouldBe(HttpStatusCode.Created);
            (await SendAsync(service, path, "delete", "", null, any, another)).Status.ShouldBe(HttpStatusCode.NoContent);
        }

        foreach ((string, string)[] headers in new[] { [], other, any })
        {
            await SendAsync(service, "/api/v1/rules/{id}", "put", "", ContentOf("rule-set-put"), headers, "mie-2026");
            await SendAsync(service, "/api/v1/rules", "patch", "", ContentOf("rules-patch"), headers);
        }

        await SendAsync(service, "/api/v1/rules", "get", "", null, []);
        foreach (string id in new[] { "mie-2026", "dgr-xii-1507-2023", "inesistente" })
        {
            await SendAsync(service, "/api/v1/rules/{id}", "get", "", null, [], id);
            await SendAsync(service, "/api/v1/rules/{id}", "delete", "", null, any, id);
        }

        foreach ((string, string)[] headers in new[] { [], other })
            await SendAsync(service, "/api/v1/import", "post", "file=sedi.csv", ContentOf("import"), headers);
        await SendAsync(service, "/api/v1/import", "post", "", ContentOf("import"), []);
    }

    /// <summary>As the document shows it.</summary>
    private HttpContent ContentOf(string operation) => ContentOf(Operations().First(o => (string)o.Operation["operationId"]! == operation).Operation)!;

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static bool IsDeciding(JsonObject operation) => (string?)operation["tags"]![0] is "Decisioni" or "Archivio";

    private async Task FormsAsync(RunningService service, string[] sets, bool withShapes)
    {
        foreach (string form in _forms)
        {
            (string name, string query) = (form.Split('?')[0], form.Contains('?', StringComparison.Ordinal) ? form[(form.IndexOf('?', StringComparison.Ordinal) + 1)..] : "");
            // Searches have the same forms of rows whatever set they are over, and would take most of the time.
            bool takesSets = name is not ("main-roads" or "rimodulazione" or "suggestions" or "curve")
                && !form.Contains("BG01", StringComparison.Ordinal);
            foreach (string set in sets.Where(s => takesSets || (withShapes && s.Length == 0)))
            {
                string asked = string.Join('&', new[] { query, set }.Where(q => q.Length > 0));
                await SendAsync(service, "/api/v1/" + name, "get", asked.Length == 0 ? "f=json" : asked + "&f=json", null, []);
                if (withShapes && set.Length == 0)
                    await SendAsync(service, "/api/v1/" + name, "get", asked.Length == 0 ? "f=geojson" : asked + "&f=geojson", null, []);
            }
        }
    }

    private async Task ProblemsAsync()
    {
        foreach ((string path, string method, JsonObject operation) in Operations().Where(o => o.Operation["responses"]!["400"] is not null && !IsDeciding(o.Operation)))
            await SendAsync(_service, path, method, "nessuno=1", method == "post" ? new StringContent("{\"nessuno\":1}", Encoding.UTF8, "application/json") : null, []);
        await SendAsync(_service, "/api/v1/table", "post", "", new StringContent("{}", Encoding.UTF8, "text/plain"), []);
        await SendAsync(_service, "/api/v1/what-if", "get", "changes=" + new string('a', 5000), null, []);
    }

    private static HttpContent? ContentOf(JsonObject operation)
    {
        if (operation["requestBody"]?["content"] is not JsonObject content)
            return null;
        return content["application/json"] is { } json
            ? new StringContent(json["example"]!.ToJsonString(), Encoding.UTF8, "application/json")
            : new ByteArrayContent(Encoding.UTF8.GetBytes((string)content.First().Value!["example"]!));
    }

    private async Task<Asked> SendAsync(
        RunningService service, string path, string method, string query, HttpContent? content, (string Name, string Value)[] headers, string? id = null, bool isTried = false)
    {
        string address = path.Replace("{id}", id, StringComparison.Ordinal).Replace("{name}", "proposte", StringComparison.Ordinal)
            .Replace("{number}", "1", StringComparison.Ordinal) + (query.Length == 0 ? "" : "?" + query);
        using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), new Uri(service.Client.BaseAddress!, address));
        request.Content = content;
        foreach ((string name, string value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using HttpResponseMessage response = await _client.SendAsync(request);
        string file = Path.Combine(_folder, $"{_answers.Count.ToString(CultureInfo.InvariantCulture)}.json");
        await File.WriteAllBytesAsync(file, await response.Content.ReadAsByteArrayAsync());
        var asked = new Asked(path, method, address, response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "", file,
            response.Headers.Location?.ToString().Split('/')[^1], isTried);
        _answers.Add(asked);
        return asked;
    }

    private static string TextOf(JsonNode example) => example is JsonValue value && value.TryGetValue(out string? text) ? text : example.ToJsonString();

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
/// <param name="Search">The search that goes on; null for none.</param>
/// <param name="IsTried">Whether it was made of the examples of the document alone.</param>
internal sealed record Asked(string Path, string Method, string Address, HttpStatusCode Status, string Media, string File, string? Search, bool IsTried)
{
    public bool IsJson => Media is "application/json" or "application/geo+json" or "application/problem+json";

    /// <summary>Where the document describes the content.</summary>
    public string Pointer =>
        $"/paths/{Escaped(Path)}/{Method}/responses/{((int)Status).ToString(CultureInfo.InvariantCulture)}/content/{Escaped(Media)}/schema";

    private static string Escaped(string part) => part.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
