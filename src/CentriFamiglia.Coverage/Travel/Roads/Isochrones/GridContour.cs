using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace CentriFamiglia.Coverage.Travel.Roads.Isochrones;

/// <summary>
/// The area where a grid is at or below a limit. Every cell is cut into two triangles, in which the contour is one straight line: rings
/// neither cross nor touch, and a contour lies inside that of any greater limit on the same grid, by construction.
/// </summary>
internal sealed class GridContour
{
    // Contours cross a grid line at one of 49 places, clear of the vertices: two of them there are the same point or so far apart that
    // rounding to 1e-7 degrees cannot make them touch or change sides.
    private const int Steps = 50;
    private const int Kinds = 3;

    private static readonly GeometryFactory _factory = new(new PrecisionModel(), 4326);

    private readonly ReachGrid _grid;
    private readonly double _limit;
    private readonly Dictionary<int, int> _next = [];

    private GridContour(ReachGrid grid, int limit)
    {
        // Times are whole tenths of a second: half of one more, and no vertex lies on the contour.
        (_grid, _limit) = (grid, limit + 0.5);
    }

    /// <summary>MultiPolygon, WGS84, shells anticlockwise and holes clockwise; empty when nothing is within the limit.</summary>
    /// <param name="grid">Its border must be beyond the limit.</param>
    /// <param name="limit">Tenths of a second, inclusive.</param>
    public static MultiPolygon Of(ReachGrid grid, int limit)
    {
        var contour = new GridContour(grid, limit);
        for (int row = 0; row < grid.Rows - 1; row++)
        {
            for (int column = 0; column < grid.Columns - 1; column++)
            {
                (int, int) southWest = (column, row), southEast = (column + 1, row), northWest = (column, row + 1), northEast = (column + 1, row + 1);
                contour.Triangle(southWest, southEast, northEast);
                contour.Triangle(southWest, northEast, northWest);
            }
        }

        return contour.Polygons();
    }

    private bool Inside((int Column, int Row) vertex) => _grid[vertex.Column, vertex.Row] < _limit;

    /// <summary>Corners anticlockwise. The line runs with the inside on its left.</summary>
    private void Triangle((int, int) a, (int, int) b, (int, int) c)
    {
        switch (Inside(a), Inside(b), Inside(c))
        {
            case (true, false, false) or (false, true, true):
                Join(Side(a, b), Side(a, c), Inside(a));
                break;
            case (false, true, false) or (true, false, true):
                Join(Side(b, c), Side(b, a), Inside(b));
                break;
            case (false, false, true) or (true, true, false):
                Join(Side(c, a), Side(c, b), Inside(c));
                break;
        }
    }

    /// <summary>From the side after the odd corner to the side before it when the corner is inside; else the other way.</summary>
    private void Join(int after, int before, bool cornerInside) => _next.Add(cornerInside ? after : before, cornerInside ? before : after);

    /// <summary>Number of the grid line between two neighbours: its south-western end, and whether it runs east, north or both.</summary>
    private int Side((int Column, int Row) a, (int Column, int Row) b)
    {
        int kind = a.Row == b.Row ? 0 : a.Column == b.Column ? 1 : 2;
        return (((Math.Min(a.Row, b.Row) * _grid.Columns) + Math.Min(a.Column, b.Column)) * Kinds) + kind;
    }

    private Coordinate Crossing(int side)
    {
        int kind = side % Kinds;
        (int row, int column) = Math.DivRem(side / Kinds, _grid.Columns);
        (int columns, int rows) = (kind == 1 ? 0 : 1, kind == 0 ? 0 : 1);
        double from = _grid[column, row];
        double share = Math.Clamp(Math.Round(Steps * (_limit - from) / (_grid[column + columns, row + rows] - from)), 1, Steps - 1) / Steps;
        (double lon, double lat) = _grid.Degrees(column + (columns * share), row + (rows * share));
        return new Coordinate(Math.Round(lon, 7), Math.Round(lat, 7));
    }

    private MultiPolygon Polygons()
    {
        var shells = new List<LinearRing>();
        var holes = new List<LinearRing>();
        foreach (LinearRing ring in Rings())
            (ring.IsCCW ? shells : holes).Add(ring);

        // Rings do not cross: of the shells about a hole the smallest is its own.
        var tree = new STRtree<int>();
        for (int shell = 0; shell < shells.Count; shell++)
            tree.Insert(shells[shell].EnvelopeInternal, shell);
        var holesOf = new List<LinearRing>[shells.Count];
        foreach (LinearRing hole in holes)
        {
            int owner = tree.Query(hole.EnvelopeInternal)
                .Where(shell => PointLocation.IsInRing(hole.Coordinate, shells[shell].Coordinates))
                .MinBy(shell => shells[shell].EnvelopeInternal.Area);
            (holesOf[owner] ??= []).Add(hole);
        }

        return _factory.CreateMultiPolygon([.. shells.Select((shell, i) => _factory.CreatePolygon(shell, holesOf[i]?.ToArray()))]);
    }

    private IEnumerable<LinearRing> Rings()
    {
        foreach (int start in _next.Keys.Order().ToArray())
        {
            var ring = new List<Coordinate>();
            for (int side = start; _next.Remove(side, out int next); side = next)
                ring.Add(Crossing(side));
            if (ring.Count == 0)
                continue;
            ring.Add(ring[0].Copy());
            yield return _factory.CreateLinearRing([.. ring]);
        }
    }
}
