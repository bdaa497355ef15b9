namespace CentriFamiglia.Coverage.Geodata.Estimate;

/// <summary>
/// Least absolute deviations, or those of another quantile (Koenker and Bassett 1978), with coefficients that may not be negative, by reweighted
/// least squares (Schlossmacher 1973): a few pairs beyond a lake or a pass are wrong by half an hour, and squares would let them bend the
/// estimate for all the others.
/// </summary>
internal static class LeastDeviations
{
    /// <summary>Rounds of reweighting, and the error (minutes) below which a row weighs no more.</summary>
    private const int Rounds = 12;
    private const double LeastError = 0.5;

    /// <param name="rows">Terms of each observation.</param>
    /// <param name="observed">One value for each row.</param>
    /// <param name="weights">One for each row.</param>
    /// <param name="quantile">The share of the observations that shall lie below.</param>
    public static double[] Solve(double[][] rows, double[] observed, double[] weights, double quantile = 0.5)
    {
        double[] x = new double[rows[0].Length], roots = [.. weights.Select(Math.Sqrt)];
        for (int round = 0; round <= Rounds; round++)
        {
            x = NonNegativeLeastSquares.Solve(
                [.. rows.Select((row, i) => Array.ConvertAll(row, term => term * roots[i]))], [.. observed.Select((value, i) => value * roots[i])]);
            for (int i = 0; i < rows.Length; i++)
            {
                double error = observed[i] - Sum(rows[i], x);
                roots[i] = Math.Sqrt(2 * weights[i] * (error > 0 ? quantile : 1 - quantile) / Math.Max(LeastError, Math.Abs(error)));
            }
        }

        return x;
    }

    public static double Sum(double[] terms, double[] coefficients)
    {
        double sum = 0;
        for (int i = 0; i < terms.Length; i++)
            sum += terms[i] * coefficients[i];
        return sum;
    }
}
