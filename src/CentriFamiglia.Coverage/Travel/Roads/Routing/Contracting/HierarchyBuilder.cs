
namespace CentriFamiglia.Coverage.Travel.Roads.Routing.Contracting;

/// <summary>
/// Contraction hierarchies: an order of the nodes by importance, and arcs ("shortcuts") added to the graph, such that between any two
/// nodes some least path first only rises in importance and then only falls. A question then looks at the few nodes above its two ends.
/// <para>
/// How: the least important node is taken out, again and again. Where a least path between two of its neighbours leads through it, a
/// shortcut of the same weight stands in for that piece. Whether it does is asked by a small search that avoids the node
/// (<see cref="WitnessSearch"/>): if that gives up too early, a needless shortcut costs room, never a wrong weight.
/// Why it is right: taking a node out so changes no distance between the nodes that remain. So in a least path an inner node that was
/// taken out before both its neighbours can be left out for a shortcut; once there is none, the path rises and then falls.
/// </para>
/// <para>
/// Nodes leave in rounds. A round takes every node that matters less than all its neighbours; none of them is a neighbour of another,
/// and no search for a way round passes through any of them, so that the order inside a round leaves no trace and the result is the
/// same on any number of threads. What a node matters: its level, and shortcuts added by arcs removed.
/// </para>
/// Source: Vetter, "Parallel Time-Dependent Contraction Hierarchies" (2009); what a node matters after Geisberger, Sanders, Schultes,
/// Delling, "Contraction Hierarchies" (2008), section on node ordering.
/// </summary>
public sealed class HierarchyBuilder
{
    private const int TrialSettleLimit = 40;
    private const int FinalSettleLimit = 200;

    // Scrambles ids without collisions, so that equal nodes in a row do not wait for one another.
    private const uint Scramble = 2654435761;

    private readonly RemainingGraph _graph;
    private readonly ulong[] _rank;
    private readonly int[] _level;
    private readonly bool[] _leaving;
    private readonly int[] _position;
    private readonly ParallelOptions _parallel;
    private int[] _remaining;

    private HierarchyBuilder(RoadGraph graph, CancellationToken cancellationToken)
    {
        _graph = new RemainingGraph(graph);
        int nodes = graph.NodeCount;
        (_rank, _level, _leaving, _position) = (new ulong[nodes], new int[nodes], new bool[nodes], new int[nodes]);
        _remaining = [.. Enumerable.Range(0, nodes)];
        _parallel = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
    }

    /// <param name="graph">Weights as it gives them; of parallel arcs the lightest counts.</param>
    /// <param name="progress">Told, in Italian, how far it is.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static RoadHierarchy Build(RoadGraph graph, IProgress<string>? progress = null, CancellationToken cancellationToken = default) =>
        new HierarchyBuilder(graph, cancellationToken).Run(progress);

    private RoadHierarchy Run(IProgress<string>? progress)
    {
        var searches = new SearchPool(_graph, _leaving);
        Rank(_remaining, searches);
        int nextReport = 0;
        while (_remaining.Length > 0)
        {
            int done = (int)(100L * (_graph.NodeCount - _remaining.Length) / _graph.NodeCount);
            if (done >= nextReport)
            {
                progress?.Report($"gerarchia della rete: {done} %");
                nextReport = done + 10;
            }

            int[] round = Array.FindAll(_remaining, MattersLeast);
            Contract(round, searches);
            Rank(Neighbours(round), searches);
        }

        return HierarchyArrays.Of(_graph, _position);
    }

    private bool MattersLeast(int node) => MattersLess(node, _graph.Out.Of(node)) && MattersLess(node, _graph.In.Of(node));

    private bool MattersLess(int node, ReadOnlySpan<HalfArc> neighbours)
    {
        foreach (HalfArc arc in neighbours)
        {
            if (_rank[arc.Other] < _rank[node])
                return false;
        }

        return true;
    }

    private void Contract(int[] round, SearchPool searches)
    {
        foreach (int node in round)
            _leaving[node] = true;
        var shortcuts = new Shortcut[round.Length][];
        searches.ForEach(round.Length, _parallel, (search, list, i) =>
        {
            search.Shortcuts(round[i], FinalSettleLimit, list);
            shortcuts[i] = [.. list];
        });

        // The least important come last; a round keeps the graph's order, which is one of places.
        int position = _remaining.Length - round.Length;
        for (int i = 0; i < round.Length; i++)
        {
            _position[round[i]] = position++;
            _graph.Detach(round[i]);
        }

        foreach (Shortcut[] made in shortcuts)
        {
            foreach (Shortcut shortcut in made)
                _graph.Add(shortcut.From, shortcut.To, shortcut.Weight, shortcut.Hops);
        }

        _remaining = Array.FindAll(_remaining, node => !_leaving[node]);
    }

    /// <summary>Raises the levels of the nodes beside a contracted round, and lists each of them once, in order.</summary>
    private int[] Neighbours(int[] round)
    {
        var found = new HashSet<int>();
        foreach (int node in round)
        {
            foreach (HalfArc arc in _graph.Out.Of(node))
                Raise(arc.Other, node);
            foreach (HalfArc arc in _graph.In.Of(node))
                Raise(arc.Other, node);
        }

        return [.. found.Order()];

        void Raise(int neighbour, int contracted)
        {
            _level[neighbour] = Math.Max(_level[neighbour], _level[contracted] + 1);
            found.Add(neighbour);
        }
    }

    private void Rank(int[] nodes, SearchPool searches) => searches.ForEach(nodes.Length, _parallel, (search, list, i) =>
    {
        int node = nodes[i];
        search.Shortcuts(node, TrialSettleLimit, list);
        _rank[node] = ((ulong)Importance(node, list) << 32) | unchecked((uint)node * Scramble);
    });

    private uint Importance(int node, List<Shortcut> added)
    {
        long addedHops = 0;
        foreach (Shortcut shortcut in added)
            addedHops += shortcut.Hops;
        (int removed, long removedHops) = (0, 0);
        foreach (HalfArc arc in _graph.Out.Of(node))
            (removed, removedHops) = (removed + 1, removedHops + arc.Hops);
        foreach (HalfArc arc in _graph.In.Of(node))
            (removed, removedHops) = (removed + 1, removedHops + arc.Hops);
        return removed == 0
            ? 0
            : (uint)((1000L * _level[node]) + (1000L * added.Count / removed) + (1000 * addedHops / removedHops));
    }
}
