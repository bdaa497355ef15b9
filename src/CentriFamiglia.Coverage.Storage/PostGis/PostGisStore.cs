using System.Data;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Storage.Schema;
using CentriFamiglia.Coverage.Storage.Tables;
using NetTopologySuite.Geometries.Implementation;
using Npgsql;

namespace CentriFamiglia.Coverage.Storage.PostGis;

/// <summary>
/// The shared store: the schema <c>coverage</c> of a PostgreSQL database with PostGIS. Reads are one repeatable-read transaction each;
/// a connection lost while reading is opened once more, so that a restarted server is not noticed.
/// </summary>
public sealed class PostGisStore : ICoverageStore
{
    private const int MatrixChunk = 20_000;
    // Of a server that hangs, whoever asks next shall know soon.
    private static readonly TimeSpan LookTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(75);
    private static readonly TimeSpan WriteTimeout = TimeSpan.FromSeconds(330);

    private readonly NpgsqlDataSource _source;
    private readonly MigrationScripts _scripts;
    private readonly StoreState _absent;
    private readonly Caller? _caller;

    // Npgsql learns the database's types at its first connection: one made before PostGIS was there must learn them again.
    private volatile bool _typesAreOld;

    public PostGisStore(PostGisAddress address)
        : this(address, MigrationScripts.Embedded("postgis"))
    {
    }

    internal PostGisStore(PostGisAddress address, MigrationScripts scripts)
    {
        DisplayName = address.DisplayName;
        _scripts = scripts;
        _absent = new StoreState(Exists: false, SchemaVersion: 0, scripts.Newest, Revision: 0);
        // Packed sequences are read from the wire at once, others ordinate by ordinate.
        _source = new NpgsqlDataSourceBuilder(WithDefaults(address.Settings))
            .UseNetTopologySuite(PackedCoordinateSequenceFactory.DoubleFactory, handleOrdinates: Ordinates.XY)
            .Build();
    }

    /// <summary>The same server and database, for one person.</summary>
    private PostGisStore(PostGisStore other, Caller caller) =>
        (DisplayName, _scripts, _absent, _source, _caller) = (other.DisplayName, other._scripts, other._absent, other._source, caller);

    public string DisplayName { get; }

    public ICoverageStore For(Caller caller) => new GuardedStore(new PostGisStore(this, caller), caller);

    public Task<StoreState> StateAsync(CancellationToken cancellationToken) =>
        ReadingAsync(session => StateOrAbsentAsync(session, cancellationToken), cancellationToken);

    public Task<bool> CanWriteAsync(CancellationToken cancellationToken) =>
        ReadingAsync(
            async session =>
            {
                await using NpgsqlCommand command = session.Command(PostGisSql.CanWrite);
                return await command.ExecuteScalarAsync(cancellationToken) is true;
            },
            cancellationToken);

    public Task<string> IdentityAsync(CancellationToken cancellationToken) =>
        RetryingAsync(async () =>
        {
            await using NpgsqlConnection connection = await OpenAsync(cancellationToken);
            await using NpgsqlCommand command = new PostGisSession(connection, LookTimeout).Command(PostGisSql.Identity);
            try
            {
                return (string?)await command.ExecuteScalarAsync(cancellationToken) ?? "";
            }
            catch (PostgresException other) when (other.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn)
            {
                return "";
            }
        });

    public Task<SelectedRows?> SelectAsync(RowSelection selection, string identity, CancellationToken cancellationToken)
    {
        (string text, ImmutableArray<object> values) = PostGisSelection.Of(selection);
        return OfContentAsync(
            identity, text, values,
            reader => new SelectedRows(ImmutableCollectionsMarshal.AsImmutableArray(reader.GetFieldValue<string[]>(2)), (int)reader.GetInt64(1)), cancellationToken);
    }

    public Task<byte[]?> TileAsync(StoredTile tile, string identity, CancellationToken cancellationToken)
    {
        (string text, ImmutableArray<object> values) = PostGisTile.Of(tile);
        return OfContentAsync(identity, text, values, reader => reader.IsDBNull(1) ? [] : reader.GetFieldValue<byte[]>(1), cancellationToken);
    }

    public Task<StoreVerification> VerifyAsync(CancellationToken cancellationToken) =>
        ReadingAsync(
            async session =>
            {
                await RequireCurrentAsync(session, cancellationToken);
                ImmutableArray<VerifiedTable> tables = await TableVerification.OfAsync(session, _ => false, cancellationToken);
                return new StoreVerification(tables, [.. await session.StrangersAsync(cancellationToken)], null);
            },
            cancellationToken);

