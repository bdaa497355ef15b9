using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Ogc.Processes;
using CentriFamiglia.Coverage.Service.Tests.Support;
using static CentriFamiglia.Coverage.Service.Tests.Ogc.Processes.ProcessService;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc.Processes;

/// <summary>
/// OGC API - Processes - Part 1 (18-062r2): the abstract tests of the classes Core, OGC Process Description, JSON and HTML, under their names.
/// </summary>
public sealed class ProcessCoreTests(FilledStore store) : IAsyncLifetime
{
    private const string Exceptions = "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/";

    private RunningService _service = null!;

    public static TheoryData<string> Processes => [.. OgcProcess.All.Select(p => p.Id)];

    public async ValueTask InitializeAsync() => _service = await store.ServiceAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Landingpage_op_and_landingpage_success_and_api_definition_op_and_conformance_op()
    {
        JsonNode landing = await _service.OgcAsync("");
        const string relations = "http://www.opengis.net/def/rel/ogc/1.0/";
        foreach (string relation in (string[])["service-desc", "conformance", relations + "processes", relations + "job-list"])
        {
            using HttpResponseMessage there = await _service.GetAsync(new Uri(OgcService.Links(landing, relation).Single()).PathAndQuery);
            there.StatusCode.ShouldBe(HttpStatusCode.OK, relation);
        }
    }

    [Fact]
    public async Task Process_list_and_process_list_success_and_pl_links()
    {
        JsonNode list = await _service.OgcAsync("/processes");

        Faults(list, "list").ShouldBeEmpty();
        OgcService.Links(list, "self").Single().ShouldEndWith("/ogc/processes?f=json");
        OgcService.Links(list, "alternate").Single().ShouldEndWith("/ogc/processes?f=html");
        list["processes"]!.AsArray().Select(p => (string)p!["id"]!).ShouldBe(["suggest", "curve", "gaps", "matrix", "isochrones", "what-if"]);
    }

    [Theory]
    [InlineData("2", 2)]
    [InlineData("1000", 6)]
    public async Task Pl_limit_definition_and_pl_limit_response(string limit, int expected) =>
        (await _service.OgcAsync("/processes", ("limit", limit)))["processes"]!.AsArray().Count.ShouldBe(expected);

    [Theory]
    [MemberData(nameof(Processes))]
    public async Task Process_description_and_process_success_and_inputs_and_outputs(string id)
    {
        JsonNode process = await _service.OgcAsync($"/processes/{id}");

        Faults(process, "process").ShouldBeEmpty();
        process["jobControlOptions"]!.AsArray().Select(o => (string)o!).ShouldBe(["sync-execute", "async-execute", "dismiss"]);
        OgcService.Links(process, "http://www.opengis.net/def/rel/ogc/1.0/execute").Single().ShouldEndWith($"/ogc/processes/{id}/execution");
        process["inputs"]!.AsObject().Select(i => i.Key).ShouldBe(OgcProcess.Find(id)!.Question.Parameters.Select(p => p.Name));
    }

    [Fact]
    public async Task Process_exception_no_such_process()
    {
        using HttpResponseMessage described = await _service.GetAsync("/ogc/processes/nulla"), executed = await _service.ExecuteAsync("nulla", "{}");
        foreach (HttpResponseMessage response in (HttpResponseMessage[])[described, executed])
        {
            JsonNode exception = await JsonOf(response);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            Faults(exception, "exception").ShouldBeEmpty();
            ((string)exception["type"]!).ShouldBe(Exceptions + "no-such-process");
        }
    }

