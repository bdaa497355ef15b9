using CentriFamiglia.Coverage.Formats.Osm;
using CentriFamiglia.Coverage.Formats.Roads;
using CentriFamiglia.Coverage.Formats.Tests.Roads;
using CentriFamiglia.Coverage.TestPostGis;
using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Building;
using CentriFamiglia.Coverage.Travel.Roads.Routing;
using CentriFamiglia.Coverage.Travel.Roads.Routing.Contracting;

namespace CentriFamiglia.Coverage.Bench.Roads;

/// <summary>
/// Matrices by our engine, by our own Dijkstra and by other engines in one run: pgRouting on the same arcs and weights, whose every
/// figure must equal ours, and Valhalla, from its own reading of the same extract, whose metres are compared.
/// </summary>
internal static class BesideFigures
{
    /// <param name="given">Path of an extract, or of a <c>.roads</c> file (no Valhalla).</param>
    /// <param name="from">Places to start from, the first of those to go to.</param>
    /// <param name="to">Places to go to.</param>
    public static async Task RunAsync(string given, int from, int to)
    {
        using RoadNetworkFile? file = given.EndsWith(".roads", StringComparison.Ordinal) ? RoadNetworkFile.Open(given) : null;
        RoadNetwork network = file?.Network ?? RoadNetworkBuilder.Build(OsmFile.Open(given), RoadProfile.Load("car"));
        RoadHierarchy hierarchy = (file is null ? null : HierarchySections.Read(file)) ?? HierarchyBuilder.Build(network.Graph);
        var matrix = new TravelMatrix(network, hierarchy, SnapOptions.Default);
        (double Lon, double Lat)[] places = Junctions(network, to);
        RoadSnap[] snaps = matrix.Snap(places);
        string size = $"{from} x {to}";

        long[][] rows = [];
        double ours = Figures.Row($"{size} minutes and metres, ours", 9, () => rows = [.. matrix.Rows(snaps[..from], snaps)]);
        var snapper = new RoadSnapper(network);
        Beside(ours, Figures.Row($"{size}, plain Dijkstra, one search a place", 1,
            () => Parallel.For(0, from, i => PlainDijkstra.From(network.Graph, snapper.Departures(snaps[i])))));
        if (await PgRoutingAsync(network, snaps, rows, size) is { } pgRouting)
            Beside(ours, pgRouting);
        if (file is null && from == to)
            Valhalla.Compare(given, places, rows, ours);
    }

    internal static void Beside(double ours, double theirs) => Figures.Line("times ours", $"{theirs / ours:0}");

    private static async Task<double?> PgRoutingAsync(RoadNetwork network, RoadSnap[] snaps, long[][] rows, string size)
    {
        await using var server = new PostGisServer();
        await using PgRouting? other = await PgRouting.CreateAsync(server);
        if (other is null)
        {
            Figures.Line("pgRouting", PgRouting.WhyUnavailable);
            return null;
        }

        var arcs = new PlacedArcs(network, snaps);
        await other.LoadAsync("arcs", arcs.All());
        Dictionary<(long, long), long> found = [];
        long[] departures = arcs.Departures[..rows.Length];
        long[] arrivals = arcs.Arrivals;
        double best = Figures.Row(
            $"{size}, pgRouting {await other.VersionAsync()}, pgr_dijkstraCost on the same arcs and weights", 3,
            () => found = other.CostsAsync("arcs", departures, arrivals).GetAwaiter().GetResult());
        Figures.Check(Enumerable.Range(0, rows.Length).All(i => Enumerable.Range(0, snaps.Length).All(j =>
            rows[i][j] == found.GetValueOrDefault((departures[i], arrivals[j]), RoadWeight.Unreached))));
        return best;
    }

    /// <summary>Junctions of ordinary roads in the main component, the same ones every time.</summary>
    private static (double Lon, double Lat)[] Junctions(RoadNetwork network, int count)
    {
        RoadEdges edges = network.Edges;
        HashSet<int> nodes = [];
        for (int edge = 0; edge < edges.Count; edge++)
        {
            var kind = (RoadClass)edges.Class.Span[edge];
            if (kind is >= RoadClass.Primary and <= RoadClass.Residential && ((RoadTraits)edges.Traits.Span[edge]).HasFlag(RoadTraits.MainComponent))
                nodes.Add(Math.Max(edges.ForwardHead.Span[edge], edges.BackwardHead.Span[edge]));
        }

        int[] shuffled = [.. nodes.Order()];
        new Random(1).Shuffle(shuffled);
        return [.. shuffled.Take(count).Select(node => (network.Graph.NodeLon.Span[node] / 1e7, network.Graph.NodeLat.Span[node] / 1e7))];
    }
}
