using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Building;
using CentriFamiglia.Coverage.Travel.Roads.Osm;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CentriFamiglia.Coverage.Tests.Travel.Roads;

public class RoadNetworkBuilderTests
{
    [Fact]
    public void A_cell_is_a_hundred_metres_and_ten_seconds()
    {
        AsciiRoads roads = AsciiRoads.Map("a----b").Way("ab");
        RoadNetwork network = roads.Build();

        roads.Cost(network, 'a', 'b').ShouldBe(new(50, 500));
        (network.Graph.NodeCount, network.Graph.ArcCount, network.Edges.Count).ShouldBe((2, 2, 1));
    }

    [Fact]
    public void Ways_are_cut_where_they_share_a_node_and_only_there()
    {
        RoadNetwork network = AsciiRoads.Map(
            """
            a-b-c-d
                |
                e
            """).Way("abcd").Way("ce").Build();

        network.Graph.NodeCount.ShouldBe(4);
        network.Edges.Count.ShouldBe(3);
        network.Info.Report.WaysUsed.ShouldBe(2);
        network.Info.Report.Kilometres.ShouldBe(0.7, 0.11);
    }

    [Theory]
    [InlineData("oneway=yes", 20, 80)]
    [InlineData("oneway=1", 20, 80)]
    [InlineData("oneway=true", 20, 80)]
    [InlineData("oneway=-1", 80, 20)]
    [InlineData("oneway=reverse", 80, 20)]
    [InlineData("oneway=no", 20, 20)]
    [InlineData("", 20, 20)]
    [InlineData("junction=roundabout", 20, 80)]
    [InlineData("junction=circular", 20, 80)]
    [InlineData("junction=roundabout oneway=-1", 80, 20)]
    [InlineData("oneway:motorcar=no oneway=yes", 20, 20)]
    [InlineData("oneway=yes oneway:bicycle=no", 20, 80)]
    public void One_way_streets_are_driven_one_way(string tags, int there, int back)
    {
        AsciiRoads roads = AsciiRoads.Map(
            """
            a-b
            | |
            | |
            c-d
            """).Way("ab", "highway=residential " + tags).Way("acdb");
        RoadNetwork network = roads.Build();

        (roads.Seconds(network, 'a', 'b'), roads.Seconds(network, 'b', 'a')).ShouldBe((there, back));
    }

    [Fact]
    public void A_roundabout_is_driven_round()
    {
        AsciiRoads roads = AsciiRoads.Map(
            """
              f
              |
              n
             / \
            w   o-e
             \ /
              s
            """).Way("nwson", "highway=primary junction=roundabout").Way("oe").Way("fn");
        RoadNetwork network = roads.Build();

        int quarter = roads.Seconds(network, 'o', 'n')!.Value;
        roads.Seconds(network, 'n', 'o')!.Value.ShouldBe(80, "anticlockwise: west, south, east");
        quarter.ShouldBe(30);
        ((RoadTraits)network.Edges.Traits.Span[0]).ShouldSatisfyAllConditions(
            () => Enumerable.Range(0, network.Edges.Count).Count(e => ((RoadTraits)network.Edges.Traits.Span[e]).HasFlag(RoadTraits.Roundabout)).ShouldBe(2));
    }

    [Fact]
    public void Motorways_are_one_way_and_their_ramps_as_tagged()
    {
        AsciiRoads roads = AsciiRoads.Map(
            """
            a-b
            | |
            c-d
            """).Way("ab", "highway=motorway").Way("bd", "highway=motorway_link").Way("dca");
        RoadNetwork network = roads.Build();
        var snapper = new RoadSnapper(network);
        SnapOptions anywhere = SnapOptions.Default with { Excluded = RoadTraits.None };

        RoadSnap onMotorway = snapper.Snap(AsciiRoads.Place(1, 0).Lon, AsciiRoads.Place(1, 0).Lat, anywhere);

        snapper.Departures(onMotorway).Count.ShouldBe(1);
        Traits(network, onMotorway.Edge).ShouldBe(RoadTraits.Motorway | RoadTraits.MainComponent);
    }

