using CentriFamiglia.Coverage.Service.Tests.Many;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.TestPostGis;
using Npgsql;

namespace CentriFamiglia.Coverage.Service.Tests.Crashes;

public sealed class GeoPackageKilledVerbs(FilledStore store) : KilledVerbContract
{
    protected override Task<string> PlaceAsync() => Task.FromResult(store.Sibling($"uccisi-{Guid.NewGuid():N}.gpkg"));

    protected override async Task<string> CopyAsync(string address)
    {
        string copy = await PlaceAsync();
        File.Copy(address, copy);
        return copy;
    }

    protected override Task DropAsync(string address)
    {
        File.Delete(address);
        Directory.GetFiles(Path.GetDirectoryName(address)!, Path.GetFileName(address) + "*").ShouldBeEmpty("nothing stays beside it");
        return Task.CompletedTask;
    }

    protected override Task<bool> IsWrittenAsync(string address) => Task.FromResult(File.Exists(address + "-journal"));

    // What it left is ended by whoever opens the file next.
    protected override Task SettleAsync(string address) => Task.CompletedTask;

    protected override bool KeepsJobs => false;

    protected override Task PassSilenceAsync(string address) => Task.CompletedTask;

    protected override Task<string[]> JobsAsync(string address) => Task.FromResult<string[]>([]);
}

public sealed class PostGisKilledVerbs(PostGisServer server) : KilledVerbContract, IAsyncLifetime
{
    private NpgsqlDataSource? _watcher;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        _watcher = NpgsqlDataSource.Create(await server.CreateEmptyDatabaseAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_watcher is not null)
            await _watcher.DisposeAsync();
        Dispose();
    }

    protected override Task<string> PlaceAsync() => server.CreateEmptyDatabaseAsync();

    protected override Task<string> CopyAsync(string address) => server.CopyAsync(address);

    protected override async Task DropAsync(string address)
    {
        await using NpgsqlCommand drop = _watcher!.CreateCommand($"drop database {NameOf(address)} with (force)");
        await drop.ExecuteNonQueryAsync();
    }

    protected override Task<bool> IsWrittenAsync(string address) => AskAsync(address, "backend_xid is not null");

    protected override async Task SettleAsync(string address)
    {
        // The server ends what a killed client had begun, a commit too, and only then is there something to look at.
        while (await AskAsync(address, "state <> 'idle'"))
            await Task.Delay(1);
    }

    protected override bool KeepsJobs => true;

    protected override Task PassSilenceAsync(string address) =>
        ManyServers.ExecuteAsync(address, "update coverage.lavori set battito = battito - interval '1 minute' where stato = 'in_corso'");

    protected override async Task<string[]> JobsAsync(string address) => (string[])(await ManyServers.ScalarAsync(
        address, "select coalesce(array_agg(stato || ' ' || presa || ' ' || cadute order by chiesto), '{}') from coverage.lavori where stato <> 'annullata'"))!;

    private async Task<bool> AskAsync(string address, string condition)
    {
        await using NpgsqlCommand busy = _watcher!.CreateCommand(
            $"select count(*) from pg_stat_activity where datname = '{NameOf(address)}' and backend_type = 'client backend' and {condition}");
        return (long)(await busy.ExecuteScalarAsync())! > 0;
    }

    private static string NameOf(string address) => new NpgsqlConnectionStringBuilder(address).Database!;
}
