using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.Formats.Tests.Roads;

/// <summary>Least weights on the graph itself, with the heap of the framework: the reference on networks of a country's size.</summary>
internal static class PlainDijkstra
{
    /// <summary>A weight for every node, <see cref="RoadWeight.Unreached"/> where no path leads.</summary>
    public static long[] From(RoadGraph graph, IEnumerable<SnapLink> starts)
    {
        long[] weights = new long[graph.NodeCount];
        Array.Fill(weights, RoadWeight.Unreached);
        var queue = new PriorityQueue<int, long>(starts.Select(start => (start.Node, start.Weight)));
        while (queue.TryDequeue(out int node, out long weight))
        {
            if (weight >= weights[node])
                continue;
            weights[node] = weight;
            for (int arc = graph.FirstArc.Span[node]; arc < graph.FirstArc.Span[node + 1]; arc++)
                queue.Enqueue(graph.Head.Span[arc], weight + RoadWeight.Pack(graph.Deciseconds.Span[arc], graph.Decimetres.Span[arc]));
        }

        return weights;
    }
}
