using System.Collections.Immutable;
using CentriFamiglia.Coverage.Siting.Solver;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Tests.Siting.Location;

/// <summary>Sites that hold so much, and demands that go to several: beside every choice of sites and every way of going there.</summary>
public sealed class AllocationTests
{
    // Three demands of 4, 3 and 3 at 0, 1 and 10; sites at 0 and 10.
    private static readonly LocationProblem _line = new()
    {
        Kind = LocationKind.PMedian,
        Costs = CostMatrix.From(["a", "b", "c"], ["x", "y"], [(0, 0, 0), (0, 1, 10), (1, 0, 1), (1, 1, 9), (2, 0, 10), (2, 1, 0)]),
        Weights = [4, 3, 3],
        P = 2,
        Capacities = [5, 6],
    };

    [Fact]
    public void Who_finds_no_room_goes_on_whole_or_in_part()
    {
        LocationResult whole = LocationSolver.Solve(_line);
        LocationResult split = LocationSolver.Solve(_line with { Split = true });

        // b does not fit beside a: all of it goes to y, 3 x 9; divided, 1 of it stays at x, 1 x 1 + 2 x 9.
        (whole.Status, whole.Objective).ShouldBe((LocationStatus.Optimal, 27));
        whole.Assignment.ShouldBe([(0, 0, 1.0), (1, 1, 1.0), (2, 1, 1.0)]);
        (split.Status, split.Objective).ShouldBe((LocationStatus.Optimal, 19));
        split.Assignment.Single(row => row is { Demand: 1, Site: 0 }).Share.ShouldBe(1.0 / 3, 1e-9);
    }

    [Fact]
    public void Too_little_room_is_infeasible_and_says_how_many_sites_would_do()
    {
        LocationResult one = LocationSolver.Solve(_line with { P = 1 });
        LocationResult none = LocationSolver.Solve(_line with { Capacities = [4, 5] });

        (one.Status, one.SitesEnough, one.SitesAtLeast).ShouldBe((LocationStatus.Infeasible, 2, 2));
        (none.Status, none.SitesEnough).ShouldBe((LocationStatus.Infeasible, null));
    }

    [Fact]
    public void Covering_leaves_out_who_does_not_fit()
    {
        LocationProblem covering = _line with { Kind = LocationKind.MaximalCovering, Limit = 1, P = 1 };

        LocationSolver.Solve(covering).Objective.ShouldBe(4, "a at x; b does not fit beside it");
        LocationSolver.Solve(covering with { Split = true }).Objective.ShouldBe(5);
        LocationSolver.Solve(_line with { Kind = LocationKind.SetCovering, Limit = 10, P = null }).Objective.ShouldBe(2);
    }

    [Fact]
    public void The_two_nearest_cost_their_mean()
    {
        LocationResult two = LocationSolver.Solve(_line with { Capacities = default, Nearest = 2 });

        // 4 x (0 + 10) / 2 + 3 x (1 + 9) / 2 + 3 x (10 + 0) / 2
        (two.Status, two.Objective).ShouldBe((LocationStatus.Optimal, 50));
        Should.Throw<CoverageInputException>(() => LocationSolver.Solve(_line with { Nearest = 2 })).Message.ShouldContain("non vanno insieme");
        Should.Throw<CoverageInputException>(() => LocationSolver.Solve(_line with { Capacities = default, Nearest = 3 })).Message.ShouldContain("--nearest 3");
    }

    [Fact]
    public void Too_few_sites_for_all_says_how_many_would_do()
    {
        CostMatrix costs = CostMatrix.From(["a", "b", "c"], ["x", "y", "z"], [(0, 0, 1), (1, 1, 1), (2, 2, 1)]);
        LocationProblem apart = _line with { Costs = costs, Capacities = default, P = 2 };

        LocationResult median = LocationSolver.Solve(apart);
        (median.Status, median.SitesEnough, median.SitesAtLeast).ShouldBe((LocationStatus.Infeasible, 3, 3));
        LocationResult cover = LocationSolver.Solve(apart with { Kind = LocationKind.SetCovering, P = null, Limit = 1, Forbidden = [2] });
        cover.UnreachableDemands.ShouldBe([2]);
        (cover.SitesEnough, cover.SitesAtLeast).ShouldBe((2, 2), "for those that are reached");
    }

    [Theory]
    [InlineData(LocationKind.PMedian)]
    [InlineData(LocationKind.MaximalCovering)]
    [InlineData(LocationKind.SetCovering)]
    public void Whole_demands_are_served_as_in_the_best_of_all_choices(LocationKind kind)
    {
        int answered = 0;
        for (int seed = 0; seed < 250; seed++)
        {
            LocationProblem problem = Draw(kind, seed);
            double? best = EveryWay(problem);
            LocationResult found = LocationSolver.Solve(problem);

            string at = $"{kind}, seed {seed}";
            found.Status.ShouldBe(best is null ? LocationStatus.Infeasible : LocationStatus.Optimal, at);
            (found.Objective ?? -1).ShouldBe(best ?? -1, 1e-9, at);
            answered += best is null ? 0 : 1;
            // Divided demands are served no worse.
            double? divided = LocationSolver.Solve(problem with { Split = true }).Objective;
            if (best is { } value)
                (kind == LocationKind.MaximalCovering ? divided!.Value - value : value - divided!.Value).ShouldBeGreaterThan(-1e-6, at);
        }

        answered.ShouldBeGreaterThan(80);
    }

