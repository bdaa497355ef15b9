using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Budget;
using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Import;
using CentriFamiglia.Coverage.Rules;

namespace CentriFamiglia.Coverage.Service.Layers.Journeys;

/// <summary>What a trial changes beyond the single comuni: areas, totals, networks, money, rules; figures in pairs, before and after.</summary>
/// <param name="before">What the journeys count: the trial's, or of its sedi those open at its moment.</param>
/// <param name="after">The same with the changes.</param>
internal sealed class WhatIfMeta(WhatIf trial, WhatIfTerms terms, CoverageState before, CoverageState after)
{
    private readonly ImmutableArray<NetworkChange> _networks =
        [.. StateChange.Networks(trial.Before.State, trial.After.State).Where(n => terms.Ats is null || n.Ats == terms.Ats)];

    private readonly ImmutableArray<AreaChange> _areas =
        [.. StateChange.Areas(trial.Before.State, trial.After.State, before, after).Where(a => terms.Ats is null || a.Unit.Ats == terms.Ats)];

    private readonly ImmutableSortedDictionary<string, AtsBudget> _budgetsBefore = AtsBudgets.ByAts(trial.Before.State);

    private readonly ImmutableSortedDictionary<string, AtsBudget> _budgetsAfter = AtsBudgets.ByAts(trial.After.State);

    /// <summary>One per area that changes, by level and code.</summary>
    public JsonArray Areas() => new([.. _areas.Select(AreaOf)]);

    public JsonObject Totals() => new()
    {
        ["prima"] = WhatIfTotals.Of(terms.Ats, trial.Before.State, before, _budgetsBefore),
        ["dopo"] = WhatIfTotals.Of(terms.Ats, trial.After.State, after, _budgetsAfter),
        ["confrontabile"] = WhatIfTotals.Comparable(terms.Ats, before, after),
        ["verdetti_che_cambiano"] = new JsonArray([.. _areas.Where(a => a.VerdictChanges).Select(a => new JsonObject
        {
            ["livello"] = a.Unit.Level.ToText(),
            ["nome"] = a.Unit.Name,
            ["prima"] = a.VerdictBefore.Verdict.ToText(),
            ["dopo"] = a.VerdictAfter.Verdict.ToText(),
        })]),
    };

    /// <summary>One per change, in order: the sede as it is in the trial, and where it stands.</summary>
    public JsonArray Sedi()
    {
        Dictionary<string, Site> sites = trial.After.Snapshot.Set.Sites.ToDictionary(s => s.Id.Value, StringComparer.Ordinal);
        return new([.. trial.Changes.Select(c => (Change: c, Site: sites[c.Id])).Select(c => new JsonObject
        {
            ["op"] = SiteChange.Operations.Of(c.Change.Operation),
            ["id"] = c.Site.Id.Value,
            ["name"] = c.Site.Name,
            ["network_id"] = c.Site.Network?.Value,
            ["pro_com_t"] = c.Site.Comune.Value,
            ["comune"] = trial.After.Snapshot.FindComune(c.Site.Comune)?.Name,
            ["ats"] = trial.After.Snapshot.MembershipOf(c.Site.Comune)?.Ats,
            ["lon"] = c.Site.Lon,
            ["lat"] = c.Site.Lat,
            ["status"] = c.Site.Status.ToText(),
        })]);
    }

    /// <summary>One per network whose sedi change, by id: the load of the Hub against its cap, hours, money.</summary>
    public JsonArray Networks() => new([.. _networks.Select(n => new JsonObject
    {
        ["network_id"] = n.Network.Id.Value,
        ["name"] = n.Network.Name,
        ["ats"] = n.Ats,
        ["hub_prima"] = n.Before.Hubs,
        ["hub_dopo"] = n.After.Hubs,
        ["spoke_prima"] = n.Before.Spokes,
        ["spoke_dopo"] = n.After.Spokes,
        ["spoke_massimo"] = n.MaxSpokes,
        ["ore_somma_prima"] = GapFigures.Round(n.Before.HoursSum, 2),
        ["ore_somma_dopo"] = GapFigures.Round(n.After.HoursSum, 2),
        ["ore_unione_prima"] = GapFigures.Round(n.Before.HoursUnion, 2),
        ["ore_unione_dopo"] = GapFigures.Round(n.After.HoursUnion, 2),
        ["contributo_eur"] = n.Network.ContributionEur,
        ["tetto_eur"] = n.Terms.CapEur,
        ["contributo_da_formula_eur_prima"] = n.Before.FormulaEur,
        ["contributo_da_formula_eur_dopo"] = n.After.FormulaEur,
    })]);

    /// <summary>One per ATS whose sedi change, by name: what becomes of its fund.</summary>
    public JsonArray Money()
    {
        return new([.. TouchedAts().Where(_budgetsBefore.ContainsKey).Select(ats =>
        {
            (AtsBudget then, AtsBudget now) = (_budgetsBefore[ats], _budgetsAfter[ats]);
            int spokes = SpokesOf(trial.After.State, ats) - SpokesOf(trial.Before.State, ats);
            decimal? cost = spokes == 0 ? 0 : terms.SpokeCost * spokes;
            return new JsonObject
            {
                ["ats"] = ats,
                ["assegnazione_eur"] = now.Allocation.Assigned,
                ["disponibile_eur"] = now.Available,
                ["contributi_eur_prima"] = then.Committed,
                ["contributi_eur_dopo"] = now.Committed,
                ["libero_eur_prima"] = then.Free,
                ["spoke_in_piu"] = spokes,
                ["costo_spoke_eur"] = cost,
                ["libero_eur_dopo"] = spokes <= 0 ? now.Free : now.Free - cost,
                ["elenco_incompleto"] = now.UpperBound,
            };
        })]);
    }

