using System.Collections;
using System.Collections.Concurrent;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Access;

/// <summary>How far every demand point is, by id, as columns: two sedi, two costs and a band a point. Immutable.</summary>
public sealed class PointGaps : IReadOnlyList<PointGap>
{
    /// <summary>Points from which more than one processor is of use: those that wait for work burn what they save.</summary>
    private const int WorthSharing = 20_000;

    private readonly ImmutableArray<ActiveSite> _sites;
    private readonly NearestOffer[] _any, _own;
    private readonly TravelBand[] _bands;
    private readonly TerritorySnapshot _snapshot;
    private readonly ITravelSource _travel;
    private readonly bool[]? _counts;

    /// <param name="snapshot">What is known.</param>
    /// <param name="nearest">Of each point.</param>
    /// <param name="limits">Of each comune.</param>
    /// <param name="known">Where figures can be given.</param>
    /// <param name="travel">Which says how sure a time is.</param>
    /// <param name="before">The same points with other sedi, whose bands are those of the trips that stay; null to ask for all.</param>
    internal PointGaps(
        TerritorySnapshot snapshot, NearestOffers nearest, double?[] limits, KnownTerritory known, ITravelSource travel, PointGaps? before = null)
    {
        (Demand, _sites, Limits, Known) = (snapshot.Demand, snapshot.Sites, limits, known);
        (_any, _own, _snapshot, _travel) = (nearest.Any, nearest.Own, snapshot, travel);
        _bands = Bands(snapshot, travel, before);
    }

    private PointGaps(PointGaps all, bool[] counts)
    {
        (Demand, _sites, Limits, Known, _any, _own, _bands, _counts) = (all.Demand, all._sites, all.Limits, all.Known, all._any, all._own, all._bands, counts);
        (_snapshot, _travel) = (all._snapshot, all._travel);
    }

    /// <summary>How many.</summary>
    public int Length => Demand.Length;

    int IReadOnlyCollection<PointGap>.Count => Length;

    internal PlacedDemands Demand { get; }

    /// <summary>By comune.</summary>
    internal double?[] Limits { get; }

    internal KnownTerritory Known { get; }

    public PointGap this[int index] => new(this, index);

    public IEnumerator<PointGap> GetEnumerator()
    {
        for (int i = 0; i < Length; i++)
            yield return new PointGap(this, i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The same points where only those of some comuni count.</summary>
    internal PointGaps Counting(bool[] counts) => new(this, [.. counts.Select((here, comune) => here && Counts(comune))]);

    internal bool Counts(int comune) => _counts is null || _counts[comune];

    internal NearestSite? NearestOf(int point) => SiteOf(_any[point], point);

    internal NearestSite? NearestOwnAtsOf(int point) => SiteOf(_own[point], point);

    /// <summary>Whether the same point of a state with other sedi has the same ones, as far; a sede that stays is the same object.</summary>
    internal bool IsAsFarAs(PointGaps other, int point)
    {
        int comune = Demand.ComuneOf(point);
        bool judged = Known.IsJudged(comune);
        return judged == other.Known.IsJudged(comune) && (!judged || (Same(_any[point], other._any[point]) && Same(_own[point], other._own[point])));

        bool Same(NearestOffer here, NearestOffer there) => (here.Place, there.Place) is ({ } a, { } b)
            ? ReferenceEquals(_sites[a], other._sites[b]) && here.Cost == there.Cost
            : here.Place is null && there.Place is null;
    }

    /// <summary>Of the trip to the nearest sede; of no meaning where none is reached.</summary>
    internal TravelBand BandOf(int point) => _bands[point];

    /// <summary>Of the trip to the nearest sede of the own ATS, which is the same trip more often than not; of no meaning where none is reached.</summary>
    internal TravelBand BandOfOwnAts(int point) => _own[point].Place is not { } site ? default
        : _any[point].Place == site ? _bands[point]
        : _travel.Band(TravelTable.PlaceOf(_snapshot, Demand[point]), TravelTable.PlaceOf(_snapshot, _sites[site]), _own[point].Cost);

    private TravelBand[] Bands(TerritorySnapshot snapshot, ITravelSource travel, PointGaps? before)
    {
        var bands = new TravelBand[Length];
        if (Length == 0)
            return bands;
        var from = new DemandPlaces(snapshot);
        Place[] to = [.. _sites.Select(s => TravelTable.PlaceOf(snapshot, s))];
        if (Length < WorthSharing)
            Fill(0, Length);
        else
            Parallel.ForEach(Partitioner.Create(0, Length), range => Fill(range.Item1, range.Item2));
        return bands;

        void Fill(int first, int end)
        {
            for (int i = first; i < end; i++)
            {
                if (_any[i].Place is { } site)
                    bands[i] = before is not null && before.IsTrip(i, _sites[site], _any[i].Cost) ? before._bands[i] : travel.Band(from[i], to[site], _any[i].Cost);
            }
        }
    }

    private bool IsTrip(int point, ActiveSite site, TravelCost cost) =>
        _any[point].Place is { } here && ReferenceEquals(_sites[here], site) && _any[point].Cost == cost;

    private NearestSite? SiteOf(NearestOffer offer, int point) =>
        offer.Place is { } site && Known.IsJudged(Demand.ComuneOf(point)) ? new NearestSite(_sites[site], offer.Cost) : null;
}
