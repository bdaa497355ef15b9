using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Geodata.Simplification;

/// <summary>
/// Simplifies polygons that share their boundaries as one coverage. All boundaries form one graph in which every vertex stands
/// once; only vertices with exactly two neighbours may go, and a vertex that goes leaves every ring that holds it. So neighbours
/// stay neighbours, and no gap or overlap can appear that the input did not have.
/// <para>
/// The order of removal is by effective area (Visvalingam and Whyatt 1993, "Line generalisation by repeated elimination of
/// points"). A vertex stays when the triangle it spans with its neighbours holds any other vertex or a kept point (so no line
/// crosses another and no kept point changes side), and when its two neighbours are already joined (so no ring collapses).
/// </para>
/// </summary>
public sealed class CoverageSimplifier
{
    private readonly Dictionary<GridPoint, int> _ids = [];
    private readonly List<GridPoint> _points = [];
    private readonly List<List<int>> _neighbours = [];
    private readonly List<double> _limit = [];
    private readonly PointGrid _grid = new();
    private readonly List<List<List<int[]>>> _polygons = [];

    /// <summary>Adds the vertices of one polygon or multipolygon, WGS84, rounded to the grid.</summary>
    /// <param name="geometry">Polygon or MultiPolygon that shares exact vertices with its neighbours.</param>
    /// <param name="maximumAreaSquareMetres">Largest triangle that may be cut off this boundary, m2.</param>
    /// <param name="maximumShareOfRing">The same as a share of the ring's own area, so that small exclaves keep their shape.</param>
    public void Add(Geometry geometry, double maximumAreaSquareMetres, double maximumShareOfRing)
    {
        var parts = new List<List<int[]>>();
        for (int i = 0; i < geometry.NumGeometries; i++)
        {
            var polygon = (Polygon)geometry.GetGeometryN(i);
            parts.Add([.. new[] { polygon.ExteriorRing }.Concat(polygon.InteriorRings)
                .Select(ring => AddRing(ring, maximumAreaSquareMetres, maximumShareOfRing))]);
        }

        _polygons.Add(parts);
    }

    /// <summary>A point that must stay on its side of every boundary, e.g. a seat. WGS84 degrees.</summary>
    public void Keep(double lon, double lat) => _grid.Add(GridPoint.From(lon, lat));

    /// <summary>Removes what may go and gives the polygons back in the order in which they were added.</summary>
    public IReadOnlyList<Geometry> Simplify(GeometryFactory factory)
    {
        bool[] removed = RemoveVertices();
        return [.. _polygons.Select(parts => Rebuild(parts, removed, factory))];
    }

    private int[] AddRing(LineString ring, double maximumArea, double maximumShare)
    {
        var ids = new List<int>();
        foreach (Coordinate c in ring.Coordinates.AsSpan(0, ring.NumPoints - 1))
        {
            int id = Id(GridPoint.From(c.X, c.Y));
            if (ids.Count == 0 || ids[^1] != id)
                ids.Add(id);
        }

        while (ids.Count > 1 && ids[^1] == ids[0])
            ids.RemoveAt(ids.Count - 1);
        double twice = 0;
        for (int i = 0; i < ids.Count; i++)
        {
            int a = ids[i], b = ids[(i + 1) % ids.Count];
            Join(a, b);
            twice += ((double)_points[a].X * _points[b].Y) - ((double)_points[b].X * _points[a].Y);
        }

        double limit = Math.Min(maximumArea, maximumShare * Math.Abs(twice) / 2 * GridPoint.CellSquareMetres);
        foreach (int id in ids)
            _limit[id] = Math.Min(_limit[id], limit);
        return [.. ids];
    }

    private int Id(GridPoint point)
    {
        if (_ids.TryGetValue(point, out int id))
            return id;
        id = _points.Count;
        _ids.Add(point, id);
        _points.Add(point);
        _neighbours.Add([]);
        _limit.Add(double.PositiveInfinity);
        _grid.Add(point);
        return id;
    }

    private void Join(int a, int b)
    {
        if (_neighbours[a].Contains(b))
            return;
        _neighbours[a].Add(b);
        _neighbours[b].Add(a);
    }

    private bool[] RemoveVertices()
    {
        var removed = new bool[_points.Count];
        var queue = new PriorityQueue<(int Vertex, int A, int B), (long Area, int Vertex)>();
        for (int v = 0; v < _points.Count; v++)
            Enqueue(queue, v);
        while (queue.TryDequeue(out (int Vertex, int A, int B) entry, out (long Area, int Vertex) key))
        {
            int v = entry.Vertex;
            List<int> around = _neighbours[v];
            bool stale = removed[v] || around[0] != entry.A || around[1] != entry.B;
            if (stale || key.Area * 0.5 * GridPoint.CellSquareMetres > _limit[v] || !MayGo(v))
                continue;
            removed[v] = true;
            _grid.Remove(_points[v]);
            Relink(around[0], v, around[1]);
            Relink(around[1], v, around[0]);
            Enqueue(queue, around[0]);
            Enqueue(queue, around[1]);
        }

        return removed;
    }

    private void Enqueue(PriorityQueue<(int Vertex, int A, int B), (long Area, int Vertex)> queue, int v)
    {
        if (_neighbours[v] is not [int a, int b])
            return;
        queue.Enqueue((v, a, b), (Math.Abs(GridPoint.Cross(_points[a], _points[v], _points[b])), v));
    }

    private bool MayGo(int v)
    {
        int a = _neighbours[v][0], b = _neighbours[v][1];
        return !_neighbours[a].Contains(b) && !_grid.AnyInTriangle(_points[a], _points[v], _points[b]);
    }

    private void Relink(int vertex, int from, int to) => _neighbours[vertex][_neighbours[vertex].IndexOf(from)] = to;

    private Geometry Rebuild(List<List<int[]>> parts, bool[] removed, GeometryFactory factory)
    {
        Polygon[] polygons = [.. parts.Select(rings =>
        {
            LinearRing[] kept = [.. rings.Select(ring => Ring(ring, removed, factory))];
            return factory.CreatePolygon(kept[0], kept[1..]);
        })];
        Geometry geometry = polygons.Length == 1 ? polygons[0] : factory.CreateMultiPolygon(polygons);
        geometry.Normalize();
        return geometry;
    }

    private LinearRing Ring(int[] ids, bool[] removed, GeometryFactory factory)
    {
        List<Coordinate> kept = [.. ids.Where(id => !removed[id]).Select(id => _points[id].ToCoordinate())];
        kept.Add(kept[0].Copy());
        return factory.CreateLinearRing([.. kept]);
    }
}
