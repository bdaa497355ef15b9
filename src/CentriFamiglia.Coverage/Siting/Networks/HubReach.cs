using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Siting.Networks;

/// <summary>Which Hubs a new Spoke could join: of the same ATS, within reach, below their load. Reach and load are planning criteria, not in the act.</summary>
internal sealed class HubReach
{
    private readonly CoverageState _state;
    private readonly double _reach;

    /// <param name="reachMinutes">How far from its Hub a Spoke may be, inclusive.</param>
    public HubReach(CoverageState state, double reachMinutes)
    {
        (_state, _reach) = (state, reachMinutes);
        Hubs = [.. state.Snapshot.Sites.Where(s => s.Site.Role == SiteRole.Hub && s.Site.Network is not null)];
        Networks = new SpokeAssignment(state, Hubs);
    }

    /// <summary>By id.</summary>
    public ImmutableArray<ActiveSite> Hubs { get; }

    public SpokeAssignment Networks { get; }

    /// <summary>The loads as they stand, for a search of its own: an assignment is not shared between threads.</summary>
    public SpokeAssignment Loads() => new(_state, Hubs);

    /// <summary>The Hubs for each place, the nearest first; each as if it were the only new Spoke.</summary>
    public ImmutableArray<HubInReach>[] Of(Place[] places, Membership[] memberships)
    {
        TravelCost?[] costs = _state.Travel.Costs(places, [.. Hubs.Select(_state.PlaceOf)]);
        return [.. places.Select((_, j) => HubsOf(memberships[j], costs.AsSpan(j * Hubs.Length, Hubs.Length)))];
    }

    /// <summary>Why no network can take a Spoke here, the nearest Hubs first; at most three.</summary>
    public string WhyNone(CandidatePlace option)
    {
        (ActiveSite Hub, int Index)[] own = [.. Hubs.Select((h, i) => (h, i)).Where(h => h.h.Ats == option.Membership.Ats)];
        if (own.Length == 0)
            return $"nell'{AtsNames.Official(option.Membership.Ats)} non c'è alcun Hub attivo";
        TravelCost?[] costs = _state.Travel.Costs([option.Place], [.. own.Select(h => _state.PlaceOf(h.Hub))]);
        return string.Join("; ", own.Zip(costs)
            .OrderBy(p => p.Second?.Seconds ?? int.MaxValue).ThenBy(p => p.First.Hub.Site.Id).Take(3)
            .Select(p => $"Hub {p.First.Hub.Site.Id} {Refusal(p.First.Index, p.Second, option.Membership)}"));
    }

    private string Refusal(int hub, TravelCost? cost, Membership membership)
    {
        if (cost is not { } known)
            return "non raggiungibile";
        string minutes = $"a {ItalianNumber.Minutes(known.Minutes)} minuti";
        return known.Within(_reach)
            ? $"{minutes}, ma la rete {Hubs[hub].Site.Network} {Networks.Refusal(hub, membership) ?? "non ha posto per tutti i nuovi Spoke"}"
            : $"{minutes}, oltre i {ItalianNumber.Minutes(_reach)} ammessi";
    }

    private ImmutableArray<HubInReach> HubsOf(Membership membership, ReadOnlySpan<TravelCost?> costs)
    {
        var found = new List<HubInReach>();
        for (int h = 0; h < costs.Length; h++)
        {
            if (Hubs[h].Ats == membership.Ats && costs[h] is { } cost && cost.Within(_reach) && Networks.Refusal(h, membership) is null)
                found.Add(new HubInReach(h, cost));
        }

        return [.. found.OrderBy(h => h.Cost.Seconds).ThenBy(h => h.Cost.Metres).ThenBy(h => Hubs[h.Hub].Site.Id)];
    }
}
