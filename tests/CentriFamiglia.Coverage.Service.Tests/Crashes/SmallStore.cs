using CentriFamiglia.Coverage.Geodata.Output;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Storage;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Service.Tests.Crashes;

/// <summary>
/// A store filled as the program fills one, with a corner of the shipped data: the Ambito and the network of Bergamo and those of Lecco, so that it is
/// read, written, copied and looked at in milliseconds.
/// </summary>
internal static class SmallStore
{
    /// <param name="address">Where none is yet, or an empty database.</param>
    public static async Task FillAsync(string address)
    {
        await using ICoverageStore store = StoreFactory.Open(StoreAddress.Parse(address));
        var act = new AuditAct("prova", DateTimeOffset.UnixEpoch, "archivio.riempie", "archivio");
        (await store.CreateAsync(Corner(), act, TestContext.Current.CancellationToken)).ShouldBeTrue();
    }

    private static TerritoryContent Corner()
    {
        TerritoryContent all = GeodataFolder.Read(Path.Combine(House.Pages.Root, "geodata"));
        SiteSet[] sets = [.. all.SiteSets.Select(Kept)];
        HashSet<ComuneCode> comuni =
        [
            new("016012"), .. sets.SelectMany(s => s.Sites).Select(s => s.Comune),
            .. all.Memberships.Where(m => m.Ambito is "Bergamo" or "Lecco").Select(m => m.Comune),
        ];
        return all with
        {
            Comuni = [.. all.Comuni.Where(c => comuni.Contains(c.Code))],
            Memberships = [.. all.Memberships.Where(m => comuni.Contains(m.Comune))],
            DemandPoints = [],
            Areas = [.. all.Areas.Where(a => a.Comuni.Any(comuni.Contains)).Select(a => a with { Comuni = [.. a.Comuni.Where(comuni.Contains)] })],
            SiteSets = [.. sets],
            Documents = all.Documents.Remove(DocumentKeys.Zones),
        };
    }

    private static SiteSet Kept(SiteSet set) => set with
    {
        CompleteFor = [.. set.CompleteFor.Where(ats => ats is "Bergamo" or "Brianza")],
        Networks = [.. set.Networks.Where(n => n.Id.Value is "BG01" or "BR01")],
        Sites = [.. set.Sites.Where(s => s.Network?.Value is "BG01" or "BR01")],
    };
}
