using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Covering;

/// <summary>
/// Covering, exactly: the fewest sites within the limit of every demand (Toregas et al. 1971), or most weight within it by p sites
/// (Church, ReVelle 1974). One form holds both, <see cref="CoverProgram"/>: sites have a cost, and uncovered rows a penalty.
/// <para>
/// First what needs no search goes: a demand covered whenever another is, a site that covers no more than another
/// (<see cref="CoverReduction"/>). A good choice comes by swaps (<see cref="CoverSwaps"/>). Then sites may be opened by fractions: that
/// linear program is easy, and its value is a bound, since whole choices are among the fractional ones. Small ones are solved by the
/// simplex method, large ones bounded by subgradient steps; either way the bound is counted again from the multipliers alone, so that it
/// does not rest on rounding. Sites whose other state would lift it past the choice known are settled, and the problem reduced again.
/// What is left is tried open and closed, depth first, until no half can hold anything better.
/// </para>
/// Sequential and free of clocks but for the stop signal: the same input gives the same sites.
/// </summary>
internal sealed class CoverTree
{
    private const int RootSteps = 400;
    private const int NodeSteps = 60;
    private const long MostSearch = 6_000_000;
    private const long SearchPerPair = 400;
    private const int PolishEvery = 25;
    private const int Kicks = 5;
    private const int LeastEvery = 8;
    private const int FewNodes = 30;

    private readonly CoverProgram _program;
    private readonly CoverIncumbent _best;
    private readonly CoverRelaxation _relaxation;
    private readonly CoverBranching? _branching;
    private readonly CoverSimplex? _simplex;
    private readonly List<Node> _open = [];
    private readonly double[] _multipliers;
    private readonly long _searchWork;
    private readonly bool _exchange;
    private double[] _rootMultipliers = [];
    private readonly SiteState[] _proved;
    private double _beaten;
    private int _nodes;

    private CoverTree(CoverProgram program, CoverIncumbent best, bool simplex)
    {
        (_program, _best) = (program, best);
        _relaxation = new CoverRelaxation(program);
        _multipliers = new double[program.Rows.Count];
        _proved = [.. program.Start];
        _exchange = CoverExchange.Suits(program);
        _searchWork = Math.Min(MostSearch, SearchPerPair * (program.Free + program.Rows.Sum(row => (long)row.Length)));
        if (!simplex)
            return;
        _simplex = new CoverSimplex(program);
        _branching = new CoverBranching(program, _simplex);
    }

    private sealed record Node(SiteState[] State, double Bound, double[]? Multipliers);

    /// <summary>When to relax by the simplex method, by the cells of its dictionary; else by subgradient steps.</summary>
    /// <param name="AtOnce">Up to so many from the beginning.</param>
    /// <param name="AfterSteps">Up to so many once the steps have fixed what they can.</param>
    internal readonly record struct SimplexUse(long AtOnce, long AfterSteps)
    {
        public static SimplexUse Usual { get; } = new(400_000, 4_000_000);
    }

