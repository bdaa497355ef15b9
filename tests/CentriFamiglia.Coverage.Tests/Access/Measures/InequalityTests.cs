using CentriFamiglia.Coverage.Access.Measures;

namespace CentriFamiglia.Coverage.Tests.Access.Measures;

/// <summary>Indices of inequality: small cases worked out by hand, and random ones against the residents taken one by one.</summary>
public class InequalityTests
{
    private const double Exact = 1e-12;

    // Ten people with an income of 1 to 10 and as much access.
    private static readonly AccessValue[] _ten = [.. Enumerable.Range(1, 10).Select(i => new AccessValue(i, 1, i))];

    [Theory]
    [InlineData("1x1 3x1", 0.25)]
    [InlineData("3x1 1x1", 0.25)]
    [InlineData("0x3 4x1", 0.75)]
    [InlineData("2x5 2x7", 0.0)]
    [InlineData("1x2 3x2 9x0", 0.25)]
    [InlineData("0x3", null)]
    [InlineData("5x0", null)]
    [InlineData("", null)]
    public void Gini_is_half_the_mean_difference_over_the_mean(string values, double? gini) => Same(Inequality.Gini(Of(values)), gini);

    [Theory]
    [InlineData("1x1 3x1", 0.13081203594113694)]
    [InlineData("0x1 2x1", 0.69314718055994529)]
    [InlineData("2x5 2x7", 0.0)]
    [InlineData("0x3", null)]
    [InlineData("5x0", null)]
    public void Theil_is_the_mean_of_the_ratio_times_its_logarithm(string values, double? theil) =>
        Same(Inequality.Theil(Of(values)), theil);

    [Theory]
    [InlineData(0, 0.75)]
    [InlineData(1, 0.3125)]
    [InlineData(2, 0.171875)]
    public void Poverty_counts_those_below_the_line_and_how_far(int power, double poverty)
    {
        Same(Inequality.Poverty(Of("1x1 3x2 4x1"), 4, power), poverty);
        Inequality.Poverty(Of("1x1"), 0, power).ShouldBeNull();
        Inequality.Poverty(Of("1x0"), 4, power).ShouldBeNull();
        Inequality.Poverty(Of("4x3 9x1"), 4, power).ShouldBe(0);
    }

    [Fact]
    public void Palma_sets_the_richest_tenth_against_the_poorest_four()
    {
        // Quantiles by place: 4.6 and 9.1. Above stands the tenth, below the first four: 10 over 2.5.
        Same(Inequality.Palma(_ten), 4);
        Same(Inequality.Palma(_ten.Append(new AccessValue(500, 5, null))), 4);
        // Two incomes: all below the first quantile have 2, nobody stands above the second.
        Inequality.Palma([new(2, 6, 1), new(9, 4, 2)]).ShouldBeNull();
        // Nineteen with 1, one with 2: the ninth tenth is at 1.
        Same(Inequality.Palma([new(2, 19, 1), new(9, 1, 2)]), 4.5);
        // Half of what lies between two neighbours: of three people the quantiles are 1.8 and 2.8.
        Same(Inequality.Palma([new(2, 1, 1), new(5, 1, 2), new(8, 1, 3)]), 4);
        Inequality.Palma([new(0, 4, 1), new(9, 1, 2)]).ShouldBeNull();
        Inequality.Palma([new(1, 0, 1)]).ShouldBeNull();
        Inequality.Palma([new(1, 1, null)]).ShouldBeNull();
        Same(Inequality.Palma([new(3, 1, 1), new(6, 1, 2), new(100, 0, 0)]), 2);
    }

    [Fact]
    public void Concentration_is_positive_where_the_richer_have_more()
    {
        // Twice the sum of access by rank, 35.75, over all access, 55, less one.
        Same(Inequality.Concentration(_ten), 0.3);
        Same(Inequality.Concentration(_ten.Select(v => v with { Income = -v.Income })), -0.3);
        Same(Inequality.CorrectedConcentration(_ten), 4 * 5.5 / 9 * 0.3);
        // One of unknown income widens the range and counts for nothing else.
        Same(Inequality.CorrectedConcentration([.. _ten, new(19, 1, null)]), 4 * 5.5 / 18 * 0.3);
        Inequality.Concentration([new(0, 1, 1)]).ShouldBeNull();
        Inequality.Concentration([new(1, 1, null)]).ShouldBeNull();
        Inequality.CorrectedConcentration([new(4, 1, 1), new(4, 2, 2)]).ShouldBeNull();
        Inequality.CorrectedConcentration([]).ShouldBeNull();
    }

    [Fact]
    public void Of_many_residents_each_index_is_that_of_the_residents_one_by_one()
    {
        var random = new Random(5);
        for (int round = 0; round < 200; round++)
        {
            AccessValue[] groups = [.. Enumerable.Range(0, random.Next(2, 7))
                .Select(i => new AccessValue(random.Next(1, 9), random.Next(0, 6), i)), new(random.Next(1, 9), 1, 7)];
            double[] people = [.. groups.SelectMany(g => Enumerable.Repeat(g.Access, (int)g.Weight))];
            (int n, double mean) = (people.Length, people.Average());

            Same(Inequality.Gini(groups), people.SelectMany(_ => people, (a, b) => Math.Abs(a - b)).Sum() / (2 * n * n * mean));
            Same(Inequality.Theil(groups), people.Average(x => x / mean * Math.Log(x / mean)));
            Same(Inequality.Concentration(groups), (2 / (n * mean) * people.Select((x, i) => x * (i + 0.5) / n).Sum()) - 1);
        }
    }

    private static AccessValue[] Of(string values) =>
        [.. values.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => v.Split('x'))
            .Select(v => new AccessValue(double.Parse(v[0]), double.Parse(v[1]), null))];

    private static void Same(double? value, double? expected)
    {
        if (expected is not { } number)
            value.ShouldBeNull();
        else
            value.ShouldNotBeNull().ShouldBe(number, Exact);
    }
}
