using System.Collections.Immutable;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Access;

/// <summary>
/// Everything that follows from one snapshot, one rule set and one travel source: verdicts, findings and gaps. A pure function of
/// its inputs, immutable, safe to share between threads.
/// </summary>
public sealed class CoverageState
{
    private CoverageState()
    {
    }

    public TerritorySnapshot Snapshot => throw new NotSupportedException();

    public RuleSet Rules => throw new NotSupportedException();

    public ITravelSource Travel => throw new NotSupportedException();

    /// <summary>Minutes, one limit for all; null: the limit of each comune's SNAI class.</summary>
    public double? LimitMinutes => throw new NotSupportedException();

    /// <summary>R2 and R3, sorted by subject kind, subject, rule.</summary>
    public ImmutableArray<RuleFinding> Findings => throw new NotSupportedException();

    /// <summary>R1 under both readings: one row per ATS by code, the whole region last.</summary>
    public ImmutableArray<CombinedReading> Combined => throw new NotSupportedException();

    /// <summary>By id of the point.</summary>
    public ImmutableArray<PointGap> Points => throw new NotSupportedException();

    /// <summary>By code of the comune.</summary>
    public ImmutableArray<ComuneGap> Comuni => throw new NotSupportedException();

    /// <summary>Computes everything. With <paramref name="previous"/>, travel to sedi that did not move is not asked again.</summary>
    /// <param name="snapshot">What is known.</param>
    /// <param name="rules">The rule set.</param>
    /// <param name="travel">Where times come from.</param>
    /// <param name="limitMinutes">One limit for all, minutes; null for the limits of the SNAI classes.</param>
    /// <param name="previous">A state to take travel costs from, where its points and travel source are the same.</param>
    /// <exception cref="CoverageInputException">The limit is not a positive number.</exception>
    public static CoverageState Compute(
        TerritorySnapshot snapshot,
        RuleSet rules,
        ITravelSource travel,
        double? limitMinutes = null,
        CoverageState? previous = null) => throw new NotSupportedException();

    /// <summary>R1 for every unit of a level (Ambito, Distretto, Asst, Ats, Regione), by code.</summary>
    public ImmutableArray<UnitVerdict> Verdicts(AreaLevel level) => throw new NotSupportedException();

    /// <summary>Gaps of every unit of a level, by code.</summary>
    public ImmutableArray<UnitGap> Gaps(AreaLevel level) => throw new NotSupportedException();
}
