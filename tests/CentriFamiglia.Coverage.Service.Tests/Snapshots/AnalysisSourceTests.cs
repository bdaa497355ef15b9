using CentriFamiglia.Coverage.Service.Analyses;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.Storage;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Service.Tests.Snapshots;

public sealed class AnalysisSourceTests(FilledStore store)
{
    private static readonly AnalysisKey _usual = new(null, null, null);

    [Fact]
    public async Task Many_who_ask_at_once_get_the_one_analysis()
    {
        await using ICoverageStore open = StoreFactory.Open(StoreAddress.Parse(store.Path));
        using var source = new AnalysisSource(open, TimeProvider.System);

        Analysis[] all = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => source.GetAsync(_usual, CancellationToken.None))));

        all.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task An_analysis_stays_as_it_was_when_the_store_changes()
    {
        string path = store.Copy();
        await using ICoverageStore open = StoreFactory.Open(StoreAddress.Parse(path));
        using var source = new AnalysisSource(open, TimeProvider.System);
        Analysis before = await source.GetAsync(_usual, CancellationToken.None);

        (Territory.TerritoryContent content, long revision) = await open.ReadAsync(CancellationToken.None);
        await open.WriteAsync(
            content with { SiteSets = [.. content.SiteSets.Select(s => s with { CompleteFor = [] })] }, ContentParts.SiteSets, null, new StoreReading(content, revision), CancellationToken.None);
        Analysis after = await source.GetAsync(_usual, CancellationToken.None);

        after.Revision.ShouldBe(before.Revision + 1);
        after.Snapshot.Hash.ShouldNotBe(before.Snapshot.Hash, StringComparer.Ordinal);
        before.Snapshot.Set.CompleteFor.Length.ShouldBe(8);
    }

    [Fact]
    public void A_store_of_a_newer_schema_is_refused_with_the_cure()
    {
        StoreRefusedException refused = Should.Throw<StoreRefusedException>(() => StoreOpening.Check(new StoreState(true, 9, 1, 3), "x.gpkg"));

        refused.Cure.ShouldContain("Aggiornare");
    }
}
