using NetTopologySuite.Geometries.Utilities;

namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>Short distances between WGS84 places on a plane that is true around one of them: within 0.5 % up to 10 km.</summary>
internal static class Metres
{
    public const double PerDegreeLat = 111_132;

    private const double PerDegreeLonAtEquator = 111_320;

    public static double PerDegreeLon(double lat) => PerDegreeLonAtEquator * Math.Cos(lat * Math.PI / 180);

    public static double Between(double lon1, double lat1, double lon2, double lat2)
    {
        double x = (lon2 - lon1) * PerDegreeLon((lat1 + lat2) / 2);
        double y = (lat2 - lat1) * PerDegreeLat;
        return Math.Sqrt((x * x) + (y * y));
    }

    /// <summary>Metres from a point to an area; zero inside.</summary>
    public static double To(Geometry area, double lon, double lat)
    {
        AffineTransformation plane = AffineTransformation.ScaleInstance(PerDegreeLon(lat), PerDegreeLat);
        Geometry point = plane.Transform(area.Factory.CreatePoint(new Coordinate(lon, lat)));
        return plane.Transform(area).Distance(point);
    }
}
