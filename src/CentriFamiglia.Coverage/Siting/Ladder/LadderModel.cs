using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Siting.Ladder;

/// <summary>The candidates of one question: where a sede may be opened, what it would change, which networks could take it in.</summary>
internal sealed class LadderModel
{
    private readonly CoverageState _state;
    private readonly double _reach;

    /// <param name="state">As things stand.</param>
    /// <param name="reachMinutes">How far from its Hub a Spoke may be, inclusive.</param>
    /// <param name="units">To be served; Ambiti before Distretti.</param>
    /// <param name="comuni">Positions of the comuni that may be candidates, ascending.</param>
    public LadderModel(CoverageState state, double reachMinutes, ImmutableArray<UnitVerdict> units, IEnumerable<int> comuni)
    {
        (_state, _reach, Units) = (state, reachMinutes, units);
        ImmutableArray<Comune> all = state.Snapshot.Comuni;
        Hubs = [.. state.Snapshot.Sites.Where(s => s.Site.Role == SiteRole.Hub && s.Site.Network is not null)];
        Networks = new SpokeAssignment(state, Hubs);
        int[] candidates = [.. comuni.Where(c => state.Snapshot.MembershipOf(all[c].Code) is not null)];
        Dropped = [.. candidates.Where(c => all[c].Seat is null).Select(c => all[c].Code)];
        Options = Build([.. candidates.Where(c => all[c].Seat is not null)]);
    }

    public ImmutableArray<UnitVerdict> Units { get; }

    public ImmutableArray<ActiveSite> Hubs { get; }

    public SpokeAssignment Networks { get; }

    /// <summary>By code of the comune.</summary>
    public ImmutableArray<LadderOption> Options { get; }

    /// <summary>Comuni that could not be candidates: no seat is known.</summary>
    public ImmutableArray<ComuneCode> Dropped { get; }

    /// <summary>Why no network can take a Spoke here, the nearest Hubs first; at most three.</summary>
    public string WhyNone(LadderOption option)
    {
        (ActiveSite Hub, int Index)[] own = [.. Hubs.Select((h, i) => (h, i)).Where(h => h.h.Ats == option.Membership.Ats)];
        if (own.Length == 0)
            return $"nell'ATS {option.Membership.Ats} non c'è alcun Hub attivo";
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

    private ImmutableArray<LadderOption> Build(int[] candidates)
    {
        ImmutableArray<Comune> comuni = _state.Snapshot.Comuni;
        Place[] places = [.. candidates.Select(c => Baseline.SeatOf(comuni[c]))];
        Place[] points = [.. _state.Snapshot.Demand.Select(_state.PlaceOf)];
        TravelCost?[] costs = _state.Travel.Costs(points, places);
        TravelCost?[] toHubs = _state.Travel.Costs(places, [.. Hubs.Select(_state.PlaceOf)]);
        ILookup<int, int> unitsOf = Units.SelectMany((u, i) => u.Unit.Comuni.Select(c => (Comune: c, Unit: i))).ToLookup(p => p.Comune, p => p.Unit);
        var options = new LadderOption[candidates.Length];
        Parallel.For(0, candidates.Length, j =>
        {
            Membership membership = _state.Snapshot.MembershipOf(comuni[candidates[j]].Code)!;
            var nearer = ImmutableArray.CreateBuilder<(int, int)>();
            for (int i = 0; i < points.Length; i++)
            {
                if (costs[(i * places.Length) + j] is { } cost && !(_state.Points[i].Nearest?.Cost.Seconds <= cost.Seconds))
                    nearer.Add((i, cost.Seconds));
            }

            options[j] = new LadderOption(
                candidates[j], places[j], membership, [.. unitsOf[candidates[j]].Order()], HubsOf(membership, toHubs.AsSpan(j * Hubs.Length, Hubs.Length)), nearer.ToImmutable());
        });
        return [.. options];
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
