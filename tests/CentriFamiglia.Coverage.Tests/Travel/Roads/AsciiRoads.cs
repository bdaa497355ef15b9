using CentriFamiglia.Coverage.Travel;
using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Building;
using CentriFamiglia.Coverage.Travel.Roads.Osm;
using CentriFamiglia.Coverage.Travel.Roads.Routing;
using CentriFamiglia.Coverage.Travel.Roads.Routing.Contracting;

namespace CentriFamiglia.Coverage.Tests.Travel.Roads;

/// <summary>
/// Small networks drawn by hand: letters on a map are nodes, a cell of the map is 100 metres wide and high, ways name their letters.
/// <code>
/// AsciiRoads.Map("""
///     a b c
///     """).Way("abc", "highway=primary oneway=yes").Build()
/// </code>
/// </summary>
internal sealed class AsciiRoads : IOsmSource
{
    private const double CellMetres = 100;
    private const double OriginLon = 9.19;
    private const double OriginLat = 45.46;

    private readonly SortedDictionary<char, (double Lon, double Lat)> _places = [];
    private readonly Dictionary<char, string> _nodeTags = [];
    private readonly List<(string Nodes, string Tags)> _ways = [];
    private readonly List<(string Tags, string Members)> _relations = [];
    private int? _shuffle;

