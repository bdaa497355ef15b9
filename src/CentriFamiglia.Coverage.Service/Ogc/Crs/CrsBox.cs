using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Ogc.Crs;

/// <summary>A box in a coordinate reference system, as the shape that it is in WGS84.</summary>
internal static class CrsBox
{
    /// <summary>Points on a side of a box that bends in WGS84: of one as wide as the region, less than a decimetre is cut.</summary>
    private const int Side = 256;

    /// <param name="text">Four numbers, or six of which the third and the sixth, heights, say nothing here.</param>
    /// <param name="crs">Gives the order of the axes.</param>
    /// <param name="field">Parameter that holds them.</param>
    /// <exception cref="InputException">They are no box.</exception>
    public static Geometry Read(string text, OgcCrs crs, string field)
    {
        const string cure = "Scrivere quattro numeri separati da virgole: i due del primo angolo, poi i due dell'angolo opposto, nell'ordine degli assi "
            + "(per esempio 9.5,45.5,10,46).";
        string[] parts = text.Split(',');
        double[] numbers = [.. parts.Select(Number)];
        if (numbers.Length is not (4 or 6) || !numbers.All(double.IsFinite))
            throw new InputException(field, $"'{Shown.Of(text)}' non è un riquadro: servono quattro numeri, o sei con le quote.", cure);
        return Of(numbers, crs, field, cure);
    }

    /// <param name="numbers">Four or six, finite.</param>
    /// <param name="crs">Gives the order of the axes.</param>
    /// <param name="field">What holds them.</param>
    /// <param name="cure">How to write them.</param>
    /// <exception cref="InputException">They are no box.</exception>
    public static Geometry Of(IReadOnlyList<double> numbers, OgcCrs crs, string field, string cure)
    {
        int second = numbers.Count / 2;
        (double a1, double b1, double a2, double b2) = (numbers[0], numbers[1], numbers[second], numbers[second + 1]);
        // The order of the axes, east first.
        (double west, double south, double east, double north) = crs.NorthFirst ? (b1, a1, b2, a2) : (a1, b1, a2, b2);
        crs.ToWgs84(a1, b1, field);
        crs.ToWgs84(a2, b2, field);
        if (south > north)
            throw new InputException(field, "il lato sud del riquadro è più a nord del lato nord.", cure);
        if (crs.InDegrees)
            return west <= east ? Box(west, south, east, north) : Wgs84.Factory.BuildGeometry([Box(west, south, 180, north), Box(-180, south, east, north)]);
        if (west > east)
            throw new InputException(field, "il lato ovest del riquadro è più a est del lato est.", cure);
        return Bent(crs, west, south, east, north, field);
    }

    /// <summary>A line or a point where two sides fall together.</summary>
    private static Geometry Box(double west, double south, double east, double north) => Wgs84.Factory.ToGeometry(new Envelope(west, east, south, north));

    private static Geometry Bent(OgcCrs crs, double west, double south, double east, double north, string field)
    {
        if (west == east || south == north)
        {
            var line = Wgs84.Factory.CreateLineString([Place(west, south), Place(east, north)]);
            return west == east && south == north ? line.StartPoint : line;
        }

        List<Coordinate> ring = [];
        for (int i = 0; i < Side; i++)
            ring.Add(Place(west + ((east - west) * i / Side), south));
        for (int i = 0; i < Side; i++)
            ring.Add(Place(east, south + ((north - south) * i / Side)));
        for (int i = 0; i < Side; i++)
            ring.Add(Place(east - ((east - west) * i / Side), north));
        for (int i = 0; i < Side; i++)
            ring.Add(Place(west, north - ((north - south) * i / Side)));
        ring.Add(ring[0].Copy());
        return Wgs84.Factory.CreatePolygon([.. ring]);

        Coordinate Place(double x, double y) => crs.NorthFirst ? crs.ToWgs84(y, x, field) : crs.ToWgs84(x, y, field);
    }

    private static double Number(string text) =>
        double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;
}
