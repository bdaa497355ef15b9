using System.Numerics;

namespace CentriFamiglia.Coverage.Travel.Roads.Routing;

/// <summary>
/// Weights from some places to every node of the network, by one pass upwards and one downwards over a hierarchy. For trips towards
/// the places, give the reversed hierarchy. Safe for use by several threads.
/// Source: Delling, Goldberg, Nowatzyk, Werneck, "PHAST: Hardware-accelerated shortest path trees" (2011).
/// </summary>
public sealed class RoadSweep(RoadHierarchy hierarchy)
{
    private readonly int _nodes = hierarchy.NodeCount;
    private readonly SweepOrder _order = new(hierarchy.Down);

    /// <summary>Least weights from any of the links.</summary>
    public NearestPlaces From(IEnumerable<SnapLink> starts) =>
        Nearest([.. starts.Select(start => new LabelledLink(start.Node, start.Weight, 0))], 1);

    /// <summary>The nearest places of every node, different ones, in order of weight and, where equal, of label.</summary>
    /// <param name="starts">Any number of links for a label.</param>
    /// <param name="count">How many places each node wants: the nearest, the second, ...</param>
    public NearestPlaces Nearest(IReadOnlyList<LabelledLink> starts, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return count == 1 ? NearestOne(starts) : NearestSeveral(starts, count);
    }

    /// <summary>The marks say which positions have a weight before the fall, so that nothing need be filled in beforehand.</summary>
    private NearestPlaces NearestOne(IReadOnlyList<LabelledLink> starts)
    {
        var found = new NearestPlaces(hierarchy.Position, 1);
        var marks = new ulong[(_nodes / 64) + 1];
        ReadOnlySpan<int> position = hierarchy.Position.Span;
        foreach (LabelledLink start in starts)
            Offer(found, marks, position[start.Node], start.Weight, start.Label);
        Rise(found, marks);
        Fall(found.Weights, found.Labels, marks);
        return found;
    }

    private NearestPlaces NearestSeveral(IReadOnlyList<LabelledLink> starts, int count)
    {
        var found = new NearestPlaces(hierarchy.Position, count);
        found.Clear();
        ReadOnlySpan<int> position = hierarchy.Position.Span;
        foreach (LabelledLink start in starts)
            found.Offer(position[start.Node], start.Weight, start.Label);
        RiseSeveral(found);
        FallSeveral(found);
        return found;
    }

    private static bool IsMarked(ulong[] marks, int at) => (marks[at >> 6] >> (at & 63) & 1) != 0;

    private static void Offer(NearestPlaces found, ulong[] marks, int at, long weight, int label)
    {
        if (IsMarked(marks, at) && (weight > found.Weights[at] || (weight == found.Weights[at] && label >= found.Labels[at])))
            return;
        marks[at >> 6] |= 1UL << (at & 63);
        (found.Weights[at], found.Labels[at]) = (weight, label);
    }

