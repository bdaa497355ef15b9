using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access.Measures;

namespace CentriFamiglia.Coverage.Tests.Access.Measures;

/// <summary>
/// By hand: 10 residents reach a site that offers 4 at 2 and one that offers 2 at 5, 20 residents only the second, at 3. Costs from 3 on weigh a half. The judges of the larger
/// cases are whole tables of weights, multiplied out as the papers write them; PySAL's <c>access</c> is not installed and judges nothing here.
/// </summary>
public class CatchmentVariantsTests
{
    private const double Exact = 1e-12;

    private static readonly StepDecay _half = new([(3, 0.5)]);

    /// <summary>The first demand chooses the first site with 1 / 1.5: it is asked for by 10 * 2/3, the second one by 10 * 1/3 * 0.5 + 20 * 0.5.</summary>
    [Fact]
    public void In_three_steps_a_demand_is_shared_out_by_the_weights_of_its_sites_first()
    {
        (double first, double second) = (4 / (20 / 3.0), 2 / (35 / 3.0));

        Near(CatchmentVariants.ThreeStep(Small(), _half), (2 / 3.0 * first) + (1 / 3.0 * 0.5 * second), 0.5 * second);
        Near(CatchmentVariants.ThreeStep(Small(), _half), 3 / 7.0, 3 / 35.0);
    }

    /// <summary>The first site draws the first demand with 4 * 1 against 2 * 0.5: 0.8 of it.</summary>
    [Fact]
    public void With_the_chances_of_Huff_what_offers_more_draws_more()
    {
        Near(CatchmentVariants.Huff(Small(), _half), (0.8 * 4 / 8) + (0.2 * 0.5 * 2 / 11), 0.5 * 2 / 11);
        Near(CatchmentVariants.HuffVisits(Small(), _half), 8, 2 + 20);
    }

    /// <summary>The second site is at half weight for all: half of what it offers, 1 of 2, reaches nobody.</summary>
    [Fact]
    public void The_modified_catchment_does_not_share_out_what_is_far_for_all()
    {
        double?[] values = CatchmentVariants.Modified(Small(), _half);

        Near(values, (4 / 10.0) + (0.25 * 2 / 15), 0.25 * 2 / 15);
        ((10 * values[0]!.Value) + (20 * values[1]!.Value)).ShouldBe(4 + 1, Exact);
    }

    /// <summary>Within 10 the weights are 0.96, 0.75 and 0.91; a kernel of 5 cuts the first demand off the second site, at its very edge.</summary>
    [Fact]
    public void A_kernel_is_a_catchment_that_fades_to_nothing_at_its_edge()
    {
        Near(AccessMeasures.FloatingCatchment(Small(), new KernelDecay(Kernel.Epanechnikov, 10)), 0.4 + (0.75 * 2 / 25.7), 0.91 * 2 / 25.7);
        Near(AccessMeasures.FloatingCatchment(Small(), new KernelDecay(Kernel.Epanechnikov, 5)), 0.4, 0.1);
    }

    [Theory]
    [InlineData("linear", 0, 1)]
    [InlineData("linear", 15, 0.5)]
    [InlineData("linear", 30, 0)]
    [InlineData("linear", 31, 0)]
    [InlineData("logistic", 0, 1)]
    [InlineData("logistic", 30, 0.5021667102549916)]
    [InlineData("logistic", 20, 0.8635463986548392)]
    [InlineData("logistic", 45, 0.0620305901291286)]
    [InlineData("logistic", 1e6, 0)]
    [InlineData("epanechnikov", 0, 1)]
    [InlineData("epanechnikov", 15, 0.75)]
    [InlineData("epanechnikov", 30, 0)]
    [InlineData("epanechnikov", 31, 0)]
    [InlineData("quartic", 0, 1)]
    [InlineData("quartic", 15, 0.5625)]
    [InlineData("quartic", 45, 0)]
    [InlineData("gaussian", 0, 1)]
    [InlineData("gaussian", 15, 0.7013665732390044)]
    [InlineData("gaussian", 29.999999, 0)]
    [InlineData("gaussian", 60, 0)]
    public void A_decay_has_its_weight_at_each_cost(string kind, double cost, double weight)
    {
        Decay decay = kind switch
        {
            "linear" => new LinearDecay(30),
            "logistic" => new LogisticDecay(30, 10),
            "epanechnikov" => new KernelDecay(Kernel.Epanechnikov, 30),
            "quartic" => new KernelDecay(Kernel.Quartic, 30),
            _ => new KernelDecay(Kernel.Gaussian, 30),
        };

        decay.Of(cost).ShouldBe(weight, 1e-7);
        (decay with { Limit = 10 }).Of(cost).ShouldBe(cost > 10 ? 0 : weight, 1e-7);
    }

