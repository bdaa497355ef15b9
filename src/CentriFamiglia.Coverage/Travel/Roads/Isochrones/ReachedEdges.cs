using System.Collections.Concurrent;
using CentriFamiglia.Coverage.Travel.Roads.Routing;

namespace CentriFamiglia.Coverage.Travel.Roads.Isochrones;

/// <summary>The roads from which a site is reached within a limit, each with the time at its ends. Works on every processor.</summary>
internal sealed class ReachedEdges
{
    private const int Never = int.MaxValue / 4;
    private const int PartSize = 1 << 15;

    private readonly RoadEdges _edges;
    private readonly int[] _timeOfNode;
    private readonly int _limit;
    private readonly ConcurrentBag<int[]> _reached = [];
    private readonly List<RoadSnap> _starts = [];
    private readonly Lock _gate = new();

    /// <param name="times">Least weight from every node to a site.</param>
    /// <param name="limit">Tenths of a second, inclusive.</param>
    public ReachedEdges(RoadNetwork network, NodeWeights times, int limit)
    {
        (_edges, _limit) = (network.Edges, limit);
        _timeOfNode = GC.AllocateUninitializedArray<int>(network.Graph.NodeCount);
        InParts(_timeOfNode.Length, (first, end) =>
        {
            for (int node = first; node < end; node++)
                _timeOfNode[node] = times.Of(node) is var weight and not RoadWeight.Unreached ? RoadWeight.Deciseconds(weight) : Never;
        });
        InParts(_edges.Count, Find);
    }

    public bool IsEmpty => _reached.IsEmpty && _starts.Count == 0;

    /// <summary>West, south, east, north of all of them, 1e-7 degrees.</summary>
    public (int West, int South, int East, int North) Box { get; private set; } = (int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);

    /// <summary>Adds the road on which a site lies: it is reached along it, not only from its ends.</summary>
    public void Start(RoadSnap site)
    {
        Widen([site.Edge]);
        _starts.Add(site);
    }

    /// <summary>The reached parts of the roads, each with its times; a road on which a site lies may come twice.</summary>
    public IEnumerable<(int Edge, EdgeTimes Times)> Roads() =>
        _reached.SelectMany(edges => edges).Order().Select(edge => (edge, TimesOn(edge)))
            .Concat(_starts.Select(site => (site.Edge, TimesOn(site, RoadWeight.Deciseconds(site.AccessWeight)))));

    /// <summary>Marks the reached parts, at least once a cell.</summary>
    public void Mark(ReachGrid grid)
    {
        Parallel.ForEach(_reached, edges => MarkAll(edges, grid));
        var roads = new Walker(_edges, grid, _limit);
        foreach (RoadSnap site in _starts)
        {
            int access = RoadWeight.Deciseconds(site.AccessWeight);
            if (access <= _limit)
            {
                (double column, double row) = grid.Cells(site.Lon * 1e7, site.Lat * 1e7);
                grid.Mark(column, row, access);
            }

            roads.Walk(site.Edge, TimesOn(site, access));
        }
    }

    private static void InParts(int count, Action<int, int> work) =>
        Parallel.For(0, (count + PartSize - 1) / PartSize, part => work(part * PartSize, Math.Min(count, (part + 1) * PartSize)));

    private void Find(int first, int end)
    {
        ReadOnlySpan<int> forward = _edges.ForwardHead.Span;
        ReadOnlySpan<int> backward = _edges.BackwardHead.Span;
        int[] found = new int[end - first];
        int count = 0;
        for (int edge = first; edge < end; edge++)
        {
            if (TimeAt(forward[edge]) <= _limit || TimeAt(backward[edge]) <= _limit)
                found[count++] = edge;
        }

        if (count == 0)
            return;
        _reached.Add(found[..count]);
        Widen(found.AsSpan(0, count));
    }

    private void MarkAll(ReadOnlySpan<int> edges, ReachGrid grid)
    {
        var roads = new Walker(_edges, grid, _limit);
        foreach (int edge in edges)
            roads.Walk(edge, TimesOn(edge));
    }

