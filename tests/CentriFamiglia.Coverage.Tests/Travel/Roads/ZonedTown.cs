using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.Tests.Travel.Roads;

/// <summary>
/// A random town of crossing streets, some for those who start or end there and all others hanging together, with forbidden turns; and a
/// driver in it who remembers the last street and whether he has left the first such streets, or entered the last.
/// </summary>
internal sealed class ZonedTown
{
    private static readonly string[] _rows = ["abcd", "efgh", "ijkl", "mnop"];

    private readonly Dictionary<string, (bool ForEnds, int Seconds)> _streets = [];
    private readonly HashSet<string> _forbidden = [];

    public ZonedTown(Random random)
    {
        Roads = AsciiRoads.Map(string.Join("\n\n", _rows.Select(row => string.Join("    ", row.ToCharArray()))));
        string[] all =
        [
            .. Enumerable.Range(0, 4).SelectMany(r => Enumerable.Range(0, 3).Select(c => $"{_rows[r][c]}{_rows[r][c + 1]}")),
            .. Enumerable.Range(0, 3).SelectMany(r => Enumerable.Range(0, 4).Select(c => $"{_rows[r][c]}{_rows[r + 1][c]}")),
        ];
        random.Shuffle(all);

        // The streets that join letters not yet joined are open, of the others many are not.
        Dictionary<char, char> town = Letters.ToDictionary(letter => letter);
        foreach (string street in all)
        {
            bool joins = town[street[0]] != town[street[1]];
            (char from, char to) = (town[street[0]], town[street[1]]);
            foreach (char letter in Letters.Where(letter => town[letter] == from && joins))
                town[letter] = to;
            bool forEnds = !joins && random.Next(3) > 0;
            _streets[street] = (forEnds, street[1] - street[0] == 1 ? 50 : 20);
            Roads.Way(street, forEnds ? "highway=residential motor_vehicle=destination" : "highway=residential");
        }

        for (int i = 0; i < 6; i++)
            Forbid(random);
    }

    public AsciiRoads Roads { get; }

    public char[] Letters { get; } = [.. string.Concat(_rows)];

    public RoadNetwork Build() => Roads.Build(AsciiRoads.Plain with { UTurns = null });

    public override string ToString() =>
        string.Join(' ', _streets.Where(street => street.Value.ForEnds).Select(street => street.Key)) + " | " + string.Join(' ', _forbidden);

    /// <summary>Seconds to every letter that is reached, by the rule or as if all streets were open.</summary>
    public Dictionary<char, int> From(char start, bool rule)
    {
        var seconds = new Dictionary<char, int>();
        var done = new HashSet<(string Path, int Phase)>();
        var open = new PriorityQueue<(string Path, int Phase), int>([(($"{start}", 0), 0)]);
        while (open.TryDequeue(out (string Path, int Phase) at, out int time))
        {
            if (!done.Add(at))
                continue;
            char here = at.Path[^1];
            seconds.TryAdd(here, time);
            foreach ((string street, (bool forEnds, int lasts)) in _streets.Where(street => street.Key.Contains(here, StringComparison.Ordinal)))
            {
                char next = street[0] == here ? street[1] : street[0];
                int phase = (forEnds, at.Phase) switch
                {
                    (true, 0) => 0,
                    (true, _) => 2,
                    (false, 2) => -1,
                    _ => 1,
                };
                if ((!rule || phase >= 0) && !_forbidden.Contains(at.Path + next))
                    open.Enqueue(($"{here}{next}", rule ? phase : 0), time + lasts);
            }
        }

        return seconds;
    }

    private void Forbid(Random random)
    {
        string[] streets = [.. _streets.Keys];
        string from = streets[random.Next(streets.Length)];
        string[] after = [.. streets.Where(street => street != from && street.Contains(from[1], StringComparison.Ordinal))];
        string to = after[random.Next(after.Length)];
        if (_forbidden.Add($"{from}{to.Replace($"{from[1]}", "", StringComparison.Ordinal)}"))
            Roads.Turn("no_left_turn", from, $"{from[1]}", to);
    }
}
