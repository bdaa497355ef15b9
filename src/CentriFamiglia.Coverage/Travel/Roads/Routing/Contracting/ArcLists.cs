namespace CentriFamiglia.Coverage.Travel.Roads.Routing.Contracting;

/// <summary>One end of an arc or shortcut, as its other end sees it.</summary>
/// <param name="Other">Node at the far end.</param>
/// <param name="Hops">Arcs of the road graph it stands for.</param>
/// <param name="Weight">See <see cref="RoadWeight"/>.</param>
internal record struct HalfArc(int Other, int Hops, long Weight);

/// <summary>A list of half arcs for every node, all in one array; a list that outgrows its room moves to the end.</summary>
internal sealed class ArcLists(int nodes, int arcs)
{
    private readonly int[] _start = new int[nodes];
    private readonly int[] _count = new int[nodes];
    private readonly int[] _room = new int[nodes];
    private HalfArc[] _pool = new HalfArc[arcs * 2];
    private int _used;

    public Span<HalfArc> Of(int node) => _pool.AsSpan(_start[node], _count[node]);

    public void Reserve(int node, int room)
    {
        if (_used + room > _pool.Length)
            Array.Resize(ref _pool, Math.Max(_used + room, (int)Math.Min(Array.MaxLength, _pool.Length * 3L / 2)));
        Of(node).CopyTo(_pool.AsSpan(_used));
        (_start[node], _room[node]) = (_used, room);
        _used += room;
    }

    /// <summary>Adds a half arc; one to the same node is kept only when lighter.</summary>
    public void Merge(int node, HalfArc arc)
    {
        foreach (ref HalfArc known in Of(node))
        {
            if (known.Other != arc.Other)
                continue;
            if (arc.Weight < known.Weight)
                known = arc;
            return;
        }

        if (_count[node] == _room[node])
            Reserve(node, Math.Max(4, 2 * _room[node]));
        _pool[_start[node] + _count[node]++] = arc;
    }

    public void Remove(int node, int other)
    {
        Span<HalfArc> list = Of(node);
        for (int i = 0; i < list.Length; i++)
        {
            if (list[i].Other != other)
                continue;
            list[i] = list[^1];
            _count[node]--;
            return;
        }
    }
}
