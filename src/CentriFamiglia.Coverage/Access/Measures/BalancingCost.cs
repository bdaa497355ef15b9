namespace CentriFamiglia.Coverage.Access.Measures;

/// <summary>
/// Balancing cost (Barboza, Carneiro, Falavigna, Luz, Orrico 2021, as balancing time): the cost at which as much is in reach as the demand weighs. Null where it never is; 0 for a
/// demand of no weight.
/// </summary>
public static class BalancingCost
{
    /// <summary>A cost that is a multiple of the increment but for its last digits is that multiple.</summary>
    private const double LastDigits = 1e-9;

    /// <param name="increment">
    /// Costs are looked at by so much, from 0 on, as <c>balancing_cost</c> of the R package <c>accessibility</c> does: the cost is the first multiple at which enough is in reach.
    /// Null for the cost itself.
    /// </param>
    public static double?[] Of(AccessMatrix matrix, double? increment) =>
        [.. Enumerable.Range(0, matrix.Demands).Select(i => CostOf(matrix, i) is { } cost ? Rounded(cost, increment) : (double?)null)];

    private static double? CostOf(AccessMatrix matrix, int demand)
    {
        if (matrix.Weights[demand] == 0)
            return 0;
        double found = 0;
        foreach ((int site, double cost) in matrix.Row(demand))
        {
            found += matrix.Supply[site];
            if (found >= matrix.Weights[demand])
                return cost;
        }

        return null;
    }

    private static double Rounded(double cost, double? increment) => increment is { } by ? Math.Ceiling((cost / by) - LastDigits) * by : cost;
}
