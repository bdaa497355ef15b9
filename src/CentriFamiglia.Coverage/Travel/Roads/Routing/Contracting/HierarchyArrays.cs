namespace CentriFamiglia.Coverage.Travel.Roads.Routing.Contracting;

/// <summary>Lays out what contraction left behind, by position.</summary>
internal static class HierarchyArrays
{
    public static RoadHierarchy Of(RemainingGraph graph, int[] position)
    {
        int[] nodeAt = new int[position.Length];
        for (int node = 0; node < nodeAt.Length; node++)
            nodeAt[position[node]] = node;
        return new RoadHierarchy { Position = position, Up = Arcs(graph.Out, nodeAt, position), Down = Arcs(graph.In, nodeAt, position) };
    }

    private static HierarchyArcs Arcs(ArcLists lists, int[] nodeAt, int[] position)
    {
        int[] first = new int[nodeAt.Length + 1];
        for (int at = 0; at < nodeAt.Length; at++)
            first[at + 1] = first[at] + lists.Of(nodeAt[at]).Length;
        int[] other = new int[first[^1]];
        long[] weight = new long[first[^1]];
        for (int at = 0; at < nodeAt.Length; at++)
        {
            int arc = first[at];
            foreach (HalfArc half in lists.Of(nodeAt[at]))
                (other[arc], weight[arc++]) = (position[half.Other], half.Weight);
            Array.Sort(other, weight, first[at], arc - first[at]);
        }

        return new HierarchyArcs(first, other, weight);
    }
}
