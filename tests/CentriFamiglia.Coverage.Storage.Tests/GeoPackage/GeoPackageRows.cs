using System.Collections.Immutable;
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

    /// <summary>In such a copy <c>fid</c> is a column as any other: it may be empty, or the same in two rows.</summary>
    [Fact]
    public async Task Each_row_of_a_copy_without_a_number_of_its_own_is_changed_alone()
    {
        await using ICoverageStore store = await FilledAsync();
        foreach (string sql in (string[])["create table nuova as select * from sedi", "drop table sedi", "alter table nuova rename to sedi", "update sedi set fid = 1"])
            await EditAsync(sql);
        Site added = Mine.Sites[1] with { Id = new SiteId("c-1"), Name = "Nuovo" };
        StoreReading read = await ReadAsync(store);
        await store.WriteAsync(WithSites(read.Content, Mine.Sites[0] with { Name = "Nostro" }, Mine.Sites[1], added), ContentParts.SiteSets, null, read, Cancel);
        read = await ReadAsync(store);

        await store.WriteAsync(
            WithSites(read.Content, Mine.Sites[0] with { Name = "Nostro" }, Mine.Sites[1], added with { Name = "Nuovissimo" }), ContentParts.SiteSets, null, read, Cancel);

        (await AskAsync("select site_id, name from sedi order by site_id")).ShouldBe(["B-1|Nostro", "a-1|Centro", "c-1|Nuovissimo"]);
    }

    [Fact]
    public async Task Rows_that_cannot_be_read_in_such_a_copy_are_each_named_by_a_number_of_their_own()
    {
        await using ICoverageStore store = await FilledAsync();
        foreach (string sql in (string[])
            ["create table nuova as select * from sedi", "drop table sedi", "alter table nuova rename to sedi", "update sedi set fid = 1, role = 'hubb'"])
        {
            await EditAsync(sql);
        }

        (await ReadAsync(store)).Content.Unread.Select(r => r.Number).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_copy_that_sorts_its_keys_without_regard_to_case_is_compared_in_our_order()
    {
        await using ICoverageStore store = await FilledAsync();
        StoreReading read = await ReadAsync(store);
        await store.WriteAsync(
            read.Content with { Documents = ImmutableSortedDictionary<string, string>.Empty.Add("B", "uno").Add("a", "due") }, ContentParts.Documents, null, read, Cancel);
        foreach (string sql in (string[])
        [
            "create table nuova (fid integer primary key autoincrement not null, chiave text collate nocase, testo text)",
            "insert into nuova select * from documenti", "drop table documenti", "alter table nuova rename to documenti",
        ])
        {
            await EditAsync(sql);
        }

        read = await ReadAsync(store);
        await store.WriteAsync(read.Content with { Documents = read.Content.Documents.SetItem("a", "tre") }, ContentParts.Documents, null, read, Cancel);

        (await AskAsync("select chiave, testo from documenti order by fid")).ShouldBe(["B|uno", "a|tre"], ignoreOrder: true);
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
