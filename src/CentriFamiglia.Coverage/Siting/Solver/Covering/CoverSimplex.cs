using System.Runtime.CompilerServices;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Covering;

/// <summary>
/// The linear relaxation of a <see cref="CoverProgram"/> by the dual simplex method with bounded variables (Lemke 1954; steepest edge of
/// Forrest and Goldfarb 1992), which goes on from the last basis after sites were fixed or set free. A row is one variable: open sites
/// less those wanted, free of charge from zero up and at the row's penalty from -1 to 0. Its multipliers give a valid bound at every
/// step, to be counted from the data (<see cref="CoverRelaxation"/>) so that rounding errors of the pivots never make a proof.
/// </summary>
internal sealed partial class CoverSimplex
{
    private const double Feasible = 1e-7;
    private const double LeastPivot = 1e-7;
    private const int PivotsBeforeRebuild = 600;

    private readonly CoverProgram _program;
    private readonly CoverTableau _tableau;
    private readonly int[] _sites;
    private readonly int[] _columnOf;
    private readonly double[] _costs;
    private readonly double[] _low;
    private readonly double[] _high;
    private readonly double[] _value;
    private readonly bool[] _lacking;
    private readonly int[] _basic;
    private readonly int[] _nonbasic;
    private readonly int[] _place;
    private readonly double[] _reduced;
    private (int Row, double Length) _ray = (-1, 0);
    private int _pivots;

    /// <summary>Starts with every free site closed.</summary>
    public CoverSimplex(CoverProgram program)
    {
        _program = program;
        _sites = [.. Enumerable.Range(0, program.SiteCount).Where(j => program.Start[j] == SiteState.Free)];
        _columnOf = new int[program.SiteCount];
        Array.Fill(_columnOf, -1);
        for (int column = 0; column < _sites.Length; column++)
            _columnOf[_sites[column]] = column;
        int rows = program.Rows.Count + (program.P is null ? 0 : 1);
        _tableau = new CoverTableau(rows, _sites.Length);
        int variables = _sites.Length + rows;
        (_low, _high, _value, _lacking) = (new double[variables], new double[variables], new double[variables], new bool[variables]);
        (_basic, _nonbasic, _place) = (new int[rows], new int[_sites.Length], new int[variables]);
        _reduced = new double[_sites.Length];
        _costs = Perturbed(program, _sites.Length);
        for (int v = 0; v < variables; v++)
            _high[v] = v < _sites.Length ? 1 : IsCount(v) ? 0 : double.PositiveInfinity;
        Restart();
    }

    public enum Ending
    {
        Optimal,
        Cutoff,
        Infeasible,
        Unfinished,
    }

    /// <summary>Cells of the dictionary that a program needs: what time and memory depend on.</summary>
    public static long Cells(CoverProgram program) => (long)(program.Rows.Count + 1) * program.Free;

    /// <summary>Value of the present basis: never above the relaxation's, but for rounding errors.</summary>
    public double Objective { get; private set; }

    /// <summary>Pivots since the beginning.</summary>
    public int Pivots { get; private set; }

    /// <summary>How far a site is open in the present basis, 0 to 1 when the run ended optimal.</summary>
    public double Value(int site) => _columnOf[site] >= 0 ? _value[_columnOf[site]] : _program.Start[site] == SiteState.Open ? 1 : 0;

    public bool IsBasic(int site) => _columnOf[site] >= 0 && _place[_columnOf[site]] < 0;

    /// <summary>Fixes and frees sites.</summary>
    public void Set(ReadOnlySpan<SiteState> state)
    {
        foreach (int site in _sites)
            Set(site, state[site]);
        if (_pivots > PivotsBeforeRebuild)
            Rebuild();
    }

    public void Set(int site, SiteState state)
    {
        int v = _columnOf[site];
        if (v < 0)
            return;
        _low[v] = state == SiteState.Open ? 1 : 0;
        _high[v] = state == SiteState.Closed ? 0 : 1;
        if (_place[v] >= 0)
            MoveTo(v, _reduced[_place[v]] < 0 ? _high[v] : _low[v]);
    }

    /// <summary>Pivots until the basis is optimal, its value passes <paramref name="cutoff"/>, or <paramref name="most"/> pivots are done.</summary>
    public Ending Run(double cutoff, int most, Func<bool> stop)
    {
        _ray = (-1, 0);
        Objective = Evaluate();
        for (int step = 0; step < most && !stop(); step++)
        {
            if (Objective > cutoff)
                return Ending.Cutoff;
            int row = Leaving();
            if (row < 0)
                return Ending.Optimal;
            int v = _basic[row];
            int sign = _value[v] < _low[v] ? 1 : -1;
            double excess = sign > 0 ? _low[v] - _value[v] : _value[v] - _high[v];
            // A row that lacks one may pay for it: past its penalty it changes piece instead of leaving.
            double penalty = PenaltyOf(v);
            double own = (sign > 0) != _lacking[v] ? penalty : double.PositiveInfinity;
            (int column, double length) = Entering(row, sign);
            if (double.IsPositiveInfinity(Math.Min(own, length)))
            {
                double rise = double.IsFinite(cutoff) ? Math.Max(0, cutoff - Objective) + Math.Abs(cutoff) : Math.Abs(Objective) + (10 * _program.Scale);
                _ray = (row, sign * (rise + 1) / excess);
                return Ending.Infeasible;
            }

            Objective += Math.Min(own, length) * excess;
            if (own < length)
                ChangePiece(row, sign * penalty);
            else
                Exchange(row, column, sign > 0 ? _low[v] : _high[v]);
        }

        return Ending.Unfinished;
    }

