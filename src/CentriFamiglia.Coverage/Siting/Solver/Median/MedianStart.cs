namespace CentriFamiglia.Coverage.Siting.Solver.Median;

/// <summary>The choice a p-median search starts from: the greedy one, improved by swaps, shaken and improved again.</summary>
internal static class MedianStart
{
    private const uint First = 2463534242;

    // Pairs looked at by the first swaps, which no signal cuts short: a choice stopped at once is a good one all the same.
    private const long Work = 100_000_000;

    /// <summary>Finds a good choice and takes it.</summary>
    /// <param name="best">Takes it.</param>
    /// <param name="kicks">How often to shake it.</param>
    /// <param name="seed">Another one shakes it otherwise.</param>
    /// <param name="known">Another choice to start from; null for none.</param>
    /// <returns>The choice.</returns>
    public static bool[] Find(MedianModel model, MedianIncumbent best, int kicks, uint seed = 0, bool[]? known = null)
    {
        bool[] open = Greedy(model);
        long round = Math.Max(1, model.Site.Length + ((long)model.SiteCount * model.P));
        double value = Interchange.Improve(model, open, (int)Math.Clamp(Work / round, 2, (10 * model.P) + 50), () => false);
        best.Take(model, open, value);
        open = Improved(model, open, best, out value);
        if (known is not null)
        {
            bool[] other = Improved(model, known, best, out double reached);
            if (reached < value)
                (open, value) = (other, reached);
        }

        return Shake(model, open, value, kicks, seed, best);
    }

    /// <summary>Near the dual optimum when the choice is near the primal one: halfway between the cheapest open site and the second.</summary>
    public static double[] Multipliers(MedianModel model, bool[] open)
    {
        double[] multipliers = new double[model.RowCount];
        for (int row = 0; row < model.RowCount; row++)
        {
            double first = double.NaN;
            double second = double.NaN;
            for (int k = model.First[row]; k < model.First[row + 1] && double.IsNaN(second); k++)
            {
                if (!open[model.Site[k]])
                    continue;
                if (double.IsNaN(first))
                    first = model.Cost[k];
                else
                    second = model.Cost[k];
            }

            double most = model.Reject[row];
            multipliers[row] = double.IsNaN(first) ? most
                : double.IsNaN(second) ? (first + Math.Min(most, (2 * first) + 1)) / 2
                : (first + second) / 2;
        }

        return multipliers;
    }

    // Swaps at random places of the best choice, improved again (iterated local search, Lourenço et al. 2003). The generator is a
    // fixed sequence: the same input gives the same start.
    private static bool[] Shake(MedianModel model, bool[] start, double value, int kicks, uint seed, MedianIncumbent best)
    {
        bool[] open = start;
        uint random = First + seed;
        for (int kick = 0; kick < kicks && !best.Stop; kick++)
        {
            bool[] shaken = [.. open];
            int swaps = 2 + (kick % 3);
            for (int s = 0; s < swaps; s++)
                SwapAtRandom(shaken, ref random);
            shaken = Improved(model, shaken, best, out double reached);
            // An equal one too: it is another place to go on from.
            if (reached <= value)
                (open, value) = (shaken, reached);
        }

        return open;
    }

    private static bool[] Improved(MedianModel model, bool[] open, MedianIncumbent best, out double value)
    {
        bool[] improved = [.. open];
        value = Interchange.Improve(model, improved, (10 * model.P) + 50, () => best.Stop);
        best.Take(model, improved, value);
        return improved;
    }

    private static void SwapAtRandom(bool[] open, ref uint random)
    {
        int[] leaving = [.. Enumerable.Range(0, open.Length).Where(j => open[j])];
        int[] entering = [.. Enumerable.Range(0, open.Length).Where(j => !open[j])];
        if (leaving.Length == 0 || entering.Length == 0)
            return;
        open[leaving[Next(ref random) % leaving.Length]] = false;
        open[entering[Next(ref random) % entering.Length]] = true;
    }

    private static uint Next(ref uint state)
    {
        // Marsaglia's xorshift32.
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return state;
    }

    private static bool[] Greedy(MedianModel model)
    {
        bool[] open = new bool[model.SiteCount];
        double[] pays = [.. model.Reject];
        double[] gain = new double[model.SiteCount];
        for (int count = 0; count < model.P; count++)
        {
            Array.Clear(gain);
            for (int row = 0; row < model.RowCount; row++)
            {
                for (int k = model.First[row]; k < model.First[row + 1] && model.Cost[k] < pays[row]; k++)
                    gain[model.Site[k]] += pays[row] - model.Cost[k];
            }

            int next = -1;
            for (int j = 0; j < model.SiteCount; j++)
            {
                if (!open[j] && (next < 0 || gain[j] > gain[next]))
                    next = j;
            }

            open[next] = true;
            for (int row = 0; row < model.RowCount; row++)
            {
                for (int k = model.First[row]; k < model.First[row + 1] && model.Cost[k] < pays[row]; k++)
                {
                    if (model.Site[k] == next)
                        pays[row] = model.Cost[k];
                }
            }
        }

        return open;
    }
}
