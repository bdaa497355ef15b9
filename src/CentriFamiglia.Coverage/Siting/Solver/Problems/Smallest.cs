using System.Runtime.CompilerServices;

namespace CentriFamiglia.Coverage.Siting.Solver.Problems;

/// <summary>Selection: the value at a rank without sorting the others (Hoare 1961).</summary>
internal static class Smallest
{
    /// <summary>
    /// Reorders the values so that those before <paramref name="rank"/> are no larger and those behind it no smaller than the one there.
    /// </summary>
    /// <param name="values">None is NaN.</param>
    /// <param name="rank">0 to one less than how many there are.</param>
    /// <returns>The value at <paramref name="rank"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Select(Span<double> values, int rank)
    {
        (int low, int high) = (0, values.Length - 1);
        while (low < high)
        {
            double pivot = Middle(values[low], values[low + ((high - low) / 2)], values[high]);
            (int i, int j) = (low, high);
            while (i <= j)
            {
                while (values[i] < pivot)
                    i++;
                while (values[j] > pivot)
                    j--;
                if (i <= j)
                {
                    (values[i], values[j]) = (values[j], values[i]);
                    i++;
                    j--;
                }
            }

            if (rank <= j)
                high = j;
            else if (rank >= i)
                low = i;
            else
                break;
        }

        return values[rank];
    }

    private static double Middle(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
