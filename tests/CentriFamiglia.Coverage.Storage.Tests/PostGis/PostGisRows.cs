using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.TestPostGis;
using Npgsql;

namespace CentriFamiglia.Coverage.Storage.Tests.PostGis;

/// <summary>An office edits the database with psql.</summary>
public sealed class PostGisRows : RowContract
{
    private readonly PostGisServer _server;
    private string? _database;

    public PostGisRows(PostGisServer server)
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        _server = server;
    }

    protected override string Trace => "xmin, ctid";

    protected override async Task<ICoverageStore> OpenAsync() =>
        StoreFactory.Open(StoreAddress.Parse(_database ??= await _server.CreateStoreAsync()));

    protected override async Task EditAsync(string sql) => (await PsqlAsync(sql)).ShouldNotContain("ERROR");

    protected override async Task<string[]> AskAsync(string sql) => (await PsqlAsync(sql)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private Task<string> PsqlAsync(string sql)
    {
        var settings = new NpgsqlConnectionStringBuilder(_database);
        return OtherProgram.RunAsync(
            "postgresql-client", "psql", "-X", "-A", "-t", "-h", settings.Host!, "-p", $"{settings.Port}", "-U", settings.Username!, "-d", settings.Database!,
            "-c", Named(sql, "coverage."));
    }
}
