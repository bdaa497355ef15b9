using System.Collections.Immutable;
using CentriFamiglia.Coverage.Siting.Plan;

namespace CentriFamiglia.Coverage.Tests.Siting.Plan;

public class PlanSearchTests
{
    private const int Cases = 5_000;

    [Fact]
    public void The_best_set_equals_brute_force_under_every_constraint()
    {
        int answered = 0, pricier = 0;
        for (int seed = 0; seed < Cases; seed++)
        {
            var plan = new RandomPlan(new Random(seed));
            PlanValue expected = plan.Best();

            PlanResult found = new PlanSearch(plan.Problem, [[]], int.MaxValue, () => false).Run();

            found.Proved.ShouldBeTrue($"case {seed}");
            (found.Set is null).ShouldBe(expected == PlanValue.None, $"case {seed}");
            if (found.Set is not { } set)
                continue;
            answered++;
            pricier += plan.Problem.HasPurses ? 1 : 0;
            found.Value.ShouldBe(expected, $"case {seed}");
            found.Bound.ShouldBe(expected.Score, $"case {seed}");
            foreach (ImmutableArray<int> each in found.Alternates.Prepend(set))
            {
                plan.Keeps([.. each]).ShouldBeTrue($"case {seed}");
                new PlanValue(plan.Problem.NewHubs(each), plan.Problem.Score(each)).ShouldBe(expected, $"case {seed}");
            }
        }

        // The cases are of use: most have an answer, and many of those money to mind.
        answered.ShouldBeGreaterThan(Cases / 3);
        pricier.ShouldBeGreaterThan(Cases / 10);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(int.MaxValue, true)]
    public void Stopped_at_once_the_bound_still_holds(int mostNodes, bool stop)
    {
        int stopped = 0, tested = 0;
        for (int seed = 0; seed < Cases; seed++)
        {
            var plan = new RandomPlan(new Random(seed));
            PlanResult found = new PlanSearch(plan.Problem, [[]], mostNodes, () => stop).Run();

            stopped += found.Proved ? 0 : 1;
            if (found.Set is not null && plan.Best() is var best && found.Value.NewHubs == best.NewHubs)
            {
                found.Bound.ShouldBeGreaterThanOrEqualTo(best.Score - 1e-6, $"case {seed}");
                tested += found.Proved ? 0 : 1;
            }
        }

        // The cases are of use: many end without a proof, and most of those know a set to compare.
        stopped.ShouldBeGreaterThan(Cases / 10);
        tested.ShouldBeGreaterThan(Cases / 20);
    }

    [Fact]
    public void Where_gains_are_whole_the_best_is_found_though_it_be_better_by_one_alone()
    {
        int byOne = 0;
        for (int seed = 0; seed < Cases; seed++)
        {
            var plan = new RandomPlan(new Random(seed));
            PlanValue expected = plan.Best();
            PlanResult found = new PlanSearch(plan.Problem, [[]], int.MaxValue, () => false, step: 1).Run();

            (found.Set is null).ShouldBe(expected == PlanValue.None, $"case {seed}");
            if (found.Set is null)
                continue;
            found.Value.ShouldBe(expected, $"case {seed}");
            byOne += found.Nodes > 1 ? 1 : 0;
        }

        byOne.ShouldBeGreaterThan(Cases / 20, "many are not settled before anything is decided");
    }

    [Fact]
    public void A_set_better_by_one_is_looked_for_where_the_roof_leaves_room_for_just_one()
    {
        // Twelve points of one each. No single exchange leads from the last two, 11 points, to the first two, which hold all 12.
        int[][] reach = [[0, 1, 2, 3, 4, 5], [6, 7, 8, 9, 10, 11], [0, 1, 2, 6, 7, 8], [3, 4, 9, 10, 11]];
        int[] none = [-1, -1, -1, -1];
        var problem = new PlanProblem
        {
            Points = 12,
            Start = [0, 6, 12, 18, 23],
            Point = [.. reach.SelectMany(points => points)],
            Gain = [.. reach.SelectMany(points => points.Select(_ => 1.0))],
            Most = 2,
            Area = none,
            Areas = 0,
            Second = none,
            Seconds = 0,
            Group = [0, 0, 0, 0],
            GroupMost = [int.MaxValue],
            Cost = [0, 0, 0, 0],
            Purse = [double.PositiveInfinity, double.PositiveInfinity],
            NewHubs = _ => 0,
            MostNewHubs = 0,
            Networks = null,
        };

        PlanResult found = new PlanSearch(problem, [[2, 3]], int.MaxValue, () => false, step: 1, roof: 12).Run();
        PlanResult low = new PlanSearch(problem, [[2, 3]], int.MaxValue, () => false, step: 1, roof: 11).Run();

        (found.Proved, found.Value.Score, found.Bound).ShouldBe((true, 12, 12));
        found.Set!.Value.ShouldBe([0, 1]);
        (low.Proved, low.Value.Score, low.Nodes).ShouldBe((true, 11, 0), "nothing is looked for under a roof that is met");
    }

    [Fact]
    public void One_stands_in_for_another_without_loss()
    {
        for (int seed = 0; seed < Cases; seed++)
        {
            var plan = new RandomPlan(new Random(seed));
            ImmutableArray<int> by = PlanDominance.Of(plan.Problem);
            PlanResult all = new PlanSearch(plan.Problem, [[]], int.MaxValue, () => false).Run();
            PlanResult few = new PlanSearch(plan.Problem, [[]], int.MaxValue, () => false, step: 0, useless: [.. by.Select(b => b >= 0)]).Run();

            by.ShouldAllBe(b => b < 0 || by[b] < 0);
            (few.Set is null).ShouldBe(all.Set is null, $"case {seed}");
            if (all.Set is not null)
                few.Value.ShouldBe(all.Value, $"case {seed}");
        }
    }
}
