using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.TestPostGis;

namespace CentriFamiglia.Coverage.Storage.Tests;

public sealed class SameContentTests(PostGisServer server) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coverage-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_same_content_is_the_same_on_both_stores_and_survives_the_way_from_one_to_the_other()
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using ICoverageStore file = StoreFactory.Open(StoreAddress.Parse(Path.Combine(_folder.FullName, "prova.gpkg")));
        await using ICoverageStore database = StoreFactory.Open(StoreAddress.Parse(await server.CreateStoreAsync()));
        await file.MigrateAsync(cancel);
        await file.WriteAsync(SampleContent.Full, ContentParts.All, SampleContent.Matrix, 0, cancel);
        (TerritoryContent inFile, _) = await file.ReadAsync(cancel);
        List<TravelMatrixEntry> matrixInFile = await file.ReadMatrixAsync(cancel).ToListAsync(cancel);

        await database.WriteAsync(inFile, ContentParts.All, matrixInFile, 0, cancel);

        (TerritoryContent inDatabase, _) = await database.ReadAsync(cancel);
        ContentText.Of(inDatabase).ShouldBe(ContentText.Of(inFile));
        ContentText.Of(await database.ReadMatrixAsync(cancel).ToListAsync(cancel)).ShouldBe(ContentText.Of(matrixInFile));
    }
}
