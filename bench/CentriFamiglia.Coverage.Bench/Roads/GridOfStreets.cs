using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Bench.Roads;

/// <summary>
/// Made-up map data of a region's size: a jittered grid of 150 m cells with main streets every tenth line, trunk roads every sixtieth,
/// a third of the small streets missing and a tenth one way. The same side gives the same map.
/// </summary>
/// <param name="side">Junctions along one side.</param>
internal sealed class GridOfStreets(int side) : IOsmSource
{
    private const int Seed = 20261123;
    private const int BlockSize = 8000;
    private const double CellLon = 150 / 78_800.0;
    private const double CellLat = 150 / 111_150.0;

    public OsmSourceInfo Info { get; } = new($"griglia-{side}", new string('0', 64), null);

    public void Read(OsmKinds kinds, Action<OsmBlock> onBlock, CancellationToken cancellationToken)
    {
        if (kinds.HasFlag(OsmKinds.Nodes))
            InBlocks(Enumerable.Range(0, side * side), AddNode(), onBlock);
        if (kinds.HasFlag(OsmKinds.Ways))
            InBlocks(Enumerable.Range(0, 2 * side * side), AddWay(), onBlock);
    }

    private static void InBlocks(IEnumerable<int> items, Action<OsmBlock, int> add, Action<OsmBlock> onBlock)
    {
        foreach (int[] some in items.Chunk(BlockSize))
        {
            var block = new OsmBlock(new OsmStrings());
            foreach (int item in some)
                add(block, item);
            onBlock(block);
        }
    }

    private Action<OsmBlock, int> AddNode()
    {
        var random = new Random(Seed);
        return (block, v) => block.AddNode(
            v + 1,
            (int)((8.5 + (((v % side) + (random.NextDouble() * 0.6)) * CellLon)) * 1e7),
            (int)((44.7 + (((v / side) + (random.NextDouble() * 0.6)) * CellLat)) * 1e7));
    }

    /// <summary>An even number is the street to the next junction eastwards, an odd one northwards.</summary>
    private Action<OsmBlock, int> AddWay()
    {
        var random = new Random(Seed + 1);
        return (block, number) =>
        {
            (int v, bool east) = (number / 2, number % 2 == 0);
            (int row, int column) = (v / side, v % side);
            int line = east ? row : column;
            bool main = line % 10 == 0;
            bool missing = random.NextDouble() < 0.37 && !main;
            bool oneWay = random.NextDouble() < 0.1 && !main;
            if (missing || (east ? column : row) == side - 1)
                return;
            Tag(block, "highway", line % 60 == 0 ? "trunk" : main ? "secondary" : "residential");
            if (oneWay)
                Tag(block, "oneway", "yes");
            block.AddRef(v + 1);
            block.AddRef(v + 1 + (east ? 1 : side));
            block.AddWay(number + 1, 0);
        };
    }

    private static void Tag(OsmBlock block, string key, string value) => block.AddTag(block.Strings.Intern(key), block.Strings.Intern(value));
}
