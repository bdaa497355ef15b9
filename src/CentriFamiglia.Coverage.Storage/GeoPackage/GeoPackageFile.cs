using CentriFamiglia.Coverage.Formats.GeoPackage;
using CentriFamiglia.Coverage.Storage.Schema;
using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Storage.GeoPackage;

/// <summary>
/// The file itself: how it is recognised, opened, created and brought up to date. It is ours when it is a GeoPackage with the tables
/// <c>coverage_stato</c> and <c>coverage_migrazioni</c>; nothing is ever changed in another file.
/// </summary>
internal sealed class GeoPackageFile(string path, MigrationScripts scripts)
{
    public string Path => path;

    public StoreState Absent { get; } = new(Exists: false, SchemaVersion: 0, scripts.Newest, Revision: 0);

    /// <exception cref="StoreRefusedException">There is something that cannot be a store: a folder, an empty file.</exception>
    public bool Exists()
    {
        if (Directory.Exists(path))
            throw GeoPackageErrors.IsDirectory(path);
        var file = new FileInfo(path);
        if (file is { Exists: true, Length: 0 })
            throw GeoPackageErrors.Empty(path);
        return file.Exists;
    }

    public SqliteConnection OpenToRead()
    {
        SqliteConnection connection = Open(path, SqliteOpenMode.ReadWrite);
        Execute(connection, StoreSql.ReadOnly);
        return connection;
    }

    /// <exception cref="StoreRefusedException">There is no store yet.</exception>
    public SqliteConnection OpenCurrentToRead()
    {
        if (!Exists())
            MigrationScripts.RequireCurrent(Absent, path);
        return OpenToRead();
    }

    public SqliteConnection OpenToWrite()
    {
        if (!Exists())
            MigrationScripts.RequireCurrent(Absent, path);
        StoreDraft.Sweep(path);
        return OpenToWrite(path, SqliteOpenMode.ReadWrite);
    }

    /// <exception cref="StoreRefusedException">Not ours, or a script was edited.</exception>
    public async Task<StoreState> StateOfAsync(GeoPackageSession session, CancellationToken cancellationToken)
    {
        if (!GeoPackageSchema.ApplicationIds.Contains(Scalar(session, StoreSql.ApplicationId)) || Scalar(session, StoreSql.HasMarker) != 2)
            throw GeoPackageErrors.NotOurs(path);
        return scripts.State(await session.AppliedAsync(cancellationToken), await session.RevisionAsync(cancellationToken) ?? 0);
    }

    /// <returns>The revision.</returns>
    /// <exception cref="StoreRefusedException">Not ours, or of another schema than this program's.</exception>
    public async Task<long> RequireCurrentAsync(GeoPackageSession session, CancellationToken cancellationToken)
    {
        StoreState state = await StateOfAsync(session, cancellationToken);
        MigrationScripts.RequireCurrent(state, path);
        return state.Revision;
    }

    /// <returns>Names of the scripts applied.</returns>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        if (!Exists())
            return await CreateAsync(fill: null, cancellationToken) ?? await MigrateAsync(cancellationToken);
        using SqliteConnection connection = OpenToWrite();
        using (connection.BeginTransaction(deferred: true))
        {
            var session = new GeoPackageSession(connection);
            StoreState state = await StateOfAsync(session, cancellationToken);
            MigrationScripts.RefuseNewer(state, path);
            if (!state.IsOlder && (await session.LookAsync(cancellationToken)).Unwatched.Count == 0)
                return [];
        }

        return await ApplyAsync(connection, cancellationToken);
    }

    /// <summary>Makes the store beside its place and then moves it there: nobody ever sees half of one, and nothing stays where it fails.</summary>
    /// <param name="fill">What it shall hold at first; null for nothing.</param>
    /// <param name="cancellationToken">Stops; nothing is kept.</param>
    /// <returns>Names of the scripts applied; null when there was a store by then.</returns>
    public async Task<IReadOnlyList<string>?> CreateAsync(Func<SqliteConnection, Task>? fill, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(System.IO.Path.GetDirectoryName(path)))
            throw GeoPackageErrors.NoDirectory(path);
        try
        {
            using StoreDraft draft = StoreDraft.Begin(path);
            IReadOnlyList<string> applied;
            using (SqliteConnection connection = OpenToWrite(draft.Path, SqliteOpenMode.ReadWriteCreate))
            {
                GeoPackageSchema.Initialize(connection);
                Execute(connection, StoreSql.CreateMigrations);
                applied = await ApplyAsync(connection, cancellationToken);
                if (fill is not null)
                    await fill(connection);
            }

            File.Move(draft.Path, path, overwrite: false);
            return applied;
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
        catch (IOException error) when (GeoPackageErrors.IsDiskFull(error))
        {
            throw GeoPackageErrors.NoSpace(path, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SqliteException { SqliteErrorCode: 8 or 14 })
        {
            throw GeoPackageErrors.NotWritable(path, error);
        }
    }

    private async Task<IReadOnlyList<string>> ApplyAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        var session = new GeoPackageSession(connection);
        StoreStrangers.Refuse(await session.StrangersAsync(cancellationToken), path);
        IReadOnlyList<string> names = await session.ApplyAsync(scripts, cancellationToken);
        foreach (string layer in Names(session, StoreSql.LayersWithoutIndex))
            GeoPackageSchema.AddSpatialIndex(connection, layer);
        GeoPackageFeatureCount.CreateTable(connection);
        foreach (string table in Names(session, StoreSql.TablesWithoutCount))
            GeoPackageFeatureCount.Create(connection, table);
        transaction.Commit();
        return names;
    }

    private static List<string> Names(GeoPackageSession session, string sql)
    {
        using SqliteCommand command = session.Command(sql);
        using SqliteDataReader reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    private static SqliteConnection OpenToWrite(string file, SqliteOpenMode mode)
    {
        SqliteConnection connection = Open(file, mode);
        GeoPackageFunctions.Register(connection);
        return connection;
    }

    // Not pooled: a pooled handle would keep a file that was replaced or deleted.
    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 15,
        }.ConnectionString);
        try
        {
            connection.Open();
            Execute(connection, StoreSql.Session);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static long Scalar(GeoPackageSession session, string sql)
    {
        using SqliteCommand command = session.Command(sql);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = new GeoPackageSession(connection).Command(sql);
        command.ExecuteNonQuery();
    }
}
