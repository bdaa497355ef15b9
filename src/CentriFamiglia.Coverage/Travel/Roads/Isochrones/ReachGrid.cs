using System.Numerics;
using System.Runtime.InteropServices;

namespace CentriFamiglia.Coverage.Travel.Roads.Isochrones;

/// <summary>
/// Times on a square grid over the roads that were reached: a vertex has the least time of any road in the four cells around it, so
/// that a marked place lies inside the contour of its time and no contour runs farther than two cells from a marked place. Cells are
/// marked first, by any number of threads, and spread to the vertices afterwards.
/// </summary>
internal sealed class ReachGrid
{
    private const int Margin = 3;

    private readonly double _west;
    private readonly double _south;
    private readonly double _cellsPerLon;
    private readonly double _cellsPerLat;
    private readonly int[] _deciseconds;

    /// <param name="box">West, south, east, north of what will be marked, 1e-7 degrees.</param>
    /// <param name="leastCellMetres">Side of a cell; greater where the grid would have more than <paramref name="mostVertices"/>.</param>
    /// <param name="mostVertices">Bound of memory and time.</param>
    /// <param name="unreached">Tenths of a second of a vertex with no road about it.</param>
    public ReachGrid((int West, int South, int East, int North) box, double leastCellMetres, int mostVertices, int unreached)
    {
        EarthMetric metric = EarthMetric.At((box.South + (double)box.North) / 2);
        double width = (box.East - (double)box.West) * metric.MetresPerLon;
        double height = (box.North - (double)box.South) * metric.MetresPerLat;
        double cellMetres = Math.Max(leastCellMetres, Math.Sqrt(width * height / mostVertices));
        (_cellsPerLon, _cellsPerLat) = (metric.MetresPerLon / cellMetres, metric.MetresPerLat / cellMetres);
        Columns = (int)(width / cellMetres) + (2 * Margin) + 1;
        Rows = (int)(height / cellMetres) + (2 * Margin) + 1;
        _west = box.West - (Margin / _cellsPerLon);
        _south = box.South - (Margin / _cellsPerLat);
        _deciseconds = GC.AllocateUninitializedArray<int>(Columns * Rows);
        Array.Fill(_deciseconds, unreached);
    }

    public int Columns { get; }

    public int Rows { get; }

    /// <summary>Tenths of a second row by row from the south-west; of cells before <see cref="Spread"/>, of vertices after it.</summary>
    public ReadOnlySpan<int> Deciseconds => _deciseconds;

    /// <summary>Degrees of a place in units of cells.</summary>
    public (double Lon, double Lat) Degrees(double column, double row) => (
        (_west + (column / _cellsPerLon)) / 1e7,
        (_south + (row / _cellsPerLat)) / 1e7);

    /// <summary>A place in units of cells.</summary>
    /// <param name="lon">1e-7 degrees.</param>
    /// <param name="lat">1e-7 degrees.</param>
    public (double Column, double Row) Cells(double lon, double lat) => ((lon - _west) * _cellsPerLon, (lat - _south) * _cellsPerLat);

    /// <summary>Safe for use by several threads.</summary>
    /// <param name="column">Inside the box, units of cells.</param>
    /// <param name="row">Inside the box, units of cells.</param>
    /// <param name="deciseconds">Time at which this place is reached.</param>
    public void Mark(double column, double row, int deciseconds)
    {
        ref int cell = ref _deciseconds[((int)row * Columns) + (int)column];
        int known = cell;
        while (deciseconds < known)
        {
            int seen = Interlocked.CompareExchange(ref cell, deciseconds, known);
            if (seen == known)
                return;
            known = seen;
        }
    }

    /// <summary>Gives each vertex the least time of the four cells around it; the cell north-east of a vertex has its number.</summary>
    public void Spread()
    {
        // From the end, so that cells are read before they are overwritten. The margin keeps rows from running into one another.
        ref int first = ref MemoryMarshal.GetArrayDataReference(_deciseconds);
        int at = _deciseconds.Length;
        while (at - Vector<int>.Count > Columns)
        {
            at -= Vector<int>.Count;
            Vector<int> north = Vector.Min(Vector.LoadUnsafe(ref first, (nuint)at), Vector.LoadUnsafe(ref first, (nuint)(at - 1)));
            Vector<int> south = Vector.Min(Vector.LoadUnsafe(ref first, (nuint)(at - Columns)), Vector.LoadUnsafe(ref first, (nuint)(at - Columns - 1)));
            Vector.Min(north, south).StoreUnsafe(ref first, (nuint)at);
        }
    }
}
