using System.Numerics;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Covering;

/// <summary>
/// The fewest sites that serve all rows, by going over the territory from one end to the other. Where sites serve what is near them, as
/// travel times do, a tree of decisions proves the same thing about one valley once for every choice in the next; a sweep does it once.
/// <para>
/// Rows stand in a line (<see cref="CoverOrder"/>). A part of a cover is known by the rows it serves, and how many sites it took: the
/// first row that it leaves must be served by one of that row's sites, so each of them continues it. Two parts that serve the same rows
/// are one, and one that serves no more rows with no fewer sites than another is of no use (dynamic programming, Held and Karp 1962).
/// The multipliers of the relaxation say what the rows left still cost at least; whoever cannot beat the best known is dropped.
/// </para>
/// Only so many parts are kept at each row, the most promising ones, first few and then more. If no other part had to be dropped, nothing
/// better exists; else no cover is better than the best of those dropped. Deterministic, and free of clocks but for the stop signal.
/// </summary>
internal sealed class CoverSweep
{
    private static readonly ImmutableArray<int> _usualWidths = [128, 1024, 8192, 32768];

    // How many of the most promising ones a part is compared with.
    private const int Compared = 500;

    private readonly CoverProgram _program;
    private readonly CoverIncumbent _best;
    private readonly SiteState[] _state;
    private readonly int[][] _rows;
    private readonly ulong[][] _serves;
    private readonly double[] _price;
    private readonly int _words;
    private readonly SortedDictionary<int, Dictionary<Served, Part>> _waiting = [];
    private double _dropped;

    private CoverSweep(CoverProgram program, int[] order, double[] prices, SiteState[] state, CoverIncumbent best)
    {
        (_program, _best, _state) = (program, best, state);
        _words = (order.Length + 63) / 64;
        _rows = [.. order.Select(row => Array.FindAll(program.Rows[row], site => state[site] == SiteState.Free))];
        _price = [.. order.Select(row => prices[row])];
        _serves = new ulong[program.SiteCount][];
        for (int j = 0; j < _serves.Length; j++)
            _serves[j] = state[j] == SiteState.Closed ? [] : new ulong[_words];
        for (int i = 0; i < order.Length; i++)
        {
            foreach (int site in program.Rows[order[i]])
            {
                if (state[site] != SiteState.Closed)
                    _serves[site][i >> 6] |= 1UL << (i & 63);
            }
        }
    }

    private sealed record Part(ulong[] Rows, int Count, double Bound, int Site, Part? Before);

    /// <summary>Whether every row must be served by one site, and the sites are counted.</summary>
    public static bool Suits(CoverProgram program) =>
        program is { P: null, Integral: true, Rows.Count: > 0 } && program.Need.All(need => need == 1) && program.Penalty.All(double.IsPositiveInfinity);

    /// <param name="program">See <see cref="Suits"/>.</param>
    /// <param name="multipliers">Of the relaxation, one a row.</param>
    /// <param name="state">Sites that are decided: nothing better than the best known has them otherwise.</param>
    /// <param name="best">Takes the covers met.</param>
    /// <param name="widths">How many parts to keep at each row, one after the other; default for the usual.</param>
    /// <returns>No cover has a lesser value; infinite where the best known is proved.</returns>
    public static double Run(CoverProgram program, double[] multipliers, SiteState[] state, CoverIncumbent best, ImmutableArray<int> widths = default)
    {
        int[] order = CoverOrder.Of(program);
        int[] back = [.. order.Reverse()];
        double[] prices = Affordable(program, multipliers);
        double bound = double.NegativeInfinity;
        foreach (int width in widths.IsDefault ? _usualWidths : widths)
        {
            foreach (int[] way in new[] { order, back })
            {
                double found = new CoverSweep(program, way, prices, state, best).Sweep(width);
                if (best.Stop)
                    return bound;
                bound = Math.Max(bound, found);
                if (bound > best.Threshold)
                    return double.PositiveInfinity;
            }
        }

        return bound;
    }

    // Multipliers that no site's rows exceed together, so that their sum alone is a bound of any rows left.
    private static double[] Affordable(CoverProgram program, double[] multipliers)
    {
        double[] asked = new double[program.SiteCount];
        for (int i = 0; i < multipliers.Length; i++)
        {
            foreach (int site in program.Rows[i])
                asked[site] += multipliers[i];
        }

        return [.. program.Rows.Select((row, i) => multipliers[i] / Math.Max(1, row.Max(site => asked[site]) / program.SiteCost))];
    }

