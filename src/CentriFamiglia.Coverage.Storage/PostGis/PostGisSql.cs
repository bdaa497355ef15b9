using CentriFamiglia.Coverage.Storage.Tables;

namespace CentriFamiglia.Coverage.Storage.PostGis;

/// <summary>
/// Every statement that the shared store alone sends to PostgreSQL, besides the migration scripts; those that both stores send are
/// <see cref="Tables"/>. Every value is a parameter or goes through COPY.
/// </summary>
internal static class PostGisSql
{
    public static TableSql Tables { get; } = new("coverage.", "coverage.", "ctid", " collate \"C\"", "now()", "gen_random_uuid()::text", RowsHaveNumbers: false);

    public const string Reading =
        """
        set transaction read only;
        set local statement_timeout = '60s';
        set local idle_in_transaction_session_timeout = '300s'
        """;

    /// <summary>Before one statement that reads, in the transaction that the two are. PostGIS may be in whichever schema: its functions are named without one.</summary>
    public const string Looking =
        """
        select set_config('transaction_read_only', 'on', true), set_config('statement_timeout', '9s', true), set_config('search_path', quote_ident(n.nspname), true)
        from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'postgis'
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

    /// <summary>Whether the user may change any table of ours but that of the jobs, on a server and in a session that let it.</summary>
    public const string CanWrite =
        """
        select not pg_is_in_recovery() and current_setting('default_transaction_read_only') = 'off' and exists (
          select from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'coverage' and c.relkind in ('r', 'p') and c.relname <> 'lavori' and has_table_privilege(c.oid, 'insert, update, delete, truncate'))
        """;

    /// <summary>The database's number tells a copy beside it, made of a template or a dump, from the one it was made of.</summary>
    public const string Identity =
        "select s.revisione || '.' || s.epoca || '.' || d.oid from coverage.stato s, pg_database d where d.datname = current_database()";

    /// <summary>The same without the database's number: a server that follows another may have its own.</summary>
    public const string Content = "select revisione || '.' || epoca from coverage.stato";

    public const string JobsChannel = "coverage_lavori";

    public const string Listen = $"listen coverage; listen {JobsChannel}";

    /// <summary>Until the transaction ends; the trigger's function asks for it.</summary>
    public const string OwnWrite = "select set_config('coverage.scrittura', $1, true)";

    /// <summary>Tables with our trigger, and whether it is in force.</summary>
    public const string OwnTriggers =
        """
        select c.relname::text, t.tgenabled in ('O', 'A')
        from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace join pg_proc p on p.oid = t.tgfoid
        where n.nspname = 'coverage' and t.tgname = 'coverage_modifica'
          and p.proname = 'segna_modifica' and p.pronamespace = n.oid
        """;

    /// <summary>Kind, name and table of what is not ours. A constraint's own triggers are internal; a view's own rule goes with the view.</summary>
    public const string Strangers =
        """
        select 0, t.tgname::text, c.relname::text
        from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace join pg_proc p on p.oid = t.tgfoid
        where n.nspname = 'coverage' and not t.tgisinternal
          and not (t.tgname = 'coverage_modifica' and p.proname = 'segna_modifica' and p.pronamespace = n.oid)
          and not (t.tgname = 'coverage_avviso' and p.proname = 'avvisa' and p.pronamespace = n.oid)
          and not (t.tgname in ('coverage_fissa', 'coverage_intera') and p.proname = 'sola_lettura' and p.pronamespace = n.oid)
        union all
        select 1, r.rulename::text, c.relname::text
        from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'coverage' and c.relkind not in ('v', 'm')
        union all
        select 2, c.relname::text, c.relname::text
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'coverage' and c.relkind in ('v', 'm')
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

    /// <summary>The rows deleted are those of an array of row numbers, as text: Npgsql has no arrays of them.</summary>
    public static string Delete<T>(StoreTable<T> table) => $"delete from coverage.{table.Name} where ctid = any($1::text[]::tid[])";

    /// <summary>Makes a table, ours alone and for this transaction, that takes the new values of rows beside their numbers.</summary>
    public static string CreateChanged<T>(StoreTable<T> table) =>
        $"create temporary table {Changed} on commit drop as select ctid as riga, {table.ColumnList} from coverage.{table.Name} with no data";

    public static string Update<T>(StoreTable<T> table) =>
        $"""
        update coverage.{table.Name} as ora set {string.Join(", ", table.Columns.Select(c => $"{c.Name} = poi.{c.Name}"))}
        from {Changed} as poi where ora.ctid = poi.riga;
        drop table {Changed}
        """;

    public static string InsertChanged<T>(StoreTable<T> table) =>
        $"insert into coverage.{table.Name} ({table.ColumnList}) select {table.ColumnList} from {Changed}; drop table {Changed}";

    public static string CopyChanged<T>(StoreTable<T> table) => $"copy {Changed} (riga, {table.ColumnList}) from stdin (format binary)";

    /// <summary>Once for a statement, whatever number of rows it changes.</summary>
    public static string Watch(string table) =>
        $"""
        drop trigger if exists coverage_modifica on coverage.{table};
        create trigger coverage_modifica before insert or update or delete or truncate on coverage.{table}
          for each statement execute function coverage.segna_modifica()
        """;

    public static string Copy<T>(StoreTable<T> table) => $"copy coverage.{table.Name} ({table.ColumnList}) from stdin (format binary)";

    /// <summary>Other writers wait, also those of other programs; readers do not.</summary>
    public static string Lock(IEnumerable<string> tables) =>
        $"lock table {string.Join(", ", tables.Select(t => "coverage." + t))} in share row exclusive mode";

    // In the schema of temporary tables, whatever the search path says.
    private const string Changed = "pg_temp.coverage_righe_cambiate";
}
