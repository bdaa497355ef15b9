using CentriFamiglia.Coverage.Siting.Solver.Plan;

namespace CentriFamiglia.Coverage.Tests.Siting.Plan;

public class PlanConflictsTests
{
    private const int Cases = 5_000;

    [Fact]
    public void The_best_set_that_the_networks_take_in_equals_brute_force()
    {
        int crowded = 0;
        for (int seed = 0; seed < Cases; seed++)
        {
            var plan = RandomPlan.OnlyNetworks(new Random(seed));
            PlanValue expected = plan.Best();

            PlanResult found = PlanConflicts.Run(plan.Problem, known: [], mostParts: int.MaxValue, () => false);

            PlanConflicts.Suits(plan.Problem).ShouldBeTrue($"case {seed}");
            (found.Proved, found.Value, found.Bound).ShouldBe((true, expected, expected.Score), $"case {seed}");
            plan.Keeps([.. found.Set!.Value]).ShouldBeTrue($"case {seed}");
            crowded += found.Nodes > 1 ? 1 : 0;
        }

        // The cases are of use: in many the best set has to give way to the networks.
        crowded.ShouldBeGreaterThan(Cases / 10);
    }

    [Fact]
    public void Places_are_too_few_where_trying_every_one_says_so()
    {
        int few = 0;
        for (int seed = 0; seed < Cases; seed++)
        {
            PlanProblem problem = RandomPlan.OnlyNetworks(new Random(seed)).Problem;
            int[] set = [.. Enumerable.Range(0, problem.Options).Where(j => (seed >> j & 1) == 0)];

            problem.TooMany!(set).ShouldBe(problem.NewHubs(set) > 0, $"case {seed}");
            few += problem.NewHubs(set) > 0 ? 1 : 0;
        }

        few.ShouldBeInRange(Cases / 5, Cases * 24 / 25);
    }

    [Fact]
    public void Stopped_early_its_bound_holds()
    {
        for (int seed = 0; seed < Cases; seed++)
        {
            var plan = RandomPlan.OnlyNetworks(new Random(seed));

            PlanResult found = PlanConflicts.Run(plan.Problem, known: [], mostParts: 1, () => false);

            found.Bound.ShouldBeGreaterThanOrEqualTo(plan.Best().Score, $"case {seed}");
        }
    }
}
