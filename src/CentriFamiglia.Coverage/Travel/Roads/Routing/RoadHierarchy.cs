namespace CentriFamiglia.Coverage.Travel.Roads.Routing;

/// <summary>
/// A contraction hierarchy: the graph's nodes in order of importance, with shortcuts added so that every least weight is that of a
/// path that first only rises and then only falls. Nodes are known by their position, 0 the most important, so that a sweep over
/// positions in rising order meets every node after those above it. n nodes.
/// Source: Geisberger, Sanders, Schultes, Delling, "Contraction Hierarchies" (2008).
/// </summary>
public sealed record RoadHierarchy
{
    /// <summary>n: position of each node of the graph; a permutation.</summary>
    public required ReadOnlyMemory<int> Position { get; init; }

    /// <summary>Arcs that leave a node towards more important ones.</summary>
    public required HierarchyArcs Up { get; init; }

    /// <summary>Arcs that arrive at a node from more important ones; stored at their lower end, like <see cref="Up"/>.</summary>
    public required HierarchyArcs Down { get; init; }

    public int NodeCount => Position.Length;

    /// <summary>The same hierarchy for trips driven backwards.</summary>
    public RoadHierarchy Reversed() => this with { Up = Down, Down = Up };
}

/// <summary>Arcs between positions, grouped by their lower (less important) end. n nodes, a arcs.</summary>
/// <param name="First">n + 1 offsets by position of the lower end.</param>
/// <param name="Other">a: position of the upper end, less than that of the lower.</param>
/// <param name="Weight">a: see <see cref="RoadWeight"/>; positive.</param>
public readonly record struct HierarchyArcs(ReadOnlyMemory<int> First, ReadOnlyMemory<int> Other, ReadOnlyMemory<long> Weight)
{
    public int Count => Other.Length;
}
