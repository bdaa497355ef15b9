using CentriFamiglia.Coverage.Travel.Roads.Routing;

namespace CentriFamiglia.Coverage.Tests.Travel.Roads.Routing;

public class SweepOrderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(100_000)]
    public void Every_position_comes_once_and_after_all_above_it(int longRange)
    {
        for (int seed = 0; seed < 200; seed++)
        {
            RoadHierarchy hierarchy = HierarchyBuilder.Build(RandomRoads.Any(new Random(seed)), cancellationToken: TestContext.Current.CancellationToken);
            bool[] done = new bool[hierarchy.NodeCount];

            new SweepOrder(hierarchy.Down, longRange).ForEach((start, end) =>
            {
                for (int at = start; at < end; at++)
                {
                    done[at].ShouldBeFalse();
                    foreach (int above in hierarchy.Down.Other.Span[hierarchy.Down.First.Span[at]..hierarchy.Down.First.Span[at + 1]])
                        done[above].ShouldBeTrue();
                    done[at] = true;
                }
            });

            done.ShouldAllBe(visited => visited);
        }
    }

    [Fact]
    public void Most_of_a_town_lies_in_few_ranges()
    {
        RoadHierarchy hierarchy = HierarchyBuilder.Build(RandomRoads.Grid(new Random(1), 60), cancellationToken: TestContext.Current.CancellationToken);
        int ranges = 0;

        new SweepOrder(hierarchy.Down, longRange: 1).ForEach((_, _) => Interlocked.Increment(ref ranges));

        ranges.ShouldBeLessThan(hierarchy.NodeCount / 10);
    }
}
