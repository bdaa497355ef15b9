namespace CentriFamiglia.Coverage.Travel.Roads.Routing.Contracting;

/// <summary>The nodes not contracted yet with the shortcuts among them. The lists of a contracted node stay as they were then.</summary>
internal sealed class RemainingGraph
{
    public RemainingGraph(RoadGraph graph)
    {
        NodeCount = graph.NodeCount;
        (Out, In) = (new ArcLists(NodeCount, graph.ArcCount), new ArcLists(NodeCount, graph.ArcCount));
        ReadOnlySpan<int> first = graph.FirstArc.Span;
        ReadOnlySpan<int> head = graph.Head.Span;
        int[] arriving = new int[NodeCount];
        foreach (int node in head)
            arriving[node]++;
        for (int node = 0; node < NodeCount; node++)
        {
            Out.Reserve(node, first[node + 1] - first[node]);
            In.Reserve(node, arriving[node]);
        }

        for (int node = 0; node < NodeCount; node++)
        {
            for (int arc = first[node]; arc < first[node + 1]; arc++)
                Add(node, head[arc], RoadWeight.Pack(graph.Deciseconds.Span[arc], graph.Decimetres.Span[arc]), 1);
        }
    }

    public int NodeCount { get; }

    /// <summary>Arcs that leave a node.</summary>
    public ArcLists Out { get; }

    /// <summary>Arcs that arrive at a node.</summary>
    public ArcLists In { get; }

    public void Add(int from, int to, long weight, int hops)
    {
        if (from == to)
            return;
        Out.Merge(from, new HalfArc(to, hops, weight));
        In.Merge(to, new HalfArc(from, hops, weight));
    }

    /// <summary>Takes a node out of its neighbours' lists.</summary>
    public void Detach(int node)
    {
        foreach (HalfArc arc in Out.Of(node))
            In.Remove(arc.Other, node);
        foreach (HalfArc arc in In.Of(node))
            Out.Remove(arc.Other, node);
    }
}
