using System.Data;
using NetTopologySuite.Geometries.Implementation;
using Npgsql;

namespace CentriFamiglia.Coverage.Storage.PostGis;

/// <summary>
/// The way to one PostgreSQL server: its connections, what is tried again, whose errors are told in the planner's words. Reads are one
/// repeatable-read transaction each; a connection lost while reading is opened once more, so that a restarted server is not noticed.
/// </summary>
internal sealed class PostGisGate : IAsyncDisposable
{
    public static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(75);

    private readonly NpgsqlDataSource _source;

    // Npgsql learns the database's types at its first connection: one made before PostGIS was there must learn them again.
    private volatile bool _typesAreOld;

    public PostGisGate(PostGisAddress address)
    {
        DisplayName = address.DisplayName;
        Settings = WithDefaults(address.Settings);
        // Packed sequences are read from the wire at once, others ordinate by ordinate.
        _source = new NpgsqlDataSourceBuilder(Settings.ConnectionString)
            .UseNetTopologySuite(PackedCoordinateSequenceFactory.DoubleFactory, handleOrdinates: Ordinates.XY)
            .Build();
    }

    public string DisplayName { get; }

    public NpgsqlConnectionStringBuilder Settings { get; }

    /// <summary>The next connection learns the types again.</summary>
    public void ForgetTypes() => _typesAreOld = true;

    public async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await _source.OpenConnectionAsync(cancellationToken);
        if (_typesAreOld)
        {
            _typesAreOld = false;
            await connection.ReloadTypesAsync(cancellationToken);
        }

        return connection;
    }

    /// <summary>A transaction that reads.</summary>
    public async Task<PostGisReading> BeginAsync(CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await OpenAsync(cancellationToken);
        try
        {
            var reading = new PostGisReading(connection, await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken), ReadTimeout);
            await reading.Session.ExecuteAsync(PostGisSql.Reading, cancellationToken);
            return reading;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public Task<T> ReadingAsync<T>(Func<PostGisSession, Task<T>> work, CancellationToken cancellationToken) =>
        RetryingAsync(async () =>
        {
            await using PostGisReading reading = await BeginAsync(cancellationToken);
            return await work(reading.Session);
        });

    public Task<T> RetryingAsync<T>(Func<Task<T>> once) =>
        GuardedAsync(async () =>
        {
            try
            {
                return await once();
            }
            catch (Exception error) when (PostGisErrors.IsLostConnection(error))
            {
                _source.Clear();
                return await once();
            }
        });

    public async Task<T> GuardedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception error) when (PostGisErrors.IsOfServer(error))
        {
            throw PostGisErrors.Translate(error, DisplayName);
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static NpgsqlConnectionStringBuilder WithDefaults(NpgsqlConnectionStringBuilder given)
    {
        var settings = new NpgsqlConnectionStringBuilder(given.ConnectionString) { IncludeErrorDetail = false, PersistSecurityInfo = false };
        settings.ApplicationName ??= "coverage";
        if (!given.ShouldSerialize("Timeout"))
            settings.Timeout = 5;
        if (!given.ShouldSerialize("Keepalive"))
            settings.KeepAlive = 30;
        return settings;
    }
}

/// <summary>A connection with its transaction, to be read in; disposed of with both.</summary>
internal sealed class PostGisReading(NpgsqlConnection connection, NpgsqlTransaction transaction, TimeSpan timeout) : IAsyncDisposable
{
    public PostGisSession Session { get; } = new(connection, timeout);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
