using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>First pass: the ways the profile uses, with their node references, and the turn restrictions that bind it.</summary>
internal sealed class WayCollector(RoadProfile profile)
{
    private const string Unnamed = "senza nome";

    private readonly WayReader _reader = new(profile);
    private readonly TurnReader _turnReader = new(profile);
    private readonly List<(RoadWay Way, int FirstRef, int EndRef)> _ways = [];
    private readonly HashSet<long> _seen = [];
    private readonly Dictionary<string, int> _nameNumbers = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<string> _names = [""];
    private readonly List<long> _refs = [];
    private readonly List<TurnRule> _turns = [];

    public SortedDictionary<string, int> Refused { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, int> TurnsRefused { get; } = new(StringComparer.Ordinal);

    /// <summary>Roads open in one season only, by name.</summary>
    public SortedDictionary<string, int> Seasonal { get; } = new(StringComparer.Ordinal);

    /// <summary>Roads whose id came before; the first counts.</summary>
    public int RepeatedWays { get; private set; }

    public long WaysRead { get; private set; }

    public long RelationsRead { get; private set; }

    /// <summary>Newest change among all ways, seconds since 1970; 0 when they carry no dates.</summary>
    public long NewestWay { get; private set; }

    public List<long> Refs => _refs;

    public IReadOnlyList<string> Names => _names;

    public void Take(OsmBlock block)
    {
        NewestWay = Math.Max(NewestWay, block.NewestWay);
        WaysRead += block.WayCount;
        RelationsRead += block.RelationCount;
        for (int i = 0; i < block.WayCount; i++)
            TakeWay(block.Way(i));
        for (int i = 0; i < block.RelationCount; i++)
        {
            if (_turnReader.Read(block.Relation(i), block.Strings, out string? refusal) is { } turn)
                _turns.Add(turn);
            else if (refusal is not null)
                Count(TurnsRefused, refusal);
        }
    }

    /// <summary>Ascending by id, so that the order of the file leaves no trace.</summary>
    public (RoadWay Way, int FirstRef, int EndRef)[] Ways() => [.. _ways.OrderBy(way => way.Way.Id)];

    /// <summary>Ascending by id of the relation; of an id given twice the first.</summary>
    public IReadOnlyList<TurnRule> Turns() => [.. _turns.OrderBy(turn => turn.Id).DistinctBy(turn => turn.Id)];

    public int RepeatedTurns => _turns.Count - _turns.DistinctBy(turn => turn.Id).Count();

    public static void Count(SortedDictionary<string, int> counts, string reason) =>
        counts[reason] = counts.GetValueOrDefault(reason) + 1;

    private void TakeWay(OsmWay way)
    {
        string? refusal = _reader.Read(way, out RoadWay road);
        if (refusal is null && way.Nodes.Length < 2)
            refusal = "meno di due nodi";
        if (refusal is null && !_seen.Add(way.Id))
        {
            refusal = "identificativo ripetuto";
            RepeatedWays++;
        }

        if (_reader.IsSeasonal(way.Tags))
            Count(Seasonal, (way.Tags["name"] ?? way.Tags["ref"]) is { Length: > 0 } name ? name : Unnamed);
        if (refusal is not null)
        {
            Count(Refused, refusal);
            return;
        }

        int first = _refs.Count;
        _refs.AddRange(way.Nodes);
        _ways.Add((road with { Name = NameOf(way.Tags) }, first, _refs.Count));
    }

    private int NameOf(OsmTags tags)
    {
        string name = tags["name"] ?? tags["ref"] ?? "";
        if (_nameNumbers.TryGetValue(name, out int number))
            return number;
        _names.Add(name);
        return _nameNumbers[name] = _names.Count - 1;
    }
}