    /// <summary>Proves the best choice, then looks for others of the same value.</summary>
    /// <param name="most">A choice with a value above it is of no use.</param>
    /// <param name="known">Choices to start from.</param>
    /// <param name="stop">Asked often.</param>
    /// <param name="alternateWork">How much to spend on other optima, in cells of the simplex dictionary; 0 for none.</param>
    /// <param name="use">When to relax by the simplex method; null for the usual.</param>
    /// <param name="enough">A choice with this value or a lesser one ends the search: nothing better is wanted.</param>
    /// <param name="work">How much to spend on the proof, in cells of the simplex dictionary; 0 for the first node only.</param>
    public static SearchOutcome Solve(
        CoverProgram program,
        double most,
        IEnumerable<bool[]> known,
        Func<bool> stop,
        long alternateWork,
        SimplexUse? use = null,
        double enough = double.NegativeInfinity,
        long work = long.MaxValue)
    {
        SimplexUse simplex = use ?? SimplexUse.Usual;
        var best = new CoverIncumbent(program, most, stop, enough);
        foreach (bool[] open in known)
            best.Take(open);
        (double bound, int nodes) = program.Base > best.Threshold ? (double.PositiveInfinity, 0) : Explore(program, best, simplex, work);
        bool complete = false;
        if (bound > best.Threshold && best.Optima.Count > 0 && alternateWork > 0 && !best.Stop)
        {
            best.Enumerating = true;
            (double rest, int more) = Explore(program, best, simplex, alternateWork);
            (nodes, complete) = (nodes + more, double.IsPositiveInfinity(rest) && !best.Full);
            best.Enumerating = false;
        }

        if (bound > best.Threshold)
            bound = best.Value;
        else if (program.Integral)
            bound = Math.Ceiling(bound - 1e-6 - program.Slack);
        return new SearchOutcome(best.Value, Math.Min(bound, best.Value), [.. best.Optima], complete, nodes);
    }

    // Looks at every choice that could be wanted, at least as long as the work lasts: the bound of what was not looked at.
    private static (double Bound, int Nodes) Explore(CoverProgram whole, CoverIncumbent best, SimplexUse use, long work)
    {
        CoverProgram? program = CoverReduction.Smallest(whole, dominance: !best.Enumerating, () => best.Stop);
        while (program is not null)
        {
            if (best.Stop)
                return (program.Base, 0);
            long cells = CoverSimplex.Cells(program);
            // Other choices are looked for with so much work and no more: a relaxation that alone takes more is of no use.
            bool simplex = cells <= use.AfterSteps && (!best.Enumerating || cells * (program.Rows.Count + program.Free) / 4 <= work);
            var tree = new CoverTree(program, best, simplex && cells <= use.AtOnce);
            SiteState[] state = [.. program.Start];
            double bound = tree.Root(state);
            if (bound > best.Threshold)
                return (double.PositiveInfinity, 1);
            if (best.Stop)
                return (bound, 1);
            int free = state.Count(s => s == SiteState.Free);
            bool smaller = free <= 0.8 * program.Free;
            if (!smaller && simplex && tree._simplex is null)
            {
                tree = new CoverTree(program, best, simplex: true);
                bound = tree.Root(state);
                if (bound > best.Threshold)
                    return (double.PositiveInfinity, 1);
                free = state.Count(s => s == SiteState.Free);
                smaller = free <= 0.8 * program.Free;
            }

            if (!smaller)
                return (tree.Prove(state, bound, work), tree._nodes);
            CoverProgram restricted = program with { Start = state };
            program = CoverReduction.Smallest(restricted, dominance: !best.Enumerating, () => best.Stop);
        }

        return (double.PositiveInfinity, 0);
    }

    private double Root(SiteState[] state)
    {
        if (Decided(state, out bool[] only))
        {
            _best.Take(only);
            return double.PositiveInfinity;
        }

        if (!_best.Enumerating && _best.Optima.Count == 0)
            Polish([.. state.Select(s => s == SiteState.Open)], double.NegativeInfinity);
        double bound = Bound(state, _relaxation.StartMultipliers(), RootSteps);
        if (!_best.Enumerating && bound <= _best.Threshold)
        {
            Polish(Likely(state), bound);
            _relaxation.Evaluate(state, _multipliers);
            _relaxation.Fix(state, bound, _best.Threshold);
        }

        _rootMultipliers = [.. _multipliers];
        state.CopyTo(_proved, 0);
        return bound;
    }

