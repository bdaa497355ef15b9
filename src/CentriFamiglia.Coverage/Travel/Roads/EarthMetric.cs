namespace CentriFamiglia.Coverage.Travel.Roads;

/// <summary>
/// Metres per 1e-7 degree along parallel and meridian at a latitude, from the ellipsoid's two radii of curvature (WGS84). Straight
/// lines of road pieces are short enough for the plane through their middle: the error stays below a millionth.
/// </summary>
internal readonly record struct EarthMetric(double MetresPerLon, double MetresPerLat)
{
    private const double SemiMajorMetres = 6_378_137;
    private const double EccentricitySquared = 0.006_694_379_990_14;
    private const double RadiansPerUnit = Math.PI / 180 / 1e7;

    /// <param name="lat">1e-7 degrees.</param>
    public static EarthMetric At(double lat)
    {
        (double sin, double cos) = Math.SinCos(lat * RadiansPerUnit);
        double w = 1 - (EccentricitySquared * sin * sin);
        double normal = SemiMajorMetres / Math.Sqrt(w);
        double meridional = normal * (1 - EccentricitySquared) / w;
        return new EarthMetric(normal * cos * RadiansPerUnit, meridional * RadiansPerUnit);
    }

    /// <summary>Metres between two points given in 1e-7 degrees.</summary>
    public static double Distance(double lon1, double lat1, double lon2, double lat2)
    {
        EarthMetric metric = At((lat1 + lat2) / 2);
        double dx = (lon2 - lon1) * metric.MetresPerLon;
        double dy = (lat2 - lat1) * metric.MetresPerLat;
        return Math.Sqrt((dx * dx) + (dy * dy));
    }
}
