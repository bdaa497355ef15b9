using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Siting.Networks;

namespace CentriFamiglia.Coverage.Siting.Proposals;

/// <summary>The places where who asks wants a sede opened, whatever the goal gains by them.</summary>
/// <param name="Options">Their positions among the options of the model, ascending.</param>
/// <param name="Missing">Italian: of each that cannot be opened, why.</param>
internal sealed record FixedPlaces(ImmutableArray<int> Options, ImmutableArray<string> Missing)
{
    /// <param name="ats">The one asked for; null for all.</param>
    /// <param name="spokesOnly">Whether new Hubs do not count.</param>
    public static FixedPlaces Of(CoverageState state, CandidateModel model, SuggestionRequest request, string? ats, bool spokesOnly)
    {
        var options = new List<int>();
        var missing = new List<string>();
        foreach (string key in request.Fixed)
        {
            int at = model.Options.Select((o, i) => (Option: o, Index: i)).Where(o => o.Option.Key(state.Snapshot) == key).Select(o => o.Index).FirstOrDefault(-1);
            if (at >= 0 && !(spokesOnly && model.Options[at].Hubs.IsEmpty))
                options.Add(at);
            else
                missing.Add(Why(state, model, request, ats, key, at));
        }

        return new FixedPlaces([.. options.Order()], [.. missing]);
    }

    /// <summary>Positions of their comuni among those of the snapshot, where a sede of the ATS may be proposed.</summary>
    public static IEnumerable<int> Comuni(CoverageState state, SuggestionRequest request, string? ats) => Enumerable.Range(0, state.Snapshot.Comuni.Length)
        .Where(c => request.Fixed.Contains(state.Snapshot.Comuni[c].Code.Value)
            || request.Candidates?.Any(o => o.Comune == state.Snapshot.Comuni[c].Code && request.Fixed.Contains(o.Id)) == true)
        .Where(c => IsOf(state, c, ats) && state.Known.IsJudged(c));

    /// <summary>Italian: why no choice holds them all.</summary>
    /// <param name="limits">Of money and balance.</param>
    /// <param name="most">Sedi that may be opened.</param>
    public IEnumerable<string> Reasons(CandidateModel model, PlanLimits limits, int most)
    {
        foreach (string reason in Missing)
            yield return reason;
        if (Options.IsEmpty || !Missing.IsEmpty)
            yield break;
        CandidatePlace[] chosen = [.. Options.Select(o => model.Options[o])];
        if (chosen.Length > most)
        {
            yield return $"I luoghi imposti (fissi) sono {chosen.Length}, ma il numero o la spesa indicati permettono {most} nuove sedi: aumentarli oppure togliere dei luoghi.";
            yield break;
        }

        int[] caps = limits.Most(model.Options, most, new int[limits.Ats.Length]);
        foreach (IGrouping<int, CandidatePlace> ats in chosen.GroupBy(limits.GroupOf).Where(g => g.Count() > caps[g.Key]))
            yield return $"I luoghi imposti (fissi) nell'{AtsNames.Official(limits.Ats[ats.Key])} sono {ats.Count()}, ma equilibrio o spesa ne permettono {caps[ats.Key]}.";
        if (model.Reach.Networks.Assign(chosen).Count(hub => hub < 0) is > 0 and var without)
            yield return $"Le reti non hanno posto per tutti i luoghi imposti (fissi): {ItalianNumber.Counted(without, "resterebbe", "resterebbero")} senza rete.";
        else
            yield return "Con i luoghi imposti (fissi) nessuna scelta rispetta tutti gli altri vincoli: aumentare il numero o la spesa, oppure togliere dei luoghi.";
    }

    private static bool IsOf(CoverageState state, int comune, string? ats) =>
        state.Snapshot.MembershipOf(state.Snapshot.Comuni[comune].Code) is { } member && (ats is null || member.Ats == ats);

    private static string Why(CoverageState state, CandidateModel model, SuggestionRequest request, string? ats, string key, int at)
    {
        SitingCandidate? own = request.Candidates?.FirstOrDefault(o => o.Id == key);
        int c = own is null ? state.Snapshot.Comuni.TakeWhile(o => o.Code.Value != key).Count() : state.Snapshot.Comuni.TakeWhile(o => o.Code != own.Comune).Count();
        if (c == state.Snapshot.Comuni.Length)
            return $"Il luogo imposto '{key}' (fissi) non è fra i candidati.";
        Comune comune = state.Snapshot.Comuni[c];
        string name = own is null ? $"{comune.Name} ({comune.Code})" : $"{own.Name} ({own.Id})";
        string why = at >= 0 ? $"nessuna rete può accogliere qui uno Spoke: {model.Reach.WhyNone(model.Options[at])}"
            : !request.Admits(comune.Code) ? "è fra i comuni esclusi da chi chiede (only-in, not-in)"
            : !IsOf(state, c, null) ? "non ha ATS, Ambito e Distretto noti"
            : !IsOf(state, c, ats) ? $"non è dell'{AtsNames.Official(ats!)}"
            : !state.Known.IsJudged(c) ? "delle sedi della sua area non è noto niente (NON_CARICATO)"
            : model.WithoutNetwork.Contains(key, StringComparer.Ordinal) ? "ammette solo uno Spoke, e nessuna rete può accoglierlo"
            : own is null && request.Candidates is not null ? "non è un luogo dell'elenco dei candidati"
            : "la sede comunale non è nota";
        return $"A {name} una sede è imposta (fissi), ma non si può aprire: {why}.";
    }
}
