using BenchmarkDotNet.Attributes;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Siting;
using CentriFamiglia.Coverage.Standards;
using CentriFamiglia.Coverage.Territory;

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

    /// <summary>Verdicts, gaps, every rule of the act, the local standard: under 300 ms once loaded.</summary>
    [Benchmark]
    public int EveryRule()
    {
        CoverageState state = FromNothing();
        return ActRules.Evaluate(state).Length + LocalStandard.Evaluate(state, ExceptionRegister.Empty).Length;
    }

    [Benchmark]
    public SuggestionResult Suggestions() => SuggestionSolver.Compute(_before, new SuggestionRequest());
}
