namespace CentriFamiglia.Coverage.Siting.Location;

/// <summary>
/// LSCP-B, second stage: with exactly p sites that cover every row, the most weight covered twice. Depth-first search; bound by
/// relaxing "sites covering a row >= 1 + backed up" with multipliers, which leaves the p best sums. A demand with fewer than two
/// candidates can never be backed up.
/// </summary>
internal sealed class BackupSearch
{
    private const int RootSteps = 300;
    private const int NodeSteps = 40;

    private readonly IReadOnlyList<int[]> _rows;
    private readonly double[] _weights;
    private readonly int _siteCount;
    private readonly int _p;
    private readonly Func<bool> _stop;
    private readonly double _tolerance;
    private readonly bool _integral;
    private readonly double _step;
    private readonly SortedSet<int[]> _optima = new(SiteOrder.Instance);
    private readonly Stack<Node> _open = new();
    private readonly double[] _sums;
    private readonly double[] _frequency;
    private readonly bool[] _chosen;
    private readonly double[] _keys;
    private readonly int[] _order;
    private double _best = double.NegativeInfinity;
    private bool _enumerating;

    private BackupSearch(IReadOnlyList<int[]> rows, double[] weights, int siteCount, int p, Func<bool> stop)
    {
        (_rows, _weights, _siteCount, _p, _stop) = (rows, weights, siteCount, p, stop);
        (_sums, _chosen, _frequency) = (new double[siteCount], new bool[siteCount], new double[siteCount]);
        (_keys, _order) = (new double[siteCount], new int[siteCount]);
        double total = weights.Sum();
        _integral = total < 1e11 && weights.All(weight => Math.Floor(weight) == weight);
        _tolerance = total > 0 ? 1e-11 * total : 1e-9;
        // Whole weights make whole values; what is left of one allows for rounding errors.
        _step = _integral ? 1 - 1e-6 - (1e-12 * total) : _tolerance;
    }

    private sealed record Node(SiteState[] State, double[] Multipliers, double Bound);

    internal sealed record Outcome(double Value, double Bound, IReadOnlyList<int[]> Optima, bool Complete, int Nodes);

    /// <summary>Starts from a known cover of exactly p sites.</summary>
    public static Outcome Solve(
        IReadOnlyList<int[]> rows,
        double[] weights,
        int siteCount,
        IReadOnlyCollection<int> cover,
        SiteState[] start,
        Func<bool> stop,
        int alternateNodes)
    {
        var search = new BackupSearch(rows, weights, siteCount, cover.Count, stop);
        SiteState[] known = new SiteState[siteCount];
        foreach (int site in cover)
            known[site] = SiteState.Open;
        search.Take(known);
        int nodes = search.Explore(start, int.MaxValue, out double bound);
        bool complete = false;
        if (bound < search.Threshold && alternateNodes > 0 && !stop())
        {
            search._enumerating = true;
            search.TakeSwaps(start);
            nodes += search.Explore(start, alternateNodes, out double rest);
            complete = double.IsNegativeInfinity(rest) && !search.Full;
        }

        if (bound < search._best + search._step)
            bound = search._best;
        if (search._integral)
            bound = Math.Floor(bound + 1 - search._step);
        return new Outcome(search._best, Math.Max(bound, search._best), [.. search._optima], complete, nodes);
    }

    private bool Full => _optima.Count > 6;

    // Below this nothing wanted can be reached.
    private double Threshold => _enumerating ? _best - _tolerance : _best + _step;

    private int Explore(SiteState[] start, int mostNodes, out double bound)
    {
        _open.Clear();
        _open.Push(new Node([.. start], [.. _weights], double.PositiveInfinity));
        int nodes = 0;
        while (_open.Count > 0 && nodes < mostNodes && !_stop() && !(_enumerating && Full))
        {
            Node node = _open.Pop();
            if (node.Bound < Threshold)
                continue;
            Visit(node, nodes++ == 0 ? RootSteps : NodeSteps);
        }

        bound = _open.Count == 0 ? double.NegativeInfinity : _open.Max(node => node.Bound);
        return nodes;
    }

