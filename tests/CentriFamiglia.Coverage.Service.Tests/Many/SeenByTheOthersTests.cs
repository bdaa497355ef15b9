using System.Diagnostics;

namespace CentriFamiglia.Coverage.Service.Tests.Many;

/// <summary>What is written through one server, or beside all, is there for those who ask another.</summary>
[Collection(ManyServersInTurn.Name)]
public sealed class SeenByTheOthersTests(ManyServers servers)
{
    private const string Reads = "coverage_snapshot_reads_total";
    private const string Listens = "coverage_store_listens_total";
    private const string EndListeners =
        "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'coverage ascolto' and datname = current_database()";

    [Fact]
    public async Task A_write_is_seen_at_the_next_question_and_read_before_it_also_after_lost_connections_and_a_restarted_database()
    {
        (string store, Server a, Server b) = await servers.PairAsync();
        await Server.UntilAsync(async () => await b.MeasureAsync("coverage_store_listening") > 0);

        // Acknowledged there, seen here: nobody is answered from before what another was told is written.
        await a.ApplyAsync("Uno", "Mo 09:00-10:00");
        (await b.HoursAsync()).ShouldBe("Mo 09:00-10:00");

        // Nobody asks: it is read all the same.
        await ReadAheadAsync(b, () => a.ApplyAsync("Due", "Mo 09:00-11:00"));
        (await b.HoursAsync()).ShouldBe("Mo 09:00-11:00");
        await ReadAheadAsync(b, () => ManyServers.ExecuteAsync(store, "update coverage.sedi set opening_hours = 'Mo 09:00-12:00' where site_id = 'BG01-S1'"));
        (await b.HoursAsync()).ShouldBe("Mo 09:00-12:00");

        // What is written while nobody listens is looked for when it listens again.
        double listens = await b.MeasureAsync(Listens);
        (await ManyServers.ScalarAsync(store, EndListeners)).ShouldBe(2L);
        await ReadAheadAsync(b, () => a.ApplyAsync("Tre", "Mo 09:00-13:00"));
        (await b.HoursAsync()).ShouldBe("Mo 09:00-13:00");
        await Server.UntilAsync(async () => await b.MeasureAsync(Listens) > listens);

        await servers.Cluster.KillAsync();
        await servers.Cluster.StartAsync();
        listens = await b.MeasureAsync(Listens);
        await Server.UntilAsync(async () => await b.MeasureAsync(Listens) > listens || await b.MeasureAsync("coverage_store_listening") > 0);
        await a.ApplyAsync("Quattro", "Mo 09:00-14:00");
        (await b.HoursAsync()).ShouldBe("Mo 09:00-14:00");
        await ReadAheadAsync(b, () => a.ApplyAsync("Cinque", "Mo 09:00-15:00"));
    }

    [Fact]
    public async Task Where_nothing_can_be_heard_a_change_is_seen_all_the_same()
    {
        (string store, Server a, Server b) = await servers.PairAsync();

        // As behind a pooler that gives every transaction another connection: nothing is told.
        await ManyServers.ExecuteAsync(store, "alter table coverage.stato disable trigger coverage_avviso");
        double notices = await b.MeasureAsync("coverage_store_notices_total");
        await a.ApplyAsync("Sordo", "Tu 09:00-10:00");

        (await b.HoursAsync()).ShouldBe("Tu 09:00-10:00");
        (await b.MeasureAsync("coverage_store_notices_total")).ShouldBe(notices);
        await ManyServers.ExecuteAsync(store, "alter table coverage.stato enable trigger coverage_avviso");
    }

    /// <summary>The server reads the content anew though nobody asks it anything about it.</summary>
    private static async Task ReadAheadAsync(Server server, Func<Task> write)
    {
        double before = await server.MeasureAsync(Reads);
        await write();
        var clock = Stopwatch.StartNew();
        await Server.UntilAsync(async () => await server.MeasureAsync(Reads) > before);
        TestContext.Current.SendDiagnosticMessage("read ahead after {0} ms", clock.ElapsedMilliseconds);
    }
}
