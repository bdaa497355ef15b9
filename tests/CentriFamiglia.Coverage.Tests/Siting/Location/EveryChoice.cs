using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Tests.Siting.Location;

/// <summary>The answer by trying every choice of sites, with nothing of the solver in it.</summary>
internal static class EveryChoice
{
    /// <summary>All best choices, each ascending, in lexicographic order, with their value (and backed up weight); none when infeasible.</summary>
    public static (List<int[]> Best, double Value, double Backup) Of(LocationProblem problem)
    {
        int n = problem.Costs.Sites.Length;
        double[][] cost = [.. Enumerable.Range(0, problem.Costs.Demands.Length).Select(i => Row(problem.Costs, i))];
        (List<int[]> best, double value, double backup) = ([], 0, 0);
        for (int mask = 0; mask < 1 << n; mask++)
        {
            int[] open = [.. Enumerable.Range(0, n).Where(j => (mask >> j & 1) == 1)];
            if (!Allowed(problem, open) || Value(problem, cost, open) is not { } found)
                continue;
            int order = best.Count == 0 ? -1 : Compare(problem.Kind, found, (value, backup));
            if (order < 0)
                (best, value, backup) = ([], found.Value, found.Backup);
            if (order <= 0)
                best.Add(open);
        }

        best.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        return (best, value, backup);
    }

    public static bool Close(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(Math.Abs(a), Math.Abs(b));

    private static double[] Row(CostMatrix costs, int demand)
    {
        double[] row = [.. Enumerable.Repeat(double.PositiveInfinity, costs.Sites.Length)];
        for (int k = 0; k < costs.SitesOf(demand).Length; k++)
            row[costs.SitesOf(demand)[k]] = costs.CostsOf(demand)[k];
        return row;
    }

    private static bool Allowed(LocationProblem problem, int[] open) =>
        (problem.P is not { } p || open.Length == p)
        && problem.Fixed.All(open.Contains)
        && !problem.Forbidden.Any(open.Contains);

    private static (double Value, double Backup)? Value(LocationProblem problem, double[][] cost, int[] open)
    {
        (double sum, double worst, double covered, double twice) = (0, 0, 0, 0);
        for (int i = 0; i < cost.Length; i++)
        {
            double nearest = open.Select(j => cost[i][j]).Append(double.PositiveInfinity).Min();
            int within = open.Count(j => cost[i][j] <= problem.Limit);
            bool served = problem.Limit is null ? nearest < double.PositiveInfinity : within > 0;
            bool needed = problem.Kind != LocationKind.PMedian || problem.Weights[i] > 0;
            if (!served && needed && problem.Kind != LocationKind.MaximalCovering)
                return null;
            sum += needed && served ? problem.Weights[i] * nearest : 0;
            worst = Math.Max(worst, nearest);
            covered += within > 0 ? problem.Weights[i] : 0;
            twice += within > 1 ? problem.Weights[i] : 0;
        }

        return problem.Kind switch
        {
            LocationKind.PMedian => (sum, 0),
            LocationKind.PCenter => (worst, 0),
            LocationKind.MaximalCovering => (covered, 0),
            LocationKind.SetCovering => (open.Length, 0),
            _ => (open.Length, twice),
        };
    }

    // Negative when the first is better.
    private static int Compare(LocationKind kind, (double Value, double Backup) a, (double Value, double Backup) b)
    {
        if (!Close(a.Value, b.Value))
            return (kind == LocationKind.MaximalCovering ? b.Value - a.Value : a.Value - b.Value) < 0 ? -1 : 1;
        return Close(a.Backup, b.Backup) ? 0 : a.Backup > b.Backup ? -1 : 1;
    }
}
