using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Allocation;

/// <summary>Problems with capacities, or with several nearest sites for each demand. Others of the same value are not looked for.</summary>
internal static class AllocationAnswer
{
    /// <summary>Whether a problem is of this kind.</summary>
    public static bool Is(LocationProblem problem) => !problem.Capacities.IsDefault || problem.Nearest > 1;

    public static LocationResult Solve(LocationInput input, Func<bool> stop)
    {
        LocationProblem problem = input.Problem;
        AllocationModel model = AllocationModel.Of(input);
        if (!Room(input, model))
            return LocationResult.NoChoice(proved: true);
        AllocationSearch.Outcome found = AllocationSearch.Solve(model, stop);
        if (double.IsPositiveInfinity(found.Value))
            return LocationResult.NoChoice(proved: double.IsPositiveInfinity(found.Bound));
        double total = problem.Weights.Sum();
        double Figure(double value) => problem.Kind == LocationKind.MaximalCovering ? total - value : value / problem.Nearest;
        return new LocationResult
        {
            Status = found.Bound >= found.Value - model.Slack - (2e-9 * found.Value) ? LocationStatus.Optimal : LocationStatus.Feasible,
            Objective = Figure(found.Value),
            Bound = Figure(Math.Max(0, found.Bound)),
            Sites = [.. found.Sites],
            Assignment = problem.Capacities.IsDefault ? [] : Assigned(input, found),
            Nodes = found.Nodes,
        };
    }

    // The largest p sites together must hold what must be served.
    private static bool Room(LocationInput input, AllocationModel model)
    {
        if (!model.Capacitated || double.IsFinite(model.Reject.FirstOrDefault()))
            return true;
        IEnumerable<int> sites = Enumerable.Range(0, input.SiteCount).Where(j => input.Start[j] != SiteState.Closed)
            .OrderByDescending(j => input.Start[j] == SiteState.Open).ThenByDescending(j => model.Capacity[j]);
        return sites.Take(model.P ?? input.SiteCount).Sum(j => model.Capacity[j]) >= model.Load.Sum() * (1 - 1e-12);
    }

    private static ImmutableArray<(int Demand, int Site, double Share)> Assigned(LocationInput input, AllocationSearch.Outcome found)
    {
        var rows = ImmutableArray.CreateBuilder<(int, int, double)>();
        bool fewest = input.Problem.Kind == LocationKind.SetCovering;
        int row = 0;
        for (int i = 0; i < input.DemandCount; i++)
        {
            if (input.Problem.Weights[i] == 0 && !fewest)
                continue;
            List<(int Site, double Share)> shares = found.Shares[row++];
            if (shares.Count == 0)
                shares = [(input.Reaching(i).First(found.Sites.Contains), 1)];
            foreach ((int site, double share) in shares.Where(share => share.Site >= 0).OrderBy(share => share.Site))
                rows.Add((i, site, share));
        }

        return rows.ToImmutable();
    }
}
