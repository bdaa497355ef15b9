namespace CentriFamiglia.Coverage.Access.Measures;

/// <summary>How the opportunities at several limits become one value.</summary>
public enum IntervalSummary
{
    /// <summary>The middle one; of an even number the mean of the two in the middle.</summary>
    Median,
    Mean,
    Least,
    Greatest,
}

/// <summary>
/// Cumulative opportunities over an interval of limits instead of a single one, so that no limit decides alone (Tomasiello, Herszenhut, Oliveira, Braga, Pereira 2023): what is in
/// reach within each limit, then their median, mean, least or greatest. Unlike <c>cumulative_interval</c> of the R package <c>accessibility</c> it does not cut decimals off.
/// </summary>
public static class CumulativeInterval
{
    /// <param name="limits">At least one, rising, each inclusive.</param>
    /// <returns>One value per demand, in order; 0 where nothing is in reach.</returns>
    public static double?[] Of(AccessMatrix matrix, ImmutableArray<double> limits, IntervalSummary summary) =>
        [.. Enumerable.Range(0, matrix.Demands).Select(i => (double?)Summary(Within(matrix, i, limits), summary))];

    /// <summary>By limit; they never fall.</summary>
    private static double[] Within(AccessMatrix matrix, int demand, ImmutableArray<double> limits)
    {
        ImmutableArray<(int Site, double Cost)> row = matrix.Row(demand);
        double[] within = new double[limits.Length];
        double found = 0;
        int next = 0;
        for (int k = 0; k < within.Length; k++)
        {
            for (; next < row.Length && row[next].Cost <= limits[k]; next++)
                found += matrix.Supply[row[next].Site];
            within[k] = found;
        }

        return within;
    }

    private static double Summary(double[] rising, IntervalSummary summary) => summary switch
    {
        IntervalSummary.Mean => rising.Average(),
        IntervalSummary.Least => rising[0],
        IntervalSummary.Greatest => rising[^1],
        _ => (rising[(rising.Length - 1) / 2] + rising[rising.Length / 2]) / 2,
    };
}
