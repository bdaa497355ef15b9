using System.Collections.Immutable;
using CentriFamiglia.Coverage.Siting.Solver;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Judges.Tests.Location;

/// <summary>
/// Sites that hold so much, and demands that go to the nearest several: HiGHS finds the same values, on questions too large to try every way.
/// </summary>
public class AllocationJudgeTests
{
    private const int Cases = 12;

    [Theory]
    [InlineData(LocationKind.PMedian, false)]
    [InlineData(LocationKind.PMedian, true)]
    [InlineData(LocationKind.MaximalCovering, false)]
    [InlineData(LocationKind.MaximalCovering, true)]
    [InlineData(LocationKind.SetCovering, false)]
    public void HiGHS_finds_the_value_with_capacities(LocationKind kind, bool split)
    {
        int answered = 0;
        for (int seed = 0; seed < Cases; seed++)
        {
            LocationQuestion question = Draw(seed);
            int[] capacities = Capacities(question, seed);
            LocationResult found = LocationSolver.Solve(question.As(kind) with
            {
                Weights = [.. question.Weights.Select(weight => (double)weight)],
                Capacities = [.. capacities.Select(capacity => (double)capacity)],
                Split = split,
            });
            double? judged = Program(kind, question, capacities, split).Highs();
            double? value = kind == LocationKind.MaximalCovering ? question.Weights.Sum() - judged : judged;

            string at = $"{kind}, split {split}, seed {seed}";
            found.Status.ShouldBe(value is null ? LocationStatus.Infeasible : LocationStatus.Optimal, at);
            if (value is { } best)
                found.Objective!.Value.ShouldBe(best, 1e-6 * Math.Max(1, best), at);
            answered += value is null ? 0 : 1;
        }

        answered.ShouldBeGreaterThan(Cases / 3);
    }

    [Fact]
    public void HiGHS_finds_the_mean_of_the_two_nearest()
    {
        for (int seed = 0; seed < Cases; seed++)
        {
            LocationQuestion question = Draw(seed);
            LocationResult found = LocationSolver.Solve(question.As(LocationKind.PMedian) with { Nearest = 2 });

            found.Status.ShouldBe(LocationStatus.Optimal, $"seed {seed}");
            found.Objective!.Value.ShouldBe(Program(LocationKind.PMedian, question, [], split: false, nearest: 2).Highs()!.Value / 2, 1e-3, $"seed {seed}");
        }
    }

    // Points of a plane, most of which reach each other.
    private static LocationQuestion Draw(int seed)
    {
        var random = new Random(seed);
        (int demands, int sites) = (random.Next(14, 24), random.Next(7, 11));
        (int X, int Y)[] from = [.. Enumerable.Range(0, demands).Select(_ => (random.Next(100), random.Next(100)))];
        (int X, int Y)[] to = [.. Enumerable.Range(0, sites).Select(_ => (random.Next(100), random.Next(100)))];
        int[,] costs = new int[demands, sites];
        for (int i = 0; i < demands; i++)
        {
            for (int j = 0; j < sites; j++)
                costs[i, j] = (int)Math.Sqrt(Math.Pow(from[i].X - to[j].X, 2) + Math.Pow(from[i].Y - to[j].Y, 2));
        }

        int[] weights = [.. Enumerable.Range(0, demands).Select(_ => random.Next(1, 60))];
        return new LocationQuestion(costs, weights, random.Next(3, 6), random.Next(40, 90), [], []);
    }

    private static int[] Capacities(LocationQuestion question, int seed)
    {
        var random = new Random(seed + 1000);
        int fair = question.Weights.Sum() / question.P;
        return [.. Enumerable.Range(0, question.Sites).Select(_ => fair * random.Next(95, 150) / 100)];
    }

    private static MixedProgram Program(LocationKind kind, LocationQuestion question, int[] capacities, bool split, int nearest = 1)
    {
        var program = new MixedProgram();
        bool fewest = kind == LocationKind.SetCovering;
        int[] open = [.. Enumerable.Range(0, question.Sites).Select(_ => program.Bit(fewest ? 1 : 0))];
        if (!fewest)
            program.Exactly(question.P, open);
        var loads = Enumerable.Range(0, question.Sites).Select(_ => new List<(int, int)>()).ToImmutableArray();
        for (int i = 0; i < question.Demands; i++)
        {
            int limit = kind == LocationKind.PMedian ? int.MaxValue : question.Limit;
            var goes = new List<int>();
            foreach (int j in question.Within(i, limit))
            {
                double cost = kind == LocationKind.PMedian ? question.Weights[i] * (double)question.Costs[i, j] : 0;
                int share = split ? program.Share(cost) : program.Bit(cost);
                program.NotAbove(share, open[j]);
                loads[j].Add((share, question.Weights[i]));
                goes.Add(share);
            }

            if (kind == LocationKind.MaximalCovering)
                goes.Add(split ? program.Share(question.Weights[i]) : program.Bit(question.Weights[i]));
            program.Exactly(nearest, goes);
        }

        for (int j = 0; j < capacities.Length; j++)
            program.AtMost(capacities[j], loads[j]);
        return program;
    }
}
