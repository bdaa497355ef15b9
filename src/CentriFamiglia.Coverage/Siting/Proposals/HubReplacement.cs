using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Siting.Networks;
using CentriFamiglia.Coverage.Territory.Need;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Siting.Proposals;

/// <summary>
/// A new Hub in place of one that is to be replaced (3.1: "la necessità di modificare i capifila esistenti"): at the seat of a comune of
/// the Ambiti that it serves, from which it reaches the Spokes of its network. Every place is tried: most Spokes within reach, then most
/// units that get a sede, most residents within their limit, least time, first by code.
/// </summary>
/// <param name="State">With the new Hub in the network of the old one.</param>
/// <param name="Proposal">The new Hub.</param>
/// <param name="Note">Italian: among how many places, and what is not proved.</param>
internal sealed record HubReplacement(CoverageState State, Suggestion Proposal, string Note)
{
    private sealed record Place(Comune Comune, Membership Membership, ImmutableArray<UnitVerdict> Units, int Spokes, SitingGain Gain);

    /// <param name="hub">To be replaced.</param>
    /// <param name="reachMinutes">How far from its Hub a Spoke may be, inclusive.</param>
    /// <param name="whose">Whose residents count.</param>
    /// <exception cref="CoverageInputException">No such Hub, or no comune where another could stand.</exception>
    public static HubReplacement Of(CoverageState state, SiteId hub, double reachMinutes, CountedResidents whose)
    {
        ActiveSite old = state.Snapshot.Sites.FirstOrDefault(s => s.Site.Id == hub && s.Site.Role == SiteRole.Hub && s.Site.Network is not null)
            ?? throw new CoverageInputException($"La sede '{hub}' non è un Hub attivo di una rete: indicare l'identificativo di un Hub, come nell'elenco delle sedi.");
        ActiveSite[] spokes = [.. state.Snapshot.Sites.Where(s => s.Site.Role == SiteRole.Spoke && s.Site.Network == old.Site.Network)];
        CoverageState all = With(state, hub, null);
        CoverageState without = whose.In(all);
        Place[] places = [.. Places(without, old, spokes, reachMinutes)
            .OrderByDescending(p => p.Spokes).ThenByDescending(p => p.Units.Length).ThenByDescending(p => p.Gain.Residents)
            .ThenByDescending(p => p.Gain.ResidentSeconds).ThenBy(p => p.Comune.Code)];
        if (places.Length == 0)
            throw new CoverageInputException($"Per sostituire l'Hub '{hub}' non c'è alcun comune con sede nota negli Ambiti che serve: completare unità e comuni.");
        Suggestion proposal = Propose(without, old, spokes, places, reachMinutes) with { ResidentsGainedElsewhere = Gained(whose.Elsewhere(all), places[0].Comune) };
        var site = new Site
        {
            Id = new SiteId($"NUOVO-{hub}"),
            Name = $"Nuovo Hub a {proposal.Comune.Name}",
            Role = SiteRole.Hub,
            Comune = proposal.Comune.Code,
            Lon = proposal.Lon,
            Lat = proposal.Lat,
            Network = old.Site.Network,
            DeclaredAmbiti = old.Site.DeclaredAmbiti,
            Precision = SitePrecision.Comune,
            Demonstration = old.Site.Demonstration,
            Source = "proposta del programma",
        };
        return new HubReplacement(
            With(state, hub, site), proposal,
            $"L'Hub {hub} è segnalato per la sostituzione: il nuovo è scelto per primo, provando {places.Length} comuni uno per uno, e le altre proposte contano su di esso; che "
                + "insieme siano la scelta migliore non è dimostrato. I guadagni delle righe sono rispetto alle sedi senza il vecchio Hub.");
    }

    private static double Gained(CoverageState? others, Comune comune)
    {
        if (others is null)
            return 0;
        var audit = new SuggestionAudit(others);
        return audit.Gain(audit.Standing, [Baseline.SeatOf(comune)]).Residents;
    }

