using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory;
using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Storage.Tests.GeoPackage;

/// <summary>An office edits the file with GDAL, as QGIS does.</summary>
public sealed class GeoPackageRows : RowContract, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coverage-");

    protected override string Trace => "fid";

    private string StorePath => Path.Combine(_folder.FullName, "prova.gpkg");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Of_a_table_in_which_nothing_differs_not_even_the_date_changes()
    {
        await using ICoverageStore store = await FilledAsync();
        await EditAsync("update gpkg_contents set last_change = '2023-12-13T00:00:00.000Z'");
        StoreReading read = await ReadAsync(store);

        await store.WriteAsync(
            read.Content with { Documents = read.Content.Documents.SetItem("nuovo", "testo") }, ContentParts.All, SampleContent.Matrix, read, Cancel);

        (await AskAsync("select table_name from gpkg_contents where last_change <> '2023-12-13T00:00:00.000Z'")).ShouldBe(["documenti"]);
    }

    /// <summary>A list that GDAL writes has blanks between its texts, ours has none.</summary>
    [Fact]
    public async Task What_another_program_wrote_before_the_reading_in_its_own_words_is_neither_a_conflict_nor_written_anew()
    {
        await using ICoverageStore store = await FilledAsync();
        await EditAsync("update sedi set spaces = '[ \"accoglienza\", \"colloqui\" ]' where site_id = 'B-1'");
        StoreReading read = await ReadAsync(store);
        Site edited = read.Content.SiteSets.Single(s => s.Name == SiteSet.Mine).Sites[0];

        await store.WriteAsync(
            WithSites(read.Content, edited, Mine.Sites[1] with { Name = "Nostro" }), ContentParts.SiteSets, null, read, Cancel);

        (await AskAsync("select site_id, spaces, name from sedi order by site_id")).ShouldBe(
            ["B-1|[ \"accoglienza\", \"colloqui\" ]|Hub «Il Gelso», 2° piano", "a-1|[]|Nostro"]);
    }

    protected override async Task<ICoverageStore> OpenAsync()
    {
        ICoverageStore store = StoreFactory.Open(StoreAddress.Parse(StorePath));
        await store.MigrateAsync(Cancel);
        return store;
    }

    protected override async Task EditAsync(string sql) =>
        (await OtherProgram.RunAsync("gdal-bin", "ogrinfo", StorePath, "-sql", Named(sql, ""))).ShouldNotContain("ERROR");

    protected override async Task<string[]> AskAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={StorePath};Pooling=False");
        await connection.OpenAsync(Cancel);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = Named(sql, "");
        await using SqliteDataReader reader = await command.ExecuteReaderAsync(Cancel);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancel))
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        return [.. rows];
    }
}
