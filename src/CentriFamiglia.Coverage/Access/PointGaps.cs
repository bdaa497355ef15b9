using System.Collections;
using System.Collections.Concurrent;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Access;

/// <summary>How far every demand point is, by id, as columns: two sedi, two costs and a band a point. Immutable.</summary>
public sealed class PointGaps : IReadOnlyList<PointGap>
{
    private readonly ImmutableArray<ActiveSite> _sites;
    private readonly NearestOffer[] _any, _own;
    private readonly TravelBand[] _bands;
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
        (_any, _own) = (nearest.Any, nearest.Own);
        _bands = Bands(snapshot, travel, before);
    }

    private PointGaps(PointGaps all, bool[] counts)
    {
        (Demand, _sites, Limits, Known, _any, _own, _bands, _counts) = (all.Demand, all._sites, all.Limits, all.Known, all._any, all._own, all._bands, counts);
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

    /// <summary>Of the trip to the nearest sede; of no meaning where none is reached.</summary>
    internal TravelBand BandOf(int point) => _bands[point];

    private TravelBand[] Bands(TerritorySnapshot snapshot, ITravelSource travel, PointGaps? before)
    {
        var bands = new TravelBand[Length];
        if (Length == 0)
            return bands;
        var from = new DemandPlaces(snapshot);
        Place[] to = [.. _sites.Select(s => TravelTable.PlaceOf(snapshot, s))];
        Parallel.ForEach(Partitioner.Create(0, Length), range =>
        {
            for (int i = range.Item1; i < range.Item2; i++)
            {
                if (_any[i].Place is { } site)
                    bands[i] = before is not null && before.IsTrip(i, _sites[site], _any[i].Cost) ? before._bands[i] : travel.Band(from[i], to[site], _any[i].Cost);
            }
        });
        return bands;
    }

    private bool IsTrip(int point, ActiveSite site, TravelCost cost) =>
        _any[point].Place is { } here && ReferenceEquals(_sites[here], site) && _any[point].Cost == cost;

    private NearestSite? SiteOf(NearestOffer offer, int point) =>
        offer.Place is { } site && Known.IsJudged(Demand.ComuneOf(point)) ? new NearestSite(_sites[site], offer.Cost) : null;
}
