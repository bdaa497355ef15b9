using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Territory;

/// <summary>Shapes in WGS84 degrees, SRID 4326.</summary>
public static class Wgs84
{
    public static GeometryFactory Factory { get; } = new(new PrecisionModel(), 4326);
}
