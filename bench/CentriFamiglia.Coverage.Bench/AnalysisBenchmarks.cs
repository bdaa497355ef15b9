using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Access.Catchments;
using CentriFamiglia.Coverage.Access.Measures;
using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Siting.Proposals;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;

namespace CentriFamiglia.Coverage.Bench;

/// <summary>All verdicts and gaps of Lombardia, from nothing and after one sede has moved.</summary>
public class AnalysisBenchmarks
{
    private static readonly TerritoryContent Moved = Shipped.WithOneSedeMoved(Shipped.Content);
    private CoverageState _before = null!;

    [GlobalSetup]
    public void Compute() => _before = FromNothing();

    [Benchmark(Baseline = true)]
    public CoverageState FromNothing() => CoverageState.Compute(
        TerritorySnapshot.Create(Shipped.Content, null, Shipped.AsOf), RuleSet.Default, Shipped.Estimate);

    /// <summary>Reach: under 50 ms, snapshot and hash included.</summary>
    [Benchmark]
    public CoverageState OneSedeMoved() => CoverageState.Compute(
        TerritorySnapshot.Create(Moved, null, Shipped.AsOf), RuleSet.Default, Shipped.Estimate, previous: _before);

    /// <summary>The same as a trial: only what the sede changes. Reach: under 25 ms with the answer written.</summary>
    [Benchmark]
    public CoverageState OneSedeTried() => _before.WithSet(Moved.SiteSets.Single(s => s.Active));

    /// <summary>Verdicts, gaps, every rule of the act, the local standard: under 300 ms once loaded.</summary>
    [Benchmark]
    public int EveryRule()
    {
        CoverageState state = FromNothing();
        return ActRules.Evaluate(state).Length + LocalStandard.Evaluate(state, ExceptionRegister.Empty).Length;
    }

    /// <summary>Every rule, ten measures of access with curve and hours in reach, catchments, at every level: under 300 ms once loaded.</summary>
    [Benchmark]
    public int Everything()
    {
        CoverageState state = FromNothing();
        return ActRules.Evaluate(state).Length + LocalStandard.Evaluate(state, ExceptionRegister.Empty).Length + Measures(state) + Catchments(state);
    }

    private static int Measures(CoverageState state)
    {
        var access = SiteAccess.Of(state, SiteAccessTerms.Usual);
        int rows = 0;
        foreach (SiteMeasure measure in Enum.GetValues<SiteMeasure>())
        {
            double?[] values = access.Values(measure);
            ImmutableArray<ComuneAccess> comuni = AccessByArea.Comuni(state, values);
            rows += comuni.Length + Enum.GetValues<AreaLevel>().Sum(l => AccessByArea.Areas(state, l, measure.IsTime(), values, comuni, null).Length);
        }

        return rows + Enum.GetValues<AreaLevel>().Sum(l => ReachRows.Curve(access, l).Length + ReachRows.Hours(access, l).Length);
    }

    private static int Catchments(CoverageState state)
    {
        ImmutableArray<PointTrips> trips = PointTrips.Of(state);
        return CatchmentLoad.By<SiteId>(state, trips, s => s.Site.Id).Count + CatchmentLoad.By(state, trips, s => s.Site.Network).Count
            + Flow.Between(state, trips, AreaLevel.Ambito).Length + Flow.Between(state, trips, AreaLevel.Ats).Length;
    }

    [Benchmark]
    public SuggestionResult Suggestions() => SuggestionSolver.Compute(_before, new SuggestionRequest());
}
