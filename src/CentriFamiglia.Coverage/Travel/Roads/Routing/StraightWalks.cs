namespace CentriFamiglia.Coverage.Travel.Roads.Routing;

/// <summary>Straight walks to many places: only those near enough by latitude are looked at. Safe for use by several threads.</summary>
internal sealed class StraightWalks
{
    // Metres of a degree of latitude where it is shortest, at the equator.
    private const double LeastMetresPerDegree = 110_574;

    private readonly RoadSnap[] _places;
    private readonly int[] _order;
    private readonly double[] _lats;
    private readonly double _longestLeg;

    public StraightWalks(IReadOnlyList<RoadSnap> places)
    {
        _places = [.. places];
        _order = [.. Enumerable.Range(0, _places.Length).Where(i => _places[i].Status == SnapStatus.Ok)];
        _lats = Array.ConvertAll(_order, i => _places[i].PlaceLat);
        _longestLeg = _order.Select(i => _places[i].DistanceMetres).DefaultIfEmpty(0).Max();
        Array.Sort(_lats, _order);
    }

    /// <summary>Puts the walk wherever it is the lesser.</summary>
    /// <param name="from">One end; the walk is as long either way.</param>
    /// <param name="weights">Of the trips, one per place.</param>
    public void Shorten(in RoadSnap from, long[] weights)
    {
        if (from.Status != SnapStatus.Ok)
            return;
        double reach = Math.Max(RoadSnap.NearMetres, from.DistanceMetres + _longestLeg) / LeastMetresPerDegree;
        int at = Array.BinarySearch(_lats, from.PlaceLat - reach);
        at = at < 0 ? ~at : at;
        while (at > 0 && _lats[at - 1] >= from.PlaceLat - reach)
            at--;
        for (; at < _lats.Length && _lats[at] <= from.PlaceLat + reach; at++)
        {
            int place = _order[at];
            weights[place] = Math.Min(weights[place], from.WalkTo(_places[place]));
        }
    }
}
