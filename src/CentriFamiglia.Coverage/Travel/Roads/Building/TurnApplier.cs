namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>Turns restrictions, given by ways, into forbidden sequences of directed pieces.</summary>
internal sealed class TurnApplier(RoadPieces pieces, TurnAutomaton automaton, PiecesByJunction outgoing)
{
    /// <returns>Null when applied, else the reason in Italian.</returns>
    public string? Apply(TurnRule rule)
    {
        string? reason = null;
        bool applied = false;
        foreach (long from in rule.From)
        {
            foreach (long to in rule.To)
            {
                string? refused = rule.ViaNode is { } node ? ApplyAtNode(rule, from, node, to) : ApplyAlongWay(rule, from, to);
                applied |= refused is null;
                reason ??= refused;
            }
        }

        return applied ? null : reason;
    }

    private string? ApplyAtNode(TurnRule rule, long from, long node, long to)
    {
        int junction = pieces.JunctionAt(node);
        if (junction < 0)
            return "il nodo «via» non è un incrocio della rete";
        List<int> incoming = Directed(from, directed => pieces.HeadOf(directed) == junction);
        List<int> leaving = Directed(to, directed => pieces.TailOf(directed) == junction);
        return Refusal(incoming, leaving) ?? Forbid(rule, [incoming[0]], leaving[0]);
    }

    private string? ApplyAlongWay(TurnRule rule, long from, long to)
    {
        Range via = pieces.PiecesOfWay(rule.ViaWays[0]);
        if (via.Equals(0..0))
            return "una delle strade non è percorribile";

        int[] junctions = JunctionsAlong(via);
        List<int> incoming = Directed(from, directed => junctions.Contains(pieces.HeadOf(directed)));
        List<int> leaving = Directed(to, directed => junctions.Contains(pieces.TailOf(directed)));
        if (Refusal(incoming, leaving) is { } refusal)
            return refusal;

        int start = Array.IndexOf(junctions, pieces.HeadOf(incoming[0]));
        int end = Array.IndexOf(junctions, pieces.TailOf(leaving[0]));
        var prefix = new List<int> { incoming[0] };
        for (int i = start; i < end; i++)
            prefix.Add(2 * (via.Start.Value + i));
        for (int i = start; i > end; i--)
            prefix.Add((2 * (via.Start.Value + i - 1)) + 1);
        return prefix.Count > 1 && prefix.TrueForAll(pieces.IsOpen)
            ? Forbid(rule, [.. prefix], leaving[0])
            : "la strada «via» non collega le altre due";
    }

    private string? Forbid(TurnRule rule, int[] prefix, int to)
    {
        int junction = pieces.HeadOf(prefix[^1]);
        automaton.Forbid(prefix, rule.Forbids ? [to] : outgoing[junction].ToArray().Where(directed => directed != to));
        return null;
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

    /// <summary>Junctions along a way; cut short where the way has a gap.</summary>
    private int[] JunctionsAlong(Range way)
    {
        var junctions = new List<int> { pieces[way.Start.Value].From };
        for (int piece = way.Start.Value; piece < way.End.Value && pieces[piece].From == junctions[^1]; piece++)
            junctions.Add(pieces[piece].To);
        return [.. junctions];
    }
}
