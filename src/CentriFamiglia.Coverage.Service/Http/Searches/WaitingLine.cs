namespace CentriFamiglia.Coverage.Service.Http.Searches;

/// <summary>
/// Searches that wait for a thread. Clients take turns, whoever asked more; of one client's the oldest comes first. Where the line is
/// full, who has more in it than the newcomer gives up the newest. Not thread-safe.
/// </summary>
/// <param name="most">Length of the line.</param>
internal sealed class WaitingLine(int most)
{
    private readonly List<Search> _line = [];
    private readonly Dictionary<string, long> _served = new(StringComparer.Ordinal);
    private long _turn;

    public int Count => _line.Count;

    public IReadOnlyList<Search> All => _line;

    /// <summary>Whether there is a place for it. </summary>
    /// <param name="search">Of one client.</param>
    /// <param name="given">The search that gave up its place; null for none.</param>
    public bool TryAdd(Search search, out Search? given)
    {
        given = null;
        if (_line.Count >= most)
        {
            string client = search.Clients.First();
            given = _line.GroupBy(s => s.Clients.First(), StringComparer.Ordinal).OrderByDescending(g => g.Count())
                .Where(g => g.Count() > Of(client) + 1)
                .Select(g => g.LastOrDefault(s => s.Clients.Count == 1))
                .FirstOrDefault(s => s is not null);
            if (given is null)
                return false;
            _line.Remove(given);
        }

        _line.Add(search);
        return true;
    }

    /// <summary>The next one, taken out; null when none waits.</summary>
    public Search? Next()
    {
        if (_line.MinBy(s => s.Clients.Min(Turn)) is not { } next)
            return null;
        _line.Remove(next);
        _turn++;
        foreach (string client in next.Clients)
            _served[client] = _turn;
        // Who has nothing in the line has no turn to be told apart by.
        foreach (string gone in _served.Keys.Where(c => _turn - _served[c] > most && Of(c) == 0).ToList())
            _served.Remove(gone);
        return next;
    }

    public bool Remove(Search search) => _line.Remove(search);

    private int Of(string client) => _line.Count(s => s.Clients.Contains(client));

    private long Turn(string client) => _served.GetValueOrDefault(client);
}
