using CentriFamiglia.Coverage.Siting.Solver.Covering;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Tests.Siting.Location;

/// <summary>The ways of relaxing a covering problem that small cases would not take by themselves.</summary>
public sealed class CoverTreeTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1_000_000)]
    [InlineData(30, 30)]
    public void Every_way_of_relaxing_gives_what_trying_every_choice_gives(long atOnce, long afterSteps)
    {
        for (int seed = 0; seed < 1500; seed++)
        {
            LocationProblem problem = SmallCase.Draw(LocationKind.MaximalCovering, seed);
            (List<int[]> best, double value, _) = EveryChoice.Of(problem);
            double total = problem.Weights.Sum();

            SearchOutcome outcome = CoverTree.Solve(
                Program(problem), double.PositiveInfinity, [], () => false, 1_000_000_000, new CoverTree.SimplexUse(atOnce, afterSteps));

            string at = $"seed {seed}";
            Math.Abs(total - outcome.Value - value).ShouldBeLessThanOrEqualTo(1e-9 * total, at);
            outcome.Bound.ShouldBe(outcome.Value, at);
            outcome.Complete.ShouldBe(best.Count <= 1 + LocationResult.MostAlternates, at);
            if (outcome.Complete)
                outcome.Optima.Select(sites => string.Join(',', sites)).ShouldBe(best.Select(sites => string.Join(',', sites)), at);
        }
    }

    [Fact]
    public void A_basis_built_again_from_the_data_has_the_value_it_had()
    {
        // More pivots than go without building again, with sites fixed and freed between them.
        CoverProgram program = Circle(60);
        var simplex = new CoverSimplex(program);
        var random = new Random(1);
        for (int round = 0; round < 300; round++)
        {
            SiteState[] state = new SiteState[60];
            for (int k = 0; k < 8; k++)
                state[random.Next(60)] = (SiteState)random.Next(3);
            simplex.Set(state);
            CoverSimplex.Ending ending = simplex.Run(double.PositiveInfinity, 10_000, () => false);

            var fresh = new CoverSimplex(program);
            fresh.Set(state);
            fresh.Run(double.PositiveInfinity, 10_000, () => false).ShouldBe(ending, $"round {round}");
            if (ending == CoverSimplex.Ending.Optimal)
                simplex.Objective.ShouldBe(fresh.Objective, 1e-4, $"round {round}");
        }

        simplex.Pivots.ShouldBeGreaterThan(1200);
    }

    // Points on a circle, each covered by itself and the two on each side, of weights 1 to 7; ten may be open.
    private static CoverProgram Circle(int points) => new()
    {
        SiteCount = points,
        Rows = [.. Enumerable.Range(0, points).Select(i => Enumerable.Range(points + i - 2, 5).Select(j => j % points).Order().ToArray())],
        Need = [.. Enumerable.Repeat(1, points)],
        Penalty = [.. Enumerable.Range(0, points).Select(i => 1.0 + (i * i % 7))],
        SiteCost = 0,
        P = 10,
        Start = new SiteState[points],
        Integral = true,
        Scale = 240,
    };

    private static CoverProgram Program(LocationProblem problem)
    {
        LocationInput input = LocationInput.Check(problem);
        int[] demands = [.. Enumerable.Range(0, input.DemandCount).Where(i => problem.Weights[i] > 0)];
        return new CoverProgram
        {
            SiteCount = input.SiteCount,
            Rows = [.. demands.Select(i => input.Reaching(i))],
            Need = [.. demands.Select(_ => 1)],
            Penalty = [.. demands.Select(i => problem.Weights[i])],
            SiteCost = 0,
            P = problem.P,
            Start = input.Start,
            Integral = problem.Weights.All(weight => Math.Floor(weight) == weight) && input.Scale < 1e11,
            Scale = input.Scale,
        };
    }
}
