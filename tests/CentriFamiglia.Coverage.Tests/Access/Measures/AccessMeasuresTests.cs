using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access.Measures;
using CentriFamiglia.Coverage.Territory.Need;

namespace CentriFamiglia.Coverage.Tests.Access.Measures;

/// <summary>Worked out by hand: of two demands and two sites, the first demand reaches both at 2 and 5, the second one only, at 3.</summary>
public class AccessMeasuresTests
{
    private const double Exact = 1e-12;

    private static readonly NoDecay _all = new();

    [Theory]
    [InlineData(4, 2, 2.0, 3.0, 2.0, 3.0)]
    [InlineData(1, 1, 2.0, 3.0, 5.0, null)]
    [InlineData(0, 2, 5.0, 3.0, 5.0, 3.0)]
    [InlineData(1, 0, 2.0, null, null, null)]
    [InlineData(2, 1, 2.0, 3.0, 2.0, null)]
    public void The_nearest_offers_anything_and_the_second_makes_two(
        double first, double second, double? near0, double? near1, double? second0, double? second1)
    {
        AccessMeasures.Nearest(Matrix([first, second])).ShouldBe([near0, near1]);
        AccessMeasures.Second(Matrix([first, second])).ShouldBe([second0, second1]);
    }

    [Fact]
    public void Each_measure_has_the_value_that_its_definition_gives()
    {
        AccessMatrix matrix = Matrix([4, 2]);

        (matrix.Demands, matrix.Sites).ShouldBe((2, 2));
        Near(AccessMeasures.Sum(matrix, _all), 6, 2);
        // 4 for 10 residents and 2 for 30.
        Near(AccessMeasures.FloatingCatchment(matrix, _all), (4 / 10.0) + (2 / 30.0), 2 / 30.0);
        // The first demand is half at each site: 4 for 5 residents, 2 for 5 and 20; the second site is shared by two.
        Near(AccessMeasures.BalancedCatchment(matrix, _all), 0.8 + (0.08 / 2), 0.08 / 2);
        // The first site goes whole to the first demand, the second by residents: 10 and 20.
        Near(AccessMeasures.SpatialAvailability(matrix, _all), 4 + (2 * 10 / 30.0), 2 * 20 / 30.0);
    }

    [Fact]
    public void What_lies_beyond_the_limit_neither_offers_nor_asks()
    {
        AccessMatrix matrix = Matrix([4, 2]);
        var decay = new NoDecay { Limit = 3 };

        Near(AccessMeasures.Sum(matrix, decay), 4, 2);
        Near(AccessMeasures.FloatingCatchment(matrix, decay), 0.4, 0.1);
        Near(AccessMeasures.BalancedCatchment(matrix, decay), 0.4, 0.1);
        Near(AccessMeasures.SpatialAvailability(matrix, decay), 4, 2);
        Near(AccessMeasures.SpatialAvailability(matrix, new NoDecay { Limit = 2 }), 4, 0);
    }

    [Fact]
    public void A_site_that_nobody_could_use_has_nothing_to_give_and_its_availability_is_not_known()
    {
        AccessMatrix matrix = Matrix([4, 2], [0, 20]);

        Near(AccessMeasures.FloatingCatchment(matrix, _all), 2 / 20.0, 2 / 20.0);
        AccessMeasures.SpatialAvailability(matrix, _all).ShouldBe([null, 2]);
        AccessMeasures.SpatialAvailability(matrix, new NoDecay { Limit = 1 }).ShouldBe([0, 0]);
    }

    [Fact]
    public void A_row_has_the_nearest_first_and_of_equals_the_first_site() =>
        new AccessMatrix(1, [1, 1, 1], [1], [(0, 2, 7), (0, 1, 7), (0, 0, 9)]).Row(0).ShouldBe([(1, 7), (2, 7), (0, 9)]);

