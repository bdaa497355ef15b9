using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Analyses;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.Storage;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.TestPostGis;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>With PostgreSQL away reads go on from the last content, marked, for as long as was said; back, it is found by itself.</summary>
public sealed class AwayStoreTests(FilledStore filled)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stopped_under_the_service_the_database_is_answered_for_and_found_again()
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        await using PostgresCluster? cluster = await PostGisServer.StartClusterAsync();
        Assert.SkipWhen(cluster is null, "A given server is not ours to stop.");
        await FilledStore.FillAsync(cluster.ConnectionString, shared: true);
        await using RunningService service = await RunningService.StartAsync(cluster.ConnectionString, patience: TimeSpan.FromHours(1));
        using HttpResponseMessage before = await service.GetAsync("/api/v1/budget");
        JsonNode known = await ReadAsync(before);
        before.Headers.Contains("X-Coverage-Stale").ShouldBeFalse();
        known["meta"]!.AsObject().ContainsKey("non_aggiornato_dal").ShouldBeFalse();

        await cluster.KillAsync();
        using HttpResponseMessage away = await service.GetAsync("/api/v1/budget", ("If-None-Match", before.Headers.ETag!.ToString()));
        JsonNode last = await ReadAsync(away);
        using HttpResponseMessage other = await service.GetAsync("/api/v1/gaps?by=ats");
        JsonNode ready = await service.JsonAsync("/health/ready");
        Outcome import = await CoverageProgram.RunAsync(cluster.ConnectionString, "import", filled.Sibling("niente.csv"));

        away.StatusCode.ShouldBe(HttpStatusCode.OK);
        string since = away.Headers.GetValues("X-Coverage-Stale").Single();
        DateTimeOffset.Parse(since, System.Globalization.CultureInfo.InvariantCulture).ShouldBeLessThanOrEqualTo(DateTimeOffset.UtcNow);
        ((string)last["meta"]!["non_aggiornato_dal"]!).ShouldBe(since);
        last["meta"]!["avvertenze"]!.AsArray().Select(w => (string)w!).ShouldContain(w => w.StartsWith("L'archivio non risponde:", StringComparison.Ordinal));
        last["rows"]!.ToJsonString().ShouldBe(known["rows"]!.ToJsonString());
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
        ((string)ready["non_aggiornato_dal"]!).ShouldBe(since);
        import.ExitCode.ShouldBe(3);

        await cluster.StartAsync();
        JsonNode back;
        do
        {
            await Task.Delay(200, Cancel);
            back = await service.JsonAsync("/api/v1/budget");
        }
        while (back["meta"]!.AsObject().ContainsKey("non_aggiornato_dal"));
        back["rows"]!.ToJsonString().ShouldBe(known["rows"]!.ToJsonString());
    }

    [Fact]
    public async Task For_as_long_as_was_said_the_last_content_stands_in_and_then_the_store_is_away_for_all()
    {
        var clock = new SetClock();
        await using ICoverageStore store = StoreFactory.Open(StoreAddress.Parse(filled.Path));
        using var source = new AnalysisSource(store, clock);
        StoreWatch watch = source.Watch;
        watch.Patience = TimeSpan.FromMinutes(60);
        LoadedStore loaded = await source.LoadAsync(Cancel);
        int looks = 0;
        bool isAway = true;

        LoadedStore first = await watch.SeeAsync(LookAsync, Cancel);
        LoadedStore second = await watch.SeeAsync(LookAsync, Cancel);
        // Nobody looks again within two seconds.
        looks.ShouldBe(1);
        first.StaleSince.ShouldBe(SetClock.Start);
        second.ShouldBeSameAs(first);
        first.Content.ShouldBeSameAs(loaded.Content);

        clock.Now += TimeSpan.FromMinutes(60);
        (await watch.SeeAsync(LookAsync, Cancel)).StaleSince.ShouldBe(SetClock.Start);
        clock.Now += TimeSpan.FromSeconds(1);
        await Should.ThrowAsync<StoreUnreachableException>(() => watch.SeeAsync(LookAsync, Cancel));
        watch.Errors.ShouldBe(3);

        isAway = false;
        (await watch.SeeAsync(LookAsync, Cancel)).StaleSince.ShouldBeNull();
        watch.StaleSince.ShouldBeNull();

        Task<LoadedStore> LookAsync(CancellationToken cancellationToken)
        {
            looks++;
            return isAway ? Task.FromException<LoadedStore>(new StoreUnreachableException("via", "aspettare")) : Task.FromResult(loaded);
        }
    }

    [Fact]
    public async Task A_store_never_seen_is_not_answered_for()
    {
        var watch = new StoreWatch(new SetClock()) { Patience = TimeSpan.FromHours(1) };

        await Should.ThrowAsync<StoreUnreachableException>(
            () => watch.SeeAsync(_ => Task.FromException<LoadedStore>(new StoreUnreachableException("via", "aspettare")), Cancel));
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!;

    private sealed class SetClock : TimeProvider
    {
        public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

        public DateTimeOffset Now { get; set; } = Start;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
