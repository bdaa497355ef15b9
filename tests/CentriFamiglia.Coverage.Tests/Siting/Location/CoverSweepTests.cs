using System.Collections.Immutable;
using CentriFamiglia.Coverage.Siting.Solver;
using CentriFamiglia.Coverage.Siting.Solver.Covering;
using CentriFamiglia.Coverage.Siting.Solver.Problems;
using CentriFamiglia.Coverage.Tests.Small;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Tests.Siting.Location;

/// <summary>Going over the territory from one end to the other, against the tree of decisions, which does not use it on so few points.</summary>
public sealed class CoverSweepTests
{
    [Fact]
    public void It_proves_what_the_tree_proves()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            CoverProgram program = Plane(seed, out double[] multipliers);
            SearchOutcome expected = CoverTree.Solve(program, double.PositiveInfinity, [], () => false, alternateWork: 0);
            var best = new CoverIncumbent(program, double.PositiveInfinity, () => false);

            CoverSweep.Run(program, multipliers, [.. program.Start], best).ShouldBe(double.PositiveInfinity, $"seed {seed}");

            best.Value.ShouldBe(expected.Value, $"seed {seed}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void What_has_to_be_dropped_is_in_the_bound(int width)
    {
        int proved = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            CoverProgram program = Plane(seed, out double[] multipliers);
            double least = CoverTree.Solve(program, double.PositiveInfinity, [], () => false, alternateWork: 0).Value;
            var best = new CoverIncumbent(program, double.PositiveInfinity, () => false);

            double bound = CoverSweep.Run(program, multipliers, [.. program.Start], best, [width]);

            best.Value.ShouldBeGreaterThanOrEqualTo(least, $"seed {seed}");
            if (double.IsPositiveInfinity(bound))
                best.Value.ShouldBe(least, $"seed {seed}");
            else
                bound.ShouldBeLessThanOrEqualTo(least + 1e-9, $"seed {seed}");
            proved += double.IsPositiveInfinity(bound) ? 1 : 0;
        }

        proved.ShouldBeLessThan(300);
    }

    [Fact]
    public void A_cover_of_fewer_than_there_can_be_is_proved_not_to_be_there()
    {
        CoverProgram program = Plane(7, out double[] multipliers);
        double least = CoverTree.Solve(program, double.PositiveInfinity, [], () => false, alternateWork: 0).Value;
        var best = new CoverIncumbent(program, least - 1, () => false);

        CoverSweep.Run(program, multipliers, [.. program.Start], best).ShouldBe(double.PositiveInfinity);

        best.Optima.ShouldBeEmpty();
    }

    /// <summary>114 is HiGHS's value too, which takes a minute and a half for it.</summary>
    [Theory]
    [InlineData(1200, 114)]
    [InlineData(900, 237)]
    public void All_the_region_is_proved(int limit, int fewest)
    {
        Place[] seats = [.. Shipped.State.Snapshot.Comuni.Select(c => new Place(c.Seat!.Lon, c.Seat.Lat, c.Code, c.AltitudeMetres))];
        ImmutableArray<string> names = SmallCase.Names("c", seats.Length);
        double[] seconds = [.. Shipped.Estimate.Costs(seats, seats)
            .Select((cost, pair) => pair / seats.Length == pair % seats.Length ? 0 : cost?.Seconds ?? double.PositiveInfinity)];

        LocationResult found = LocationSolver.Solve(new LocationProblem
        {
            Kind = LocationKind.SetCovering,
            Costs = CostMatrix.FromTable(names, names, seconds),
            Weights = [.. seats.Select(_ => 1.0)],
            Limit = limit,
        });

        (found.Status, found.Objective, found.Bound).ShouldBe((LocationStatus.Optimal, fewest, fewest));
    }

    // Forty points of a plane, each served by those within a distance; prices that are anything from 0 to 1.
    private static CoverProgram Plane(int seed, out double[] multipliers)
    {
        const int Points = 40;
        var random = new Random(seed);
        (double X, double Y)[] points = [.. Enumerable.Range(0, Points).Select(_ => (random.NextDouble() * 3, random.NextDouble()))];
        double limit = 0.2 + (0.3 * random.NextDouble());
        double highest = random.NextDouble();
        int[][] rows =
        [
            .. Enumerable.Range(0, Points).Select(i => Enumerable.Range(0, Points).Where(j => Distance(points[i], points[j]) <= limit).ToArray()),
        ];
        multipliers = [.. rows.Select(_ => random.NextDouble() * highest)];
        return new CoverProgram
        {
            SiteCount = Points,
            Rows = rows,
            Need = [.. rows.Select(_ => 1)],
            Penalty = [.. rows.Select(_ => double.PositiveInfinity)],
            SiteCost = 1,
            P = null,
            Start = new SiteState[Points],
            Integral = true,
            Scale = Points,
        };
    }

    private static double Distance((double X, double Y) a, (double X, double Y) b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
}
