using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CentriFamiglia.Coverage.Formats.GeoPackage;

/// <param name="IsBoolean">Declared BOOLEAN: 0 and 1 are false and true.</param>
internal sealed record ForeignColumn(string Name, bool IsBoolean);

/// <param name="Columns">Without geometry and without a key named <c>fid</c>.</param>
/// <param name="KeyColumn">Integer primary key.</param>
/// <param name="GeometryColumn">Null for an attribute table.</param>
/// <param name="Epsg">Null when the file names no EPSG code.</param>
internal sealed record ForeignTable(
    string Name,
    IReadOnlyList<ForeignColumn> Columns,
    string? KeyColumn,
    string? GeometryColumn,
    int? Epsg);

/// <summary>Opens a GeoPackage that somebody else made, with nothing of its schema trusted, and lists its tables.</summary>
internal static class ForeignGeoPackage
{
    /// <summary>Tables that QGIS and GDAL register among the layers.</summary>
    private static readonly string[] _system = ["layer_styles", "qgis_projects", "ogr_empty_table", "nga_properties", "data_licenses"];

    private const int DefensiveOption = 1010, TriggersOption = 1003, ViewsOption = 1015;

    public static SqliteConnection Open(string path)
    {
        // Without a journal beside it nobody is writing: immutable leaves no side files in the user's folder.
        string source = File.Exists(path + "-wal") || File.Exists(path + "-journal")
            ? path
            : new Uri(Path.GetFullPath(path)).AbsoluteUri + "?immutable=1";
        SqliteConnection connection = new(new SqliteConnectionStringBuilder
        {
            DataSource = source,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            raw.sqlite3_db_config(connection.Handle, DefensiveOption, 1, out _);
            raw.sqlite3_db_config(connection.Handle, TriggersOption, 0, out _);
            raw.sqlite3_db_config(connection.Handle, ViewsOption, 0, out _);
            GeoPackageSchema.Execute(connection, "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static bool IsGeoPackage(SqliteConnection connection) =>
        GeoPackageSchema.ApplicationIds.Contains((long)Rows(connection, "PRAGMA application_id")[0][0])
        && HasTable(connection, "gpkg_contents")
        && HasTable(connection, "gpkg_spatial_ref_sys");

    /// <summary>A store of this program: its own tables say so.</summary>
    public static bool IsStore(SqliteConnection connection) => HasTable(connection, "coverage_stato") && HasTable(connection, "coverage_migrazioni");

    /// <summary>What of the file holds no layer that can be read: tables that programs keep for themselves, and views, which are not trusted.</summary>
    public static IReadOnlyList<(string Name, bool System)> PassedOver(SqliteConnection connection) =>
    [
        .. Rows(connection, "SELECT table_name, data_type FROM gpkg_contents ORDER BY table_name")
            .Where(r => r[0] is string name && (IsSystem(name) || !HasTable(connection, name) || r[1] is not ("features" or "attributes" or "aspatial")))
            .Select(r => ((string)r[0], IsSystem((string)r[0]))),
    ];

    private static bool IsSystem(string table) => _system.Contains(table, StringComparer.OrdinalIgnoreCase) || table.StartsWith("qgis_", StringComparison.OrdinalIgnoreCase);

    public static IReadOnlyList<ForeignTable> Tables(SqliteConnection connection)
    {
        List<ForeignTable> tables = [];
        foreach (object[] row in Rows(
            connection,
            "SELECT table_name FROM gpkg_contents WHERE data_type IN ('features', 'attributes', 'aspatial') ORDER BY table_name"))
        {
            if (row[0] is string name && !IsSystem(name) && HasTable(connection, name))
                tables.Add(Describe(connection, name));
        }
        return tables;
    }

    private static ForeignTable Describe(SqliteConnection connection, string table)
    {
        string? geometryColumn = null;
        int? epsg = null;
        if (HasTable(connection, "gpkg_geometry_columns"))
        {
            foreach (object[] row in Rows(
                connection,
                """
                SELECT g.column_name, s.organization, s.organization_coordsys_id
                FROM gpkg_geometry_columns g LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
                WHERE lower(g.table_name) = lower($name)
                """,
                table))
            {
                geometryColumn = row[0] as string;
                epsg = row[1] is string organization && organization.Equals("EPSG", StringComparison.OrdinalIgnoreCase) && row[2] is long code
                    ? (int)code
                    : null;
            }
        }

        List<ForeignColumn> columns = [];
        string? key = null;
        string? geometry = null;
        foreach (object[] row in Rows(connection, "SELECT name, type, pk FROM pragma_table_info($name)", table))
        {
            string column = (string)row[0];
            if (column.Equals(geometryColumn, StringComparison.OrdinalIgnoreCase))
            {
                geometry = column;
                continue;
            }
            string type = row[1] as string ?? "";
            if ((long)row[2] == 1 && type.StartsWith("INT", StringComparison.OrdinalIgnoreCase))
            {
                key = column;
                if (column.Equals("fid", StringComparison.OrdinalIgnoreCase) || column.Equals("ogc_fid", StringComparison.OrdinalIgnoreCase))
                    continue;
            }
            columns.Add(new ForeignColumn(column, type.Equals("BOOLEAN", StringComparison.OrdinalIgnoreCase)));
        }
        return new ForeignTable(table, columns, key, geometry, epsg);
    }

    /// <summary>A table of rows: no view, and no virtual table, whose reading would run code chosen by the file.</summary>
    internal static bool HasTable(SqliteConnection connection, string name) => Rows(
        connection,
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND lower(name) = lower($name) AND sql NOT LIKE 'CREATE VIRTUAL%'",
        name).Count > 0;

    internal static List<object[]> Rows(SqliteConnection connection, string sql, string? name = null)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        if (name is not null)
            command.Parameters.AddWithValue("$name", name);
        List<object[]> rows = [];
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            object[] row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }
}
