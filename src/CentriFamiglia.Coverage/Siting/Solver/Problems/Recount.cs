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