    [Theory]
    [InlineData("power", 0.5, 1)]
    [InlineData("power", 1, 1)]
    [InlineData("power", 2, 0.25)]
    [InlineData("exp", 0, 1)]
    [InlineData("exp", 10, 0.36787944117144233)]
    [InlineData("gauss", 0, 1)]
    [InlineData("gauss", 10, 0.60653065971263342)]
    [InlineData("gauss", 20, 0.1353352832366127)]
    [InlineData("steps", 0, 1)]
    [InlineData("steps", 4.99, 1)]
    [InlineData("steps", 5, 0.9)]
    [InlineData("steps", 9.99, 0.9)]
    [InlineData("steps", 10, 0.68)]
    [InlineData("steps", 30, 0.68)]
    [InlineData("steps", 30.01, 0)]
    [InlineData("none", 30, 1)]
    [InlineData("none", 30.01, 0)]
    [InlineData("power", 31, 0)]
    public void A_decay_has_its_weight_at_each_cost_up_to_the_limit_of_thirty(string kind, double cost, double weight)
    {
        Decay decay = kind switch
        {
            "power" => new PowerDecay(-2),
            "exp" => new ExponentialDecay(0.1),
            "gauss" => new GaussianDecay(10),
            "steps" => new StepDecay([(5, 0.9), (10, 0.68)]),
            _ => new NoDecay(),
        };

        (decay with { Limit = 30 }).Of(cost).ShouldBe(weight, Exact);
        decay.Of(cost).ShouldBe(cost > 30 ? (decay with { Limit = 40 }).Of(cost) : weight, Exact);
    }

    [Theory]
    [InlineData(SiteMeasure.Nearest, "nearest", "minuti", "minuti", false)]
    [InlineData(SiteMeasure.Second, "second", "minuti", "minuti", false)]
    [InlineData(SiteMeasure.Third, "third", "minuti", "minuti", false)]
    [InlineData(SiteMeasure.Cumulative, "cumulative", "sedi", "ore_settimanali", false)]
    [InlineData(SiteMeasure.Gravity, "gravity", "sedi_pesate", "ore_settimanali_pesate", true)]
    [InlineData(SiteMeasure.TwoStep, "2sfca", "sedi_per_1000_residenti", "ore_settimanali_per_1000_residenti", true)]
    [InlineData(SiteMeasure.TwoStepSteps, "e2sfca", "sedi_per_1000_residenti", "ore_settimanali_per_1000_residenti", true)]
    [InlineData(SiteMeasure.TwoStepGaussian, "e2sfca-gaussiana", "sedi_per_1000_residenti", "ore_settimanali_per_1000_residenti", true)]
    [InlineData(SiteMeasure.Balanced, "bfca", "sedi_per_1000_residenti", "ore_settimanali_per_1000_residenti", true)]
    [InlineData(SiteMeasure.Availability, "spatial-availability", "sedi_per_1000_residenti", "ore_settimanali_per_1000_residenti", true)]
    [InlineData(SiteMeasure.ThreeStep, "3sfca", "sedi_per_1000_residenti", "ore_settimanali_per_1000_residenti", true)]
    [InlineData(SiteMeasure.Modified, "m2sfca", "sedi_per_1000_residenti", "ore_settimanali_per_1000_residenti", true)]
    public void A_measure_has_its_word_its_unit_and_a_decay_where_one_can_be_chosen(
        SiteMeasure measure, string word, string sites, string hours, bool decay)
    {
        (measure.ToText(), measure.Unit(SiteSupply.Sites, DemandChoice.Residents), measure.Unit(SiteSupply.Hours, DemandChoice.Residents), measure.HasDecay())
            .ShouldBe((word, sites, hours, decay));
        measure.IsTime().ShouldBe(sites == "minuti");
    }

    private static AccessMatrix Matrix(ImmutableArray<double> supply, params double[] weights) =>
        new(2, supply, weights.Length == 0 ? [10, 20] : [.. weights], [(0, 1, 5), (1, 1, 3), (0, 0, 2)]);

    private static void Near(double?[] values, double first, double second)
    {
        values[0].ShouldNotBeNull().ShouldBe(first, Exact);
        values[1].ShouldNotBeNull().ShouldBe(second, Exact);
    }
}