    [Fact]
    public async Task Job_creation_default_execution_mode_and_job_creation_sync_raw_value_one()
    {
        using HttpResponseMessage response = await _service.ExecuteAsync("gaps", """{"inputs":{"by":"ats","limit":30}}""");
        JsonNode asked = await _service.JsonAsync("/api/v1/gaps?by=ats&limit=30");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await JsonOf(response))["rows"]!.ToJsonString().ShouldBe(asked["rows"]!.ToJsonString());
    }

    [Fact]
    public async Task Job_creation_sync_document_and_results_schema()
    {
        using HttpResponseMessage response = await _service.ExecuteAsync("gaps", """
            {"inputs":{"by":"ats"},"outputs":{"risposta":{"format":{"mediaType":"text/csv"},"transmissionMode":"value"}},"response":"document"}
            """);
        JsonNode results = await JsonOf(response);

        Faults(results, "results").ShouldBeEmpty();
        ((string)results["risposta"]!["mediaType"]!).ShouldBe("text/csv");
        ((string)results["risposta"]!["value"]!).ShouldStartWith("livello,codice,nome,ats,residenti");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/geo+json")]
    [InlineData("text/csv")]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("application/geopackage+sqlite3")]
    public async Task Every_form_that_is_described_is_given(string media)
    {
        string outputs = new JsonObject { ["risposta"] = new JsonObject { ["format"] = new JsonObject { ["mediaType"] = media } } }.ToJsonString();
        using HttpResponseMessage raw = await _service.ExecuteAsync("gaps", $$"""{"inputs":{"by":"ats"},"outputs":{{outputs}} }""");
        using HttpResponseMessage document = await _service.ExecuteAsync("gaps", $$"""{"inputs":{"by":"ats"},"outputs":{{outputs}},"response":"document"}""");

        raw.Content.Headers.ContentType!.MediaType.ShouldBe(media);
        JsonNode value = (await JsonOf(document))["risposta"]!;
        byte[] whole = await raw.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        if ((string?)value["encoding"] == "base64")
            Convert.FromBase64String((string)value["value"]!).ShouldBe(whole);
        else
            whole.Length.ShouldBeGreaterThan(500);
    }

    [Fact]
    public async Task Job_creation_input_inline_object_and_qualified_values()
    {
        const string changes = """[{"op":"close","id":"BG01-S1"}]""";
        using HttpResponseMessage plain = await _service.ExecuteAsync("what-if", $$"""{"inputs":{"changes":{{changes}},"changed":true} }""");
        using HttpResponseMessage wrapped = await _service.ExecuteAsync("what-if", $$"""
            {"inputs":{"changes":{"value":{{changes}},"mediaType":"application/json"},"changed":{"value":true} } }
            """);

        string rows = (await JsonOf(plain))["rows"]!.ToJsonString();
        rows.ShouldContain("BG01");
        (await JsonOf(wrapped))["rows"]!.ToJsonString().ShouldBe(rows);
    }

    [Theory]
    [InlineData("""[1]""", "contenuto")]
    [InlineData("""{"inputs":[1]}""", "inputs")]
    [InlineData("""{"inputs":{"by":"comune","by":"ats"}}""", "contenuto")]
    [InlineData("""{"inputs":{"boh":1}}""", "boh")]
    [InlineData("""{"inputs":{"limit":"molti"}}""", "limit")]
    [InlineData("""{"inputs":{"limit":{"href":"http://example.org/x"}}}""", "limit")]
    [InlineData("""{"inputs":{"limit":{"value":"'; DROP TABLE comuni; --"}}}""", "limit")]
    [InlineData("""{"outputs":{"altro":{}}}""", "outputs.altro")]
    [InlineData("""{"outputs":{"risposta":{"format":{"mediaType":"image/png"}}}}""", "mediaType")]
    [InlineData("""{"outputs":{"risposta":{"transmissionMode":"reference"}}}""", "transmissionMode")]
    [InlineData("""{"response":"boh"}""", "response")]
    [InlineData("""{"subscriber":{"successUri":"http://example.org"}}""", "subscriber")]
    [InlineData("""{"mode":"async"}""", "mode")]
    public async Task What_cannot_be_is_refused_with_the_member_the_reason_and_the_cure(string body, string field)
    {
        using HttpResponseMessage response = await _service.ExecuteAsync("gaps", body);
        JsonNode problem = await JsonOf(response);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, problem.ToJsonString());
        ((string)problem["campo"]!).ShouldBe(field);
        ((string)problem["rimedio"]!).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_content_nested_without_end_or_too_long_is_refused()
    {
        using HttpResponseMessage deep = await _service.ExecuteAsync("gaps", new string('[', 10_000)), empty = await _service.ExecuteAsync("gaps", "");
        deep.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        empty.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using HttpResponseMessage got = await _service.GetAsync("/ogc/processes/gaps/execution");
        got.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        got.Content.Headers.Allow.ShouldBe(["POST"]);
    }

    [Theory]
    [InlineData("/processes")]
    [InlineData("/processes/suggest")]
    [InlineData("/jobs")]
    public async Task Html_content_and_html_definition(string path)
    {
        using HttpResponseMessage page = await _service.GetAsync("/ogc" + path, ("Accept", "text/html"));
        page.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        (await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("<html lang=\"it\">");
    }
}
