using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Siting.Ladder;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Siting;

/// <summary>A sede in every unit that has none (R1): see <see cref="LadderSearch"/>.</summary>
internal static class UnitsGoal
{
    public static Choice Choose(CoverageState state, SuggestionRequest request, string? ats, double reach, Func<bool> stop)
    {
        var notes = new List<string>();
        AreaLevel[] levels = request.Level switch
        {
            SuggestionLevel.Ambito => [AreaLevel.Ambito],
            SuggestionLevel.Distretto => [AreaLevel.Distretto],
            _ => [AreaLevel.Ambito, AreaLevel.Distretto],
        };
        ImmutableArray<UnitVerdict> asked = [.. levels.SelectMany(level => state.Verdicts(level)).Where(v => ats is null || v.Unit.Ats == ats)];
        foreach (AreaLevel level in levels)
        {
            if (asked.Count(v => v.Unit.Level == level && v.Verdict == Verdict.NonCaricato) is > 0 and var unknown)
                notes.Add($"{unknown} unità di livello {SuggestionWords.Word(level)} sono NON_CARICATO: per esse non si propone nulla, perché non si sa se manchi una sede.");
        }

        ImmutableArray<UnitVerdict> units = [.. asked.Where(v => v.Verdict is Verdict.Scoperto or Verdict.Competenza)];
        var model = new LadderModel(state, reach, units, units.SelectMany(u => u.Unit.Comuni).Distinct().Order());
        LadderResult found = LadderResult.Of(state, model, units.Length, request.MaxSpokes ?? int.MaxValue, request.MostNodes, stop);
        ImmutableArray<int> chosen = found.Chosen;
        notes.AddRange(Notes(model, units, chosen));
        bool lost = Enumerable.Range(0, units.Length).Any(u => !model.Options.Any(o => o.Units.Contains(u)));
        string status = lost ? "infeasible" : found.FewestSedi == chosen.Length ? "optimal" : "feasible";
        if (!found.Proved && !chosen.IsEmpty)
            notes.Add("Il numero di sedi è dimostrato il minore; fra le scelte con quel numero la ricerca si è fermata prima di dimostrare anche nuovi Hub, residenti e minuti (con --time-limit S continua fino a S secondi).");
        return new Choice(
            model, chosen, "units", status, chosen.Length, found.FewestSedi, found.Alternates, found.AlternatesComplete, found.Nodes, [.. notes])
        {
            SecondaryProved = found.Proved,
        };
    }

    private static IEnumerable<string> Notes(LadderModel model, ImmutableArray<UnitVerdict> units, ImmutableArray<int> chosen)
    {
        yield return "Fra le scelte con il minor numero di sedi valgono, nell'ordine: meno nuovi Hub, più residenti entro il limite, meno minuti di viaggio.";
        if (!model.Dropped.IsEmpty)
            yield return $"Comuni non considerati perché senza sede comunale nota: {string.Join(", ", model.Dropped)}.";
        for (int u = 0; u < units.Length; u++)
        {
            string unit = $"{SuggestionWords.Word(units[u].Unit.Level)} {units[u].Unit.Name}";
            if (!model.Options.Any(o => o.Units.Contains(u)))
                yield return $"{unit}: nessun comune può essere candidato, quindi nessuna proposta.";
            else if (!chosen.Any(o => model.Options[o].Units.Contains(u)))
                yield return $"{unit}: nessuna proposta, è raggiunto il numero di nuove sedi richiesto.";
        }
    }
}