    /// <summary>One multiplier per row of the program, not negative.</summary>
    public void Multipliers(Span<double> multipliers)
    {
        for (int i = 0; i < multipliers.Length; i++)
        {
            int v = _sites.Length + i;
            double price = _lacking[v] ? PenaltyOf(v) : 0;
            if (_place[v] >= 0)
                price += _reduced[_place[v]] - (_ray.Row < 0 ? 0 : _ray.Length * _tableau.Cell(_ray.Row, _place[v]));
            else if (_ray.Row >= 0 && _basic[_ray.Row] == v)
                price += _ray.Length;
            multipliers[i] = Math.Max(0, price);
        }
    }

    /// <summary>What the value rises by at least when a basic site is closed, and when it is opened: one step of the method (Driebeek 1966).</summary>
    public (double Closed, double Open) Penalties(int site)
    {
        int row = -_place[_columnOf[site]] - 1;
        double value = _value[_basic[row]];
        (_, double down) = Entering(row, -1);
        (_, double up) = Entering(row, 1);
        return (Math.Min(down, 1e30) * value, Math.Min(up, 1e30) * (1 - value));
    }

    /// <summary>Takes over the basis of another relaxation of the same program.</summary>
    public void CopyFrom(CoverSimplex other)
    {
        other._tableau.CopyTo(_tableau);
        other._low.CopyTo(_low, 0);
        other._high.CopyTo(_high, 0);
        other._value.CopyTo(_value, 0);
        other._lacking.CopyTo(_lacking, 0);
        other._basic.CopyTo(_basic, 0);
        other._nonbasic.CopyTo(_nonbasic, 0);
        other._place.CopyTo(_place, 0);
        other._reduced.CopyTo(_reduced, 0);
        (_pivots, Objective) = (other._pivots, other.Objective);
    }

    // Costs a little apart, so that pivots of no gain cannot go round in circles. The bound is counted without them.
    private static double[] Perturbed(CoverProgram program, int columns)
    {
        double[] finite = [.. program.Penalty.Where(double.IsFinite)];
        double unit = 1e-6 * Math.Max(program.SiteCost, finite.Length == 0 ? 0 : finite.Average());
        uint random = 2463534242;
        double[] costs = new double[columns];
        for (int column = 0; column < columns; column++)
        {
            // Marsaglia's xorshift32.
            random ^= random << 13;
            random ^= random >> 17;
            random ^= random << 5;
            costs[column] = program.SiteCost + (Math.Max(unit, 1e-9) * (0.5 + (random % 1024 / 1024.0)));
        }

        return costs;
    }

    private bool IsCount(int variable) => variable == _sites.Length + _program.Rows.Count;

    private double PenaltyOf(int variable) =>
        variable < _sites.Length || IsCount(variable) ? double.PositiveInfinity : _program.Penalty[variable - _sites.Length];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Leaving()
    {
        (int best, double most) = (-1, 0);
        for (int row = 0; row < _basic.Length; row++)
        {
            int v = _basic[row];
            double outside = Math.Max(_low[v] - _value[v], _value[v] - _high[v]);
            if (outside <= Feasible)
                continue;
            double score = outside * outside / _tableau.Norm[row];
            if (score > most)
                (best, most) = (row, score);
        }

        return best;
    }

    // The column whose reduced cost first reaches the end of its range; among equals the largest pivot.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int Column, double Length) Entering(int row, int sign)
    {
        (int best, double shortest, double pivot) = (-1, double.PositiveInfinity, 0);
        ReadOnlySpan<double> cells = _tableau.Row(row);
        for (int k = 0; k < cells.Length; k++)
        {
            double cell = sign * cells[k];
            if (Math.Abs(cell) < LeastPivot)
                continue;
            int v = _nonbasic[k];
            if (_low[v] == _high[v])
                continue;
            bool atHigh = _value[v] == _high[v];
            double room = cell > 0
                ? atHigh ? double.PositiveInfinity : _reduced[k]
                : atHigh ? -_reduced[k] : _lacking[v] ? double.PositiveInfinity : PenaltyOf(v) - _reduced[k];
            double length = Math.Max(0, room) / Math.Abs(cell);
            if (length < shortest - 1e-12 || (length <= shortest + 1e-12 && Math.Abs(cell) > pivot && length < double.PositiveInfinity))
                (best, shortest, pivot) = (k, Math.Min(length, shortest), Math.Abs(cell));
        }

        return (best, shortest);
    }

    private void ChangePiece(int row, double price)
    {
        int v = _basic[row];
        ReadOnlySpan<double> cells = _tableau.Row(row);
        for (int k = 0; k < cells.Length; k++)
            _reduced[k] -= price * cells[k];
        SetPiece(v, !_lacking[v]);
    }

    private void SetPiece(int v, bool lacking)
    {
        _lacking[v] = lacking;
        (_low[v], _high[v]) = lacking ? (-1, 0) : (0, double.PositiveInfinity);
    }

    private double Evaluate()
    {
        double sum = _program.Base + (_program.SiteCost * _program.Opened);
        for (int v = 0; v < _sites.Length; v++)
            sum += _costs[v] * _value[v];
        for (int v = _sites.Length; v < _value.Length; v++)
            sum -= _lacking[v] ? PenaltyOf(v) * _value[v] : 0;
        return sum;
    }
}
