using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Siting.Networks;
using CentriFamiglia.Coverage.Siting.Solver.Plan;
using CentriFamiglia.Coverage.Territory.Need;

namespace CentriFamiglia.Coverage.Siting.Proposals;

/// <summary>A sede in every unit that has none (R1): most units, fewest sedi, fewest new Hubs, most residents within their limit, least time.</summary>
internal static class UnitsGoal
{
    public static Choice Choose(CoverageState state, SuggestionRequest request, string? ats, double reach, Func<bool> stop)
    {
        var notes = new List<string>();
        ImmutableArray<UnitVerdict> units = LevelUnits.Without(state, request.Level, ats, notes);
        int[] within = [.. units.SelectMany(u => u.Unit.Comuni).Distinct().Order()];
        int[] admitted = [.. within.Union(FixedPlaces.Comuni(state, request, ats)).Order().Where(c => request.Admits(state.Snapshot.Comuni[c].Code))];
        int shut = request.Candidates is null ? within.Except(admitted).Count() : 0;
        var model = new CandidateModel(state, reach, units, admitted, request.Candidates);
        var given = FixedPlaces.Of(state, model, request, ats, spokesOnly: false);
        var plan = UnitsPlan.Of(state, model, request, ats, given);
        PlanResult[] parts = given.Missing.IsEmpty && given.Options.Length <= plan.Most ? plan.Solve(request.MostNodes, stop) : [PlanResult.None];
        ImmutableArray<int> chosen = [.. parts.SelectMany(p => p.Set ?? []).Order()];
        bool proved = parts.All(p => p.Proved);
        int served = chosen.SelectMany(o => model.Options[o].Units).Distinct().Count();
        DemandWords words = state.Snapshot.Choice.Words;
        string none = request.Candidates is null ? "nessun comune può essere candidato" : "nessun luogo dell'elenco dei candidati la serve";
        notes.AddRange(Notes(model, units, chosen, none, words));
        notes.AddRange(plan.Notes(served));
        bool impossible = !request.Fixed.IsEmpty && parts.Any(p => p.Set is null);
        if (impossible)
            notes.AddRange(given.Reasons(model, plan.Limits, plan.Most));
        bool lost = plan.Servable < units.Length || parts.Any(p => p.Set is null);
        string status = lost ? "infeasible" : plan.Fewest(served) == chosen.Length && (proved || plan.IsEnough) ? "optimal" : "feasible";
        if (!proved && !plan.IsEnough)
            notes.Add("La ricerca si è fermata prima di dimostrare che con queste sedi o questa spesa non si possano servire più unità "
                + "(con --time-limit S continua fino a S secondi).");
        else if (!proved && !chosen.IsEmpty)
            notes.Add($"Il numero di sedi è dimostrato il minore; fra le scelte con quel numero la ricerca si è fermata prima di dimostrare anche nuovi Hub, "
                + $"{words.Many} e minuti (con --time-limit S continua fino a S secondi).");
        int[] others = [.. Enumerable.Range(0, parts.Length).Where(p => parts[p].Alternates.Length > 0)];
        ImmutableArray<ImmutableArray<int>> alternates =
            [.. others.SelectMany(p => parts[p].Alternates
                .Select(a => chosen.Except(parts[p].Set!.Value).Concat(a).Order().ToImmutableArray())).Take(PlanIncumbent.MostAlternates)];
        return new Choice(
            Model: model,
            Chosen: chosen,
            Problem: "units",
            Status: status,
            Objective: impossible ? null : chosen.Length,
            Bound: impossible ? null : plan.Fewest(served),
            Alternates: alternates,
            AlternatesComplete: parts.All(p => p.AlternatesComplete) && others.Length <= 1,
            Nodes: parts.Sum(p => p.Nodes),
            Notes: [.. notes])
        {
            SecondaryProved = proved,
            Fixed = given.Options,
            Dropped =
            [
                ("non serve alcuna area senza sede", (request.Candidates?.Length
                    ?? state.Snapshot.Comuni.Length) - model.Options.Length - model.Dropped.Length - model.WithoutNetwork.Length - shut),
                (SuggestionWords.LeftOut, shut),
                (SuggestionWords.SpokeOnly, model.WithoutNetwork.Length),
                ("sede comunale non nota", model.Dropped.Length),
            ],
        };
    }

    private static IEnumerable<string> Notes(
        CandidateModel model, ImmutableArray<UnitVerdict> units, ImmutableArray<int> chosen, string none, DemandWords words)
    {
        yield return $"Fra le scelte con il minor numero di sedi valgono, nell'ordine: meno nuovi Hub, più {words.Many} entro il limite, meno minuti di viaggio.";
        if (!model.Dropped.IsEmpty)
            yield return $"Comuni non considerati perché senza sede comunale nota: {string.Join(", ", model.Dropped)}.";
        for (int u = 0; u < units.Length; u++)
        {
            string unit = LevelUnits.Call(units[u].Unit);
            if (!model.Options.Any(o => o.Units.Contains(u)))
                yield return $"{unit}: {none}, quindi nessuna proposta.";
            else if (!chosen.Any(o => model.Options[o].Units.Contains(u)))
                yield return $"{unit}: nessuna proposta, è raggiunto il numero di nuove sedi richiesto.";
        }
    }
}
