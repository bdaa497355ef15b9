namespace CentriFamiglia.Coverage.Siting.Solver.Plan;

/// <summary>What a search found.</summary>
/// <param name="Set">Options to open, ascending; null when no set keeps the constraints, or none was found.</param>
/// <param name="Value">Of the set.</param>
/// <param name="Bound">No set with as few new Hubs scores more.</param>
/// <param name="Proved">Whether the search ended by itself.</param>
/// <param name="Alternates">Other sets of the same value, at most five.</param>
/// <param name="AlternatesComplete">Whether there are no more.</param>
/// <param name="Nodes">Of the search tree.</param>
internal sealed record PlanResult(
    ImmutableArray<int>? Set, PlanValue Value, double Bound, bool Proved, ImmutableArray<ImmutableArray<int>> Alternates, bool AlternatesComplete, int Nodes)
{
    /// <summary>Nothing can be chosen, as is known without a search.</summary>
    public static PlanResult None { get; } = new(null, PlanValue.None, double.NegativeInfinity, true, [], true, 0);

    /// <summary>For each option whether it was shown, before any choice, to be in no set of this value.</summary>
    public ImmutableArray<bool> Useless { get; init; } = [];
}

/// <summary>
/// The set of options that is worth most under all constraints of a <see cref="PlanProblem"/>, exactly, by branch and bound.
/// <para>
/// A node is a decision about some options: in, out, or open. <see cref="PlanBound"/> says what no set that agrees with it can exceed,
/// <see cref="PlanSwaps"/> looks for good sets, among them the relaxed ones that the bound meets. An option is fixed where the bound
/// without it, or with it, is below the best set known. What stays open is split in two, the option in and the option out, on the one the
/// relaxed sets are most divided about. A node whose bound is below the best set holds nothing better; when none is left, that is proved.
/// Nodes are counted and not timed, so that every machine gives the same answer.
/// </para>
/// The two levels, Hub and Spoke, are decided together: a set counts the options that no network can take in as new Hubs, and fewer of
/// them come before any score (hierarchical location: Sahin, Sural 2007).
/// </summary>
internal sealed class PlanSearch
{
    private const int UsualRootSteps = 600;
    private const int NodeSteps = 45;

    private readonly PlanProblem _problem;
    private readonly PlanBound _bound;
    private readonly PlanSwaps _swaps;
    private readonly PlanNode _root;
    private readonly double _step;
    private readonly int _rootSteps;
    private readonly PlanIncumbent _best = new();
    private readonly int _mostNodes;
    private readonly Func<bool> _stop;
    private readonly HashSet<string> _tried = new(StringComparer.Ordinal);
    private int _nodes;
    private bool _tiesOpen = true;
    private ImmutableArray<bool> _useless = [];

    /// <param name="starts">Sets to begin from; those that break a constraint are passed over.</param>
    /// <param name="mostNodes">Ends the search with what is known: a bound of work and not of time, so that every machine gives the same answer.</param>
    /// <param name="stop">Asked often; true ends the search with what is known.</param>
    /// <param name="step">The next better value is higher by this at least, and others of the same value are not wanted; 0 where both are not so.</param>
    /// <param name="useless">Options that need not be looked at; empty for none.</param>
    /// <param name="roof">No set scores more, as is known already.</param>
    /// <param name="rootSteps">Steps of the first bound.</param>
    public PlanSearch(PlanProblem problem, IEnumerable<IReadOnlyList<int>> starts, int mostNodes, Func<bool> stop, double step = 0, ImmutableArray<bool> useless = default,
        double roof = double.PositiveInfinity, int rootSteps = UsualRootSteps)
    {
        _root = new PlanNode(problem) { NewHubs = problem.FewestNewHubs, Bound = roof };
        for (int j = 0; !useless.IsDefaultOrEmpty && j < useless.Length; j++)
        {
            if (useless[j])
                _root.Exclude(j);
        }

        foreach (int j in problem.Fixed)
            _root.Include(j);

        (_problem, _mostNodes, _stop, _step, _rootSteps) = (problem, mostNodes, stop, step, rootSteps);
        _bound = new PlanBound(problem);
        _swaps = new PlanSwaps(problem);
        foreach (IReadOnlyList<int> start in starts)
            Try(start, climb: true);
    }

