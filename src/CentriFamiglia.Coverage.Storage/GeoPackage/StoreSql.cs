using CentriFamiglia.Coverage.Storage.Tables;

namespace CentriFamiglia.Coverage.Storage.GeoPackage;

/// <summary>
/// Every statement that the embedded store alone sends to SQLite, besides the migration scripts; those that both stores send are
/// <see cref="Tables"/>. Every value is a parameter.
/// </summary>
internal static class StoreSql
{
    public static TableSql Tables { get; } = new("", "coverage_", "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')", "rowid");

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

    public const string LayersWithoutIndex =
        """
        select g.table_name from gpkg_geometry_columns g
        where not exists (
          select 1 from gpkg_extensions e
          where e.table_name = g.table_name and e.column_name = g.column_name and e.extension_name = 'gpkg_rtree_index')
        order by g.table_name
        """;

    public static string Insert<T>(StoreTable<T> table) =>
        $"insert into {table.Name} ({table.ColumnList}) values ({string.Join(", ", table.Columns.Select((_, i) => $"${i + 1}"))})";
}
