namespace CentriFamiglia.Coverage.Travel;

/// <summary>Straight-line distances on a sphere of radius 6,371.0088 km (mean radius R1 of GRS80); within 0.3 % of the ellipsoid.</summary>
public static class Geodesy
{
    public const double EarthRadiusKm = 6371.0088;

    /// <summary>Great-circle distance, km.</summary>
    public static double DistanceKm(double lon1, double lat1, double lon2, double lat2) =>
        DistanceKm(UnitVector.From(lon1, lat1), UnitVector.From(lon2, lat2));

    /// <summary>Great-circle distance, km; symmetric to the last bit.</summary>
    public static double DistanceKm(in UnitVector a, in UnitVector b)
    {
        double halfChord = Math.Sqrt(SquaredChord(a, b)) / 2;
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, halfChord));
    }

    /// <summary>Square of the straight line through the sphere of radius one: in the order of the distances, and quicker to tell.</summary>
    public static double SquaredChord(in UnitVector a, in UnitVector b)
    {
        double dx = a.X - b.X, dy = a.Y - b.Y, dz = a.Z - b.Z;
        return (dx * dx) + (dy * dy) + (dz * dz);
    }
}

/// <summary>A point of the sphere as a vector of length one.</summary>
public readonly record struct UnitVector(double X, double Y, double Z)
{
    /// <param name="lon">WGS84 degrees.</param>
    /// <param name="lat">WGS84 degrees.</param>
    public static UnitVector From(double lon, double lat)
    {
        (double sinLon, double cosLon) = Math.SinCos(double.DegreesToRadians(lon));
        (double sinLat, double cosLat) = Math.SinCos(double.DegreesToRadians(lat));
        return new UnitVector(cosLat * cosLon, cosLat * sinLon, sinLat);
    }
}
