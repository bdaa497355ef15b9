using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Geodata.Output;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.House;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Tests.Small;

/// <summary>The territory that ships in <c>geodata/</c>, read once.</summary>
internal static class Shipped
{
    private static readonly Lazy<TerritoryContent> _read = new(() => GeodataFolder.Read(Repository.Path("geodata")));
    private static readonly Lazy<CoverageState> _withDemonstration = new(() => StateOf(Coverage.Territory.SiteSet.Demonstration));

    public static TerritoryContent Content => _read.Value;

    public static TravelEstimate Estimate => TravelEstimate.Parse(Content.Documents[DocumentKeys.TravelEstimate]);

    /// <summary>With the made-up sedi.</summary>
    public static CoverageState State => _withDemonstration.Value;

    public static CoverageState StateOf(string set) =>
        CoverageState.Compute(TerritorySnapshot.Create(Content, set, SmallTerritory.Day), RuleSet.Default, Estimate);
}
