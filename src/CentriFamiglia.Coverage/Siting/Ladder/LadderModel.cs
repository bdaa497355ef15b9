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

    /// <param name="state">As things stand.</param>
    /// <param name="reachMinutes">How far from its Hub a Spoke may be, inclusive.</param>
    /// <param name="units">To be served; Ambiti before Distretti.</param>
    /// <param name="comuni">Positions of the comuni that may be candidates, ascending.</param>
    public LadderModel(CoverageState state, double reachMinutes, ImmutableArray<UnitVerdict> units, IEnumerable<int> comuni)
    {
        (_state, Units, Reach) = (state, units, new HubReach(state, reachMinutes));
        ImmutableArray<Comune> all = state.Snapshot.Comuni;
        int[] candidates = [.. comuni.Where(c => state.Snapshot.MembershipOf(all[c].Code) is not null)];
        Dropped = [.. candidates.Where(c => all[c].Seat is null).Select(c => all[c].Code)];
        Options = Build([.. candidates.Where(c => all[c].Seat is not null)]);
    }

    public ImmutableArray<UnitVerdict> Units { get; }

    public HubReach Reach { get; }

    /// <summary>By code of the comune.</summary>
    public ImmutableArray<LadderOption> Options { get; }

    /// <summary>Comuni that could not be candidates: no seat is known.</summary>
    public ImmutableArray<ComuneCode> Dropped { get; }

    private ImmutableArray<LadderOption> Build(int[] candidates)
    {
        ImmutableArray<Comune> comuni = _state.Snapshot.Comuni;
        Place[] places = [.. candidates.Select(c => Baseline.SeatOf(comuni[c]))];
        Place[] points = [.. _state.Snapshot.Demand.Select(_state.PlaceOf)];
        TravelCost?[] costs = _state.Travel.Costs(points, places);
        Membership[] memberships = [.. candidates.Select(c => _state.Snapshot.MembershipOf(comuni[c].Code)!)];
        ImmutableArray<HubInReach>[] hubs = Reach.Of(places, memberships);
        ILookup<int, int> unitsOf = Units.SelectMany((u, i) => u.Unit.Comuni.Select(c => (Comune: c, Unit: i))).ToLookup(p => p.Comune, p => p.Unit);
        var options = new LadderOption[candidates.Length];
        Parallel.For(0, candidates.Length, j =>
        {
            var nearer = ImmutableArray.CreateBuilder<(int, int)>();
            for (int i = 0; i < points.Length; i++)
            {
                if (costs[(i * places.Length) + j] is { } cost && !(_state.Points[i].Nearest?.Cost.Seconds <= cost.Seconds))
                    nearer.Add((i, cost.Seconds));
            }

            options[j] = new LadderOption(candidates[j], places[j], memberships[j], [.. unitsOf[candidates[j]].Order()], hubs[j], nearer.ToImmutable());
        });
        return [.. options];
    }
}
