using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Storage.GeoPackage;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Storage.Tests.GeoPackage;

/// <summary>What a program that was killed while it made a store left beside its place.</summary>
public sealed class StoreDraftTests : IDisposable
{
    private const string Draft = ".prova.gpkg.0123456789abcdef0123456789abcdef.tmp";
    private const string Older = ".prova.gpkg.00000000000000000000000000000000.tmp";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coverage-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_cleared_away_by_the_next_that_creates_or_writes_the_store_and_nothing_else_is(bool exists)
    {
        await using var store = new GeoPackageStore(At("prova.gpkg"));
        if (exists)
            await store.MigrateAsync(Cancel);
        Leave(Draft, Draft + "-journal", Draft + ".lock");
        Leave(Older);
        File.SetLastWriteTimeUtc(At(Older), DateTime.UtcNow.AddHours(-2));
        Leave(".altra.gpkg.0123456789abcdef0123456789abcdef.tmp", ".altra.gpkg.0123456789abcdef0123456789abcdef.tmp.lock", ".prova.gpkg.appunti.tmp", "prova.gpkg.tmp");

        if (!exists)
            await store.MigrateAsync(Cancel);
        await store.WriteAsync(SampleContent.Full, ContentParts.All, SampleContent.Matrix, new StoreReading(TerritoryContent.Empty, 0), Cancel);

        Names().ShouldBe(
        [
            ".altra.gpkg.0123456789abcdef0123456789abcdef.tmp", ".altra.gpkg.0123456789abcdef0123456789abcdef.tmp.lock", ".prova.gpkg.appunti.tmp", "prova.gpkg",
            "prova.gpkg.tmp",
        ]);
    }

    [Fact]
    public async Task One_that_somebody_works_on_is_left_and_so_is_one_of_this_hour_without_a_lock()
    {
        await using var store = new GeoPackageStore(At("prova.gpkg"));
        Leave(Draft, Older);
        using (var held = new FileStream(At(Draft + ".lock"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
        {
            await store.MigrateAsync(Cancel);
            Names().ShouldBe([Older, Draft, Draft + ".lock", "prova.gpkg"]);
        }

        await store.WriteAsync(SampleContent.Full, ContentParts.None, null, new StoreReading(TerritoryContent.Empty, 0), Cancel);

        Names().ShouldBe([Older, "prova.gpkg"]);
    }

    [Fact]
    public async Task A_store_is_created_with_its_content_or_not_at_all()
    {
        await using var store = new GeoPackageStore(At("prova.gpkg"));
        Comune twice = SampleContent.Square(1);

        await Should.ThrowAsync<StoreRefusedException>(
            () => store.CreateAsync(TerritoryContent.Empty with { Comuni = [twice, twice] }, LocalUser.Does("prova", "archivio"), Cancel));
        Names().ShouldBeEmpty();
        (await store.CreateAsync(SampleContent.Full with { Matrix = null }, LocalUser.Does("prova", "archivio"), Cancel)).ShouldBeTrue();

        Names().ShouldBe(["prova.gpkg"]);
        (await store.ReadAsync(Cancel)).Revision.ShouldBe(1);
        (await store.CreateAsync(TerritoryContent.Empty, LocalUser.Does("prova", "archivio"), Cancel)).ShouldBeFalse();
        (await store.ReadAsync(Cancel)).Content.Comuni.Length.ShouldBe(2);
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private void Leave(params string[] names)
    {
        foreach (string name in names)
            File.WriteAllText(At(name), "resto");
    }

    private string[] Names() => [.. _folder.GetFiles().Select(f => f.Name).Order(StringComparer.Ordinal)];
}
