using System.Runtime.CompilerServices;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Median;

/// <summary>
/// A p-median as the search sees it: of the sites that are still free open exactly p; each row pays the cheapest open one of its list,
/// or its rejection cost where that is less. Rows hold weighted costs, ascending. Sites that are open anyhow are no longer among the
/// sites: what they cost a row is its rejection cost.
/// </summary>
internal sealed class MedianModel
{
    /// <summary>For each site its index in the question, ascending.</summary>
    public required int[] Origin { get; init; }

    /// <summary>Indices in the question of the sites that are open in every choice.</summary>
    public required int[] Opened { get; init; }

    /// <summary>How many of the sites to open.</summary>
    public required int P { get; init; }

    public required int[] First { get; init; }

    public required int[] Site { get; init; }

    public required double[] Cost { get; init; }

    /// <summary>What a row pays at most.</summary>
    public required double[] Reject { get; init; }

    /// <summary>All weighted costs are whole numbers, so a bound may be rounded up.</summary>
    public required bool Integral { get; init; }

    /// <summary>The most a choice may cost that serves everybody: what rounding errors are measured by.</summary>
    public required double Scale { get; init; }

    public int SiteCount => Origin.Length;

    public int RowCount => Reject.Length;

    /// <summary>Nothing is left to choose.</summary>
    public bool Decided => P <= 0 || P >= SiteCount;

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

    /// <summary>Each row at its cheapest: a bound before any other, with room for the rounding of the sum.</summary>
    public double Least()
    {
        double sum = 0;
        for (int row = 0; row < RowCount; row++)
            sum += First[row] < First[row + 1] ? Cost[First[row]] : Reject[row];
        return Math.Max(0, sum - Slack);
    }

    /// <summary>The same rows once some sites are open and others closed.</summary>
    /// <param name="state">State of every site of the question; what this model has decided already is not asked again.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public MedianModel Restrict(ReadOnlySpan<SiteState> state)
    {
        // The new number of a site; below zero what it is instead.
        const int Closed = -1;
        const int Open = -2;
        int[] number = new int[SiteCount];
        List<int> origin = new(SiteCount);
        List<int> opened = [.. Opened];
        for (int j = 0; j < SiteCount; j++)
        {
            SiteState now = state[Origin[j]];
            number[j] = now == SiteState.Free ? origin.Count : now == SiteState.Open ? Open : Closed;
            if (now == SiteState.Free)
                origin.Add(Origin[j]);
            else if (now == SiteState.Open)
                opened.Add(Origin[j]);
        }

        int[] first = new int[RowCount + 1];
        int[] site = new int[Site.Length];
        double[] cost = new double[Site.Length];
        double[] reject = [.. Reject];
        int at = 0;
        for (int row = 0; row < RowCount; row++)
        {
            for (int k = First[row]; k < First[row + 1] && Cost[k] < Reject[row]; k++)
            {
                int now = number[Site[k]];
                if (now == Open)
                {
                    // Nothing behind an open site is ever used, and what costs the same as it is no better.
                    reject[row] = Cost[k];
                    while (at > first[row] && cost[at - 1] >= Cost[k])
                        at--;
                    break;
                }

                if (now == Closed)
                    continue;
                site[at] = now;
                cost[at++] = Cost[k];
            }

            first[row + 1] = at;
        }

        return new MedianModel
        {
            Origin = [.. origin],
            Opened = [.. opened],
            P = P - (opened.Count - Opened.Length),
            First = first,
            Site = site[..at],
            Cost = cost[..at],
            Reject = reject,
            Integral = Integral,
            Scale = Scale,
        };
    }

    /// <summary>A choice in the numbers of the question, ascending.</summary>
    /// <param name="open">Which of the sites are open.</param>
    public int[] Choice(ReadOnlySpan<bool> open)
    {
        List<int> sites = [.. Opened];
        for (int j = 0; j < open.Length; j++)
        {
            if (open[j])
                sites.Add(Origin[j]);
        }

        sites.Sort();
        return [.. sites];
    }
}
