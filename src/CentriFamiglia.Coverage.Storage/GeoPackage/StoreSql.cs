using CentriFamiglia.Coverage.Storage.Tables;

namespace CentriFamiglia.Coverage.Storage.GeoPackage;

/// <summary>
/// Every statement that the embedded store alone sends to SQLite, besides the migration scripts; those that both stores send are
/// <see cref="Tables"/>. Every value is a parameter.
/// </summary>
internal static class StoreSql
{
    /// <remarks>In a table that another program made anew <c>fid</c> may be a column as any other, and a key sorted without regard to case.</remarks>
    public static TableSql Tables { get; } =
        new("", "coverage_", "rowid", " collate binary", "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')", "lower(hex(randomblob(16)))", RowsHaveNumbers: true);

    public const string ApplicationId = "pragma application_id";

    public const string ReadOnly = "pragma query_only = 1; pragma trusted_schema = 0";

    /// <summary>
    /// Waits for other processes; keeps a large write in memory, so that readers are shut out only while it is committed, and so what undoes a
    /// single statement, which would else be a file written at every row.
    /// </summary>
    public const string Session = "pragma busy_timeout = 15000; pragma cache_spill = 0; pragma temp_store = 2; pragma foreign_keys = 0";

    public const string HasMarker =
        "select count(*) from sqlite_master where type = 'table' and name in ('coverage_stato', 'coverage_migrazioni')";

    public const string CreateMigrations =
        """
        create table coverage_migrazioni (
          fid integer primary key not null,
          script text not null unique,
          sha256 text not null,
          applied_at datetime not null
        )
        """;

    public const string Identity = "select revisione || '.' || epoca from coverage_stato";

    public const string Triggers = "select name, tbl_name, sql from sqlite_master where type = 'trigger'";

    public const string Views = "select name from sqlite_master where type = 'view'";

    /// <summary>One line, <c>ok</c> or the first thing that is wrong, English.</summary>
    public const string CheckFile = "pragma integrity_check(1)";

    public const string LayersWithoutIndex =
        """
        select g.table_name from gpkg_geometry_columns g
        where not exists (
          select 1 from gpkg_extensions e
          where e.table_name = g.table_name and e.column_name = g.column_name and e.extension_name = 'gpkg_rtree_index')
        order by g.table_name
        """;

    /// <summary>Tables that GDAL does not count.</summary>
    public const string TablesWithoutCount =
        """
        select c.table_name from gpkg_contents c join sqlite_master m on m.name = c.table_name and m.type = 'table'
        where not exists (select 1 from gpkg_ogr_contents o where lower(o.table_name) = lower(c.table_name))
        order by c.table_name
        """;

    public static string Update<T>(StoreTable<T> table) =>
        $"update {table.Name} set {string.Join(", ", table.Columns.Select((c, i) => $"{c.Name} = ${i + 1}"))} where rowid = $row";

    public static string Delete<T>(StoreTable<T> table) => $"delete from {table.Name} where rowid = $row";

    public static string Insert<T>(StoreTable<T> table) =>
        $"insert into {table.Name} ({table.ColumnList}) values ({string.Join(", ", table.Columns.Select((_, i) => $"${i + 1}"))})";
}
