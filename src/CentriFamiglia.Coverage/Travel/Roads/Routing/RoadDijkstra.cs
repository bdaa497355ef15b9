namespace CentriFamiglia.Coverage.Travel.Roads.Routing;

/// <summary>
/// Least weights on the graph itself: the reference that every faster way must equal. Slow on large networks.
/// Source: Dijkstra, "A note on two problems in connexion with graphs" (1959).
/// </summary>
public static class RoadDijkstra
{
    /// <param name="graph">Of n nodes.</param>
    /// <param name="starts">Nodes to start from, each with a weight to begin with.</param>
    /// <param name="limit">Paths of more than this are not followed; inclusive.</param>
    /// <returns>n weights, <see cref="RoadWeight.Unreached"/> where no path leads within the limit.</returns>
    public static long[] From(RoadGraph graph, IEnumerable<SnapLink> starts, long limit = RoadWeight.Unreached)
    {
        long[] weights = new long[graph.NodeCount];
        Array.Fill(weights, RoadWeight.Unreached);
        Search(graph, [.. starts.Select(start => new LabelledLink(start.Node, start.Weight, 0))], limit, weights, new int[graph.NodeCount]);
        return weights;
    }

    /// <summary>The nearest of several starts for every node; of equally near ones the least label.</summary>
    /// <param name="graph">Of n nodes.</param>
    /// <param name="starts">Any number of links for a label, labels not negative.</param>
    /// <returns>n weights and n labels; -1 where none leads.</returns>
    public static (long[] Weights, int[] Labels) Nearest(RoadGraph graph, IReadOnlyList<LabelledLink> starts)
    {
        long[] weights = new long[graph.NodeCount];
        int[] labels = new int[graph.NodeCount];
        Array.Fill(weights, RoadWeight.Unreached);
        Array.Fill(labels, -1);
        Search(graph, starts, RoadWeight.Unreached, weights, labels);
        return (weights, labels);
    }

    private static void Search(RoadGraph graph, IReadOnlyList<LabelledLink> starts, long limit, long[] weights, int[] labels)
    {
        ReadOnlySpan<int> firstArc = graph.FirstArc.Span;
        ReadOnlySpan<int> heads = graph.Head.Span;
        ReadOnlySpan<int> deciseconds = graph.Deciseconds.Span;
        ReadOnlySpan<int> decimetres = graph.Decimetres.Span;
        var heap = new IndexedHeap(graph.NodeCount);
        foreach (LabelledLink start in starts)
            Reach(start.Node, start.Weight, start.Label);

        // Every arc is longer than nothing: whoever gives a node its label is settled before it.
        while (heap.Count > 0)
        {
            int node = heap.Take();
            for (int arc = firstArc[node]; arc < firstArc[node + 1]; arc++)
                Reach(heads[arc], weights[node] + RoadWeight.Pack(deciseconds[arc], decimetres[arc]), labels[node]);
        }

        void Reach(int node, long weight, int label)
        {
            if (weight > limit)
                return;
            if (weight < weights[node])
            {
                (weights[node], labels[node]) = (weight, label);
                heap.Offer(node, weight);
            }
            else if (weight == weights[node])
            {
                labels[node] = Math.Min(labels[node], label);
            }
        }
    }
}

/// <summary>A place to start from that knows whose it is.</summary>
/// <param name="Node">Node of the graph.</param>
/// <param name="Weight">Weight to begin with; see <see cref="RoadWeight"/>.</param>
/// <param name="Label">Number of the site, 0 or more.</param>
public readonly record struct LabelledLink(int Node, long Weight, int Label);