    public PlanResult Run()
    {
        if (_best.Set is { } start)
            PriceAt(_root, start);
        var open = new Stack<PlanNode>();
        open.Push(_root);
        double ended = double.NegativeInfinity;
        while (open.TryPop(out PlanNode? node))
        {
            if (Cut(node, node.Bound))
                continue;
            if (_nodes > 0 && (_nodes >= _mostNodes || _stop()))
            {
                ended = Math.Max(ended, node.Bound);
                continue;
            }

            _nodes++;
            Visit(node, open);
        }

        // What was never visited may hold more than what is known, up to its bound.
        bool proved = double.IsNegativeInfinity(ended);
        double bound = proved ? _best.Value.Score : Math.Max(ended, _best.Value.Score);
        return new PlanResult(
            Set: _best.Set,
            Value: _best.Value,
            Bound: bound,
            Proved: proved,
            Alternates: [.. _best.Alternates],
            AlternatesComplete: proved && _step == 0 && _tiesOpen && !_best.More,
            Nodes: _nodes)
        {
            Useless = _useless,
        };
    }

    private void Visit(PlanNode node, Stack<PlanNode> open)
    {
        bool first = true;
        do
        {
            if (!Hubs(node))
                return;
            // Prices settle slowly before anything is decided.
            _bound.Lower(node, node.NewHubs < _best.Value.NewHubs ? double.NegativeInfinity : _best.Value.Score, _nodes == 1 && first ? _rootSteps : NodeSteps,
                pick => Try(pick.Set, climb: _nodes == 1 && _problem.Score(pick.Set) > 0.98 * _best.Value.Score), _stop,
                _problem.Networks is not null && MostNewHubs < int.MaxValue ? MostNewHubs : null);
            first = false;
            if (_nodes == 1 && _useless.IsEmpty)
                _useless = Useless(node);
            if (Cut(node, node.Bound))
                return;
        }
        while (Fix(node) && !_stop());

        int chosen = Branch(node);
        if (chosen < 0)
        {
            Try(node.In, climb: false);
            return;
        }

        PlanNode without = node.Copy();
        without.Exclude(chosen);
        open.Push(without);
        node.Include(chosen);
        open.Push(node);
    }

    /// <summary>More are of no use.</summary>
    private int MostNewHubs => Math.Min(_problem.MostNewHubs, _best.Value.NewHubs);

    /// <summary>
    /// How many new Hubs every set of the node has at least; options that would be one too many go. False when all sets have too many.
    /// An option that no Hub reaches is a new one whatever else is chosen, and so is what serves an area in which there are only such.
    /// </summary>
    private bool Hubs(PlanNode node)
    {
        int standing = _problem.NewHubs(node.In);
        node.NewHubs = Math.Max(node.NewHubs, standing);
        if (_problem.Networks is not { } networks)
            return node.NewHubs <= MostNewHubs;
        (int[] area, bool[] hubsOnly, int few) = Hopeless(node, networks, _problem.Area, _problem.OncePerArea ? 0 : _problem.Areas);
        (int[] second, bool[] hubsOnlySecond, int fewSecond) = Hopeless(node, networks, _problem.Second, _problem.OncePerArea ? 0 : _problem.Seconds);
        node.NewHubs = Math.Max(node.NewHubs, standing + Math.Max(few, fewSecond));
        if (node.NewHubs > MostNewHubs)
            return false;
        for (int j = 0; j < _problem.Options; j++)
        {
            if (node.State[j] != 0 || networks.Hubs[j].Length > 0)
                continue;
            int others = Math.Max(few - (area[j] >= 0 && hubsOnly[area[j]] ? 1 : 0), fewSecond - (second[j] >= 0 && hubsOnlySecond[second[j]] ? 1 : 0));
            if (standing + others + 1 > MostNewHubs)
                node.Exclude(j);
        }

        return true;
    }

    /// <summary>Areas not yet served that only a new Hub can serve.</summary>
    private static (int[] Area, bool[] HubsOnly, int Count) Hopeless(PlanNode node, PlanNetworks networks, int[] area, int areas)
    {
        bool[] hubsOnly = [.. Enumerable.Repeat(true, areas)];
        for (int j = 0; j < area.Length && areas > 0; j++)
        {
            if (area[j] >= 0 && (node.State[j] == 1 || (node.State[j] == 0 && networks.Hubs[j].Length > 0)))
                hubsOnly[area[j]] = false;
        }

        return (areas > 0 ? area : [.. area.Select(_ => -1)], hubsOnly, hubsOnly.Count(only => only));
    }

