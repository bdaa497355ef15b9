using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Allocation;

/// <summary>
/// The best sites and who goes to which, exactly. Sites are tried open and closed, depth first, with the bound of
/// <see cref="AllocationBound"/>; where all are decided, dividing demands at will is a transportation problem (<see cref="Transport"/>).
/// Where demands may not be divided, that is a bound in its turn, in which few are divided: one of these is tried at each site that has room
/// and, where it may be left out, at none. Sequential and free of clocks but for the stop signal.
/// </summary>
internal sealed class AllocationSearch
{
    /// <summary>Of a demand: where it goes is not decided.</summary>
    public const int Open = -2;

    private const int Out = -1;
    private const int RootSteps = 600;
    private const int NodeSteps = 60;
    private const long ExchangeWork = 150_000_000;

    private readonly AllocationModel _model;
    private readonly Func<bool> _stop;
    private readonly AllocationBound _bound;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Stack<Node> _nodes = new();
    private double _lowest = double.PositiveInfinity;
    private int _visited;
    private long _work;

    private AllocationSearch(AllocationModel model, Func<bool> stop)
    {
        (_model, _stop, _bound) = (model, stop, new AllocationBound(model));
    }

    /// <param name="Value">Infinite when no choice was found.</param>
    /// <param name="Bound">No choice has a lesser value; infinite when there is none.</param>
    /// <param name="Sites">Ascending.</param>
    /// <param name="Shares">For each demand where it goes and in what share.</param>
    /// <param name="Nodes">Of the search.</param>
    internal sealed record Outcome(double Value, double Bound, int[] Sites, List<(int Site, double Share)>[] Shares, int Nodes);

    private sealed record Node(SiteState[] State, double[] Prices, double Bound);

    private Outcome Best { get; set; } = new(double.PositiveInfinity, 0, [], [], 0);

    private double Threshold => double.IsPositiveInfinity(Best.Value) ? double.PositiveInfinity
        : _model.Integral ? Best.Value - 1 + 1e-6 + _model.Slack : Best.Value - _model.Slack - (1e-9 * Best.Value);

    public static Outcome Solve(AllocationModel model, Func<bool> stop)
    {
        var search = new AllocationSearch(model, stop);
        search.Run();
        double bound = Math.Min(search._lowest, search.Best.Value);
        if (model.Integral && double.IsFinite(bound))
            bound = Math.Ceiling(bound - 1e-6 - model.Slack);
        return search.Best with { Bound = bound, Nodes = search._visited };
    }

    private void Run()
    {
        double[] prices = _bound.Start();
        SiteState[] start = [.. _model.Start];
        if (_model.P is { } p)
            Largest(p);
        double bound = _bound.Ascend(start, prices, RootSteps, () => Best.Value, () => Threshold, Offer, _stop);
        Exchange();
        _nodes.Push(new Node([.. _model.Start], prices, Math.Max(0, bound)));
        while (_nodes.TryPop(out Node? node))
        {
            if (node.Bound > Threshold)
                continue;
            if (_visited > 0 && _stop())
            {
                _lowest = Math.Min(_lowest, node.Bound);
                continue;
            }

            _visited++;
            Visit(node);
        }
    }

    private void Visit(Node node)
    {
        (SiteState[] state, double[] prices) = ([.. node.State], [.. node.Prices]);
        if (Decided(state))
        {
            Leaf(state, node.Bound);
            return;
        }

        double bound = Math.Max(node.Bound, _bound.Ascend(state, prices, NodeSteps, () => Best.Value, () => Threshold, Offer, _stop));
        if (bound > Threshold)
            return;
        if (Decided(state))
        {
            Leaf(state, bound);
            return;
        }

        int branch = -1;
        for (int j = 0; j < state.Length; j++)
        {
            if (state[j] == SiteState.Free && (branch < 0 || Math.Abs(_bound.Frequency[j] - 0.5) < Math.Abs(_bound.Frequency[branch] - 0.5)))
                branch = j;
        }

        bool likely = _bound.Frequency[branch] >= 0.5;
        foreach (SiteState to in likely ? new[] { SiteState.Closed, SiteState.Open } : [SiteState.Open, SiteState.Closed])
        {
            SiteState[] next = [.. state];
            next[branch] = to;
            _nodes.Push(new Node(next, prices, bound));
        }
    }

    // Marks what follows from the number of sites; true when nothing is left to choose, or nothing can be.
    private bool Decided(SiteState[] state)
    {
        int open = state.Count(s => s == SiteState.Open);
        int free = state.Count(s => s == SiteState.Free);
        if (_model.P is not { } p)
            return free == 0;
        if (open < p && open + free > p)
            return false;
        for (int j = 0; j < state.Length; j++)
        {
            if (state[j] == SiteState.Free)
                state[j] = open >= p ? SiteState.Closed : SiteState.Open;
        }

        return true;
    }

