using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Routing;
using CentriFamiglia.Coverage.Travel.Roads.Routing.Contracting;

namespace CentriFamiglia.Coverage.Tests.Travel.Roads.Routing;

/// <summary>Every fast way of computing equals the plain one, times and lengths, to the unit.</summary>
public class RoutingAgreementTests
{
    private const int Graphs = 2500;

    [Fact]
    public void Dijkstra_finds_what_relaxing_every_arc_finds() => ForAnyGraph((graph, random) =>
    {
        SnapLink[] starts = RandomRoads.Links(graph, random);

        RoadDijkstra.From(graph, starts).ShouldBe(ReferenceRoutes.From(graph, starts));
    });

    [Fact]
    public void A_bounded_search_finds_all_within_the_bound_and_nothing_beyond() => ForAnyGraph((graph, random) =>
    {
        SnapLink[] starts = RandomRoads.Links(graph, random);
        long limit = RoadWeight.Pack(random.Next(12), random.Next(12));

        RoadDijkstra.From(graph, starts, limit).ShouldBe(
            Array.ConvertAll(RoadDijkstra.From(graph, starts), weight => weight <= limit ? weight : RoadWeight.Unreached));
    });

    [Fact]
    public void A_sweep_finds_what_Dijkstra_finds_both_ways() => ForAnyGraph((graph, random) =>
    {
        RoadHierarchy hierarchy = HierarchyBuilder.Build(graph);
        SnapLink[] starts = RandomRoads.Links(graph, random);

        All(graph, new RoadSweep(hierarchy).From(starts)).ShouldBe(RoadDijkstra.From(graph, starts));
        All(graph, new RoadSweep(hierarchy.Reversed()).From(starts)).ShouldBe(RoadDijkstra.From(RandomRoads.Turned(graph), starts));
    });

    [Fact]
    public void The_nearest_place_and_its_label_are_those_of_Dijkstra() => ForAnyGraph((graph, random) =>
    {
        LabelledLink[] starts = RandomRoads.Labelled(Enumerable.Range(0, random.Next(6)).Select(_ => RandomRoads.Links(graph, random)));
        (long[] weights, int[] labels) = RoadDijkstra.Nearest(graph, starts);

        NearestPlaces found = new RoadSweep(HierarchyBuilder.Build(graph)).Nearest(starts, 1);

        All(graph, found).ShouldBe(weights);
        Enumerable.Range(0, graph.NodeCount).Select(v => found.Of(v).Label).ShouldBe(labels);
    });

    [Fact]
    public void Second_and_third_nearest_are_those_of_one_search_per_place() => ForAnyGraph((graph, random) =>
    {
        SnapLink[][] places = [.. Enumerable.Range(0, random.Next(6)).Select(_ => RandomRoads.Links(graph, random))];
        long[][] each = Array.ConvertAll(places, links => RoadDijkstra.From(graph, links));

        NearestPlaces found = new RoadSweep(HierarchyBuilder.Build(graph)).Nearest(RandomRoads.Labelled(places), 3);

        for (int v = 0; v < graph.NodeCount; v++)
        {
            (long, int)[] expected =
            [
                .. each.Select((weights, label) => (Weight: weights[v], Label: label)).Where(place => place.Weight != RoadWeight.Unreached).Order().Take(3),
                .. Enumerable.Repeat((RoadWeight.Unreached, -1), 3),
            ];
            Enumerable.Range(0, 3).Select(rank => found.Of(v, rank)).ShouldBe(expected.Take(3));
        }
    });

    [Fact]
    public void Many_to_many_finds_what_Dijkstra_finds() => ForAnyGraph((graph, random) =>
    {
        SnapLink[][] from = [.. Enumerable.Range(0, random.Next(1, RoadTargets.Lanes + 1)).Select(_ => RandomRoads.Links(graph, random))];
        SnapLink[][] to = [.. Enumerable.Range(0, random.Next(8)).Select(_ => RandomRoads.Links(graph, random))];

        long[] weights = new long[from.Length * to.Length];
        new RoadTargets(HierarchyBuilder.Build(graph), to).CreateWorkspace().Weights(from, weights);

        weights.ShouldBe(from.SelectMany(source => Expected(RoadDijkstra.From(graph, source), to)));
    });

    [Theory]
    [InlineData(8)]
    [InlineData(25)]
    [InlineData(60)]
    public void In_a_town_of_crossing_streets_all_agree(int side)
    {
        var random = new Random(side);
        RoadGraph graph = RandomRoads.Grid(random, side);
        RoadHierarchy hierarchy = HierarchyBuilder.Build(graph, cancellationToken: TestContext.Current.CancellationToken);
        SnapLink[][] places = [.. Enumerable.Range(0, RoadTargets.Lanes).Select(_ => new[] { new SnapLink(random.Next(graph.NodeCount), 0) })];
        long[] weights = new long[places.Length * places.Length];

        new RoadTargets(hierarchy, places).CreateWorkspace().Weights(places, weights);

        weights.ShouldBe(places.SelectMany(source => Expected(RoadDijkstra.From(graph, source), places)));
        All(graph, new RoadSweep(hierarchy).From(places[0])).ShouldBe(RoadDijkstra.From(graph, places[0]));
    }

    [Fact]
    public void The_same_graph_gives_the_same_hierarchy()
    {
        RoadGraph graph = RandomRoads.Grid(new Random(3), 40);
        RoadHierarchy one = HierarchyBuilder.Build(graph, cancellationToken: TestContext.Current.CancellationToken);
        RoadHierarchy two = HierarchyBuilder.Build(graph, cancellationToken: TestContext.Current.CancellationToken);

        two.Position.ToArray().ShouldBe(one.Position.ToArray());
        two.Up.Other.ToArray().ShouldBe(one.Up.Other.ToArray());
        two.Down.Weight.ToArray().ShouldBe(one.Down.Weight.ToArray());
    }

    private static void ForAnyGraph(Action<RoadGraph, Random> property)
    {
        for (int seed = 0; seed < Graphs; seed++)
        {
            var random = new Random(seed);
            property(RandomRoads.Any(random), random);
        }
    }

    private static long[] All(RoadGraph graph, NearestPlaces found) =>
        [.. Enumerable.Range(0, graph.NodeCount).Select(v => found.Of(v).Weight)];

    private static IEnumerable<long> Expected(long[] weights, SnapLink[][] to) => to.Select(links => links
        .Where(link => weights[link.Node] != RoadWeight.Unreached)
        .Select(link => weights[link.Node] + link.Weight)
        .DefaultIfEmpty(RoadWeight.Unreached)
        .Min());
}