    private void Visit(Node node, int steps)
    {
        if (!Propagate(node.State, out int opened, out int free))
            return;
        if (opened > _p || opened + free < _p)
            return;
        if (opened == _p || opened + free == _p)
        {
            SiteState[] only = [.. node.State.Select(s => s == SiteState.Free && opened < _p ? SiteState.Open : s)];
            Take(only);
            return;
        }

        double[] sums = new double[_siteCount];
        double bound = Math.Min(node.Bound, Bound(node.State, node.Multipliers, steps, sums));
        if (bound < Threshold)
            return;
        int branch = -1;
        for (int j = 0; j < _siteCount; j++)
        {
            if (node.State[j] == SiteState.Free && (branch < 0 || Math.Abs(_frequency[j] - 0.5) < Math.Abs(_frequency[branch] - 0.5)))
                branch = j;
        }

        if (branch < 0)
        {
            if (node.State.Count(s => s == SiteState.Open) == _p)
                Take(node.State);
            return;
        }

        foreach (SiteState next in new[] { SiteState.Closed, SiteState.Open })
        {
            SiteState[] child = [.. node.State];
            child[branch] = next;
            _open.Push(new Node(child, [.. node.Multipliers], bound));
        }
    }

    private bool Propagate(SiteState[] state, out int opened, out int free)
    {
        for (int i = 0; i < _rows.Count; i++)
        {
            (int candidates, int last) = (0, -1);
            bool covered = false;
            foreach (int site in _rows[i])
            {
                covered |= state[site] == SiteState.Open;
                if (state[site] == SiteState.Free)
                    (candidates, last) = (candidates + 1, site);
            }

            if (covered || candidates > 1)
                continue;
            if (candidates == 0)
            {
                (opened, free) = (0, 0);
                return false;
            }

            state[last] = SiteState.Open;
        }

        opened = state.Count(s => s == SiteState.Open);
        free = state.Count(s => s == SiteState.Free);
        return true;
    }

    private double Bound(SiteState[] state, double[] multipliers, int steps, double[] bestSums)
    {
        double best = double.PositiveInfinity;
        double[] u = [.. multipliers];
        double[] direction = new double[u.Length];
        (double scale, int idle) = (1.2, 0);
        for (int step = 0; step < steps && !_stop(); step++)
        {
            double bound = Evaluate(state, u, out double cutIn, out double cutOut);
            if (bound < best - 1e-9)
            {
                (best, idle) = (bound, 0);
                u.CopyTo(multipliers, 0);
                _sums.CopyTo(bestSums, 0);
                if (best < Threshold)
                    return best;
                TakeIfCover(_chosen);
                Fix(state, bound, cutIn, cutOut);
            }
            else if (++idle >= 10)
            {
                (idle, scale) = (0, scale * 0.6);
                if (scale < 0.01)
                    break;
                multipliers.CopyTo(u, 0);
                Array.Clear(direction);
                Evaluate(state, u, out _, out _);
            }

            Move(u, direction, scale * Math.Max(bound - _best, 1e-6));
        }

        return best;
    }

