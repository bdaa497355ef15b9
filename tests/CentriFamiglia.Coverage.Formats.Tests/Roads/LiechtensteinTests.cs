using CentriFamiglia.Coverage.Formats.Tests.Osm;
using CentriFamiglia.Coverage.Travel;
using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Building;
using CentriFamiglia.Coverage.Travel.Roads.Isochrones;
using CentriFamiglia.Coverage.Travel.Roads.Routing.Contracting;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Formats.Tests.Roads;

/// <summary>A whole real country, small enough for every test run.</summary>
public class LiechtensteinTests
{
    private static readonly Lazy<RoadNetwork> _car = new(() => Build("car"));

    [Fact]
    public void Every_way_is_used_or_refused_with_a_reason()
    {
        RoadBuildReport report = Network().Info.Report;

        (report.NodesRead, report.WaysRead, report.RelationsRead).ShouldBe((142_832, 15_247, 358));
        (report.WaysUsed + report.WaysRefused.Values.Sum()).ShouldBe((int)report.WaysRead);
        report.WaysUsed.ShouldBeInRange(2393, 2413, "other engines count 2,388 drivable ways; we add eleven private ones and four with a permit for cars");
        report.NodesMissing.ShouldBe(0);
    }

    [Fact]
    public void Nearly_all_of_the_network_hangs_together()
    {
        RoadBuildReport report = Network().Info.Report;

        ((double)report.NodesInMain / report.Nodes).ShouldBeGreaterThan(0.97);
    }

    [Fact]
    public void From_Vaduz_to_Ruggell_it_is_as_far_as_other_engines_say()
    {
        // Four other engines: 12.0 to 12.1 km, 709 to 930 seconds, by their own speeds.
        TravelCost cost = Cost(Network(), (9.5209, 47.1410), (9.5255, 47.2394));

        cost.Metres.ShouldBeInRange(11_700, 12_400);
        cost.Seconds.ShouldBeInRange(650, 1000);
    }

    [Fact]
    public void Arcs_and_edges_tell_the_same()
    {
        (RoadGraph graph, RoadEdges edges) = (Network().Graph, Network().Edges);
        for (int tail = 0; tail < graph.NodeCount; tail++)
        {
            for (int arc = graph.FirstArc.Span[tail]; arc < graph.FirstArc.Span[tail + 1]; arc++)
            {
                int edge = graph.ArcEdge.Span[arc] >> 1;
                bool along = (graph.ArcEdge.Span[arc] & 1) == 0;
                graph.TailOf(arc).ShouldBe(tail);
                graph.Decimetres.Span[arc].ShouldBe(edges.Decimetres.Span[edge]);
                int lost = graph.Deciseconds.Span[arc] - (along ? edges.ForwardDeciseconds : edges.BackwardDeciseconds).Span[edge];
                lost.ShouldBeOneOf(0, 200);
                int start = along ? edges.FirstPoint.Span[edge] : edges.FirstPoint.Span[edge + 1] - 1;
                int end = along ? edges.FirstPoint.Span[edge + 1] - 1 : edges.FirstPoint.Span[edge];
                (graph.NodeLon.Span[tail], graph.NodeLat.Span[tail]).ShouldBe((edges.PointLon.Span[start], edges.PointLat.Span[start]));
                int head = graph.Head.Span[arc];
                (graph.NodeLon.Span[head], graph.NodeLat.Span[head]).ShouldBe((edges.PointLon.Span[end], edges.PointLat.Span[end]));
            }
        }
    }

