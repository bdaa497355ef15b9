namespace CentriFamiglia.Coverage.Travel;

/// <summary>
/// What the estimate knows of the ground: a coarse grid in longitude and latitude, made from the altitudes and positions of inhabited
/// localities. It knows no road, lake or river. Outside the grid the nearest cell holds.
/// </summary>
public sealed class TravelEstimateGround
{
    /// <summary>One character a cell: its place in this text times the layer's step is the value.</summary>
    public const string Digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+-";

    private readonly byte[] _steepness, _emptiness, _altitude;

    /// <param name="frame">Position and size of the grid.</param>
    /// <param name="steepness">Rows from south to north, a digit a cell from west to east.</param>
    /// <param name="emptiness">The same, distance to the nearest locality.</param>
    /// <param name="altitude">The same, altitude of the localities around.</param>
    /// <exception cref="FormatException">A row is missing, too long, too short, or holds another character.</exception>
    public TravelEstimateGround(
        GroundFrame frame, ImmutableArray<string> steepness, ImmutableArray<string> emptiness, ImmutableArray<string> altitude)
    {
        Frame = frame;
        (Steepness, Emptiness, Altitude) = (steepness, emptiness, altitude);
        (_steepness, _emptiness, _altitude) = (Decode(frame, steepness), Decode(frame, emptiness), Decode(frame, altitude));
    }

    public GroundFrame Frame { get; }

    public ImmutableArray<string> Steepness { get; }

    public ImmutableArray<string> Emptiness { get; }

    public ImmutableArray<string> Altitude { get; }

    /// <summary>Altitude of the localities around a place, metres: stands in where a place's own is not known.</summary>
    public double AltitudeAt(double lon, double lat)
    {
        (double x, double y) = Frame.Cell(lon, lat);
        return _altitude[((int)y * Frame.Columns) + (int)x] * Frame.AltitudeStepMetres;
    }

    /// <summary>
    /// The steepest and the emptiest cell that the straight line between two places crosses, ends included. Longer lines on the same
    /// bearing never give less; the order of the two ends does not matter.
    /// </summary>
    /// <param name="a">Grid coordinates of one end, see <see cref="GroundFrame.Cell"/>.</param>
    /// <param name="b">Grid coordinates of the other.</param>
    /// <returns>Digits: times the step of the layer they are metres per km, and km.</returns>
    public (int Steepness, int Emptiness) Crossed((double X, double Y) a, (double X, double Y) b)
    {
        if (a.CompareTo(b) > 0)
            (a, b) = (b, a);
        int columns = Frame.Columns, x = (int)a.X, y = (int)a.Y, lastX = (int)b.X, lastY = (int)b.Y;
        double dx = b.X - a.X, dy = b.Y - a.Y;
        int stepY = dy < 0 ? -1 : 1, cell = (y * columns) + x;

        // Amanatides and Woo 1987: share of the line left until it enters the next column, the next row.
        double perColumn = dx > 0 ? 1 / dx : double.PositiveInfinity, perRow = dy != 0 ? 1 / Math.Abs(dy) : double.PositiveInfinity;
        double nextColumn = dx > 0 ? (x + 1 - a.X) * perColumn : double.PositiveInfinity;
        double nextRow = dy != 0 ? (stepY > 0 ? y + 1 - a.Y : a.Y - y) * perRow : double.PositiveInfinity;
        int steps = lastX - x + Math.Abs(lastY - y);
        byte steep = _steepness[cell], empty = _emptiness[cell];
        for (; steps > 0; steps--)
        {
            if (x < lastX && (nextColumn <= nextRow || y == lastY))
            {
                x++;
                cell++;
                nextColumn += perColumn;
            }
            else
            {
                y += stepY;
                cell += stepY * columns;
                nextRow += perRow;
            }

            steep = Math.Max(steep, _steepness[cell]);
            empty = Math.Max(empty, _emptiness[cell]);
        }

        return (steep, empty);
    }

    private static byte[] Decode(GroundFrame frame, ImmutableArray<string> rows)
    {
        if (rows.Length != frame.Rows)
            throw new FormatException($"Il terreno della stima ha {rows.Length} righe invece di {frame.Rows}: rifarla con 'coverage geodata build'.");
        var cells = new byte[frame.Rows * frame.Columns];
        for (int y = 0; y < frame.Rows; y++)
        {
            for (int x = 0; x < frame.Columns; x++)
            {
                int digit = rows[y].Length == frame.Columns ? Digits.IndexOf(rows[y][x], StringComparison.Ordinal) : -1;
                if (digit < 0)
                    throw new FormatException($"La riga {y + 1} del terreno della stima è rotta: rifarla con 'coverage geodata build'.");
                cells[(y * frame.Columns) + x] = (byte)digit;
            }
        }

        return cells;
    }
}

/// <summary>Position of the ground's grid and the steps of its layers.</summary>
/// <param name="West">Longitude of the south-western corner, WGS84 degrees.</param>
/// <param name="South">Latitude of that corner.</param>
/// <param name="CellLon">Width of a cell, degrees.</param>
/// <param name="CellLat">Height of a cell, degrees.</param>
/// <param name="Columns">At least one.</param>
/// <param name="Rows">At least one.</param>
/// <param name="SteepnessStep">Metres of altitude per km for one digit.</param>
/// <param name="EmptinessStepKm">Km for one digit.</param>
/// <param name="AltitudeStepMetres">Metres for one digit.</param>
public sealed record GroundFrame(
    double West,
    double South,
    double CellLon,
    double CellLat,
    int Columns,
    int Rows,
    double SteepnessStep,
    double EmptinessStepKm,
    double AltitudeStepMetres)
{
    /// <summary>Grid coordinates: whole numbers are the south-western corners of cells. Clamped to the grid.</summary>
    public (double X, double Y) Cell(double lon, double lat) =>
        (Math.Clamp((lon - West) / CellLon, 0, Columns - 1e-9), Math.Clamp((lat - South) / CellLat, 0, Rows - 1e-9));
}
