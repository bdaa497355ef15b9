using System.Runtime.CompilerServices;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Storage.Schema;
using CentriFamiglia.Coverage.Storage.Tables;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CentriFamiglia.Coverage.Storage.GeoPackage;

/// <summary>
/// The embedded store: one GeoPackage 1.3 file whose layers QGIS and GDAL open. Several processes may use it at once; it keeps SQLite's
/// rollback journal, not WAL, so that between two writes it is a single file that can be copied and sent.
/// </summary>
public sealed class GeoPackageStore : ICoverageStore
{
    private const int MatrixChunk = 20_000;

    private readonly GeoPackageFile _file;
    private readonly FileMemory _identity;

    /// <param name="path">File ending in <c>.gpkg</c>; it need not exist yet.</param>
    public GeoPackageStore(string path)
        : this(path, MigrationScripts.Embedded("geopackage"))
    {
    }

    internal GeoPackageStore(string path, MigrationScripts scripts)
    {
        _file = new GeoPackageFile(System.IO.Path.GetFullPath(path), scripts);
        _identity = new FileMemory(_file.Path);
    }

    public string DisplayName => _file.Path;

    public ICoverageStore For(Caller caller) => new GuardedStore(this, caller);

    public Task<StoreState> StateAsync(CancellationToken cancellationToken) =>
        RunAsync(
            async () =>
            {
                if (!_file.Exists())
                    return _file.Absent;
                using SqliteConnection connection = _file.OpenToRead();
                using SqliteTransaction transaction = connection.BeginTransaction(deferred: true);
                return await _file.StateOfAsync(new GeoPackageSession(connection), cancellationToken);
            },
            cancellationToken);

    public Task<bool> CanWriteAsync(CancellationToken cancellationToken) =>
        RunAsync(
            () =>
            {
                using SqliteConnection connection = _file.OpenCurrentToRead();
                return raw.sqlite3_db_readonly(connection.Handle, "main") == 0;
            },
            cancellationToken);

    public Task<string> IdentityAsync(CancellationToken cancellationToken) =>
        RunAsync(
            () => _identity.GetAsync(facts => Task.FromResult(_file.Exists() ? $"{facts} {RevisionAndEpoch()}" : facts)), cancellationToken);

    public Task<SelectedRows?> SelectAsync(RowSelection selection, string identity, CancellationToken cancellationToken) => Task.FromResult<SelectedRows?>(null);

    public Task<byte[]?> TileAsync(StoredTile tile, string identity, CancellationToken cancellationToken) => Task.FromResult<byte[]?>(null);

    public Task<StoreVerification> VerifyAsync(CancellationToken cancellationToken) =>
        RunAsync(
            async () =>
            {
                using SqliteConnection connection = _file.OpenCurrentToRead();
                using SqliteTransaction transaction = connection.BeginTransaction(deferred: true);
                var session = new GeoPackageSession(connection);
                await _file.RequireCurrentAsync(session, cancellationToken);
                ImmutableArray<VerifiedTable> tables = await TableVerification.OfAsync(session, GeoPackageErrors.IsDamage, cancellationToken);
                using SqliteCommand check = session.Command(StoreSql.CheckFile);
                string found = Convert.ToString(check.ExecuteScalar(), CultureInfo.InvariantCulture)!;
                return new StoreVerification(tables, [.. await session.StrangersAsync(cancellationToken)], found == "ok" ? null : found.ReplaceLineEndings(" "));
            },
            cancellationToken);

