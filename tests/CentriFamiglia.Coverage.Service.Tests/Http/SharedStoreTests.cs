using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.TestPostGis;

[assembly: AssemblyFixture(typeof(PostGisServer))]

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>The shared store answers with the same bytes, and a service survives its absence.</summary>
public sealed class SharedStoreTests
{
    private readonly FilledStore _embedded;
    private readonly PostGisServer _server;

    public SharedStoreTests(FilledStore embedded, PostGisServer server)
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        (_embedded, _server) = (embedded, server);
    }

    [Fact]
    public async Task Rows_are_the_same_bytes_on_GeoPackage_and_on_PostGIS()
    {
        string database = await _server.CreateEmptyDatabaseAsync();
        await FilledStore.FillAsync(database, shared: true);
        await using RunningService embedded = await RunningService.StartAsync(_embedded.Path);
        await using RunningService shared = await RunningService.StartAsync(database);

        foreach (string address in (string[])
        [
            "/api/v1/coverage?level=all", "/api/v1/gaps?by=comune", "/api/v1/gaps?by=distretto", "/api/v1/suggestions?level=entrambi",
            "/api/v1/budget", "/api/v1/sites", "/api/v1/sites?sedi=note", "/api/v1/networks",
            "/ogc/collections/comuni/items?limit=2000", "/ogc/collections/sedi/items?bbox=9.5,45.5,10,46&crs=http://www.opengis.net/def/crs/EPSG/0/6707",
            "/ogc/collections/comuni/items?filter=residenti%20%3E%2050000%20AND%20S_INTERSECTS(geometry,BBOX(9,45,10,46))&sortby=-residenti",
            "/ogc/collections/proposte/items?properties=comune,motivo",
        ])
            (await RowBytesAsync(shared, address)).ShouldBe(await RowBytesAsync(embedded, address), address);
        (await HashAsync(shared)).ShouldBe(await HashAsync(embedded));
    }

    [Fact]
    public async Task Lost_in_the_middle_the_store_gives_503_with_a_time_to_retry_and_comes_back_by_itself()
    {
        await using PostgresCluster? cluster = await PostGisServer.StartClusterAsync();
        Assert.SkipWhen(cluster is null, "Only a given server is to be used.");
        await FilledStore.FillAsync(cluster.ConnectionString, shared: true);
        await using RunningService service = await RunningService.StartAsync(cluster.ConnectionString);
        (await service.RowsAsync("/api/v1/coverage")).Count.ShouldBe(91);

        await cluster.KillAsync();
        using HttpResponseMessage lost = await service.GetAsync("/api/v1/coverage");
        using HttpResponseMessage unready = await service.GetAsync("/health/ready");
        using HttpResponseMessage alive = await service.GetAsync("/health/live");
        JsonNode problem = JsonNode.Parse(await lost.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        lost.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        lost.Headers.RetryAfter!.Delta.ShouldNotBeNull();
        lost.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        ((string)problem["rimedio"]!).ShouldNotBeEmpty();
        unready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        alive.StatusCode.ShouldBe(HttpStatusCode.OK);

        await cluster.StartAsync();
        (await service.RowsAsync("/api/v1/coverage")).Count.ShouldBe(91);
    }

    [Fact]
    public async Task Without_demo_a_shared_store_holds_no_made_up_sede()
    {
        string database = await _server.CreateEmptyDatabaseAsync();
        Outcome plain = await CoverageProgram.RunAsync(database, "check", "--format", "json");
        Outcome demo = await CoverageProgram.RunAsync(database, "check", "--format", "json", "--demo", "--sedi", "dimostrative");

        JsonNode.Parse(plain.Output)!["meta"]!["sedi"]!["insieme"]!.GetValue<string>().ShouldBe("note");
        JsonNode.Parse(plain.Output)!["rows"]!.AsArray().ShouldAllBe(r => !(bool)r!["dimostrativo"]!);
        JsonNode.Parse(demo.Output)!["meta"]!["totali"]!["ambito"]!["SEDE"]!.GetValue<int>().ShouldBe(71);
    }

    private static async Task<string> RowBytesAsync(RunningService service, string address)
    {
        string text = await service.Client.GetStringAsync(new Uri(address, UriKind.Relative));
        return text[text.IndexOf(address.StartsWith("/ogc", StringComparison.Ordinal) ? "\"features\":" : "\"rows\":", StringComparison.Ordinal)..];
    }

    private static async Task<string> HashAsync(RunningService service) =>
        (string)(await service.JsonAsync("/api/v1/coverage"))["meta"]!["fotografia"]!["hash"]!;
}
