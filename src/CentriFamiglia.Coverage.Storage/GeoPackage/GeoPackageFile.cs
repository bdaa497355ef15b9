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
            return await CreateAsync(cancellationToken);
        using SqliteConnection connection = OpenToWrite(path, SqliteOpenMode.ReadWrite);
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

    // A new store is made beside its place and then moved there: nobody ever sees half of one.
    private async Task<IReadOnlyList<string>> CreateAsync(CancellationToken cancellationToken)
    {
        string folder = System.IO.Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
            throw GeoPackageErrors.NoDirectory(path);
        string draft = System.IO.Path.Combine(folder, $".{System.IO.Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            IReadOnlyList<string> applied;
            using (SqliteConnection connection = OpenToWrite(draft, SqliteOpenMode.ReadWriteCreate))
            {
                GeoPackageSchema.Initialize(connection);
                Execute(connection, StoreSql.CreateMigrations);
                applied = await ApplyAsync(connection, cancellationToken);
            }

            File.Move(draft, path, overwrite: false);
            return applied;
        }
        catch (IOException) when (File.Exists(path))
        {
            return await MigrateAsync(cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SqliteException { SqliteErrorCode: 8 or 14 })
        {
            throw GeoPackageErrors.NotWritable(path, error);
        }
        finally
        {
            Discard(draft);
        }
    }

    private async Task<IReadOnlyList<string>> ApplyAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        var session = new GeoPackageSession(connection);
        StoreStrangers.Refuse(await session.StrangersAsync(cancellationToken), path);
        IReadOnlyList<string> names = await session.ApplyAsync(scripts, cancellationToken);
        foreach (string layer in LayersWithoutIndex(session))
            GeoPackageSchema.AddSpatialIndex(connection, layer);
        transaction.Commit();
        return names;
    }

    private static List<string> LayersWithoutIndex(GeoPackageSession session)
    {
        using SqliteCommand command = session.Command(StoreSql.LayersWithoutIndex);
        using SqliteDataReader reader = command.ExecuteReader();
        var layers = new List<string>();
        while (reader.Read())
            layers.Add(reader.GetString(0));
        return layers;
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

    private static void Discard(string draft)
    {
        foreach (string leftover in new[] { draft, draft + "-journal" })
        {
            try
            {
                File.Delete(leftover);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // A leftover that cannot be deleted harms nobody and must not hide the first error.
            }
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