    /// <summary>One per rule and subject whose outcome is another.</summary>
    public JsonArray Findings() => new([.. StateChange.Findings(trial.Before.Findings, trial.After.Findings)
        .Select(c => (c, One: (c.After ?? c.Before)!))
        .Where(c => terms.Ats is null || c.One.Ats == terms.Ats)
        .Select(c => new JsonObject
        {
            ["regola"] = c.One.Rule,
            ["livello"] = c.One.SubjectKind,
            ["codice"] = c.One.Subject,
            ["nome"] = c.One.Name,
            ["esito_prima"] = c.c.Before?.Outcome.ToText(),
            ["esito_dopo"] = c.c.After?.Outcome.ToText(),
            ["motivo"] = c.c.After?.Reason ?? "Il soggetto non c'è più.",
            ["rimedio"] = c.c.After?.Cure is { Length: > 0 } cure ? cure : null,
        })]);

    public IEnumerable<string> Warnings()
    {
        int otherwise = _areas.Count(a => !a.Comparable);
        if (otherwise > 0)
        {
            yield return $"{(otherwise == 1 ? "In 1 area" : $"In {otherwise} aree")} prima e dopo non contano gli stessi comuni, perché ciò che è noto non è lo stesso: "
                + "le cifre dei viaggi non si confrontano (confrontabile).";
        }

        foreach (NetworkChange network in _networks.Where(n => n.After.Spokes > n.MaxSpokes && n.After.Spokes > n.Before.Spokes))
        {
            yield return $"{network.Network.Called}: {network.After.Spokes} Spoke, oltre il massimo di {network.MaxSpokes} per Hub "
                + "(criterio di pianificazione, non previsto dall'atto).";
        }

        if (terms.SpokeCost is null && TouchedAts().Any(ats => SpokesOf(trial.After.State, ats) > SpokesOf(trial.Before.State, ats)))
            yield return "Il costo di uno Spoke non è indicato e non ne esiste uno predefinito: ciò che resta del fondo dopo i nuovi Spoke è vuoto.";
    }

    private static int SpokesOf(CoverageState state, string ats) => state.Snapshot.Sites.Count(s => s.Ats == ats && s.Site.Role == SiteRole.Spoke);

    private IEnumerable<string> TouchedAts()
    {
        HashSet<ActiveSite> then = new(trial.Before.Snapshot.Sites, ReferenceEqualityComparer.Instance);
        HashSet<ActiveSite> now = new(trial.After.Snapshot.Sites, ReferenceEqualityComparer.Instance);
        return then.Where(s => !now.Contains(s)).Concat(now.Where(s => !then.Contains(s))).Select(s => s.Ats).Concat(_networks.Select(n => n.Ats)).OfType<string>()
            .Where(a => terms.Ats is null || a == terms.Ats).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    /// <summary>An area that changes: its verdict and its figures in pairs.</summary>
    public static JsonObject AreaOf(AreaChange change) => new()
    {
        ["livello"] = change.Unit.Level.ToText(),
        ["codice"] = change.Unit.Code,
        ["nome"] = change.Unit.Name,
        ["ats"] = change.Unit.Ats,
        ["residenti"] = GapFigures.Round(change.After.AllResidents, 2),
        ["verdetto_prima"] = change.VerdictBefore.Verdict.ToText(),
        ["verdetto_dopo"] = change.VerdictAfter.Verdict.ToText(),
        ["motivo_dopo"] = change.VerdictChanges ? change.VerdictAfter.Reason : null,
        ["hub_prima"] = change.VerdictBefore.Known(change.VerdictBefore.Hubs),
        ["hub_dopo"] = change.VerdictAfter.Known(change.VerdictAfter.Hubs),
        ["spoke_prima"] = change.VerdictBefore.Known(change.VerdictBefore.Spokes),
        ["spoke_dopo"] = change.VerdictAfter.Known(change.VerdictAfter.Spokes),
        ["minuti_medi_prima"] = change.Before.MeanMinutes,
        ["minuti_medi_dopo"] = change.After.MeanMinutes,
        ["minuti_p90_prima"] = change.Before.P90Minutes,
        ["minuti_p90_dopo"] = change.After.P90Minutes,
        ["minuti_max_prima"] = change.Before.MaxMinutes,
        ["minuti_max_dopo"] = change.After.MaxMinutes,
        ["residenti_oltre_limite_prima"] = GapFigures.Round(change.Before.ResidentsBeyond, 2),
        ["residenti_oltre_limite_dopo"] = GapFigures.Round(change.After.ResidentsBeyond, 2),
        ["residenti_oltre_minimo_prima"] = GapFigures.Round(change.Before.ResidentsBeyondLeast, 2),
        ["residenti_oltre_minimo_dopo"] = GapFigures.Round(change.After.ResidentsBeyondLeast, 2),
        ["residenti_oltre_massimo_prima"] = GapFigures.Round(change.Before.ResidentsBeyondMost, 2),
        ["residenti_oltre_massimo_dopo"] = GapFigures.Round(change.After.ResidentsBeyondMost, 2),
        ["quota_oltre_limite_pct_prima"] = change.Before.SharePercentBeyond,
        ["quota_oltre_limite_pct_dopo"] = change.After.SharePercentBeyond,
        ["comuni_oltre_limite_prima"] = change.Before.ComuniBeyond,
        ["comuni_oltre_limite_dopo"] = change.After.ComuniBeyond,
        ["elenco_incompleto"] = change.After.Known.IsEmpty ? null : change.After.Known.UpperBound,
        ["confrontabile"] = change.Comparable,
    };
}
