
namespace CentriFamiglia.Coverage.Travel.Roads;

/// <summary>Where points may join the network.</summary>
public sealed record SnapOptions
{
    public static SnapOptions Default { get; } = new();

    /// <summary>Points farther than this from every permitted road are not snapped; inclusive.</summary>
    public double CapMetres { get; init; } = 1000;

    /// <summary>Roads with any of these traits are passed over.</summary>
    public RoadTraits Excluded { get; init; } = RoadTraits.Motorway | RoadTraits.Tunnel | RoadTraits.Ferry;
}

/// <summary>
/// Brings points onto the nearest place of a permitted edge of the main component, and says through which nodes, and at what
/// cost, such a place is left and reached. Safe for use by several threads.
/// </summary>
public sealed class RoadSnapper
{
    // Several times what a coordinate of seven decimals can be off by.
    private const double SameMetres = 0.05;

    private readonly RoadNetwork _network;
    private readonly int[] _levelStart;

    public RoadSnapper(RoadNetwork network)
    {
        _network = network;
        var starts = new List<int> { 0 };
        int count = network.Edges.Count;
        for (; count > 1; count = (count + RoadIndex.Fanout - 1) / RoadIndex.Fanout)
            starts.Add(starts[^1] + count);
        starts.Add(starts[^1] + count);
        _levelStart = [.. starts];
    }

    /// <param name="lon">Degrees WGS84.</param>
    /// <param name="lat">Degrees WGS84.</param>
    /// <param name="options">Null for <see cref="SnapOptions.Default"/>.</param>
    public RoadSnap Snap(double lon, double lat, SnapOptions? options = null)
    {
        options ??= SnapOptions.Default;
        if (!(Math.Abs(lon) <= 180 && Math.Abs(lat) < 90))
            return RoadSnap.None;

        var search = new Search(_network.Edges, lon * 1e7, lat * 1e7, options);
        ReadOnlySpan<int> boxes = _network.Index.Boxes.Span;
        var open = new PriorityQueue<(int Level, int Box), double>();
        int top = _levelStart.Length - 2;
        open.Enqueue((top, 0), search.DistanceToBox(boxes[(4 * _levelStart[top])..]));
        while (open.TryDequeue(out (int Level, int Box) next, out double distance) && distance <= search.Reach)
        {
            if (next.Level == 0)
            {
                search.Try(next.Box);
                continue;
            }

            int below = _levelStart[next.Level - 1];
            int end = Math.Min((next.Box + 1) * RoadIndex.Fanout, _levelStart[next.Level] - below);
            for (int child = next.Box * RoadIndex.Fanout; child < end; child++)
            {
                double away = search.DistanceToBox(boxes[(4 * (below + child))..]);
                if (away <= search.Reach)
                    open.Enqueue((next.Level - 1, child), away);
            }
        }

        return search.Result();
    }

    /// <summary>Nodes through which a trip from a snapped place goes on. Empty for a place that is not snapped.</summary>
    public IReadOnlyList<SnapLink> Departures(RoadSnap snap)
    {
        if (snap.Status != SnapStatus.Ok)
            return [];
        RoadEdges edges = _network.Edges;
        var links = new List<SnapLink>();
        int forward = edges.ForwardHead.Span[snap.Edge];
        int backward = edges.BackwardHead.Span[snap.Edge];
        if (forward >= 0)
            links.Add(new SnapLink(forward, Part(snap.Edge, edges.ForwardDeciseconds, 1 - snap.Fraction)));
        if (backward >= 0)
            links.Add(new SnapLink(backward, Part(snap.Edge, edges.BackwardDeciseconds, snap.Fraction)));
        AddJunction(links, snap);
        return links;
    }

    /// <summary>Nodes through which a trip to a snapped place arrives. Empty for a place that is not snapped.</summary>
    public IReadOnlyList<SnapLink> Arrivals(RoadSnap snap)
    {
        if (snap.Status != SnapStatus.Ok)
            return [];
        RoadEdges edges = _network.Edges;
        var links = new List<SnapLink>();
        ReadOnlySpan<int> first = edges.FirstArc.Span;
        foreach (int arc in edges.Arcs.Span[first[snap.Edge]..first[snap.Edge + 1]])
        {
            bool along = (_network.Graph.ArcEdge.Span[arc] & 1) == 0;
            ReadOnlyMemory<int> deciseconds = along ? edges.ForwardDeciseconds : edges.BackwardDeciseconds;

            // An arc may take longer than its edge: who enters it has turned round.
            int turned = _network.Graph.Deciseconds.Span[arc] - deciseconds.Span[snap.Edge];
            long weight = Part(snap.Edge, deciseconds, along ? snap.Fraction : 1 - snap.Fraction) + RoadWeight.Pack(turned, 0);
            links.Add(new SnapLink(_network.Graph.TailOf(arc), weight));
        }

        AddJunction(links, snap);
        return links;
    }

    /// <summary>
    /// Weight of staying on the edge that both places lie on; <see cref="RoadWeight.Unreached"/> when they lie on different edges or
    /// the direct way is against a one-way street. A trip through the network may still be faster: take the lesser.
    /// </summary>
    public long SameEdge(RoadSnap from, RoadSnap to)
    {
        long best = RoadWeight.Unreached;
        if (from.Status != SnapStatus.Ok || to.Status != SnapStatus.Ok || from.Edge != to.Edge)
            return best;
        double part = to.Fraction - from.Fraction;
        if (part >= 0 && _network.Edges.ForwardHead.Span[from.Edge] >= 0)
            best = Part(from.Edge, _network.Edges.ForwardDeciseconds, part);
        if (part <= 0 && _network.Edges.BackwardHead.Span[from.Edge] >= 0)
            best = Math.Min(best, Part(from.Edge, _network.Edges.BackwardDeciseconds, -part));
        return best;
    }

