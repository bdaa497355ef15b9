using System.Diagnostics;
using System.Globalization;
using CentriFamiglia.Coverage.Formats.Osm;
using CentriFamiglia.Coverage.Formats.Roads;
using CentriFamiglia.Coverage.Formats.Tests.Roads;
using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Building;
using CentriFamiglia.Coverage.Travel.Roads.Isochrones;
using CentriFamiglia.Coverage.Travel.Roads.Osm;
using CentriFamiglia.Coverage.Travel.Roads.Routing;
using CentriFamiglia.Coverage.Travel.Roads.Routing.Contracting;

namespace CentriFamiglia.Coverage.Bench.Roads;

/// <summary>The road engine's times on a made-up region, an extract or a network file; every fast answer is compared with Dijkstra's.</summary>
internal static class RoadFigures
{
    /// <param name="given">Junctions along one side of the made-up map, or the path of an extract or of a <c>.roads</c> file.</param>
    public static void Run(string given)
    {
        string path = given;
        if (!given.EndsWith(".roads", StringComparison.OrdinalIgnoreCase))
        {
            bool invented = int.TryParse(given, CultureInfo.InvariantCulture, out int side);
            path = Path.Combine(Path.GetTempPath(), $"coverage-bench-{Path.GetFileNameWithoutExtension(given)}.roads");
            IOsmSource source = invented ? new GridOfStreets(side) : OsmFile.Open(given);
            RoadNetwork? network = null;
            Figures.Row("network build", invented ? 1 : 5, () => network = RoadNetworkBuilder.Build(source, RoadProfile.Load("car")));
            RoadNetwork made = network!;
            RoadHierarchy? built = null;
            Figures.Row($"hierarchy build, {made.Graph.NodeCount} nodes, {made.Graph.ArcCount} arcs", 1, () => built = HierarchyBuilder.Build(made.Graph));
            Figures.Line("shortcuts and arcs upwards, downwards", $"{built!.Up.Count}, {built.Down.Count}");
            Figures.Line("most memory so far", $"{Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
            RoadNetworkFile.Write(path, made, more: HierarchySections.Of(built));
        }

        RoadNetworkFile? opened = null;
        RoadHierarchy? read = null;
        Figures.Row("network file opens, hierarchy checked", 1, () => read = HierarchySections.Read(opened = RoadNetworkFile.Open(path)));
        using RoadNetworkFile file = opened!;
        RoadHierarchy hierarchy = read ?? HierarchyBuilder.Build(file.Network.Graph);
        RoadGraph graph = file.Network.Graph;
        var random = new Random(1);
        SnapLink[] start = [new SnapLink(random.Next(graph.NodeCount), 0)];
        SnapLink[] sites = [.. Enumerable.Range(0, 200).Select(_ => new SnapLink(random.Next(graph.NodeCount), 0))];

        long[] reference = [];
        Figures.Row("Dijkstra, one to all", 3, () => reference = PlainDijkstra.From(graph, start));
        long[] nearest = [];
        Figures.Row("Dijkstra, nearest of 200 for all", 3, () => nearest = PlainDijkstra.From(graph, sites));

        NodeWeights? found = null;
        var sweep = new RoadSweep(hierarchy);
        Figures.Row("PHAST, one to all", 20, () => found = sweep.From(start));
        Figures.Check(Enumerable.Range(0, graph.NodeCount).All(v => found!.Of(v) == reference[v]));
        Figures.Row("PHAST, nearest of 200 for all", 20, () => found = sweep.From(sites));
        Figures.Check(Enumerable.Range(0, graph.NodeCount).All(v => found!.Of(v) == nearest[v]));

        (double, double)[] places = [.. random.GetItems(Enumerable.Range(0, graph.NodeCount).ToArray(), 1500)
            .Select(v => (graph.NodeLon.Span[v] / 1e7, graph.NodeLat.Span[v] / 1e7))];
        var matrix = new TravelMatrix(file.Network, hierarchy, SnapOptions.Default);
        RoadSnap[] snaps = [];
        long[][] rows = [];
        Figures.Row("snap 1500 places", 3, () => snaps = matrix.Snap(places));
        Figures.Row("1500 x 1500 minutes and metres", 7, () => rows = [.. matrix.Rows(snaps, snaps)]);
        var snapper = new RoadSnapper(file.Network);
        long[] fromFirst = PlainDijkstra.From(graph, snapper.Departures(snaps[0]));
        Figures.Check(Enumerable.Range(0, snaps.Length).All(j => rows[0][j] == Math.Min(Plain(j), snaps[0].WalkTo(snaps[j]))));

        RoadTargets? targets = null;
        Figures.Row("selection of 1500 targets", 5, () => targets = new RoadTargets(hierarchy, [.. snaps.Select(snapper.Arrivals)]));
        RoadTargets.Workspace space = targets!.CreateWorkspace();
        long[] row = new long[snaps.Length];
        IReadOnlyList<SnapLink>[] moved = [snapper.Departures(snaps[1])];
        Figures.Row("one site moved: its row of 1500", 20, () => space.Weights(moved, row));

        var isochrones = new IsochroneMap(file.Network, hierarchy);
        int[] minutes = [15, 30, 45];
        Figures.Row("isochrones 15, 30, 45 minutes of one site", 25, () => isochrones.Contours([snaps[1]], minutes));
        Figures.Row("isochrones 15, 30, 45 minutes of 196 sites merged", 10, () => isochrones.Contours(snaps[..196], minutes));

        long Plain(int to)
        {
            long through = snapper.Arrivals(snaps[to]).Select(link => fromFirst[link.Node] == RoadWeight.Unreached ? RoadWeight.Unreached : fromFirst[link.Node] + link.Weight)
                .DefaultIfEmpty(RoadWeight.Unreached).Min();
            long best = Math.Min(through, snapper.SameEdge(snaps[0], snaps[to]));
            return best == RoadWeight.Unreached ? best : best + snaps[0].AccessWeight + snaps[to].AccessWeight;
        }
    }
}