    // A small tree proves most; what it does not is gone over from one end to the other, and what that does not is left to the whole tree.
    private double Prove(SiteState[] state, double bound, long work)
    {
        _beaten = _best.Value;
        _open.Add(new Node([.. state], bound, _simplex is null ? [.. _multipliers] : null));
        if (work < long.MaxValue || _best.Enumerating || !CoverSweep.Suits(_program))
            return Search(work);
        double few = Search(FewNodes * Math.Max(1, CoverSimplex.Cells(_program)) * NodeSteps);
        if (few > _best.Threshold || _best.Stop)
            return few;
        double swept = CoverSweep.Run(_program, _rootMultipliers, state, _best);
        return swept > _best.Threshold ? double.PositiveInfinity : Math.Max(swept, Search(work));
    }

    private double Search(long work)
    {
        long cells = Math.Max(1, CoverSimplex.Cells(_program));
        while (_open.Count > 0 && !_best.Stop && !(_best.Enumerating && _best.Full) && Work(cells) < work)
        {
            Node node = Next();
            if (node.Bound > _best.Threshold)
                continue;
            _nodes++;
            Visit(node);
        }

        return _open.Count == 0 ? double.PositiveInfinity : _open.Min(node => node.Bound);
    }

    // Depth first, which soon meets whole choices and keeps few nodes; from time to time the one with the least bound, from which the search
    // goes on in depth again: else the bound of all would stay that of the first nodes set aside.
    private Node Next()
    {
        int at = _open.Count - 1;
        if (_nodes % LeastEvery == LeastEvery - 1)
        {
            for (int k = 0; k < _open.Count; k++)
                at = _open[k].Bound < _open[at].Bound ? k : at;
        }

        Node node = _open[at];
        _open.RemoveAt(at);
        return node;
    }

    private long Work(long cells) => cells * (_nodes + (_branching?.Pivots ?? (NodeSteps * (long)_nodes)));

    private void Visit(Node node)
    {
        SiteState[] state = node.State;
        if (!Agree(state))
            return;
        if (Decided(state, out bool[] only))
        {
            _best.Take(only);
            return;
        }

        double bound = Math.Max(node.Bound, Bound(state, node.Multipliers, NodeSteps));
        if (_best.Stop)
        {
            _open.Add(node with { Bound = bound });
            return;
        }

        if (bound > _best.Threshold)
            return;
        if (_nodes % PolishEvery == 0 && !_best.Enumerating)
            Polish(Likely(state), bound);
        int branch = _branching is null ? LeastSure(state) : _branching.Choose(state, _best);
        if (branch < 0)
            branch = Array.FindIndex(state, s => s == SiteState.Free);
        if (branch < 0)
        {
            // What was fixed on the way left one choice.
            _best.Take([.. state.Select(s => s == SiteState.Open)]);
            return;
        }

        bool likely = (_simplex?.Value(branch) ?? _relaxation.Frequency[branch]) >= 0.5;
        Push(node, state, branch, likely ? SiteState.Closed : SiteState.Open, bound);
        Push(node, state, branch, likely ? SiteState.Open : SiteState.Closed, bound);
    }

    private void Push(Node node, SiteState[] state, int site, SiteState to, double bound)
    {
        SiteState[] next = [.. state];
        next[site] = to;
        _open.Add(new Node(next, bound, node.Multipliers is null ? null : [.. node.Multipliers]));
    }

    // The bound of a node; sites that it decides are marked, and choices met on the way are taken.
    private double Bound(SiteState[] state, double[]? multipliers, int steps)
    {
        if (_simplex is null)
        {
            double reached = _relaxation.Ascend(state, multipliers!, steps, _best.Value, _best.Threshold, () => _best.Stop);
            multipliers!.CopyTo(_multipliers, 0);
            return reached;
        }

        _simplex.Set(state);
        double cutoff = _best.Threshold + (1e-5 * Math.Max(1, Math.Abs(_best.Threshold)));
        CoverSimplex.Ending ending = _simplex.Run(cutoff, MostPivots, () => _best.Stop);
        double bound = Counted(state);
        if (bound <= _best.Threshold && ending != CoverSimplex.Ending.Optimal && !_best.Stop)
        {
            // The count does not confirm it: on to the end.
            ending = _simplex.Run(double.PositiveInfinity, MostPivots, () => _best.Stop);
            bound = Math.Max(bound, Counted(state));
        }

        if (bound <= _best.Threshold && ending == CoverSimplex.Ending.Optimal && Whole(out bool[] open))
        {
            _best.Take(open);
            bound = Math.Max(bound, Counted(state));
        }

        return bound;
    }

