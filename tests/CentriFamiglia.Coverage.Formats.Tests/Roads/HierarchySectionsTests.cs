using CentriFamiglia.Coverage.Formats.Roads;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Formats.Tests.Osm;
using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Building;
using CentriFamiglia.Coverage.Travel.Roads.Routing;
using CentriFamiglia.Coverage.Travel.Roads.Routing.Contracting;

namespace CentriFamiglia.Coverage.Formats.Tests.Roads;

/// <summary>A whole country through the file and back, with its hierarchy.</summary>
public abstract class HierarchySectionsTests(string country, string street) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("roads").FullName;

    private string At(string name) => Path.Combine(_folder, name);

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Sixty_by_sixty_places_of_a_country_have_no_gap_and_equal_Dijkstra()
    {
        using RoadNetworkFile file = Written(country, hierarchy => hierarchy);
        RoadGraph graph = file.Network.Graph;
        var random = new Random(60);
        int[] nodes = [.. Enumerable.Range(0, graph.NodeCount).Where(v => graph.NodeInMain.Span[v] == 1)];
        (double Lon, double Lat)[] places =
            [.. random.GetItems(nodes, 60).Select(v => ((graph.NodeLon.Span[v] / 1e7) + (random.NextDouble() / 500), graph.NodeLat.Span[v] / 1e7))];
        var matrix = new TravelMatrix(file.Network, HierarchySections.Read(file)!, SnapOptions.Default);
        RoadSnap[] snaps = matrix.Snap(places);

        long[][] rows = [.. matrix.Rows(snaps, snaps, TestContext.Current.CancellationToken)];

        var snapper = new RoadSnapper(file.Network);
        for (int i = 0; i < rows.Length; i++)
        {
            long[] reached = PlainDijkstra.From(graph, snapper.Departures(snaps[i]));
            for (int j = 0; j < rows.Length; j++)
            {
                long direct = snapper.SameEdge(snaps[i], snaps[j]);
                long through = snapper.Arrivals(snaps[j]).Where(arrival => reached[arrival.Node] != RoadWeight.Unreached)
                    .Min(arrival => reached[arrival.Node] + arrival.Weight);
                rows[i][j].ShouldBe(Math.Min(Math.Min(direct, through) + snaps[i].AccessWeight + snaps[j].AccessWeight, snaps[i].WalkTo(snaps[j])));
            }
        }
    }

    [Fact]
    public void The_nearest_of_forty_places_is_the_same_by_sweep_and_by_Dijkstra_for_every_node_of_the_country()
    {
        using RoadNetworkFile file = Written(country, hierarchy => hierarchy);
        RoadGraph graph = file.Network.Graph;
        var random = new Random(40);
        SnapLink[] places = [.. Enumerable.Range(0, 40).Select(_ => new SnapLink(random.Next(graph.NodeCount), 0))];

        NodeWeights found = new RoadSweep(HierarchySections.Read(file)!).From(places);

        Enumerable.Range(0, graph.NodeCount).Select(found.Of).ShouldBe(PlainDijkstra.From(graph, places));
    }

    [Fact]
    public void A_file_without_a_hierarchy_says_so()
    {
        RoadNetworkFile.Write(At("a.roads"), Built(street));
        using RoadNetworkFile file = RoadNetworkFile.Open(At("a.roads"));

        HierarchySections.Read(file).ShouldBeNull();
    }

    [Fact]
    public void A_hierarchy_of_another_network_is_refused()
    {
        using RoadNetworkFile twice = Written(street, hierarchy => hierarchy with { Position = new int[hierarchy.NodeCount] });
        Should.Throw<SourceFileException>(() => HierarchySections.Read(twice)).Message.ShouldContain("non appartiene a questa rete");

        using RoadNetworkFile rising = Written(street, hierarchy => hierarchy with
        {
            Up = hierarchy.Up with { Other = Enumerable.Repeat(hierarchy.NodeCount - 1, hierarchy.Up.Count).ToArray() },
        });
        Should.Throw<SourceFileException>(() => HierarchySections.Read(rising)).Cure.ShouldContain("roads build");
    }

    private RoadNetworkFile Written(string extract, Func<RoadHierarchy, RoadHierarchy> change)
    {
        RoadNetwork network = Built(extract);
        RoadHierarchy hierarchy = HierarchyBuilder.Build(network.Graph, cancellationToken: TestContext.Current.CancellationToken);
        string path = At(Path.GetRandomFileName() + ".roads");
        RoadNetworkFile.Write(path, network, more: HierarchySections.Of(change(hierarchy)));
        return RoadNetworkFile.Open(path);
    }

    private static RoadNetwork Built(string extract) =>
        RoadNetworkBuilder.Build(Extracts.Open(extract), RoadProfile.Load("car"), cancellationToken: TestContext.Current.CancellationToken);
}

public sealed class HierarchySectionsOfLiechtenstein() : HierarchySectionsTests(Extracts.Liechtenstein, Extracts.ViaMontebello);

public sealed class HierarchySectionsOfOwnTown() : HierarchySectionsTests(Extracts.Town, Extracts.Town);
