using System.Collections;
using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>Second pass: coordinates and obstacles of the nodes that ways refer to, by ascending id.</summary>
internal sealed class NodeTable
{
    private readonly long[] _ids;
    private readonly NodeReader _reader;
    private readonly Dictionary<int, NodeDelay> _delays = [];
    private readonly HashSet<int> _barred = [];
    private readonly HashSet<int> _private = [];
    private BitArray? _forgotten;
    private int _cursor;

    public NodeTable(List<long> refs, RoadProfile profile)
    {
        _reader = new NodeReader(profile);
        long[] sorted = [.. refs];
        Array.Sort(sorted);
        int count = 0;
        foreach (long id in sorted)
        {
            if (count == 0 || sorted[count - 1] != id)
                sorted[count++] = id;
        }

        _ids = sorted[..count];
        Lon = new int[count];
        Lat = new int[count];
        Array.Fill(Lon, OsmBlock.NoLocation);
        Array.Fill(Lat, OsmBlock.NoLocation);
    }

    public int Count => _ids.Length;

    /// <summary>1e-7 degrees, <see cref="OsmBlock.NoLocation"/> when the file does not hold the node.</summary>
    public int[] Lon { get; }

    public int[] Lat { get; }

    public long NodesRead { get; private set; }

    /// <summary>Nodes of roads whose id came before; the first counts.</summary>
    public int Repeated { get; private set; }

    public bool IsKnown(int node) => Lon[node] != OsmBlock.NoLocation;

    public long IdOf(int node) => _ids[node];

    public bool IsBarred(int node) => _barred.Contains(node);

    /// <summary>Nodes with a private gate.</summary>
    public IReadOnlySet<int> Private => _private;

    public NodeDelay DelayAt(int node) => _delays.GetValueOrDefault(node);

    /// <summary>Whether the file holds a node, forgotten or not.</summary>
    public bool IsInFile(int node) => IsKnown(node) || _forgotten?[node] == true;

    /// <summary>Makes a node as if the file did not hold it.</summary>
    public void Forget(int node)
    {
        (_forgotten ??= new BitArray(Count))[node] = true;
        Lon[node] = Lat[node] = OsmBlock.NoLocation;
    }

    public void Take(OsmBlock block)
    {
        NodesRead += block.NodeCount;
        for (int i = 0; i < block.NodeCount; i++)
        {
            OsmNode node = block.Node(i);
            int index = IndexOf(node.Id);

            if (index < 0)
                continue;
            if (IsKnown(index))
            {
                Repeated++;
                continue;
            }

            Lon[index] = node.Lon;
            Lat[index] = node.Lat;
            if (node.Tags.Count == 0)
                continue;
            (Passage passage, NodeDelay delay) = _reader.Read(node.Tags);
            if (passage == Passage.Barred)
                _barred.Add(index);
            else if (passage == Passage.Private)
                _private.Add(index);
            if (delay != default)
                _delays[index] = delay;
        }
    }

    /// <returns>Negative when no way refers to the node. Fast where ids come in ascending order.</returns>
    public int IndexOf(long id)
    {
        int low = _cursor < _ids.Length && _ids[_cursor] <= id ? _cursor : 0;
        int high = low;
        for (int step = 1; high < _ids.Length && _ids[high] < id; step *= 2)
        {
            low = high;
            high = (int)Math.Min((long)high + step, _ids.Length);
        }

        int found = Array.BinarySearch(_ids, low, Math.Min(high + 1, _ids.Length) - low, id);
        if (_ids.Length > 0)
            _cursor = Math.Min(found < 0 ? ~found : found, _ids.Length - 1);
        return found;
    }
}

/// <summary>Seconds lost at a node inside a piece of road, by direction of travel along the way.</summary>
internal readonly record struct NodeDelay(float Forward, float Backward);