    [Fact]
    public void Every_place_of_the_valley_snaps_and_reaches_every_other()
    {
        RoadNetwork network = Network();
        var snapper = new RoadSnapper(network);
        var random = new Random(3);
        int[] nodes = [.. Enumerable.Range(0, network.Graph.NodeCount).Where(v => network.Graph.NodeInMain.Span[v] == 1)];
        (double Lon, double Lat)[] places =
        [
            .. random.GetItems(nodes, 60).Select(v => ((network.Graph.NodeLon.Span[v] / 1e7) + (random.NextDouble() / 500), network.Graph.NodeLat.Span[v] / 1e7)),
        ];

        RoadSnap[] snaps = [.. places.Select(place => snapper.Snap(place.Lon, place.Lat))];

        snaps.ShouldAllBe(snap => snap.Status == SnapStatus.Ok && snap.DistanceMetres <= 1000);
        foreach (RoadSnap from in snaps)
        {
            long[] reached = Dijkstra(network.Graph, snapper.Departures(from));
            snaps.ShouldAllBe(to => snapper.Arrivals(to).Any(arrival => reached[arrival.Node] != RoadWeight.Unreached));
        }
    }

    [Fact]
    public void Isochrones_of_a_mountain_country_are_valid_and_lie_one_in_another()
    {
        RoadNetwork network = Network();
        var isochrones = new IsochroneMap(network, HierarchyBuilder.Build(network.Graph, cancellationToken: TestContext.Current.CancellationToken));

        MultiPolygon[] contours = isochrones.Contours([new RoadSnapper(network).Snap(9.5209, 47.1410)], [3, 5, 10, 15, 30, 60]);

        contours.ShouldAllBe(contour => contour.IsValid && !contour.IsEmpty);
        contours.Sum(contour => contour.Geometries.Sum(part => ((Polygon)part).NumInteriorRings)).ShouldBeGreaterThan(10, "fields between roads");
        for (int i = 1; i < contours.Length; i++)
        {
            var outer = new IndexedPointInAreaLocator(contours[i]);
            contours[i - 1].Coordinates.ShouldAllBe(corner => outer.Locate(corner) != Location.Exterior);
        }
    }

    private static RoadNetwork Network()
    {
        Extracts.PathOf(Extracts.Liechtenstein);
        return _car.Value;
    }

    private static RoadNetwork Build(string profile) =>
        RoadNetworkBuilder.Build(Extracts.Open(Extracts.Liechtenstein), RoadProfile.Load(profile));

    private static TravelCost Cost(RoadNetwork network, (double Lon, double Lat) from, (double Lon, double Lat) to)
    {
        int[] ends = NearestJunction(network.Graph, to);
        long[] reached = Dijkstra(network.Graph, NearestJunction(network.Graph, from).Select(node => new SnapLink(node, 0)));
        long best = ends.Min(node => reached[node]);
        return new TravelCost((int)Math.Round(RoadWeight.Deciseconds(best) / 10.0), (int)Math.Round(RoadWeight.Decimetres(best) / 10.0));
    }

    /// <summary>The junction of the main component that is nearest in a straight line, with all its copies.</summary>
    private static int[] NearestJunction(RoadGraph graph, (double Lon, double Lat) place)
    {
        double shrink = Math.Cos(place.Lat * Math.PI / 180);
        int nearest = Enumerable.Range(0, graph.NodeCount).Where(node => graph.NodeInMain.Span[node] == 1).MinBy(node =>
            Math.Pow(((graph.NodeLon.Span[node] / 1e7) - place.Lon) * shrink, 2)
                + Math.Pow((graph.NodeLat.Span[node] / 1e7) - place.Lat, 2));
        return [.. Enumerable.Range(0, graph.NodeCount).Where(node => graph.NodeOsmId.Span[node] == graph.NodeOsmId.Span[nearest])];
    }

    private static long[] Dijkstra(RoadGraph graph, IEnumerable<SnapLink> starts)
    {
        long[] reached = new long[graph.NodeCount];
        Array.Fill(reached, RoadWeight.Unreached);
        var open = new PriorityQueue<int, long>();
        foreach (SnapLink start in starts)
            open.Enqueue(start.Node, start.Weight);
        while (open.TryDequeue(out int node, out long weight))
        {
            if (weight >= reached[node])
                continue;
            reached[node] = weight;
            for (int arc = graph.FirstArc.Span[node]; arc < graph.FirstArc.Span[node + 1]; arc++)
                open.Enqueue(graph.Head.Span[arc], weight + RoadWeight.Pack(graph.Deciseconds.Span[arc], graph.Decimetres.Span[arc]));
        }

        return reached;
    }
}