    private static IEnumerable<Place> Places(CoverageState without, ActiveSite old, ActiveSite[] spokes, double reach)
    {
        HashSet<string> ambiti = [.. old.Site.DeclaredAmbiti.Append(old.Membership?.Ambito ?? "").Where(a => a.Length > 0).Select(AreaCode.From)];
        ImmutableArray<UnitVerdict> open = LevelUnits.Without(without, SuggestionLevel.Entrambi, null, []);
        var baseline = new Baseline(without);
        for (int c = 0; c < without.Snapshot.Comuni.Length; c++)
        {
            Comune comune = without.Snapshot.Comuni[c];
            if (comune.Seat is null || without.Snapshot.MembershipOf(comune.Code) is not { } member || member.Ats != old.Ats
                || !ambiti.Contains(AreaCode.From(member.Ambito ?? "")))
                continue;
            TravelCost?[] costs = spokes.Length == 0 ? [] : without.Travel.Costs([.. spokes.Select(without.PlaceOf)], [Baseline.SeatOf(comune)]);
            int at = c;
            yield return new Place(
                comune, member, [.. open.Where(u => u.Unit.Comuni.Contains(at))], costs.Count(cost => cost?.Within(reach) == true), baseline.GainOf(Baseline.SeatOf(comune)));
        }
    }

    private static Suggestion Propose(CoverageState without, ActiveSite old, ActiveSite[] spokes, Place[] places, double reach)
    {
        Place best = places[0];
        var audit = new SuggestionAudit(without);
        Travel.Place seat = Baseline.SeatOf(best.Comune);
        SitingGain again = audit.Gain(audit.Standing, [seat]);
        SuggestionAudit.Same("residents gained by the new Hub", best.Gain.Residents, again.Residents);
        SuggestionAudit.Same("resident-seconds saved by the new Hub", best.Gain.ResidentSeconds, again.ResidentSeconds);
        int comune = without.Snapshot.Comuni.IndexOf(best.Comune);
        TerritoryUnit unit = best.Units.Select(u => u.Unit)
            .Concat(without.Snapshot.Units(AreaLevel.Ambito).Concat(without.Snapshot.Units(AreaLevel.Ats)).Where(u => u.IsLoaded && u.Comuni.Contains(comune))).First();
        int?[] after = audit.With([seat]);
        RunnerUp? next = places.Length < 2 ? null : new RunnerUp(
            places[1].Comune, best.Gain.Residents - places[1].Gain.Residents, GapMeasures.Rounded(best.Gain.ResidentMinutes - places[1].Gain.ResidentMinutes), NeedsHub: true);
        var row = new Suggestion
        {
            Kind = SuggestionKind.Hub,
            Comune = best.Comune,
            Membership = best.Membership,
            Units = [.. best.Units.Select(u => u.Unit)],
            Unit = unit,
            Network = old.Site.Network,
            Hub = null,
            HubMinutes = null,
            ResidentsGained = best.Gain.Residents,
            ResidentMinutesSaved = GapMeasures.Rounded(best.Gain.ResidentMinutes),
            ResidentsReached = best.Gain.Reached,
            ComuniGained = 0,
            UpperBound = without.Points.Where((p, i) => after[i] != audit.Standing[i] && without.Known.UpperBound(p.ComuneIndex) == true).Any(),
            ResidentsLost = best.Gain.Residents,
            ResidentMinutesLost = GapMeasures.Rounded(best.Gain.ResidentMinutes),
            Next = next,
            UnitMeanMinutesBefore = audit.MeanMinutes(audit.Standing, unit),
            UnitMeanMinutesAfter = audit.MeanMinutes(after, unit),
            Reason = "",
            Clause = without.Rules.Cite("R6"),
            Demonstration = old.Site.Demonstration,
            Lon = seat.Lon,
            Lat = seat.Lat,
        };
        DemandWords words = without.Snapshot.Choice.Words;
        return row with
        {
            Reason = SuggestionWords.Place(row, best.Units, places.Length, words) + SuggestionWords.Replaces(old.Site, spokes.Length, best.Spokes, reach)
                + SuggestionWords.Worth(row, row.Units.Length, words),
        };
    }

    /// <summary>The state without one sede, and with another where one is given.</summary>
    private static CoverageState With(CoverageState state, SiteId gone, Site? added)
    {
        SiteSet set = state.Snapshot.Set;
        return state.WithSet(set with { Sites = [.. set.Sites.Where(s => s.Id != gone).Concat(added is null ? [] : [added]).OrderBy(s => s.Id)] }, state.Known);
    }
}
