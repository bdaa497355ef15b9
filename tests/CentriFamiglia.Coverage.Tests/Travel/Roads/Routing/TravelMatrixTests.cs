using CentriFamiglia.Coverage.Travel;
using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Routing;
using CentriFamiglia.Coverage.Travel.Roads.Routing.Contracting;

namespace CentriFamiglia.Coverage.Tests.Travel.Roads.Routing;

/// <summary>A map, and the seconds of every pair of some letters (a cell is ten seconds). <c>-</c> is no way, <c>x</c> is not on the network.</summary>
public class TravelMatrixTests
{
    [Fact]
    public void One_way_street() => Seconds(
        AsciiRoads.Map(
            """
            a-b
            | |
            | |
            c-d
            """).Way("ab", "highway=residential oneway=yes").Way("acdb"),
        """
           a  b  d
        a  0 20 50
        b 80  0 30
        d 50 30  0
        """);

    [Fact]
    public void One_way_street_drawn_backwards() => Seconds(
        AsciiRoads.Map(
            """
            a-b
            | |
            | |
            c-d
            """).Way("ab", "highway=residential oneway=-1").Way("acdb"),
        """
           a  b  d
        a  0 80 50
        b 20  0 30
        d 50 30  0
        """);

    [Fact]
    public void Forbidden_turn() => Seconds(
        AsciiRoads.Map(
            """
                n
                |
            w---x---e
            |   |   |
            |   s   |
            a-------b
            """).Way("wx").Way("xe").Way("nx").Way("xs").Way("wabe").Turn("no_right_turn", "wx", "x", "xs"),
        """
            n  s   e   w
        n   0 40  60  60
        s  40  0  60  60
        e  60 60   0  80
        w  60 120 80   0
        """);

    [Fact]
    public void Roundabout() => Seconds(
        AsciiRoads.Map(
            """
              f
              |
              n
             / \
            w   o-e
             \ /
              s
            """).Way("nwson", "highway=primary junction=roundabout").Way("oe").Way("fn"),
        """
            e   f
        e   0  68
        f 125   0
        """);

    [Fact]
    public void Ferry() => Seconds(
        AsciiRoads.Map("a-b-----d-e").Way("ab").Way("bd", "route=ferry motor_vehicle=yes duration=00:20").Way("de"),
        """
             a    e
        a    0 1240
        e 1240    0
        """);

    [Fact]
    public void Island_without_a_ferry() => Seconds(
        AsciiRoads.Map("a-b-c               y-z").Way("ab").Way("bc").Way("yz"),
        """
          a  c z
        a 0 40 x
        c 40 0 x
        z x x x
        """);

    [Fact]
    public void Two_places_on_one_edge()
    {
        RoadNetwork network = AsciiRoads.Map(
            """
            a---------b
            |         |
            d---------c
            """).Way("ab", "highway=residential oneway=yes").Way("bcda").Build();
        (double, double)[] places = [AsciiRoads.Place(2, 0), AsciiRoads.Place(7, 0)];

        Costs(network, places, places).Select(cost => cost?.Seconds).ShouldBe([0, 50, 190, 0]);
    }

    [Fact]
    public void Access_on_foot_counts_at_both_ends()
    {
        RoadNetwork network = AsciiRoads.Map("a---------b").Way("ab").Build();

        Costs(network, [AsciiRoads.Place(2, 1)], [AsciiRoads.Place(7, -1)]).ShouldBe([new TravelCost(72 + 50 + 72, 700)]);
    }

    [Fact]
    public void A_place_is_not_snapped_and_the_others_are_answered()
    {
        RoadNetwork network = AsciiRoads.Map("a---------b").Way("ab").Build();
        (double, double)[] places = [AsciiRoads.Place(0, 0), (double.NaN, 45), (0, 0), AsciiRoads.Place(0, 11), AsciiRoads.Place(10, 0)];
        TravelMatrix matrix = MatrixOf(network);
        RoadSnap[] snaps = matrix.Snap(places);

        long[] row = matrix.Rows([snaps[0]], snaps, TestContext.Current.CancellationToken).Single();

        row.Select((weight, j) => TravelMatrix.StatusOf(snaps[0], snaps[j], weight)).ShouldBe(
            [TripStatus.Ok, TripStatus.NotSnapped, TripStatus.NotSnapped, TripStatus.NotSnapped, TripStatus.Ok]);
    }

    [Fact]
    public void Nothing_but_one_way_streets() => Seconds(
        AsciiRoads.Map("a-b-c").Way("ab", "highway=residential oneway=yes").Way("bc", "highway=residential oneway=yes"),
        """
          a  b  c
        a 0 20 40
        b -  0 20
        c -  -  0
        """);

    [Fact]
    public void Nothing_but_a_one_way_street_drawn_backwards() => Seconds(
        AsciiRoads.Map("a-b-c").Way("abc", "highway=residential oneway=-1"),
        """
           a  c
        a  0  -
        c 40  0
        """);

