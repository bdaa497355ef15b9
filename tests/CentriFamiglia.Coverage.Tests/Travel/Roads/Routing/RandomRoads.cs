using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.Tests.Travel.Roads.Routing;

/// <summary>Graphs without geometry: from a list of arcs, or small ones drawn at random with ties, loops, parallel arcs and islands.</summary>
internal static class RandomRoads
{
    public static RoadGraph Graph(int nodes, IEnumerable<(int From, int To, int Deciseconds, int Decimetres)> arcs)
    {
        (int From, int To, int Deciseconds, int Decimetres)[] sorted = [.. arcs.Order()];
        int[] first = new int[nodes + 1];
        foreach ((int from, _, _, _) in sorted)
            first[from + 1]++;
        for (int v = 0; v < nodes; v++)
            first[v + 1] += first[v];
        return new RoadGraph
        {
            FirstArc = first,
            Head = Array.ConvertAll(sorted, arc => arc.To),
            Deciseconds = Array.ConvertAll(sorted, arc => arc.Deciseconds),
            Decimetres = Array.ConvertAll(sorted, arc => arc.Decimetres),
            ArcEdge = new int[sorted.Length],
            NodeLon = new int[nodes],
            NodeLat = new int[nodes],
            NodeOsmId = Enumerable.Range(0, nodes).Select(v => (long)v).ToArray(),
            NodeInMain = new byte[nodes],
        };
    }

    /// <summary>Few different weights, so that equally fast and equally long paths abound; some arcs take no time at all.</summary>
    public static RoadGraph Any(Random random)
    {
        int nodes = random.Next(1, 40);
        int arcs = random.Next(0, nodes * 4);
        return Graph(nodes, Enumerable.Range(0, arcs).Select(_ =>
            (random.Next(nodes), random.Next(nodes), random.Next(0, 6), random.Next(1, 4))));
    }

    /// <summary>A town of crossing streets, a part of them one way.</summary>
    public static RoadGraph Grid(Random random, int side)
    {
        var arcs = new List<(int, int, int, int)>();
        for (int v = 0; v < side * side; v++)
        {
            if (v % side < side - 1)
                Street(v, v + 1);
            if (v / side < side - 1)
                Street(v, v + side);
        }

        return Graph(side * side, arcs);

        void Street(int a, int b)
        {
            (int time, int length) = (random.Next(50, 150), random.Next(500, 1500));
            arcs.Add((a, b, time, length));
            if (random.Next(10) > 0)
                arcs.Add((b, a, time, length));
        }
    }

    /// <summary>A place that is left or reached through up to three nodes.</summary>
    public static SnapLink[] Links(RoadGraph graph, Random random) =>
        [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => new SnapLink(random.Next(graph.NodeCount), RoadWeight.Pack(random.Next(3), random.Next(5))))];

    /// <summary>The same arcs the other way round.</summary>
    public static RoadGraph Turned(RoadGraph graph) => Graph(
        graph.NodeCount,
        Enumerable.Range(0, graph.ArcCount).Select(arc =>
            (graph.Head.Span[arc], graph.TailOf(arc), graph.Deciseconds.Span[arc], graph.Decimetres.Span[arc])));
}
