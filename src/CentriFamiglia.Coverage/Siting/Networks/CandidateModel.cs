using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Siting.Networks;

/// <summary>The candidates of one question: where a sede may be opened, what it would change, which networks could take it in.</summary>
internal sealed class CandidateModel
{
    /// <summary>Pairs of a demand point and a place that are kept at once.</summary>
    private const int PairsAtOnce = 1 << 22;

    private readonly CoverageState _state;

    /// <param name="reachMinutes">How far from its Hub a Spoke may be, inclusive.</param>
    /// <param name="units">To be served; Ambiti before Distretti.</param>
    /// <param name="comuni">Positions of the comuni that may be candidates, ascending.</param>
    /// <param name="own">Places of the user's own, instead of the seats of the comuni; null for the seats.</param>
    public CandidateModel(CoverageState state, double reachMinutes, ImmutableArray<UnitVerdict> units, IEnumerable<int> comuni, ImmutableArray<SitingCandidate>? own = null)
    {
        (_state, Units, Reach) = (state, units, new HubReach(state, reachMinutes));
        ImmutableArray<Comune> all = state.Snapshot.Comuni;
        int[] candidates = [.. comuni.Where(c => state.Snapshot.MembershipOf(all[c].Code) is not null)];
        Dropped = own is null ? [.. candidates.Where(c => all[c].Seat is null).Select(c => all[c].Code)] : [];
        ImmutableArray<CandidatePlace> options = Build(own is null
            ? [.. candidates.Where(c => all[c].Seat is not null).Select(c => (c, Baseline.SeatOf(all[c]), (SitingCandidate?)null))]
            : [.. candidates.Join(own.Value, c => all[c].Code, o => o.Comune, (c, o) => (c, new Place(o.Lon, o.Lat, o.Comune, all[c].AltitudeMetres), (SitingCandidate?)o))]);
        Options = [.. options.Where(o => o.Candidate is not { MayHub: false } || !o.Hubs.IsEmpty)];
        WithoutNetwork = [.. options.Except(Options).Select(o => o.Candidate!.Id)];
    }

    public ImmutableArray<UnitVerdict> Units { get; }

    public HubReach Reach { get; }

    /// <summary>By code of the comune; several of the user's own in one comune in the order of the list.</summary>
    public ImmutableArray<CandidatePlace> Options { get; }

    /// <summary>Comuni that could not be candidates: no seat is known.</summary>
    public ImmutableArray<ComuneCode> Dropped { get; }

    /// <summary>Candidates of the user's own that admit a Spoke alone, where no network can take one.</summary>
    public ImmutableArray<string> WithoutNetwork { get; }

    private ImmutableArray<CandidatePlace> Build((int Comune, Place Place, SitingCandidate? Own)[] offered)
    {
        int[] candidates = [.. offered.Select(p => p.Comune)];
        Place[] places = [.. offered.Select(p => p.Place)];
        ImmutableArray<Comune> comuni = _state.Snapshot.Comuni;
        ImmutableArray<(int Point, int Seconds)>[] nearer = Nearer(places);
        Membership[] memberships = [.. candidates.Select(c => _state.Snapshot.MembershipOf(comuni[c].Code)!)];
        ImmutableArray<HubInReach>[] hubs = Reach.Of(places, memberships);
        ILookup<int, int> unitsOf = Units.SelectMany((u, i) => u.Unit.Comuni.Select(c => (Comune: c, Unit: i))).ToLookup(p => p.Comune, p => p.Unit);
        return
        [
            .. candidates.Select((comune, j) =>
                new CandidatePlace(comune, places[j], memberships[j], [.. unitsOf[comune].Order()], offered[j].Own is { MaySpoke: false } ? [] : hubs[j], nearer[j])
                {
                    Candidate = offered[j].Own,
                }),
        ];
    }

    /// <summary>Of each place the points that count and would be nearer to it than to any sede that stands, with the new seconds, by position.</summary>
    private ImmutableArray<(int Point, int Seconds)>[] Nearer(Place[] places)
    {
        ImmutableArray<(int, int)>.Builder[] nearer = [.. places.Select(_ => ImmutableArray.CreateBuilder<(int, int)>())];
        foreach (int[] points in Enumerable.Range(0, _state.Points.Length).Where(i => _state.Points[i].IsCounted).Chunk(Math.Max(1, PairsAtOnce / Math.Max(1, places.Length))))
        {
            int[] today = [.. points.Select(i => _state.Points[i].Nearest?.Cost.Seconds ?? int.MaxValue - 1)];
            TravelCost?[] costs = _state.Travel.CostsWithin([.. points.Select(i => _state.PlaceOf(_state.Points[i].Demand))], today, places);
            for (int pair = 0; pair < costs.Length; pair++)
            {
                // Who reaches nobody today is nearer to any place.
                if (costs[pair] is { } cost && (cost.Seconds < today[pair / places.Length] || today[pair / places.Length] == int.MaxValue - 1))
                    nearer[pair % places.Length].Add((points[pair / places.Length], cost.Seconds));
            }
        }

        return [.. nearer.Select(n => n.ToImmutable())];
    }
}