    private void Leaf(SiteState[] state, double bound)
    {
        bool[] open = [.. state.Select(s => s == SiteState.Open)];
        if (_model.P is { } p && open.Count(o => o) != p)
            return;
        if (!_model.Capacitated || _model.Split)
        {
            Take(open, null);
            return;
        }

        var left = new Stack<(int[] Assigned, double Bound)>();
        left.Push(([.. Enumerable.Repeat(Open, _model.Demands)], bound));
        while (left.TryPop(out (int[] Assigned, double Bound) node))
        {
            if (node.Bound > Threshold)
                continue;
            if (_stop())
            {
                _lowest = Math.Min(_lowest, node.Bound);
                continue;
            }

            Transport flow = Transport.Of(_model, open, node.Assigned);
            double value = flow.Value + (_model.SiteCost * open.Count(o => o));
            if (double.IsPositiveInfinity(value) || value > Threshold)
                continue;
            int divided = Divided(flow);
            if (divided < 0)
            {
                Keep(open, flow, value);
                continue;
            }

            _visited++;
            // The likeliest last, to be tried first.
            Dictionary<int, double> shares = flow.Of(divided).ToDictionary(share => share.Site, share => share.Share);
            IEnumerable<int> places = _model.Sites[divided].Where(j => open[j]);
            foreach (int at in places.Concat(double.IsFinite(_model.Reject[divided]) ? [Out] : Array.Empty<int>()).OrderBy(j => shares.GetValueOrDefault(j)))
            {
                int[] next = [.. node.Assigned];
                next[divided] = at;
                left.Push((next, value));
            }
        }
    }

    private int Divided(Transport flow)
    {
        int largest = -1;
        for (int i = 0; i < _model.Demands; i++)
        {
            if (flow.Of(i).Count > 1 && (largest < 0 || _model.Load[i] > _model.Load[largest]))
                largest = i;
        }

        return largest;
    }

    // A set of sites that the bound met; one that has too few or too many is no choice.
    private void Offer(bool[] open)
    {
        if ((_model.P is { } p && open.Count(o => o) != p) || !_seen.Add(string.Join(',', Enumerable.Range(0, open.Length).Where(j => open[j]))))
            return;
        Take(open, null);
    }

    // Nothing but room matters where there is little of it.
    private void Largest(int p)
    {
        IEnumerable<int> largest = Enumerable.Range(0, _model.Start.Length).Where(j => _model.Start[j] != SiteState.Closed)
            .OrderByDescending(j => _model.Start[j] == SiteState.Open).ThenByDescending(j => _model.Capacity[j]).Take(p);
        bool[] open = new bool[_model.Start.Length];
        foreach (int j in largest)
            open[j] = true;
        Offer(open);
    }

    private bool Take(bool[] open, int[]? assigned)
    {
        double sites = _model.SiteCost * open.Count(o => o);
        if (!_model.Capacitated)
            return Nearest(open);
        Transport flow = Transport.Of(_model, open, assigned);
        _work += (long)_model.Demands * open.Count(o => o) * 8;
        if (flow.Value + sites >= Best.Value - _model.Slack)
            return false;
        if (_model.Split || Divided(flow) < 0)
            return Keep(open, flow, flow.Value + sites);
        return Rounding.Of(_model, open, flow) is { } whole && Take(open, whole);
    }

    private bool Keep(bool[] open, Transport flow, double value)
    {
        if (value >= Best.Value - _model.Slack)
            return false;
        Best = new Outcome(value, 0, [.. Enumerable.Range(0, open.Length).Where(j => open[j])], [.. Enumerable.Range(0, _model.Demands).Select(flow.Of)], 0);
        return true;
    }

    private bool Nearest(bool[] open)
    {
        double sum = 0;
        for (int i = 0; i < _model.Demands; i++)
        {
            double[] costs = [.. _model.Sites[i].Select((site, k) => open[site] ? _model.Costs[i][k] : double.PositiveInfinity).Where(double.IsFinite).Order().Take(_model.Need)];
            sum += costs.Length < _model.Need ? double.PositiveInfinity : costs.Sum();
        }

        _work += _model.Sites.Sum(sites => (long)sites.Length);
        if (!(sum < Best.Value - _model.Slack))
            return false;
        Best = new Outcome(sum, 0, [.. Enumerable.Range(0, open.Length).Where(j => open[j])], [], 0);
        return true;
    }

    // One open site for a closed one, while that helps and a fixed amount of work lasts: no signal cuts it short.
    private void Exchange()
    {
        bool better = _model.P is not null && Best.Sites.Length > 0;
        while (better && _work < ExchangeWork)
        {
            better = false;
            int[] from = Best.Sites;
            foreach (int leaving in from.Where(j => _model.Start[j] == SiteState.Free))
            {
                for (int entering = 0; entering < _model.Start.Length && !better && _work < ExchangeWork; entering++)
                {
                    if (_model.Start[entering] != SiteState.Free || from.Contains(entering))
                        continue;
                    bool[] open = new bool[_model.Start.Length];
                    foreach (int j in from.Append(entering))
                        open[j] = j != leaving;
                    better = Take(open, null);
                }
            }
        }
    }
}
