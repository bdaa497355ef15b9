using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Routing;

namespace CentriFamiglia.Coverage.Tests.Travel.Roads.Routing;

/// <summary>Every fast way of computing equals the plain one, times and lengths, to the unit.</summary>
public class RoutingAgreementTests
{
    private const int Graphs = 2500;

    [Fact]
    public void A_sweep_finds_what_relaxing_every_arc_finds_both_ways() => ForAnyGraph((graph, random) =>
    {
        RoadHierarchy hierarchy = HierarchyBuilder.Build(graph);
        SnapLink[] starts = RandomRoads.Links(graph, random);

        All(graph, new RoadSweep(hierarchy).From(starts)).ShouldBe(ReferenceRoutes.From(graph, starts));
        All(graph, new RoadSweep(hierarchy.Reversed()).From(starts)).ShouldBe(ReferenceRoutes.From(RandomRoads.Turned(graph), starts));
    });

    [Fact]
    public void Many_to_many_finds_what_relaxing_every_arc_finds() => ForAnyGraph((graph, random) =>
    {
        SnapLink[][] from = [.. Enumerable.Range(0, random.Next(1, RoadTargets.Lanes + 1)).Select(_ => RandomRoads.Links(graph, random))];
        SnapLink[][] to = [.. Enumerable.Range(0, random.Next(8)).Select(_ => RandomRoads.Links(graph, random))];

        long[] weights = new long[from.Length * to.Length];
        new RoadTargets(HierarchyBuilder.Build(graph), to).CreateWorkspace().Weights(from, weights);

        weights.ShouldBe(from.SelectMany(source => Expected(ReferenceRoutes.From(graph, source), to)));
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

        weights.ShouldBe(places.SelectMany(source => Expected(ReferenceRoutes.From(graph, source), places)));
        All(graph, new RoadSweep(hierarchy).From(places[0])).ShouldBe(ReferenceRoutes.From(graph, places[0]));
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

    private static long[] All(RoadGraph graph, NodeWeights found) =>
        [.. Enumerable.Range(0, graph.NodeCount).Select(found.Of)];

    private static IEnumerable<long> Expected(long[] weights, SnapLink[][] to) => to.Select(links => links
        .Where(link => weights[link.Node] != RoadWeight.Unreached)
        .Select(link => weights[link.Node] + link.Weight)
        .DefaultIfEmpty(RoadWeight.Unreached)
        .Min());
}
