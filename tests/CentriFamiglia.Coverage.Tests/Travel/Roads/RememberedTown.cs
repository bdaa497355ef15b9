using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.Tests.Travel.Roads;

/// <summary>A random town of crossing streets with forbidden turns, and a driver in it who remembers the last three streets.</summary>
internal sealed class RememberedTown
{
    private const int Memory = 3;

    private static readonly string[] _rows = ["abcd", "efgh", "ijkl", "mnop"];

    private readonly Dictionary<string, (string Tags, int Seconds)> _streets = [];
    private readonly List<(string Path, bool Only, string To)> _turns = [];
    private readonly Dictionary<(char, int), char[]> _ahead = [];
    private readonly int _turnSeconds;

    public RememberedTown(Random random, int turnSeconds)
    {
        _turnSeconds = turnSeconds;
        Roads = AsciiRoads.Map(string.Join("\n\n", _rows.Select(row => string.Join("    ", row.ToCharArray()))));
        for (int r = 0; r < 4; r++)
        {
            for (int c = 0; c < 4; c++)
            {
                if (c < 3)
                    Lay($"{_rows[r][c]}{_rows[r][c + 1]}", 50, random);
                if (r < 3)
                    Lay($"{_rows[r][c]}{_rows[r + 1][c]}", 20, random);
            }
        }

        for (int i = 0; i < 6; i++)
            Restrict(random);
    }

    public AsciiRoads Roads { get; }

    public IEnumerable<char> Letters => _streets.Keys.SelectMany(street => street).Distinct().Order();

    public RoadNetwork Build() => Roads.Build(AsciiRoads.Plain with { UTurns = AsciiRoads.Plain.UTurns! with { Seconds = _turnSeconds } });

    public override string ToString() =>
        string.Join(' ', _streets.Select(street => $"{street.Key}[{street.Value.Tags}]")) + " | " + string.Join(' ', _turns) + $" | {_turnSeconds}";

    /// <summary>Seconds to every junction that is reached.</summary>
    public Dictionary<char, int> From(char start)
    {
        var seconds = new Dictionary<char, int> { [start] = 0 };
        var least = new Dictionary<string, int>(StringComparer.Ordinal) { [$"{start}"] = 0 };
        var open = new PriorityQueue<string, int>([($"{start}", 0)]);
        while (open.TryDequeue(out string? path, out int at))
        {
            if (at > least[path])
                continue;
            foreach (char next in Ahead(path[^1]))
            {
                if (LossOf(path, next) is not { } lost)
                    continue;
                string driven = path + next;
                driven = driven[Math.Max(0, driven.Length - Memory - 1)..];
                int then = at + lost + Street(path[^1], next).Seconds;
                if (least.TryGetValue(driven, out int known) && known <= then)
                    continue;
                least[driven] = then;
                seconds[next] = Math.Min(then, seconds.GetValueOrDefault(next, int.MaxValue));
                open.Enqueue(driven, then);
            }
        }

        return seconds;
    }

    private void Lay(string street, int seconds, Random random)
    {
        if (random.Next(8) == 0)
            return;
        string tags = (random.Next(3) == 0 ? "highway=service" : "highway=residential") + (random.Next(10) == 0 ? " oneway=yes" : "");
        _streets[street] = (tags, seconds);
        Roads.Way(street, tags);
    }

    private void Restrict(Random random)
    {
        char[] letters = [.. Letters];
        string path = $"{letters[random.Next(letters.Length)]}";
        int length = random.Next(3) == 0 ? 4 : 3;
        while (path.Length < length)
        {
            char[] ahead = [.. Ahead(path[^1])];
            if (ahead.Length == 0)
                return;
            path += ahead[random.Next(ahead.Length)];
        }

        // A street along which a restriction leads is another than those before and after it.
        if (length == 4 && (path[0] == path[2] || path[1] == path[3]))
            return;
        bool only = random.Next(3) == 0;
        _turns.Add((path[..^1], only, path[^2..]));
        Roads.Turn(only ? "only_straight_on" : "no_left_turn", Named(path[..2]), length == 3 ? $"{path[1]}" : Named(path[1..3]), Named(path[^2..]));
    }

    private string Named(string street) => _streets.ContainsKey(street) ? street : $"{street[1]}{street[0]}";

    private (string Tags, int Seconds) Street(char from, char to) => _streets[Named($"{from}{to}")];

    private char[] Ahead(char at)
    {
        if (!_ahead.TryGetValue((at, _streets.Count), out char[]? ahead))
            ahead = _ahead[(at, _streets.Count)] = [.. AllAhead(at)];
        return ahead;
    }

    private IEnumerable<char> AllAhead(char at) => _streets
        .SelectMany(street => street.Value.Tags.Contains("oneway", StringComparison.Ordinal) ? [street.Key] : new[] { street.Key, $"{street.Key[1]}{street.Key[0]}" })
        .Where(street => street[0] == at).Select(street => street[1]).Order();

    /// <summary>Null when the driver may not go on to a junction.</summary>
    private int? LossOf(string path, char next)
    {
        if (IsForbidden(path, next))
            return null;
        bool round = path.Length > 1 && path[^2] == next;
        if (!round)
            return 0;
        bool demanded = _turns.Any(turn => turn.Only && turn.Path == path[^2..] && turn.To == $"{path[^1]}{next}");
        bool along = _turns.Any(turn => turn.Path.Length == 3 && Named(turn.Path[1..]) == Named(path[^2..]));
        int meeting = _streets.Count(street =>
            street.Key.Contains(path[^1], StringComparison.Ordinal) && street.Value.Tags.StartsWith("highway=residential", StringComparison.Ordinal));
        bool deadEnd = Ahead(path[^1]).All(other => other == next);
        bool stuck = Ahead(path[^1]).All(other => other == next || IsForbidden(path, other));
        return demanded || stuck || (!along && (meeting >= 3 || deadEnd)) ? _turnSeconds : null;
    }

    private bool IsForbidden(string path, char next) => _turns
        .Where(turn => path.EndsWith(turn.Path, StringComparison.Ordinal))
        .Any(turn => turn.Only ? turn.To != $"{path[^1]}{next}" : turn.To == $"{path[^1]}{next}");
}
