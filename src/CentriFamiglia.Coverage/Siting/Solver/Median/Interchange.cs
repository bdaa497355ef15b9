using System.Runtime.CompilerServices;

namespace CentriFamiglia.Coverage.Siting.Solver.Median;

/// <summary>
/// Swap local search with gains and losses kept per candidate pair row by row (Whitaker 1983; Resende, Werneck 2007, without their
/// extra matrix). Deterministic: the best swap, ties to the lowest site to open, then to close.
/// </summary>
internal static class Interchange
{
    /// <summary>Improves a choice in place until no single swap does, <paramref name="rounds"/> is used up, or <paramref name="stop"/> says so.</summary>
    /// <returns>The value reached.</returns>
    public static double Improve(MedianModel model, bool[] open, int rounds, Func<bool> stop)
    {
        int n = model.SiteCount;
        int[] nearest = new int[model.RowCount];
        double[] first = new double[model.RowCount];
        double[] second = new double[model.RowCount];
        double value = Assign(model, open, nearest, first, second);
        double[] gain = new double[n];
        double[] loss = new double[n];
        int[] slot = new int[n];
        for (int round = 0; round < rounds && !stop(); round++)
        {
            int[] members = Members(open, slot);
            double[] correction = new double[n * Math.Max(1, members.Length)];
            Collect(model, open, nearest, first, second, gain, loss, correction, slot, members.Length);
            (double best, int enter, int leave) = BestSwap(model, open, gain, loss, correction, members);
            if (best <= Math.Max(1e-9 * value, model.Slack))
                break;
            (open[enter], open[leave]) = (true, false);
            value = Assign(model, open, nearest, first, second);
        }

        return value;
    }

    private static int[] Members(bool[] open, int[] slot)
    {
        var members = new List<int>();
        Array.Fill(slot, -1);
        for (int j = 0; j < open.Length; j++)
        {
            if (open[j])
            {
                slot[j] = members.Count;
                members.Add(j);
            }
        }

        return [.. members];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Assign(MedianModel model, bool[] open, int[] nearest, double[] first, double[] second)
    {
        double value = 0;
        for (int row = 0; row < model.RowCount; row++)
        {
            (nearest[row], first[row], second[row]) = (-1, model.Reject[row], model.Reject[row]);
            for (int k = model.First[row]; k < model.First[row + 1] && model.Cost[k] < model.Reject[row]; k++)
            {
                if (!open[model.Site[k]])
                    continue;
                if (nearest[row] < 0)
                {
                    (nearest[row], first[row]) = (model.Site[k], model.Cost[k]);
                }
                else
                {
                    second[row] = model.Cost[k];
                    break;
                }
            }

            value += first[row];
        }

        return value;
    }

    // gain[c]: what opening c saves by itself. loss[o]: what closing o costs by itself. correction[c, o]: what c gives back of
    // that cost, on rows that o serves and c could.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Collect(
        MedianModel model,
        bool[] open,
        int[] nearest,
        double[] first,
        double[] second,
        double[] gain,
        double[] loss,
        double[] correction,
        int[] slot,
        int width)
    {
        Array.Clear(gain);
        Array.Clear(loss);
        for (int row = 0; row < model.RowCount; row++)
        {
            int serving = nearest[row];
            int column = serving >= 0 ? slot[serving] : -1;
            if (serving >= 0)
                loss[serving] += second[row] - first[row];
            double reach = column >= 0 ? second[row] : first[row];
            for (int k = model.First[row]; k < model.First[row + 1] && model.Cost[k] < reach; k++)
            {
                int candidate = model.Site[k];
                if (open[candidate])
                    continue;
                double saved = Math.Max(0, first[row] - model.Cost[k]);
                gain[candidate] += saved;
                if (column >= 0)
                    correction[(candidate * width) + column] += second[row] - Math.Max(first[row], model.Cost[k]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Best, int Enter, int Leave) BestSwap(
        MedianModel model,
        bool[] open,
        double[] gain,
        double[] loss,
        double[] correction,
        int[] members)
    {
        (double best, int enter, int leave) = (0, -1, -1);
        for (int candidate = 0; candidate < model.SiteCount; candidate++)
        {
            if (open[candidate])
                continue;
            for (int m = 0; m < members.Length; m++)
            {
                double profit = gain[candidate] - loss[members[m]] + correction[(candidate * members.Length) + m];
                if (profit > best)
                    (best, enter, leave) = (profit, candidate, members[m]);
            }
        }

        return (best, enter, leave);
    }
}
