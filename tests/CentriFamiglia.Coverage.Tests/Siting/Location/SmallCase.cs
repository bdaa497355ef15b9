using System.Collections.Immutable;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Tests.Siting.Location;

/// <summary>Random problems small enough to try every choice of sites, drawn from a seed.</summary>
internal static class SmallCase
{
    public static LocationProblem Draw(LocationKind kind, int seed)
    {
        var random = new Random((seed * 5) + (int)kind);
        int demands = random.Next(1, 9);
        int sites = random.Next(1, 9);
        bool whole = random.Next(3) > 0;
        double density = random.Next(3) switch { 0 => 1, 1 => 0.8, _ => 0.4 };
        int most = random.Next(1, 12);
        double unit = random.Next(4) switch { 0 => 1e-6, 1 => 1e6, _ => 1 };
        double Number() => whole ? random.Next(most + 1) : random.NextDouble() * most * unit;

        List<(int, int, double)> pairs = [];
        for (int i = 0; i < demands; i++)
        {
            for (int j = 0; j < sites; j++)
            {
                if (random.NextDouble() < density)
                    pairs.Add((i, j, Number()));
            }
        }

        ImmutableArray<double> weights = random.Next(3) == 0
            ? [.. Enumerable.Repeat(1.0, demands)]
            : [.. Enumerable.Range(0, demands).Select(_ => random.Next(4) == 0 ? 0 : Number())];
        int[] order = [.. Enumerable.Range(0, sites)];
        random.Shuffle(order);
        int fixedCount = random.Next(2) == 0 ? 0 : random.Next(sites + 1) / 2;
        int forbiddenCount = random.Next(3) == 0 ? random.Next(sites - fixedCount) : 0;
        bool covering = kind is LocationKind.MaximalCovering or LocationKind.SetCovering or LocationKind.SetCoveringWithBackup;
        bool counted = kind is LocationKind.PMedian or LocationKind.MaximalCovering or LocationKind.PCenter;
        return new LocationProblem
        {
            Kind = kind,
            Costs = CostMatrix.From(Names("d", demands), Names("s", sites), pairs),
            Weights = weights,
            Limit = covering ? (pairs.Count == 0 ? 1 : pairs[random.Next(pairs.Count)].Item3) : null,
            P = counted ? random.Next(Math.Max(1, fixedCount), sites - forbiddenCount + 1) : null,
            Fixed = [.. order[..fixedCount]],
            Forbidden = [.. order[(sites - forbiddenCount)..]],
        };
    }

    public static ImmutableArray<string> Names(string prefix, int count) => [.. Enumerable.Range(1, count).Select(k => prefix + k)];
}
