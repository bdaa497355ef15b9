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

    /// <summary>Cost from place to place, access legs included; null when a place is not snapped or there is no path.</summary>
    public static TravelCost? Cost(RoadNetwork network, (double Lon, double Lat) from, (double Lon, double Lat) to)
    {
        var snapper = new RoadSnapper(network);
        RoadSnap start = snapper.Snap(from.Lon, from.Lat);
        RoadSnap end = snapper.Snap(to.Lon, to.Lat);
        long best = snapper.SameEdge(start, end);
        long[] weights = From(network.Graph, snapper.Departures(start));
        foreach (SnapLink arrival in snapper.Arrivals(end))
        {
            if (weights[arrival.Node] != RoadWeight.Unreached)
                best = Math.Min(best, weights[arrival.Node] + arrival.Weight);
        }

        return best == RoadWeight.Unreached ? null : RoadWeight.ToCost(best + start.AccessWeight + end.AccessWeight);
    }
}
