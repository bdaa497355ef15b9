using CentriFamiglia.Coverage.Storage;
using CentriFamiglia.Coverage.Storage.Contract;
using Npgsql;

namespace CentriFamiglia.Coverage.TestPostGis;

/// <summary>
/// The PostGIS server of a test run, started when a test first asks for a database and stopped at the end: an assembly fixture.
/// <c>COVERAGE_TEST_POSTGRES</c> (a connection string whose user may create databases) is used instead when it is set.
/// </summary>
public sealed class PostGisServer : IAsyncDisposable
{
    private static readonly string? Given = Environment.GetEnvironmentVariable("COVERAGE_TEST_POSTGRES") is { Length: > 0 } text ? text : null;
    private static readonly string? Binaries = Given is null ? PostgresCluster.FindBinaries() : null;

    private readonly SemaphoreSlim _gate = new(1);
    private readonly string _prefix = $"coverage_test_{Guid.NewGuid():N}"[..22];
    private readonly List<string> _databases = [];
    private PostgresCluster? _cluster;
    private string? _template;

    /// <summary>Why database tests cannot run here, for <c>Assert.SkipWhen</c>; null when they can.</summary>
    /// <exception cref="InvalidOperationException">They cannot and this is CI, where they must.</exception>
    public static string? WhyUnavailable
    {
        get
        {
            if (Given is not null || Binaries is not null)
                return null;
            const string why = "PostGIS is not here: apt-get install postgresql-15-postgis-3, or set COVERAGE_TEST_POSTGRES.";
            return Environment.GetEnvironmentVariable("CI") == "true" ? throw new InvalidOperationException(why) : why;
        }
    }

    /// <summary>A second server of one's own, to be killed and started again; null when only a given server is to be used.</summary>
    public static async Task<PostgresCluster?> StartClusterAsync() =>
        Binaries is null ? null : await PostgresCluster.StartNewAsync(Binaries);

    /// <summary>A database with the store's schema, empty, of one's own.</summary>
    /// <returns>A connection string.</returns>
    public async Task<string> CreateStoreAsync() => await CreateAsync($"template {await TemplateAsync()}");

    /// <summary>A database with nothing in it, not even PostGIS.</summary>
    /// <returns>A connection string.</returns>
    public Task<string> CreateEmptyDatabaseAsync() => CreateAsync("template template0");

    /// <summary>A copy of a database to which nobody is connected, of one's own.</summary>
    /// <returns>A connection string.</returns>
    public Task<string> CopyAsync(string connectionString) => CreateAsync($"template {new NpgsqlConnectionStringBuilder(connectionString).Database}");

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
        else if (Given is not null)
        {
            foreach (string database in _databases)
                await ExecuteAsync($"drop database if exists {database} with (force)");
        }

        _gate.Dispose();
    }

    private async Task<string> TemplateAsync()
    {
        if (_template is { } ready)
            return ready;
        await _gate.WaitAsync();
        try
        {
            if (_template is null)
            {
                string name = await NewDatabaseAsync("template template0");
                await using (ICoverageStore store = StoreFactory.Open(StoreAddress.Parse(await ConnectionStringAsync(name))))
                    await store.MigrateAsync(CancellationToken.None);
                _template = name;
            }

            return _template;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<string> CreateAsync(string template)
    {
        await _gate.WaitAsync();
        try
        {
            return await ConnectionStringAsync(await NewDatabaseAsync(template));
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<string> NewDatabaseAsync(string template)
    {
        string name = $"{_prefix}_{_databases.Count}";
        await ExecuteAsync($"create database {name} {template}");
        _databases.Add(name);
        return name;
    }

    private async Task<string> ServerAsync() =>
        Given ?? (_cluster ??= await PostgresCluster.StartNewAsync(Binaries ?? throw new InvalidOperationException(WhyUnavailable))).ConnectionString;

    // Not pooled: a pooled connection would keep a template or a database from being copied or dropped.
    private async Task<string> ConnectionStringAsync(string? database = null)
    {
        var settings = new NpgsqlConnectionStringBuilder(await ServerAsync()) { Pooling = database is not null };
        settings.Database = database ?? settings.Database;
        return settings.ConnectionString;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await ConnectionStringAsync());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
