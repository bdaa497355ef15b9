using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Travel.Roads.Isochrones;

/// <summary>
/// The area where a grid is at or below a limit. Every cell is cut into two triangles, in which the contour is one straight line: rings
/// neither cross nor touch, and a contour lies inside that of any greater limit, by construction. What lies beyond the limit counts for
/// nothing, so that a contour is the same whatever else is asked.
/// </summary>
internal sealed class GridContour
{
    // Contours cross a grid line at one of 49 places, clear of the vertices: two of them there are the same point or so far apart that
    // rounding to 1e-7 degrees cannot make them touch or change sides.
    private const int Steps = 50;

    // A vertex beyond the limit counts as if it were reached this much later, tenths of a second: ten minutes.
    private const int Beyond = 6000;
    private const int Shell = -1;

    private readonly ReachGrid _grid;
    private readonly int _limit;
    private readonly int[] _step;
    private readonly List<Ring> _rings = [];

    // By the western vertex of a crossed grid line that runs east: one more than the ring that crosses it; 0 not yet known.
    private readonly int[] _ringAt;

    private GridContour(ReachGrid grid, int limit)
    {
        (_grid, _limit) = (grid, limit);
        _ringAt = new int[grid.Columns * grid.Rows];

        // The six neighbours of a vertex, anticlockwise from the east: each is the sum of the two beside it.
        _step = [1, grid.Columns + 1, grid.Columns, -1, -grid.Columns - 1, -grid.Columns];
    }

    /// <summary>MultiPolygon, WGS84, shells anticlockwise and holes clockwise; empty when nothing is within the limit.</summary>
    /// <param name="grid">Its border must be beyond the limit.</param>
    /// <param name="limit">Tenths of a second, inclusive.</param>
    public static MultiPolygon Of(ReachGrid grid, int limit)
    {
        var contour = new GridContour(grid, limit);
        for (int row = 0; row < grid.Rows; row++)
            contour.Scan(row);
        return contour.Polygons();
    }

    /// <param name="Line">Closed.</param>
    /// <param name="Owner"><see cref="Shell"/>, or the number of the shell that this hole lies in.</param>
    private readonly record struct Ring(Coordinate[] Line, int Owner);

    /// <summary>
    /// Every ring goes round some vertex, so that it crosses a grid line that runs east. The first such place of a ring is on its
    /// lowest row: coming from the west, a shell is entered there and a hole left its surroundings; and the crossing before that one
    /// belongs to the same connected area.
    /// </summary>
    private void Scan(int row)
    {
        int start = row * _grid.Columns;
        ReadOnlySpan<int> times = _grid.Deciseconds.Slice(start, _grid.Columns);
        int before = 0;
        for (int column = 0; column < times.Length - 1; column++)
        {
            bool inside = times[column] <= _limit;
            if (inside == times[column + 1] <= _limit)
                continue;
            int west = start + column;
            if (_ringAt[west] == 0)
            {
                int owner = !inside ? Shell : _rings[before].Owner == Shell ? before : _rings[before].Owner;
                _rings.Add(new Ring(inside ? Trace(west + 1, 3) : Trace(west, 0), owner));
            }

            before = _ringAt[west] - 1;
        }
    }

    /// <summary>
    /// Follows a contour with the inside on its left. It crosses from triangle to triangle between a vertex outside, on its right, and a
    /// neighbour of that vertex inside; the third vertex of the triangle ahead says which of the two gives way.
    /// </summary>
    /// <param name="outside">Vertex on the right of the first crossing.</param>
    /// <param name="direction">From it to the vertex on the left; index into the steps.</param>
    private Coordinate[] Trace(int outside, int direction)
    {
        var line = new List<Coordinate>();
        (int firstOutside, int firstDirection) = (outside, direction);
        ReadOnlySpan<int> times = _grid.Deciseconds;
        do
        {
            line.Add(Crossing(outside, direction));
            int ahead = outside + _step[(direction + 5) % 6];
            if (times[ahead] <= _limit)
                direction = (direction + 5) % 6;
            else
                (outside, direction) = (ahead, (direction + 1) % 6);
        }
        while (outside != firstOutside || direction != firstDirection);
        line.Add(line[0].Copy());
        return [.. line];
    }

    private Coordinate Crossing(int outside, int direction)
    {
        int inside = outside + _step[direction];
        (int from, int to) = (Math.Min(outside, inside), Math.Max(outside, inside));
        if (direction is 0 or 3)
            _ringAt[from] = _rings.Count + 1;

        // Times are whole tenths of a second: half of one more than the limit, and no vertex lies on the contour.
        int time = _grid.Deciseconds[inside];
        double reach = Math.Clamp(Math.Round(Steps * (_limit + 0.5 - time) / (_limit + Beyond - time)), 1, Steps - 1) / Steps;
        double share = from == inside ? reach : 1 - reach;
        (int row, int column) = Math.DivRem(from, _grid.Columns);
        double east = direction is 2 or 5 ? 0 : share;
        double north = direction is 0 or 3 ? 0 : share;
        (double lon, double lat) = _grid.Degrees((column, row), east, north);
        return new Coordinate(Math.Round(lon, 7), Math.Round(lat, 7));
    }

    private MultiPolygon Polygons()
    {
        var holesOf = new List<LinearRing>?[_rings.Count];
        foreach (Ring hole in _rings.Where(ring => ring.Owner != Shell))
            (holesOf[hole.Owner] ??= []).Add(Wgs84.Factory.CreateLinearRing(hole.Line));
        var polygons = new List<Polygon>();
        for (int ring = 0; ring < _rings.Count; ring++)
        {
            if (_rings[ring].Owner == Shell)
                polygons.Add(Wgs84.Factory.CreatePolygon(Wgs84.Factory.CreateLinearRing(_rings[ring].Line), holesOf[ring]?.ToArray()));
        }

        return Wgs84.Factory.CreateMultiPolygon([.. polygons]);
    }
}
