using CentriFamiglia.Coverage.Formats.Crs;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>The one CRS of the store: longitude and latitude in degrees.</summary>
internal static class Wgs84
{
    public const int Epsg = 4326;

    private static readonly GeometryFactory _factory = new(new PrecisionModel(), Epsg);

    /// <param name="epsg">The CRS of <paramref name="place"/>; x is east.</param>
    /// <param name="place">Metres or degrees.</param>
    public static Coordinate From(int epsg, Coordinate place)
    {
        (double lon, double lat) = CoordinateSystems.Get(epsg).ToWgs84(place.X, place.Y);
        return new Coordinate(lon, lat);
    }

    public static Geometry From(int epsg, Geometry geometry) =>
        epsg == Epsg ? _factory.CreateGeometry(geometry) : CoordinateSystems.Get(epsg).ToWgs84(geometry);
}
