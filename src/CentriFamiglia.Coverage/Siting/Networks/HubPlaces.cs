namespace CentriFamiglia.Coverage.Siting.Networks;

/// <summary>
/// Whether all Spokes of a list find a place: each in one of its Hubs, a Hub no more Spokes than it has places, nor more new Ambiti. Without the
/// Ambiti it is a matching by augmenting paths (Kuhn 1955); where a Hub then has too many, one of its Ambiti is tried as its own and as none of its own.
/// </summary>
/// <param name="hubs">Of each Spoke the Hubs that could take it.</param>
/// <param name="ambito">Of each Spoke at each of its Hubs the Ambito that would be new there; null where it is not new.</param>
internal sealed class HubPlaces(int[][] hubs, string?[][] ambito, Func<int, int> spokeRoom, Func<int, int> ambitiRoom)
{
    private const int MostSteps = 1_500;

    private readonly HashSet<(int Hub, string Ambito)> _closed = [];
    private readonly HashSet<(int Hub, string Ambito)> _own = [];
    private int _steps;

    /// <summary>Whether it is proved that they do not; false also where the search was not carried to its end.</summary>
    public bool AreTooFew() => All() == false;

    /// <summary>How many Spokes can have a place, the Ambiti left aside.</summary>
    public int Taken() => Match(hubs, spokeRoom).Count(hub => hub >= 0);

    private bool? All()
    {
        if (++_steps > MostSteps)
            return null;
        int[] placed = Match([.. hubs.Select((_, who) => hubs[who].Where((hub, h) => Admits(hub, ambito[who][h])).ToArray())], spokeRoom);
        if (placed.Contains(-1) || !AmbitiFit())
            return false;
        (int Hub, string Ambito)[] used =
        [
            .. placed.Select((hub, who) => (Hub: hub, Ambito: NewAt(who, hub))).Where(u => u.Ambito is not null).Distinct().Select(u => (u.Hub, u.Ambito!)),
        ];
        if (used.GroupBy(u => u.Hub).FirstOrDefault(at => at.Count() > ambitiRoom(at.Key)) is not { } crowded)
            return true;
        // Those that are its own fit: there is another.
        (int Hub, string Ambito) tried = crowded.First(u => !_own.Contains(u));
        bool? with = false;
        if (Room(tried.Hub) > 0)
        {
            _own.Add(tried);
            with = All();
            _own.Remove(tried);
        }

        if (with == true)
            return true;
        _closed.Add(tried);
        bool? without = All();
        _closed.Remove(tried);
        return without == true ? true : with is null || without is null ? null : false;
    }

    // Each Ambito that is new wherever one of its Spokes goes needs a place among the Ambiti of a Hub.
    private bool AmbitiFit()
    {
        int[][] strange =
        [
            .. Enumerable.Range(0, hubs.Length).GroupBy(who => ambito[who].FirstOrDefault(a => a is not null), StringComparer.Ordinal)
                .Where(of => of.Key is not null && of.All(who => ambito[who].All(a => a is not null) && !hubs[who].Any(hub => _own.Contains((hub, of.Key)))))
                .Select(of => of.SelectMany(who => hubs[who].Where(hub => Admits(hub, of.Key))).Distinct().ToArray()),
        ];
        return !Match(strange, Room).Contains(-1);
    }

    private string? NewAt(int who, int hub) => ambito[who][Array.IndexOf(hubs[who], hub)];

    private bool Admits(int hub, string? strange) => strange is null || _own.Contains((hub, strange)) || (!_closed.Contains((hub, strange)) && Room(hub) > 0);

    private int Room(int hub) => ambitiRoom(hub) - _own.Count(own => own.Hub == hub);

    private static int[] Match(int[][] choices, Func<int, int> room)
    {
        int[] placed = new int[choices.Length];
        Array.Fill(placed, -1);
        var standing = new Dictionary<int, List<int>>();
        for (int who = 0; who < choices.Length; who++)
            Place(who, []);
        return placed;

        bool Place(int who, HashSet<int> seen)
        {
            foreach (int hub in choices[who])
            {
                if (!seen.Add(hub))
                    continue;
                if (!standing.TryGetValue(hub, out List<int>? there))
                    standing[hub] = there = [];
                int at = there.Count < room(hub) ? there.Count : there.FindIndex(other => Place(other, seen));
                if (at < 0)
                    continue;
                if (at == there.Count)
                    there.Add(who);
                there[at] = who;
                placed[who] = hub;
                return true;
            }

            return false;
        }
    }
}
