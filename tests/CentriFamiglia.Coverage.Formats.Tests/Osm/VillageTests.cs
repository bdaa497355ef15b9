using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Building;
using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Formats.Tests.Osm;

/// <summary>One small village in XML and in both ways PBF writes nodes: what it holds was counted and read by eye.</summary>
public class VillageTests
{
    [Theory]
    [InlineData(Extracts.Village)]
    [InlineData(Extracts.VillageDense)]
    [InlineData(Extracts.VillageSparse)]
    public void Every_node_way_relation_and_text_is_read(string name)
    {
        IOsmSource source = Extracts.Open(name);
        OsmCounts.Of(source).ShouldBe(new OsmCounts(6, 4, 2, 3));

        List<string> told = [];
        source.Read(
            OsmKinds.All,
            block =>
            {
                for (int i = 0; i < block.NodeCount; i++)
                    told.Add($"n{block.Node(i).Id} {block.Node(i).Lon} {block.Node(i).Lat} {block.Node(i).Tags["highway"]}");
                for (int i = 0; i < block.WayCount; i++)
                    told.Add($"w{block.Way(i).Id} {string.Join(',', block.Way(i).Nodes.ToArray())} {block.Way(i).Tags["name"]}");
                for (int i = 0; i < block.RelationCount; i++)
                    told.Add($"r{block.Relation(i).Id} {string.Join(',', block.Relation(i).Members.ToArray().Select(m => $"{m.Kind} {m.Id} {block.Strings[m.Role]}"))}");
            },
            TestContext.Current.CancellationToken);
        told.ShouldBe(
            [
                "n-3 -1799999999 -451234567 ", "n1 90000000 450000000 ", "n2 90100000 450000000 traffic_signals", "n3 90100000 450100000 ",
                "n4 90000000 450100000 ", "n9876543210 90200000 450050000 ",
                "w10 1,2 Via dell'Arsenale à €", "w11 2,3,4 ", "w12 2,9876543210 ", "w13 1,2,3,4,1 ",
                "r20 Ways 10 from,Nodes 2 via,Ways 12 to", "r21 Relations 20 ,Nodes -3 label",
            ],
            ignoreOrder: true);
    }

    /// <summary>Nodes 1, 2, 4 and the far end of the service road: three edges, the one-way one in one direction.</summary>
    [Fact]
    public void The_three_files_make_the_same_network()
    {
        RoadNetwork[] networks =
        [
            .. ((string[])[Extracts.Village, Extracts.VillageDense, Extracts.VillageSparse]).Select(name =>
                RoadNetworkBuilder.Build(Extracts.Open(name), RoadProfile.Load("car"), cancellationToken: TestContext.Current.CancellationToken)),
        ];

        foreach (RoadNetwork network in networks)
        {
            network.Edges.Count.ShouldBe(3);
            network.Graph.Decimetres.ToArray().ShouldBe(networks[0].Graph.Decimetres.ToArray());
            network.Graph.Deciseconds.ToArray().ShouldBe(networks[0].Graph.Deciseconds.ToArray());
            network.Graph.NodeOsmId.ToArray().ShouldBe(networks[0].Graph.NodeOsmId.ToArray());
        }
    }
}
