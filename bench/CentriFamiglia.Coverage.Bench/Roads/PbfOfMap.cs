using CentriFamiglia.Coverage.Formats.Tests.Osm;
using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Bench.Roads;

/// <summary>Writes map data as a PBF file with dense nodes and zlib blobs, as regional extracts have them.</summary>
internal static class PbfOfMap
{
    // Clear of the ids of streets.
    private const long FirstBuilding = 1_000_000_000;
    private const int PerBlock = 2000;
    private const int Side = 1000;

    /// <param name="source">Nodes and ways; tags of ways only.</param>
    /// <param name="path">Replaced.</param>
    /// <param name="buildings">Square houses of four nodes strewn over the first streets: what a reader of roads must pass over.</param>
    public static void Write(IOsmSource source, string path, int buildings)
    {
        using FileStream file = File.Create(path);
        file.Write(PbfWriter.Header("OsmSchema-V0.6", "DenseNodes"));
        source.Read(OsmKinds.Nodes, block => file.Write(Nodes([.. Enumerable.Range(0, block.NodeCount).Select(i => Located(block.Node(i)))])), CancellationToken.None);
        (long Id, int Lon, int Lat)[] corners =
            [.. Enumerable.Range(0, 4 * buildings).Select(i =>
                (FirstBuilding + i, 85_000_000 + (i / 4 % 1000 * 20_000) + (i % 2 * Side), 447_000_000 + (i / 4000 * 20_000) + (i / 2 % 2 * Side)))];
        foreach ((long, int, int)[] some in corners.Chunk(4 * PerBlock))
            file.Write(Nodes(some));
        source.Read(OsmKinds.Ways, block => file.Write(Ways(block)), CancellationToken.None);
        foreach (int[] some in Enumerable.Range(0, buildings).Chunk(PerBlock))
            file.Write(PbfWriter.Data(PbfWriter.Block(["", "building", "yes"], [.. some.Select(Building)])));
    }

    private static (long Id, int Lon, int Lat) Located(OsmNode node) => (node.Id, node.Lon, node.Lat);

    private static byte[] Nodes((long Id, int Lon, int Lat)[] nodes) => PbfWriter.Data(PbfWriter.Block(
        [""],
        PbfWriter.Bytes(2, PbfWriter.File(
            PbfWriter.Deltas(1, [.. nodes.Select(node => node.Id)]),
            PbfWriter.Deltas(8, [.. nodes.Select(node => (long)node.Lat)]),
            PbfWriter.Deltas(9, [.. nodes.Select(node => (long)node.Lon)])))));

    private static byte[] Ways(OsmBlock block)
    {
        var strings = new List<string> { "" };
        byte[][] ways = new byte[block.WayCount][];
        for (int i = 0; i < ways.Length; i++)
            ways[i] = Way(block.Way(i), strings);
        return PbfWriter.Data(PbfWriter.Block([.. strings], ways));
    }

    private static byte[] Way(OsmWay way, List<string> strings)
    {
        var keys = new List<ulong>();
        var values = new List<ulong>();
        foreach (string key in (string[])["highway", "oneway"])
        {
            if (way.Tags[key] is not { } value)
                continue;
            keys.Add(Number(key, strings));
            values.Add(Number(value, strings));
        }

        return Way(way.Id, [.. keys], [.. values], way.Nodes.ToArray());
    }

    private static byte[] Building(int number)
    {
        long first = FirstBuilding + (4L * number);
        return Way(FirstBuilding + number, [1], [2], [first, first + 1, first + 3, first + 2, first]);
    }

    private static byte[] Way(long id, ulong[] keys, ulong[] values, long[] nodes) => PbfWriter.Bytes(3, PbfWriter.File(
        PbfWriter.Number(1, (ulong)id), PbfWriter.Packed(2, keys), PbfWriter.Packed(3, values), PbfWriter.Deltas(8, nodes)));

    private static ulong Number(string text, List<string> strings)
    {
        int at = strings.IndexOf(text);
        if (at < 0)
        {
            at = strings.Count;
            strings.Add(text);
        }

        return (ulong)at;
    }
}
