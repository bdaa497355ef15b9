namespace CentriFamiglia.Coverage.Siting.Location;

/// <summary>
/// Exact set covering with unit costs: reductions, independent components, and in each a depth-first search with a Lagrangean bound
/// (Beasley 1987) rounded up, reduced-cost fixing, and a greedy cover guided by the multipliers. Deterministic.
/// </summary>
internal sealed class CoverSearch
{
    private const int RootSteps = 400;
    private const int NodeSteps = 60;

    private readonly Func<bool> _stop;
    private readonly CoverModel _model;
    private readonly int _most;
    private List<int>? _best;
    private int _bound;
    private int _nodes;

    private CoverSearch(CoverModel model, int most, Func<bool> stop)
    {
        (_model, _most, _stop) = (model, most, stop);
        _bound = 0;
    }

    /// <summary>The outcome.</summary>
    /// <param name="Sites">A smallest cover, ascending; null when none of at most the asked size exists (or none was found in time).</param>
    /// <param name="Bound">No cover has fewer sites; <see cref="int.MaxValue"/> when no cover exists at all.</param>
    /// <param name="Nodes">Nodes of the search.</param>
    internal sealed record Outcome(List<int>? Sites, int Bound, int Nodes);

    /// <summary>Finds a smallest cover of at most <paramref name="most"/> sites, or proves that there is none.</summary>
    public static Outcome Solve(CoverModel model, int most, Func<bool> stop)
    {
        List<int> taken = [];
        CoverModel? reduced = model.Reduce(taken);
        if (reduced is null)
            return new Outcome(null, int.MaxValue, 0);
        (int bound, int nodes) = (taken.Count, 0);
        bool found = true;
        foreach (CoverModel part in reduced.Components())
        {
            Outcome outcome = new CoverSearch(part, most - bound, stop).Run();
            nodes += outcome.Nodes;
            bound += outcome.Bound;
            found &= outcome.Sites is not null;
            taken.AddRange(outcome.Sites ?? []);
            if (bound > most)
                break;
        }

        taken.Sort();
        return new Outcome(found && bound <= most && taken.Count <= most ? taken : null, bound, nodes);
    }

    private sealed record Node(SiteState[] State, double[] Multipliers, int Bound);

    private Outcome Run()
    {
        var open = new Stack<Node>();
        open.Push(new Node(new SiteState[_model.SiteCount], StartMultipliers(), 0));
        while (open.Count > 0 && !_stop())
        {
            Node node = open.Pop();
            if (node.Bound >= Limit)
                continue;
            _nodes++;
            Visit(node, open, _nodes == 1 ? RootSteps : NodeSteps);
            if (_nodes == 1)
                _bound = Math.Min(Limit, open.Count == 0 ? Limit : open.Min(n => n.Bound));
        }

        int proved = open.Count == 0 ? Limit : Math.Max(_bound, Math.Min(Limit, open.Min(n => n.Bound)));
        return new Outcome(_best, proved, _nodes);
    }

    // A cover must have fewer sites than this to be of use.
    private int Limit => _best?.Count ?? _most + 1;

    private double[] StartMultipliers()
    {
        int[] size = new int[_model.SiteCount];
        foreach (int[] row in _model.Rows)
        {
            foreach (int site in row)
                size[site]++;
        }

        return [.. _model.Rows.Select(row => row.Min(site => 1.0 / size[site]))];
    }

    private void Visit(Node node, Stack<Node> open, int steps)
    {
        SiteState[] state = node.State;
        if (!Propagate(state, out int fixedCount, out List<int> rows))
            return;
        if (fixedCount >= Limit)
            return;
        if (rows.Count == 0)
        {
            Take(Indices(state));
            return;
        }

        double[] multipliers = node.Multipliers;
        var relaxation = new CoverBound(_model, state, rows, fixedCount);
        double value = relaxation.Run(multipliers, steps, () => Limit, Take, _stop);
        int bound = Math.Max(node.Bound, (int)Math.Ceiling(value - 1e-6));
        if (bound >= Limit)
            return;
        int branch = relaxation.LeastSure();
        if (branch < 0)
            return;
        foreach (SiteState next in new[] { SiteState.Closed, SiteState.Open })
        {
            SiteState[] child = [.. state];
            child[branch] = next;
            open.Push(new Node(child, [.. multipliers], bound));
        }
    }

    // Rows whose last free site must be opened, until nothing changes; false when a row has no site left.
    private bool Propagate(SiteState[] state, out int opened, out List<int> uncovered)
    {
        bool changed = true;
        uncovered = [];
        while (changed)
        {
            changed = false;
            uncovered.Clear();
            for (int i = 0; i < _model.Rows.Count; i++)
            {
                (bool covered, int free, int last) = Inspect(_model.Rows[i], state);
                if (covered)
                    continue;
                if (free == 0)
                {
                    opened = 0;
                    return false;
                }

                if (free == 1)
                {
                    state[last] = SiteState.Open;
                    changed = true;
                }
                else
                {
                    uncovered.Add(i);
                }
            }
        }

        opened = state.Count(s => s == SiteState.Open);
        return true;
    }

    private static (bool Covered, int Free, int Last) Inspect(int[] row, SiteState[] state)
    {
        (int free, int last) = (0, -1);
        foreach (int site in row)
        {
            if (state[site] == SiteState.Open)
                return (true, 0, -1);
            if (state[site] == SiteState.Free)
                (free, last) = (free + 1, site);
        }

        return (false, free, last);
    }

    private void Take(List<int> sites)
    {
        if (sites.Count < Limit)
            _best = [.. sites];
    }

    private static List<int> Indices(SiteState[] state)
    {
        List<int> sites = [];
        for (int j = 0; j < state.Length; j++)
        {
            if (state[j] == SiteState.Open)
                sites.Add(j);
        }

        return sites;
    }
}
