using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Median;

/// <summary>
/// The p-median, exactly: which p sites make the weighted cost from each demand to its nearest open site least (Hakimi 1964).
/// <para>
/// A good choice comes first, by swapping one open site for a closed one while that helps (<see cref="Interchange"/>). Then a bound that
/// no choice can go below (<see cref="MedianBound"/>). Where opening, or closing, one site lifts the bound above the choice known, that
/// site is settled; usually few are left. One of these, the one the bound is least sure of, is tried both open and closed, each half
/// with a bound of its own, depth first. A half whose bound is not below the choice known holds nothing better: when none is left, the
/// choice is proved best, and whenever the search is stopped the least bound of what is left says how far it can be from it.
/// </para>
/// Several nodes are looked at at once, each with what was known before any of them: the same input
/// gives the same sites and the same nodes, whatever the number of processors.
/// </summary>
internal sealed class MedianSearch
{
    private const int RootSteps = 1500;
    private const double RootLength = 1.5;
    private const double AgainLength = 0.1;
    private const int AtOnce = 8;
    private const int FirstKicks = 10;
    private const int Kicks = 60;
    private const int FirstShake = 50;

    private readonly MedianIncumbent _best;
    private readonly int _siteCount;
    private readonly ParallelOptions _processors;
    private readonly List<MedianNode> _open = [];

    private MedianSearch(MedianModel model, int siteCount, Func<bool> stop, int processors)
    {
        _siteCount = siteCount;
        _processors = new ParallelOptions { MaxDegreeOfParallelism = processors };
        var one = new Lock();
        _best = new MedianIncumbent(model.Integral, model.Slack, Asked);

        // The caller need not expect to be asked from several threads.
        bool Asked()
        {
            lock (one)
                return stop();
        }
    }

    /// <summary>Proves the best choice, then looks for others of the same value within a fixed number of nodes.</summary>
    /// <param name="siteCount">Sites of the question.</param>
    /// <param name="stop">Asked at every step, by one thread at a time.</param>
    /// <param name="alternateNodes">Nodes to spend on other optima.</param>
    /// <param name="known">A choice of the model's sites to start from besides the greedy one; null for none.</param>
    /// <param name="processors">Most nodes to look at at the same time; -1 for as many as there are processors.</param>
    public static SearchOutcome Solve(
        MedianModel model, int siteCount, Func<bool> stop, int alternateNodes, bool[]? known = null, int processors = -1)
    {
        var search = new MedianSearch(model, siteCount, stop, processors);
        double[] multipliers = MedianStart.Multipliers(model, MedianStart.Find(model, search._best, FirstKicks, known: known));
        (double bound, int nodes) = search.Explore(model, multipliers, int.MaxValue);
        bool complete = false;
        if (bound >= search._best.Value && alternateNodes > 0 && !search._best.Stop)
        {
            search._best.Enumerating = true;
            (double rest, int more) = search.Explore(model, multipliers, alternateNodes);
            nodes += more;
            complete = double.IsPositiveInfinity(rest) && !search._best.Full;
            bound = search._best.Value;
        }

        // Whole costs make whole values.
        if (model.Integral)
            bound = Math.Ceiling(bound - 1e-6 - model.Slack);
        return new SearchOutcome(search._best.Value, Math.Min(bound, search._best.Value), [.. search._best.Optima], complete, nodes);
    }

    // The bound of what was not looked at; the multipliers become those of the root.
    private (double Bound, int Nodes) Explore(MedianModel model, double[] multipliers, int mostNodes)
    {
        MedianVisit[] visits = [.. Enumerable.Range(0, AtOnce).Select(_ => new MedianVisit(model))];
        var branching = new MedianBranching(_siteCount);
        var whole = new MedianNode(model, new SiteState[_siteCount], multipliers, new double[_siteCount], model.Least());
        MedianNode? root = Root(whole, visits[0], RootSteps, RootLength);
        root?.Multipliers.CopyTo(multipliers, 0);
        for (double before = double.PositiveInfinity; root is not null && _best.Value < before && !_best.Enumerating && !_best.Stop;)
        {
            // Among the sites that are left a dive or a search by swaps costs little, and each better value leaves fewer.
            before = _best.Value;
            visits[0].Dive(root, _best);
            _best.Merge(visits[0].Found);
            if (_best.Value == before)
                MedianStart.Find(root.From.Restrict(root.State), _best, Kicks);
            if (_best.Value < before)
                root = Root(root, visits[0], RootSteps, AgainLength);
        }

        (int nodes, int steady, int shakeAt) = (1, 0, FirstShake);
        while (_open.Count > 0 && nodes < mostNodes && !_best.Stop && !(_best.Enumerating && _best.Full))
        {
            // Few at first: what one dive finds shortens the next.
            int most = Math.Min(Math.Clamp(steady / AtOnce, 1, AtOnce), mostNodes - nodes);
            List<MedianNode> batch = [];
            while (batch.Count < most && _open.Count > 0)
            {
                MedianNode node = _open[^1];
                _open.RemoveAt(_open.Count - 1);
                if (node.Bound <= _best.Threshold)
                    batch.Add(node);
            }

            (nodes, steady) = (nodes + batch.Count, steady + batch.Count);
            double before = _best.Value;
            Parallel.For(0, batch.Count, _processors, k => visits[k].Divide(batch[k], _best, branching));
            for (int k = batch.Count - 1; k >= 0; k--)
            {
                _best.Merge(visits[k].Found);
                branching.Learn(visits[k].Trials);
                _open.AddRange(visits[k].Left);
            }

            if (nodes >= shakeAt && root is not null && !_best.Enumerating)
            {
                // Where the bound alone does not close the search, what is missing is often a better choice.
                shakeAt *= 2;
                MedianStart.Find(root.From.Restrict(root.State), _best, Kicks, (uint)nodes);
            }

            // With a better value to beat the root fixes more sites: cheaper than carrying the old tree on.
            if (_best.Value == before || _best.Enumerating || _best.Stop || root is null)
                continue;
            steady = 0;
            root = Root(root, visits[0], RootSteps, AgainLength);
        }

        return (_open.Count == 0 ? double.PositiveInfinity : _open.Min(node => node.Bound), nodes);
    }

    // What is left of the root is all that there is to look at.
    private MedianNode? Root(MedianNode node, MedianVisit visit, int steps, double length)
    {
        _open.Clear();
        MedianNode? left = visit.Narrow(node, steps, length, _best);
        _best.Merge(visit.Found);
        if (left is not null)
            _open.Add(left);
        return left;
    }
}
