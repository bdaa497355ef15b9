using System.Collections.Immutable;
using CentriFamiglia.Coverage.Siting.Solver;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Tests.Siting.Location;

/// <summary>
/// A search stopped at its first question whether to go on has a good answer all the same: 1,500 points of a plane to themselves. The best
/// values were proved by searches without a limit.
/// </summary>
public sealed class StoppedTests
{
    private static readonly Lazy<LocationProblem> _plane = new(Plane);

    [Theory]
    [InlineData(30, 70, 462_526)]
    [InlineData(15, 100, 444_260)]
    public void Maximal_covering_is_within_one_per_cent_of_the_best(int p, double limit, double best)
    {
        LocationResult stopped = LocationSolver.Solve(_plane.Value with { Kind = LocationKind.MaximalCovering, P = p, Limit = limit }, () => true);

        stopped.Status.ShouldBe(LocationStatus.Feasible);
        stopped.Objective!.Value.ShouldBeInRange(0.99 * best, best);
        stopped.Bound!.Value.ShouldBeInRange(best, 1.05 * best);
    }

    [Fact]
    public void The_median_is_within_one_per_cent_of_the_best()
    {
        LocationResult stopped = LocationSolver.Solve(_plane.Value with { Kind = LocationKind.PMedian, P = 15 }, () => true);

        stopped.Status.ShouldBe(LocationStatus.Feasible);
        stopped.Objective!.Value.ShouldBeInRange(69_990_000, 1.01 * 70_090_439);
        stopped.Bound!.Value.ShouldBeInRange(1, 70_090_439);
    }

    [Fact]
    public void The_fewest_sites_are_not_all_sites_and_have_a_bound()
    {
        LocationResult stopped = LocationSolver.Solve(_plane.Value with { Kind = LocationKind.SetCovering, Limit = 70 }, () => true);

        stopped.Objective!.Value.ShouldBeInRange(72, 90);
        stopped.Bound!.Value.ShouldBeInRange(55, 80);
    }

    [Fact]
    public void A_center_stopped_at_once_is_near_and_stopped_later_has_a_covering_bound()
    {
        LocationProblem center = _plane.Value with { Kind = LocationKind.PCenter, P = 15 };
        LocationResult stopped = LocationSolver.Solve(center, () => true);
        int asked = 0;
        LocationResult later = LocationSolver.Solve(center, () => ++asked > 200_000);

        stopped.Bound!.Value.ShouldBeGreaterThan(0.4 * stopped.Objective!.Value, "no site is that near to two of p + 1 demands");
        stopped.Objective!.Value.ShouldBeLessThan(1.15 * later.Objective!.Value);
        later.Bound!.Value.ShouldBeGreaterThan(0.85 * later.Objective!.Value);
    }

    private static LocationProblem Plane()
    {
        const int Points = 1500;
        var random = new Random(7);
        (double X, double Y)[] points = [.. Enumerable.Range(0, Points).Select(_ => (random.NextDouble() * 1000, random.NextDouble() * 1000))];
        ImmutableArray<double> weights = [.. Enumerable.Range(0, Points).Select(_ => (double)random.Next(1, 1000))];
        double[] costs = [.. points.SelectMany(a => points.Select(b => Math.Round(Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y))))))];
        ImmutableArray<string> names = SmallCase.Names("p", Points);
        return new LocationProblem { Kind = LocationKind.PMedian, Costs = CostMatrix.FromTable(names, names, costs), Weights = weights };
    }
}
