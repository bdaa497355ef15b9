namespace CentriFamiglia.Coverage.Travel.Official;

/// <summary>Whether two lists put the same things in the same order.</summary>
public static class RankCorrelation
{
    /// <summary>
    /// Spearman's coefficient, -1 to 1: Pearson's of the ranks, ties at the mean of their ranks. Null with fewer than two pairs, or when
    /// one list has a single value. Source: Spearman, "The Proof and Measurement of Association between Two Things" (1904).
    /// </summary>
    public static double? Spearman(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        double[] x = Ranks(a), y = Ranks(b);
        double middle = (x.Length + 1) / 2.0;
        double xx = x.Sum(r => (r - middle) * (r - middle)), yy = y.Sum(r => (r - middle) * (r - middle));
        return xx > 0 && yy > 0 ? x.Zip(y, (r, s) => (r - middle) * (s - middle)).Sum() / Math.Sqrt(xx * yy) : null;
    }

    private static double[] Ranks(IReadOnlyList<double> values)
    {
        int[] order = [.. Enumerable.Range(0, values.Count).OrderBy(i => values[i])];
        var ranks = new double[values.Count];
        for (int first = 0, end; first < order.Length; first = end)
        {
            end = first + 1;
            while (end < order.Length && values[order[end]].Equals(values[order[first]]))
                end++;
            // Ranks first + 1 to end share their mean.
            for (int i = first; i < end; i++)
                ranks[order[i]] = (first + 1 + end) / 2.0;
        }

        return ranks;
    }
}