    [Theory]
    [InlineData("highway=residential access=private", null)]
    [InlineData("highway=track access=private", "highway=track senza permesso esplicito")]
    [InlineData("highway=track motor_vehicle=private", "highway=track senza permesso esplicito")]
    [InlineData("highway=cycleway motor_vehicle=private", "classe non percorribile: highway=cycleway")]
    [InlineData("route=ferry motor_vehicle=private", "accesso vietato")]
    [InlineData("highway=residential motor_vehicle=no", "accesso vietato")]
    [InlineData("highway=residential access=yes vehicle=no", "accesso vietato")]
    [InlineData("highway=residential access=no motorcar=yes", null)]
    [InlineData("highway=residential vehicle=no motor_vehicle=destination", null)]
    [InlineData("highway=track", "highway=track senza permesso esplicito")]
    [InlineData("highway=track motor_vehicle=yes", null)]
    [InlineData("highway=track access=yes", "highway=track senza permesso esplicito")]
    [InlineData("highway=footway", "classe non percorribile: highway=footway")]
    [InlineData("highway=residential oneway=reversible", "senso unico alternato nel tempo")]
    [InlineData("highway=residential motor_vehicle=no motorcar=yes", null)]
    [InlineData("highway=residential motor_vehicle:conditional=no@(22:00-06:00)", null)]
    [InlineData("highway=residential motor_vehicle:conditional=no@(Nov-Apr)", null)]
    [InlineData("highway=residential seasonal=winter", "chiusa nella stagione del profilo (estate)")]
    [InlineData("highway=residential ice_road=yes", "chiusa nella stagione del profilo (estate)")]
    [InlineData("highway=residential oneway=yes motor_vehicle:forward=no", "accesso vietato nel solo senso ammesso")]
    [InlineData("highway=residential construction=yes", "in costruzione")]
    [InlineData("highway=residential construction=minor", null)]
    [InlineData("highway=residential proposed=primary", null)]
    [InlineData("highway=proposed proposed=primary", "classe non percorribile: highway=proposed")]
    [InlineData("highway=residential impassable=yes", "impraticabile")]
    [InlineData("highway=residential status=impassable", "impraticabile")]
    [InlineData("highway=residential maxheight=1.8", "limite di altezza, larghezza, lunghezza o massa")]
    [InlineData("highway=residential maxheight=default", null)]
    [InlineData("highway=residential maxheight=2.1", null)]
    [InlineData("highway=residential maxheight=1.8 maxheight:physical=2.2", null)]
    [InlineData("highway=residential maxwidth=1.7m", "limite di altezza, larghezza, lunghezza o massa")]
    [InlineData("highway=residential width=1.5", "limite di altezza, larghezza, lunghezza o massa")]
    [InlineData("highway=residential maxweight=1500kg", "limite di altezza, larghezza, lunghezza o massa")]
    [InlineData("highway=residential maxweight=3.5", null)]
    [InlineData("highway=residential maxlength=4", "limite di altezza, larghezza, lunghezza o massa")]
    [InlineData("highway=track motor_vehicle=destination", null)]
    [InlineData("highway=track motor_vehicle=agricultural;forestry", "accesso vietato")]
    [InlineData("highway=track motor_vehicle=agricultural;destination", null)]
    [InlineData("route=shuttle_train", null)]
    [InlineData("route=shuttle_train motor_vehicle=yes", null)]
    [InlineData("route=shuttle_train foot=yes", "traghetto che non dichiara di portare questo mezzo")]
    [InlineData("route=train railway=rail", "non è una strada né un traghetto")]
    [InlineData("highway=construction construction=primary", "classe non percorribile: highway=construction")]
    [InlineData("highway=service area=yes", "area, non strada")]
    [InlineData("highway=service service=emergency_access", "service=emergency_access")]
    [InlineData("highway=unclassified smoothness=impassable", "fondo impraticabile")]
    [InlineData("waterway=river", "non è una strada né un traghetto")]
    [InlineData("route=ferry foot=yes", "traghetto che non dichiara di portare questo mezzo")]
    [InlineData("route=ferry foot=yes motorcar=yes", null)]
    [InlineData("route=ferry motor_vehicle=no", "accesso vietato")]
    [InlineData("route=ferry", null)]
    [InlineData("route=ferry motor_vehicle=yes", null)]
    public void A_way_is_used_or_refused_with_a_reason(string tags, string? reason)
    {
        RoadBuildReport report = AsciiRoads.Map("a-b-c").Way("ab").Way("bc", tags).Build().Info.Report;

        report.WaysRefused.ShouldBe(reason is null ? [] : [new KeyValuePair<string, int>(reason, 1)]);
        report.WaysRead.ShouldBe(report.WaysUsed + report.WaysRefused.Values.Sum());
    }

