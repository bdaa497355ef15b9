using System.Runtime.CompilerServices;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Covering;

/// <summary>
/// Local search for a <see cref="CoverProgram"/> with p sites: the open site that is missed least leaves, the one that serves most
/// enters, neither goes back at once, and rows long unserved weigh more and more (tabu search; row weighting of Gao et al. 2015).
/// Deterministic: among equals the one untouched for longest, then the earlier.
/// </summary>
internal sealed class CoverSwaps
{
    private const int Tenure = 4;

    private readonly CoverProgram _program;
    private readonly int[][] _rowsOf;
    private readonly bool[] _open;
    private readonly int[] _lacking;
    private readonly double[] _first;
    private readonly double[] _second;
    private readonly double[] _score;
    private readonly int[] _changed;
    private readonly double _unit;
    private double _paid;
    private int _broken;
    private int _count;
    private int _step;
    private long _work;

    private CoverSwaps(CoverProgram program, bool[] open)
    {
        (_program, _open) = (program, open);
        _rowsOf = program.RowsOfSites();
        _lacking = [.. program.Need];
        double[] finite = [.. program.Penalty.Where(double.IsFinite)];
        _unit = finite.Length == 0 ? 1 : Math.Max(finite.Average(), 1e-9);
        _first = [.. program.Penalty.Select(penalty => double.IsFinite(penalty) ? penalty : _unit)];
        _second = [.. program.Penalty.Select(_ => _unit)];
        (_score, _changed) = (new double[program.SiteCount], new int[program.SiteCount]);
        Array.Fill(_changed, -Tenure);
        for (int i = 0; i < _lacking.Length; i++)
        {
            foreach (int site in program.Rows[i])
                _lacking[i] -= open[site] ? 1 : 0;
            _paid += _lacking[i] == 1 && double.IsFinite(program.Penalty[i]) ? program.Penalty[i] : 0;
            _broken += Breaks(i) ? 1 : 0;
        }

        for (int j = 0; j < open.Length; j++)
        {
            _score[j] = Score(j);
            _count += open[j] ? 1 : 0;
        }
    }

    /// <summary>Fills up or cuts down to p sites, then swaps.</summary>
    /// <param name="program">A program with p.</param>
    /// <param name="start">Sites to start from, those open at the start among them.</param>
    /// <param name="target">A value that is good enough.</param>
    /// <param name="work">Looks at sites and rows until it ends.</param>
    /// <param name="stop">Ends the search.</param>
    /// <returns>The best choice met; null when none serves what must be served.</returns>
    public static bool[]? Improve(CoverProgram program, bool[] start, double target, long work, Func<bool> stop)
    {
        var search = new CoverSwaps(program, [.. start]);
        while (search._count < program.P && search.Turn(opening: true) && !stop())
            search._step++;
        while (search._count > program.P && search.Turn(opening: false) && !stop())
            search._step++;
        return search._count == program.P ? search.Swap(target - program.Base, work, stop) : null;
    }

    /// <summary>Opens the site that serves most until all is served that must be; null when it cannot be.</summary>
    public static bool[]? Greedy(CoverProgram program, bool[] start)
    {
        var search = new CoverSwaps(program, [.. start]);
        while (search._broken > 0)
        {
            if (!search.Turn(opening: true))
                return null;
        }

        return search._open;
    }

    private bool[]? Swap(double target, long work, Func<bool> stop)
    {
        (bool[]? best, double least) = (null, double.PositiveInfinity);
        while (true)
        {
            if (_broken == 0 && (best is null || _paid < least - (1e-9 * least)))
                (best, least) = ([.. _open], _paid);
            if (least <= target || _work > work || (_step % 16 == 0 && stop()))
                return best;
            _step++;
            if (!Turn(opening: false) || !Turn(opening: true))
                return best;
            if (_broken > 0)
                Weigh();
        }
    }

    // The best site that was not turned just now.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Turn(bool opening)
    {
        int best = -1;
        for (int j = 0; j < _open.Length; j++)
        {
            if (_open[j] == opening || _program.Start[j] != SiteState.Free || (_step - _changed[j] < Tenure && _step > 0 && Enough(opening)))
                continue;
            double better = best < 0 ? 1 : opening ? _score[j] - _score[best] : _score[best] - _score[j];
            if (better > 0 || (better == 0 && _changed[j] < _changed[best]))
                best = j;
        }

        _work += _open.Length;
        if (best < 0)
            return false;
        _open[best] = opening;
        _count += opening ? 1 : -1;
        _changed[best] = _step;
        foreach (int row in _rowsOf[best])
            Change(row, opening ? -1 : 1);
        _score[best] = Score(best);
        return true;
    }

    // With few sites to turn none may be kept from it for long.
    private bool Enough(bool opening) => opening ? _program.Free - _count > 2 * Tenure : _count > 2 * Tenure;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Change(int row, int by)
    {
        int before = _lacking[row];
        (bool broke, double paid) = (Breaks(row), before == 1 && double.IsFinite(_program.Penalty[row]) ? _program.Penalty[row] : 0);
        int now = before + by;
        _lacking[row] = now;
        _paid += (now == 1 && double.IsFinite(_program.Penalty[row]) ? _program.Penalty[row] : 0) - paid;
        _broken += (Breaks(row) ? 1 : 0) - (broke ? 1 : 0);
        double gain = Worth(row, now) - Worth(row, before);
        double loss = Worth(row, now + 1) - Worth(row, before + 1);
        _work += _program.Rows[row].Length;
        if (gain == 0 && loss == 0)
            return;
        foreach (int site in _program.Rows[row])
            _score[site] += _open[site] ? loss : gain;
    }

    private bool Breaks(int row) => _lacking[row] > (double.IsFinite(_program.Penalty[row]) ? 1 : 0);

    // What one site more is worth to a row that lacks so many.
    private double Worth(int row, int lacking) => lacking == 1 ? _first[row] : lacking == 2 ? _second[row] : 0;

    private double Score(int site)
    {
        double sum = 0;
        foreach (int row in _rowsOf[site])
            sum += Worth(row, _lacking[row] + (_open[site] ? 1 : 0));
        return sum;
    }

    private void Weigh()
    {
        _work += _lacking.Length;
        for (int i = 0; i < _lacking.Length; i++)
        {
            if (!Breaks(i))
                continue;
            (_lacking[i] == 1 ? _first : _second)[i] += _unit;
            foreach (int site in _program.Rows[i])
                _score[site] += _open[site] ? 0 : _unit;
        }
    }
}
