namespace CentriFamiglia.Coverage.Travel.Roads.Routing;

/// <summary>
/// The positions that rising from some nodes can reach, with their least rising weights. Holds arrays of the whole network and serves
/// one thread, one query after the other.
/// </summary>
internal sealed class UpwardCone(RoadHierarchy hierarchy)
{
    private readonly long[] _weight = new long[hierarchy.NodeCount];
    private readonly int[] _stamp = new int[hierarchy.NodeCount];
    private int[] _members = new int[256];
    private int _count;
    private int _time;

    /// <summary>Positions of the last query, the most important first.</summary>
    public ReadOnlySpan<int> Members => _members.AsSpan(0, _count);

    /// <summary>Least rising weight of a member of the last query.</summary>
    public long WeightOf(int position) => _weight[position];

    public void Rise(IReadOnlyList<SnapLink> starts)
    {
        _time++;
        _count = 0;
        ReadOnlySpan<int> positions = hierarchy.Position.Span;
        ReadOnlySpan<int> first = hierarchy.Up.First.Span;
        ReadOnlySpan<int> other = hierarchy.Up.Other.Span;
        ReadOnlySpan<long> weights = hierarchy.Up.Weight.Span;
        foreach (SnapLink start in starts)
        {
            int at = positions[start.Node];
            Join(at);
            _weight[at] = Math.Min(_weight[at], start.Weight);
        }

        for (int i = 0; i < _count; i++)
        {
            foreach (int above in other[first[_members[i]]..first[_members[i] + 1]])
                Join(above);
        }

        // Whoever lies lower is finished before those above it.
        _members.AsSpan(0, _count).Sort();
        for (int i = _count - 1; i >= 0; i--)
        {
            int at = _members[i];
            long weight = _weight[at];
            for (int arc = first[at]; arc < first[at + 1]; arc++)
            {
                ref long above = ref _weight[other[arc]];
                above = Math.Min(above, weight + weights[arc]);
            }
        }
    }

    private void Join(int position)
    {
        if (_stamp[position] == _time)
            return;
        (_stamp[position], _weight[position]) = (_time, RoadTargets.Nowhere);
        if (_count == _members.Length)
            Array.Resize(ref _members, 2 * _count);
        _members[_count++] = position;
    }
}
