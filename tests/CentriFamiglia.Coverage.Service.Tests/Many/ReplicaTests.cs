using CentriFamiglia.Coverage.TestPostGis;
using Npgsql;

namespace CentriFamiglia.Coverage.Service.Tests.Many;

/// <summary>Content is read from a server that follows the store's by streaming replication.</summary>
[Collection(ManyServersInTurn.Name)]
public sealed class ReplicaTests(ManyServers servers)
{
    [Fact]
    public async Task Content_is_read_from_the_replica_but_never_an_older_one_than_was_written_and_without_it_from_the_first()
    {
        string store = await servers.StoreAsync();
        await using PostgresCluster replica = await servers.Cluster.FollowAsync();
        string reads = new NpgsqlConnectionStringBuilder(store) { Port = replica.Port }.ConnectionString;
        await using Server server = await ManyServers.ServeAsync(store, "--store-lettura", reads);
        server.Program.Said.ShouldContain($"Il contenuto si legge da: PostgreSQL 127.0.0.1:{replica.Port}/");

        // PostgreSQL itself counts what is read where; it tells it with a delay.
        (await ReadThereAsync(reads)).ShouldBeTrue();
        await server.ApplyAsync("Uno", "Th 09:00-10:00");
        (await server.HoursAsync()).ShouldBe("Th 09:00-10:00");

        // The replica stands still: what it has is older than what is written.
        await ManyServers.ExecuteAsync(reads, "select pg_wal_replay_pause()");
        await server.ApplyAsync("Due", "Th 09:00-11:00");
        (await server.HoursAsync()).ShouldBe("Th 09:00-11:00");
        (await ManyServers.ScalarAsync(reads, "select opening_hours from coverage.sedi where site_id = 'BG01-S1' and set_sedi = 'dimostrative'")).ShouldBe("Th 09:00-10:00");
        await ManyServers.ExecuteAsync(reads, "select pg_wal_replay_resume()");

        await replica.KillAsync();
        await server.ApplyAsync("Tre", "Th 09:00-12:00");
        (await server.HoursAsync()).ShouldBe("Th 09:00-12:00");
    }

    private static async Task<bool> ReadThereAsync(string reads)
    {
        await Server.UntilAsync(async () =>
            await ManyServers.ScalarAsync(
                reads, "select coalesce(seq_scan, 0) + coalesce(idx_scan, 0) from pg_stat_user_tables where schemaname = 'coverage' and relname = 'comuni'") is > 0L);
        return true;
    }
}