    private AsciiRoads(string map)
    {
        string[] rows = map.Split('\n');
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < rows[row].Length; column++)
            {
                if (char.IsAsciiLetterOrDigit(rows[row][column]))
                    _places.Add(rows[row][column], Place(column, row));
            }
        }
    }

    /// <summary>
    /// Every listed road 36 km/h, so that a cell takes ten seconds; no lights, no bends, no towns. What is tested is then the network,
    /// not the figures of the Italian profile.
    /// </summary>
    public static RoadProfile Plain { get; } = PlainFrom(RoadProfile.Load("car"));

    public OsmSourceInfo Info => new("disegno", new string('0', 64), null);

    public static AsciiRoads Map(string map) => new(map);

    public AsciiRoads Way(string nodes, string tags = "highway=residential")
    {
        _ways.Add((nodes, tags));
        return this;
    }

    public AsciiRoads Node(char node, string tags)
    {
        _nodeTags[node] = tags;
        return this;
    }

    /// <param name="kind">Value of <c>restriction</c>.</param>
    /// <param name="from">A way, by its letters, or several.</param>
    /// <param name="via">A node (one letter) or ways.</param>
    /// <param name="first">Where it leads: a way, by its letters.</param>
    /// <param name="tags">More tags.</param>
    /// <param name="to">Another way.</param>
    public AsciiRoads Turn(string kind, string from, string via, string first, string tags = "", string? to = null)
    {
        string ways = string.Join(' ', via.Split(',').Select(part => $"via:{part}"));
        string starts = string.Join(' ', from.Split(',').Select(part => $"from:{part}"));
        _relations.Add(($"type=restriction restriction={kind} {tags}", $"{starts} {ways} to:{first}" + (to is null ? "" : $" to:{to}")));
        return this;
    }

    /// <summary>Hands the objects over in a random order, nodes after ways and all mixed.</summary>
    public AsciiRoads Shuffled(int seed)
    {
        _shuffle = seed;
        return this;
    }

    public RoadNetwork Build(RoadProfile? profile = null, RoadClip? clip = null) =>
        RoadNetworkBuilder.Build(this, profile ?? Plain, clip, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>Degrees of a letter.</summary>
    public (double Lon, double Lat) At(char letter) => _places[letter];

    /// <summary>Degrees of a place between cells, rows counted downwards.</summary>
    public static (double Lon, double Lat) Place(double column, double row)
    {
        const double MetresPerLat = 111_147.5;
        const double MetresPerLon = 78_231.4;
        return (OriginLon + (column * CellMetres / MetresPerLon), OriginLat - (row * CellMetres / MetresPerLat));
    }

    /// <summary>Cost from letter to letter; null when there is no way. Both must lie on roads.</summary>
    public TravelCost? Cost(RoadNetwork network, char from, char to) => Cost(network, At(from), At(to));

    /// <summary>Cost from place to place as the travel source has it, which must be that of <see cref="ReferenceRoutes"/>.</summary>
    public static TravelCost? Cost(RoadNetwork network, (double Lon, double Lat) from, (double Lon, double Lat) to)
    {
        var travel = new RoadTravel(network, HierarchyBuilder.Build(network.Graph), SnapOptions.Default, "");
        TravelCost? cost = travel.Costs([new Place(from.Lon, from.Lat, default, null)], [new Place(to.Lon, to.Lat, default, null)])[0];
        cost.ShouldBe(ReferenceRoutes.Cost(network, from, to), $"{from} to {to}");
        return cost;
    }

    /// <summary>Seconds from letter to letter, to the nearest ten (a cell); null when there is no way.</summary>
    public int? Seconds(RoadNetwork network, char from, char to) =>
        Cost(network, from, to) is { } cost ? (int)Math.Round(cost.Seconds / 10.0) * 10 : null;

    public void Read(OsmKinds kinds, Action<OsmBlock> onBlock, CancellationToken cancellationToken)
    {
        var adders = new List<Action<OsmBlock>>();
        if (kinds.HasFlag(OsmKinds.Nodes))
            adders.AddRange(_places.Keys.Select(letter => (Action<OsmBlock>)(block => AddNode(block, letter))));
        if (kinds.HasFlag(OsmKinds.Ways))
            adders.AddRange(Enumerable.Range(0, _ways.Count).Select(way => (Action<OsmBlock>)(block => AddWay(block, way))));
        if (kinds.HasFlag(OsmKinds.Relations))
            adders.AddRange(Enumerable.Range(0, _relations.Count).Select(relation => (Action<OsmBlock>)(block => AddRelation(block, relation))));
        if (_shuffle is { } seed)
            new Random(seed).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(adders));

        foreach (Action<OsmBlock>[] some in adders.Chunk(3))
        {
            var block = new OsmBlock(new OsmStrings());
            foreach (Action<OsmBlock> add in some)
                add(block);
            onBlock(block);
        }
    }

    private void AddNode(OsmBlock block, char letter)
    {
        AddTags(block, _nodeTags.GetValueOrDefault(letter, ""));
        (double lon, double lat) = _places[letter];
        block.AddNode(letter, (int)Math.Round(lon * 1e7), (int)Math.Round(lat * 1e7));
    }

    private void AddWay(OsmBlock block, int way)
    {
        AddTags(block, _ways[way].Tags);
        foreach (char node in _ways[way].Nodes)
            block.AddRef(node);
        block.AddWay(way + 1, 0);
    }

    private void AddRelation(OsmBlock block, int relation)
    {
        AddTags(block, _relations[relation].Tags);
        foreach (string member in _relations[relation].Members.Split(' '))
        {
            string[] parts = member.Split(':');
            int role = block.Strings.Intern(parts[0]);
            block.AddMember(
                parts[1].Length == 1
                    ? new OsmMember(OsmKinds.Nodes, parts[1][0], role)
                    : new OsmMember(OsmKinds.Ways, _ways.FindIndex(way => way.Nodes == parts[1]) + 1, role));
        }

        block.AddRelation(relation + 1);
    }

    private static void AddTags(OsmBlock block, string tags)
    {
        foreach (string tag in tags.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = tag.Split('=', 2);
            block.AddTag(block.Strings.Intern(parts[0]), block.Strings.Intern(parts[1]));
        }
    }

    private static RoadProfile PlainFrom(RoadProfile car)
    {
        var flat = car.Classes.Select(pair => KeyValuePair.Create(pair.Key, pair.Value with { Urban = 36, Extraurban = 36, Ceiling = 36 }));
        return car with
        {
            Classes = System.Collections.Immutable.ImmutableDictionary.CreateRange(StringComparer.Ordinal, flat),
            NodeSeconds = car.NodeSeconds.Clear(),
            Curves = car.Curves with { Steps = [] },
            Ferry = car.Ferry with { WaitSeconds = 0, Speed = 36 },
        };
    }
}
