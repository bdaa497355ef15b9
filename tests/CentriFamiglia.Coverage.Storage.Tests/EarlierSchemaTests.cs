using System.Collections.Immutable;
using CentriFamiglia.Coverage.Formats.GeoPackage;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Storage.GeoPackage;
using CentriFamiglia.Coverage.Storage.PostGis;
using CentriFamiglia.Coverage.Storage.Schema;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.TestPostGis;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CentriFamiglia.Coverage.Storage.Tests;

/// <summary>A store of every schema that ever was, with rows in every table that it had, migrated: not a cell is lost, and it is a store like any other.</summary>
public sealed class EarlierSchemaTests(PostGisServer server) : IDisposable
{
    private static readonly string[] _tables =
        ["comuni", "ambiti", "distretti", "asst", "ats", "punti", "sedi", "set_sedi", "reti", "unita", "matrice", "matrice_info", "documenti", "dichiarazioni"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coverage-schemi-");

    /// <summary>The first schema with fingerprints: of its columns the program of today knows more, so that it is made by its script alone.</summary>
    private const int Sealed = 4;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<int> FileSchemas => new(Enumerable.Range(1, MigrationScripts.Embedded("geopackage").Newest - 1));

    public static TheoryData<int> DatabaseSchemas => new(Enumerable.Range(1, MigrationScripts.Embedded("postgis").Newest - 1));

    [Theory]
    [MemberData(nameof(FileSchemas))]
    public async Task A_file_of_every_earlier_schema_keeps_every_cell(int schema)
    {
        string today = Path.Combine(_folder.FullName, "oggi.gpkg"), path = Path.Combine(_folder.FullName, "prima.gpkg");
        await using (ICoverageStore modern = await FilledAsync(today))
        {
        }

        await using (var earlier = new GeoPackageStore(path, new MigrationScripts(Scripts("geopackage").Take(Math.Min(schema, Sealed - 1)))))
            await earlier.MigrateAsync(Cancel);
        Dictionary<string, string> columns = [];
        await using (SqliteConnection file = await OpenAsync(path, today))
        {
            foreach (MigrationScript script in Scripts("geopackage").Take(schema).Skip(Sealed - 1))
            {
                await AskAsync(file, script.Sql);
                await AskAsync(file, $"insert into coverage_migrazioni (script, sha256, applied_at) values ('{script.Name}', '{script.Sha256}', '2026-01-01T00:00:00Z')");
            }

            foreach (string table in _tables)
            {
                columns[table] = await AskAsync(file,
                    $"select group_concat(name) from (select name from pragma_table_info('{table}', 'main') "
                        + $"intersect select name from pragma_table_info('{table}', 'oggi'))");
                if (columns[table].Length == 0)
                    continue;
                (string extra, string value) = table == "set_sedi" && schema == 1 ? (", completo", ", completo_per <> '[]'") : ("", "");
                await AskAsync(file, $"insert into main.{table} ({columns[table]}{extra}) select {columns[table]}{value} from oggi.{table} order by fid");
            }
        }

        await using var store = new GeoPackageStore(path);
        (await store.MigrateAsync(Cancel)).Count.ShouldBe(MigrationScripts.Embedded("geopackage").Newest - schema);

        await using (SqliteConnection file = await OpenAsync(path, today))
        {
            foreach (string table in columns.Where(c => c.Value.Length > 0).Select(c => c.Key))
            {
                string rows = $"select {columns[table]} from main.{table}", same = $"select {columns[table]} from oggi.{table}";
                (await AskAsync(file, $"select count(*) from main.{table}")).ShouldBe(await AskAsync(file, $"select count(*) from oggi.{table}"), table);
                (await AskAsync(file, $"select count(*) from ({rows} except {same})")).ShouldBe("0", table);
            }

            (await AskAsync(file, "pragma integrity_check")).ShouldBe("ok");
        }

        await IsLikeAnyOtherAsync(store, needs: schema >= 6, attributes: schema >= 3);
    }

    [Theory]
    [MemberData(nameof(DatabaseSchemas))]
    public async Task A_database_of_every_earlier_schema_keeps_every_cell(int schema)
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        string today = await server.CreateStoreAsync(), path = await server.CreateEmptyDatabaseAsync();
        await using (ICoverageStore modern = await FilledAsync(today))
        {
        }

        await using (var earlier = new PostGisStore((PostGisAddress)StoreAddress.Parse(path), new MigrationScripts(Scripts("postgis").Take(Math.Min(schema, Sealed - 1)))))
            await earlier.MigrateAsync(Cancel);
        await using var from = NpgsqlDataSource.Create(today);
        await using var to = NpgsqlDataSource.Create(path);
        foreach (MigrationScript script in Scripts("postgis").Take(schema).Skip(Sealed - 1))
        {
            await using NpgsqlCommand command = to.CreateCommand($"{script.Sql};\ninsert into coverage.migrazioni (script, sha256) values ('{script.Name}', '{script.Sha256}')");
            await command.ExecuteNonQueryAsync(Cancel);
        }

        Dictionary<string, string[]> columns = [];
        foreach (string table in _tables)
        {
            columns[table] = [.. (await ColumnsAsync(from, table)).Intersect(await ColumnsAsync(to, table), StringComparer.Ordinal)];
            if (columns[table].Length == 0)
                continue;
            (string extra, string value) = table == "set_sedi" && schema == 1 ? (",completo", ",cardinality(completo_per) > 0") : ("", "");
            string list = string.Join(',', columns[table]);
            string rows = await CopyOutAsync(from, $"copy (select {list}{value} from coverage.{table}) to stdout");
            await using NpgsqlConnection connection = await to.OpenConnectionAsync(Cancel);
            await using TextWriter writer = await connection.BeginTextImportAsync($"copy coverage.{table} ({list}{extra}) from stdin", Cancel);
            await writer.WriteAsync(rows);
        }

        await using ICoverageStore store = StoreFactory.Open(StoreAddress.Parse(path));
        (await store.MigrateAsync(Cancel)).Count.ShouldBe(MigrationScripts.Embedded("postgis").Newest - schema);

        foreach (string table in columns.Where(c => c.Value.Length > 0).Select(c => c.Key))
        {
            string every = $"copy (select {string.Join(',', columns[table])} from coverage.{table}) to stdout";
            Lines(await CopyOutAsync(to, every)).ShouldBe(Lines(await CopyOutAsync(from, every)), table);
        }

        await IsLikeAnyOtherAsync(store, needs: schema >= 5, attributes: schema >= 3);

        static string[] Lines(string text) => [.. text.Split('\n').Order(StringComparer.Ordinal)];
    }