    [Fact]
    public void With_one_site_for_all_there_is_nothing_to_choose()
    {
        var matrix = new AccessMatrix(3, [7], [10, 20, 30], [(0, 0, 1), (1, 0, 4), (2, 0, 9)]);

        Same(CatchmentVariants.ThreeStep(matrix, _half), AccessMeasures.FloatingCatchment(matrix, _half));
        Same(CatchmentVariants.Huff(matrix, _half), AccessMeasures.FloatingCatchment(matrix, _half));
    }

    [Fact]
    public void What_nobody_could_use_gives_nothing_and_where_nothing_is_in_reach_the_value_is_zero()
    {
        // The first site is reached only by a demand without weight; the third demand reaches nothing; the third site offers nothing.
        var matrix = new AccessMatrix(3, [4, 2, 0], [0, 20, 5], [(0, 0, 1), (1, 1, 1), (1, 2, 1)]);
        var all = new NoDecay();

        // Half of the second demand chooses the site that offers nothing: 2 for the other ten, of which each has a half.
        CatchmentVariants.ThreeStep(matrix, all).ShouldBe([0, 0.1, 0]);
        CatchmentVariants.Huff(matrix, all).ShouldBe([0, 0.1, 0]);
        CatchmentVariants.HuffVisits(matrix, all).ShouldBe([0, 20, 0]);
        CatchmentVariants.Modified(matrix, all).ShouldBe([0, 0.1, 0]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Access_by_demand_adds_up_to_all_that_anyone_reaches_and_never_to_more(int seed)
    {
        AccessMatrix matrix = Many(seed);
        var decay = new GaussianDecay(20) { Limit = 60 };
        double reached = Enumerable.Range(0, matrix.Sites)
            .Where(j => Enumerable.Range(0, matrix.Demands).Any(i => matrix.Weights[i] > 0 && matrix.Row(i).Any(p => p.Site == j && p.Cost <= 60)))
            .Sum(j => matrix.Supply[j]);

        Total(AccessMeasures.FloatingCatchment(matrix, decay)).ShouldBe(reached, 1e-9);
        Total(CatchmentVariants.ThreeStep(matrix, decay)).ShouldBe(reached, 1e-9);
        Total(CatchmentVariants.Huff(matrix, decay)).ShouldBe(reached, 1e-9);
        Total(CatchmentVariants.Modified(matrix, decay)).ShouldBeLessThan(reached);
        foreach ((double? modified, double? enhanced) in CatchmentVariants.Modified(matrix, decay).Zip(AccessMeasures.FloatingCatchment(matrix, decay)))
            modified!.Value.ShouldBeLessThanOrEqualTo(enhanced!.Value);

        double Total(double?[] values) => values.Zip(matrix.Weights, (v, w) => v!.Value * w).Sum();
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Whole_tables_multiplied_out_give_the_same(int seed)
    {
        AccessMatrix matrix = Many(seed);
        var decay = new ExponentialDecay(0.05) { Limit = 50 };
        double[][] weight = [.. Enumerable.Range(0, matrix.Demands).Select(i => Dense(matrix, i, decay))];
        double[][] chance = [.. weight.Select(row => row.Select(w => w / Math.Max(row.Sum(), double.Epsilon)).ToArray())];
        double[][] drawn = [.. weight.Select(row => row.Select((w, j) => w * matrix.Supply[j]).ToArray())];
        double[][] huff = [.. drawn.Select(row => row.Select(a => a / Math.Max(row.Sum(), double.Epsilon)).ToArray())];

        Same(CatchmentVariants.ThreeStep(matrix, decay), Access((i, j) => chance[i][j] * weight[i][j], (i, j) => chance[i][j] * weight[i][j]));
        Same(CatchmentVariants.Huff(matrix, decay), Access((i, j) => huff[i][j] * weight[i][j], (i, j) => huff[i][j] * weight[i][j]));
        Same(CatchmentVariants.Modified(matrix, decay), Access((i, j) => weight[i][j], (i, j) => weight[i][j] * weight[i][j]));
        Same(CatchmentVariants.HuffVisits(matrix, decay), [.. Enumerable.Range(0, matrix.Sites).Select(j => (double?)huff.Select((row, i) => row[j] * matrix.Weights[i]).Sum())]);

        double?[] Access(Func<int, int, double> asks, Func<int, int, double> gives) =>
        [
            .. Enumerable.Range(0, matrix.Demands).Select(i => (double?)Enumerable.Range(0, matrix.Sites).Sum(j =>
            {
                double asked = Enumerable.Range(0, matrix.Demands).Sum(k => asks(k, j) * matrix.Weights[k]);
                return asked > 0 ? gives(i, j) * matrix.Supply[j] / asked : 0;
            })),
        ];
    }

    /// <summary>A site of 4 is reached by 10 residents, one of 2 by 10 and 20; per unit of what those have in reach it is the crowd of Wang 2018.</summary>
    [Fact]
    public void From_the_side_of_the_sites_the_demand_is_what_is_reached()
    {
        AccessMatrix sites = Small().Transposed();

        Near(AccessMeasures.Nearest(sites), 2, 3);
        Near(AccessMeasures.Sum(sites, new NoDecay { Limit = 3 }), 10, 20);
        Near(AccessMeasures.Sum(sites, _half), 10, 15);
        // The first demand has 4 + 2 to choose from, the second 2: 10 / 6 and 20 / 2.
        Near(AccessMeasures.FloatingCatchment(sites, new NoDecay()), 10 / 6.0, (10 / 6.0) + 10);
    }

    private static AccessMatrix Small() => new(2, [4, 2], [10, 20], [(0, 0, 2), (0, 1, 5), (1, 1, 3)]);

    /// <summary>Thirty demands, one of them empty, and eight sites, one of which offers nothing and one is far from all; two pairs in three can be travelled.</summary>
    private static AccessMatrix Many(int seed)
    {
        var random = new Random(seed);
        ImmutableArray<double> supply = [0, 3, 5, 1, 8, 2, 2, 4], weights = [0, .. Enumerable.Range(0, 29).Select(_ => (double)random.Next(1, 500))];
        return new AccessMatrix(30, supply, weights, [.. Enumerable.Range(0, 30).SelectMany(i => Enumerable.Range(0, 8)
            .Where(_ => random.Next(3) > 0).Select(j => (i, j, j == 7 ? 1000 : random.NextDouble() * 90)))]);
    }

    private static double[] Dense(AccessMatrix matrix, int demand, Decay decay)
    {
        double[] row = new double[matrix.Sites];
        foreach ((int site, double cost) in matrix.Row(demand))
            row[site] = decay.Of(cost);
        return row;
    }

    private static void Same(double?[] found, double?[] expected)
    {
        found.Length.ShouldBe(expected.Length);
        for (int i = 0; i < found.Length; i++)
            found[i]!.Value.ShouldBe(expected[i]!.Value, 1e-9, $"{i}");
    }

    private static void Near(double?[] values, double first, double second)
    {
        values.Length.ShouldBe(2);
        values[0].ShouldNotBeNull().ShouldBe(first, Exact);
        values[1].ShouldNotBeNull().ShouldBe(second, Exact);
    }
}
