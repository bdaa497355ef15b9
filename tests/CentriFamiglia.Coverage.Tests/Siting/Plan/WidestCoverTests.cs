using System.Collections.Immutable;
using CentriFamiglia.Coverage.Siting.Proposals;
using CentriFamiglia.Coverage.Siting.Solver.Plan;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Siting.Plan;

/// <summary>The proposals for most residents as a mere covering.</summary>
public class WidestCoverTests
{
    [Fact]
    public void The_widest_set_is_that_of_brute_force_and_no_set_exceeds_its_bound()
    {
        for (int seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            (int options, int points, int most) = (random.Next(1, 11), random.Next(1, 12), random.Next(1, 6));
            double[] residents = [.. Enumerable.Range(0, points).Select(_ => (double)random.Next(1, 500))];
            // Every point lies within the limit of one option at least.
            int[][] reach = [.. Enumerable.Range(0, options).Select(j => Enumerable.Range(0, points).Where(i => i % options == j || random.Next(3) == 0).ToArray())];
            PlanProblem problem = Of(reach, residents, most);

            (ImmutableArray<int> set, double bound) = WidestCover.Of(problem, null, () => false);

            double best = Enumerable.Range(0, 1 << options).Where(bits => int.PopCount(bits) <= most)
                .Max(bits => Enumerable.Range(0, options).Where(j => (bits & (1 << j)) != 0).SelectMany(j => reach[j]).Distinct().Sum(i => residents[i]));
            (WidestCover.Suits(problem), bound).ShouldBe((true, best), $"case {seed}");
            set.Length.ShouldBeLessThanOrEqualTo(most, $"case {seed}");
            set.SelectMany(j => reach[j]).Distinct().Sum(i => residents[i]).ShouldBe(best, $"case {seed}");
        }
    }

    [Fact]
    public void A_question_with_more_than_a_number_of_sedi_is_no_mere_covering()
    {
        PlanProblem problem = Of([[0], [0, 1]], [10, 20], 1);

        WidestCover.Suits(problem).ShouldBeTrue();
        WidestCover.Suits(problem with { Fixed = [0] }).ShouldBeFalse();
        WidestCover.Suits(problem with { Areas = 1, Area = [0, -1] }).ShouldBeFalse();
        WidestCover.Suits(problem with { GroupMost = [0] }).ShouldBeFalse();
        WidestCover.Suits(problem with { Purse = [5, double.PositiveInfinity] }).ShouldBeFalse();
        WidestCover.Suits(problem with { Gain = [10.5, 10.5, 20] }).ShouldBeFalse();
    }

    [Theory]
    [InlineData(25)]
    [InlineData(30)]
    [InlineData(40)]
    public void On_the_shipped_data_as_many_Spokes_bring_no_more_within_their_limit(int spokes)
    {
        var request = new SuggestionRequest { Goal = SuggestionGoal.Cover, MaxSpokes = spokes };

        SitingCertificate certificate = SuggestionSolver.Compute(Shipped.State, request).Certificate;

        (certificate.Status, certificate.Gap).ShouldBe(("optimal", 0));
    }

    private static PlanProblem Of(int[][] reach, double[] residents, int most)
    {
        int[] none = [.. reach.Select(_ => -1)];
        return new PlanProblem
        {
            Points = residents.Length,
            Start = [.. Enumerable.Range(0, reach.Length + 1).Select(j => reach.Take(j).Sum(points => points.Length))],
            Point = [.. reach.SelectMany(points => points)],
            Gain = [.. reach.SelectMany(points => points.Select(i => residents[i]))],
            Most = most,
            Area = none,
            Areas = 0,
            Second = none,
            Seconds = 0,
            Group = [.. reach.Select(_ => 0)],
            GroupMost = [int.MaxValue],
            Cost = new double[reach.Length],
            Purse = [double.PositiveInfinity, double.PositiveInfinity],
            NewHubs = _ => 0,
            MostNewHubs = int.MaxValue,
            Networks = null,
        };
    }
}
