using CentriFamiglia.Coverage.Travel.Roads.Building;

namespace CentriFamiglia.Coverage.Travel.Roads.Isochrones;

/// <summary>
/// Times on a square grid over the roads that were reached: a vertex has the least time of any road in the four cells around it, so
/// that a marked place lies inside the contour of its time and no contour runs farther than two cells from a marked place.
/// </summary>
internal sealed class ReachGrid
{
    private const int Margin = 3;

    private readonly EarthMetric _metric;
    private readonly double _cellMetres;
    private readonly double _west;
    private readonly double _south;
    private readonly int[] _deciseconds;

    /// <param name="box">West, south, east, north of what will be marked, 1e-7 degrees.</param>
    /// <param name="leastCellMetres">Side of a cell; greater where the grid would have more than <paramref name="mostVertices"/>.</param>
    /// <param name="mostVertices">Bound of memory and time.</param>
    /// <param name="unreached">Tenths of a second of a vertex with no road about it.</param>
    public ReachGrid((int West, int South, int East, int North) box, double leastCellMetres, int mostVertices, int unreached)
    {
        _metric = EarthMetric.At((box.South + (double)box.North) / 2);
        double width = (box.East - (double)box.West) * _metric.MetresPerLon;
        double height = (box.North - (double)box.South) * _metric.MetresPerLat;
        _cellMetres = Math.Max(leastCellMetres, Math.Sqrt(width * height / mostVertices));
        Columns = (int)(width / _cellMetres) + (2 * Margin) + 1;
        Rows = (int)(height / _cellMetres) + (2 * Margin) + 1;
        _west = box.West - (Margin * _cellMetres / _metric.MetresPerLon);
        _south = box.South - (Margin * _cellMetres / _metric.MetresPerLat);
        _deciseconds = new int[Columns * Rows];
        Array.Fill(_deciseconds, unreached);
    }

    public int Columns { get; }

    public int Rows { get; }

    public double CellMetres => _cellMetres;

    /// <summary>Tenths of a second at a vertex.</summary>
    public int this[int column, int row] => _deciseconds[(row * Columns) + column];

    /// <summary>Degrees of a place in units of cells.</summary>
    public (double Lon, double Lat) Degrees(double column, double row) => (
        (_west + (column * _cellMetres / _metric.MetresPerLon)) / 1e7,
        (_south + (row * _cellMetres / _metric.MetresPerLat)) / 1e7);

    /// <param name="lon">1e-7 degrees, inside the box.</param>
    /// <param name="lat">1e-7 degrees, inside the box.</param>
    /// <param name="deciseconds">Time at which this place is reached.</param>
    public void Mark(double lon, double lat, int deciseconds)
    {
        int column = (int)((lon - _west) * _metric.MetresPerLon / _cellMetres);
        int row = (int)((lat - _south) * _metric.MetresPerLat / _cellMetres);
        int at = (row * Columns) + column;
        Lower(at, deciseconds);
        Lower(at + 1, deciseconds);
        Lower(at + Columns, deciseconds);
        Lower(at + Columns + 1, deciseconds);
    }

    private void Lower(int at, int deciseconds) => _deciseconds[at] = Math.Min(_deciseconds[at], deciseconds);
}
