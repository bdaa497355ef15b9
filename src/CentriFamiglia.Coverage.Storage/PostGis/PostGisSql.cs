using CentriFamiglia.Coverage.Storage.Tables;

namespace CentriFamiglia.Coverage.Storage.PostGis;

/// <summary>
/// Every statement that the shared store alone sends to PostgreSQL, besides the migration scripts; those that both stores send are
/// <see cref="Tables"/>. Every value is a parameter or goes through COPY.
/// </summary>
internal static class PostGisSql
{
    public static TableSql Tables { get; } = new("coverage.", "coverage.", "now()", null);

    public const string Reading =
        """
        set transaction read only;
        set local statement_timeout = '60s';
        set local idle_in_transaction_session_timeout = '300s'
        """;

    public const string Writing =
        """
        set local statement_timeout = '300s';
        set local lock_timeout = '15s';
        set local idle_in_transaction_session_timeout = '60s'
        """;

    /// <summary>Three flags: the schema exists, it holds our two marker tables, it holds any table.</summary>
    public const string Marker =
        """
        select
          exists (select from pg_namespace where nspname = 'coverage'),
          (select count(*) = 2 from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'coverage' and c.relkind = 'r' and c.relname in ('stato', 'migrazioni')),
          exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'coverage')
        """;

    /// <summary>Whether the user may change any table of ours, on a server and in a session that let it.</summary>
    public const string CanWrite =
        """
        select not pg_is_in_recovery() and current_setting('default_transaction_read_only') = 'off' and exists (
          select from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'coverage' and c.relkind in ('r', 'p') and has_table_privilege(c.oid, 'insert, update, delete, truncate'))
        """;

    /// <summary>One migration at a time in the whole database; the number only has to be the same everywhere.</summary>
    public const string MigrationLock = "select pg_advisory_xact_lock(20231213001507)";

    public const string CreatePostGis = "create extension if not exists postgis";

    /// <summary>Lets the scripts find PostGIS's types in whichever schema it was installed.</summary>
    public const string FindPostGis =
        """
        select set_config('search_path', quote_ident(n.nspname), true)
        from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'postgis'
        """;

    public const string CreateSchema = "create schema coverage";

    public const string CreateMigrations =
        "create table coverage.migrazioni (script text primary key, sha256 text not null, applied_at timestamptz not null default now())";

    public static string Copy<T>(StoreTable<T> table) => $"copy coverage.{table.Name} ({table.ColumnList}) from stdin (format binary)";
}