    [Fact]
    public void A_ferry_takes_its_declared_time_and_the_wait_in_all_its_parts_together()
    {
        AsciiRoads roads = AsciiRoads.Map("a-b-----c-----d-e")
            .Way("ab").Way("bcd", "route=ferry motor_vehicle=yes duration=00:20").Way("de");
        RoadProfile waiting = AsciiRoads.Plain with { Ferry = AsciiRoads.Plain.Ferry with { WaitSeconds = 300 } };

        roads.Seconds(roads.Build(), 'a', 'e').ShouldBe(20 + 1200 + 20);
        roads.Seconds(roads.Build(waiting), 'a', 'e').ShouldBe(20 + 1200 + 300 + 20);
    }

    [Theory]
    [InlineData("barrier=bollard", null)]
    [InlineData("barrier=bollard motor_vehicle=yes", 40)]
    [InlineData("barrier=gate", 40)]
    [InlineData("barrier=gate access=permit", null)]
    [InlineData("barrier=cattle_grid", 40)]
    [InlineData("highway=crossing", 40)]
    public void A_barrier_parts_the_road_or_lets_pass(string tags, int? seconds)
    {
        AsciiRoads roads = AsciiRoads.Map("a-b-c").Way("abc").Node('b', tags);

        // A parted road leaves two components: the far side cannot be snapped to, so the point walks from the barrier.
        RoadNetwork network = roads.Build();
        (network.Edges.Count, network.Graph.NodeCount).ShouldBe(seconds is null ? (2, 4) : (1, 2));
        if (seconds is { } expected)
            roads.Seconds(network, 'a', 'c').ShouldBe(expected);
    }

    [Fact]
    public void Lights_on_the_way_and_at_its_end_cost_their_seconds_once()
    {
        RoadProfile lights = AsciiRoads.Plain with { NodeSeconds = RoadProfile.Load("car").NodeSeconds };
        AsciiRoads roads = AsciiRoads.Map("a-b-c-d").Way("abc").Way("cd").Node('b', "highway=traffic_signals").Node('c', "highway=traffic_signals");

        roads.Cost(roads.Build(lights), 'a', 'd')!.Value.Seconds.ShouldBe(60 + 8 + 8);
        roads.Cost(roads.Build(lights), 'd', 'a')!.Value.Seconds.ShouldBe(60 + 8 + 8);
    }

    [Theory]
    [InlineData('b', "", 48, 48)]
    [InlineData('b', "both", 48, 48)]
    [InlineData('b', "forward", 48, 40)]
    [InlineData('b', "backward", 40, 48)]
    [InlineData('c', "forward", 48, 40)]
    [InlineData('c', "backward", 48, 40)]
    [InlineData('a', "forward", 40, 48)]
    [InlineData('a', "backward", 40, 48)]
    public void Lights_that_face_one_way_stop_that_way_only_and_at_an_end_who_arrives(char node, string direction, int there, int back)
    {
        RoadProfile lights = AsciiRoads.Plain with { NodeSeconds = RoadProfile.Load("car").NodeSeconds };
        string tags = direction.Length == 0 ? "highway=traffic_signals" : $"highway=traffic_signals traffic_signals:direction={direction}";
        AsciiRoads roads = AsciiRoads.Map("a-b-c").Way("abc").Node(node, tags);
        RoadNetwork network = roads.Build(lights);

        (roads.Cost(network, 'a', 'c')!.Value.Seconds, roads.Cost(network, 'c', 'a')!.Value.Seconds).ShouldBe((there, back));
    }

