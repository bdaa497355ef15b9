using System.Collections.Immutable;
using CentriFamiglia.Coverage.Siting.Solver.Plan;

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

    [Fact]
    public void Options_that_every_set_must_hold_are_in_the_best_of_brute_force()
    {
        int answered = 0;
        for (int seed = 0; seed < Cases; seed++)
        {
            var plan = new RandomPlan(new Random(seed), withFixed: true);
            PlanValue expected = plan.Best();
            ImmutableArray<int> by = PlanDominance.Of(plan.Problem);

            PlanResult found = new PlanSearch(plan.Problem, [[], plan.Problem.Fixed], int.MaxValue, () => false).Run();
            PlanResult few = new PlanSearch(plan.Problem, [[], plan.Problem.Fixed], int.MaxValue, () => false, useless: [.. by.Select(b => b >= 0)]).Run();

            (found.Set is null, few.Set is null).ShouldBe((expected == PlanValue.None, expected == PlanValue.None), $"case {seed}");
            if (found.Set is not { } set)
                continue;
            (found.Proved, found.Value, few.Value).ShouldBe((true, expected, expected), $"case {seed}");
            plan.Problem.Fixed.Except(set).ShouldBeEmpty($"case {seed}");
            answered += plan.Problem.Fixed.IsEmpty ? 0 : 1;
        }

        answered.ShouldBeGreaterThan(Cases / 6, "many cases have an option that must be held, and an answer");
    }

    [Fact]
    public void New_Hubs_that_cannot_be_avoided_do_not_hide_which_set_with_as_few_scores_most()
    {
        // Twelve areas of three options: one worth 9 that no Hub reaches, one worth 5, one worth 4. The last area has only the first, so that
        // one new Hub is needed; each of the others would be one more.
        const int Areas = 12;
        int options = (3 * Areas) - 2;
        int[][] hubs = [.. Enumerable.Range(0, options).Select(j => j % 3 == 0 ? Array.Empty<int>() : [0])];
        int[] area = [.. Enumerable.Range(0, options).Select(j => j / 3)];
        int[] none = [.. Enumerable.Repeat(-1, options)];
        var problem = new PlanProblem
        {
            Points = options,
            Start = [.. Enumerable.Range(0, options + 1)],
            Point = [.. Enumerable.Range(0, options)],
            Gain = [.. Enumerable.Range(0, options).Select(j => j % 3 == 0 ? 9.0 : j % 3 == 1 ? 5 : 4)],
            Most = Areas,
            Area = area,
            Areas = Areas,
            Second = none,
            Seconds = 0,
            Group = [.. none.Select(_ => 0)],
            GroupMost = [int.MaxValue],
            Cost = new double[options],
            Purse = [double.PositiveInfinity, double.PositiveInfinity],
            NewHubs = set => set.Count(j => hubs[j].Length == 0),
            MostNewHubs = int.MaxValue,
            Networks = new PlanNetworks(hubs, new string?[options], [.. hubs.Select(of => of.Select(_ => false).ToArray())], [Areas], [Areas], area),
            FewestNewHubs = 1,
        };

        PlanResult found = new PlanSearch(problem, [[.. Enumerable.Range(0, Areas).Select(a => 3 * a)]], int.MaxValue, () => false).Run();

        (found.Proved, found.Value, found.Bound).ShouldBe((true, new PlanValue(1, (11 * 5) + 9), (11 * 5) + 9));
        found.Nodes.ShouldBe(1, "what is one new Hub too many is left out before anything is decided");
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
