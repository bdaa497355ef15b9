using System.Numerics;
using System.Runtime.InteropServices;

namespace CentriFamiglia.Coverage.Travel.Roads.Isochrones;

/// <summary>
/// Times on a square grid over the roads that were reached: a vertex has the least time of any road in the four cells around it, so
/// that a marked place lies inside the contour of its time and no contour runs farther than two cells from a marked place. Cells are
/// marked first, by any number of threads, and spread to the vertices afterwards. Its cells are those of the frame, whichever part of
/// it the grid covers.
/// </summary>
internal sealed class ReachGrid
{
    private const int Margin = 3;
    private const int Unreached = int.MaxValue;

    private readonly IsochroneFrame _frame;
    private readonly int _west;
    private readonly int _south;
    private readonly int[] _deciseconds;

    /// <param name="frame">Where cells lie.</param>
    /// <param name="box">West, south, east, north of what will be marked, 1e-7 degrees.</param>
    public ReachGrid(IsochroneFrame frame, (int West, int South, int East, int North) box)
    {
        _frame = frame;
        (double west, double south) = frame.Cells(box.West, box.South);
        (double east, double north) = frame.Cells(box.East, box.North);
        (_west, _south) = ((int)west - Margin, (int)south - Margin);
        (Columns, Rows) = ((int)east - _west + Margin + 1, (int)north - _south + Margin + 1);
        _deciseconds = GC.AllocateUninitializedArray<int>(checked(Columns * Rows));
        Array.Fill(_deciseconds, Unreached);
    }

    public int Columns { get; }

    public int Rows { get; }

    /// <summary>Tenths of a second row by row from the south-west; of cells before <see cref="Spread"/>, of vertices after it.</summary>
    public ReadOnlySpan<int> Deciseconds => _deciseconds;

    /// <summary>Degrees of a place a share of a cell east and north of a vertex; the same, to the bit, in every grid of the frame.</summary>
    public (double Lon, double Lat) Degrees((int Column, int Row) vertex, double east, double north) =>
        _frame.Degrees(_west + vertex.Column + east, _south + vertex.Row + north);

    /// <summary>A place in units of the frame's cells.</summary>
    /// <param name="lon">1e-7 degrees.</param>
    /// <param name="lat">1e-7 degrees.</param>
    public (double Column, double Row) Cells(double lon, double lat) => _frame.Cells(lon, lat);

    /// <summary>Safe for use by several threads.</summary>
    /// <param name="column">Inside the box, units of the frame's cells.</param>
    /// <param name="row">Inside the box, units of the frame's cells.</param>
    /// <param name="deciseconds">Time at which this place is reached.</param>
    public void Mark(double column, double row, int deciseconds)
    {
        ref int cell = ref _deciseconds[(((int)row - _south) * Columns) + (int)column - _west];
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
