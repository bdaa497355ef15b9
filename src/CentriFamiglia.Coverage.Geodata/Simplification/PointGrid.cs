namespace CentriFamiglia.Coverage.Geodata.Simplification;

/// <summary>Buckets of 0.005 degrees that answer whether a triangle holds a point other than its corners.</summary>
internal sealed class PointGrid
{
    private const int Cell = 500;
    private readonly Dictionary<(int X, int Y), List<GridPoint>> _cells = [];

    public void Add(GridPoint p)
    {
        (int X, int Y) key = (p.X / Cell, p.Y / Cell);
        if (!_cells.TryGetValue(key, out List<GridPoint>? points))
            _cells.Add(key, points = []);
        points.Add(p);
    }

    public void Remove(GridPoint p) => _cells[(p.X / Cell, p.Y / Cell)].Remove(p);

    public bool AnyInTriangle(GridPoint a, GridPoint b, GridPoint c)
    {
        int minX = Math.Min(a.X, Math.Min(b.X, c.X)), maxX = Math.Max(a.X, Math.Max(b.X, c.X));
        int minY = Math.Min(a.Y, Math.Min(b.Y, c.Y)), maxY = Math.Max(a.Y, Math.Max(b.Y, c.Y));
        for (int x = minX / Cell; x <= maxX / Cell; x++)
        {
            for (int y = minY / Cell; y <= maxY / Cell; y++)
            {
                if (_cells.TryGetValue((x, y), out List<GridPoint>? points) && points.Exists(Inside))
                    return true;
            }
        }

        return false;

        bool Inside(GridPoint p) => p != a && p != b && p != c && GridPoint.InTriangle(p, a, b, c);
    }
}
