namespace CentriFamiglia.Coverage.Travel;

/// <summary>The localities nearest to a place, found in a grid of longitude and latitude.</summary>
internal sealed class LocalityIndex
{
    private const double Cell = 0.04;

    /// <summary>Shorter than the side of a cell anywhere up to 50 degrees of latitude, on the sphere of radius one.</summary>
    private static readonly double _leastSide = double.DegreesToRadians(Cell) * 0.64;

    private readonly UnitVector[] _positions;
    private readonly int[][] _cells;
    private readonly double _west, _south;
    private readonly int _columns, _rows;

    public LocalityIndex(ImmutableArray<Locality> localities)
    {
        _positions = [.. localities.Select(l => UnitVector.From(l.Lon, l.Lat))];
        (_west, _south) = (localities.Min(l => l.Lon), localities.Min(l => l.Lat));
        (_columns, _rows) = (1 + (int)((localities.Max(l => l.Lon) - _west) / Cell), 1 + (int)((localities.Max(l => l.Lat) - _south) / Cell));
        var cells = new List<int>[_columns * _rows];
        for (int i = 0; i < localities.Length; i++)
            (cells[CellOf(localities[i].Lon, localities[i].Lat)] ??= []).Add(i);
        _cells = [.. cells.Select(c => c?.ToArray() ?? [])];
    }

    /// <summary>Fills the list with the nearest, the nearest first, ties by position.</summary>
    /// <param name="nearest">Positions of localities and squares of the straight lines to them; as many as there is room for, at most all.</param>
    public int Find(double lon, double lat, Span<(int Locality, double SquaredChord)> nearest)
    {
        UnitVector at = UnitVector.From(lon, lat);
        int centre = CellOf(lon, lat), found = 0;
        bool outside = lon < _west || lat < _south || lon > _west + (_columns * Cell) || lat > _south + (_rows * Cell) || lat > 50;
        if (outside)
        {
            for (int i = 0; i < _positions.Length; i++)
                found = Take(i, at, nearest, found);
            return found;
        }

        (int x, int y) = (centre % _columns, centre / _columns);
        for (int ring = 0; ring <= Math.Max(_columns, _rows); ring++)
        {
            double beyond = (ring - 1) * _leastSide;
            if (found == nearest.Length && beyond > 0 && beyond * beyond > nearest[^1].SquaredChord)
                break;
            for (int row = Math.Max(0, y - ring); row <= Math.Min(_rows - 1, y + ring); row++)
            {
                int step = Math.Abs(row - y) == ring ? 1 : 2 * ring;
                for (int column = x - ring; column <= x + ring; column += Math.Max(1, step))
                {
                    if (column < 0 || column >= _columns)
                        continue;
                    foreach (int i in _cells[(row * _columns) + column])
                        found = Take(i, at, nearest, found);
                }
            }
        }

        return found;
    }

    private int Take(int locality, in UnitVector at, Span<(int Locality, double SquaredChord)> nearest, int found)
    {
        (int Locality, double SquaredChord) offer = (locality, Geodesy.SquaredChord(at, _positions[locality]));
        int place = found;
        while (place > 0 && (nearest[place - 1].SquaredChord, nearest[place - 1].Locality).CompareTo((offer.SquaredChord, locality)) > 0)
            place--;
        if (place >= nearest.Length)
            return found;
        found = Math.Min(found + 1, nearest.Length);
        nearest[place..(found - 1)].CopyTo(nearest[(place + 1)..found]);
        nearest[place] = offer;
        return found;
    }

    private int CellOf(double lon, double lat) =>
        (Math.Clamp((int)((lat - _south) / Cell), 0, _rows - 1) * _columns) + Math.Clamp((int)((lon - _west) / Cell), 0, _columns - 1);
}