    [Fact]
    public void Several_nearest_cost_as_in_the_best_of_all_choices()
    {
        for (int seed = 0; seed < 400; seed++)
        {
            LocationProblem problem = SmallCase.Draw(LocationKind.PMedian, seed) with { Nearest = 2 };
            if (problem.P < 2)
                continue;
            double best = double.PositiveInfinity;
            foreach (int[] open in Choices(problem))
                best = Math.Min(best, Recount.Of(problem, open)?.Objective ?? double.PositiveInfinity);
            LocationResult found = LocationSolver.Solve(problem);

            string at = $"seed {seed}";
            found.Status.ShouldBe(double.IsInfinity(best) ? LocationStatus.Infeasible : LocationStatus.Optimal, at);
            if (!double.IsInfinity(best))
                found.Objective!.Value.ShouldBe(best, 1e-9 * Math.Max(1, best), at);
        }
    }

    [Fact]
    public void Stopped_at_once_there_is_a_choice_and_an_honest_bound()
    {
        int answered = 0;
        for (int seed = 0; seed < 60; seed++)
        {
            LocationProblem problem = Draw(LocationKind.PMedian, seed);
            if (EveryWay(problem) is not { } best || LocationSolver.Solve(problem, () => true) is not { Objective: { } value } stopped)
                continue;
            value.ShouldBeGreaterThanOrEqualTo(best, $"seed {seed}");
            stopped.Bound!.Value.ShouldBeLessThanOrEqualTo(best, $"seed {seed}");
            answered++;
        }

        answered.ShouldBeGreaterThan(20);
    }

    private static LocationProblem Draw(LocationKind kind, int seed)
    {
        var random = new Random((seed * 3) + (int)kind);
        (int demands, int sites) = (random.Next(2, 6), random.Next(2, 5));
        List<(int, int, double)> pairs = [];
        for (int i = 0; i < demands; i++)
        {
            for (int j = 0; j < sites; j++)
            {
                if (random.Next(5) > 0)
                    pairs.Add((i, j, random.Next(10)));
            }
        }

        ImmutableArray<double> weights = [.. Enumerable.Range(0, demands).Select(_ => (double)random.Next(seed % 3 == 0 ? 0 : 1, 8))];
        return new LocationProblem
        {
            Kind = kind,
            Costs = CostMatrix.From(SmallCase.Names("d", demands), SmallCase.Names("s", sites), pairs),
            Weights = weights,
            P = kind == LocationKind.SetCovering ? null : random.Next(1, sites + 1),
            Limit = kind == LocationKind.PMedian ? null : random.Next(4, 10),
            Capacities = [.. Enumerable.Range(0, sites).Select(_ => random.Next(6) == 0 ? double.PositiveInfinity : (double)random.Next(3, 16))],
        };
    }

    private static IEnumerable<int[]> Choices(LocationProblem problem)
    {
        int n = problem.Costs.Sites.Length;
        return Enumerable.Range(0, 1 << n).Select(mask => Enumerable.Range(0, n).Where(j => (mask >> j & 1) == 1).ToArray())
            .Where(open => (problem.P is null || open.Length == problem.P) && problem.Fixed.All(open.Contains) && !problem.Forbidden.Any(open.Contains));
    }

    // Every set of sites, and every demand at every site of it or at none.
    private static double? EveryWay(LocationProblem problem)
    {
        double? best = null;
        foreach (int[] open in Choices(problem))
        {
            int[] at = new int[problem.Weights.Length];
            for (long way = 0; way < (long)Math.Pow(open.Length + 1, at.Length); way++)
            {
                long rest = way;
                for (int i = 0; i < at.Length; i++)
                    (at[i], rest) = ((int)(rest % (open.Length + 1)) - 1, rest / (open.Length + 1));
                if (Value(problem, open, at) is not { } value)
                    continue;
                bool better = best is null || (problem.Kind == LocationKind.MaximalCovering ? value > best : value < best);
                best = better ? value : best;
            }
        }

        return best;
    }

    private static double? Value(LocationProblem problem, int[] open, int[] at)
    {
        double[] load = new double[problem.Costs.Sites.Length];
        (double cost, double covered) = (0, 0);
        for (int i = 0; i < at.Length; i++)
        {
            if (at[i] < 0)
            {
                bool must = problem.Kind == LocationKind.SetCovering || (problem.Kind == LocationKind.PMedian && problem.Weights[i] > 0);
                if (must)
                    return null;
                continue;
            }

            int k = problem.Costs.SitesOf(i).IndexOf(open[at[i]]);
            if (k < 0 || problem.Costs.CostsOf(i)[k] > problem.Limit)
                return null;
            load[open[at[i]]] += problem.Weights[i];
            cost += problem.Weights[i] * problem.Costs.CostsOf(i)[k];
            covered += problem.Weights[i];
        }

        if (Enumerable.Range(0, load.Length).Any(j => load[j] > problem.Capacities[j]))
            return null;
        return problem.Kind == LocationKind.PMedian ? cost : problem.Kind == LocationKind.MaximalCovering ? covered : open.Length;
    }
}