    [Fact]
    public void Nodes_after_ways_and_relations_before_both() => Seconds(
        AsciiRoads.Map(
            """
                n
                |
            w---x---e
            |   |   |
            |   s   |
            a-------b
            """).Way("wx").Way("xe").Way("nx").Way("xs").Way("wabe").Turn("no_right_turn", "wx", "x", "xs").Shuffled(1),
        """
            n  s   e   w
        n   0 40  60  60
        s  40  0  60  60
        e  60 60   0  80
        w  60 120 80   0
        """);

    [Fact]
    public void Splitting_a_request_changes_nothing_and_rows_keep_their_order()
    {
        RoadNetwork network = AsciiRoads.Map(
            """
            a-b-c-d
            | | | |
            e-f-g-h
            """).Way("abcd").Way("efgh").Way("ae").Way("bf", "highway=residential oneway=yes").Way("cg", "highway=primary").Way("dh").Build();
        var random = new Random(5);
        (double, double)[] places = [.. Enumerable.Range(0, 150).Select(_ => AsciiRoads.Place(random.NextDouble() * 7, random.NextDouble() * 3))];

        TravelCost?[] whole = Costs(network, places, places);

        whole.ShouldBe(places.Chunk(7).SelectMany(some => Costs(network, some, places)));
        for (int i = 0; i < places.Length; i += 13)
        {
            for (int j = 0; j < places.Length; j += 7)
            {
                TravelCost? one = Costs(network, [places[i]], [places[j]])[0];
                one.ShouldBe(whole[(i * places.Length) + j]);
                one.ShouldBe(ReferenceRoutes.Cost(network, places[i], places[j]));
            }
        }
    }

    [Fact]
    public void As_a_travel_source_it_says_which_network_it_rests_on()
    {
        RoadNetwork network = AsciiRoads.Map("a---------b").Way("ab").Build();

        new RoadTravel(network, HierarchyBuilder.Build(network.Graph, cancellationToken: TestContext.Current.CancellationToken), SnapOptions.Default,
            "impronta").Info.ShouldSatisfyAllConditions(
            info => info.Kind.ShouldBe("rete"),
            info => info.Fingerprint.ShouldBe("impronta"),
            info => info.Description.ShouldBe("Tempi senza traffico sulla rete stradale disegno, profilo «car» (© OpenStreetMap contributors)."));
    }

    [Fact]
    public void Traffic_and_winter_of_the_profile_are_said_of_its_times()
    {
        AsciiRoads roads = AsciiRoads.Map("a---------b").Way("ab");
        RoadNetworkInfo winter = roads.Build(AsciiRoads.Plain with { Season = "inverno" }).Info;
        RoadNetworkInfo peak = roads.Build(AsciiRoads.Plain with { Traffic = new TrafficRule(Urban: 0.65, Extraurban: 0.9) }).Info;

        (winter.Times, winter.IsFree).ShouldBe(("senza traffico, d'inverno", true));
        (peak.Times, peak.IsFree).ShouldBe(("con il traffico del profilo (0,65 della velocità nell'abitato, 0,9 fuori)", false));
    }

    private static TravelMatrix MatrixOf(RoadNetwork network) => new(network, HierarchyBuilder.Build(network.Graph), SnapOptions.Default);

    private static TravelCost?[] Costs(RoadNetwork network, (double Lon, double Lat)[] from, (double Lon, double Lat)[] to) =>
        new RoadTravel(network, HierarchyBuilder.Build(network.Graph), SnapOptions.Default, "").Costs(
            [.. from.Select(place => new Place(place.Lon, place.Lat, default, null))],
            [.. to.Select(place => new Place(place.Lon, place.Lat, default, null))]);

    private static void Seconds(AsciiRoads roads, string table)
    {
        string[][] cells = [.. table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        RoadNetwork network = roads.Build();
        TravelMatrix matrix = MatrixOf(network);
        RoadSnap[] snaps = matrix.Snap([.. cells[0].Select(letter => roads.At(letter[0]))]);

        string[][] found =
        [
            cells[0],
            .. matrix.Rows(snaps, snaps).Select((row, i) => new[] { cells[0][i] }.Concat(row.Select((weight, j) => Shown(snaps[i], snaps[j], weight))).ToArray()),
        ];

        string.Join('\n', found.Select(row => string.Join(' ', row))).ShouldBe(string.Join('\n', cells.Select(row => string.Join(' ', row))));
    }

    private static string Shown(RoadSnap from, RoadSnap to, long weight) => TravelMatrix.StatusOf(from, to, weight) switch
    {
        TripStatus.Ok => RoadWeight.ToCost(weight)!.Value.Seconds.ToString(),
        TripStatus.Unreachable => "-",
        _ => "x",
    };
}
