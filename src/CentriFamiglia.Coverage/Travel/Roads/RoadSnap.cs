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

    /// <summary>Weight of the access leg: walking at 5 km/h (7.2 tenths of a second per metre), both parts rounded to the nearest.</summary>
    public long AccessWeight =>
        RoadWeight.Pack((int)Math.Round(DistanceMetres * 7.2), (int)Math.Round(DistanceMetres * 10));
}

/// <summary>A node through which a snapped point leaves or is reached, with the weight of the part of the edge between them.</summary>
/// <param name="Node">Node of the graph.</param>
/// <param name="Weight">See <see cref="RoadWeight"/>; without the access leg.</param>
public readonly record struct SnapLink(int Node, long Weight);
