namespace CentriFamiglia.Coverage.Siting.Location;

/// <summary>
/// Which site of a p-median to branch on: of those that the relaxation chooses about half of the time, the one whose two states lift the
/// bound most, as learned from trials of a few steps (reliability branching, Achterberg, Koch, Martin 2005).
/// </summary>
internal sealed class MedianBranching(MedianModel model)
{
    private const int Candidates = 8;
    private const int Reliable = 3;
    private const int TrialSteps = 15;

    private readonly MedianBound _trial = new(model.SiteCount, model.RowCount);
    private readonly double[] _closed = new double[model.SiteCount];
    private readonly double[] _opened = new double[model.SiteCount];
    private readonly int[] _tries = new int[model.SiteCount];

    /// <param name="rows">The model without the closed sites.</param>
    /// <param name="state">At least one site is free.</param>
    /// <param name="multipliers">Those of the node's bound.</param>
    /// <param name="bound">The node's bound.</param>
    /// <param name="frequency">How often each site was chosen lately.</param>
    /// <param name="best">Tells when to stop.</param>
    public int Choose(MedianModel rows, SiteState[] state, double[] multipliers, double bound, double[] frequency, MedianIncumbent best)
    {
        (int chosen, double most) = (-1, double.NegativeInfinity);
        foreach (int site in Enumerable.Range(0, state.Length)
            .Where(j => state[j] == SiteState.Free).OrderBy(j => Math.Abs(frequency[j] - 0.5)).Take(Candidates))
        {
            if (_tries[site] < Reliable && !best.Stop)
            {
                _closed[site] += Lift(rows, state, multipliers, bound, site, SiteState.Closed, best);
                _opened[site] += Lift(rows, state, multipliers, bound, site, SiteState.Open, best);
                _tries[site]++;
            }

            int tries = Math.Max(1, _tries[site]);
            double score = Math.Max(_closed[site] / tries, 1e-6) * Math.Max(_opened[site] / tries, 1e-6);
            if (score > most)
                (chosen, most) = (site, score);
        }

        return chosen;
    }

    private double Lift(MedianModel rows, SiteState[] state, double[] multipliers, double bound, int site, SiteState to, MedianIncumbent best)
    {
        SiteState[] child = [.. state];
        child[site] = to;
        _trial.Run(rows, child, [.. multipliers], TrialSteps, best, offer: false);
        return Math.Clamp(_trial.Bound - bound, 0, Math.Max(0, best.Threshold - bound) + 1e-6);
    }
}
