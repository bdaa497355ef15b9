namespace CentriFamiglia.Coverage.Siting.Location;

/// <summary>
/// Exact search: interchange for a start, the Lagrangean bound and reduced-cost fixing at every node, depth-first branching on the
/// site the bound is least sure of. Sequential and free of clocks but for the stop signal, so the same input gives the same sites.
/// </summary>
internal sealed class MedianSearch
{
    private const int RootSteps = 1500;
    private const int NodeSteps = 120;
    private const int KickedSites = 2400;
    private const int FewestKicks = 20;
    private const int MostKicks = 150;

    private MedianModel _model;
    private readonly MedianIncumbent _best;
    private readonly Stack<Node> _open = new();

    private sealed record Node(SiteState[] State, double[] Multipliers, double Bound);

    private MedianSearch(MedianModel model, Func<bool> stop)
    {
        _model = model;
        _best = new MedianIncumbent(model, stop);
    }

    internal sealed record Outcome(double Value, double Bound, IReadOnlyList<int[]> Optima, bool Complete, int Nodes);

    /// <summary>Proves the best choice, then looks for others of the same value within a fixed number of nodes.</summary>
    /// <param name="model">
    /// The problem, where possible without sites that another replaces at no loss; those not closed are at least p, those open at most p.
    /// </param>
    /// <param name="whole">The same rows with all permitted sites: where the others of the same value are looked for.</param>
    /// <param name="stop">Asked at every step.</param>
    /// <param name="alternateNodes">Nodes to spend on other optima.</param>
    /// <param name="known">A choice of p sites to start from besides the greedy one; null for none.</param>
    public static Outcome Solve(MedianModel model, MedianModel whole, Func<bool> stop, int alternateNodes, bool[]? known = null)
    {
        var search = new MedianSearch(model, stop);
        double[] multipliers = search.Begin(known);
        int nodes = search.Explore(multipliers, int.MaxValue, out double bound);
        bool complete = false;
        if (bound >= search._best.Value && alternateNodes > 0 && !search._best.Stop)
        {
            search._model = whole;
            search._best.Enumerating = true;
            nodes += search.Explore(multipliers, alternateNodes, out double rest);
            complete = double.IsPositiveInfinity(rest) && !search._best.Full;
            bound = search._best.Value;
        }

        // Whole costs make whole values.
        if (model.Integral)
            bound = Math.Ceiling(bound - 1e-6 - model.Slack);
        return new Outcome(search._best.Value, Math.Min(bound, search._best.Value), [.. search._best.Optima], complete, nodes);
    }

    private double[] Begin(bool[]? known)
    {
        bool[] open = Greedy();
        double value = Interchange.Improve(_model, open, _model.Start, Rounds, () => _best.Stop);
        _best.Take(open, value);
        if (known is not null)
        {
            double reached = Interchange.Improve(_model, known, _model.Start, Rounds, () => _best.Stop);
            _best.Take(known, reached);
            if (reached < value)
                (open, value) = (known, reached);
        }

        open = IteratedSearch(open, value);
        double[] multipliers = new double[_model.RowCount];
        for (int row = 0; row < _model.RowCount; row++)
            multipliers[row] = StartMultiplier(row, open);
        return multipliers;
    }

    private int Rounds => (10 * _model.P) + 50;

    // Swaps at random places of the best choice, improved again (iterated local search, Lourenço et al. 2003). The generator is a
    // fixed sequence: the same input gives the same start.
    private bool[] IteratedSearch(bool[] start, double value)
    {
        int[] movable = [.. Enumerable.Range(0, start.Length).Where(j => _model.Start[j] == SiteState.Free)];
        bool[] best = start;
        uint random = 2463534242;
        // The more sites, the less likely it is that a few random swaps are the right ones.
        int kicks = Math.Clamp(KickedSites / Math.Max(1, _model.P), FewestKicks, MostKicks);
        for (int kick = 0; kick < kicks && !_best.Stop; kick++)
        {
            bool[] open = [.. best];
            int swaps = 2 + (kick % 3);
            for (int s = 0; s < swaps; s++)
                SwapAtRandom(open, movable, ref random);
            double reached = Interchange.Improve(_model, open, _model.Start, Rounds, () => _best.Stop);
            if (reached >= value)
                continue;
            (best, value) = (open, reached);
            _best.Take(open, reached);
        }

        return best;
    }

    private static void SwapAtRandom(bool[] open, int[] movable, ref uint random)
    {
        int[] leaving = [.. movable.Where(j => open[j])];
        int[] entering = [.. movable.Where(j => !open[j])];
        if (leaving.Length == 0 || entering.Length == 0)
            return;
        open[leaving[Next(ref random) % leaving.Length]] = false;
        open[entering[Next(ref random) % entering.Length]] = true;
    }

    private static uint Next(ref uint state)
    {
        // Marsaglia's xorshift32.
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return state;
    }

