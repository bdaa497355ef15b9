using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Geodata.Simplification;

/// <summary>A vertex on the grid of 1e-5 degrees (about 1.1 m north, 0.8 m east): exact, so that equal means shared.</summary>
/// <param name="X">Longitude in units of 1e-5 degrees.</param>
/// <param name="Y">Latitude in units of 1e-5 degrees.</param>
public readonly record struct GridPoint(int X, int Y)
{
    public const double PerDegree = 1e5;

    /// <summary>Area of one grid cell at the middle latitude of Lombardia (45.6 N), m2, on a sphere of 6,371 km.</summary>
    public const double CellSquareMetres = 1.1119492664 * 1.1119492664 * 0.699663;

    public static GridPoint From(double lon, double lat) =>
        new((int)Math.Round(lon * PerDegree, MidpointRounding.AwayFromZero), (int)Math.Round(lat * PerDegree, MidpointRounding.AwayFromZero));

    public Coordinate ToCoordinate() => new(X / PerDegree, Y / PerDegree);

    /// <summary>Twice the signed area of the triangle, in grid units, exact: positive when a, b, c turn left.</summary>
    public static long Cross(GridPoint a, GridPoint b, GridPoint c) =>
        ((long)(b.X - a.X) * (c.Y - a.Y)) - ((long)(b.Y - a.Y) * (c.X - a.X));

    /// <summary>Whether p lies in the closed triangle; exact.</summary>
    public static bool InTriangle(GridPoint p, GridPoint a, GridPoint b, GridPoint c)
    {
        long u = Cross(a, b, p), v = Cross(b, c, p), w = Cross(c, a, p);
        return (u >= 0 && v >= 0 && w >= 0) || (u <= 0 && v <= 0 && w <= 0);
    }
}
