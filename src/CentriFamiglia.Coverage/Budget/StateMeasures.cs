using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Rules;

namespace CentriFamiglia.Coverage.Budget;

/// <summary>The measures of one state by area, each with its unit in its name.</summary>
internal sealed class StateMeasures
{
    private readonly Dictionary<(AreaLevel Level, string Code), Dictionary<string, double?>> _values = [];

    /// <summary>Those at which states are set side by side.</summary>
    public static ImmutableArray<AreaLevel> Levels { get; } = [AreaLevel.Ambito, AreaLevel.Distretto, AreaLevel.Ats, AreaLevel.Regione];

    /// <summary>Of the trips of the residents that count.</summary>
    public static ImmutableArray<string> OfTravel { get; } =
    [
        "comuni_oltre_limite", "km_medi", "minuti_max", "minuti_medi", "minuti_mediana", "minuti_p90", "quota_oltre_limite_pct",
        "residenti_entro_15_minuti", "residenti_entro_30_minuti", "residenti_non_raggiunti", "residenti_oltre_limite", "residenti_oltre_massimo",
        "residenti_oltre_minimo",
    ];

    /// <summary>In the order of their names.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. OfTravel.Concat(
        [
            "assegnazione_eur", "contributi_eur", "hub", "residenti", "rilievi_non_conformi", "rilievi_non_dichiarati", "soddisfa_r1", "spoke",
            "tetto_progetto_eur",
        ]).Order(StringComparer.Ordinal),
    ];

    public static StateMeasures Of(CoverageState state)
    {
        var measures = new StateMeasures();
        foreach (AreaLevel level in Levels)
        {
            foreach ((UnitVerdict verdict, UnitGap gap) in state.Verdicts(level).Zip(state.Gaps(level)))
                measures.Add(verdict.Unit, verdict, gap);
        }

        measures.AddRules(state);
        return measures;
    }

    public double? Value(AreaLevel level, string code, string measure) =>
        _values.TryGetValue((level, code), out Dictionary<string, double?>? values) ? values.GetValueOrDefault(measure) : null;

    private void Add(TerritoryUnit unit, UnitVerdict verdict, UnitGap gap) => _values[(unit.Level, unit.Code)] = new(StringComparer.Ordinal)
    {
        ["residenti"] = gap.AllResidents,
        ["hub"] = verdict.Known(verdict.Hubs),
        ["spoke"] = verdict.Known(verdict.Spokes),
        ["soddisfa_r1"] = verdict.SatisfiesR1 is { } satisfies ? (satisfies ? 1 : 0) : null,
        ["minuti_medi"] = gap.MeanMinutes,
        ["minuti_mediana"] = gap.MedianMinutes,
        ["minuti_p90"] = gap.P90Minutes,
        ["minuti_max"] = gap.MaxMinutes,
        ["km_medi"] = gap.MeanKm,
        ["residenti_oltre_limite"] = gap.ResidentsBeyond,
        ["residenti_oltre_minimo"] = gap.ResidentsBeyondLeast,
        ["residenti_oltre_massimo"] = gap.ResidentsBeyondMost,
        ["quota_oltre_limite_pct"] = gap.SharePercentBeyond,
        ["comuni_oltre_limite"] = gap.ComuniBeyond,
        ["residenti_non_raggiunti"] = gap.ResidentsUnreachable,
        ["residenti_entro_15_minuti"] = gap.Curve.FirstOrDefault(c => c.Minutes == 15)?.Residents,
        ["residenti_entro_30_minuti"] = gap.Curve.FirstOrDefault(c => c.Minutes == 30)?.Residents,
    };

    /// <summary>Findings and money are of an ATS; the findings of the region are those of all.</summary>
    private void AddRules(CoverageState state)
    {
        ImmutableArray<ActFinding> findings = ActRules.Evaluate(state);
        ImmutableSortedDictionary<string, AtsBudget> budgets = AtsBudgets.ByAts(state);
        foreach (TerritoryUnit unit in state.Snapshot.Units(AreaLevel.Ats).Concat(state.Snapshot.Units(AreaLevel.Regione)).Where(u => u.IsLoaded))
        {
            Dictionary<string, double?> values = _values[(unit.Level, unit.Code)];
            ActFinding[] here = [.. findings.Where(f => unit.Level == AreaLevel.Regione || f.Ats == unit.Name)];
            int broken = here.Count(f => f.Outcome == Outcome.NonConforme);
            // Of what nothing is known of, no finding is no good news.
            values["rilievi_non_conformi"] = broken == 0 && unit.Comuni.All(c => !state.Known.IsJudged(c)) ? null : broken;
            values["rilievi_non_dichiarati"] = here.Count(f => f.Outcome == Outcome.NonDichiarato);
            if (unit.Level == AreaLevel.Ats && budgets.TryGetValue(unit.Name, out AtsBudget? budget))
            {
                values["assegnazione_eur"] = (double)budget.Allocation.Assigned;
                values["contributi_eur"] = (double?)budget.Committed;
                values["tetto_progetto_eur"] = (double)budget.Terms.CapEur;
            }
        }
    }
}
