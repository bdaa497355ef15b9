using System.Globalization;
using CentriFamiglia.Coverage.Formats.GeoPackage;
using CentriFamiglia.Coverage.Storage.Contract;
using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Storage.Tests.Trust;

public sealed class GeoPackageTrust : TrustContract, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coverage-");

    private string StorePath => Path.Combine(_folder.FullName, "prova.gpkg");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("create trigger svuota after insert on sedi begin delete from comuni; end", "il trigger 'svuota' sulla tabella 'sedi'")]
    [InlineData("create trigger conta before update on coverage_stato begin delete from unita; end", "il trigger 'conta' sulla tabella 'coverage_stato'")]
    [InlineData(
        "create trigger rtree_sedi_geom_insert2 after insert on sedi begin delete from rtree_sedi_geom where id = 0; delete from unita; end",
        "il trigger 'rtree_sedi_geom_insert2' sulla tabella 'sedi'")]
    [InlineData(
        "create trigger coverage_sedi_insert2 after insert on sedi begin update coverage_stato set revisione = revisione + 1; end",
        "il trigger 'coverage_sedi_insert2' sulla tabella 'sedi'")]
    [InlineData("create view hub as select * from sedi where role = 'hub'", "la vista 'hub'")]
    public Task A_trigger_or_view_that_is_not_ours_is_refused_before_any_write(string sql, string named) => IsRefusedBeforeAnyWriteAsync(sql, named);

    [Fact]
    public async Task What_GDAL_itself_hangs_on_a_layer_is_no_stranger()
    {
        await using ICoverageStore store = await FilledAsync();
        foreach (string sql in (string[])
        [
            "select DisableSpatialIndex('sedi', 'geom')", "select CreateSpatialIndex('sedi', 'geom')",
            "drop trigger trigger_insert_feature_count_sedi",
            """
            create trigger trigger_insert_feature_count_sedi after insert on sedi begin
              update gpkg_ogr_contents set feature_count = feature_count + 1 where lower(table_name) = lower('sedi'); end
            """,
        ])
        {
            await OtherProgram.OgrinfoAsync(StorePath, sql);
        }

        (await store.VerifyAsync(Cancel)).Strangers.ShouldBeEmpty();
        (await SqlAsync("select count(*) from sqlite_master where type = 'trigger' and name like 'rtree_sedi_geom_%'")).ShouldBeGreaterThanOrEqualTo(6);
    }

    [Fact]
    public async Task A_file_that_QGIS_left_in_WAL_is_read_watched_and_written_as_ever()
    {
        await using ICoverageStore store = await FilledAsync();
        await using var qgis = new SqliteConnection($"Data Source={StorePath};Pooling=False");
        await qgis.OpenAsync(Cancel);
        await using SqliteCommand command = qgis.CreateCommand();
        command.CommandText = "pragma journal_mode = wal";
        (await command.ExecuteScalarAsync(Cancel)).ShouldBe("wal");
        string before = await store.IdentityAsync(Cancel);
        await store.ReadAsync(Cancel);
        (await store.IdentityAsync(Cancel)).ShouldBe(before);

        command.CommandText = "update unita set ambito = 'Altro Ambito' where pro_com_t = '016024'";
        await command.ExecuteNonQueryAsync(Cancel);

        (await store.IdentityAsync(Cancel)).ShouldNotBe(before, StringComparer.Ordinal);
        (Territory.TerritoryContent content, long revision) = await store.ReadAsync(Cancel);
        content.Memberships.ShouldContain(m => m.Ambito == "Altro Ambito");
        (await store.WriteAsync(content, Territory.ContentParts.Memberships, null, revision, Cancel)).ShouldBe(3);
        (await store.VerifyAsync(Cancel)).Tables.ShouldAllBe(t => t.Condition == TableCondition.Intact && t.Watched);
    }

    [Fact]
    public async Task A_file_written_long_ago_is_seen_to_change_at_once()
    {
        await using ICoverageStore store = await FilledAsync();
        File.SetLastWriteTimeUtc(StorePath, new DateTime(2023, 12, 13, 0, 0, 0, DateTimeKind.Utc));
        string before = await store.IdentityAsync(Cancel);
        (await store.IdentityAsync(Cancel)).ShouldBe(before);

        await ElsewhereAsync("update unita set ambito = 'Altro Ambito' where pro_com_t = '016024'");

        (await store.IdentityAsync(Cancel)).ShouldNotBe(before, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Rows_that_ogr2ogr_appends_are_seen()
    {
        await using ICoverageStore store = await FilledAsync();
        string csv = Path.Combine(_folder.FullName, "documenti.csv");
        await File.WriteAllTextAsync(csv, "chiave,testo\nzz,altrove\nzy,altrove\n", Cancel);

        (await OtherProgram.RunAsync("gdal-bin", "ogr2ogr", "-append", StorePath, csv, "-nln", "documenti")).ShouldBeEmpty();

        (await store.ReadAsync(Cancel)).Revision.ShouldBeGreaterThan(1);
        (await store.ReadAsync(Cancel)).Content.Documents.ShouldContainKey("zy");
    }

    [Fact]
    public async Task Every_table_of_the_content_is_sealed_and_watched()
    {
        await using ICoverageStore store = await FilledAsync();

        ((long)(await store.VerifyAsync(Cancel)).Tables.Length).ShouldBe(
            await SqlAsync("select count(*) from gpkg_contents where table_name not like 'coverage\\_%' escape '\\'"));
    }

    [Fact]
    public async Task Another_store_put_in_the_place_of_the_file_is_seen()
    {
        await using ICoverageStore store = await FilledAsync();
        string other = Path.Combine(_folder.FullName, "altra.gpkg");
        await using (ICoverageStore second = StoreFactory.Open(StoreAddress.Parse(other)))
        {
            await second.MigrateAsync(Cancel);
            await second.WriteAsync(SampleContent.Full, Territory.ContentParts.Comuni, null, 0, Cancel);
        }

        string before = await store.IdentityAsync(Cancel);
        File.Move(other, StorePath, overwrite: true);

        (await store.IdentityAsync(Cancel)).ShouldNotBe(before, StringComparer.Ordinal);
        (await store.ReadAsync(Cancel)).Content.SiteSets.ShouldBeEmpty();
        File.Delete(StorePath);
        (await store.IdentityAsync(Cancel)).ShouldNotBe(before, StringComparer.Ordinal);
    }

    protected override Task<ICoverageStore> OpenAsync() => Task.FromResult(StoreFactory.Open(StoreAddress.Parse(StorePath)));

    protected override IEnumerable<string> Unguard =>
        ["drop trigger {0}registro_fisso_update", "drop trigger {0}registro_fisso_delete", "drop trigger {0}carte_fisse_update", "drop trigger {0}carte_fisse_delete"];

    protected override Task TamperAsync(string sql) => SqlAsync(string.Format(CultureInfo.InvariantCulture, sql, "coverage_"));

    protected override Task ElsewhereAsync(string sql) =>
        sql.Contains(';', StringComparison.Ordinal) && !sql.StartsWith("create trigger", StringComparison.Ordinal)
            ? EachAsync(sql)
            : OtherProgram.OgrinfoAsync(StorePath, string.Format(CultureInfo.InvariantCulture, sql, ""));

    protected override async Task SilentlyAsync(string table, string sql)
    {
        table = table == "impronte" ? "coverage_impronte" : table;
        sql = string.Format(CultureInfo.InvariantCulture, sql, table == "coverage_impronte" ? "coverage_" : "");
        string triggers = await TextAsync($"select coalesce(group_concat(sql, ';' || char(10)), '') from sqlite_master where type = 'trigger' and name like 'coverage_{table}_%'");
        string drops = await TextAsync(
            $"select coalesce(group_concat('drop trigger ' || name, ';'), '') from sqlite_master where type = 'trigger' and name like 'coverage_{table}_%'");
        await SqlAsync($"begin; {drops}; {sql}; {triggers}; commit");
    }

    protected override string MakeAnew(string table) =>
        $"create table nuova as select * from {table}; drop table {table}; alter table nuova rename to {table}";

    protected override string SwitchOff(string table) => $"drop trigger coverage_{table}_update";

    protected override Task<Func<Task>> BackupAsync()
    {
        string copy = Path.Combine(_folder.FullName, "copia.gpkg");
        File.Copy(StorePath, copy);
        return Task.FromResult<Func<Task>>(() =>
        {
            File.Move(copy, StorePath, overwrite: true);
            return Task.CompletedTask;
        });
    }

    // GDAL takes one statement at a time.
    private async Task EachAsync(string statements)
    {
        foreach (string sql in statements.Split("; "))
            await OtherProgram.OgrinfoAsync(StorePath, sql);
    }

    private async Task<long> SqlAsync(string sql) => Convert.ToInt64(await ScalarAsync(sql) ?? 0L, CultureInfo.InvariantCulture);

    private async Task<string> TextAsync(string sql) => (string)(await ScalarAsync(sql))!;

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={StorePath};Pooling=False");
        await connection.OpenAsync(Cancel);
        GeoPackageFunctions.Register(connection);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Cancel);
    }
}
