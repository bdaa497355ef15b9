using System.Globalization;
using CentriFamiglia.Coverage.Formats.GeoPackage;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Storage.Schema;
using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Storage.GeoPackage;

/// <summary>
/// The file itself: how it is recognised, opened, created and brought up to date. It is ours when it is a GeoPackage with the tables
/// <c>coverage_stato</c> and <c>coverage_migrazioni</c>; nothing is ever changed in another file.
/// </summary>
internal sealed class GeoPackageFile(string path, MigrationScripts scripts)
{
    // "GPKG" and the marks of GeoPackage 1.0 and 1.1.
    private static readonly long[] GeoPackageIds = [0x47504B47, 0x47503130, 0x47503131];

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
    public StoreState StateOf(SqliteConnection connection)
    {
        if (!GeoPackageIds.Contains(Scalar(connection, StoreSql.ApplicationId))
            || Scalar(connection, StoreSql.HasMarker) != 2)
            throw GeoPackageErrors.NotOurs(path);
        return scripts.State(Applied(connection), new GeoPackageSession(connection).Revision());
    }

    /// <returns>The revision.</returns>
    /// <exception cref="StoreRefusedException">Not ours, or of another schema than this program's.</exception>
    public long RequireCurrent(SqliteConnection connection)
    {
        StoreState state = StateOf(connection);
        MigrationScripts.RequireCurrent(state, path);
        return state.Revision;
    }

    /// <returns>Names of the scripts applied.</returns>
    public IReadOnlyList<string> Migrate()
    {
        if (!Exists())
            return Create();
        using SqliteConnection connection = OpenToWrite(path, SqliteOpenMode.ReadWrite);
        using (connection.BeginTransaction(deferred: true))
        {
            StoreState state = StateOf(connection);
            MigrationScripts.RefuseNewer(state, path);
            if (!state.IsOlder)
                return [];
        }

        return Apply(connection);
    }

    // A new store is made beside its place and then moved there: nobody ever sees half of one.
    private IReadOnlyList<string> Create()
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
                applied = Apply(connection);
            }

            File.Move(draft, path, overwrite: false);
            return applied;
        }
        catch (IOException) when (File.Exists(path))
        {
            return Migrate();
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

    private List<string> Apply(SqliteConnection connection)
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        var names = new List<string>();
        foreach (MigrationScript script in scripts.Missing(Applied(connection)))
        {
            Execute(connection, script.Sql);
            using SqliteCommand record = Command(connection, StoreSql.RecordScript);
            record.Parameters.AddWithValue("$script", script.Name);
            record.Parameters.AddWithValue("$sha256", script.Sha256);
            record.ExecuteNonQuery();
            names.Add(script.Name);
        }

        foreach (string layer in LayersWithoutIndex(connection))
            GeoPackageSchema.AddSpatialIndex(connection, layer);
        transaction.Commit();
        return names;
    }

    private static List<string> LayersWithoutIndex(SqliteConnection connection)
    {
        using SqliteCommand command = Command(connection, StoreSql.LayersWithoutIndex);
        using SqliteDataReader reader = command.ExecuteReader();
        var layers = new List<string>();
        while (reader.Read())
            layers.Add(reader.GetString(0));
        return layers;
    }

    private static List<AppliedScript> Applied(SqliteConnection connection)
    {
        using SqliteCommand command = Command(connection, StoreSql.AppliedScripts);
        using SqliteDataReader reader = command.ExecuteReader();
        var applied = new List<AppliedScript>();
        while (reader.Read())
            applied.Add(new AppliedScript(reader.GetString(0), reader.GetString(1)));
        return applied;
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

    private static long Scalar(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = Command(connection, sql);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = Command(connection, sql);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