    private double Sweep(int width)
    {
        _dropped = double.PositiveInfinity;
        Part first = new(new ulong[_words], 0, _program.Base + _price.Sum(), -1, null);
        for (int j = 0; j < _state.Length; j++)
        {
            if (_state[j] == SiteState.Open)
                first = With(first, j, New(first, j));
        }

        Wait(first, width);
        while (_waiting.Count > 0 && !_best.Stop)
        {
            (int row, Dictionary<Served, Part> parts) = _waiting.First();
            _waiting.Remove(row);
            foreach (Part part in Useful([.. parts.Values], width))
                Continue(part, row, width);
        }

        return _dropped;
    }

    private void Continue(Part part, int row, int width)
    {
        var next = new List<(int Site, ulong[] New, double Bound)>();
        foreach (int site in _rows[row])
        {
            ulong[] rows = New(part, site);
            double bound = part.Bound + _program.SiteCost - Worth(rows);
            if (bound <= _best.Threshold)
                next.Add((site, rows, bound));
        }

        next.Sort((a, b) => a.Bound != b.Bound ? a.Bound.CompareTo(b.Bound) : a.Site.CompareTo(b.Site));
        for (int k = 0; k < next.Count; k++)
        {
            bool needless = false;
            for (int other = 0; other < k && !needless; other++)
                needless = Within(next[k].New, next[other].New);
            if (!needless)
                Wait(With(part, next[k].Site, next[k].New), width);
        }
    }

    private Part With(Part part, int site, ulong[] added)
    {
        ulong[] rows = new ulong[_words];
        for (int w = 0; w < rows.Length; w++)
            rows[w] = part.Rows[w] | added[w];
        return new Part(rows, part.Count + 1, part.Bound + _program.SiteCost - Worth(added), site, part);
    }

    private ulong[] New(Part part, int site)
    {
        ulong[] rows = new ulong[_words];
        for (int w = 0; w < rows.Length; w++)
            rows[w] = _serves[site][w] & ~part.Rows[w];
        return rows;
    }

    private double Worth(ulong[] rows)
    {
        double sum = 0;
        for (int w = 0; w < rows.Length; w++)
        {
            for (ulong left = rows[w]; left != 0; left &= left - 1)
                sum += _price[(w << 6) + BitOperations.TrailingZeroCount(left)];
        }

        return sum;
    }

    // Until the sweep comes to the first row that it leaves.
    private void Wait(Part part, int width)
    {
        int row = 0;
        while (row < _rows.Length && ((part.Rows[row >> 6] >> (row & 63)) & 1) != 0)
            row++;
        if (row == _rows.Length)
        {
            Take(part);
            return;
        }

        if (!_waiting.TryGetValue(row, out Dictionary<Served, Part>? parts))
            _waiting[row] = parts = [];
        var served = new Served(part.Rows);
        if (!parts.TryGetValue(served, out Part? same) || same.Count > part.Count)
            parts[served] = part;
        if (parts.Count > 8 * width)
            _waiting[row] = Useful([.. parts.Values], 4 * width).ToDictionary(p => new Served(p.Rows));
    }

    private void Take(Part part)
    {
        bool[] open = new bool[_program.SiteCount];
        for (Part? at = part; at?.Site >= 0; at = at.Before)
            open[at.Site] = true;
        _best.Take(open);
    }

    // The most promising parts of those that may still be better than the best known, without those that another can stand in for.
    private List<Part> Useful(List<Part> parts, int width)
    {
        parts.RemoveAll(part => part.Bound > _best.Threshold);
        parts.Sort((a, b) => a.Bound != b.Bound ? a.Bound.CompareTo(b.Bound) : a.Rows.AsSpan().SequenceCompareTo(b.Rows));
        var kept = new List<Part>();
        foreach (Part part in parts)
        {
            if (kept.Count >= width)
            {
                _dropped = Math.Min(_dropped, part.Bound);
                break;
            }

            bool needless = false;
            for (int k = 0; k < Math.Min(kept.Count, Compared) && !needless; k++)
                needless = kept[k].Count <= part.Count && Within(part.Rows, kept[k].Rows);
            if (!needless)
                kept.Add(part);
        }

        return kept;
    }

    private static bool Within(ulong[] inner, ulong[] outer)
    {
        for (int w = 0; w < inner.Length; w++)
        {
            if ((inner[w] & ~outer[w]) != 0)
                return false;
        }

        return true;
    }

    private readonly record struct Served(ulong[] Rows)
    {
        public bool Equals(Served other) => Rows.AsSpan().SequenceEqual(other.Rows);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (ulong word in Rows)
                hash.Add(word);
            return hash.ToHashCode();
        }
    }
}