    private int MostPivots => 20 * (_program.Rows.Count + _program.Free + 10);

    private double Counted(SiteState[] state)
    {
        _simplex!.Multipliers(_multipliers);
        double bound = _relaxation.Evaluate(state, _multipliers);
        if (bound <= _best.Threshold)
            _relaxation.Fix(state, bound, _best.Threshold);
        return bound;
    }

    private bool Whole(out bool[] open)
    {
        open = new bool[_program.SiteCount];
        for (int j = 0; j < open.Length; j++)
        {
            double value = _simplex!.Value(j);
            if (value is > 1e-6 and < 1 - 1e-6)
                return false;
            open[j] = value > 0.5;
        }

        return true;
    }

    // What the root decides with the best value of now; false when the node contradicts it.
    private bool Agree(SiteState[] state)
    {
        if (_best.Value < _beaten)
        {
            _beaten = _best.Value;
            double bound = _relaxation.Evaluate(_proved, _rootMultipliers);
            _relaxation.Fix(_proved, bound, _best.Threshold);
        }

        for (int j = 0; j < state.Length; j++)
        {
            if (_proved[j] == SiteState.Free || state[j] == _proved[j])
                continue;
            if (state[j] != SiteState.Free)
                return false;
            state[j] = _proved[j];
        }

        return true;
    }

    private bool Decided(SiteState[] state, out bool[] only)
    {
        int open = state.Count(s => s == SiteState.Open);
        int free = state.Count(s => s == SiteState.Free);
        bool all = _program.P is { } p && open + free <= p;
        only = [.. state.Select(s => s == SiteState.Open || (s == SiteState.Free && all))];
        return free == 0 || all || open >= _program.P;
    }

    private bool[] Likely(SiteState[] state)
    {
        bool[] open = [.. state.Select(s => s == SiteState.Open)];
        for (int j = 0; j < open.Length; j++)
            open[j] |= state[j] == SiteState.Free && (_simplex is null ? _relaxation.Frequency[j] : _simplex.Value(j)) > 0.4;
        return open;
    }

    // Local search; without p, for covers of one site fewer again and again.
    private void Polish(bool[] start, double bound)
    {
        if (_exchange)
            _best.Take(CoverExchange.Improve(_program, start, Kicks, (uint)_nodes, () => _best.Stop));
        if (_program.P is not null)
        {
            if (CoverSwaps.Improve(_program, start, bound, _searchWork, () => _best.Stop) is { } found)
                _best.Take(found);
            return;
        }

        if (CoverSwaps.Greedy(_program, start) is not { } from)
            return;
        _best.Take(from);
        int fewest = (int)Math.Ceiling(Math.Max(bound, _program.Opened) - 1e-6);
        for (int p = (int)Math.Min(_best.Value, from.Count(open => open)) - 1; p >= fewest && !_best.Stop; p--)
        {
            if (CoverSwaps.Improve(_program with { P = p, SiteCost = 0 }, from, 0, _searchWork, () => _best.Stop) is not { } found)
                return;
            _best.Take(found);
            from = found;
        }
    }

    private int LeastSure(SiteState[] state)
    {
        int best = -1;
        for (int j = 0; j < state.Length; j++)
        {
            if (state[j] == SiteState.Free
                && (best < 0 || Math.Abs(_relaxation.Frequency[j] - 0.5) < Math.Abs(_relaxation.Frequency[best] - 0.5)))
            {
                best = j;
            }
        }

        return best;
    }
}
