using System.Runtime.CompilerServices;

namespace CentriFamiglia.Coverage.Siting.Location;

/// <summary>
/// The common form of p-median and maximal covering: open exactly p sites; each row pays the cheapest open site of its list, or its
/// rejection cost where that is less. Rows hold weighted costs, ascending.
/// </summary>
internal sealed class MedianModel
{
    public required int SiteCount { get; init; }

    public required int P { get; init; }

    public required int[] First { get; init; }

    public required int[] Site { get; init; }

    public required double[] Cost { get; init; }

    /// <summary>What a row pays at most.</summary>
    public required double[] Reject { get; init; }

    /// <summary>Open, closed or free at the start.</summary>
    public required SiteState[] Start { get; init; }

    /// <summary>All weighted costs are whole numbers, so a bound may be rounded up.</summary>
    public required bool Integral { get; init; }

    /// <summary>The most a choice may cost that serves everybody: what rounding errors are measured by.</summary>
    public required double Scale { get; init; }

    public int RowCount => Reject.Length;

    /// <summary>
    /// How far a computed bound may lie from the true one. Values of a model that is not <see cref="Integral"/> and closer than this
    /// are the same value.
    /// </summary>
    public double Slack => 1e-12 * Scale;

    /// <summary>Value of a choice of sites: what every row pays, summed in order of the rows.</summary>
    public double Value(ReadOnlySpan<bool> open)
    {
        double sum = 0;
        for (int row = 0; row < RowCount; row++)
        {
            double pays = Reject[row];
            for (int k = First[row]; k < First[row + 1]; k++)
            {
                if (Cost[k] >= pays)
                    break;
                if (open[Site[k]])
                {
                    pays = Cost[k];
                    break;
                }
            }

            sum += pays;
        }

        return sum;
    }

    /// <summary>The same rows without the closed sites, and without what costs as much as rejection.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public MedianModel Without(ReadOnlySpan<SiteState> state)
    {
        int[] first = new int[RowCount + 1];
        var site = new List<int>(Site.Length);
        var cost = new List<double>(Site.Length);
        for (int row = 0; row < RowCount; row++)
        {
            for (int k = First[row]; k < First[row + 1] && Cost[k] < Reject[row]; k++)
            {
                if (state[Site[k]] == SiteState.Closed)
                    continue;
                site.Add(Site[k]);
                cost.Add(Cost[k]);
                // Nothing behind an open site is ever used.
                if (state[Site[k]] == SiteState.Open)
                    break;
            }

            first[row + 1] = site.Count;
        }

        return new MedianModel
        {
            SiteCount = SiteCount,
            P = P,
            First = first,
            Site = [.. site],
            Cost = [.. cost],
            Reject = Reject,
            Start = state.ToArray(),
            Integral = Integral,
            Scale = Scale,
        };
    }
}

internal enum SiteState : byte
{
    Free,
    Open,
    Closed,
}
