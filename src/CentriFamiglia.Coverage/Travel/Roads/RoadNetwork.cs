using System.Text.Json.Serialization;

namespace CentriFamiglia.Coverage.Travel.Roads;

/// <summary>A road network for one mode of travel: graph, the roads it was made from, the index for snapping, and where it all comes from.</summary>
public sealed record RoadNetwork(RoadGraph Graph, RoadEdges Edges, RoadIndex Index, RoadNetworkInfo Info);

/// <summary>
/// Packed tree of boxes over the edges: level 0 has one box per edge, each box of a higher level covers the next
/// <see cref="Fanout"/> boxes of the level below, up to a single box. A box is four ints (west, south, east, north, 1e-7 degrees);
/// levels follow one another in <see cref="Boxes"/>.
/// </summary>
/// <param name="Boxes">4 x the number of boxes of all levels.</param>
public sealed record RoadIndex(ReadOnlyMemory<int> Boxes)
{
    public const int Fanout = 16;
}

/// <summary>What every result that rests on a network must be able to say of it.</summary>
public sealed record RoadNetworkInfo
{
    /// <summary>What the licence asks to be shown beside every figure and map.</summary>
    public const string OpenStreetMapAttribution = "© OpenStreetMap contributors";

    /// <summary>Name of the file the network was built from, without folder.</summary>
    public required string Source { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of that file.</summary>
    public required string SourceSha256 { get; init; }

    /// <summary>State of the map data: the date the file declares, else that of its newest way; null when it holds neither.</summary>
    public required DateTimeOffset? OsmDate { get; init; }

    /// <summary>Name of the profile: <c>car</c>, <c>foot</c>, or a user's own.</summary>
    public required string Profile { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of the profile's JSON.</summary>
    public required string ProfileSha256 { get; init; }

    /// <summary>Season of the profile.</summary>
    public required string Season { get; init; }

    /// <summary>Traffic of the profile.</summary>
    public required TrafficRule Traffic { get; init; }

    /// <summary>What the times of this network are, in Italian, to follow "Tempi": the traffic, and the season where it is winter.</summary>
    [JsonIgnore]
    public string Times =>
        (IsFree ? "senza traffico" : "con il traffico del profilo "
            + $"({ItalianNumber.Of(Traffic.Urban, "0.##")} della velocità nell'abitato, {ItalianNumber.Of(Traffic.Extraurban, "0.##")} fuori)")
        + (Season == Roads.Season.Winter ? ", d'inverno" : "");

    /// <summary>Whether roads are free of traffic.</summary>
    [JsonIgnore]
    public bool IsFree => Traffic is { Urban: 1, Extraurban: 1 };

    /// <summary>Name of the file the network was clipped by; null when it was not.</summary>
    public required string? Clip { get; init; }

    /// <summary>West, south, east, north of the nodes, degrees WGS84.</summary>
    public required ImmutableArray<double> Bounds { get; init; }

    public string Attribution { get; init; } = OpenStreetMapAttribution;

    public required RoadBuildReport Report { get; init; }
}

/// <summary>What the builder read, used and refused. Ways in = ways used + ways refused.</summary>
public sealed record RoadBuildReport
{
    public required long NodesRead { get; init; }

    public required long WaysRead { get; init; }

    public required long RelationsRead { get; init; }

    public required int WaysUsed { get; init; }

    /// <summary>Ways not used, by reason (Italian), for roads and ferries; ways that are neither stand under one reason.</summary>
    public required ImmutableSortedDictionary<string, int> WaysRefused { get; init; }

    /// <summary>Turn restrictions built into the graph.</summary>
    public required int RestrictionsApplied { get; init; }

    /// <summary>Turn restrictions left out, by reason (Italian).</summary>
    public required ImmutableSortedDictionary<string, int> RestrictionsNotApplied { get; init; }

    /// <summary>References to nodes that the file does not hold: ways are cut there.</summary>
    public required int NodesMissing { get; init; }

    /// <summary>Nodes of roads, roads, and turn restrictions that the file gives again under the same id: the first of each counts.</summary>
    public required int NodesRepeated { get; init; }

    public required int WaysRepeated { get; init; }

    public required int RestrictionsRepeated { get; init; }

    /// <summary>How many ways, by name, are open in one season only, whichever season the profile chose.</summary>
    public required ImmutableSortedDictionary<string, int> SeasonalRoads { get; init; }

    /// <summary>Italian sentences on what is doubtful in the file.</summary>
    public required ImmutableArray<string> Warnings { get; init; }

    public required int Nodes { get; init; }

    public required int Arcs { get; init; }

    public required int Edges { get; init; }

    /// <summary>Nodes of the main component; see <see cref="RoadGraph.NodeInMain"/>.</summary>
    public required int NodesInMain { get; init; }

    /// <summary>Junctions added by splitting for turn restrictions and for roads that only those may use who start or end there.</summary>
    public required int NodesSplit { get; init; }

    /// <summary>Length of all edges, kilometres; a two-way road counts once.</summary>
    public required double Kilometres { get; init; }
}
