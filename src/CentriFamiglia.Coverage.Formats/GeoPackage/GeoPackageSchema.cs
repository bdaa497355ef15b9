using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Formats.GeoPackage;

/// <summary>One column of a GeoPackage table beyond its key and geometry.</summary>
/// <param name="SqlType">A type of GeoPackage 1.3 table 1: <c>TEXT</c>, <c>INTEGER</c>, <c>REAL</c>, <c>BOOLEAN</c>, <c>BLOB</c>, <c>DATE</c>, <c>DATETIME</c>.</param>
public sealed record GeoPackageColumn(string Name, string SqlType);

/// <summary>A user table of a GeoPackage: an integer key <c>fid</c>, an optional geometry <c>geom</c> in EPSG:4326, then the columns.</summary>
/// <param name="Name">Table name, also <c>gpkg_contents.table_name</c>.</param>
/// <param name="Title">Unique title in <c>gpkg_contents.identifier</c>.</param>
/// <param name="Description">For <c>gpkg_contents.description</c>.</param>
/// <param name="GeometryType"><c>GEOMETRY</c>, <c>POINT</c>, <c>MULTIPOLYGON</c>, ...; null for an attribute table.</param>
/// <param name="Columns">In order.</param>
public sealed record GeoPackageTable(
    string Name,
    string Title,
    string Description,
    string? GeometryType,
    IReadOnlyList<GeoPackageColumn> Columns);

/// <summary>
/// The tables of OGC GeoPackage 1.3 (12-128r17): what makes an SQLite file one, its user tables, their R-tree index
/// (extension <c>gpkg_rtree_index</c>, annex F.3) and metadata (annex F.8). Every method works on an open connection and starts no
/// transaction. The caller gives all dates, so that the same input gives the same content.
/// </summary>
public static class GeoPackageSchema
{
    /// <summary><c>GPKG</c> as <c>PRAGMA application_id</c>.</summary>
    public const int ApplicationId = 0x47504B47;

    /// <summary>That, and the marks of GeoPackage 1.0 and 1.1: <c>GP10</c>, <c>GP11</c>.</summary>
    public static IReadOnlyList<long> ApplicationIds { get; } = [ApplicationId, 0x47503130, 0x47503131];

    /// <summary>Version 1.3.0: GDAL 3.6 warns about later ones.</summary>
    public const int UserVersion = 10300;

    public const string KeyColumn = "fid";
    public const string GeometryColumn = "geom";

    /// <summary><c>YYYY-MM-DDTHH:MM:SS.sssZ</c>, the only form of DATETIME that the standard allows.</summary>
    public static string Timestamp(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Quotes an identifier for SQL.</summary>
    public static string Quote(string identifier) => "\"" + identifier.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>Makes an empty database a GeoPackage: application id, version, and the required tables with the SRS -1, 0, 4326, 32632.</summary>
    public static void Initialize(SqliteConnection connection)
    {
        Execute(connection, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {UserVersion};");
        Execute(connection, GeoPackageSql.RequiredTables);
        foreach ((int srsId, string name, string organization, string definition) in GeoPackageSql.ReferenceSystems)
        {
            Execute(
                connection,
                "INSERT INTO gpkg_spatial_ref_sys (srs_name, srs_id, organization, organization_coordsys_id, definition) VALUES ($name, $id, $org, $id, $wkt)",
                ("$name", name), ("$id", srsId), ("$org", organization), ("$wkt", definition));
        }
    }

    /// <summary>Creates a user table and registers it; a geometry table also gets its R-tree with the triggers that keep it.</summary>
    /// <param name="connection">A GeoPackage made by <see cref="Initialize"/>.</param>
    /// <param name="lastChange">For <c>gpkg_contents.last_change</c>.</param>
    /// <param name="withTriggers">False where the writer of the first rows fills the R-tree itself and adds the triggers after.</param>
    public static void CreateTable(SqliteConnection connection, GeoPackageTable table, DateTimeOffset lastChange, bool withTriggers = true)
    {
        List<string> columns = [$"{KeyColumn} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"];
        if (table.GeometryType is not null)
            columns.Add($"{GeometryColumn} {table.GeometryType}");
        columns.AddRange(table.Columns.Select(c => $"{Quote(c.Name)} {c.SqlType}"));
        Execute(connection, $"CREATE TABLE {Quote(table.Name)} (\n  {string.Join(",\n  ", columns)}\n)");
        Execute(
            connection,
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) VALUES ($table, $type, $title, $description, $date, $srs)",
            ("$table", table.Name),
            ("$type", table.GeometryType is null ? "attributes" : "features"),
            ("$title", table.Title),
            ("$description", table.Description),
            ("$date", Timestamp(lastChange)),
            ("$srs", table.GeometryType is null ? null : 4326));
        if (table.GeometryType is null)
            return;
        Execute(
            connection,
            "INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m) VALUES ($table, $column, $type, 4326, 0, 0)",
            ("$table", table.Name), ("$column", GeometryColumn), ("$type", table.GeometryType));
        GeoPackageRTree.CreateTree(connection, table.Name);
        if (withTriggers)
            GeoPackageRTree.CreateTriggers(connection, table.Name);
    }

    /// <summary>Adds the R-tree, with the triggers that keep it, to a registered table that has none: for tables made by a script of SQL.</summary>
    public static void AddSpatialIndex(SqliteConnection connection, string table)
    {
        GeoPackageRTree.CreateTree(connection, table);
        GeoPackageRTree.CreateTriggers(connection, table);
    }

    /// <summary>Records when a table last changed and, for geometries, their extent; to be called after writing rows.</summary>
    /// <param name="connection">The GeoPackage.</param>
    /// <param name="extent">Extent in EPSG:4326; null when the table has no geometry or no rows.</param>
    /// <param name="lastChange">For <c>gpkg_contents.last_change</c>.</param>
    public static void UpdateContents(SqliteConnection connection, string table, Envelope? extent, DateTimeOffset lastChange)
    {
        bool known = extent is { IsNull: false };
        Execute(
            connection,
            "UPDATE gpkg_contents SET min_x = $minx, min_y = $miny, max_x = $maxx, max_y = $maxy, last_change = $date WHERE table_name = $table",
            ("$minx", known ? extent!.MinX : null),
            ("$miny", known ? extent!.MinY : null),
            ("$maxx", known ? extent!.MaxX : null),
            ("$maxy", known ? extent!.MaxY : null),
            ("$date", Timestamp(lastChange)),
            ("$table", table));
    }

    /// <summary>Attaches JSON metadata to a table that has none.</summary>
    public static void SetMetadata(SqliteConnection connection, string table, string json, DateTimeOffset date) =>
        GeoPackageMetadata.Set(connection, table, json, date);

    internal static void Execute(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object? value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        command.ExecuteNonQuery();
    }
}
