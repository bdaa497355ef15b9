using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>Long questions asked with <c>Prefer: respond-async</c>: status, progress, result, and their end.</summary>
public sealed class SearchesTests(FilledStore store) : IAsyncLifetime
{
    private const string Long = "/api/v1/curve?goal=time&spokes=60";
    private const string Short = "/api/v1/curve?goal=cover&spokes=4&ats=brescia";

    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RunningService.StartAsync(store.Path);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task A_long_search_is_accepted_tells_how_far_it_is_and_ends_when_asked_to()
    {
        using HttpResponseMessage accepted = await _service.GetAsync(Long, ("Prefer", "respond-async, wait=0"));
        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        string address = accepted.Headers.Location!.ToString();
        (string, string) state = await StateAsync(address);
        state.ShouldBe(("in_corso", Long));

        using HttpResponseMessage ended = await _service.SendAsync(HttpMethod.Delete, address);
        ended.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await StateAsync(address)).Item1.ShouldBe("annullata");
        using HttpResponseMessage result = await _service.GetAsync(address + "/result");
        result.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Its_result_is_what_the_question_would_have_given_at_once()
    {
        using HttpResponseMessage accepted = await _service.GetAsync(Short, ("Prefer", "respond-async, wait=0"));
        string address = accepted.StatusCode == HttpStatusCode.Accepted ? accepted.Headers.Location!.ToString() : "";
        while (address.Length > 0 && (await StateAsync(address)).Item1 == "in_corso")
            await Task.Delay(100, TestContext.Current.CancellationToken);

        JsonArray later = address.Length > 0
            ? await _service.RowsAsync(address + "/result")
            : JsonNode.Parse(await accepted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["rows"]!.AsArray();
        later.ToJsonString().ShouldBe((await _service.RowsAsync(Short)).ToJsonString());
    }

    [Fact]
    public async Task What_is_ready_within_the_wait_is_answered_at_once()
    {
        using HttpResponseMessage ready = await _service.GetAsync("/api/v1/suggestions?ats=brescia", ("Prefer", "respond-async;wait=30"));

        ready.StatusCode.ShouldBe(HttpStatusCode.OK);
        JsonNode answer = JsonNode.Parse(await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        ((string)answer["meta"]!["certificate"]!["status"]!).ShouldBe("optimal");
    }

    [Fact]
    public async Task A_value_that_cannot_be_is_refused_however_it_is_asked()
    {
        using HttpResponseMessage bad = await _service.GetAsync("/api/v1/suggestions?ats-budget=assegnazione", ("Prefer", "respond-async"));

        bad.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await bad.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("il costo di uno Spoke non è indicato");
    }

    [Theory]
    [InlineData("/api/v1/searches/0123")]
    [InlineData("/api/v1/searches/0123/result")]
    public async Task A_search_that_is_not_known_is_not_found(string address)
    {
        using HttpResponseMessage unknown = await _service.GetAsync(address);

        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<(string State, string Question)> StateAsync(string address)
    {
        JsonNode row = (await _service.RowsAsync(address)).ShouldHaveSingleItem()!;
        return ((string)row["stato"]!, (string)row["domanda"]!);
    }
}
