using CentriFamiglia.Coverage.TestPostGis;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostGisServer))]

namespace CentriFamiglia.Coverage.Storage.Tests.PostGis;

public sealed class PostGisContract : StoreContract
{
    private readonly PostGisServer _server;
    private readonly Dictionary<string, string> _databases = [];

    public PostGisContract(PostGisServer server)
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        _server = server;
    }

    protected override async Task<ICoverageStore> OpenAsync(string name = "prova") =>
        StoreFactory.Open(StoreAddress.Parse(await DatabaseAsync(name)));

    protected override async Task RecordScriptAsync(string script, string sha256)
    {
        await using var connection = new NpgsqlConnection(await DatabaseAsync("prova"));
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(
            "insert into coverage.migrazioni (script, sha256) values ($1, $2) on conflict (script) do update set sha256 = excluded.sha256",
            connection);
        command.Parameters.AddWithValue(script);
        command.Parameters.AddWithValue(sha256);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private async Task<string> DatabaseAsync(string name)
    {
        if (!_databases.TryGetValue(name, out string? database))
            _databases[name] = database = await _server.CreateEmptyDatabaseAsync();
        return database;
    }
}
