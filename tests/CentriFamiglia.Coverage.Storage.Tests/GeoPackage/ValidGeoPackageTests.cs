using System.Text.RegularExpressions;
using CentriFamiglia.Coverage.Formats.GeoPackage;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Storage.GeoPackage;
using CentriFamiglia.Coverage.Storage.Schema;
using CentriFamiglia.Coverage.Territory;
using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Storage.Tests.GeoPackage;

/// <summary>The store before GDAL's own checker of the standard, <c>validate_gpkg</c>, and before GDAL's count of the rows.</summary>
public sealed class ValidGeoPackageTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coverage-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string StorePath => Path.Combine(_folder.FullName, "prova.gpkg");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_new_store_passes_GDALs_checker_whole()
    {
        await FillAsync(new GeoPackageStore(StorePath));

        await ValidAsync();
    }

    [Fact]
    public async Task A_store_of_an_older_version_passes_it_once_migrated_and_keeps_rows_numbers_and_a_column_of_the_office()
    {
        await using (var first = new GeoPackageStore(StorePath, new MigrationScripts(MigrationScripts.Embedded("geopackage").All.Take(3))))
            await first.MigrateAsync(Cancel);
        await FillByHandAsync(SampleContent.BeforeNeeds);
        await EditAsync("alter table sedi add column note_ufficio text");
        await EditAsync("update sedi set note_ufficio = 'date text, integer' where site_id = 'B-1'");
        await EditAsync("update sedi set fid = fid + 40 where site_id = 'B-1'");
        await using var store = new GeoPackageStore(StorePath);

        (await store.MigrateAsync(Cancel)).ShouldBe(
            ["0004_impronte.sql", "0005_tipi_e_numeri.sql", "0006_bisogni.sql", "0007_moduli.sql", "0008_registro.sql", "0009_accesso.sql"]);

        await ValidAsync();
        ContentText.Of((await store.ReadAsync(Cancel)).Content).ShouldBe(ContentText.Of(SampleContent.BeforeNeeds));
        (await AskAsync("select fid || '|' || note_ufficio from sedi where site_id = 'B-1'")).ShouldBe("41|date text, integer");
        (await AskAsync("pragma integrity_check")).ShouldBe("ok");
    }

    [Fact]
    public async Task The_number_of_a_row_that_was_taken_away_is_never_given_to_another()
    {
        await using var store = new GeoPackageStore(StorePath);
        await FillAsync(store);
        string last = await AskAsync("select max(fid) from punti");
        DemandPoint added = SampleContent.Full.DemandPoints[0] with { Id = new DemandPointId("P-99") };
        StoreReading read = new(SampleContent.Full, 1);

        TerritoryContent without = SampleContent.Full with { DemandPoints = [] };
        await store.WriteAsync(without, ContentParts.DemandPoints, null, read, Cancel);
        await store.WriteAsync(without with { DemandPoints = [added] }, ContentParts.DemandPoints, null, new StoreReading(without, 2), Cancel);

        last.ShouldBe("2");
        (await AskAsync("select fid from punti")).ShouldBe("3");
    }

    [Fact]
    public async Task GDAL_counts_every_row_after_our_writes_and_after_its_own()
    {
        await using var store = new GeoPackageStore(StorePath);
        await FillAsync(store);
        await CountedAsync("punti", 2);

        var many = SampleContent.Full with
        {
            DemandPoints = [.. Enumerable.Range(0, 3000).Select(i => new DemandPoint(new DemandPointId($"N-{i:D4}"), new ComuneCode("016024"), 9, 45, i))],
        };
        await store.WriteAsync(many, ContentParts.DemandPoints, null, new StoreReading(SampleContent.Full, 1), Cancel);
        await CountedAsync("punti", 3000);

        await EditAsync("delete from punti where residenti < 10");
        await CountedAsync("punti", 2990);
        (TerritoryContent edited, long revision) = await store.ReadAsync(Cancel);
        TerritoryContent one = edited with { DemandPoints = [.. edited.DemandPoints.Skip(1)] };
        await store.WriteAsync(one, ContentParts.DemandPoints, null, new StoreReading(edited, revision), Cancel);
        await CountedAsync("punti", 2989);

        foreach (string table in (await AskAsync("select group_concat(table_name) from gpkg_contents")).Split(','))
            await CountedAsync(table, int.Parse(await AskAsync($"select count(*) from {table}"), System.Globalization.CultureInfo.InvariantCulture));
        await ValidAsync();
    }

    private static async Task FillAsync(GeoPackageStore store)
    {
        await store.MigrateAsync(Cancel);
        await store.WriteAsync(SampleContent.Full, ContentParts.All, SampleContent.Matrix, new StoreReading(TerritoryContent.Empty, 0), Cancel);
    }

    /// <summary>Puts a content into the store row by row, as many columns as it has: this program writes into none of an older schema.</summary>
    private async Task FillByHandAsync(TerritoryContent content)
    {
        string today = Path.Combine(_folder.FullName, "oggi.gpkg");
        await using (var full = new GeoPackageStore(today))
        {
            await full.MigrateAsync(Cancel);
            await full.WriteAsync(content, ContentParts.All, SampleContent.Matrix, new StoreReading(TerritoryContent.Empty, 0), Cancel);
        }

        await using var connection = new SqliteConnection($"Data Source={StorePath};Pooling=False");
        await connection.OpenAsync(Cancel);
        GeoPackageFunctions.Register(connection);
        await RunAsync($"attach database '{today}' as oggi");
        foreach (string table in (string[])
            ["comuni", "ambiti", "distretti", "asst", "ats", "punti", "sedi", "set_sedi", "reti", "unita", "matrice", "matrice_info", "documenti", "dichiarazioni"])
        {
            string columns = (string)(await RunAsync($"select group_concat(name) from pragma_table_info('{table}')"))!;
            await RunAsync($"insert into {table} ({columns}) select {columns} from oggi.{table} order by fid");
        }

        async Task<object?> RunAsync(string sql)
        {
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText = sql;
            return await command.ExecuteScalarAsync(Cancel);
        }
    }

    private async Task ValidAsync()
    {
        // Debian's own Python has GDAL; another that comes first in the path may not.
        string said = await OtherProgram.RunAsync(
            "python3-gdal", "/usr/bin/python3", "-m", "osgeo_utils.samples.validate_gpkg", "-k", "--extra", "--warning-as-error", StorePath);
        Assert.SkipWhen(said.Contains("No module named", StringComparison.Ordinal) && Environment.GetEnvironmentVariable("CI") != "true",
            "GDAL's validate_gpkg is not here: apt-get install python3-gdal.");
        said.Trim().ShouldBeEmpty();
    }

    // Of the table of counts, and of GDAL, which believes it.
    private async Task CountedAsync(string table, int rows)
    {
        (await AskAsync($"select feature_count from gpkg_ogr_contents where table_name = '{table}'")).ShouldBe($"{rows}");
        string report = await OtherProgram.RunAsync("gdal-bin", "ogrinfo", "-ro", "-so", StorePath, table);
        Regex.Match(report, @"Feature Count: (\d+)", RegexOptions.None, TimeSpan.FromSeconds(5)).Groups[1].Value.ShouldBe($"{rows}", report);
    }

    private async Task EditAsync(string sql) =>
        (await OtherProgram.RunAsync("gdal-bin", "ogrinfo", StorePath, "-sql", sql)).ShouldNotContain("ERROR");

    private async Task<string> AskAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={StorePath};Pooling=False");
        await connection.OpenAsync(Cancel);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return $"{await command.ExecuteScalarAsync(Cancel)}";
    }
}
