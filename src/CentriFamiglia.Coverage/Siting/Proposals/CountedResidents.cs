using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Territory.Need;

namespace CentriFamiglia.Coverage.Siting.Proposals;

/// <summary>
/// Whose residents a question of siting is about: with one ATS its own, because its fund and its candidates are its own; what others
/// would gain is told apart. Sedi of other ATS still serve.
/// </summary>
/// <param name="Ats">Null for all.</param>
/// <param name="CountAll">Whether the residents of the others count as well.</param>
public readonly record struct CountedResidents(string? Ats, bool CountAll)
{
    /// <summary>The state with only the residents that count.</summary>
    public CoverageState In(CoverageState state)
    {
        string? ats = Ats;
        return ats is null || CountAll ? state : state.Counting(m => m?.Ats == ats);
    }

    /// <summary>The state with only the others; null where there are none.</summary>
    public CoverageState? Elsewhere(CoverageState state)
    {
        string? ats = Ats;
        return ats is null || CountAll ? null : state.Counting(m => m?.Ats != ats);
    }

    /// <summary>Italian sentences: who counts, and what is only an upper bound.</summary>
    /// <param name="state">With all residents.</param>
    /// <param name="elsewhere">The column that has what the others gain or lose.</param>
    public IEnumerable<string> Notes(CoverageState state, string elsewhere = "residenti_guadagnati_altrove")
    {
        DemandWords words = state.Snapshot.Choice.Words;
        if (Ats is { } ats && !CountAll)
        {
            yield return $"Contano {words.The} dell'{AtsNames.Official(ats)}; {(words.Feminine ? "quelle" : "quelli")} di altre ATS stanno a parte, in {elsewhere} "
                + $"(--conta tutte per {(words.Feminine ? "contarle tutte" : "contarli tutti")}).";
        }

        string? own = CountAll ? null : Ats;
        AreaKnowledge known = own is null ? state.Known.Whole : state.Known.Over(AreaLevel.Ats, own);
        if (known.UpperBound)
        {
            yield return $"Parte {words.OfThe} che contano sta in aree il cui elenco di sedi non è dichiarato completo: una sede non elencata può essere più vicina, e i guadagni "
                + "sono al più quelli indicati (elenco_incompleto).";
        }

        if (known.ComuniExcluded > 0)
            yield return $"{ItalianNumber.Of(known.ResidentsExcluded, "#,0")} {words.Many} di {ItalianNumber.Counted(known.ComuniExcluded, "comune", "comuni")} "
                + "NON_CARICATO non contano.";
    }
}
