namespace CentriFamiglia.Coverage.Siting.Solver.Problems;

/// <summary>
/// What a choice of sites is worth, counted straight from the matrix and sharing no code with the searches: a solver's figure that
/// this does not confirm is never shown.
/// </summary>
/// <param name="Objective">The objective of the sites under the problem.</param>
/// <param name="BackupWeight">The weight of the demands that have two open sites within the limit; 0 without a limit.</param>
public readonly record struct Recount(double Objective, double BackupWeight)
{
    /// <summary>
    /// Counts a choice; null when it is none: a demand left without, a site twice or forbidden, a fixed one missing, more or fewer than p.
    /// </summary>
    public static Recount? Of(LocationProblem problem, IReadOnlyCollection<int> sites)
    {
        HashSet<int> open = [.. sites];
        if (open.Count != sites.Count || !problem.Fixed.All(open.Contains) || problem.Forbidden.Any(open.Contains))
            return null;
        bool counted = problem.Kind is LocationKind.PMedian or LocationKind.MaximalCovering or LocationKind.PCenter;
        if (counted && open.Count != problem.P)
            return null;

        double limit = problem.Limit ?? double.PositiveInfinity;
        (double sum, double worst, double covered, double twice, bool all) = (0, 0, 0, 0, true);
        for (int i = 0; i < problem.Costs.Demands.Length; i++)
        {
            (double nearest, int within) = Look(problem.Costs, i, open, limit);
            if (problem.Nearest > 1)
                nearest = MeanOf(problem, i, open);
            sum += problem.Weights[i] == 0 ? 0 : problem.Weights[i] * nearest;
            worst = Math.Max(worst, nearest);
            covered += within > 0 ? problem.Weights[i] : 0;
            twice += within > 1 ? problem.Weights[i] : 0;
            all &= within > 0;
        }

        return problem.Kind switch
        {
            LocationKind.PMedian => double.IsPositiveInfinity(sum) ? null : new Recount(sum, 0),
            LocationKind.PCenter => double.IsPositiveInfinity(worst) ? null : new Recount(worst, 0),
            LocationKind.MaximalCovering => new Recount(covered, twice),
            _ => all ? new Recount(sites.Count, twice) : null,
        };
    }

    /// <summary>
    /// Counts a choice with capacities by who goes where; null when it is none: more than a site holds, a site that is not open or not within
    /// the limit, a demand divided that may not be, or one left without that must be served.
    /// </summary>
    public static Recount? OfAssignment(LocationProblem problem, IReadOnlyCollection<int> sites, ImmutableArray<(int Demand, int Site, double Share)> assignment)
    {
        if (Of(problem with { Kind = LocationKind.MaximalCovering, Capacities = default, P = sites.Count, Limit = problem.Limit ?? double.MaxValue }, sites) is null)
            return null;
        if (problem.P is { } p && problem.Kind != LocationKind.SetCovering && p != sites.Count)
            return null;
        HashSet<int> open = [.. sites];
        double[] load = new double[problem.Costs.Sites.Length];
        double[] served = new double[problem.Costs.Demands.Length];
        (double cost, double covered) = (0, 0);
        foreach ((int demand, int site, double share) in assignment)
        {
            int at = problem.Costs.SitesOf(demand).IndexOf(site);
            bool whole = Math.Abs(share - 1) <= 1e-9;
            if (at < 0 || !open.Contains(site) || problem.Costs.CostsOf(demand)[at] > problem.Limit || (!problem.Split && !whole))
                return null;
            load[site] += share * problem.Weights[demand];
            served[demand] += share;
            cost += share * problem.Weights[demand] * problem.Costs.CostsOf(demand)[at];
            covered += share * problem.Weights[demand];
        }

        bool all = problem.Kind != LocationKind.MaximalCovering;
        for (int i = 0; i < served.Length; i++)
        {
            bool must = all && (problem.Weights[i] > 0 || problem.Kind == LocationKind.SetCovering);
            if (served[i] > 1 + 1e-9 || (must && served[i] < 1 - 1e-9))
                return null;
        }

        if (Enumerable.Range(0, load.Length).Any(j => load[j] > problem.Capacities[j] + (1e-9 * problem.Weights.Sum())))
            return null;
        return new Recount(problem.Kind == LocationKind.PMedian ? cost : all ? sites.Count : covered, 0);
    }

    private static double MeanOf(LocationProblem problem, int demand, HashSet<int> open)
    {
        double[] costs = problem.Costs.CostsOf(demand).ToArray();
        int[] sites = problem.Costs.SitesOf(demand).ToArray();
        double[] nearest = [.. costs.Where((_, k) => open.Contains(sites[k])).Order().Take(problem.Nearest)];
        return nearest.Length < problem.Nearest ? double.PositiveInfinity : nearest.Average();
    }

    private static (double Nearest, int Within) Look(CostMatrix costs, int demand, HashSet<int> open, double limit)
    {
        (double nearest, int within) = (double.PositiveInfinity, 0);
        for (int k = 0; k < costs.SitesOf(demand).Length; k++)
        {
            if (!open.Contains(costs.SitesOf(demand)[k]))
                continue;
            double cost = costs.CostsOf(demand)[k];
            nearest = Math.Min(nearest, cost);
            within += cost <= limit ? 1 : 0;
        }

        return (nearest, within);
    }
}
