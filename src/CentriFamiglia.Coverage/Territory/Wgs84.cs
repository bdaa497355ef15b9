using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Territory;

/// <summary>The one CRS of the domain: longitude, then latitude, in degrees.</summary>
public static class Wgs84
{
    /// <summary>Makes geometries of SRID 4326 at full precision. It may be shared: it keeps no state.</summary>
    public static GeometryFactory Factory { get; } = new(new PrecisionModel(), 4326);
}
