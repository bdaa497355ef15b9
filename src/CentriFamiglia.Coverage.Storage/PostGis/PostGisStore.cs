using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Storage.Schema;
using CentriFamiglia.Coverage.Storage.Tables;
using Npgsql;

namespace CentriFamiglia.Coverage.Storage.PostGis;

/// <summary>The shared store: the schema <c>coverage</c> of a PostgreSQL database with PostGIS, and perhaps a second server from which content is read.</summary>
public sealed class PostGisStore : ICoverageStore
{
    private const int MatrixChunk = 20_000;
    // Of a server that hangs, whoever asks next shall know soon.
    private static readonly TimeSpan LookTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WriteTimeout = TimeSpan.FromSeconds(330);

    private readonly PostGisGate _gate;
    private readonly PostGisReplica? _replica;
    private readonly MigrationScripts _scripts;
    private readonly StoreState _absent;
    private readonly Caller? _caller;

    /// <param name="address">Where it is written, and asked what it holds.</param>
    /// <param name="reads">A server that follows that one, from which content is read; null for none.</param>
    public PostGisStore(PostGisAddress address, PostGisAddress? reads = null)
        : this(address, MigrationScripts.Embedded("postgis"), reads)
    {
    }

    internal PostGisStore(PostGisAddress address, MigrationScripts scripts, PostGisAddress? reads = null)
    {
        _scripts = scripts;
        _absent = new StoreState(Exists: false, SchemaVersion: 0, scripts.Newest, Revision: 0);
        _gate = new PostGisGate(address);
        _replica = reads is null ? null : new PostGisReplica(_gate, new PostGisGate(reads));
        Jobs = new PostGisJobs(_gate);
    }

    /// <summary>The same server and database, for one person.</summary>
    private PostGisStore(PostGisStore other, Caller caller) =>
        (_scripts, _absent, _gate, _replica, Jobs, _caller) = (other._scripts, other._absent, other._gate, other._replica, other.Jobs, caller);

    public string DisplayName => _gate.DisplayName;

    public IJobBoard? Jobs { get; }

    public Task ListenAsync(Action<StoreNotice> told, CancellationToken cancellationToken) => new PostGisListener(_gate.Settings).ListenAsync(told, cancellationToken);

    public ICoverageStore For(Caller caller) => new GuardedStore(new PostGisStore(this, caller), caller);

    public Task<StoreState> StateAsync(CancellationToken cancellationToken) =>
        _gate.ReadingAsync(session => StateOrAbsentAsync(session, cancellationToken), cancellationToken);

    public Task<bool> CanWriteAsync(CancellationToken cancellationToken) =>
        _gate.ReadingAsync(
            async session =>
            {
                await using NpgsqlCommand command = session.Command(PostGisSql.CanWrite);
                return await command.ExecuteScalarAsync(cancellationToken) is true;
            },
            cancellationToken);

