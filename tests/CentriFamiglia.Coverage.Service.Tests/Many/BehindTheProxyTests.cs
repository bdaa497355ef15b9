using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Office;

namespace CentriFamiglia.Coverage.Service.Tests.Many;

/// <summary>Two replicas behind the nginx of <c>docker-compose.yml</c>: stopped, killed and started again under those who ask.</summary>
[Collection(ManyServersInTurn.Name)]
public sealed class BehindTheProxyTests(ManyServers servers)
{
    private const string Hits = "coverage_cache_hits_total";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_replica_at_a_time_may_be_stopped_or_killed_and_nobody_who_reads_notices()
    {
        Assert.SkipWhen(Nginx.WhyUnavailable is not null, Nginx.WhyUnavailable ?? "");
        string store = await servers.StoreAsync();
        int first = Nginx.FreePort(), second = Nginx.FreePort(), port = Nginx.FreePort();
        Server[] both = await Task.WhenAll(ReplicaAsync(store, first), ReplicaAsync(store, second));
        (Server a, Server b) = (both[0], both[1]);
        try
        {
            await using var nginx = new Nginx();
            await nginx.StartAsync(
                "nginx-repliche.conf", ("172.30.50.11:5080", $"127.0.0.1:{first}"), ("172.30.50.12:5080", $"127.0.0.1:{second}"), ("listen 5080", $"listen 127.0.0.1:{port}"));
            using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            await Server.UntilAsync(() => IsThereAsync(client));
            (double ofA, double ofB) = (await a.MeasureAsync(Hits), await b.MeasureAsync(Hits));

            using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            Task<int> reader = Task.Run(() => ReadAsync(client, end.Token), Cancel);
            string search = await AskAsync(client);

            await Server.UntilAsync(async () => await a.MeasureAsync(Hits) > ofA && await b.MeasureAsync(Hits) > ofB);
            a.Program.Terminate();
            (await a.Program.ExitAsync()).ShouldBe(0);
            await a.DisposeAsync();
            a = await ReplicaAsync(store, first);
            b.Program.Kill();
            await Task.Delay(1000, Cancel);
            await Server.UntilAsync(async () => await StateAsync(client, search) == "finita");
            await end.CancelAsync();
            (await reader).ShouldBeGreaterThan(20);

            (await client.GetStringAsync(new Uri(search + "/result", UriKind.Relative), Cancel)).ShouldContain("\"rows\":");
            using HttpResponseMessage metrics = await client.GetAsync(new Uri("/metrics", UriKind.Relative), Cancel);
            metrics.StatusCode.ShouldBe(HttpStatusCode.NotFound);

            a.Program.Kill();
            using HttpResponseMessage nobody = await client.GetAsync(new Uri("/api/v1/info", UriKind.Relative), Cancel);
            nobody.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            nobody.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            ((string)JsonNode.Parse(await nobody.Content.ReadAsStringAsync(Cancel))!["detail"]!).ShouldBe("Nessuna replica del servizio risponde.");
        }
        finally
        {
            await a.DisposeAsync();
            await b.DisposeAsync();
        }
    }

    private static Task<Server> ReplicaAsync(string store, int port) => ManyServers.ServeOnAsync(store, port, "--proxy", "127.0.0.1");

    private static async Task<bool> IsThereAsync(HttpClient client)
    {
        try
        {
            using HttpResponseMessage ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);
            return ready.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <returns>How many answers, all of them good.</returns>
    private static async Task<int> ReadAsync(HttpClient client, CancellationToken end)
    {
        int answers = 0;
        for (; !end.IsCancellationRequested; answers++)
        {
            using HttpResponseMessage answer = await client.GetAsync(new Uri("/api/v1/coverage?level=ats", UriKind.Relative), Cancel);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancel));
            await Task.Delay(10, Cancel);
        }

        return answers;
    }

    private static async Task<string> AskAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/suggestions?goal=time&spokes=8", UriKind.Relative));
        request.Headers.Add("Prefer", "respond-async, wait=0");
        using HttpResponseMessage accepted = await client.SendAsync(request, Cancel);
        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        return accepted.Headers.Location!.ToString();
    }

    private static async Task<string> StateAsync(HttpClient client, string search) =>
        (string)JsonNode.Parse(await client.GetStringAsync(new Uri(search, UriKind.Relative), Cancel))!["rows"]![0]!["stato"]!;
}