    [Fact]
    public void The_largest_component_is_marked_and_an_island_is_not_in_it()
    {
        RoadNetwork network = AsciiRoads.Map("a-b-c-d   x-y").Way("abc").Way("bd").Way("cd").Way("xy").Build();

        network.Info.Report.NodesInMain.ShouldBe(network.Graph.NodeCount - 2);
        for (int v = 0; v < network.Graph.NodeCount; v++)
            (network.Graph.NodeInMain.Span[v] == 1).ShouldBe(network.Graph.NodeOsmId.Span[v] < 'x');
    }

    [Fact]
    public void The_order_of_objects_in_the_file_leaves_no_trace()
    {
        AsciiRoads Roads() => AsciiRoads.Map(
            """
            a-b-c-d
            | | | |
            e-f-g-h
            """).Way("abcd").Way("efgh").Way("ae").Way("bf", "highway=residential oneway=yes name=Roma").Way("cg", "highway=primary name=Como")
            .Way("dh").Turn("no_left_turn", "abcd", "b", "bf").Turn("only_straight_on", "ae", "e", "efgh");
        RoadNetwork sorted = Roads().Build();

        for (int seed = 0; seed < 20; seed++)
        {
            RoadNetwork mixed = Roads().Shuffled(seed).Build();
            mixed.Graph.Head.ToArray().ShouldBe(sorted.Graph.Head.ToArray());
            mixed.Graph.ArcEdge.ToArray().ShouldBe(sorted.Graph.ArcEdge.ToArray());
            mixed.Graph.Deciseconds.ToArray().ShouldBe(sorted.Graph.Deciseconds.ToArray());
            mixed.Graph.NodeOsmId.ToArray().ShouldBe(sorted.Graph.NodeOsmId.ToArray());
            mixed.Edges.WayOsmId.ToArray().ShouldBe(sorted.Edges.WayOsmId.ToArray());
            mixed.Edges.NameText.ToArray().ShouldBe(sorted.Edges.NameText.ToArray());
            mixed.Info.Report.RestrictionsApplied.ShouldBe(sorted.Info.Report.RestrictionsApplied);
        }
    }

    [Fact]
    public void A_way_is_cut_where_the_file_lacks_a_node()
    {
        RoadNetwork network = AsciiRoads.Map("a-b   c-d").Way("abXcd").Build();

        network.Edges.Count.ShouldBe(2);
        network.Info.Report.NodesMissing.ShouldBe(1);
    }

    [Fact]
    public void A_few_missing_nodes_are_said_and_many_stop_the_work()
    {
        string letters = "abcdefghijklmnopqrst";
        RoadBuildReport none = AsciiRoads.Map(letters).Way(letters).Build().Info.Report;
        RoadBuildReport few = AsciiRoads.Map(letters).Way(letters).Way("aX").Build().Info.Report;

        none.Warnings.ShouldBeEmpty();
        few.Warnings.ShouldHaveSingleItem().ShouldStartWith("Mancano 1 dei 22 nodi a cui le strade rimandano: lì le strade sono tagliate.");
        Should.Throw<CoverageInputException>(() => AsciiRoads.Map("a-b-c").Way("abc").Way("cXY").Build()).Message
            .ShouldBe("Al file «disegno» mancano 2 dei 6 nodi a cui le strade rimandano (33 %): scaricare un estratto completo di nodi (per esempio da "
                + "download.geofabrik.de), o ritagliarlo con «osmium extract --strategy complete_ways».");
    }

