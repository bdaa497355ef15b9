using System.Runtime.InteropServices;

namespace CentriFamiglia.Coverage.Travel.Roads.Osm;

/// <summary>A batch of map objects, each kind in file order. Readers fill it; it does not change afterwards.</summary>
public sealed class OsmBlock(OsmStrings strings)
{
    /// <summary>Stands for a coordinate that lies nowhere on Earth.</summary>
    public const int NoLocation = int.MinValue;

    // The year 2200: what is later is a damaged date.
    private const long LatestChange = 7_258_118_400;

    private readonly List<OsmNodeRow> _nodes = [];
    private readonly List<OsmObjectRow> _ways = [];
    private readonly List<OsmObjectRow> _relations = [];
    private readonly List<long> _refs = [];
    private readonly List<OsmMember> _members = [];
    private readonly List<int> _tags = [];

    public OsmStrings Strings { get; } = strings;

    public int NodeCount => _nodes.Count;

    public int WayCount => _ways.Count;

    public int RelationCount => _relations.Count;

    /// <summary>Newest change among the ways, seconds since 1970; 0 when they carry no dates.</summary>
    public long NewestWay { get; private set; }

    public OsmNode Node(int i)
    {
        OsmNodeRow row = _nodes[i];
        return new OsmNode(row.Id, row.Lon, row.Lat, Tags(row.FirstTag, row.EndTag));
    }

    public OsmWay Way(int i)
    {
        OsmObjectRow row = _ways[i];
        return new OsmWay(row.Id, CollectionsMarshal.AsSpan(_refs)[row.First..row.End], Tags(row.FirstTag, row.EndTag));
    }

    public OsmRelation Relation(int i)
    {
        OsmObjectRow row = _relations[i];
        return new OsmRelation(row.Id, CollectionsMarshal.AsSpan(_members)[row.First..row.End], Tags(row.FirstTag, row.EndTag));
    }

    /// <summary>Adds one tag to the object that the next call of AddNode, AddWay or AddRelation adds.</summary>
    public void AddTag(int key, int value)
    {
        _tags.Add(key);
        _tags.Add(value);
    }

    /// <summary>Adds one node reference to the next way.</summary>
    public void AddRef(long node) => _refs.Add(node);

    /// <summary>Adds one member to the next relation.</summary>
    public void AddMember(OsmMember member) => _members.Add(member);

    public void AddNode(long id, int lon, int lat)
    {
        _nodes.Add(new OsmNodeRow(id, lon, lat, _tagged, _tags.Count));
        _tagged = _tags.Count;
    }

    /// <param name="id">Id of the way.</param>
    /// <param name="changed">Seconds since 1970, 0 when not known; a date that cannot be is passed over.</param>
    public void AddWay(long id, long changed)
    {
        _ways.Add(new OsmObjectRow(id, _referred, _refs.Count, _tagged, _tags.Count));
        _referred = _refs.Count;
        _tagged = _tags.Count;
        if (changed < LatestChange)
            NewestWay = Math.Max(NewestWay, changed);
    }

    public void AddRelation(long id)
    {
        _relations.Add(new OsmObjectRow(id, _membered, _members.Count, _tagged, _tags.Count));
        _membered = _members.Count;
        _tagged = _tags.Count;
    }

    private int _tagged;
    private int _referred;
    private int _membered;

    private OsmTags Tags(int first, int end) => new(Strings, CollectionsMarshal.AsSpan(_tags)[first..end]);

    private readonly record struct OsmNodeRow(long Id, int Lon, int Lat, int FirstTag, int EndTag);

    private readonly record struct OsmObjectRow(long Id, int First, int End, int FirstTag, int EndTag);
}

/// <summary>A node. Coordinates in 1e-7 degrees WGS84, <see cref="OsmBlock.NoLocation"/> when off the Earth.</summary>
public readonly ref struct OsmNode(long id, int lon, int lat, OsmTags tags)
{
    public long Id { get; } = id;

    public int Lon { get; } = lon;

    public int Lat { get; } = lat;

    public OsmTags Tags { get; } = tags;
}

/// <summary>A way: a line through nodes.</summary>
public readonly ref struct OsmWay(long id, ReadOnlySpan<long> nodes, OsmTags tags)
{
    public long Id { get; } = id;

    public ReadOnlySpan<long> Nodes { get; } = nodes;

    public OsmTags Tags { get; } = tags;
}

/// <summary>A relation: objects that belong together, each in a role.</summary>
public readonly ref struct OsmRelation(long id, ReadOnlySpan<OsmMember> members, OsmTags tags)
{
    public long Id { get; } = id;

    public ReadOnlySpan<OsmMember> Members { get; } = members;

    public OsmTags Tags { get; } = tags;
}

/// <summary>A member of a relation.</summary>
/// <param name="Kind">Exactly one kind.</param>
/// <param name="Id">Id of the member.</param>
/// <param name="Role">Number of the role in the block's strings.</param>
public readonly record struct OsmMember(OsmKinds Kind, long Id, int Role);
