using CentriFamiglia.Coverage.Formats.GeoPackage;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory;
using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Storage.Tests.GeoPackage;

/// <summary>What may lie where the store should be.</summary>
public sealed class GeoPackageFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coverage-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string StorePath => Path.Combine(_folder.FullName, "prova.gpkg");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_new_store_leaves_one_file_and_nothing_beside_it()
    {
        await FillAsync();

        _folder.GetFiles().ShouldHaveSingleItem().Name.ShouldBe("prova.gpkg");
    }

    [Fact]
    public async Task An_empty_file_is_refused_and_left_empty()
    {
        await File.WriteAllBytesAsync(StorePath, [], Cancel);

        await RefusedAsync("è vuoto");

        new FileInfo(StorePath).Length.ShouldBe(0);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("pro_com_t,nome\n016024,Bergamo\n")]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is(string text)
    {
        text = string.Concat(Enumerable.Repeat(text, 200));
        await File.WriteAllTextAsync(StorePath, text, Cancel);

        await RefusedAsync("non è un GeoPackage");

        (await File.ReadAllTextAsync(StorePath, Cancel)).ShouldBe(text);
    }

    [Fact]
    public async Task Another_database_is_refused_and_left_as_it_is()
    {
        await SqlAsync("create table contatti (nome text); pragma application_id = 1196444487");
        byte[] before = await File.ReadAllBytesAsync(StorePath, Cancel);

        await RefusedAsync("non un archivio di questo programma");

        (await File.ReadAllBytesAsync(StorePath, Cancel)).ShouldBe(before);
    }

    [Fact]
    public async Task A_folder_with_the_name_of_the_store_is_refused()
    {
        Directory.CreateDirectory(StorePath);

        await RefusedAsync("è una cartella");
    }

    [Fact]
    public async Task A_truncated_store_is_refused_as_damaged()
    {
        await FillAsync();
        await using (FileStream file = File.OpenWrite(StorePath))
            file.SetLength(file.Length / 2);

        await RefusedAsync("danneggiato");
    }

    [Fact]
    public async Task A_store_that_lost_a_table_is_refused_as_damaged()
    {
        await FillAsync();
        await SqlAsync("drop table unita");

        await using ICoverageStore store = Open();
        StoreRefusedException error = await Should.ThrowAsync<StoreRefusedException>(() => store.ReadAsync(Cancel));

        error.Message.ShouldContain("danneggiato o incompleto");
        error.Cure.ShouldContain("Ripristinare una copia");
    }

    [Theory]
    [InlineData("update sedi set role = 'capofila' where site_id = 'B-1'", "role: «capofila» non è un valore di «role» (hub, spoke, non_dichiarato)")]
    [InlineData("update comuni set geom = x'4750' where pro_com_t = '016024'", "geom: la cella non si può leggere: la geometria non comincia con l'intestazione GeoPackage \"GP\"")]
    [InlineData("update unita set valid_from = '1/1/2023' where pro_com_t = '016024'", "valid_from: la cella contiene '1/1/2023', che non si può leggere")]
    [InlineData("update sedi set spaces = 'accoglienza' where site_id = 'B-1'", "spaces: la cella contiene 'accoglienza', che non si può leggere")]
    public async Task A_cell_that_another_program_spoilt_is_named(string change, string named)
    {
        await FillAsync();
        await SqlAsync($"drop trigger rtree_comuni_geom_update1; drop trigger rtree_comuni_geom_update2; {change}");

        await using ICoverageStore store = Open();
        StoredFault fault = (await store.ReadAsync(Cancel)).Content.Unread.ShouldHaveSingleItem().Fault;

        $"{fault.Column}: {fault.Reason}".ShouldBe(named);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named_and_not_created()
    {
        await using ICoverageStore store = StoreFactory.Open(StoreAddress.Parse(Path.Combine(_folder.FullName, "manca", "prova.gpkg")));

        (await store.StateAsync(Cancel)).Exists.ShouldBeFalse();
        StoreRefusedException error = await Should.ThrowAsync<StoreRefusedException>(() => store.MigrateAsync(Cancel));

        error.Message.ShouldContain("manca' non esiste");
        _folder.GetDirectories().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_place_where_nothing_can_be_written_is_named()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "There is no folder here that even root cannot write to.");
        await using ICoverageStore store = StoreFactory.Open(StoreAddress.Parse("/proc/self/prova.gpkg"));

        StoreUnreachableException error = await Should.ThrowAsync<StoreUnreachableException>(() => store.MigrateAsync(Cancel));

        error.Message.ShouldContain("sola lettura");
        error.Cure.ShouldContain("--store");
    }

    [Fact]
    public async Task A_file_held_by_another_program_is_waited_for()
    {
        await FillAsync();
        await using var other = new SqliteConnection($"Data Source={StorePath};Pooling=False");
        await other.OpenAsync(Cancel);
        await using SqliteTransaction edit = other.BeginTransaction(deferred: false);
        await using ICoverageStore store = Open();

        Task<long> write = store.WriteAsync(TerritoryContent.Empty, ContentParts.Documents, null, 1, Cancel);
        await Task.Delay(300, Cancel);
        write.IsCompleted.ShouldBeFalse();
        (await store.ReadAsync(Cancel)).Revision.ShouldBe(1);
        await edit.CommitAsync(Cancel);

        (await write).ShouldBe(2);
    }

    [Fact]
    public async Task A_store_that_was_deleted_while_open_is_seen_to_be_gone_and_can_be_made_again()
    {
        await FillAsync();
        await using ICoverageStore store = Open();
        (await store.StateAsync(Cancel)).Revision.ShouldBe(1);

        File.Delete(StorePath);

        (await store.StateAsync(Cancel)).Exists.ShouldBeFalse();
        (await store.MigrateAsync(Cancel)).ShouldNotBeEmpty();
        (await store.StateAsync(Cancel)).Revision.ShouldBe(0);
    }

    [Fact]
    public async Task Two_programs_that_create_the_store_at_once_both_end_with_the_same_one()
    {
        IReadOnlyList<string>[] applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using ICoverageStore store = Open();
            return await store.MigrateAsync(Cancel);
        }));

        applied.Count(scripts => scripts.Count > 0).ShouldBeGreaterThanOrEqualTo(1);
        _folder.GetFiles().ShouldHaveSingleItem();
        await using ICoverageStore same = Open();
        (await same.StateAsync(Cancel)).Revision.ShouldBe(0);
    }

    private ICoverageStore Open() => StoreFactory.Open(StoreAddress.Parse(StorePath));

    private async Task FillAsync()
    {
        await using ICoverageStore store = Open();
        await store.MigrateAsync(Cancel);
        await store.WriteAsync(SampleContent.Full, ContentParts.All, SampleContent.Matrix, 0, Cancel);
    }

    private async Task RefusedAsync(string message)
    {
        await using ICoverageStore store = Open();
        foreach (Func<Task> use in new Func<Task>[]
        {
            () => store.StateAsync(Cancel),
            () => store.MigrateAsync(Cancel),
            () => store.ReadAsync(Cancel),
            () => store.WriteAsync(TerritoryContent.Empty, ContentParts.All, null, 0, Cancel),
        })
        {
            StoreRefusedException error = await Should.ThrowAsync<StoreRefusedException>(use);
            error.Message.ShouldContain(message);
            error.Message.ShouldContain(StorePath);
            error.Cure.ShouldNotBeNullOrWhiteSpace();
        }
    }

    private async Task SqlAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={StorePath};Pooling=False");
        await connection.OpenAsync(Cancel);
        GeoPackageFunctions.Register(connection);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
