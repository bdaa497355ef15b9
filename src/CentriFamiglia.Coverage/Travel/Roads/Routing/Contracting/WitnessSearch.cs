namespace CentriFamiglia.Coverage.Travel.Roads.Routing.Contracting;

/// <summary>
/// Finds the shortcuts that a node leaves behind: a pair of its neighbours needs one unless a path as light avoids the node. The
/// search for such a path is bounded; giving up adds a shortcut too many and never a wrong weight. One per thread.
/// </summary>
internal sealed class WitnessSearch(RemainingGraph graph, bool[] leaving)
{
    private readonly IndexedHeap _heap = new(graph.NodeCount);
    private readonly long[] _weight = new long[graph.NodeCount];
    private readonly int[] _stamp = new int[graph.NodeCount];
    private int _time;

    /// <param name="node">Node to be contracted.</param>
    /// <param name="settleLimit">Nodes settled per neighbour before the search gives up.</param>
    /// <param name="shortcuts">Filled with what must be added.</param>
    public void Shortcuts(int node, int settleLimit, List<Shortcut> shortcuts)
    {
        shortcuts.Clear();
        ReadOnlySpan<HalfArc> arriving = graph.In.Of(node);
        ReadOnlySpan<HalfArc> departing = graph.Out.Of(node);
        foreach (HalfArc from in arriving)
        {
            long farthest = 0;
            int targets = 0;
            foreach (HalfArc to in departing)
            {
                if (to.Other == from.Other)
                    continue;
                farthest = Math.Max(farthest, to.Weight);
                targets++;
            }

            if (targets == 0)
                continue;
            Search(from.Other, node, from.Weight + farthest, settleLimit);
            foreach (HalfArc to in departing)
            {
                if (to.Other != from.Other && !Reached(to.Other, from.Weight + to.Weight))
                    shortcuts.Add(new Shortcut(from.Other, to.Other, from.Weight + to.Weight, from.Hops + to.Hops));
            }
        }
    }

    private bool Reached(int node, long within) => _stamp[node] == _time && _weight[node] <= within;

    private void Search(int from, int avoided, long limit, int settleLimit)
    {
        _time++;
        _heap.Clear();
        Reach(from, 0);
        for (int settled = 0; settled < settleLimit && _heap.Count > 0; settled++)
        {
            int node = _heap.Take();
            long weight = _weight[node];
            foreach (HalfArc arc in graph.Out.Of(node))
            {
                if (arc.Other != avoided && !leaving[arc.Other] && weight + arc.Weight <= limit)
                    Reach(arc.Other, weight + arc.Weight);
            }
        }
    }

    private void Reach(int node, long weight)
    {
        if (_stamp[node] == _time && weight >= _weight[node])
            return;
        (_stamp[node], _weight[node]) = (_time, weight);
        _heap.Offer(node, weight);
    }
}

/// <summary>An arc that stands for a path through contracted nodes.</summary>
internal readonly record struct Shortcut(int From, int To, long Weight, int Hops);
