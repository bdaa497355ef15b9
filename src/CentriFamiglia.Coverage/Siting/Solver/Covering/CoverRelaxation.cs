using System.Runtime.CompilerServices;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Covering;

/// <summary>
/// The Lagrangean bound of a <see cref="CoverProgram"/>: what the rows want is paid for by multipliers, the number of sites stays
/// (Beasley 1987; Galvão, ReVelle 1996). Valid for any multipliers, wherever they come from: the simplex method or subgradient steps.
/// </summary>
internal sealed class CoverRelaxation(CoverProgram program)
{
    private const double Memory = 0.6;
    private const int Patience = 10;

    private readonly double[] _reduced = new double[program.SiteCount];
    private readonly bool[] _chosen = new bool[program.SiteCount];
    private readonly double[] _keys = new double[program.SiteCount];
    private readonly int[] _order = new int[program.SiteCount];
    private double _cutIn;
    private double _cutOut;

    /// <summary>How often each site was among the chosen lately, 0 to 1.</summary>
    public double[] Frequency { get; } = new double[program.SiteCount];

    /// <summary>Multipliers to begin from.</summary>
    public double[] StartMultipliers()
    {
        int[][] rowsOf = program.RowsOfSites();
        return
        [
            .. program.Rows.Select((row, i) => program.SiteCost == 0
                ? double.IsFinite(program.Penalty[i]) ? program.Penalty[i] / 2 : 0
                : row.Min(site => program.SiteCost / rowsOf[site].Length)),
        ];
    }

    /// <returns>No choice that agrees with the states has a lesser value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Evaluate(ReadOnlySpan<SiteState> state, ReadOnlySpan<double> multipliers)
    {
        Array.Fill(_reduced, program.SiteCost);
        double bound = program.Base;
        for (int i = 0; i < multipliers.Length; i++)
        {
            double price = multipliers[i];
            if (price == 0)
                continue;
            bound += (program.Need[i] * price) - Math.Max(0, price - program.Penalty[i]);
            foreach (int site in program.Rows[i])
                _reduced[site] -= price;
        }

        (int free, int opened) = (0, 0);
        for (int j = 0; j < _reduced.Length; j++)
        {
            _chosen[j] = state[j] == SiteState.Open;
            if (_chosen[j])
            {
                bound += _reduced[j];
                opened++;
            }
            else if (state[j] == SiteState.Free)
            {
                (_keys[free], _order[free]) = (_reduced[j], j);
                free++;
            }
        }

        return program.P is { } p ? bound + Cheapest(p - opened, free) : bound + Paying(free);
    }

    /// <summary>Fixes every free site whose change of state alone lifts the bound of the last evaluation over the threshold.</summary>
    public void Fix(Span<SiteState> state, double bound, double threshold) =>
        new ReducedCosts(_cutIn, _cutOut).Fix(state, _chosen, _reduced, bound, threshold);

    /// <summary>Raises the bound by subgradient steps, for programs too large for the simplex method.</summary>
    /// <param name="state">Sites proved open or closed on the way are marked.</param>
    /// <param name="multipliers">In and out: the best ones found.</param>
    /// <param name="steps">Most steps.</param>
    /// <param name="target">The value to be proved best.</param>
    /// <param name="threshold">A bound above it is all that is wanted.</param>
    /// <param name="stop">Asked at every step.</param>
    public double Ascend(SiteState[] state, double[] multipliers, int steps, double target, double threshold, Func<bool> stop)
    {
        double best = double.NegativeInfinity;
        double[] u = [.. multipliers];
        double[] direction = new double[u.Length];
        (double scale, int idle) = (1.2, 0);
        for (int step = 0; step < steps && scale > 0.004 && !stop(); step++)
        {
            double bound = Evaluate(state, u);
            for (int j = 0; j < _chosen.Length; j++)
                Frequency[j] += 0.08 * ((_chosen[j] ? 1 : 0) - Frequency[j]);
            if (bound > best + (1e-9 * Math.Abs(best)) || step == 0)
            {
                (best, idle) = (bound, 0);
                u.CopyTo(multipliers, 0);
                if (best > threshold)
                    return best;
                Fix(state, bound, threshold);
            }
            else if (++idle >= Patience)
            {
                (idle, scale) = (0, scale * 0.6);
                multipliers.CopyTo(u, 0);
                Array.Clear(direction);
                bound = Evaluate(state, u);
            }

            if (!Move(u, direction, scale * Math.Max((double.IsFinite(target) ? target : bound + (0.1 * program.Scale)) - bound, 1e-6)))
                break;
        }

        return best;
    }

    private double Cheapest(int wanted, int free)
    {
        (_cutIn, _cutOut) = (double.NegativeInfinity, double.PositiveInfinity);
        if (wanted < 0 || wanted > free)
            return double.PositiveInfinity;
        Array.Sort(_keys, _order, 0, free);
        double sum = 0;
        for (int k = 0; k < wanted; k++)
        {
            sum += _keys[k];
            _chosen[_order[k]] = true;
        }

        _cutIn = wanted > 0 ? _keys[wanted - 1] : double.NegativeInfinity;
        _cutOut = wanted < free ? _keys[wanted] : double.PositiveInfinity;
        return sum;
    }

    private double Paying(int free)
    {
        (_cutIn, _cutOut) = (0, 0);
        double sum = 0;
        for (int k = 0; k < free; k++)
        {
            if (_keys[k] >= 0)
                continue;
            sum += _keys[k];
            _chosen[_order[k]] = true;
        }

        return sum;
    }

    // Deflected subgradient (Camerini et al. 1975).
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Move(double[] u, double[] direction, double distance)
    {
        double norm = 0;
        for (int i = 0; i < u.Length; i++)
        {
            int lacking = program.Need[i] - (u[i] > program.Penalty[i] ? 1 : 0);
            foreach (int site in program.Rows[i])
                lacking -= _chosen[site] ? 1 : 0;
            double slope = lacking + (Memory * direction[i]);
            if (slope < 0 && u[i] <= 0)
                slope = 0;
            direction[i] = slope;
            norm += slope * slope;
        }

        if (norm < 1e-12)
            return false;
        for (int i = 0; i < u.Length; i++)
            u[i] = Math.Max(0, u[i] + (distance / norm * direction[i]));
        return true;
    }
}
