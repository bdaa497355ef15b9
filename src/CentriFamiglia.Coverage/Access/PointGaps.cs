using System.Collections;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Access;

/// <summary>How far every demand point is, by id, as columns: two sedi and two costs a point. Immutable.</summary>
public sealed class PointGaps : IReadOnlyList<PointGap>
{
    private readonly ImmutableArray<ActiveSite> _sites;
    private readonly NearestOffer[] _any, _own;
    private readonly bool[]? _counts;

    internal PointGaps(TerritorySnapshot snapshot, NearestOffers nearest, double?[] limits, KnownTerritory known)
    {
        (Demand, _sites, Limits, Known) = (snapshot.Demand, snapshot.Sites, limits, known);
        (_any, _own) = (nearest.Any, nearest.Own);
    }

    private PointGaps(PointGaps all, bool[] counts)
    {
        (Demand, _sites, Limits, Known, _any, _own, _counts) = (all.Demand, all._sites, all.Limits, all.Known, all._any, all._own, counts);
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

    private NearestSite? SiteOf(NearestOffer offer, int point) =>
        offer.Place is { } site && Known.IsJudged(Demand.ComuneOf(point)) ? new NearestSite(_sites[site], offer.Cost) : null;
}
