using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Covering;

/// <summary>
/// Which site to branch on: the one whose two states lift the bound most, as learned from former branchings and, until a site is known
/// well enough, by trying both for a few pivots (reliability branching, Achterberg, Koch, Martin 2005).
/// </summary>
internal sealed class CoverBranching(CoverProgram program, CoverSimplex simplex)
{
    private const int Candidates = 8;
    private const int Reliable = 4;
    private const int TrialPivots = 20;

    private readonly CoverSimplex _trial = new(program);
    private readonly double[] _lift = new double[2 * program.SiteCount];
    private readonly int[] _tries = new int[2 * program.SiteCount];

    /// <summary>Pivots of the relaxation and of all trials.</summary>
    public long Pivots => simplex.Pivots + (long)_trial.Pivots;

    /// <returns>A free site that is open in part, else one that is open, else -1.</returns>
    public int Choose(SiteState[] state, CoverIncumbent best)
    {
        List<(int Site, double Score)> candidates = [];
        int open = -1;
        for (int j = 0; j < state.Length; j++)
        {
            if (state[j] != SiteState.Free)
                continue;
            double value = simplex.Value(j);
            if (open < 0 && value > 0.5)
                open = j;
            if (value is > 1e-6 and < 1 - 1e-6 && simplex.IsBasic(j))
                candidates.Add((j, Guess(j, value)));
        }

        (int chosen, double most) = (open, double.NegativeInfinity);
        foreach ((int site, double guess) in candidates.OrderByDescending(c => c.Score).ThenBy(c => c.Site).Take(Candidates))
        {
            double score = Known(site) ? guess : Try(site, best);
            if (score > most)
                (chosen, most) = (site, score);
            if (best.Stop)
                break;
        }

        return chosen;
    }

    private bool Known(int site) => _tries[2 * site] >= Reliable && _tries[(2 * site) + 1] >= Reliable;

    private double Guess(int site, double value)
    {
        if (Known(site))
            return Product(value * _lift[2 * site] / _tries[2 * site], (1 - value) * _lift[(2 * site) + 1] / _tries[(2 * site) + 1]);
        (double closed, double opened) = simplex.Penalties(site);
        return Product(closed + (1e-3 * value), opened + (1e-3 * (1 - value)));
    }

    private double Try(int site, CoverIncumbent best)
    {
        double value = simplex.Value(site);
        double closed = Lift(site, SiteState.Closed, best);
        double opened = Lift(site, SiteState.Open, best);
        _lift[2 * site] += closed / value;
        _lift[(2 * site) + 1] += opened / (1 - value);
        _tries[2 * site]++;
        _tries[(2 * site) + 1]++;
        return Product(closed, opened);
    }

    private double Lift(int site, SiteState state, CoverIncumbent best)
    {
        _trial.CopyFrom(simplex);
        _trial.Set(site, state);
        double from = simplex.Objective;
        double room = Math.Max(best.Threshold - from, 0) + 1e-6;
        CoverSimplex.Ending ending = _trial.Run(best.Threshold, TrialPivots, () => best.Stop);
        return ending is CoverSimplex.Ending.Cutoff or CoverSimplex.Ending.Infeasible
            ? room
            : Math.Clamp(_trial.Objective - from, 0, room);
    }

    private static double Product(double a, double b) => Math.Max(a, 1e-6) * Math.Max(b, 1e-6);
}
