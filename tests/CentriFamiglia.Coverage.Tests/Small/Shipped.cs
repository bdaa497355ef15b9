using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Geodata.Output;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.House;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Tests.Small;

/// <summary>
/// The territory that ships in <c>geodata/</c>, read once. With <c>COVERAGE_SHIPPED=no</c> the tests that ask for it are skipped: what is
/// read once cannot tell one change of the code from another, where one process tries many.
/// </summary>
internal static class Shipped
{
    private static readonly Lazy<TerritoryContent> _read = new(() => GeodataFolder.Read(Repository.Path("geodata")));
    private static readonly Lazy<CoverageState> _withDemonstration = new(() => StateOf(Coverage.Territory.SiteSet.Demonstration));

    public static TerritoryContent Content
    {
        get
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("COVERAGE_SHIPPED") == "no", "Skipped: COVERAGE_SHIPPED=no.");
            return _read.Value;
        }
    }

    public static TravelEstimate Estimate => TravelEstimate.Parse(Content.Documents[DocumentKeys.TravelEstimate]);

    /// <summary>With the made-up sedi.</summary>
    public static CoverageState State
    {
        get
        {
            _ = Content;
            return _withDemonstration.Value;
        }
    }

    public static CoverageState StateOf(string set) =>
        CoverageState.Compute(TerritorySnapshot.Create(Content, set, SmallTerritory.Day), RuleSet.Default, Estimate);
}
