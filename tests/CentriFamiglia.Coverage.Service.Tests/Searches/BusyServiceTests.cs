using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Searches;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Searches;

/// <summary>A service of which far more is asked than it can do.</summary>
public sealed class BusyServiceTests(FilledStore store) : IAsyncLifetime
{
    private const string Admin = "/api/v1/admin/searches";

    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RunningService.StartAsync(store.Path, searches: new SearchLimits(1, 8, 60));

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Fifty_searches_at_once_do_not_silence_it_and_one_more_is_told_to_come_back()
    {
        // It computes until it is let go, so that nothing of what follows hangs on how fast this machine is.
        SearchQueue queue = _service.Part<SearchQueues>().Long;
        Search held = queue.Join("held", "held", "127.0.0.9", patient: false, watch =>
        {
            while (!watch.Stop.IsCancellationRequested)
                Thread.SpinWait(1000);
            throw new OperationCanceledException(watch.Stop);
        });
        while (queue.Running == 0)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        using var gone = new CancellationTokenSource();
        Task<HttpResponseMessage>[] fifty = [.. Enumerable.Range(0, 50).Select(i => _service.Client.GetAsync(new Uri(Long(i), UriKind.Relative), gone.Token))];
        // Forty-two are refused: eight wait for the one that runs.
        while (fifty.Count(f => f.IsCompleted) < 42)
            await Task.WhenAny(fifty.Where(f => !f.IsCompleted));

        using HttpResponseMessage more = await _service.GetAsync(Long(50));
        string live = await _service.Client.GetStringAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken);
        using HttpResponseMessage light = await _service.GetAsync("/api/v1/coverage");

        more.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        more.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeGreaterThanOrEqualTo(2);
        more.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        JsonNode problem = JsonNode.Parse(await more.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        ((string)problem["title"]!).ShouldBe("Servizio occupato");
        (live.Contains("attivo", StringComparison.Ordinal), light.StatusCode).ShouldBe((true, HttpStatusCode.OK));
        (queue.Running, queue.Waiting, held.Answer.IsCompleted).ShouldBe((1, 8, false), "all this was answered while the search went on and others waited");
        foreach (Task<HttpResponseMessage> answered in fifty.Where(f => f.IsCompleted))
            (await answered).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        await gone.CancelAsync();
        queue.Leave(held);
        await EmptyAsync();
    }

    [Fact]
    public async Task Equal_questions_of_many_are_one_search_whose_answer_is_kept()
    {
        const string address = "/api/v1/suggestions?goal=cover&spokes=3&ats=Pavia";
        string[] bodies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TextAsync(address)));

        // To the last digit of the durations in the meta: it was computed once.
        bodies.Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        long hits = _service.Part<KeptAnswers>().Hits;
        (await TextAsync(address)).ShouldBe(bodies[0]);
        _service.Part<KeptAnswers>().Hits.ShouldBe(hits + 1);
    }

    [Fact]
    public async Task A_search_whose_asker_went_away_ends()
    {
        using var gone = new CancellationTokenSource();
        Task<HttpResponseMessage> asked = _service.Client.GetAsync(new Uri(Long(0), UriKind.Relative), gone.Token);
        SearchQueue queue = _service.Part<SearchQueues>().Long;
        while (queue.Running == 0)
            await Task.Delay(5, TestContext.Current.CancellationToken);

        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => asked);
        await EmptyAsync();
    }

    [Fact]
    public async Task The_administrator_sees_what_is_asked_and_ends_it()
    {
        using HttpResponseMessage accepted = await _service.GetAsync(Long(1), ("Prefer", "respond-async, wait=0"));
        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        JsonNode row = (await _service.RowsAsync(Admin)).ShouldHaveSingleItem()!;
        ((string)row["domanda"]!, (int)row["richieste"]!, (string)row["indirizzi"]!).ShouldBe((Long(1), 1, "127.0.0.1"));

        using HttpResponseMessage ended = await _service.SendAsync(HttpMethod.Delete, $"{Admin}/{row["id"]}");
        ended.StatusCode.ShouldBe(HttpStatusCode.OK);
        string address = accepted.Headers.Location!.ToString();
        ((string)(await _service.RowsAsync(address))[0]!["stato"]!).ShouldBe("fallita");
        using HttpResponseMessage result = await _service.GetAsync(address + "/result");
        (result.StatusCode, await result.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldSatisfyAllConditions(
            r => r.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable),
            r => r.Item2.ShouldContain("Ricerca annullata"));
        await EmptyAsync();
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    public async Task Who_comes_through_a_proxy_is_not_the_administrator(string header, string value)
    {
        using HttpResponseMessage list = await _service.GetAsync(Admin, (header, value));

        list.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/api/v1/suggestions?time-limit=61")]
    [InlineData("/api/v1/curve?time-limit=86400")]
    public async Task More_seconds_than_the_service_grants_are_refused_with_the_limit(string address)
    {
        using HttpResponseMessage response = await _service.GetAsync(address);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        JsonNode problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        ((string)problem["campo"]!, (string)problem["rimedio"]!).ShouldBe(("time-limit", "Scrivere un numero intero tra 1 e 60."));
    }

    private Task<string> TextAsync(string address) => _service.Client.GetStringAsync(new Uri(address, UriKind.Relative));

    /// <summary>Long, and each another question.</summary>
    private static string Long(int i) => $"/api/v1/curve?goal=time&reach={30 + i}&spokes=60";

    /// <summary>Until nothing runs and nothing waits.</summary>
    private async Task EmptyAsync()
    {
        SearchQueue queue = _service.Part<SearchQueues>().Long;
        while (queue.Running + queue.Waiting > 0)
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }
}