    public Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken) =>
        RunAsync(() => _file.MigrateAsync(cancellationToken), cancellationToken);

    public Task<(TerritoryContent Content, long Revision)> ReadAsync(CancellationToken cancellationToken) =>
        RunAsync(
            async () =>
            {
                using SqliteConnection connection = _file.OpenCurrentToRead();
                using SqliteTransaction transaction = connection.BeginTransaction(deferred: true);
                var session = new GeoPackageSession(connection);
                long revision = await _file.RequireCurrentAsync(session, cancellationToken);
                return (await ContentTables.ReadAsync(session, cancellationToken), revision);
            },
            cancellationToken);

    /// <remarks>A writer waits until the enumeration ends or is disposed: what is read is one moment's matrix.</remarks>
    public async IAsyncEnumerable<TravelMatrixEntry> ReadMatrixAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using SqliteConnection connection = await RunAsync(_file.OpenCurrentToRead, cancellationToken);
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: true);
        var session = new GeoPackageSession(connection);
        using SqliteCommand command = session.Command(StoreSql.Tables.MatrixInOrder);
        SealCheck check = await RunAsync(
            async () =>
            {
                await _file.RequireCurrentAsync(session, cancellationToken);
                return await session.CheckAsync(OtherTables.Matrix.Name, cancellationToken);
            },
            cancellationToken);
        using SqliteDataReader reader = await RunAsync(command.ExecuteReader, cancellationToken);
        List<TravelMatrixEntry> chunk;
        do
        {
            chunk = await RunAsync(() => session.NextAsync(reader, OtherTables.Matrix, MatrixChunk, check.Digest, cancellationToken), cancellationToken);
            foreach (TravelMatrixEntry entry in chunk)
                yield return entry;
        }
        while (chunk.Count == MatrixChunk);
        check.Require();
    }

    public Task<ImmutableArray<StoredRecord>> ReadRecordsAsync(RecordKind kind, CancellationToken cancellationToken) =>
        ReadingAsync(async session => (ImmutableArray<StoredRecord>)[.. await session.RecordsAsync(kind, cancellationToken)], cancellationToken);

    public Task<StoredRecord?> ReadRecordAsync(RecordKind kind, string key, CancellationToken cancellationToken) =>
        ReadingAsync(session => session.RecordAsync(kind, key, cancellationToken), cancellationToken);

    public Task<StoreRegister> ReadRegisterAsync(CancellationToken cancellationToken) =>
        ReadingAsync(session => session.RegisterAsync(cancellationToken), cancellationToken);

    public Task<AuditEntry> CommitAsync(StoreCommit commit, CancellationToken cancellationToken)
    {
        ContentWrites.Check(commit);
        return RunAsync(
            async () =>
            {
                using SqliteConnection connection = _file.OpenToWrite();
                return await CommitAsync(connection, commit, cancellationToken);
            },
            cancellationToken);
    }

    public Task<bool> CreateAsync(TerritoryContent content, AuditAct act, CancellationToken cancellationToken)
    {
        var commit = new StoreCommit(act) { Content = new ContentChange(content, ContentParts.All, [], new StoreReading(TerritoryContent.Empty, 0)) };
        return RunAsync(
            async () => !_file.Exists() && await _file.CreateAsync(connection => CommitAsync(connection, commit, cancellationToken), cancellationToken) is not null,
            cancellationToken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<AuditEntry> CommitAsync(SqliteConnection connection, StoreCommit commit, CancellationToken cancellationToken)
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        var session = new GeoPackageSession(connection);
        await _file.RequireCurrentAsync(session, cancellationToken);
        StoreStrangers.Refuse(await session.StrangersAsync(cancellationToken), DisplayName);
        ContentParts parts = commit.Content?.Parts ?? ContentParts.None;
        await session.BeginOwnWriteAsync(parts, cancellationToken);
        AuditEntry entry = await ContentWrites.WriteAsync(session, commit, DisplayName, cancellationToken);
        if (commit.Content is not null)
            await session.SealAsync(parts, cancellationToken);
        transaction.Commit();
        return entry;
    }

    private Task<T> ReadingAsync<T>(Func<GeoPackageSession, Task<T>> work, CancellationToken cancellationToken) =>
        RunAsync(
            async () =>
            {
                using SqliteConnection connection = _file.OpenCurrentToRead();
                using SqliteTransaction transaction = connection.BeginTransaction(deferred: true);
                var session = new GeoPackageSession(connection);
                await _file.RequireCurrentAsync(session, cancellationToken);
                return await work(session);
            },
            cancellationToken);

    /// <returns>Null when a table or a column is not there: another schema, or no store of ours.</returns>
    private object? RevisionAndEpoch()
    {
        using SqliteConnection connection = _file.OpenToRead();
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: true);
        using SqliteCommand command = new GeoPackageSession(connection).Command(StoreSql.Identity);
        try
        {
            return command.ExecuteScalar();
        }
        catch (SqliteException other) when (other.SqliteErrorCode == 1)
        {
            return null;
        }
    }

    private Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken) =>
        RunAsync(() => Task.FromResult(work()), cancellationToken);

    // SQLite works in the calling thread: a thread of the pool does it, so that callers are never held.
    private async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(work, cancellationToken);
        }
        catch (SqliteException error)
        {
            throw GeoPackageErrors.Translate(error, DisplayName);
        }
    }
}
