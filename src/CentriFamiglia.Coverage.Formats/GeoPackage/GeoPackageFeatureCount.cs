using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Formats.GeoPackage;

/// <summary>
/// GDAL's own count of the rows of a table: <c>gpkg_ogr_contents</c>, which no standard asks for, and from which GDAL and QGIS say how many
/// features a layer has. Its triggers are written to the letter as GDAL writes them, since GDAL takes them away and puts them back.
/// </summary>
public static class GeoPackageFeatureCount
{
    private static readonly (string Event, char Sign)[] _events = [("insert", '+'), ("delete", '-')];

    /// <summary>Makes the table of counts, where there is none.</summary>
    public static void CreateTable(SqliteConnection connection) => GeoPackageSchema.Execute(
        connection, "CREATE TABLE IF NOT EXISTS gpkg_ogr_contents(table_name TEXT NOT NULL PRIMARY KEY, feature_count INTEGER DEFAULT NULL)");

    /// <summary>Starts to count the rows of a table.</summary>
    public static void Create(SqliteConnection connection, string table)
    {
        GeoPackageSchema.Execute(connection, "INSERT OR IGNORE INTO gpkg_ogr_contents (table_name) VALUES ($table)", ("$table", table));
        Resume(connection, table);
    }

    /// <summary>Before many rows are written: the triggers would run at each.</summary>
    public static void Suspend(SqliteConnection connection, string table)
    {
        foreach ((string e, _) in _events)
            GeoPackageSchema.Execute(connection, $"DROP TRIGGER IF EXISTS {Trigger(e, table)}");
    }

    /// <summary>After <see cref="Suspend"/>, in the same transaction: counts anew.</summary>
    public static void Resume(SqliteConnection connection, string table)
    {
        Suspend(connection, table);
        foreach ((string e, char sign) in _events)
            GeoPackageSchema.Execute(
                connection,
                $"CREATE TRIGGER {Trigger(e, table)} AFTER {e.ToUpperInvariant()} ON {GeoPackageSchema.Quote(table)} BEGIN "
                + $"UPDATE gpkg_ogr_contents SET feature_count = feature_count {sign} 1 WHERE lower(table_name) = lower('{table}'); END");
        Recount(connection, table);
    }

    /// <summary>Sets the count right, whatever it was.</summary>
    public static void Recount(SqliteConnection connection, string table) => GeoPackageSchema.Execute(
        connection,
        $"UPDATE gpkg_ogr_contents SET feature_count = (SELECT count(*) FROM {GeoPackageSchema.Quote(table)}) WHERE table_name = $table",
        ("$table", table));

    private static string Trigger(string e, string table) => GeoPackageSchema.Quote($"trigger_{e}_feature_count_{table}");
}
