using System.Numerics;
using CentriFamiglia.Coverage.Travel.Roads.Routing.Contracting;

namespace CentriFamiglia.Coverage.Travel.Roads.Routing;

/// <summary>
/// Least weights from some places to every node of the network, by one pass upwards and one downwards over a hierarchy. For trips
/// towards the places, give the reversed hierarchy. Safe for use by several threads.
/// <para>
/// Why it is right: <see cref="HierarchyBuilder"/> gives every node a rank and adds shortcuts until some shortest path between any two
/// nodes first only rises in rank and then only falls. So the upward pass finds, for each node, the least weight of a path that only
/// rises; the downward pass takes the nodes from the highest rank to the lowest and asks each for the best of its own rise and of every
/// higher node that has an arc down to it, which is final by then. Nodes are numbered in that order, so that both passes run through
/// memory in a line and no heap is needed: that, and not the number of steps, is what makes it fast.
/// </para>
/// Source: Delling, Goldberg, Nowatzyk, Werneck, "PHAST: Hardware-accelerated shortest path trees" (2011).
/// </summary>
public sealed class RoadSweep(RoadHierarchy hierarchy)
{
    private readonly SweepOrder _order = new(hierarchy.Down);

    /// <summary>Least weights from any of the links.</summary>
    public NodeWeights From(IEnumerable<SnapLink> starts)
    {
        long[] weights = GC.AllocateUninitializedArray<long>(hierarchy.NodeCount);

        // The marks say which positions have a weight before the fall, so that nothing need be filled in beforehand.
        var marks = new ulong[(hierarchy.NodeCount / 64) + 1];
        ReadOnlySpan<int> position = hierarchy.Position.Span;
        foreach (SnapLink start in starts)
            Offer(weights, marks, position[start.Node], start.Weight);
        Rise(weights, marks);
        Fall(weights, marks);
        return new NodeWeights(hierarchy.Position, weights);
    }

    private static bool IsMarked(ulong[] marks, int at) => (marks[at >> 6] >> (at & 63) & 1) != 0;

    private static void Offer(long[] weights, ulong[] marks, int at, long weight)
    {
        if (IsMarked(marks, at) && weight >= weights[at])
            return;
        marks[at >> 6] |= 1UL << (at & 63);
        weights[at] = weight;
    }

    private void Rise(long[] weights, ulong[] marks)
    {
        ReadOnlySpan<int> first = hierarchy.Up.First.Span;
        ReadOnlySpan<int> other = hierarchy.Up.Other.Span;
        ReadOnlySpan<long> arcWeight = hierarchy.Up.Weight.Span;
        for (int word = marks.Length - 1; word >= 0; word--)
        {
            // Arcs lead to lower positions: what they mark here still lies ahead.
            ulong ahead = ulong.MaxValue;
            while ((marks[word] & ahead) is var left and not 0)
            {
                int bit = BitOperations.Log2(left);
                ahead = (1UL << bit) - 1;
                int at = (64 * word) + bit;
                for (int arc = first[at]; arc < first[at + 1]; arc++)
                    Offer(weights, marks, other[arc], weights[at] + arcWeight[arc]);
            }
        }
    }

    private void Fall(long[] weights, ulong[] marks) => _order.ForEach((start, end) =>
    {
        ReadOnlySpan<int> first = hierarchy.Down.First.Span;
        ReadOnlySpan<int> other = hierarchy.Down.Other.Span;
        ReadOnlySpan<long> arcWeight = hierarchy.Down.Weight.Span;
        for (int at = start; at < end; at++)
        {
            long best = IsMarked(marks, at) ? weights[at] : RoadTargets.Nowhere;
            for (int arc = first[at]; arc < first[at + 1]; arc++)
                best = Math.Min(best, weights[other[arc]] + arcWeight[arc]);
            weights[at] = best;
        }
    });
}

/// <summary>A weight for every node of a network.</summary>
public sealed class NodeWeights
{
    private readonly ReadOnlyMemory<int> _position;
    private readonly long[] _weights;

    internal NodeWeights(ReadOnlyMemory<int> position, long[] weights) => (_position, _weights) = (position, weights);

    /// <param name="node">Node of the graph.</param>
    /// <returns><see cref="RoadWeight.Unreached"/> where no path leads.</returns>
    public long Of(int node) => _weights[_position.Span[node]] is var weight && weight < RoadTargets.Nowhere ? weight : RoadWeight.Unreached;
}
