using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access.Measures;

namespace CentriFamiglia.Coverage.Tests.Access.Measures;

/// <summary>Cumulative opportunities over an interval of limits, and the cost at which supply balances demand. R is not installed and judges nothing here.</summary>
public class LimitsAndBalanceTests
{
    /// <summary>One demand: 4 at 2, 2 at 5, 10 at 7.5; another reaches nothing.</summary>
    private static readonly AccessMatrix _matrix = Of(10);

    [Theory]
    // Within 4, 5, 6, 7 and 8: 4, 6, 6, 6, 16.
    [InlineData(4, 8, IntervalSummary.Median, 6)]
    [InlineData(4, 8, IntervalSummary.Mean, 7.6)]
    [InlineData(4, 8, IntervalSummary.Least, 4)]
    [InlineData(4, 8, IntervalSummary.Greatest, 16)]
    // Within 1, 2, 3, 4, 5 and 6: 0, 4, 4, 4, 6, 6.
    [InlineData(1, 6, IntervalSummary.Median, 4)]
    [InlineData(1, 6, IntervalSummary.Mean, 4)]
    // Within 4 and 5: 4, 6.
    [InlineData(4, 5, IntervalSummary.Median, 5)]
    public void The_opportunities_within_each_limit_become_one_value(int from, int to, IntervalSummary summary, double value)
    {
        double?[] found = CumulativeInterval.Of(_matrix, [.. Enumerable.Range(from, to - from + 1).Select(l => (double)l)], summary);

        found[0]!.Value.ShouldBe(value, 1e-12);
        found[1].ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4.9)]
    [InlineData(7.5)]
    public void An_interval_of_one_limit_is_cumulative_within_it(double limit)
    {
        foreach (IntervalSummary summary in Enum.GetValues<IntervalSummary>())
            CumulativeInterval.Of(_matrix, [limit], summary).ShouldBe(AccessMeasures.Sum(_matrix, new NoDecay { Limit = limit }));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(11)]
    public void Limit_by_limit_counted_each_for_itself_they_are_the_same(int seed)
    {
        var random = new Random(seed);
        var matrix = new AccessMatrix(9, [.. Enumerable.Range(0, 7).Select(_ => (double)random.Next(20))], [.. Enumerable.Repeat(1.0, 9)],
            [.. Enumerable.Range(0, 9).SelectMany(i => Enumerable.Range(0, 7).Select(j => (i, j, (double)random.Next(60))))]);
        ImmutableArray<double> limits = [.. Enumerable.Range(10, 31).Select(l => (double)l)];
        double?[][] each = [.. limits.Select(limit => AccessMeasures.Sum(matrix, new NoDecay { Limit = limit }))];

        for (int i = 0; i < 9; i++)
        {
            double[] sorted = [.. each.Select(values => values[i]!.Value).Order()];
            CumulativeInterval.Of(matrix, limits, IntervalSummary.Median)[i].ShouldBe(sorted[15]);
            CumulativeInterval.Of(matrix, limits, IntervalSummary.Mean)[i]!.Value.ShouldBe(sorted.Sum() / 31, 1e-12);
        }
    }

    [Theory]
    [InlineData(0, null, 0.0)]
    [InlineData(4, null, 2.0)]
    [InlineData(4.5, null, 5.0)]
    [InlineData(6, null, 5.0)]
    [InlineData(16, null, 7.5)]
    [InlineData(17, null, null)]
    [InlineData(16, 1.0, 8.0)]
    [InlineData(16, 2.5, 7.5)]
    [InlineData(6, 1.0, 5.0)]
    [InlineData(4, 0.1, 2.0)]
    [InlineData(4, 5.0, 5.0)]
    public void The_cost_of_balance_is_where_as_much_is_in_reach_as_there_are_people(double people, double? increment, double? cost)
    {
        double?[] found = BalancingCost.Of(Of(people), increment);

        found[0].ShouldBe(cost);
        found[1].ShouldBe(people > 0 ? null : 0);
    }

    private static AccessMatrix Of(double people) => new(2, [4, 2, 10], [people, people], [(0, 0, 2), (0, 1, 5), (0, 2, 7.5)]);
}
