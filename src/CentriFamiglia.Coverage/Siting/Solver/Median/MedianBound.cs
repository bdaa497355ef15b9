using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Median;

/// <summary>
/// A value that no choice of p sites goes below. Lagrangean relaxation of the assignment constraints with subgradient steps (Cornuéjols,
/// Fisher, Nemhauser 1977; Beasley 1985).
/// <para>
/// Each demand is paid u to go to one open site, whichever; it may then also go to several or to none. An open site gains
/// min(0, cost - u) from every demand, and the p sites that gain most are easily found: sum(u) + their gains. Every true choice, in which
/// each demand goes to exactly one site, is still among those allowed and costs the same there, so the least over all of them is no more
/// than the p-median, for any u. The steps pay more to demands that nobody serves and less to those served twice, which lifts the bound.
/// It is valid at every step, so the search may stop at any moment with an honest gap.
/// </para>
/// </summary>
/// <param name="siteCount">Most sites of a model.</param>
/// <param name="rowCount">Rows of every model.</param>
/// <remarks>What runs in every step is compiled at its best from the first call: most answers are there before a second pass of the compiler.</remarks>
internal sealed class MedianBound(int siteCount, int rowCount)
{
    private const double Memory = 0.6;
    private const int Patience = 12;
    private const double Shrink = 0.6;
    private const double Shortest = 0.004;
    private const int OfferEvery = 5;
    private const double Recent = 0.08;

    // The root goes on with fewer sites once so many of them are closed.
    private const double WorthRestricting = 0.75;

    private readonly double[] _reduced = new double[siteCount];
    private readonly bool[] _chosen = new bool[siteCount];
    private readonly double[] _direction = new double[rowCount];
    private readonly double[] _work = new double[rowCount];
    private readonly int[] _end = new int[rowCount];
    private readonly double[] _keys = new double[siteCount];

    /// <summary>How often each site was among the chosen lately, 0 to 1: an approximate fractional solution to branch on.</summary>
    public double[] Frequency { get; } = new double[siteCount];

    /// <summary>Best bound of the last <see cref="Run"/>.</summary>
    public double Bound { get; private set; }

    /// <summary>Length of the next step, as a share of the one that would reach the value to beat if the bound were linear.</summary>
    public double Length { get; private set; }

    /// <summary>Steps since it was made.</summary>
    public long Steps { get; private set; }

    /// <summary>Raises the bound from <paramref name="multipliers"/>, which become the best ones found.</summary>
    /// <param name="model">The rows.</param>
    /// <param name="state">State of its sites; sites proved open or closed on the way are marked.</param>
    /// <param name="multipliers">One per row, in and out.</param>
    /// <param name="steps">Most steps.</param>
    /// <param name="length">Where <see cref="Length"/> begins.</param>
    /// <param name="best">Gives the value to beat, and takes the choices met on the way if <paramref name="offer"/>.</param>
    /// <param name="offer">Whether it takes them.</param>
    /// <param name="restricting">Whether to end early when many sites are closed.</param>
    /// <returns>False when it ended early for that.</returns>
    public bool Run(
        MedianModel model, SiteState[] state, double[] multipliers, int steps, double length, MedianIncumbent best, bool offer = true, bool restricting = false)
    {
        (Bound, Length) = (double.NegativeInfinity, length);
        double[] u = _work;
        // No row pays more than its rejection cost: beyond it the bound would not be one.
        for (int row = 0; row < model.RowCount; row++)
            u[row] = Math.Min(multipliers[row], model.Reject[row]);
        Array.Clear(_direction);
        (int idle, int improved) = (0, 0);
        // One step at least: a search stopped at once has a bound all the same.
        for (int step = 0; step < steps && (step == 0 || !best.Stop); step++)
        {
            double bound = Evaluate(model, state, u, out double cutIn, out double cutOut);
            if (bound > Bound + (1e-9 * Math.Abs(Bound)) || step == 0)
            {
                Bound = bound;
                u.CopyTo(multipliers, 0);
                idle = 0;
                if (offer && improved++ % OfferEvery == 0)
                    best.Offer(model, _chosen[..model.SiteCount]);
                int closed = Fix(model, state, bound, cutIn, cutOut, best.Threshold);
                if (bound > best.Threshold)
                    return true;
                if (restricting && model.SiteCount - closed < WorthRestricting * model.SiteCount)
                    return false;
            }
            else if (++idle >= Patience)
            {
                idle = 0;
                Length *= Shrink;
                if (Length < Shortest)
                    return true;
                multipliers.CopyTo(u, 0);
                Array.Clear(_direction);
                bound = Evaluate(model, state, u, out _, out _);
            }

            if (!Move(model, u, Length * Math.Max(best.Value - bound, 1e-6)))
                return true;
        }

        return true;
    }

