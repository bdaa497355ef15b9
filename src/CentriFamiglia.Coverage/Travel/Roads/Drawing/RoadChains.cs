using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Travel.Roads.Drawing;

/// <summary>Pieces of road put together to long lines: only then can they be made coarse.</summary>
internal sealed class RoadChains
{
    private static readonly GeometryFactory _wgs84 = new(new PrecisionModel(), 4326);

    private readonly RoadEdges _edges;
    private readonly Dictionary<(int Lon, int Lat), List<int>> _meeting = [];
    private readonly HashSet<int> _left;

    private RoadChains(RoadEdges edges, int[] chosen)
    {
        _edges = edges;
        _left = [.. chosen];
        foreach (int edge in chosen)
        {
            (int first, int last) = Points(edge);
            Meet(At(first), edge);
            Meet(At(last), edge);
        }
    }

    /// <summary>Lines that cover each edge once, from where roads meet or end to where they do again; rings last.</summary>
    /// <param name="edges">Of the network.</param>
    /// <param name="chosen">Which of them, ascending.</param>
    public static LineString[] Of(RoadEdges edges, int[] chosen)
    {
        var chains = new RoadChains(edges, chosen);
        var lines = new List<LineString>();
        foreach (int edge in chosen)
        {
            (int first, int last) = chains.Points(edge);
            if (!chains.GoesOn(chains.At(first)) || !chains.GoesOn(chains.At(last)))
                chains.Add(lines, edge, forward: !chains.GoesOn(chains.At(first)));
        }

        foreach (int edge in chosen)
            chains.Add(lines, edge, forward: true);
        return [.. lines];
    }

    private void Meet((int, int) place, int edge)
    {
        if (!_meeting.TryGetValue(place, out List<int>? edges))
            _meeting[place] = edges = [];
        edges.Add(edge);
    }

    /// <summary>Whether exactly two roads meet here, which are then one.</summary>
    private bool GoesOn((int, int) place) => _meeting[place].Count == 2;

    private void Add(List<LineString> lines, int edge, bool forward)
    {
        if (!_left.Remove(edge))
            return;
        var points = new List<Coordinate>();
        (int Lon, int Lat) end = Append(points, edge, forward);
        while (GoesOn(end))
        {
            int next = _meeting[end].FirstOrDefault(_left.Contains, -1);
            if (next < 0)
                break;
            _left.Remove(next);
            end = Append(points, next, At(Points(next).First) == end);
        }

        lines.Add(_wgs84.CreateLineString([.. points]));
    }

    /// <returns>Where the edge ends.</returns>
    private (int Lon, int Lat) Append(List<Coordinate> points, int edge, bool forward)
    {
        (int first, int last) = Points(edge);
        for (int i = 0; i <= last - first; i++)
        {
            (int lon, int lat) = At(forward ? first + i : last - i);
            var point = new Coordinate(lon / 1e7, lat / 1e7);
            if (points.Count == 0 || !points[^1].Equals2D(point))
                points.Add(point);
        }

        // A road that goes nowhere is a line of two points all the same.
        if (points.Count == 1)
            points.Add(points[0].Copy());
        return At(forward ? last : first);
    }

    private (int First, int Last) Points(int edge) => (_edges.FirstPoint.Span[edge], _edges.FirstPoint.Span[edge + 1] - 1);

    private (int Lon, int Lat) At(int point) => (_edges.PointLon.Span[point], _edges.PointLat.Span[point]);
}
