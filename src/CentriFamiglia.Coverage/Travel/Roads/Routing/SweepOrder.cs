namespace CentriFamiglia.Coverage.Travel.Roads.Routing;

/// <summary>
/// The positions of a hierarchy cut into ranges in which nobody waits for another: a round of contraction is one, and the last rounds
/// hold most of the network. The positions of a long range are worked on by all processors; each is written once and reads finished
/// ones only, so that threads leave no trace in the result.
/// Source: Delling, Goldberg, Nowatzyk, Werneck, "PHAST" (2011), section on sweeping by levels.
/// </summary>
internal sealed class SweepOrder
{
    private const int ChunkSize = 1 << 13;

    private readonly int _longRange;
    private readonly List<(int Start, int End, bool Together)> _ranges = [];

    /// <param name="down">Arcs by their lower end.</param>
    /// <param name="longRange">Positions from which on a range is worth more than one processor.</param>
    public SweepOrder(HierarchyArcs down, int longRange = 1 << 16)
    {
        _longRange = longRange;
        int nodes = down.First.Length - 1;
        ReadOnlySpan<int> first = down.First.Span;
        ReadOnlySpan<int> other = down.Other.Span;
        int start = 0;
        for (int at = 0; at < nodes; at++)
        {
            foreach (int above in other[first[at]..first[at + 1]])
            {
                if (above < start)
                    continue;
                Add(start, at);
                start = at;
                break;
            }
        }

        Add(start, nodes);
    }

    /// <param name="work">Given start and end of consecutive positions, which it must go through in rising order.</param>
    public void ForEach(Action<int, int> work)
    {
        foreach ((int start, int end, bool together) in _ranges)
        {
            if (together)
                Parallel.For(0, (end - start + ChunkSize - 1) / ChunkSize, chunk => work(start + (chunk * ChunkSize), Math.Min(end, start + ((chunk + 1) * ChunkSize))));
            else
                work(start, end);
        }
    }

    private void Add(int start, int end)
    {
        bool together = end - start >= _longRange;
        if (!together && _ranges is [.., (var before, _, false)])
            _ranges[^1] = (before, end, false);
        else
            _ranges.Add((start, end, together));
    }
}
