using CentriFamiglia.Coverage.Travel.Roads.Building;
using CentriFamiglia.Coverage.Travel.Roads.Routing;

namespace CentriFamiglia.Coverage.Travel.Roads.Isochrones;

/// <summary>The roads from which a site is reached within a limit, each with the time at its ends.</summary>
internal sealed class ReachedEdges
{
    private const int Never = int.MaxValue / 4;

    private readonly RoadEdges _edges;
    private readonly int[] _timeOfNode;
    private readonly int _limit;
    private readonly List<int> _reached = [];
    private readonly List<RoadSnap> _starts = [];

    /// <param name="network">The roads.</param>
    /// <param name="times">Least weight from every node to a site.</param>
    /// <param name="limit">Tenths of a second, inclusive.</param>
    public ReachedEdges(RoadNetwork network, NearestPlaces times, int limit)
    {
        (_edges, _limit) = (network.Edges, limit);
        _timeOfNode = new int[network.Graph.NodeCount];
        for (int node = 0; node < _timeOfNode.Length; node++)
            _timeOfNode[node] = times.Of(node).Weight is var weight and not RoadWeight.Unreached ? RoadWeight.Deciseconds(weight) : Never;
        ReadOnlySpan<int> forward = _edges.ForwardHead.Span;
        ReadOnlySpan<int> backward = _edges.BackwardHead.Span;
        for (int edge = 0; edge < forward.Length; edge++)
        {
            if (TimeAt(forward[edge]) <= limit || TimeAt(backward[edge]) <= limit)
                Add(edge);
        }
    }

    public int Count => _reached.Count + _starts.Count;

    /// <summary>West, south, east, north of all of them, 1e-7 degrees.</summary>
    public (int West, int South, int East, int North) Box { get; private set; } = (int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);

    /// <summary>Adds the road on which a site lies: it is reached along it, not only from its ends.</summary>
    public void Start(RoadSnap site)
    {
        Widen(site.Edge);
        _starts.Add(site);
    }

    /// <summary>Marks the reached parts, at least once a cell.</summary>
    public void Mark(ReachGrid grid)
    {
        var roads = new Walker(_edges, grid, _limit);
        ReadOnlySpan<int> forward = _edges.ForwardHead.Span;
        ReadOnlySpan<int> backward = _edges.BackwardHead.Span;
        ReadOnlySpan<int> along = _edges.ForwardDeciseconds.Span;
        ReadOnlySpan<int> against = _edges.BackwardDeciseconds.Span;
        foreach (int edge in _reached)
            roads.Walk(edge, new Times(1, TimeAt(forward[edge]), along[edge], 0, TimeAt(backward[edge]), against[edge]));
        foreach (RoadSnap site in _starts)
        {
            int access = RoadWeight.Deciseconds(site.AccessWeight);
            if (access <= _limit)
                grid.Mark(site.Lon * 1e7, site.Lat * 1e7, access);
            roads.Walk(site.Edge, new Times(
                site.Fraction, forward[site.Edge] >= 0 ? access : Never, along[site.Edge],
                site.Fraction, backward[site.Edge] >= 0 ? access : Never, against[site.Edge]));
        }
    }

    private int TimeAt(int node) => node < 0 ? Never : _timeOfNode[node];

    private void Add(int edge)
    {
        Widen(edge);
        _reached.Add(edge);
    }

    private void Widen(int edge)
    {
        (int west, int south, int east, int north) = Box;
        int first = _edges.FirstPoint.Span[edge];
        int end = _edges.FirstPoint.Span[edge + 1];
        foreach (int lon in _edges.PointLon.Span[first..end])
            (west, east) = (Math.Min(west, lon), Math.Max(east, lon));
        foreach (int lat in _edges.PointLat.Span[first..end])
            (south, north) = (Math.Min(south, lat), Math.Max(north, lat));
        Box = (west, south, east, north);
    }

    /// <summary>Time to a site from a place on an edge: along it to one point, or against it to another, whichever is sooner.</summary>
    private readonly record struct Times(double AlongTo, int AfterAlong, int Along, double AgainstTo, int AfterAgainst, int Against)
    {
        public double At(double share) => Math.Min(
            share <= AlongTo ? AfterAlong + ((AlongTo - share) * Along) : Never,
            share >= AgainstTo ? AfterAgainst + ((share - AgainstTo) * Against) : Never);
    }

    private readonly ref struct Walker(RoadEdges edges, ReachGrid grid, int limit)
    {
        private readonly ReadOnlySpan<int> _firstPoint = edges.FirstPoint.Span;
        private readonly ReadOnlySpan<int> _lon = edges.PointLon.Span;
        private readonly ReadOnlySpan<int> _lat = edges.PointLat.Span;
        private readonly ReadOnlySpan<int> _decimetres = edges.Decimetres.Span;

        public void Walk(int edge, Times times)
        {
            double total = _decimetres[edge] / 10.0;
            double walked = 0;
            for (int p = _firstPoint[edge] + 1; p < _firstPoint[edge + 1]; p++)
            {
                double length = EarthMetric.Distance(_lon[p - 1], _lat[p - 1], _lon[p], _lat[p]);
                int steps = (int)(length / grid.CellMetres) + 1;
                for (int step = 0; step <= steps; step++)
                {
                    double share = (double)step / steps;
                    double time = times.At(Math.Min(1, (walked + (share * length)) / total));
                    if (time <= limit)
                        grid.Mark(_lon[p - 1] + (share * (_lon[p] - (double)_lon[p - 1])), _lat[p - 1] + (share * (_lat[p] - (double)_lat[p - 1])), (int)time);
                }

                walked += length;
            }
        }
    }
}
