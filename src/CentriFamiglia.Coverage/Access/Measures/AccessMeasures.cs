namespace CentriFamiglia.Coverage.Access.Measures;

/// <summary>
/// The measures of access of the literature. One value per demand, in order; null where there is none to give: nothing is reached, or a
/// site in reach is competed for by nobody. A site that nobody in reach could use gives nothing, and is never divided by zero.
/// </summary>
public static class AccessMeasures
{
    /// <summary>Cost to the nearest site that offers anything.</summary>
    public static double?[] Nearest(AccessMatrix matrix) => PerDemand(matrix, i => CostTo(matrix, i, double.Epsilon));

    /// <summary>
    /// Cost at which two opportunities are in reach: a site that offers two or more counts as both. The convention of the R package
    /// <c>accessibility</c> (cost to the n-th closest).
    /// </summary>
    public static double?[] Second(AccessMatrix matrix) => PerDemand(matrix, i => CostTo(matrix, i, 2));

    /// <summary>Sum of what is in reach, each by its weight: cumulative opportunities without a decay, gravity with one (Hansen 1959).</summary>
    public static double?[] Sum(AccessMatrix matrix, Decay decay) =>
        PerDemand(matrix, i => matrix.Sum(i, (site, cost) => matrix.Supply[site] * decay.Of(cost)));

    /// <summary>
    /// Two-step floating catchment area (Luo and Wang 2003), enhanced where the decay is not all or nothing (Luo and Qi 2009): what a site
    /// offers per head of those in its reach, summed over the sites in reach; both steps by the same decay.
    /// </summary>
    public static double?[] FloatingCatchment(AccessMatrix matrix, Decay decay) =>
        Steps(matrix, (_, _, cost) => decay.Of(cost), (_, _, cost) => decay.Of(cost));

    /// <summary>
    /// Balanced floating catchment areas (Paez, Higgins, Vivona 2019): each demand is shared out among the sites it reaches, and each
    /// site among those who reach it, so that nobody is counted twice.
    /// </summary>
    public static double?[] BalancedCatchment(AccessMatrix matrix, Decay decay)
    {
        double[] ofDemand = [.. Enumerable.Range(0, matrix.Demands).Select(i => matrix.Sum(i, (_, cost) => decay.Of(cost)))];
        double[] ofSite = Loads(matrix, (_, _, cost) => decay.Of(cost));
        double[] perHead = PerHead(matrix, Loads(matrix, (i, _, cost) => Share(decay.Of(cost), ofDemand[i]) * matrix.Weights[i]));
        return PerDemand(matrix, i => matrix.Sum(i, (site, cost) => perHead[site] * Share(decay.Of(cost), ofSite[site])));
    }

    /// <summary>
    /// Spatial availability (Soukhov, Paez, Higgins, Mohamed 2023): what each site offers is divided among the demands that reach it, by
    /// their weight and by the decay of their cost, and all of it. Null where a site in reach has no demand of any weight.
    /// </summary>
    public static double?[] SpatialAvailability(AccessMatrix matrix, Decay decay)
    {
        double[] competing = Loads(matrix, (i, _, cost) => matrix.Weights[i] * decay.Of(cost));
        return PerDemand(matrix, i =>
        {
            double sum = 0;
            foreach ((int site, double cost) in matrix.Row(i))
            {
                double weight = decay.Of(cost);
                if (weight > 0 && competing[site] == 0)
                    return null;
                sum += matrix.Supply[site] * Share(matrix.Weights[i] * weight, competing[site]);
            }

            return sum;
        });
    }

    /// <summary>
    /// The two steps of every floating catchment: what a site offers per head of those who ask for it, then the sum of that over the sites in reach.
    /// </summary>
    /// <param name="asks">By demand, site and cost: how much of a demand asks for the site, from 0 to 1.</param>
    /// <param name="gives">How much of what the site offers per head counts for the demand, from 0 to 1.</param>
    internal static double?[] Steps(AccessMatrix matrix, Func<int, int, double, double> asks, Func<int, int, double, double> gives)
    {
        double[] perHead = PerHead(matrix, Loads(matrix, (i, site, cost) => matrix.Weights[i] * asks(i, site, cost)));
        return PerDemand(matrix, i => matrix.Sum(i, (site, cost) => perHead[site] * gives(i, site, cost)));
    }

    internal static double[] Loads(AccessMatrix matrix, Func<int, int, double, double> load)
    {
        double[] loads = new double[matrix.Sites];
        for (int i = 0; i < matrix.Demands; i++)
        {
            foreach ((int site, double cost) in matrix.Row(i))
                loads[site] += load(i, site, cost);
        }

        return loads;
    }

    internal static double Share(double part, double whole) => whole > 0 ? part / whole : 0;

    private static double[] PerHead(AccessMatrix matrix, double[] loads) => [.. loads.Select((load, j) => Share(matrix.Supply[j], load))];

    private static double?[] PerDemand(AccessMatrix matrix, Func<int, double?> value) => [.. Enumerable.Range(0, matrix.Demands).Select(value)];

    private static double? CostTo(AccessMatrix matrix, int demand, double opportunities)
    {
        double found = 0;
        foreach ((int site, double cost) in matrix.Row(demand))
        {
            found += matrix.Supply[site];
            if (found >= opportunities)
                return cost;
        }

        return null;
    }
}
