using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Formats.Tests.Osm;

/// <summary>How many objects an extract holds.</summary>
internal sealed record OsmCounts(long Nodes, long Ways, long Relations, long HighwayWays)
{
    public static OsmCounts Of(IOsmSource source)
    {
        long nodes = 0, ways = 0, relations = 0, highways = 0;
        source.Read(
            OsmKinds.All,
            block =>
            {
                nodes += block.NodeCount;
                ways += block.WayCount;
                relations += block.RelationCount;
                for (int i = 0; i < block.WayCount; i++)
                    highways += block.Way(i).Tags["highway"] is null ? 0 : 1;
            },
            CancellationToken.None);
        return new OsmCounts(nodes, ways, relations, highways);
    }

    /// <summary>Every text, number and member read once, so that nothing stays undecoded.</summary>
    public static long Touch(IOsmSource source)
    {
        long sum = 0;
        source.Read(
            OsmKinds.All,
            block =>
            {
                for (int i = 0; i < block.Strings.Count; i++)
                    sum += block.Strings[i].Length;
                for (int i = 0; i < block.NodeCount; i++)
                    sum += block.Node(i).Lon + block.Node(i).Tags.Count;
                for (int i = 0; i < block.WayCount; i++)
                    sum += block.Way(i).Nodes.Length + (block.Way(i).Tags["name"]?.Length ?? 0);
                for (int i = 0; i < block.RelationCount; i++)
                    sum += block.Relation(i).Members.Length + (block.Relation(i).Tags["type"]?.Length ?? 0);
            },
            CancellationToken.None);
        return sum;
    }
}