    /// <summary>Whether nothing under such a bound is of use: a score says nothing where a set could have fewer new Hubs.</summary>
    private bool Cut(PlanNode node, double bound)
    {
        if (double.IsNegativeInfinity(bound))
            return true;
        if (_best.Set is null || node.NewHubs < _best.Value.NewHubs)
            return false;
        if (_step > 0)
            return bound < _best.Value.Score + _step - Slack;
        if (_best.More)
            _tiesOpen = false;
        return _tiesOpen ? bound < _best.Value.Score - Slack : bound <= _best.Value.Score + Slack;
    }

    /// <summary>What sums of so many terms may be off by.</summary>
    private double Slack => 1e-12 * Math.Abs(_best.Value.Score);

    private ImmutableArray<bool> Useless(PlanNode node) => _best.Set is null || _best.Value.NewHubs > node.NewHubs
        ? []
        : [.. Enumerable.Range(0, _problem.Options)
            .Select(j => node.State[j] == 2 || (!_bound.Pick.Picked(j) && _bound.Rest + _bound.Pick.Including(j) < _best.Value.Score - Slack))];

    /// <summary>Settles what the bound settles; whether anything came in, so that the bound is worth lowering again.</summary>
    private bool Fix(PlanNode node)
    {
        if (_best.Set is null)
            return false;
        double next = _bound.Pick.Next();
        var enter = new List<int>();
        for (int j = 0; j < _problem.Options; j++)
        {
            if (node.State[j] != 0)
                continue;
            if (_bound.Pick.Picked(j))
            {
                if (Cut(node, _bound.Rest + _bound.Pick.Excluding(j, next)))
                    enter.Add(j);
            }
            else if (Cut(node, _bound.Rest + _bound.Pick.Including(j)))
            {
                node.Exclude(j);
            }
        }

        foreach (int j in enter)
            node.Include(j);
        return enter.Count > 0;
    }

    /// <summary>The option that the relaxed sets are most divided about, else the one of the highest value; -1 when all is decided.</summary>
    private int Branch(PlanNode node)
    {
        int[] inside = node.In;
        var room = new PlanRoom(_problem, inside);
        bool needs = !_problem.Allows(inside);
        int best = -1;
        double most = double.NegativeInfinity;
        for (int j = 0; j < _problem.Options; j++)
        {
            if (node.State[j] != 0 || inside.Length >= _problem.Most)
                continue;
            double share = _bound.Share(j);
            double worth = share is > 0.02 and < 0.98 ? 1 + share : _bound.Pick.Picked(j) ? 0.5 : 0;
            if (worth == 0 && !needs && (!room.Takes(j) || !Adds(node, j)))
                continue;
            if (worth > most)
                (best, most) = (j, worth);
        }

        return best;
    }

    private bool Adds(PlanNode node, int option)
    {
        for (int e = _problem.Start[option]; e < _problem.Start[option + 1]; e++)
        {
            if (_problem.Gain[e] > node.Floor[_problem.Point[e]])
                return true;
        }

        return false;
    }

    private void Try(IReadOnlyList<int> set, bool climb)
    {
        if (!_problem.Allows(set))
            return;
        int[] sorted = [.. set.Order()];
        if (!_tried.Add(string.Join(',', sorted)))
            return;
        PlanValue value = _swaps.ValueOf(sorted);
        Offer(sorted, value);
        if (climb)
        {
            (int[] better, PlanValue higher) = _swaps.Improve(sorted);
            Offer(better, higher);
        }
    }

    private void Offer(int[] set, PlanValue value)
    {
        if (value.NewHubs <= _problem.MostNewHubs)
            _best.Offer(set, value);
    }

    /// <summary>Prices that make the set known worth what it is: where the steps begin.</summary>
    private void PriceAt(PlanNode root, ImmutableArray<int> set)
    {
        foreach (int j in set)
        {
            for (int e = _problem.Start[j]; e < _problem.Start[j + 1]; e++)
                root.Price[_problem.Point[e]] = Math.Max(root.Price[_problem.Point[e]], _problem.Gain[e]);
        }
    }
}
