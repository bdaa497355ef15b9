using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Geodata.Estimate;

/// <summary>
/// Makes the ground of the estimate from the localities of 2011. Steepness is the slope of the plane that fits the altitudes of the
/// localities around the cell's centre, weighted by a Gaussian of 2 km; emptiness the distance to the nearest locality.
/// </summary>
internal static class GroundBuilder
{
    private const double KernelKm = 2, KmPerDegreeLat = 111.195, MiddleLatitude = 45.6;

    /// <summary>Added to the spread of the localities (km2), so that localities in one line do not make a cliff beside it.</summary>
    private const double SpreadFloor = 0.1;

    private static readonly double KmPerDegreeLon = KmPerDegreeLat * Math.Cos(double.DegreesToRadians(MiddleLatitude));

    public static TravelEstimateGround Build(ImmutableArray<Place> localities)
    {
        Place[] known = [.. localities.Where(p => p.AltitudeMetres is not null)];
        double west = Math.Floor(known.Min(p => p.Lon) * 10) / 10, south = Math.Floor(known.Min(p => p.Lat) * 10) / 10;
        const double CellLon = 1 / 75.0, CellLat = 0.01;
        var frame = new GroundFrame(
            west,
            south,
            CellLon,
            CellLat,
            (int)Math.Ceiling((known.Max(p => p.Lon) - west) / CellLon),
            (int)Math.Ceiling((known.Max(p => p.Lat) - south) / CellLat),
            5,
            0.2,
            40);
        Cell[][] cells = [.. Enumerable.Range(0, frame.Rows).Select(y => Enumerable.Range(0, frame.Columns)
            .Select(x => Measure(known, west + ((x + 0.5) * CellLon), south + ((y + 0.5) * CellLat))).ToArray())];
        return new TravelEstimateGround(
            frame,
            Digits(cells, c => c.Steepness / frame.SteepnessStep),
            Digits(cells, c => c.Emptiness / frame.EmptinessStepKm),
            Digits(cells, c => c.Altitude / frame.AltitudeStepMetres));
    }

    private static Cell Measure(Place[] localities, double lon, double lat)
    {
        double nearest = double.PositiveInfinity;
        double sw = 0, sx = 0, sy = 0, sh = 0, sxx = 0, syy = 0, sxy = 0, sxh = 0, syh = 0;
        foreach (Place p in localities)
        {
            double x = (p.Lon - lon) * KmPerDegreeLon, y = (p.Lat - lat) * KmPerDegreeLat, square = (x * x) + (y * y);
            nearest = Math.Min(nearest, square);

            // Far localities keep a trace of weight, so that a cell with none near has an altitude all the same.
            double w = Math.Exp(-square / (2 * KernelKm * KernelKm)) + 1e-12, h = p.AltitudeMetres!.Value;
            sw += w;
            sx += w * x;
            sy += w * y;
            sh += w * h;
            sxx += w * x * x;
            syy += w * y * y;
            sxy += w * x * y;
            sxh += w * x * h;
            syh += w * y * h;
        }

        (double mx, double my, double mh) = (sx / sw, sy / sw, sh / sw);
        double xx = (sxx / sw) - (mx * mx) + SpreadFloor, yy = (syy / sw) - (my * my) + SpreadFloor, xy = (sxy / sw) - (mx * my);
        double xh = (sxh / sw) - (mx * mh), yh = (syh / sw) - (my * mh), det = (xx * yy) - (xy * xy);
        return new Cell(double.Hypot(((yy * xh) - (xy * yh)) / det, ((xx * yh) - (xy * xh)) / det), Math.Sqrt(nearest), mh);
    }

    private static ImmutableArray<string> Digits(Cell[][] cells, Func<Cell, double> steps) =>
        [.. cells.Select(row => string.Concat(row.Select(cell =>
            TravelEstimateGround.Digits[(int)Math.Clamp(Math.Round(steps(cell)), 0, TravelEstimateGround.Digits.Length - 1)])))];

    private readonly record struct Cell(double Steepness, double Emptiness, double Altitude);
}