    /// <summary>Name of the road a point was snapped to; empty when it has none or the point was not snapped.</summary>
    public string RoadOf(RoadSnap snap) => snap.Status == SnapStatus.Ok ? _network.Edges.NameOf(snap.Edge) : "";

    private long Part(int edge, ReadOnlyMemory<int> deciseconds, double share) => RoadWeight.Pack(
        (int)Math.Round(deciseconds.Span[edge] * share),
        (int)Math.Round(_network.Edges.Decimetres.Span[edge] * share));

    /// <summary>
    /// A place exactly at a junction belongs to all its roads, whichever of them it was snapped to: it is left and reached through
    /// the junction itself and each of its copies, which are neighbours and share the node's id.
    /// </summary>
    private void AddJunction(List<SnapLink> links, RoadSnap snap)
    {
        if (snap.Fraction is not (0 or 1))
            return;
        RoadGraph graph = _network.Graph;
        int node = JunctionOf(snap);
        ReadOnlySpan<long> ids = graph.NodeOsmId.Span;
        int first = node;
        while (first > 0 && ids[first - 1] == ids[node])
            first--;
        for (int copy = first; copy < ids.Length && ids[copy] == ids[node]; copy++)
            links.Add(new SnapLink(copy, 0));
    }

    private int JunctionOf(RoadSnap snap)
    {
        RoadEdges edges = _network.Edges;
        int head = (snap.Fraction == 0 ? edges.BackwardHead : edges.ForwardHead).Span[snap.Edge];
        return head >= 0 ? head : _network.Graph.TailOf(edges.Arcs.Span[edges.FirstArc.Span[snap.Edge]]);
    }

    /// <summary>The nearest place found so far. Distances in the plane that touches the Earth at the point.</summary>
    private ref struct Search(RoadEdges edges, double lon, double lat, SnapOptions options)
    {
        private readonly EarthMetric _metric = EarthMetric.At(lat);
        private readonly ReadOnlySpan<int> _firstPoint = edges.FirstPoint.Span;
        private readonly ReadOnlySpan<int> _lon = edges.PointLon.Span;
        private readonly ReadOnlySpan<int> _lat = edges.PointLat.Span;
        private readonly ReadOnlySpan<ushort> _traits = edges.Traits.Span;
        private int _edge = -1;
        private int _segment;
        private double _along;

        /// <summary>Metres: nothing farther is of interest.</summary>
        public double Reach { get; private set; } = options.CapMetres;

        public readonly double DistanceToBox(ReadOnlySpan<int> box)
        {
            double dx = Math.Max(0, Math.Max(box[0] - lon, lon - box[2])) * _metric.MetresPerLon;
            double dy = Math.Max(0, Math.Max(box[1] - lat, lat - box[3])) * _metric.MetresPerLat;
            return Math.Sqrt((dx * dx) + (dy * dy));
        }

        public void Try(int edge)
        {
            var traits = (RoadTraits)_traits[edge];
            if (!traits.HasFlag(RoadTraits.MainComponent) || (traits & options.Excluded) != RoadTraits.None)
                return;
            for (int p = _firstPoint[edge] + 1; p < _firstPoint[edge + 1]; p++)
            {
                double ax = (_lon[p - 1] - lon) * _metric.MetresPerLon;
                double ay = (_lat[p - 1] - lat) * _metric.MetresPerLat;
                double dx = ((_lon[p] - lon) * _metric.MetresPerLon) - ax;
                double dy = ((_lat[p] - lat) * _metric.MetresPerLat) - ay;
                double square = (dx * dx) + (dy * dy);
                double along = square > 0 ? Math.Clamp(-((ax * dx) + (ay * dy)) / square, 0, 1) : 0;
                double distance = Math.Sqrt(Math.Pow(ax + (along * dx), 2) + Math.Pow(ay + (along * dy), 2));

                // Of equally near edges the first, so that the answer does not hang on the order of the search.
                if (distance < Reach || (distance == Reach && (_edge < 0 || edge < _edge)))
                    (Reach, _edge, _segment, _along) = (distance, edge, p, along);
            }
        }

        /// <summary>A whole end where it is as near as coordinates can tell, so that a junction's place is at the junction however it was rounded.</summary>
        private static double FractionOf(double before, double total)
        {
            if (before < SameMetres && before <= total - before)
                return 0;
            return total - before < SameMetres ? 1 : before / total;
        }

        public readonly RoadSnap Result()
        {
            if (_edge < 0)
                return RoadSnap.None;
            double before = 0;
            double total = 0;
            for (int p = _firstPoint[_edge] + 1; p < _firstPoint[_edge + 1]; p++)
            {
                double length = EarthMetric.Distance(_lon[p - 1], _lat[p - 1], _lon[p], _lat[p]);
                before += p < _segment ? length : 0;
                before += p == _segment ? length * _along : 0;
                total += length;
            }

            double x = _lon[_segment - 1] + (((double)_lon[_segment] - _lon[_segment - 1]) * _along);
            double y = _lat[_segment - 1] + (((double)_lat[_segment] - _lat[_segment - 1]) * _along);
            return new RoadSnap(SnapStatus.Ok, _edge, FractionOf(before, total), x / 1e7, y / 1e7, Reach) { PlaceLon = lon / 1e7, PlaceLat = lat / 1e7 };
        }
    }
}
