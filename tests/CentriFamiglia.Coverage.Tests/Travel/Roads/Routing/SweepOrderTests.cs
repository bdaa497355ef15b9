using CentriFamiglia.Coverage.Travel.Roads.Routing;
using CentriFamiglia.Coverage.Travel.Roads.Routing.Contracting;

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
    public void In_a_range_that_is_worked_on_together_nobody_waits_for_another()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            RoadHierarchy hierarchy = HierarchyBuilder.Build(
                RandomRoads.Any(new Random(seed)), cancellationToken: TestContext.Current.CancellationToken);

            // Each call is a whole range: there are fewer positions than a processor takes at once.
            new SweepOrder(hierarchy.Down, longRange: 1).ForEach((start, end) =>
            {
                foreach (int above in hierarchy.Down.Other.Span[hierarchy.Down.First.Span[start]..hierarchy.Down.First.Span[end]])
                    above.ShouldBeLessThan(start, $"seed {seed}");
            });
        }
    }

    [Theory]
    [InlineData(1, "0-2 2-3 3-6")]
    [InlineData(3, "0-3 3-6")]
    [InlineData(4, "0-6")]
    public void A_position_below_the_first_of_a_range_begins_the_next(int longRange, string ranges)
    {
        // 2 lies below 0, 3 below 2, 5 below 1: 4 and 5 wait for nobody that 3 does not wait for.
        var down = new HierarchyArcs(new[] { 0, 0, 0, 1, 2, 2, 3 }, new[] { 0, 2, 1 }, new long[] { 1, 1, 1 });
        List<string> found = [];

        new SweepOrder(down, longRange).ForEach((start, end) => found.Add($"{start}-{end}"));

        string.Join(' ', found).ShouldBe(ranges);
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
