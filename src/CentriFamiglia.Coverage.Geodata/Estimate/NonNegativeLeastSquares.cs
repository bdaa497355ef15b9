namespace CentriFamiglia.Coverage.Geodata.Estimate;

/// <summary>
/// Least squares with coefficients that may not be negative: the active-set method of Lawson and Hanson (1974, "Solving least squares
/// problems", chapter 23) on the normal equations. Meant for a handful of well-scaled terms.
/// </summary>
public static class NonNegativeLeastSquares
{
    /// <param name="rows">Terms of each observation; all of the same length.</param>
    /// <param name="observed">One value for each row.</param>
    public static double[] Solve(IReadOnlyList<double[]> rows, IReadOnlyList<double> observed)
    {
        int n = rows[0].Length;
        var normal = new double[n, n];
        var right = new double[n];
        for (int r = 0; r < rows.Count; r++)
        {
            for (int i = 0; i < n; i++)
            {
                right[i] += rows[r][i] * observed[r];
                for (int j = 0; j < n; j++)
                    normal[i, j] += rows[r][i] * rows[r][j];
            }
        }

        var x = new double[n];
        var free = new bool[n];
        while (Entering(normal, right, x, free) is { } entering)
        {
            free[entering] = true;
            double[] candidate = SolveFree(normal, right, free);
            while (Blocking(x, candidate, free) is { } step)
            {
                for (int i = 0; i < n; i++)
                    x[i] += step * (candidate[i] - x[i]);
                for (int i = 0; i < n; i++)
                    free[i] &= x[i] > 1e-14;
                for (int i = 0; i < n; i++)
                    x[i] = free[i] ? x[i] : 0;
                candidate = SolveFree(normal, right, free);
            }

            x = candidate;
        }

        return x;
    }

    /// <summary>The zero coefficient that would lower the error fastest if it grew; null when none would.</summary>
    private static int? Entering(double[,] normal, double[] right, double[] x, bool[] free)
    {
        int? best = null;
        double steepest = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double slope = right[i];
            for (int j = 0; j < x.Length; j++)
                slope -= normal[i, j] * x[j];
            slope /= Math.Sqrt(normal[i, i]) + double.Epsilon;
            if (!free[i] && slope > steepest + 1e-9)
                (best, steepest) = (i, slope);
        }

        return best;
    }

    /// <summary>How far towards the candidate one may go before a coefficient turns negative; null when all the way.</summary>
    private static double? Blocking(double[] x, double[] candidate, bool[] free)
    {
        double? step = null;
        for (int i = 0; i < x.Length; i++)
        {
            if (free[i] && candidate[i] <= 0)
                step = Math.Min(step ?? 1, x[i] / (x[i] - candidate[i]));
        }

        return step;
    }

    private static double[] SolveFree(double[,] normal, double[] right, bool[] free)
    {
        int[] index = [.. Enumerable.Range(0, right.Length).Where(i => free[i])];
        var a = new double[index.Length, index.Length + 1];
        for (int i = 0; i < index.Length; i++)
        {
            a[i, index.Length] = right[index[i]];
            for (int j = 0; j < index.Length; j++)
                a[i, j] = normal[index[i], index[j]];
        }

        var x = new double[right.Length];
        double[] solution = Eliminate(a, index.Length);
        for (int i = 0; i < index.Length; i++)
            x[index[i]] = solution[i];
        return x;
    }

    private static double[] Eliminate(double[,] a, int n)
    {
        for (int p = 0; p < n; p++)
        {
            int pivot = Enumerable.Range(p, n - p).MaxBy(r => Math.Abs(a[r, p]));
            for (int c = p; c <= n; c++)
                (a[p, c], a[pivot, c]) = (a[pivot, c], a[p, c]);
            for (int r = p + 1; r < n; r++)
            {
                double factor = a[r, p] / a[p, p];
                for (int c = p; c <= n; c++)
                    a[r, c] -= factor * a[p, c];
            }
        }

        var x = new double[n];
        for (int r = n - 1; r >= 0; r--)
        {
            double sum = a[r, n];
            for (int c = r + 1; c < n; c++)
                sum -= a[r, c] * x[c];
            x[r] = sum / a[r, r];
        }

        return x;
    }
}
