using System.Net;
using System.Text.Json.Nodes;

namespace CentriFamiglia.Coverage.Service.Tests.Many;

/// <summary>Searches that go on by themselves, over servers that come and go.</summary>
[Collection(ManyServersInTurn.Name)]
public sealed class SharedJobsTests(ManyServers servers)
{
    private const string Long = "/api/v1/curve?goal=time&spokes=60";
    private const string Middle = "/api/v1/suggestions?goal=time&spokes=8";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_jobs_asked_of_two_servers_are_computed_once_each_and_read_and_stopped_from_either()
    {
        (string store, Server a, Server b) = await servers.PairAsync();
        Server[] both = [a, b];
        double before = await RunAsync(a) + await RunAsync(b);

        var jobs = new List<string>();
        for (int i = 0; i < 16; i++)
        {
            using HttpResponseMessage job = await both[i % 2].SendAsync(
                HttpMethod.Post, "/ogc/processes/gaps/execution", $$$"""{"inputs":{"by":"comune","ats":"{{{Ats(i)}}}","limit":{{{15 + i}}}}}""", ("Prefer", "respond-async"));
            string text = await job.Content.ReadAsStringAsync(Cancel);
            job.StatusCode.ShouldBe(HttpStatusCode.Created, text);
            jobs.Add((string)JsonNode.Parse(text)!["jobID"]!);
        }

        foreach (string job in jobs)
            await Server.UntilAsync(async () => (string)(await b.JsonAsync($"/ogc/jobs/{job}?f=json"))["status"]! == "successful");

        (await ManyServers.ScalarAsync(store, "select count(*) from coverage.lavori where stato = 'finita' and presa = 1 and cadute = 0")).ShouldBe(16L);
        double ofA = await RunAsync(a), ofB = await RunAsync(b);
        (ofA + ofB - before).ShouldBe(16);
        foreach (string job in jobs.Take(4))
            (await a.RowsAsync($"/ogc/jobs/{job}/results")).ShouldBe(await b.RowsAsync($"/ogc/jobs/{job}/results"));
        (await a.JsonAsync("/ogc/jobs?f=json"))["jobs"]!.AsArray().Count.ShouldBe(16);

        // One asked of the first is stopped by the second: whoever computes it ends it.
        string search = await AskAsync(a, Long);
        await Server.UntilAsync(async () => (string?)await ManyServers.ScalarAsync(store, $"select stato from coverage.lavori where id = '{IdOf(search)}'") == "in_corso");
        using HttpResponseMessage stopped = await b.SendAsync(HttpMethod.Delete, search);
        stopped.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await StateAsync(a, search)).ShouldBe("annullata");
        await Server.UntilAsync(async () => await a.MeasureAsync("coverage_searches_running") + await b.MeasureAsync("coverage_searches_running") == 0);
    }

    [Fact]
    public async Task A_job_of_a_server_that_is_killed_is_finished_by_another_and_read_there()
    {
        string store = await servers.StoreAsync();
        await using Server a = await ManyServers.ServeAsync(store);
        string search = await AskAsync(a, Middle), waiting = await AskAsync(a, "/api/v1/suggestions?goal=cover&spokes=3&ats=Pavia");
        await Server.UntilAsync(async () => (string?)await ManyServers.ScalarAsync(store, $"select stato from coverage.lavori where id = '{IdOf(search)}'") == "in_corso");

        a.Program.Kill();
        await using Server b = await ManyServers.ServeAsync(store);

        await Server.UntilAsync(async () => await StateAsync(b, waiting) == "finita");
        await Server.UntilAsync(async () => await StateAsync(b, search) == "finita");
        (await ManyServers.ScalarAsync(store, $"select presa || ' ' || cadute from coverage.lavori where id = '{IdOf(search)}'")).ShouldBe("2 1");
        (await RunAsync(b)).ShouldBe(2);
        string result = await b.RowsAsync(search + "/result");
        result.ShouldBe(await b.RowsAsync(Middle));
        result.Length.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task A_server_that_is_told_to_stop_gives_its_jobs_back_at_once_and_a_job_that_fells_servers_is_given_up()
    {
        string store = await servers.StoreAsync();
        await using Server a = await ManyServers.ServeAsync(store);
        string search = await AskAsync(a, Middle);
        await Server.UntilAsync(async () => (string?)await ManyServers.ScalarAsync(store, $"select stato from coverage.lavori where id = '{IdOf(search)}'") == "in_corso");

        a.Program.Terminate();
        (await a.Program.ExitAsync()).ShouldBe(0);
        (await ManyServers.ScalarAsync(store, $"select stato || ' ' || presa from coverage.lavori where id = '{IdOf(search)}'")).ShouldBe("in_attesa 1");

        await ManyServers.ExecuteAsync(store, """
            insert into coverage.lavori (id, chi, domanda, mostrata, stato, scade, server, presa, cadute, battito)
            values ('fatale', 'prova', '/api/v1/coverage?f=json', '/api/v1/coverage', 'in_corso', now() + interval '1 hour', 'x', 3, 2, now() - interval '1 minute'),
                   ('altra', 'prova', '/api/v1/inventata?f=json', '/api/v1/inventata', 'in_attesa', now() + interval '1 hour', null, 0, 0, null)
            """);
        await using Server b = await ManyServers.ServeAsync(store);
        await Server.UntilAsync(async () => await StateAsync(b, "/api/v1/searches/fatale") == "fallita" && await StateAsync(b, "/api/v1/searches/altra") == "fallita");

        using HttpResponseMessage fatal = await b.SendAsync(HttpMethod.Get, "/api/v1/searches/fatale/result");
        using HttpResponseMessage other = await b.SendAsync(HttpMethod.Get, "/api/v1/searches/altra/result");
        (await fatal.Content.ReadAsStringAsync(Cancel)).ShouldContain("si è fermato 3 volte");
        other.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await other.Content.ReadAsStringAsync(Cancel)).ShouldContain("questa versione del programma non ha la domanda 'inventata'");
        await Server.UntilAsync(async () => await StateAsync(b, search) == "finita");
    }

    private static async Task<string> AskAsync(Server server, string question)
    {
        using HttpResponseMessage accepted = await server.SendAsync(HttpMethod.Get, question, null, ("Prefer", "respond-async, wait=0"));
        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted, await accepted.Content.ReadAsStringAsync(Cancel));
        return accepted.Headers.Location!.ToString();
    }

    private static async Task<string> StateAsync(Server server, string search) => (string)(await server.JsonAsync(search))["rows"]![0]!["stato"]!;

    private static Task<double> RunAsync(Server server) => server.MeasureAsync("coverage_jobs_run_total");

    private static string IdOf(string search) => search.Split('/')[^1];

    private static string Ats(int number) => ((string[])["Bergamo", "Brescia", "Pavia", "Montagna"])[number % 4];
}