    [Fact]
    public void A_car_train_takes_its_declared_time_and_its_own_wait()
    {
        AsciiRoads roads = AsciiRoads.Map("a-b-----c-d").Way("ab").Way("bc", "route=shuttle_train railway=rail duration=00:20").Way("cd");
        RoadProfile waiting = AsciiRoads.Plain with { ShuttleTrain = AsciiRoads.Plain.ShuttleTrain! with { WaitSeconds = 600 } };

        roads.Seconds(roads.Build(waiting), 'a', 'd').ShouldBe(20 + 1200 + 600 + 20);
    }

    [Fact]
    public void Objects_given_twice_are_counted_and_said_and_the_first_counts()
    {
        var twice = new RepeatedObjects(AsciiRoads.Map("a-b-c").Way("ab", "highway=primary").Way("bc").Turn("no_u_turn", "ab", "b", "ab"));
        RoadNetwork network = RoadNetworkBuilder.Build(twice, AsciiRoads.Plain, cancellationToken: TestContext.Current.CancellationToken);
        RoadBuildReport report = network.Info.Report;

        (report.NodesRepeated, report.WaysRepeated, report.RestrictionsRepeated, report.RestrictionsApplied).ShouldBe((3, 2, 1, 1));
        report.WaysRefused["identificativo ripetuto"].ShouldBe(2);
        report.Warnings.ShouldBe(["Il file dà due volte 3 nodi, 2 strade e 1 divieti con lo stesso identificativo: vale il primo di ognuno. "
            + "Controllare se l'estratto è unito male."]);
        network.Info.Report.Kilometres.ShouldBe(0.4);
    }

    [Fact]
    public void A_clip_keeps_the_area_and_its_margin()
    {
        AsciiRoads roads = AsciiRoads.Map("a-b-c-d-e-f-g").Way("ab").Way("bc").Way("cd").Way("de").Way("ef").Way("fg");
        (double west, double south) = AsciiRoads.Place(-1, 1);
        (double east, double north) = AsciiRoads.Place(3, -1);
        Geometry area = new WKTReader().Read(
            FormattableString.Invariant($"POLYGON (({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"));

        RoadNetwork network = roads.Build(clip: new RoadClip(area, "prova", marginMetres: 510));

        network.Graph.NodeOsmId.ToArray().Order().ShouldBe("abcde".Select(letter => (long)letter));
        network.Info.Clip.ShouldBe("prova");
        network.Info.Report.WaysRefused.ShouldBe([new KeyValuePair<string, int>("fuori dal ritaglio o con nodi mancanti", 2)]);
    }

    [Fact]
    public void Data_without_a_usable_road_are_refused()
    {
        CoverageInputException error = Should.Throw<CoverageInputException>(() => AsciiRoads.Map("a-b").Way("ab", "waterway=river").Build());

        error.Message.ShouldBe(
            "Il file «disegno» non contiene strade percorribili con il profilo «car»: controllare che l'estratto sia quello giusto e contenga le strade (highway).");
    }

    [Fact]
    public void Nodes_are_numbered_along_a_curve_so_that_neighbours_are_near()
    {
        string row = "abcdefghijklmnop";
        RoadNetwork network = AsciiRoads.Map("acegikmobdfhjlnp").Way(row).Way("ap").Way("bo").Way("cn").Way("dm").Way("el").Way("fk").Way("gj").Build();

        // On a line a Hilbert curve runs from one end to the other.
        int[] lon = network.Graph.NodeLon.ToArray();
        (lon.SequenceEqual(lon.Order()) || lon.SequenceEqual(lon.OrderDescending())).ShouldBeTrue();
    }

    /// <summary>Every object of a file, and then again.</summary>
    private sealed class RepeatedObjects(AsciiRoads roads) : IOsmSource
    {
        public OsmSourceInfo Info => roads.Info;

        public void Read(OsmKinds kinds, Action<OsmBlock> onBlock, CancellationToken cancellationToken)
        {
            roads.Read(kinds, onBlock, cancellationToken);
            roads.Read(kinds, onBlock, cancellationToken);
        }
    }

    private static RoadTraits Traits(RoadNetwork network, int edge) => (RoadTraits)network.Edges.Traits.Span[edge];
}
