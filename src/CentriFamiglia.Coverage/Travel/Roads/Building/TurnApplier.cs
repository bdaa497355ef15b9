namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>Turns restrictions, given by ways, into forbidden sequences of directed pieces.</summary>
internal sealed class TurnApplier(RoadPieces pieces, TurnAutomaton automaton, PiecesByJunction outgoing)
{
    /// <summary>Pieces of the ways that a restriction leads along.</summary>
    public HashSet<int> ViaPieces { get; } = [];

    /// <summary>Directed pieces at whose end a restriction demands to turn round.</summary>
    public HashSet<int> MustTurnRound { get; } = [];

    /// <returns>Null when applied, else the reason in Italian.</returns>
    public string? Apply(TurnRule rule)
    {
        string? reason = null;
        bool applied = false;
        foreach (long from in rule.From)
        {
            var found = new List<(int[] Prefix, int To)>();
            foreach (long to in rule.To)
            {
                string? refused = rule.ViaNode is { } node ? FindAtNode(from, node, to, found) : FindAlongWays(rule, from, to, found);
                reason ??= refused;
            }

            applied |= found.Count > 0;
            foreach (IGrouping<string, (int[] Prefix, int To)> same in found.GroupBy(path => string.Join(' ', path.Prefix), StringComparer.Ordinal))
                Forbid(rule, same.First().Prefix, [.. same.Select(path => path.To)], found);
        }

        return applied ? null : reason;
    }

    private string? FindAtNode(long from, long node, long to, List<(int[] Prefix, int To)> found)
    {
        int junction = pieces.JunctionAt(node);
        if (junction < 0)
            return "il nodo «via» non è un incrocio della rete";
        List<int> incoming = Directed(from, directed => pieces.HeadOf(directed) == junction);
        List<int> leaving = Directed(to, directed => pieces.TailOf(directed) == junction);
        if (Refusal(incoming, leaving) is { } refusal)
            return refusal;
        found.Add(([incoming[0]], leaving[0]));
        return null;
    }

    private string? FindAlongWays(TurnRule rule, long from, long to, List<(int[] Prefix, int To)> found)
    {
        Range[] via = [.. rule.ViaWays.Select(pieces.PiecesOfWay)];
        if (via.Any(way => way.Equals(0..0)))
            return "una delle strade non è percorribile";

        int[] along = [.. via.SelectMany(way => Enumerable.Range(way.Start.Value, way.End.Value - way.Start.Value))];
        HashSet<int> junctions = [.. along.SelectMany(piece => new[] { pieces[piece].From, pieces[piece].To })];
        List<int> incoming = Directed(from, directed => junctions.Contains(pieces.HeadOf(directed)));
        List<int> leaving = Directed(to, directed => junctions.Contains(pieces.TailOf(directed)));
        if (Refusal(incoming, leaving) is { } refusal)
            return refusal;

        List<int>? path = PathAlong(along, pieces.HeadOf(incoming[0]), pieces.TailOf(leaving[0]));
        if (path is null || via.Any(way => !path.Exists(directed => directed >> 1 >= way.Start.Value && directed >> 1 < way.End.Value)))
            return "la strada «via» non collega le altre due";
        ViaPieces.UnionWith(path.Select(directed => directed >> 1));
        found.Add(([incoming[0], .. path], leaving[0]));
        return null;
    }

    /// <summary>
    /// The fewest open pieces of the given ones, at least one, that lead from a junction to another, or round and back to it; null when
    /// none do.
    /// </summary>
    private List<int>? PathAlong(int[] along, int start, int end)
    {
        var cameBy = new Dictionary<int, int> { [start] = -1 };
        var open = new Queue<int>([start]);
        while (open.TryDequeue(out int at))
        {
            foreach (int directed in along.SelectMany(piece => new[] { 2 * piece, (2 * piece) + 1 }))
            {
                if (!pieces.IsOpen(directed) || pieces.TailOf(directed) != at || directed == (cameBy[at] ^ 1))
                    continue;
                if (pieces.HeadOf(directed) == end)
                    return PathTo(directed, cameBy);
                if (cameBy.TryAdd(pieces.HeadOf(directed), directed))
                    open.Enqueue(pieces.HeadOf(directed));
            }
        }

        return null;
    }

    private List<int> PathTo(int last, Dictionary<int, int> cameBy)
    {
        var path = new List<int>();
        for (int directed = last; directed >= 0; directed = cameBy[pieces.TailOf(directed)])
            path.Add(directed);
        path.Reverse();
        return path;
    }

    /// <summary>Closes the turns that are named, or all that no path of the restriction takes.</summary>
    private void Forbid(TurnRule rule, int[] prefix, int[] to, List<(int[] Prefix, int To)> found)
    {
        if (rule.Forbids)
        {
            automaton.Forbid(prefix, to);
            return;
        }

        int[] kept =
        [
            .. to,
            .. found.Where(path => path.Prefix.Length > prefix.Length && path.Prefix.AsSpan().StartsWith(prefix)).Select(path => path.Prefix[prefix.Length]),
        ];
        if (kept.Contains(prefix[^1] ^ 1))
            MustTurnRound.Add(prefix[^1]);
        automaton.Forbid(prefix, outgoing[pieces.HeadOf(prefix[^1])].ToArray().Except(kept));
    }

    private static string? Refusal(List<int> incoming, List<int> leaving)
    {
        if (incoming.Count == 0 || leaving.Count == 0)
            return "una delle strade non è percorribile";
        return incoming.Count > 1 || leaving.Count > 1 ? "una delle strade prosegue oltre l'incrocio: divieto ambiguo" : null;
    }

    private List<int> Directed(long way, Func<int, bool> touches)
    {
        var found = new List<int>();
        Range range = pieces.PiecesOfWay(way);
        for (int directed = 2 * range.Start.Value; directed < 2 * range.End.Value; directed++)
        {
            if (pieces.IsOpen(directed) && touches(directed))
                found.Add(directed);
        }

        return found;
    }
}
