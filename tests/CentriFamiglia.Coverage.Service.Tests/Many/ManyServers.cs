using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.TestPostGis;
using Npgsql;

namespace CentriFamiglia.Coverage.Service.Tests.Many;

/// <summary>A PostgreSQL server that may be killed, with a filled store to be copied: for the tests that run several servers over one.</summary>
public sealed class ManyServers : IAsyncLifetime
{
    private const string Template = "piena";

    private readonly SemaphoreSlim _gate = new(1);
    private PostgresCluster? _cluster;
    private (string Store, Server A, Server B)? _pair;
    private int _stores;

    internal PostgresCluster Cluster => _cluster!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _cluster = PostGisServer.WhyUnavailable is null ? await PostGisServer.StartClusterAsync() : null;
        if (_cluster is null)
            return;
        await ExecuteAsync(_cluster.ConnectionString, $"create database {Template}");
        await FilledStore.FillAsync(Of(Template, pooling: false), shared: true);
    }

    public async ValueTask DisposeAsync()
    {
        if (_pair is { } pair)
        {
            await pair.A.DisposeAsync();
            await pair.B.DisposeAsync();
        }

        if (_cluster is not null)
            await _cluster.DisposeAsync();
        _gate.Dispose();
    }

    /// <summary>Two processes over one store, for the tests that leave them as they were. Not to be disposed of.</summary>
    internal async Task<(string Store, Server A, Server B)> PairAsync()
    {
        await _gate.WaitAsync(Cancel);
        try
        {
            if (_pair is { } ready)
                return ready;
            string store = await StoreAsync();
            Server[] both = await Task.WhenAll(ServeAsync(store), ServeAsync(store));
            return (_pair = (store, both[0], both[1])).Value;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>A filled store of one's own.</summary>
    internal async Task<string> StoreAsync()
    {
        Assert.SkipWhen(_cluster is null, PostGisServer.WhyUnavailable ?? "A given server is not ours to kill.");
        string name = $"archivio_{Interlocked.Increment(ref _stores)}";
        await ExecuteAsync(_cluster.ConnectionString, $"create database {name} template {Template}");
        return Of(name, pooling: true);
    }

    /// <summary>A process that serves the store, once it is ready.</summary>
    internal static Task<Server> ServeAsync(string store, params string[] arguments) => ServeOnAsync(store, 0, arguments);

    /// <param name="port">0 for any.</param>
    internal static async Task<Server> ServeOnAsync(string store, int port, params string[] arguments)
    {
        ServedProgram program = await ServedProgram.StartAsync(store, [], ["--urls", $"http://127.0.0.1:{port}", .. arguments]);
        var server = new Server(program);
        await server.UntilReadyAsync();
        return server;
    }

    internal static async Task ExecuteAsync(string store, string sql) => await ScalarAsync(store, sql);

    internal static async Task<object?> ScalarAsync(string store, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(store) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancel);
    }

    private string Of(string database, bool pooling) =>
        new NpgsqlConnectionStringBuilder(_cluster!.ConnectionString) { Database = database, Pooling = pooling }.ConnectionString;
}

/// <summary>The tests over it run one after the other: some kill the database.</summary>
[CollectionDefinition(Name)]
public sealed class ManyServersInTurn : ICollectionFixture<ManyServers>
{
    public const string Name = "many servers";
}
