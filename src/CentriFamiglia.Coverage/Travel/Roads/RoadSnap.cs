namespace CentriFamiglia.Coverage.Travel.Roads;

/// <summary>Whether a point could be brought onto the network.</summary>
public enum SnapStatus
{
    Ok,

    /// <summary>No permitted road within the cap, or no place at all (NaN, outside the Earth).</summary>
    NotSnapped,
}

/// <summary>Where a point joins the network.</summary>
/// <param name="Status">When not <see cref="SnapStatus.Ok"/>, edge is -1 and the numbers are zero.</param>
/// <param name="Fraction">Position along the edge's geometry, 0 at its first point, 1 at its last.</param>
/// <param name="Lon">Longitude of the position, degrees.</param>
/// <param name="Lat">Latitude of the position, degrees.</param>
/// <param name="DistanceMetres">From the point to that position, in a straight line; walked at 5 km/h.</param>
public readonly record struct RoadSnap(SnapStatus Status, int Edge, double Fraction, double Lon, double Lat, double DistanceMetres)
{
    public static RoadSnap None { get; } = new(SnapStatus.NotSnapped, -1, 0, 0, 0, 0);

    /// <summary>Places are no better known than so: nearer ones may always be walked between.</summary>
    internal const double NearMetres = 100;

    /// <summary>Longitude of the point itself, degrees.</summary>
    public double PlaceLon { get; init; }

    /// <summary>Latitude of the point itself, degrees.</summary>
    public double PlaceLat { get; init; }

    /// <summary>Weight of the access leg: walking at 5 km/h (7.2 tenths of a second per metre), both parts rounded to the nearest.</summary>
    public long AccessWeight => Walked(DistanceMetres);

    /// <summary>
    /// Weight of the straight walk to another point, where it is no longer than the two access legs, which are walked in any case, or 100
    /// metres; else, and from or to what is not snapped, <see cref="RoadWeight.Unreached"/>: a straight line may cross a river.
    /// </summary>
    public long WalkTo(in RoadSnap other)
    {
        if (Status != SnapStatus.Ok || other.Status != SnapStatus.Ok)
            return RoadWeight.Unreached;
        double metres = EarthMetric.Distance(PlaceLon * 1e7, PlaceLat * 1e7, other.PlaceLon * 1e7, other.PlaceLat * 1e7);
        return metres <= Math.Max(NearMetres, DistanceMetres + other.DistanceMetres) ? Walked(metres) : RoadWeight.Unreached;
    }

    private static long Walked(double metres) => RoadWeight.Pack((int)Math.Round(metres * 7.2), (int)Math.Round(metres * 10));
}

/// <summary>A node through which a snapped point leaves or is reached, with the weight of the part of the edge between them.</summary>
/// <param name="Node">Node of the graph.</param>
/// <param name="Weight">See <see cref="RoadWeight"/>; without the access leg.</param>
public readonly record struct SnapLink(int Node, long Weight);
