namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>
/// Gates that only those pass who live behind them. One opens where it leads to roads that nothing else leads to, and those are for who
/// starts or ends there; a gate between roads that hang together without it stays shut.
/// </summary>
internal sealed class PrivateGates
{
    private readonly HashSet<int> _open = [];
    private readonly bool[] _behind;

    /// <param name="pieces">Cut at every gate.</param>
    /// <param name="gates">Nodes of the table.</param>
    public PrivateGates(RoadPieces pieces, IReadOnlySet<int> gates)
    {
        var parts = new DisjointSets(pieces.JunctionCount);
        for (int piece = 0; piece < pieces.Count; piece++)
            parts.Join(pieces[piece].From, pieces[piece].To);
        var joined = new DisjointSets(pieces.JunctionCount);
        for (int junction = 0; junction < pieces.JunctionCount; junction++)
            joined.Join(junction, parts.Root(junction));
        foreach (IGrouping<int, int> gate in Enumerable.Range(0, pieces.JunctionCount)
            .Where(junction => gates.Contains(pieces.NodeOfJunction(junction))).GroupBy(pieces.NodeOfJunction))
        {
            int[] sides = [.. gate.Select(parts.Root).Distinct()];
            if (sides.Length < 2)
                continue;
            _open.Add(gate.Key);
            foreach (int side in sides)
                joined.Join(sides[0], side);
        }

        _behind = new bool[pieces.Count];
        if (_open.Count > 0)
            FindBehind(pieces, parts, joined);
    }

    private PrivateGates() => _behind = [];

    public static PrivateGates None { get; } = new();

    public bool IsOpen(int node) => _open.Contains(node);

    /// <summary>Whether a piece is reached through a gate only.</summary>
    public bool IsBehind(int piece) => _behind.Length > 0 && _behind[piece];

    /// <summary>Of the parts that gates join the largest is outside, all others are behind.</summary>
    private void FindBehind(RoadPieces pieces, DisjointSets parts, DisjointSets joined)
    {
        int[] size = new int[pieces.JunctionCount];
        for (int piece = 0; piece < pieces.Count; piece++)
            size[parts.Root(pieces[piece].From)]++;
        var outside = new Dictionary<int, int>();
        for (int junction = 0; junction < size.Length; junction++)
        {
            int whole = joined.Root(junction);
            if (!outside.TryGetValue(whole, out int largest) || size[junction] > size[largest])
                outside[whole] = junction;
        }

        for (int piece = 0; piece < pieces.Count; piece++)
        {
            int part = parts.Root(pieces[piece].From);
            _behind[piece] = outside[joined.Root(part)] != part;
        }
    }
}