    /// <summary>It reads, holds nothing damaged, and is written and told as a new one.</summary>
    private static async Task IsLikeAnyOtherAsync(ICoverageStore store, bool needs, bool attributes)
    {
        (TerritoryContent content, long revision) = await store.ReadAsync(Cancel);
        if (attributes)
            ContentText.Of(content).ShouldBe(ContentText.Of(needs ? SampleContent.Full : SampleContent.BeforeNeeds));
        (await store.VerifyAsync(Cancel)).Tables.ShouldAllBe(t => t.Condition != TableCondition.Damaged && t.Watched);
        List<TravelMatrixEntry> matrix = await store.ReadMatrixAsync(Cancel).ToListAsync(Cancel);
        matrix.ShouldBe(SampleContent.Matrix, ignoreOrder: true);

        await store.WriteAsync(SampleContent.Full, ContentParts.All, SampleContent.Matrix, new StoreReading(content, revision) { Matrix = [.. matrix] }, Cancel);

        ContentText.Of((await store.ReadAsync(Cancel)).Content).ShouldBe(ContentText.Of(SampleContent.Full));
        (await store.VerifyAsync(Cancel)).Tables.ShouldAllBe(t => t.Condition == TableCondition.Intact);
        (await store.ReadRegisterAsync(Cancel)).Entries.ShouldHaveSingleItem();
    }

    private static ImmutableArray<MigrationScript> Scripts(string folder) => MigrationScripts.Embedded(folder).All;

    private static async Task<ICoverageStore> FilledAsync(string address)
    {
        ICoverageStore store = StoreFactory.Open(StoreAddress.Parse(address));
        await store.MigrateAsync(Cancel);
        await store.WriteAsync(SampleContent.Full, ContentParts.All, SampleContent.Matrix, new StoreReading(TerritoryContent.Empty, 0), Cancel);
        return store;
    }

    private static async Task<SqliteConnection> OpenAsync(string path, string today)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync(Cancel);
        GeoPackageFunctions.Register(connection);
        await AskAsync(connection, $"attach database '{today}' as oggi");
        return connection;
    }

    private static async Task<string> AskAsync(SqliteConnection connection, string sql)
    {
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(Cancel), System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }

    private static async Task<string[]> ColumnsAsync(NpgsqlDataSource database, string table)
    {
        await using NpgsqlCommand command = database.CreateCommand(
            "select coalesce(array_agg(column_name::text order by column_name), '{}') from information_schema.columns where table_schema = 'coverage' and table_name = $1");
        command.Parameters.AddWithValue(table);
        return (string[])(await command.ExecuteScalarAsync(Cancel))!;
    }

    private static async Task<string> CopyOutAsync(NpgsqlDataSource database, string sql)
    {
        await using NpgsqlConnection connection = await database.OpenConnectionAsync(Cancel);
        using TextReader reader = await connection.BeginTextExportAsync(sql, Cancel);
        return await reader.ReadToEndAsync(Cancel);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
