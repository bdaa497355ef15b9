using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Formats.GeoPackage;

/// <summary>
/// The R-tree of a geometry table with the six triggers of GeoPackage 1.3 annex F.3. The triggers call <c>ST_MinX</c> and its kin, which
/// SQLite lacks: <see cref="GeoPackageFunctions"/> adds them to a connection of ours, QGIS and GDAL bring their own.
/// </summary>
internal static class GeoPackageRTree
{
    /// <summary>The table of the tree, quoted.</summary>
    public static string TreeOf(string table) => GeoPackageSchema.Quote(NameOf(table));

    /// <summary>The tree alone: whoever writes the rows writes their boxes too, until the triggers are there.</summary>
    public static void CreateTree(SqliteConnection connection, string table)
    {
        GeoPackageSchema.Execute(connection, $"CREATE VIRTUAL TABLE {TreeOf(table)} USING rtree(id, minx, maxx, miny, maxy)");
        GeoPackageSchema.Execute(
            connection,
            """
            INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope)
            VALUES ($table, $column, 'gpkg_rtree_index', 'http://www.geopackage.org/spec130/#extension_rtree', 'write-only')
            """,
            ("$table", table), ("$column", GeoPackageSchema.GeometryColumn));
    }

    public static void CreateTriggers(SqliteConnection connection, string table)
    {
        string name = NameOf(table);
        string tree = TreeOf(table);
        string t = GeoPackageSchema.Quote(table);
        string c = GeoPackageSchema.Quote(GeoPackageSchema.GeometryColumn);
        string i = GeoPackageSchema.Quote(GeoPackageSchema.KeyColumn);
        string box = $"ST_MinX(NEW.{c}), ST_MaxX(NEW.{c}), ST_MinY(NEW.{c}), ST_MaxY(NEW.{c})";
        string full = $"(NEW.{c} NOTNULL AND NOT ST_IsEmpty(NEW.{c}))";
        string hollow = $"(NEW.{c} ISNULL OR ST_IsEmpty(NEW.{c}))";

        Trigger("insert", $"AFTER INSERT ON {t} WHEN {full}", $"INSERT OR REPLACE INTO {tree} VALUES (NEW.{i}, {box});");
        Trigger(
            "update1",
            $"AFTER UPDATE OF {c} ON {t} WHEN OLD.{i} = NEW.{i} AND {full}",
            $"INSERT OR REPLACE INTO {tree} VALUES (NEW.{i}, {box});");
        Trigger("update2", $"AFTER UPDATE OF {c} ON {t} WHEN OLD.{i} = NEW.{i} AND {hollow}", $"DELETE FROM {tree} WHERE id = OLD.{i};");
        Trigger(
            "update3",
            $"AFTER UPDATE ON {t} WHEN OLD.{i} != NEW.{i} AND {full}",
            $"DELETE FROM {tree} WHERE id = OLD.{i}; INSERT OR REPLACE INTO {tree} VALUES (NEW.{i}, {box});");
        Trigger(
            "update4",
            $"AFTER UPDATE ON {t} WHEN OLD.{i} != NEW.{i} AND {hollow}",
            $"DELETE FROM {tree} WHERE id IN (OLD.{i}, NEW.{i});");
        Trigger("delete", $"AFTER DELETE ON {t} WHEN OLD.{c} NOT NULL", $"DELETE FROM {tree} WHERE id = OLD.{i};");

        void Trigger(string kind, string when, string then) => GeoPackageSchema.Execute(
            connection,
            $"CREATE TRIGGER {GeoPackageSchema.Quote($"{name}_{kind}")} {when} BEGIN {then} END");
    }

    private static string NameOf(string table) => $"rtree_{table}_{GeoPackageSchema.GeometryColumn}";
}