    private void Rise(NearestPlaces found, ulong[] marks)
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
                    Offer(found, marks, other[arc], found.Weights[at] + arcWeight[arc], found.Labels[at]);
            }
        }
    }

    private void Fall(long[] weights, int[] labels, ulong[] marks) => _order.ForEach((start, end) =>
    {
        ReadOnlySpan<int> first = hierarchy.Down.First.Span;
        ReadOnlySpan<int> other = hierarchy.Down.Other.Span;
        ReadOnlySpan<long> arcWeight = hierarchy.Down.Weight.Span;
        for (int at = start; at < end; at++)
        {
            (long best, int label) = IsMarked(marks, at) ? (weights[at], labels[at]) : (RoadTargets.Nowhere, -1);
            for (int arc = first[at]; arc < first[at + 1]; arc++)
            {
                int above = other[arc];
                long weight = weights[above] + arcWeight[arc];
                if (weight < best || (weight == best && labels[above] < label))
                    (best, label) = (weight, labels[above]);
            }

            (weights[at], labels[at]) = (best, label);
        }
    });

    private void RiseSeveral(NearestPlaces found)
    {
        ReadOnlySpan<int> first = hierarchy.Up.First.Span;
        for (int at = _nodes - 1; at >= 0; at--)
        {
            if (found.Weights[at * found.Count] == RoadTargets.Nowhere)
                continue;
            for (int arc = first[at]; arc < first[at + 1]; arc++)
                found.OfferAll(at, hierarchy.Up.Other.Span[arc], hierarchy.Up.Weight.Span[arc]);
        }
    }

    private void FallSeveral(NearestPlaces found) => _order.ForEach((start, end) =>
    {
        ReadOnlySpan<int> first = hierarchy.Down.First.Span;
        ReadOnlySpan<int> other = hierarchy.Down.Other.Span;
        ReadOnlySpan<long> arcWeight = hierarchy.Down.Weight.Span;
        for (int at = start; at < end; at++)
        {
            for (int arc = first[at]; arc < first[at + 1]; arc++)
                found.OfferAll(other[arc], at, arcWeight[arc]);
        }
    });
}

/// <summary>For every node of a network its nearest places.</summary>
public sealed class NearestPlaces
{
    private readonly ReadOnlyMemory<int> _position;

    internal NearestPlaces(ReadOnlyMemory<int> position, int count)
    {
        (_position, Count) = (position, count);
        Weights = GC.AllocateUninitializedArray<long>(position.Length * count);
        Labels = GC.AllocateUninitializedArray<int>(position.Length * count);
    }

    /// <summary>Places kept for each node.</summary>
    public int Count { get; }

    internal long[] Weights { get; }

    internal int[] Labels { get; }

    /// <param name="node">Node of the graph.</param>
    /// <param name="rank">0 the nearest, 1 the second, up to <see cref="Count"/> - 1.</param>
    /// <returns>Its weight and label; <see cref="RoadWeight.Unreached"/> and -1 where there is none.</returns>
    public (long Weight, int Label) Of(int node, int rank = 0)
    {
        int at = (_position.Span[node] * Count) + rank;
        return Weights[at] < RoadTargets.Nowhere ? (Weights[at], Labels[at]) : (RoadWeight.Unreached, -1);
    }

    /// <summary>No place for any node.</summary>
    internal void Clear()
    {
        Array.Fill(Weights, RoadTargets.Nowhere);
        Array.Fill(Labels, -1);
    }

    /// <summary>Puts a place where it belongs among those of a position; of one label only the lightest stays.</summary>
    internal void Offer(int position, long weight, int label)
    {
        Span<long> weights = Weights.AsSpan(position * Count, Count);
        Span<int> labels = Labels.AsSpan(position * Count, Count);
        if (!Before(weight, label, weights[^1], labels[^1]))
            return;
        int at = labels.IndexOf(label);
        if (at >= 0 && weights[at] <= weight)
            return;
        if (at < 0)
            at = Count - 1;
        for (; at > 0 && Before(weight, label, weights[at - 1], labels[at - 1]); at--)
            (weights[at], labels[at]) = (weights[at - 1], labels[at - 1]);
        (weights[at], labels[at]) = (weight, label);
    }

    internal void OfferAll(int from, int to, long weight)
    {
        ReadOnlySpan<long> known = Weights.AsSpan(from * Count, Count);
        ref readonly long last = ref Weights[(to * Count) + Count - 1];
        for (int rank = 0; rank < known.Length; rank++)
        {
            // Most offers come too late, and those of higher rank with them. What is not reached is later than anything.
            if (known[rank] + weight > last)
                return;
            Offer(to, known[rank] + weight, Labels[(from * Count) + rank]);
        }
    }

    private static bool Before(long weight, int label, long otherWeight, int otherLabel) =>
        weight < otherWeight || (weight == otherWeight && label < otherLabel);
}
