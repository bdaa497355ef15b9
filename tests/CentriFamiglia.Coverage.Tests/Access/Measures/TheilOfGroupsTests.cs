using CentriFamiglia.Coverage.Access.Measures;

namespace CentriFamiglia.Coverage.Tests.Access.Measures;

public class TheilOfGroupsTests
{
    [Fact]
    public void Between_and_within_sum_to_the_whole()
    {
        var random = new Random(11);
        for (int round = 0; round < 500; round++)
        {
            AccessValue[][] groups =
            [
                .. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Enumerable.Range(0, random.Next(1, 7))
                    .Select(_ => new AccessValue(random.Next(4) == 0 ? 0 : random.NextDouble() * 9, random.Next(0, 50), null)).ToArray()),
            ];
            double? whole = Inequality.Theil([.. groups.SelectMany(g => g)]);
            (double Between, double Within)? parts = Inequality.TheilOfGroups(groups);

            (parts is null).ShouldBe(whole is null);
            if (parts is { } p)
                (p.Between + p.Within).ShouldBe(whole!.Value, 1e-9);
        }
    }

    [Fact]
    public void Groups_alike_inside_differ_only_between_them()
    {
        (double between, double within) = Inequality.TheilOfGroups([[new(1, 10, null), new(1, 20, null)], [new(3, 30, null)]])!.Value;

        within.ShouldBe(0, 1e-12);
        between.ShouldBe((0.5 * 0.5 * Math.Log(0.5)) + (0.5 * 1.5 * Math.Log(1.5)), 1e-12);
    }
}