    private double Evaluate(SiteState[] state, double[] u, out double cutIn, out double cutOut)
    {
        Array.Clear(_sums);
        double bound = 0;
        for (int i = 0; i < _rows.Count; i++)
        {
            bound += (_rows[i].Length > 1 ? Math.Max(0, _weights[i] - u[i]) : 0) - u[i];
            foreach (int site in _rows[i])
                _sums[site] += u[i];
        }

        (int opened, int free) = (0, 0);
        for (int j = 0; j < _siteCount; j++)
        {
            _chosen[j] = state[j] == SiteState.Open;
            if (_chosen[j])
            {
                bound += _sums[j];
                opened++;
            }
            else if (state[j] == SiteState.Free)
            {
                _keys[free] = -_sums[j];
                _order[free++] = j;
            }
        }

        Array.Sort(_keys, _order, 0, free);
        int wanted = Math.Min(free, _p - opened);
        for (int k = 0; k < wanted; k++)
        {
            bound -= _keys[k];
            _chosen[_order[k]] = true;
        }

        for (int j = 0; j < _siteCount; j++)
            _frequency[j] += 0.08 * ((_chosen[j] ? 1 : 0) - _frequency[j]);
        cutIn = wanted > 0 ? -_keys[wanted - 1] : double.PositiveInfinity;
        cutOut = wanted < free ? -_keys[wanted] : double.NegativeInfinity;
        return bound;
    }

    private void Move(double[] u, double[] direction, double distance)
    {
        double norm = 0;
        for (int i = 0; i < u.Length; i++)
        {
            int hits = 0;
            foreach (int site in _rows[i])
                hits += _chosen[site] ? 1 : 0;
            double slack = hits - 1 - (_rows[i].Length > 1 && _weights[i] > u[i] ? 1 : 0) + (0.6 * direction[i]);
            if (slack > 0 && u[i] <= 0)
                slack = 0;
            direction[i] = slack;
            norm += slack * slack;
        }

        if (norm < 1e-12)
            return;
        for (int i = 0; i < u.Length; i++)
            u[i] = Math.Max(0, u[i] - (distance / norm * direction[i]));
    }

    // A free site whose change of state alone brings the bound under the threshold can be fixed.
    private void Fix(SiteState[] state, double bound, double cutIn, double cutOut)
    {
        for (int j = 0; j < _siteCount; j++)
        {
            if (state[j] != SiteState.Free)
                continue;
            if (_chosen[j])
            {
                if (bound - _sums[j] + cutOut < Threshold)
                    state[j] = SiteState.Open;
            }
            else if (bound + _sums[j] - cutIn < Threshold)
            {
                state[j] = SiteState.Closed;
            }
        }
    }

    // One site for another: the cheapest way to choices of the same value. Who enters must cover what only the leaving one covers.
    private void TakeSwaps(SiteState[] start)
    {
        int[] known = _optima.Min!;
        int[] hits = [.. _rows.Select(row => row.Count(known.Contains))];
        foreach (int leaving in known.Where(site => start[site] == SiteState.Free))
        {
            IEnumerable<int> entering = Enumerable.Range(0, _siteCount);
            for (int i = 0; i < _rows.Count; i++)
            {
                if (hits[i] == 1 && _rows[i].Contains(leaving))
                    entering = [.. entering.Intersect(_rows[i])];
            }

            foreach (int site in entering.Where(site => start[site] == SiteState.Free && !known.Contains(site)))
            {
                if (Full || _stop())
                    return;
                SiteState[] state = new SiteState[_siteCount];
                foreach (int open in known.Append(site).Where(open => open != leaving))
                    state[open] = SiteState.Open;
                Take(state);
            }
        }
    }

    private void TakeIfCover(bool[] chosen)
    {
        if (_rows.All(row => row.Any(site => chosen[site])))
            Take([.. chosen.Select(c => c ? SiteState.Open : SiteState.Closed)]);
    }

    private void Take(SiteState[] state)
    {
        double value = 0;
        for (int i = 0; i < _rows.Count; i++)
        {
            int hits = _rows[i].Count(site => state[site] == SiteState.Open);
            if (hits == 0)
                return;
            value += hits > 1 ? _weights[i] : 0;
        }

        if (value < _best - _tolerance)
            return;
        if (value > _best + _tolerance)
        {
            _optima.Clear();
            _best = value;
        }

        if (!Full)
            _optima.Add([.. Enumerable.Range(0, _siteCount).Where(j => state[j] == SiteState.Open)]);
    }
}
