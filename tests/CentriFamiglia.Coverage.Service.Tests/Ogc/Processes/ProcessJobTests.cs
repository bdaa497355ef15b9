using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;
using static CentriFamiglia.Coverage.Service.Tests.Ogc.Processes.ProcessService;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc.Processes;

/// <summary>OGC API - Processes - Part 1: jobs, their list and their end (classes Core, Job List, Dismiss), under the names of the abstract tests.</summary>
public sealed class ProcessJobTests(FilledStore store) : IAsyncLifetime
{
    private const string Exceptions = "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/";

    /// <summary>Minutes of computing, which nobody waits for here.</summary>
    private const string Long = """{"inputs":{"goal":"time","spokes":30,"level":"entrambi"}}""";

    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RunningService.StartAsync(store.Path);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Job_creation_auto_execution_mode_and_job_creation_success_async_and_job_success_and_job_results_async_raw()
    {
        string job = await _service.StartAsync("suggest", """{"inputs":{"ats":"Pavia"}}""");
        JsonNode status = await _service.EndAsync(job);
        JsonNode asked = await _service.JsonAsync("/api/v1/suggestions?ats=Pavia");

        Faults(status, "statusInfo").ShouldBeEmpty();
        ((string)status["status"]!).ShouldBe("successful");
        ((string)status["processID"]!).ShouldBe("suggest");
        JsonNode results = await _service.JsonAsync(new Uri(OgcService.Links(status, "http://www.opengis.net/def/rel/ogc/1.0/results").Single()).PathAndQuery);
        results["rows"]!.ToJsonString().ShouldBe(asked["rows"]!.ToJsonString());
        results["rows"]!.AsArray().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Job_results_async_document()
    {
        string job = await _service.StartAsync("gaps", """{"inputs":{"by":"ats"},"response":"document"}""");
        await _service.EndAsync(job);
        JsonNode results = await _service.JsonAsync($"/ogc/jobs/{job}/results");

        Faults(results, "results").ShouldBeEmpty();
        results["risposta"]!["value"]!["rows"]!.AsArray().Count.ShouldBe(8);
    }

    [Fact]
    public async Task Job_exception_no_such_job_and_job_results_exception_no_such_job()
    {
        foreach (string path in (string[])["/ogc/jobs/nessuno", "/ogc/jobs/nessuno/results"])
        {
            using HttpResponseMessage response = await _service.GetAsync(path);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            ((string)(await JsonOf(response))["type"]!).ShouldBe(Exceptions + "no-such-job");
        }
    }

    [Fact]
    public async Task Job_results_exception_results_not_ready_and_job_dismiss_op_and_job_dismiss_success()
    {
        string job = await _service.StartAsync("suggest", Long);
        using HttpResponseMessage early = await _service.GetAsync($"/ogc/jobs/{job}/results");
        using HttpResponseMessage dismissed = await _service.SendAsync(HttpMethod.Delete, $"/ogc/jobs/{job}");
        JsonNode status = await JsonOf(dismissed);
        using HttpResponseMessage late = await _service.GetAsync($"/ogc/jobs/{job}/results");

        early.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        ((string)(await JsonOf(early))["type"]!).ShouldBe(Exceptions + "result-not-ready");
        dismissed.StatusCode.ShouldBe(HttpStatusCode.OK);
        Faults(status, "statusInfo").ShouldBeEmpty();
        ((string)status["status"]!).ShouldBe("dismissed");
        late.StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Job_results_failed()
    {
        string job = await _service.StartAsync("suggest", """{"inputs":{"ats":"Parma"}}""");
        JsonNode status = await _service.EndAsync(job);
        using HttpResponseMessage results = await _service.GetAsync($"/ogc/jobs/{job}/results");

        ((string)status["status"]!).ShouldBe("failed");
        ((string)status["message"]!).ShouldContain("'Parma' non è una ATS");
        results.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ((string)(await JsonOf(results))["campo"]!).ShouldBe("ats");
    }

    [Fact]
    public async Task Job_list_op_and_job_list_success_and_its_parameters()
    {
        string gaps = await _service.StartAsync("gaps", """{"inputs":{"by":"ats"}}"""), matrix = await _service.StartAsync("matrix", "{}");
        await _service.EndAsync(gaps);
        await _service.EndAsync(matrix);
        string dismissed = await _service.StartAsync("suggest", Long);
        using (await _service.SendAsync(HttpMethod.Delete, $"/ogc/jobs/{dismissed}"))
        {
        }

        JsonNode list = await _service.OgcAsync("/jobs");
        Faults(list, "jobList").ShouldBeEmpty();
        Ids(list).ShouldBe([dismissed, matrix, gaps], ignoreOrder: true);
        (await AskedAsync(("processID", "gaps,matrix"))).ShouldBe([gaps, matrix], ignoreOrder: true);
        (await AskedAsync(("status", "dismissed"))).ShouldBe([dismissed]);
        (await AskedAsync(("type", "process"))).Length.ShouldBe(3);
        (await AskedAsync(("datetime", "2020-01-01/2020-12-31"))).ShouldBeEmpty();
        (await AskedAsync(("datetime", "2020-01-01/.."))).Length.ShouldBe(3);
        (await AskedAsync(("minDuration", "3600"))).ShouldBeEmpty();
        (await AskedAsync(("processID", "gaps"), ("maxDuration", "3600"))).ShouldBe([gaps]);

        JsonNode first = await _service.OgcAsync("/jobs", ("limit", "2"));
        JsonNode second = await _service.JsonAsync(new Uri(OgcService.Links(first, "next").Single()).PathAndQuery);
        Ids(first).Concat(Ids(second)).ShouldBe([dismissed, matrix, gaps], ignoreOrder: true);
        OgcService.Links(second, "prev").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("status=boh", "status")]
    [InlineData("processID=boh", "processID")]
    [InlineData("type=boh", "type")]
    [InlineData("datetime=ieri", "datetime")]
    [InlineData("minDuration=-1", "minDuration")]
    [InlineData("limit=0", "limit")]
    [InlineData("boh=1", "boh")]
    public async Task What_cannot_be_asked_of_the_list_is_refused(string query, string field) =>
        (await _service.RefusedAsync("/ogc/jobs?" + query)).Field.ShouldBe(field);

    private async Task<string[]> AskedAsync(params (string Name, string Value)[] parameters) => Ids(await _service.OgcAsync("/jobs", parameters));

    private static string[] Ids(JsonNode list) => [.. list["jobs"]!.AsArray().Select(j => (string)j!["jobID"]!)];
}
