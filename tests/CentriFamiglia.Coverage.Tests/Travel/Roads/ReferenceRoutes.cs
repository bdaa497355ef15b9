using CentriFamiglia.Coverage.Travel;
using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.Tests.Travel.Roads;

/// <summary>The plainest way to a shortest path, straight from its definition: relax every arc until nothing changes.</summary>
internal static class ReferenceRoutes
{
    /// <summary>Least weights from some nodes to all, <see cref="RoadWeight.Unreached"/> where there is no path.</summary>
    public static long[] From(RoadGraph graph, IEnumerable<SnapLink> starts)
    {
        long[] weights = new long[graph.NodeCount];
        Array.Fill(weights, RoadWeight.Unreached);
        foreach (SnapLink start in starts)
            weights[start.Node] = Math.Min(weights[start.Node], start.Weight);
        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int v = 0; v < graph.NodeCount; v++)
            {
                if (weights[v] == RoadWeight.Unreached)
                    continue;
                for (int arc = graph.FirstArc.Span[v]; arc < graph.FirstArc.Span[v + 1]; arc++)
                {
                    long through = weights[v] + RoadWeight.Pack(graph.Deciseconds.Span[arc], graph.Decimetres.Span[arc]);
                    if (through >= weights[graph.Head.Span[arc]])
                        continue;
                    weights[graph.Head.Span[arc]] = through;
                    changed = true;
                }
            }
        }

        return weights;
    }

    /// <summary>
    /// Cost from place to place, access legs included; null when a place is not snapped or there is no path. Snapped, parted and rounded
    /// here, by looking at every edge and every arc.
    /// </summary>
    public static TravelCost? Cost(RoadNetwork network, (double Lon, double Lat) from, (double Lon, double Lat) to)
    {
        if (ReferenceSnap.Of(network.Edges, from) is not { } start || ReferenceSnap.Of(network.Edges, to) is not { } end)
            return null;
        long[] weights = From(network.Graph, Links(network.Graph, start, leaving: true));
        long best = start.Edge == end.Edge ? Along(network.Graph, start, end) : RoadWeight.Unreached;
        foreach (SnapLink arrival in Links(network.Graph, end, leaving: false))
        {
            if (weights[arrival.Node] != RoadWeight.Unreached)
                best = Math.Min(best, weights[arrival.Node] + arrival.Weight);
        }

        // Walked at 5 km/h, each way's tenths of a second and decimetres rounded.
        double apart = ReferenceSnap.Between(from, to);
        bool near = apart <= Math.Max(100, start.Metres + end.Metres);
        (double Time, double Length) walk = near ? (Half(apart / 5 * 36), Half(apart * 10)) : (double.MaxValue, 0);
        (double Time, double Length) ride = best == RoadWeight.Unreached ? (double.MaxValue, 0) : (
            RoadWeight.Deciseconds(best) + Half(start.Metres / 5 * 36) + Half(end.Metres / 5 * 36),
            RoadWeight.Decimetres(best) + Half(start.Metres * 10) + Half(end.Metres * 10));
        (double deciseconds, double decimetres) = walk.CompareTo(ride) < 0 ? walk : ride;
        return deciseconds == double.MaxValue ? null : new TravelCost((int)Half(deciseconds / 10), (int)Half(decimetres / 10));
    }

    /// <summary>The nodes that a place on an edge leads to, or is led to from, and all of one junction where it lies at its end.</summary>
    private static List<SnapLink> Links(RoadGraph graph, ReferenceSnap place, bool leaving)
    {
        var links = new List<SnapLink>();
        foreach ((int arc, int tail, bool along) in ArcsOf(graph, place.Edge))
        {
            int head = graph.Head.Span[arc];
            double ahead = along ? 1 - place.Fraction : place.Fraction;
            links.Add(leaving ? new SnapLink(head, Part(graph, arc, ahead)) : new SnapLink(tail, Part(graph, arc, 1 - ahead) + TurnedRound(graph, arc)));
            if (ahead is not (0 or 1))
                continue;
            long junction = graph.NodeOsmId.Span[ahead == 0 ? head : tail];
            links.AddRange(Enumerable.Range(0, graph.NodeCount)
                .Where(node => graph.NodeOsmId.Span[node] == junction).Select(node => new SnapLink(node, 0)));
        }

        return links;
    }

    private static long Along(RoadGraph graph, ReferenceSnap from, ReferenceSnap to)
    {
        double part = to.Fraction - from.Fraction;
        return ArcsOf(graph, from.Edge).Where(arc => arc.Along ? part >= 0 : part <= 0)
            .Select(arc => Part(graph, arc.Arc, Math.Abs(part))).Append(RoadWeight.Unreached).Min();
    }

    private static IEnumerable<(int Arc, int Tail, bool Along)> ArcsOf(RoadGraph graph, int edge)
    {
        for (int tail = 0; tail < graph.NodeCount; tail++)
        {
            for (int arc = graph.FirstArc.Span[tail]; arc < graph.FirstArc.Span[tail + 1]; arc++)
            {
                if (graph.ArcEdge.Span[arc] / 2 == edge)
                    yield return (arc, tail, graph.ArcEdge.Span[arc] % 2 == 0);
            }
        }
    }

    private static long Part(RoadGraph graph, int arc, double share) =>
        RoadWeight.Pack((int)Half(Driven(graph, arc) * share), (int)Half(graph.Decimetres.Span[arc] * share));

    /// <summary>What entering an arc costs who turns round for it: more than the quickest arc along the same road.</summary>
    private static long TurnedRound(RoadGraph graph, int arc) => RoadWeight.Pack(graph.Deciseconds.Span[arc] - Driven(graph, arc), 0);

    private static int Driven(RoadGraph graph, int arc)
    {
        int least = int.MaxValue;
        for (int other = 0; other < graph.ArcCount; other++)
            least = graph.ArcEdge.Span[other] == graph.ArcEdge.Span[arc] ? Math.Min(least, graph.Deciseconds.Span[other]) : least;
        return least;
    }

    private static double Half(double number) => Math.Floor(number + 0.5);
}