    public Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken) =>
        GuardedAsync(async () =>
        {
            await using NpgsqlConnection connection = await OpenAsync(cancellationToken);
            await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
            var session = new PostGisSession(connection, WriteTimeout);
            await session.ExecuteAsync(PostGisSql.Writing, cancellationToken);
            await session.ExecuteAsync(PostGisSql.MigrationLock, cancellationToken);
            IReadOnlyList<string> applied = await ApplyAsync(session, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            // Also when nothing was applied: another process may have created PostGIS while this one waited for the lock.
            await connection.ReloadTypesAsync(cancellationToken);
            return applied;
        });

    public async Task<bool> CreateAsync(TerritoryContent content, AuditAct act, CancellationToken cancellationToken)
    {
        if ((await StateAsync(cancellationToken)).Exists)
            return false;
        await MigrateAsync(cancellationToken);
        try
        {
            var commit = new StoreCommit(act) { Content = new ContentChange(content, ContentParts.All, [], new StoreReading(TerritoryContent.Empty, 0)) };
            await CommitAsync(commit, cancellationToken);
            return true;
        }
        catch (StoreChangedException)
        {
            return false;
        }
    }

    public Task<(TerritoryContent Content, long Revision)> ReadAsync(CancellationToken cancellationToken) =>
        ReadingAsync(
            async session =>
            {
                long revision = await RequireCurrentAsync(session, cancellationToken);
                return (await ContentTables.ReadAsync(session, cancellationToken), revision);
            },
            cancellationToken);

    public async IAsyncEnumerable<TravelMatrixEntry> ReadMatrixAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await GuardedAsync(() => OpenAsync(cancellationToken));
        await using NpgsqlTransaction transaction = await GuardedAsync(
            () => connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken).AsTask());
        var session = new PostGisSession(connection, ReadTimeout);
        await using NpgsqlCommand command = session.Command(PostGisSql.Tables.MatrixInOrder);
        SealCheck check = await GuardedAsync(async () =>
        {
            await session.ExecuteAsync(PostGisSql.Reading, cancellationToken);
            await RequireCurrentAsync(session, cancellationToken);
            return await session.CheckAsync(OtherTables.Matrix.Name, cancellationToken);
        });
        await using NpgsqlDataReader reader = await GuardedAsync(() => command.ExecuteReaderAsync(cancellationToken));
        List<TravelMatrixEntry> chunk;
        do
        {
            chunk = await GuardedAsync(() => session.NextAsync(reader, OtherTables.Matrix, MatrixChunk, check.Digest, cancellationToken));
            foreach (TravelMatrixEntry entry in chunk)
                yield return entry;
        }
        while (chunk.Count == MatrixChunk);
        check.Require();
    }

    public Task<ImmutableArray<StoredRecord>> ReadRecordsAsync(RecordKind kind, CancellationToken cancellationToken) =>
        ReadingCurrentAsync(async session => (ImmutableArray<StoredRecord>)[.. await session.RecordsAsync(kind, cancellationToken)], cancellationToken);

    public Task<StoredRecord?> ReadRecordAsync(RecordKind kind, string key, CancellationToken cancellationToken) =>
        ReadingCurrentAsync(session => session.RecordAsync(kind, key, cancellationToken), cancellationToken);

    public Task<StoreRegister> ReadRegisterAsync(CancellationToken cancellationToken) =>
        ReadingCurrentAsync(session => session.RegisterAsync(cancellationToken), cancellationToken);

    public Task<AuditEntry> CommitAsync(StoreCommit commit, CancellationToken cancellationToken)
    {
        ContentWrites.Check(commit);
        return GuardedAsync(async () =>
        {
            await using NpgsqlConnection connection = await OpenAsync(cancellationToken);
            await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
            var session = new PostGisSession(connection, WriteTimeout);
            await session.ExecuteAsync(PostGisSql.Writing, cancellationToken);
            await RequireCurrentAsync(session, cancellationToken);
            await ActAsync(session, cancellationToken);
            StoreStrangers.Refuse(await session.StrangersAsync(cancellationToken), DisplayName);
            ContentParts parts = commit.Content?.Parts ?? ContentParts.None;
            await session.BeginOwnWriteAsync(parts, cancellationToken);
            AuditEntry entry = await ContentWrites.WriteAsync(session, commit, DisplayName, cancellationToken);
            if (commit.Content is not null)
                await session.SealAsync(parts, cancellationToken);

            // Past this point a cancellation would leave the caller without knowing whether the write was kept.
            await transaction.CommitAsync(CancellationToken.None);
            return entry;
        });
    }

    // One made for a person leaves the connections to the one it was made of.
    public ValueTask DisposeAsync() => _caller is null ? _source.DisposeAsync() : ValueTask.CompletedTask;

    private static string WithDefaults(NpgsqlConnectionStringBuilder given)
    {
        var settings = new NpgsqlConnectionStringBuilder(given.ConnectionString) { IncludeErrorDetail = false, PersistSecurityInfo = false };
        settings.ApplicationName ??= "coverage";
        if (!given.ShouldSerialize("Timeout"))
            settings.Timeout = 5;
        if (!given.ShouldSerialize("Keepalive"))
            settings.KeepAlive = 30;
        return settings.ConnectionString;
    }

    private async Task<IReadOnlyList<string>> ApplyAsync(PostGisSession session, CancellationToken cancellationToken)
    {
        StoreState? state = await session.StateAsync(_scripts, DisplayName, cancellationToken);
        if (state is not null)
        {
            MigrationScripts.RefuseNewer(state, DisplayName);
            if (!state.IsOlder && (await session.LookAsync(cancellationToken)).Unwatched.Count == 0)
                return [];
            StoreStrangers.Refuse(await session.StrangersAsync(cancellationToken), DisplayName);
            if (!state.IsOlder)
                return await session.ApplyAsync(_scripts, cancellationToken);
        }

        await RequirePostGisAsync(session, cancellationToken);
        if (state is null)
        {
            if (!(await session.MarkerAsync(cancellationToken)).Schema)
                await session.ExecuteAsync(PostGisSql.CreateSchema, cancellationToken);
            await session.ExecuteAsync(PostGisSql.CreateMigrations, cancellationToken);
        }

        return await session.ApplyAsync(_scripts, cancellationToken);
    }

    private async Task RequirePostGisAsync(PostGisSession session, CancellationToken cancellationToken)
    {
        try
        {
            await session.ExecuteAsync(PostGisSql.CreatePostGis, cancellationToken);
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.InsufficientPrivilege
            or PostgresErrorCodes.FeatureNotSupported or PostgresErrorCodes.UndefinedFile)
        {
            throw PostGisErrors.NoPostGis(DisplayName, error);
        }

        await session.ExecuteAsync(PostGisSql.FindPostGis, cancellationToken);
    }

    private async Task<StoreState> StateOrAbsentAsync(PostGisSession session, CancellationToken cancellationToken)
    {
        StoreState? state = await session.StateAsync(_scripts, DisplayName, cancellationToken);
        if (state is null)
            _typesAreOld = true;
        return state ?? _absent;
    }

    private async Task<long> RequireCurrentAsync(PostGisSession session, CancellationToken cancellationToken)
    {
        StoreState state = await StateOrAbsentAsync(session, cancellationToken);
        MigrationScripts.RequireCurrent(state, DisplayName);
        return state.Revision;
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await _source.OpenConnectionAsync(cancellationToken);
        if (_typesAreOld)
        {
            _typesAreOld = false;
            await connection.ReloadTypesAsync(cancellationToken);
        }

        return connection;
    }

    /// <summary>
    /// One statement that names the content it saw, in one message there and one back. Null where that is another one by now; who does not hear of it soon
    /// looks in memory.
    /// </summary>
    private Task<T?> OfContentAsync<T>(string identity, string text, ImmutableArray<object> values, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
        where T : class =>
        RetryingAsync(async () =>
        {
            await using NpgsqlConnection connection = await OpenAsync(cancellationToken);
            await using var batch = new NpgsqlBatch(connection) { Timeout = (int)LookTimeout.TotalSeconds };
            batch.BatchCommands.Add(new NpgsqlBatchCommand(PostGisSql.Looking));
            var statement = new NpgsqlBatchCommand(text);
            foreach (object value in values)
                statement.Parameters.Add(PostGisSession.Parameter(value));
            batch.BatchCommands.Add(statement);
            await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            return reader.GetString(0) == identity ? read(reader) : null;
        });

    private Task<T> ReadingCurrentAsync<T>(Func<PostGisSession, Task<T>> work, CancellationToken cancellationToken) =>
        ReadingAsync(
            async session =>
            {
                await RequireCurrentAsync(session, cancellationToken);
                return await work(session);
            },
            cancellationToken);

    private Task<T> ReadingAsync<T>(Func<PostGisSession, Task<T>> work, CancellationToken cancellationToken) =>
        RetryingAsync(() => OnceAsync(work, cancellationToken));

    private Task<T> RetryingAsync<T>(Func<Task<T>> once) =>
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

    private async Task<T> OnceAsync<T>(Func<PostGisSession, Task<T>> work, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await OpenAsync(cancellationToken);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var session = new PostGisSession(connection, ReadTimeout);
        await session.ExecuteAsync(PostGisSql.Reading, cancellationToken);
        await ActAsync(session, cancellationToken);
        return await work(session);
    }

    private Task ActAsync(PostGisSession session, CancellationToken cancellationToken) =>
        _caller is null ? Task.CompletedTask : session.ActForAsync(_caller, cancellationToken);

    private async Task<T> GuardedAsync<T>(Func<Task<T>> work)
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
}