    private double Evaluate(MedianModel model, SiteState[] state, double[] u, out double cutIn, out double cutOut)
    {
        Steps++;
        double bound = Reduce(model, u);
        int free = 0;
        int wanted = model.P;
        for (int j = 0; j < model.SiteCount; j++)
        {
            if (state[j] == SiteState.Free)
            {
                _keys[free++] = _reduced[j];
            }
            else if (state[j] == SiteState.Open)
            {
                bound += _reduced[j];
                wanted--;
            }
        }

        Span<double> keys = _keys.AsSpan(0, free);
        cutIn = wanted > 0 ? Smallest.Select(keys, wanted - 1) : double.NegativeInfinity;
        cutOut = double.PositiveInfinity;
        for (int k = Math.Max(0, wanted); k < free; k++)
            cutOut = Math.Min(cutOut, keys[k]);
        // In order of the sites, so that the sum does not depend on how the selection left them; of equal ones the first.
        int ties = wanted;
        for (int k = 0; k < wanted; k++)
            ties -= keys[k] < cutIn ? 1 : 0;
        for (int j = 0; j < model.SiteCount; j++)
        {
            bool chosen = state[j] == SiteState.Open
                || (state[j] == SiteState.Free && wanted > 0 && (_reduced[j] < cutIn || (_reduced[j] == cutIn && ties-- > 0)));
            _chosen[j] = chosen;
            bound += chosen && state[j] == SiteState.Free ? _reduced[j] : 0;
            Frequency[j] += Recent * ((chosen ? 1 : 0) - Frequency[j]);
        }

        return bound;
    }

    // The sum of u, and for each site what it takes off; where the sites under u end in each row.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Reduce(MedianModel model, double[] u)
    {
        Array.Clear(_reduced, 0, model.SiteCount);
        double bound = 0;
        (int[] first, int[] site, double[] cost) = (model.First, model.Site, model.Cost);
        ref double reduced = ref MemoryMarshal.GetArrayDataReference(_reduced);
        for (int row = 0; row < model.RowCount; row++)
        {
            double limit = u[row];
            bound += limit;
            int k = first[row];
            for (; k < first[row + 1]; k++)
            {
                double under = cost[k] - limit;
                if (under >= 0)
                    break;
                Unsafe.Add(ref reduced, site[k]) += under;
            }

            _end[row] = k;
        }

        return bound;
    }

    // Deflected subgradient: the direction keeps a share of the former ones, which damps the zigzag (Camerini et al. 1975).
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Move(MedianModel model, double[] u, double distance)
    {
        double norm = 0;
        ref byte chosen = ref Unsafe.As<bool, byte>(ref MemoryMarshal.GetArrayDataReference(_chosen));
        (int[] first, int[] site) = (model.First, model.Site);
        for (int row = 0; row < model.RowCount; row++)
        {
            int hits = 0;
            int end = _end[row];
            for (int k = first[row]; k < end; k++)
                hits += Unsafe.Add(ref chosen, site[k]);
            double slack = 1 - hits + (Memory * _direction[row]);
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
    private int Fix(MedianModel model, SiteState[] state, double bound, double cutIn, double cutOut, double threshold)
    {
        int closed = 0;
        for (int j = 0; j < model.SiteCount; j++)
        {
            if (state[j] == SiteState.Free)
            {
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

            closed += state[j] == SiteState.Closed ? 1 : 0;
        }

        return closed;
    }
}
