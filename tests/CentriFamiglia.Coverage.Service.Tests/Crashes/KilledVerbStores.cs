using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.TestPostGis;
using Npgsql;

namespace CentriFamiglia.Coverage.Service.Tests.Crashes;

public sealed class GeoPackageKilledVerbs(FilledStore store) : KilledVerbContract
{
    protected override Task<string> FilledAsync() => Task.FromResult(store.Copy());

    protected override Task<string> CopyAsync(string address)
    {
        string copy = store.Sibling($"uccisi-{Guid.NewGuid():N}.gpkg");
        File.Copy(address, copy);
        return Task.FromResult(copy);
    }

    protected override Task<bool> IsWrittenAsync(string address) => Task.FromResult(File.Exists(address + "-journal"));

    // What it left is ended by whoever opens the file next.
    protected override Task SettleAsync(string address) => Task.CompletedTask;
}

public sealed class PostGisKilledVerbs : KilledVerbContract
{
    private readonly PostGisServer _server;

    public PostGisKilledVerbs(PostGisServer server)
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        _server = server;
    }

    protected override async Task<string> FilledAsync()
    {
        string database = await _server.CreateEmptyDatabaseAsync();
        await FilledStore.FillAsync(database, shared: true);
        return database;
    }

    protected override Task<string> CopyAsync(string address) => _server.CopyAsync(address);

    protected override Task<bool> IsWrittenAsync(string address) => AskAsync(address, "backend_xid is not null");

    protected override async Task SettleAsync(string address)
    {
        // The server ends what a killed client had begun, a commit too, and only then is there something to look at.
        while (await AskAsync(address, "state <> 'idle'"))
            await Task.Delay(1);
    }

    private static async Task<bool> AskAsync(string address, string condition)
    {
        await using var connection = new NpgsqlConnection(address + ";Application Name=chi-guarda");
        await connection.OpenAsync();
        await using NpgsqlCommand busy = connection.CreateCommand();
        busy.CommandText = $"select count(*) from pg_stat_activity where datname = current_database() and application_name <> 'chi-guarda' and {condition}";
        return (long)(await busy.ExecuteScalarAsync())! > 0;
    }
}
