using System.Text;

namespace CentriFamiglia.Coverage.Travel.Roads;

/// <summary>Kind of road, after the OpenStreetMap key <c>highway</c>.</summary>
public enum RoadClass : byte
{
    Other = 0,
    Motorway = 1,
    MotorwayLink = 2,
    Trunk = 3,
    TrunkLink = 4,
    Primary = 5,
    PrimaryLink = 6,
    Secondary = 7,
    SecondaryLink = 8,
    Tertiary = 9,
    TertiaryLink = 10,
    Unclassified = 11,
    Residential = 12,
    LivingStreet = 13,
    Service = 14,
    Track = 15,
    Pedestrian = 16,
    Footway = 17,
    Path = 18,
    Steps = 19,
    Cycleway = 20,
    Ferry = 21,
}

/// <summary>Properties of an edge that snapping, drawing and reports need.</summary>
[Flags]
public enum RoadTraits : ushort
{
    None = 0,
    Tunnel = 1,
    Bridge = 2,

    /// <summary>Motorway, motorway ramp, or any road tagged <c>motorroad=yes</c>.</summary>
    Motorway = 4,
    Ferry = 8,
    Roundabout = 16,

    /// <summary>Both ends lie in the main component: a trip may start and end here.</summary>
    MainComponent = 32,

    /// <summary>Open only to those who have their destination there.</summary>
    Restricted = 64,
    Urban = 128,
    Unpaved = 256,
    Toll = 512,
}

/// <summary>
/// The pieces of road between junctions, in the order of a Hilbert curve of their boxes' centres. An edge that may be used both ways
/// has arcs both ways; next to a split junction it has several arcs one way, which differ in their tail only. E edges, P points.
/// </summary>
public sealed record RoadEdges
{
    /// <summary>E: node that driving along the geometry arrives at; -1 when that is forbidden.</summary>
    public required ReadOnlyMemory<int> ForwardHead { get; init; }

    /// <summary>E: node that driving against the geometry arrives at; -1 when that is forbidden.</summary>
    public required ReadOnlyMemory<int> BackwardHead { get; init; }

    /// <summary>E: tenths of a second along the geometry; -1 when forbidden.</summary>
    public required ReadOnlyMemory<int> ForwardDeciseconds { get; init; }

    /// <summary>E: tenths of a second against the geometry; -1 when forbidden.</summary>
    public required ReadOnlyMemory<int> BackwardDeciseconds { get; init; }

    /// <summary>E: length, 1 or more.</summary>
    public required ReadOnlyMemory<int> Decimetres { get; init; }

    /// <summary>E + 1 offsets into <see cref="Arcs"/>.</summary>
    public required ReadOnlyMemory<int> FirstArc { get; init; }

    /// <summary>m: the arcs of each edge, ascending inside an edge.</summary>
    public required ReadOnlyMemory<int> Arcs { get; init; }

    /// <summary>E + 1 offsets into <see cref="PointLon"/> and <see cref="PointLat"/>; each edge has both its ends, so two points or more.</summary>
    public required ReadOnlyMemory<int> FirstPoint { get; init; }

    /// <summary>P: longitude, 1e-7 degrees, WGS84.</summary>
    public required ReadOnlyMemory<int> PointLon { get; init; }

    /// <summary>P: latitude, 1e-7 degrees, WGS84.</summary>
    public required ReadOnlyMemory<int> PointLat { get; init; }

    /// <summary>E: <see cref="RoadClass"/>.</summary>
    public required ReadOnlyMemory<byte> Class { get; init; }

    /// <summary>E: <see cref="RoadTraits"/>.</summary>
    public required ReadOnlyMemory<ushort> Traits { get; init; }

    /// <summary>E: number of the name; 0 is "no name".</summary>
    public required ReadOnlyMemory<int> Name { get; init; }

    /// <summary>E: id of the OpenStreetMap way.</summary>
    public required ReadOnlyMemory<long> WayOsmId { get; init; }

    /// <summary>One more than the names: offsets into <see cref="NameText"/>.</summary>
    public required ReadOnlyMemory<int> FirstNameByte { get; init; }

    /// <summary>Names in UTF-8, one after the other.</summary>
    public required ReadOnlyMemory<byte> NameText { get; init; }

    public int Count => Decimetres.Length;

    /// <summary>Name of the road, else its number (<c>SP 12</c>); empty when it has neither.</summary>
    public string NameOf(int edge)
    {
        int name = Name.Span[edge];
        ReadOnlySpan<int> first = FirstNameByte.Span;
        return Encoding.UTF8.GetString(NameText.Span[first[name]..first[name + 1]]);
    }
}