    // Halfway between the cheapest open site and the second: near the dual optimum when the choice is near the primal one.
    private double StartMultiplier(int row, bool[] open)
    {
        double first = double.NaN;
        for (int k = _model.First[row]; k < _model.First[row + 1] && _model.Cost[k] < _model.Reject[row]; k++)
        {
            if (!open[_model.Site[k]])
                continue;
            if (!double.IsNaN(first))
                return (first + _model.Cost[k]) / 2;
            first = _model.Cost[k];
        }

        return double.IsNaN(first) ? _model.Reject[row] : (first + Math.Min(_model.Reject[row], (2 * first) + 1)) / 2;
    }

    private bool[] Greedy()
    {
        bool[] open = new bool[_model.SiteCount];
        double[] pays = [.. _model.Reject];
        double[] gain = new double[_model.SiteCount];
        int count = 0;
        for (int j = 0; j < _model.SiteCount; j++)
        {
            open[j] = _model.Start[j] == SiteState.Open;
            count += open[j] ? 1 : 0;
        }

        while (true)
        {
            Array.Clear(gain);
            for (int row = 0; row < _model.RowCount; row++)
            {
                for (int k = _model.First[row]; k < _model.First[row + 1] && _model.Cost[k] < pays[row]; k++)
                {
                    if (open[_model.Site[k]])
                    {
                        pays[row] = _model.Cost[k];
                        break;
                    }
                }

                for (int k = _model.First[row]; k < _model.First[row + 1] && _model.Cost[k] < pays[row]; k++)
                    gain[_model.Site[k]] += pays[row] - _model.Cost[k];
            }

            if (count >= _model.P)
                return open;
            int next = -1;
            for (int j = 0; j < _model.SiteCount; j++)
            {
                if (!open[j] && _model.Start[j] == SiteState.Free && (next < 0 || gain[j] > gain[next]))
                    next = j;
            }

            open[next] = true;
            count++;
        }
    }

    private int Explore(double[] multipliers, int mostNodes, out double bound)
    {
        _open.Clear();
        _open.Push(new Node([.. _model.Start], [.. multipliers], Least()));
        var relaxation = new MedianBound(_model.SiteCount, _model.RowCount);
        var branching = new MedianBranching(_model);
        (MedianModel left, Node? root, int nodes) = (_model, null, 0);
        while (_open.Count > 0 && nodes < mostNodes && !_best.Stop && !(_best.Enumerating && _best.Full))
        {
            Node node = _open.Pop();
            if (node.Bound > _best.Threshold)
                continue;
            nodes++;
            double before = _best.Value;
            Visit(node, left, relaxation, branching, nodes == 1 && !_best.Enumerating ? RootSteps : NodeSteps);
            if (nodes == 1)
            {
                // What the root decides no other node looks at again.
                (root, left) = (node with { Bound = Math.Max(node.Bound, relaxation.Bound) }, _model.Without(node.State));
                node.Multipliers.CopyTo(multipliers, 0);
            }
            else if (_best.Value < before)
            {
                // With a better value to beat the root fixes more sites: cheaper than carrying the old tree on.
                _open.Clear();
                _open.Push(root! with { State = [.. left.Start], Multipliers = [.. multipliers] });
            }
        }

        bound = _open.Count == 0 ? double.PositiveInfinity : _open.Min(node => node.Bound);
        return nodes;
    }

    // Each row at its cheapest: a bound before any other, with room for the rounding of the sum.
    private double Least()
    {
        double sum = 0;
        for (int row = 0; row < _model.RowCount; row++)
            sum += _model.First[row] < _model.First[row + 1] ? _model.Cost[_model.First[row]] : _model.Reject[row];
        return Math.Max(0, sum - _model.Slack);
    }

    private void Visit(Node node, MedianModel left, MedianBound relaxation, MedianBranching branching, int steps)
    {
        MedianModel rows = left.Without(node.State);
        relaxation.Run(rows, node.State, node.Multipliers, steps, _best);
        double bound = Math.Max(node.Bound, relaxation.Bound);
        if (_best.Stop)
        {
            _open.Push(node with { Bound = bound });
            return;
        }

        if (bound > _best.Threshold)
            return;
        if (Decided(node.State, out bool[] only))
        {
            _best.Take(only, _model.Value(only));
            return;
        }

        int branch = branching.Choose(rows, node.State, node.Multipliers, bound, relaxation.Frequency, _best);
        SiteState likely = relaxation.Frequency[branch] >= 0.5 ? SiteState.Open : SiteState.Closed;
        SiteState other = likely == SiteState.Open ? SiteState.Closed : SiteState.Open;
        _open.Push(Child(node, branch, other, bound));
        _open.Push(Child(node, branch, likely, bound));
    }

    private static Node Child(Node node, int site, SiteState state, double bound)
    {
        SiteState[] next = [.. node.State];
        next[site] = state;
        return new Node(next, [.. node.Multipliers], bound);
    }

    // All places taken, or every free site needed: one choice is left.
    private bool Decided(SiteState[] state, out bool[] only)
    {
        int open = state.Count(s => s == SiteState.Open);
        int free = state.Count(s => s == SiteState.Free);
        only = [.. state.Select(s => s == SiteState.Open || (s == SiteState.Free && open + free <= _model.P))];
        return open >= _model.P || open + free <= _model.P;
    }
}
