using CentriFamiglia.Coverage.Formats.Osm;
using CentriFamiglia.Coverage.Formats.Tests.Osm;
using CentriFamiglia.Coverage.TestPostGis;
using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Building;
using CentriFamiglia.Coverage.Travel.Roads.Routing;
using CentriFamiglia.Coverage.Travel.Roads.Routing.Contracting;

[assembly: AssemblyFixture(typeof(PostGisServer))]

namespace CentriFamiglia.Coverage.Formats.Tests.Roads;

/// <summary>pgRouting on the arcs and weights of our own network, junctions already split for turn restrictions.</summary>
public class PgRoutingTests(PostGisServer server)
{
    private const int Places = 60;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Extracts.Liechtenstein, "car")]
    [InlineData(Extracts.Liechtenstein, "foot")]
    [InlineData(Extracts.Monaco, "car")]
    [InlineData(Extracts.Town, "car")]
    [InlineData(Extracts.Town, "foot")]
    public async Task Sixty_places_by_sixty_are_as_far_as_pgRouting_says_to_the_tenth_of_a_second_and_the_decimetre(string name, string profile)
    {
        string extract = Extracts.PathOf(name);
        await using PgRouting pgRouting = await StartAsync();
        RoadNetwork network = RoadNetworkBuilder.Build(OsmFile.Open(extract), RoadProfile.Load(profile), cancellationToken: Cancel);
        var matrix = new TravelMatrix(network, HierarchyBuilder.Build(network.Graph, cancellationToken: Cancel), SnapOptions.Default);
        RoadSnap[] snaps = matrix.Snap(Anywhere(network));
        var arcs = new PlacedArcs(network, snaps);
        await pgRouting.LoadAsync("arcs", arcs.All());

        long[][] ours = [.. matrix.Rows(snaps, snaps, Cancel)];
        Dictionary<(long, long), long> theirs = await pgRouting.CostsAsync("arcs", arcs.Departures, arcs.Arrivals);

        theirs.Count.ShouldBe(Places * Places);
        for (int i = 0; i < Places; i++)
        {
            for (int j = 0; j < Places; j++)
                Units(ours[i][j]).ShouldBe(Units(theirs[(arcs.Departures[i], arcs.Arrivals[j])]), $"from {i} to {j}");
        }

        (network.Info.Report.NodesSplit > 0).ShouldBe(profile == "car", "restrictions bind cars");
    }

    [Theory]
    [InlineData(Extracts.Liechtenstein)]
    [InlineData(Extracts.Town)]
    public async Task Times_alone_are_those_of_pgRouting_on_times_alone(string name)
    {
        string extract = Extracts.PathOf(name);
        await using PgRouting pgRouting = await StartAsync();
        RoadNetwork network = RoadNetworkBuilder.Build(OsmFile.Open(extract), RoadProfile.Load("car"), cancellationToken: Cancel);
        long[] nodes = [.. new Random(3).GetItems(Enumerable.Range(0, network.Graph.NodeCount).ToArray(), Places).Distinct().Select(node => (long)node)];
        await pgRouting.LoadAsync("arcs", new PlacedArcs(network, []).All().Select(arc => arc with { Weight = RoadWeight.Deciseconds(arc.Weight) }));

        Dictionary<(long From, long To), long> theirs = await pgRouting.CostsAsync("arcs", nodes, nodes);

        SnapLink[][] links = [.. nodes.Select(node => new[] { new SnapLink((int)node, 0) })];
        RoadTargets.Workspace space = new RoadTargets(HierarchyBuilder.Build(network.Graph, cancellationToken: Cancel), links).CreateWorkspace();
        foreach ((int first, SnapLink[][] some) in links.Chunk(RoadTargets.Lanes).Select((some, block) => (block * RoadTargets.Lanes, some)))
        {
            long[] weights = new long[some.Length * nodes.Length];
            space.Weights(some, weights);
            for (int at = 0; at < weights.Length; at++)
            {
                (long from, long to) = (nodes[first + (at / nodes.Length)], nodes[at % nodes.Length]);
                if (from == to)
                    continue;
                theirs.TryGetValue((from, to), out long found).ShouldBe(weights[at] != RoadWeight.Unreached, $"from {from} to {to}");
                if (weights[at] != RoadWeight.Unreached)
                    found.ShouldBe(RoadWeight.Deciseconds(weights[at]), $"from {from} to {to}");
            }
        }
    }

    private async Task<PgRouting> StartAsync()
    {
        PgRouting? pgRouting = await PgRouting.CreateAsync(server);
        Assert.SkipWhen(pgRouting is null, PgRouting.WhyUnavailable);
        return pgRouting;
    }

    private static (int Deciseconds, long Decimetres) Units(long weight) => (RoadWeight.Deciseconds(weight), RoadWeight.Decimetres(weight));

    /// <summary>Up to 100 metres beside the junctions of the main component, so that places lie on edges and walk to them.</summary>
    private static (double Lon, double Lat)[] Anywhere(RoadNetwork network)
    {
        var random = new Random(1);
        int[] nodes = [.. Enumerable.Range(0, network.Graph.NodeCount).Where(v => network.Graph.NodeInMain.Span[v] == 1)];
        return
        [
            .. random.GetItems(nodes, Places).Select(v => (
                (network.Graph.NodeLon.Span[v] / 1e7) + (random.NextDouble() / 750),
                (network.Graph.NodeLat.Span[v] / 1e7) + (random.NextDouble() / 1100))),
        ];
    }
}
