namespace CentriFamiglia.Coverage.Travel.Roads;

/// <summary>
/// The directed graph that every algorithm and every outside oracle runs on: nodes are junctions, already split where a turn is
/// forbidden, so that any sequence of arcs is a permitted drive. Nodes are numbered along a Hilbert curve; the copies of a split
/// junction are neighbours in that order and share its coordinates. All buffers may lie on a memory-mapped file: take
/// <c>.Span</c> once per call, not once per arc. n nodes, m arcs, E edges.
/// </summary>
public sealed record RoadGraph
{
    /// <summary>n + 1 offsets: the arcs that leave node v are <c>FirstArc[v] .. FirstArc[v + 1] - 1</c>, in ascending order of head.</summary>
    public required ReadOnlyMemory<int> FirstArc { get; init; }

    /// <summary>m: the node an arc arrives at. Loops and parallel arcs occur.</summary>
    public required ReadOnlyMemory<int> Head { get; init; }

    /// <summary>m: time of the arc in tenths of a second, 0 or more.</summary>
    public required ReadOnlyMemory<int> Deciseconds { get; init; }

    /// <summary>m: length of the arc in decimetres, 1 or more, so that every <see cref="RoadWeight"/> is positive.</summary>
    public required ReadOnlyMemory<int> Decimetres { get; init; }

    /// <summary>m: <c>2 * edge</c> when the arc runs along the edge's geometry, <c>2 * edge + 1</c> when it runs against it.</summary>
    public required ReadOnlyMemory<int> ArcEdge { get; init; }

    /// <summary>n: longitude, 1e-7 degrees, WGS84.</summary>
    public required ReadOnlyMemory<int> NodeLon { get; init; }

    /// <summary>n: latitude, 1e-7 degrees, WGS84.</summary>
    public required ReadOnlyMemory<int> NodeLat { get; init; }

    /// <summary>n: id of the OpenStreetMap node; copies of a split junction share it.</summary>
    public required ReadOnlyMemory<long> NodeOsmId { get; init; }

    /// <summary>n: 1 when the node lies in the main component, else 0: the largest strongly connected one, but where that is not more than half of
    /// all that hangs together (every road one way), all that hangs together.</summary>
    public required ReadOnlyMemory<byte> NodeInMain { get; init; }

    public int NodeCount => NodeLon.Length;

    public int ArcCount => Head.Length;

    /// <summary>The node an arc leaves, by binary search.</summary>
    public int TailOf(int arc)
    {
        int at = FirstArc.Span.BinarySearch(arc);
        if (at < 0)
            return ~at - 1;

        // Nodes without arcs repeat the offset: the tail is the last of them.
        ReadOnlySpan<int> first = FirstArc.Span;
        while (first[at + 1] == arc)
            at++;
        return at;
    }
}
