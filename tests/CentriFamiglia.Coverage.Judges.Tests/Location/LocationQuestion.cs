using System.Collections.Immutable;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Judges.Tests.Location;

/// <summary>A question of discrete location in whole numbers, which solver and judges are asked in words of their own.</summary>
/// <param name="Costs">From each demand (row) to each site (column); -1 where there is no way.</param>
/// <param name="Weights">Of each demand, not negative.</param>
/// <param name="P">Sites open in all, where the problem counts them.</param>
/// <param name="Limit">Largest cost that counts as covered, inclusive.</param>
/// <param name="Fixed">Sites that are open.</param>
/// <param name="Forbidden">Sites that may not be.</param>
internal sealed record LocationQuestion(int[,] Costs, int[] Weights, int P, int Limit, int[] Fixed, int[] Forbidden)
{
    public int Demands => Costs.GetLength(0);

    public int Sites => Costs.GetLength(1);

    /// <summary>
    /// Beyond what trying every choice could settle:
    /// up to 40 demands and 25 sites, ties, gaps, fixed and forbidden ones.
    /// </summary>
    public static LocationQuestion Draw(int seed)
    {
        var random = new Random(seed);
        (int demands, int sites) = (random.Next(12, 41), random.Next(10, 26));
        int most = random.Next(2) == 0 ? 12 : 3600;
        int[,] costs = new int[demands, sites];
        double density = random.Next(3) == 0 ? 0.35 : 1;
        for (int i = 0; i < demands; i++)
        {
            for (int j = 0; j < sites; j++)
                costs[i, j] = random.NextDouble() < density ? random.Next(most + 1) : -1;
        }

        int[] order = [.. Enumerable.Range(0, sites)];
        random.Shuffle(order);
        int[] open = order[..random.Next(3)];
        int[] shut = random.Next(2) == 0 ? [] : order[^random.Next(1, 5)..];
        int[] weights = [.. Enumerable.Range(0, demands).Select(_ => random.Next(6) == 0 ? 0 : random.Next(1, 3000))];
        return new LocationQuestion(costs, weights, random.Next(Math.Max(1, open.Length), 8), most * random.Next(8, 45) / 100, open, shut);
    }

    public LocationProblem As(LocationKind kind)
    {
        double[] table = [.. Costs.Cast<int>().Select(cost => cost < 0 ? double.PositiveInfinity : cost)];
        return new LocationProblem
        {
            Kind = kind,
            Costs = CostMatrix.FromTable(Names("d", Demands), Names("s", Sites), table),
            Weights = [.. Weights.Select(weight => (double)weight)],
            P = kind is LocationKind.PMedian or LocationKind.MaximalCovering or LocationKind.PCenter ? P : null,
            Limit = kind is LocationKind.PMedian or LocationKind.PCenter ? null : Limit,
            Fixed = [.. Fixed],
            Forbidden = [.. Forbidden],
        };
    }

    /// <summary>Sites within so much of a demand.</summary>
    public int[] Within(int demand, int limit) =>
        [.. Enumerable.Range(0, Sites).Where(site => Costs[demand, site] >= 0 && Costs[demand, site] <= limit)];

    private static ImmutableArray<string> Names(string prefix, int count) =>
        [.. Enumerable.Range(1, count).Select(number => prefix + number)];
}
