using System.Collections.Concurrent;
using System.Net;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Many;

/// <summary>The database dies under those who read and write, or is one of a newer program.</summary>
[Collection(ManyServersInTurn.Name)]
public sealed class LostDatabaseTests(ManyServers servers)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PostgreSQL_killed_under_load_loses_no_acknowledged_write_and_every_answer_says_what_it_rests_on()
    {
        (string store, Server a, Server b) = await servers.PairAsync();
        var acknowledged = new ConcurrentQueue<string>();
        var answers = new ConcurrentQueue<(HttpStatusCode Status, bool Stale)>();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task[] readers = [.. new[] { a, b, a, b }.Select(server => Task.Run(() => ReadAsync(server, answers, end.Token), Cancel))];
        Task writer = Task.Run(() => WriteAsync([a, b], acknowledged, end.Token), Cancel);

        await Server.UntilAsync(() => Task.FromResult(acknowledged.Count >= 5));
        await servers.Cluster.KillAsync();
        await Server.UntilAsync(() => Task.FromResult(answers.Any(r => r.Stale || r.Status == HttpStatusCode.ServiceUnavailable)));
        await Task.Delay(500, Cancel);
        int before = acknowledged.Count;
        await servers.Cluster.StartAsync();
        await Server.UntilAsync(() => Task.FromResult(acknowledged.Count >= before + 5));
        await Server.UntilAsync(async () => !await IsStaleAsync(a) && !await IsStaleAsync(b));
        await end.CancelAsync();
        await Task.WhenAll([.. readers, writer]);

        // An answer is of the store, says that it is of the last that was read, or is none.
        answers.Select(r => r.Status).Distinct().Order().ShouldBeSubsetOf([HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable]);
        answers.ShouldContain(r => r.Stale);
        string[] kept = [.. (await b.JsonAsync("/api/v1/scenarios"))["rows"]!.AsArray().Select(r => (string)r!["id"]!)];
        acknowledged.Except(kept, StringComparer.Ordinal).ShouldBeEmpty();
        (await CoverageProgram.RunAsync(store, "audit", "verify")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task An_older_program_beside_a_newer_schema_answers_of_what_it_has_read_writes_nothing_and_reads_nothing_new()
    {
        string store = await servers.StoreAsync();
        await using Server old = await ManyServers.ServeAsync(store);
        string rows = await old.RowsAsync("/api/v1/coverage");

        await ManyServers.ExecuteAsync(store, "insert into coverage.migrazioni (script, sha256) values ('0099_futura.sql', 'x')");
        using HttpResponseMessage write = await old.SendAsync(HttpMethod.Post, "/api/v1/scenarios", """{"nome":"Di prima","linea":"rimodulazione"}""");
        (await old.RowsAsync("/api/v1/coverage")).ShouldBe(rows);
        (await StatusAsync(old, "/health/ready")).ShouldBe(HttpStatusCode.OK);
        write.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ManyServers.ScalarAsync(store, "select count(*) from coverage.carte")).ShouldBe(0L);

        // The newer program writes: the older one neither answers from before nor reads what it may misread.
        await ManyServers.ExecuteAsync(store, "update coverage.sedi set opening_hours = 'We 09:00-10:00' where site_id = 'BG01-S1'");
        (await StatusAsync(old, "/api/v1/coverage")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await StatusAsync(old, "/health/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await StatusAsync(old, "/health/live")).ShouldBe(HttpStatusCode.OK);
        old.Program.Said.ShouldContain("è di una versione più nuova (schema 99,");
        Outcome import = await CoverageProgram.RunAsync(store, "check");
        (import.ExitCode, import.Error).ShouldSatisfyAllConditions(o => o.ExitCode.ShouldBe(2), o => o.Error.ShouldContain("Aggiornare il programma"));

        await ManyServers.ExecuteAsync(store, "delete from coverage.migrazioni where script = '0099_futura.sql'");
        (await old.HoursAsync()).ShouldBe("We 09:00-10:00");
    }

    private static async Task ReadAsync(Server server, ConcurrentQueue<(HttpStatusCode Status, bool Stale)> answers, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            using HttpResponseMessage answer = await server.SendAsync(HttpMethod.Get, "/api/v1/coverage?level=ats");
            answers.Enqueue((answer.StatusCode, answer.Headers.Contains("X-Coverage-Stale")));
            await Task.Delay(10, Cancel);
        }
    }

    private static async Task WriteAsync(Server[] servers, ConcurrentQueue<string> acknowledged, CancellationToken end)
    {
        for (int i = 0; !end.IsCancellationRequested; i++)
        {
            using HttpResponseMessage made = await servers[i % servers.Length].SendAsync(
                HttpMethod.Post, "/api/v1/scenarios", $$"""{"nome":"Giro {{i}}","linea":"rimodulazione"}""");
            if (made.StatusCode == HttpStatusCode.Created)
                acknowledged.Enqueue(made.Headers.Location!.ToString().Split('/')[^1]);
            else
                made.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, await made.Content.ReadAsStringAsync(Cancel));
        }
    }

    private static async Task<bool> IsStaleAsync(Server server)
    {
        using HttpResponseMessage answer = await server.SendAsync(HttpMethod.Get, "/api/v1/coverage?level=ats");
        return answer.StatusCode != HttpStatusCode.OK || answer.Headers.Contains("X-Coverage-Stale");
    }

    private static async Task<HttpStatusCode> StatusAsync(Server server, string address)
    {
        using HttpResponseMessage answer = await server.SendAsync(HttpMethod.Get, address);
        return answer.StatusCode;
    }
}