    private EdgeTimes TimesOn(int edge) => new(
        1, TimeAt(_edges.ForwardHead.Span[edge]), _edges.ForwardDeciseconds.Span[edge],
        0, TimeAt(_edges.BackwardHead.Span[edge]), _edges.BackwardDeciseconds.Span[edge]);

    private EdgeTimes TimesOn(RoadSnap site, int access) => new(
        site.Fraction, _edges.ForwardHead.Span[site.Edge] >= 0 ? access : Never, _edges.ForwardDeciseconds.Span[site.Edge],
        site.Fraction, _edges.BackwardHead.Span[site.Edge] >= 0 ? access : Never, _edges.BackwardDeciseconds.Span[site.Edge]);

    private int TimeAt(int node) => node < 0 ? Never : _timeOfNode[node];

    private void Widen(ReadOnlySpan<int> edges)
    {
        ReadOnlySpan<int> firstPoint = _edges.FirstPoint.Span;
        ReadOnlySpan<int> lons = _edges.PointLon.Span;
        ReadOnlySpan<int> lats = _edges.PointLat.Span;
        (int west, int south, int east, int north) = (int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);
        foreach (int edge in edges)
        {
            for (int point = firstPoint[edge]; point < firstPoint[edge + 1]; point++)
            {
                (west, east) = (Math.Min(west, lons[point]), Math.Max(east, lons[point]));
                (south, north) = (Math.Min(south, lats[point]), Math.Max(north, lats[point]));
            }
        }

        lock (_gate)
            Box = (Math.Min(Box.West, west), Math.Min(Box.South, south), Math.Max(Box.East, east), Math.Max(Box.North, north));
    }

    private readonly ref struct Walker(RoadEdges edges, ReachGrid grid, int limit)
    {
        private readonly ReadOnlySpan<int> _firstPoint = edges.FirstPoint.Span;
        private readonly ReadOnlySpan<int> _lon = edges.PointLon.Span;
        private readonly ReadOnlySpan<int> _lat = edges.PointLat.Span;

        public void Walk(int edge, in EdgeTimes times)
        {
            double total = Length(edge);
            double walked = 0;
            int first = _firstPoint[edge];
            (double column, double row) = grid.Cells(_lon[first], _lat[first]);
            Mark(column, row, times.At(0));
            for (int point = first + 1; point < _firstPoint[edge + 1]; point++)
            {
                (double nextColumn, double nextRow) = grid.Cells(_lon[point], _lat[point]);
                double length = Distance(nextColumn - column, nextRow - row);
                int steps = (int)length + 1;
                for (int step = 1; step <= steps; step++)
                {
                    double share = (double)step / steps;
                    double time = times.At(total > 0 ? Math.Min(1, (walked + (share * length)) / total) : 1);
                    Mark(column + (share * (nextColumn - column)), row + (share * (nextRow - row)), time);
                }

                walked += length;
                (column, row) = (nextColumn, nextRow);
            }
        }

        /// <summary>In cells.</summary>
        private double Length(int edge)
        {
            double length = 0;
            (double column, double row) = grid.Cells(_lon[_firstPoint[edge]], _lat[_firstPoint[edge]]);
            for (int point = _firstPoint[edge] + 1; point < _firstPoint[edge + 1]; point++)
            {
                (double nextColumn, double nextRow) = grid.Cells(_lon[point], _lat[point]);
                length += Distance(nextColumn - column, nextRow - row);
                (column, row) = (nextColumn, nextRow);
            }

            return length;
        }

        private void Mark(double column, double row, double time)
        {
            // Rounded up: what is a little beyond a limit is beyond it, whatever greater limit is asked too.
            if (time <= limit)
                grid.Mark(column, row, (int)Math.Ceiling(time));
        }

        private static double Distance(double columns, double rows) => Math.Sqrt((columns * columns) + (rows * rows));
    }
}