    public Task<string> IdentityAsync(CancellationToken cancellationToken) =>
        _gate.RetryingAsync(async () =>
        {
            await using NpgsqlConnection connection = await _gate.OpenAsync(cancellationToken);
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
        _gate.ReadingAsync(
            async session =>
            {
                await RequireCurrentAsync(session, cancellationToken);
                ImmutableArray<VerifiedTable> tables = await TableVerification.OfAsync(session, _ => false, cancellationToken);
                return new StoreVerification(tables, [.. await session.StrangersAsync(cancellationToken)], null);
            },
            cancellationToken);

    public Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken) =>
        _gate.GuardedAsync(async () =>
        {
            await using NpgsqlConnection connection = await _gate.OpenAsync(cancellationToken);
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

    public async Task<(TerritoryContent Content, long Revision)> ReadAsync(CancellationToken cancellationToken)
    {
        if (_replica is not null && await _replica.BeginAsync(cancellationToken) is { } reading)
        {
            try
            {
                await using (reading)
                    return await ContentAsync(reading.Session);
            }
            catch (Exception error) when (PostGisErrors.IsOfServer(error))
            {
                _replica.Rest();
            }
        }

        return await _gate.ReadingAsync(ContentAsync, cancellationToken);

        async Task<(TerritoryContent Content, long Revision)> ContentAsync(PostGisSession session)
        {
            long revision = await RequireCurrentAsync(session, cancellationToken);
            return (await ContentTables.ReadAsync(session, cancellationToken), revision);
        }
    }

    public async IAsyncEnumerable<TravelMatrixEntry> ReadMatrixAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PostGisReading? fromReplica = _replica is null ? null : await _replica.BeginAsync(cancellationToken);
        await using PostGisReading reading = fromReplica ?? await _gate.GuardedAsync(() => _gate.BeginAsync(cancellationToken));
        PostGisSession session = reading.Session;
        await using NpgsqlCommand command = session.Command(PostGisSql.Tables.MatrixInOrder);
        SealCheck check = await FromAsync(async () =>
        {
            await RequireCurrentAsync(session, cancellationToken);
            return await session.CheckAsync(OtherTables.Matrix.Name, cancellationToken);
        });
        await using NpgsqlDataReader reader = await FromAsync(() => command.ExecuteReaderAsync(cancellationToken));
        List<TravelMatrixEntry> chunk;
        do
        {
            chunk = await FromAsync(() => session.NextAsync(reader, OtherTables.Matrix, MatrixChunk, check.Digest, cancellationToken));
            foreach (TravelMatrixEntry entry in chunk)
                yield return entry;
        }
        while (chunk.Count == MatrixChunk);
        check.Require();

        // Part of it is with the caller already: who asks again gets it from the first server.
        Task<T> FromAsync<T>(Func<Task<T>> work) => _gate.GuardedAsync(async () =>
        {
            try
            {
                return await work();
            }
            catch (Exception error) when (fromReplica is not null && PostGisErrors.IsOfServer(error))
            {
                _replica?.Rest();
                throw;
            }
        });
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
        return _gate.GuardedAsync(async () =>
        {
            await using NpgsqlConnection connection = await _gate.OpenAsync(cancellationToken);
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

    public async ValueTask DisposeAsync()
    {
        // One made for a person leaves the connections to the one it was made of.
        if (_caller is not null)
            return;
        if (_replica is not null)
            await _replica.DisposeAsync();
        await _gate.DisposeAsync();
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
            _gate.ForgetTypes();
        return state ?? _absent;
    }

    private async Task<long> RequireCurrentAsync(PostGisSession session, CancellationToken cancellationToken)
    {
        StoreState state = await StateOrAbsentAsync(session, cancellationToken);
        MigrationScripts.RequireCurrent(state, DisplayName);
        return state.Revision;
    }

    /// <summary>
    /// One statement that names the content it saw, in one message there and one back. Null where that is another one by now; who does not hear of it soon
    /// looks in memory.
    /// </summary>
    private async Task<T?> OfContentAsync<T>(string identity, string text, ImmutableArray<object> values, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
        where T : class
    {
        if (_replica is { Rests: false } replica)
        {
            try
            {
                return await OnceAsync(replica.Gate);
            }
            catch (Exception error) when (PostGisErrors.IsOfServer(error))
            {
                replica.Rest();
            }
        }

        return await _gate.RetryingAsync(() => OnceAsync(_gate));

        async Task<T?> OnceAsync(PostGisGate gate)
        {
            await using NpgsqlConnection connection = await gate.OpenAsync(cancellationToken);
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
        }
    }

    private Task<T> ReadingCurrentAsync<T>(Func<PostGisSession, Task<T>> work, CancellationToken cancellationToken) =>
        _gate.ReadingAsync(
            async session =>
            {
                await RequireCurrentAsync(session, cancellationToken);
                await ActAsync(session, cancellationToken);
                return await work(session);
            },
            cancellationToken);

    private Task ActAsync(PostGisSession session, CancellationToken cancellationToken) =>
        _caller is null ? Task.CompletedTask : session.ActForAsync(_caller, cancellationToken);
}
