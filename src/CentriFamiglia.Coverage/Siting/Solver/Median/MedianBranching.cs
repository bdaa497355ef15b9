using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Median;

/// <summary>
/// Which site of a p-median to branch on: of those that the relaxation chooses more often than not, but not always, the one whose two states lift the
/// bound most, as learned from trials of a few steps (reliability branching, Achterberg, Koch, Martin 2005).
/// </summary>
/// <param name="siteCount">Sites of the question.</param>
internal sealed class MedianBranching(int siteCount)
{
    private const int Candidates = 8;
    private const int Reliable = 2;
    private const int TrialSteps = 40;
    private const double TrialLength = 0.1;

    // Closing a site that is likely open lifts the bound more often than closing one that is as likely not.
    private const double Wanted = 0.7;

    private readonly double[] _closed = new double[siteCount];
    private readonly double[] _opened = new double[siteCount];
    private readonly int[] _tries = new int[siteCount];

    /// <summary>How much the bound rose when a site (its index in the question) was closed and when it was opened.</summary>
    internal readonly record struct Trial(int Site, double Closed, double Opened);

    /// <summary>Takes over what a node has learned: not before all nodes looked at beside it have ended.</summary>
    public void Learn(IEnumerable<Trial> trials)
    {
        foreach (Trial trial in trials)
        {
            _closed[trial.Site] += trial.Closed;
            _opened[trial.Site] += trial.Opened;
            _tries[trial.Site]++;
        }
    }

    /// <summary>The site to branch on, among those of the model.</summary>
    /// <param name="model">What is left of the question, not decided.</param>
    /// <param name="multipliers">Those of the node's bound.</param>
    /// <param name="bound">The node's bound.</param>
    /// <param name="frequency">How often each site was chosen lately.</param>
    /// <param name="relaxation">To try with.</param>
    /// <param name="best">Tells when to stop.</param>
    /// <param name="trials">Takes what is learned.</param>
    public int Choose(
        MedianModel model, double[] multipliers, double bound, double[] frequency, MedianBound relaxation, MedianIncumbent best, List<Trial> trials)
    {
        (int chosen, double most) = (-1, double.NegativeInfinity);
        foreach (int site in Enumerable.Range(0, model.SiteCount).OrderBy(j => Math.Abs(frequency[j] - Wanted)).Take(Candidates))
        {
            int known = model.Origin[site];
            (double closed, double opened, int tries) = (_closed[known], _opened[known], _tries[known]);
            if (tries < Reliable && !best.Stop)
            {
                var trial = new Trial(
                    known,
                    Lift(model, multipliers, bound, site, SiteState.Closed, relaxation, best),
                    Lift(model, multipliers, bound, site, SiteState.Open, relaxation, best));
                trials.Add(trial);
                (closed, opened, tries) = (closed + trial.Closed, opened + trial.Opened, tries + 1);
            }

            tries = Math.Max(1, tries);
            double score = Math.Max(closed / tries, 1e-6) * Math.Max(opened / tries, 1e-6);
            if (score > most)
                (chosen, most) = (site, score);
        }

        return chosen;
    }

    private static double Lift(
        MedianModel model, double[] multipliers, double bound, int site, SiteState to, MedianBound relaxation, MedianIncumbent best)
    {
        var state = new SiteState[model.SiteCount];
        state[site] = to;
        relaxation.Run(model, state, [.. multipliers], TrialSteps, TrialLength, best, offer: false);
        return Math.Clamp(relaxation.Bound - bound, 0, Math.Max(0, best.Threshold - bound) + 1e-6);
    }
}
