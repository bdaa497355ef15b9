using System.Runtime.CompilerServices;

namespace CentriFamiglia.Coverage.Siting.Location;

/// <summary>
/// Lagrangean relaxation of the assignment constraints with subgradient steps (Cornuéjols, Fisher, Nemhauser 1977; Beasley 1985).
/// For multipliers u the bound is sum(u) + the p best sums of min(0, cost - u); it is valid at every step, so the search may stop
/// at any moment with an honest gap.
/// </summary>
/// <remarks>What runs in every step is compiled at its best from the first call: most answers are there before a second pass of the compiler.</remarks>
internal sealed class MedianBound(int siteCount, int rowCount)
{
    private const double Memory = 0.6;
    private const int Patience = 12;
    private const double Shrink = 0.6;
    private const int OfferEvery = 5;

    private readonly double[] _reduced = new double[siteCount];
    private readonly double[] _bestReduced = new double[siteCount];
    private readonly bool[] _chosen = new bool[siteCount];
    private readonly int[] _hits = new int[rowCount];
    private readonly double[] _direction = new double[rowCount];
    private readonly double[] _work = new double[rowCount];
    private readonly int[] _order = new int[siteCount];
    private readonly double[] _keys = new double[siteCount];

    /// <summary>How often each site was among the chosen lately, 0 to 1: an approximate fractional solution to branch on.</summary>
    public double[] Frequency { get; } = new double[siteCount];

    /// <summary>Best bound of the last <see cref="Run"/>.</summary>
    public double Bound { get; private set; }

    /// <summary>Raises the bound from <paramref name="multipliers"/>, which become the best ones found.</summary>
    /// <param name="model">Rows without the closed sites.</param>
    /// <param name="state">State of the sites; sites proved open or closed on the way are marked.</param>
    /// <param name="multipliers">One per row, in and out.</param>
    /// <param name="steps">Most steps.</param>
    /// <param name="best">Gives the value to beat and takes the choices met on the way.</param>
    /// <param name="offer">Whether it takes them.</param>
    public void Run(MedianModel model, SiteState[] state, double[] multipliers, int steps, MedianIncumbent best, bool offer = true)
    {
        Bound = double.NegativeInfinity;
        double[] u = _work;
        multipliers.CopyTo(u, 0);
        Array.Clear(_direction);
        double scale = 1.5;
        (int idle, int improved) = (0, 0);
        for (int step = 0; step < steps && !best.Stop; step++)
        {
            double bound = Evaluate(model, state, u, out double cutIn, out double cutOut);
            if (bound > Bound + (1e-9 * Math.Abs(Bound)) || step == 0)
            {
                Bound = bound;
                u.CopyTo(multipliers, 0);
                _reduced.CopyTo(_bestReduced, 0);
                idle = 0;
                if (offer && improved++ % OfferEvery == 0)
                    best.Offer(model, _chosen, state);
                Fix(state, bound, cutIn, cutOut, best.Threshold);
                if (bound > best.Threshold)
                    return;
            }
            else if (++idle >= Patience)
            {
                idle = 0;
                scale *= Shrink;
                if (scale < 0.004)
                    return;
                multipliers.CopyTo(u, 0);
                Array.Clear(_direction);
                Evaluate(model, state, u, out _, out _);
            }

            if (!Move(model, u, scale * Math.Max(best.Value - bound, 1e-6)))
                return;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Evaluate(MedianModel model, SiteState[] state, double[] u, out double cutIn, out double cutOut)
    {
        Array.Clear(_reduced);
        double bound = 0;
        for (int row = 0; row < model.RowCount; row++)
        {
            double limit = u[row];
            bound += limit;
            for (int k = model.First[row]; k < model.First[row + 1]; k++)
            {
                double under = model.Cost[k] - limit;
                if (under >= 0)
                    break;
                _reduced[model.Site[k]] += under;
            }
        }

        int free = 0;
        int wanted = model.P;
        for (int j = 0; j < model.SiteCount; j++)
        {
            _chosen[j] = state[j] == SiteState.Open;
            if (_chosen[j])
            {
                bound += _reduced[j];
                wanted--;
            }
            else if (state[j] == SiteState.Free)
            {
                _keys[free] = _reduced[j];
                _order[free++] = j;
            }
        }

        Array.Sort(_keys, _order, 0, free);
        cutIn = wanted > 0 ? _keys[wanted - 1] : double.NegativeInfinity;
        cutOut = wanted < free ? _keys[wanted] : double.PositiveInfinity;
        for (int k = 0; k < wanted; k++)
        {
            bound += _keys[k];
            _chosen[_order[k]] = true;
        }

        for (int j = 0; j < model.SiteCount; j++)
            Frequency[j] += 0.08 * ((_chosen[j] ? 1 : 0) - Frequency[j]);
        CountHits(model, u);
        return bound;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountHits(MedianModel model, double[] u)
    {
        for (int row = 0; row < model.RowCount; row++)
        {
            int hits = 0;
            double limit = u[row];
            for (int k = model.First[row]; k < model.First[row + 1] && model.Cost[k] < limit; k++)
            {
                if (_chosen[model.Site[k]])
                    hits++;
            }

            _hits[row] = hits;
        }
    }

    // Deflected subgradient: the direction keeps a share of the former ones, which damps the zigzag (Camerini et al. 1975).
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Move(MedianModel model, double[] u, double distance)
    {
        double norm = 0;
        for (int row = 0; row < model.RowCount; row++)
        {
            double slack = 1 - _hits[row] + (Memory * _direction[row]);
            if ((slack > 0 && u[row] >= model.Reject[row]) || (slack < 0 && u[row] <= 0))
                slack = 0;
            _direction[row] = slack;
            norm += slack * slack;
        }

        if (norm < 1e-12)
            return false;
        double length = distance / norm;
        for (int row = 0; row < model.RowCount; row++)
            u[row] = Math.Clamp(u[row] + (length * _direction[row]), 0, model.Reject[row]);
        return true;
    }

    // A free site whose change of state alone lifts the bound over the threshold can be fixed (reduced-cost fixing).
    private void Fix(SiteState[] state, double bound, double cutIn, double cutOut, double threshold)
    {
        for (int j = 0; j < state.Length; j++)
        {
            if (state[j] != SiteState.Free)
                continue;
            if (_chosen[j])
            {
                if (bound - _reduced[j] + cutOut > threshold)
                    state[j] = SiteState.Open;
            }
            else if (bound + _reduced[j] - cutIn > threshold)
            {
                state[j] = SiteState.Closed;
            }
        }
    }
}
