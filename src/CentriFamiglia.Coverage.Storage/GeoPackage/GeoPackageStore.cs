using System.Runtime.CompilerServices;
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
    private readonly FileMemory<StoreState> _state;

    /// <param name="path">File ending in <c>.gpkg</c>; it need not exist yet.</param>
    public GeoPackageStore(string path)
        : this(path, MigrationScripts.Embedded("geopackage"))
    {
    }

    internal GeoPackageStore(string path, MigrationScripts scripts)
    {
        _file = new GeoPackageFile(System.IO.Path.GetFullPath(path), scripts);
        _state = new FileMemory<StoreState>(_file.Path);
    }

    public string DisplayName => _file.Path;

    public Task<StoreState> StateAsync(CancellationToken cancellationToken) =>
        RunAsync(
            () => _state.GetAsync(async () =>
            {
                if (!_file.Exists())
                    return _file.Absent;
                using SqliteConnection connection = _file.OpenToRead();
                using SqliteTransaction transaction = connection.BeginTransaction(deferred: true);
                return await _file.StateOfAsync(new GeoPackageSession(connection), cancellationToken);
            }),
            cancellationToken);

    public Task<bool> CanWriteAsync(CancellationToken cancellationToken) =>
        RunAsync(
            () =>
            {
                using SqliteConnection connection = _file.OpenCurrentToRead();
                return raw.sqlite3_db_readonly(connection.Handle, "main") == 0;
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
        using SqliteDataReader reader = await RunAsync(
            async () =>
            {
                await _file.RequireCurrentAsync(session, cancellationToken);
                return command.ExecuteReader();
            },
            cancellationToken);
        List<TravelMatrixEntry> chunk;
        do
        {
            chunk = await RunAsync(() => session.NextAsync(reader, OtherTables.Matrix, MatrixChunk, cancellationToken), cancellationToken);
            foreach (TravelMatrixEntry entry in chunk)
                yield return entry;
        }
        while (chunk.Count == MatrixChunk);
    }

    public Task<long> WriteAsync(
        TerritoryContent next,
        ContentParts parts,
        IReadOnlyList<TravelMatrixEntry>? matrix,
        long expectedRevision,
        CancellationToken cancellationToken)
    {
        ContentTables.Check(next, parts, matrix);
        return RunAsync(
            async () =>
            {
                using SqliteConnection connection = _file.OpenToWrite();
                using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
                var session = new GeoPackageSession(connection);
                await _file.RequireCurrentAsync(session, cancellationToken);
                long revision = await ContentTables.WriteAsync(session, next, parts, matrix, expectedRevision, cancellationToken)
                    ?? throw StoreChanged.Since(DisplayName);
                transaction.Commit();
                return revision;
            },
            cancellationToken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

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
