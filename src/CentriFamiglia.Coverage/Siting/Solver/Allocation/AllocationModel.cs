using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Allocation;

/// <summary>
/// The problems where it matters who goes where: sites with a capacity (Mulvey, Beck 1984; Current, Storbeck 1988), or demands that go to the
/// nearest several (Weaver, Church 1985). A least: what opening costs, what going costs, and what a demand left out pays.
/// </summary>
internal sealed record AllocationModel
{
    /// <summary>How many sites are open in all; null for as many as are worth it.</summary>
    public required int? P { get; init; }

    /// <summary>What opening one costs: 1 to count them, or 0.</summary>
    public required double SiteCost { get; init; }

    /// <summary>To how many sites each demand goes.</summary>
    public required int Need { get; init; }

    /// <summary>Whether a demand may be divided among sites.</summary>
    public required bool Split { get; init; }

    public required SiteState[] Start { get; init; }

    /// <summary>What a demand takes of a site's capacity.</summary>
    public required double[] Load { get; init; }

    /// <summary>Of each site; infinite for none.</summary>
    public required double[] Capacity { get; init; }

    /// <summary>What a demand pays that goes nowhere; infinite where it must go.</summary>
    public required double[] Reject { get; init; }

    /// <summary>For each demand the permitted sites it reaches.</summary>
    public required int[][] Sites { get; init; }

    /// <summary>Beside them what going there costs the whole demand.</summary>
    public required double[][] Costs { get; init; }

    /// <summary>Values are whole, so a bound may be rounded up.</summary>
    public required bool Integral { get; init; }

    public required double Scale { get; init; }

    public int Demands => Load.Length;

    public double Slack => 1e-10 * Scale;

    /// <summary>Bounded capacities: then who goes where is a choice of its own.</summary>
    public bool Capacitated => Need == 1;

    public static AllocationModel Of(LocationInput input)
    {
        LocationProblem problem = input.Problem;
        bool median = problem.Kind == LocationKind.PMedian;
        bool fewest = problem.Kind == LocationKind.SetCovering;
        int[] demands = [.. Enumerable.Range(0, input.DemandCount).Where(i => problem.Weights[i] > 0 || fewest)];
        int[][] sites = [.. demands.Select(i => input.Reaching(i))];
        double[][] costs = [.. demands.Select((i, row) => CostsOf(input, i, sites[row], median))];
        double[] weights = [.. demands.Select(i => problem.Weights[i])];
        bool whole = median ? costs.All(row => Array.TrueForAll(row, double.IsInteger)) : fewest || weights.All(double.IsInteger);
        return new AllocationModel
        {
            P = fewest ? null : problem.P,
            SiteCost = fewest ? 1 : 0,
            Need = problem.Nearest,
            Split = problem.Split,
            Start = input.Start,
            Load = weights,
            Capacity = [.. problem.Capacities.IsDefault ? Enumerable.Repeat(double.PositiveInfinity, input.SiteCount) : problem.Capacities],
            Reject = [.. weights.Select(weight => problem.Kind == LocationKind.MaximalCovering ? weight : double.PositiveInfinity)],
            Sites = sites,
            Costs = costs,
            Integral = whole && input.Scale < 1e11 && (fewest || !problem.Split),
            Scale = Math.Max(fewest ? input.SiteCount : input.Scale * problem.Nearest, 1e-300),
        };
    }

    private static double[] CostsOf(LocationInput input, int demand, int[] sites, bool median)
    {
        if (!median)
            return new double[sites.Length];
        var of = new Dictionary<int, double>();
        for (int k = 0; k < input.Problem.Costs.SitesOf(demand).Length; k++)
            of[input.Problem.Costs.SitesOf(demand)[k]] = input.Problem.Weights[demand] * input.Problem.Costs.CostsOf(demand)[k];
        return [.. sites.Select(site => of[site])];
    }
}
