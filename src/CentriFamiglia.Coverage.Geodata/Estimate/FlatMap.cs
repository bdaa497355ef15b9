using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Geodata.Estimate;

/// <summary>Lombardia laid flat: km east and north, true along the parallel of its middle and within 2 % anywhere in it.</summary>
internal static class FlatMap
{
    private const double KmPerDegreeLat = 111.195, MiddleLatitude = 45.6, MiddleLongitude = 9.5;

    private static readonly double _kmPerDegreeLon = KmPerDegreeLat * Math.Cos(double.DegreesToRadians(MiddleLatitude));

    /// <param name="lon">WGS84 degrees.</param>
    /// <param name="lat">WGS84 degrees.</param>
    public static Coordinate Of(double lon, double lat) => new((lon - MiddleLongitude) * _kmPerDegreeLon, (lat - MiddleLatitude) * KmPerDegreeLat);
}
