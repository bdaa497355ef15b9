using CentriFamiglia.Coverage.Travel;
using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.Tests.Travel.Roads;

public class RoadSnapperTests
{
    private static readonly AsciiRoads _line = AsciiRoads.Map("a---------b").Way("ab", "highway=residential name=Roma");

    [Fact]
    public void A_point_goes_to_the_nearest_place_on_an_edge_and_learns_distance_and_name()
    {
        RoadNetwork network = _line.Build();
        var snapper = new RoadSnapper(network);
        (double lon, double lat) = AsciiRoads.Place(2.5, 1);

        RoadSnap snap = snapper.Snap(lon, lat);

        snap.Status.ShouldBe(SnapStatus.Ok);
        snap.DistanceMetres.ShouldBe(100, 0.1);
        snap.Lon.ShouldBe(lon, 1e-6);
        snap.Lat.ShouldBe(AsciiRoads.Place(0, 0).Lat, 1e-6);
        snap.Fraction.ShouldBe(0.25, 0.001);
        snapper.RoadOf(snap).ShouldBe("Roma");
        RoadWeight.ToCost(snap.AccessWeight).ShouldBe(new TravelCost(72, 100), "5 km/h");
    }

    [Theory]
    [InlineData(2, 0, 7, 0, 50, 500)]
    [InlineData(7, 0, 2, 0, 50, 500)]
    [InlineData(2, 1, 7, 1, 194, 700)]
    [InlineData(3, 0, 3, 0, 0, 0)]
    [InlineData(0, 0, 10, 0, 100, 1000)]
    public void Two_places_on_one_edge_are_as_far_as_the_road_between(double x1, double y1, double x2, double y2, int seconds, int metres) =>
        AsciiRoads.Cost(_line.Build(), AsciiRoads.Place(x1, y1), AsciiRoads.Place(x2, y2)).ShouldBe(new TravelCost(seconds, metres));

    [Fact]
    public void Against_a_one_way_street_the_trip_goes_round()
    {
        RoadNetwork network = AsciiRoads.Map(
            """
            a---------b
            |         |
            d---------c
            """).Way("ab", "highway=residential oneway=yes").Way("bcda").Build();

        AsciiRoads.Cost(network, AsciiRoads.Place(2, 0), AsciiRoads.Place(7, 0))!.Value.Seconds.ShouldBe(50);
        AsciiRoads.Cost(network, AsciiRoads.Place(7, 0), AsciiRoads.Place(2, 0))!.Value.Seconds.ShouldBe(30 + 20 + 100 + 20 + 20);
    }

    [Fact]
    public void On_a_two_way_loop_the_shorter_way_round_is_taken()
    {
        RoadNetwork network = AsciiRoads.Map(
            """
            x-a---------b
              |         |
              d---------c
            """).Way("xa").Way("abcda").Build();

        AsciiRoads.Cost(network, AsciiRoads.Place(3, 0), AsciiRoads.Place(2, 1))!.Value.Seconds.ShouldBe(20);
        AsciiRoads.Cost(network, AsciiRoads.Place(2, 1), AsciiRoads.Place(3, 0))!.Value.Seconds.ShouldBe(20);
    }

    [Fact]
    public void A_point_at_a_junction_belongs_to_all_its_roads()
    {
        AsciiRoads roads = AsciiRoads.Map(
            """
            a-b-c
            | | |
            d-e-f
            """).Way("ab", "highway=residential oneway=yes").Way("be", "highway=residential oneway=yes").Way("bc").Way("cf").Way("ad").Way("def");
        RoadNetwork network = roads.Build();

        foreach (char far in "acdef")
        {
            roads.Seconds(network, 'b', far).ShouldNotBeNull();
            roads.Seconds(network, far, 'b').ShouldNotBeNull();
        }

        roads.Seconds(network, 'b', 'c').ShouldBe(20);
        roads.Seconds(network, 'c', 'b').ShouldBe(20);
        roads.Seconds(network, 'a', 'b').ShouldBe(20);
        roads.Seconds(network, 'b', 'a').ShouldBe(60);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2e-8, -3e-8)]
    [InlineData(-4e-8, 1e-8)]
    [InlineData(1e-7, 1e-7)]
    public void A_place_rounded_beside_a_junction_belongs_to_all_its_roads_too(double east, double north)
    {
        // All four roads of the crossing are one way: who belonged to one of them alone would have to go round.
        AsciiRoads roads = AsciiRoads.Map(
            """
                n
                |
            w---x---e
                |
                s
            """).Way("wx", "highway=residential oneway=yes").Way("xe", "highway=residential oneway=yes").Way("sx", "highway=residential oneway=yes")
            .Way("xn", "highway=residential oneway=yes").Way("enwse");
        RoadNetwork network = roads.Build();
        (double lon, double lat) = roads.At('x');

        AsciiRoads.Cost(network, (lon + east, lat + north), roads.At('e'))!.Value.Seconds.ShouldBe(40);
        AsciiRoads.Cost(network, (lon + east, lat + north), roads.At('n'))!.Value.Seconds.ShouldBe(20);
        AsciiRoads.Cost(network, roads.At('s'), (lon + east, lat + north))!.Value.Seconds.ShouldBe(20);
        AsciiRoads.Cost(network, roads.At('w'), (lon + east, lat + north))!.Value.Seconds.ShouldBe(40);
    }

    [Theory]
    [InlineData(2, 9, 2, 9, 0, 0)]
    [InlineData(2, 9, 2.2, 9, 14, 20)]
    [InlineData(2, 9, 2, -9, 648 + 648, 1800)]
    [InlineData(2, 9, 12, 9, 720, 1000)]
    [InlineData(2, 0.2, 9, 0.2, 14 + 70 + 14, 740)]
    [InlineData(2, 0.2, 2.9, 0.2, 14 + 9 + 14, 130)]
    [InlineData(2, 0.4, 2, -0.4, 58, 80)]
    public void Between_places_off_the_road_the_straight_walk_counts_where_it_is_the_lesser(
        double x1, double y1, double x2, double y2, int seconds, int metres)
    {
        RoadNetwork network = AsciiRoads.Map("a" + new string('-', 14) + "b").Way("ab").Build();

        TravelCost cost = AsciiRoads.Cost(network, AsciiRoads.Place(x1, y1), AsciiRoads.Place(x2, y2))!.Value;

        cost.Seconds.ShouldBeInRange(seconds - 1, seconds + 1);
        cost.Metres.ShouldBeInRange(metres - 2, metres + 2);
    }

    [Fact]
    public void Nobody_walks_straight_across_what_may_be_a_river()
    {
        // Two banks three hundred metres apart, and a bridge far in the east.
        string line = new('-', 58);
        RoadNetwork network = AsciiRoads.Map($"a{line}b\n\n\nd{line}c").Way("ab").Way("bc").Way("cd").Build();

        AsciiRoads.Cost(network, AsciiRoads.Place(5, 0), AsciiRoads.Place(5, 3))!.Value.Seconds.ShouldBe(540 + 30 + 540);
    }

    [Theory]
    [InlineData("highway=motorway oneway=no")]
    [InlineData("highway=motorway_link")]
    [InlineData("highway=primary tunnel=yes")]
    [InlineData("highway=trunk motorroad=yes")]
    [InlineData("route=ferry motor_vehicle=yes")]
    public void Motorways_ramps_tunnels_and_ferries_are_passed_over_unless_asked_for(string tags)
    {
        RoadNetwork network = AsciiRoads.Map(
            """
            a-----b
            |     |
            |     |
            d-----c
            """).Way("ab", tags).Way("bcda", "highway=primary").Build();
        var snapper = new RoadSnapper(network);
        (double lon, double lat) = AsciiRoads.Place(3, 1);

        snapper.Snap(lon, lat).DistanceMetres.ShouldBe(200, 0.5);
        snapper.Snap(lon, lat, SnapOptions.Default with { Excluded = RoadTraits.None }).DistanceMetres.ShouldBe(100, 0.5);
    }

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(5, 0)]
    [InlineData(7, 1)]
    [InlineData(12, 0)]
    public void Of_equally_near_edges_the_first_is_taken(double column, double row)
    {
        // Three carriageways on one line.
        RoadNetwork network = AsciiRoads.Map("a---------b").Way("ab", "highway=primary name=Roma")
            .Way("ab", "highway=service name=Como").Way("ab").Build();
        (double lon, double lat) = AsciiRoads.Place(column, row);

        network.Edges.Count.ShouldBe(3);
        new RoadSnapper(network).Snap(lon, lat).Edge.ShouldBe(0);
    }

    [Fact]
    public void At_a_junction_the_first_of_its_edges_is_taken()
    {
        AsciiRoads roads = AsciiRoads.Map(
            """
            a-b-c-d
            | | | |
            e-f-g-h
            """).Way("abcd").Way("efgh").Way("ae").Way("bf").Way("cg").Way("dh");
        RoadNetwork network = roads.Build();
        var snapper = new RoadSnapper(network);

        foreach (char letter in "abcdefgh")
        {
            (double lon, double lat) = roads.At(letter);
            (int Lon, int Lat) node = ((int)Math.Round(lon * 1e7), (int)Math.Round(lat * 1e7));
            int first = Enumerable.Range(0, network.Edges.Count).First(edge =>
                EndsOf(network.Edges, edge).Contains(node));

            snapper.Snap(node.Lon / 1e7, node.Lat / 1e7).Edge.ShouldBe(first, $"{letter}");
        }

        static (int Lon, int Lat)[] EndsOf(RoadEdges edges, int edge)
        {
            (int start, int end) = (edges.FirstPoint.Span[edge], edges.FirstPoint.Span[edge + 1] - 1);
            return [(edges.PointLon.Span[start], edges.PointLat.Span[start]), (edges.PointLon.Span[end], edges.PointLat.Span[end])];
        }
    }

    [Fact]
    public void A_road_that_leads_nowhere_is_passed_over()
    {
        RoadNetwork network = AsciiRoads.Map(
            """
            i---j

            a-b-c
             \|/
              d
            """).Way("ij").Way("abc").Way("bd").Way("adc").Build();
        (double lon, double lat) = AsciiRoads.Place(2, 0);

        new RoadSnapper(network).Snap(lon, lat).DistanceMetres.ShouldBe(200, 0.5);
    }

    [Theory]
    [InlineData(double.NaN, 45.46)]
    [InlineData(9.19, double.NaN)]
    [InlineData(double.PositiveInfinity, 45.46)]
    [InlineData(9.19, 90)]
    [InlineData(181, 45.46)]
    [InlineData(9.19, 43.0)]
    [InlineData(2.35, 48.85)]
    [InlineData(45.46, 9.19)]
    public void A_place_that_is_none_in_the_sea_or_in_another_country_is_not_snapped(double lon, double lat)
    {
        RoadNetwork network = _line.Build();
        var snapper = new RoadSnapper(network);

        RoadSnap snap = snapper.Snap(lon, lat);

        snap.ShouldBe(RoadSnap.None);
        snapper.Departures(snap).ShouldBeEmpty();
        snapper.Arrivals(snap).ShouldBeEmpty();
        snapper.SameEdge(snap, snap).ShouldBe(RoadWeight.Unreached);
        snapper.RoadOf(snap).ShouldBe("");
    }

    [Theory]
    [InlineData(99, SnapStatus.NotSnapped)]
    [InlineData(101, SnapStatus.Ok)]
    public void The_cap_decides_how_far_a_road_may_be(double cap, SnapStatus status)
    {
        (double lon, double lat) = AsciiRoads.Place(5, 1);

        new RoadSnapper(_line.Build()).Snap(lon, lat, SnapOptions.Default with { CapMetres = cap }).Status.ShouldBe(status);
    }

    [Fact]
    public void The_tree_finds_what_a_look_at_every_edge_finds()
    {
        var random = new Random(7);
        AsciiRoads roads = AsciiRoads.Map(
            """
            0  1  2   3   4   5    6
              7    8    9   A    B
            C  D  E   F   G   H    I
              J    K    L   M    N
            O  P  Q   R   S   T    U
            """);
        string letters = "0123456789ABCDEFGHIJKLMNOPQRSTU";
        for (int i = 0; i < 200; i++)
            roads.Way($"{letters[random.Next(letters.Length)]}{letters[random.Next(letters.Length)]}");
        roads.Way(letters);
        RoadNetwork network = roads.Build();
        var snapper = new RoadSnapper(network);

        for (int i = 0; i < 300; i++)
        {
            (double lon, double lat) = AsciiRoads.Place((random.NextDouble() * 40) - 8, (random.NextDouble() * 12) - 4);
            double nearest = Enumerable.Range(0, network.Edges.Count).Min(edge => Distance(network.Edges, edge, lon, lat));
            RoadSnap snap = snapper.Snap(lon, lat);
            (snap.Status == SnapStatus.Ok).ShouldBe(nearest <= 1000);
            if (snap.Status == SnapStatus.Ok)
                snap.DistanceMetres.ShouldBe(nearest, 0.01);
        }
    }

    /// <summary>By sampling nothing: the segment formula of plane geometry, in a projection of the test's own.</summary>
    private static double Distance(RoadEdges edges, int edge, double lon, double lat)
    {
        double best = double.MaxValue;
        double perLat = 111_132.95 - (559.85 * Math.Cos(2 * lat * Math.PI / 180)) + (1.175 * Math.Cos(4 * lat * Math.PI / 180));
        double perLon = (111_412.88 * Math.Cos(lat * Math.PI / 180)) - (93.5 * Math.Cos(3 * lat * Math.PI / 180)) + (0.118 * Math.Cos(5 * lat * Math.PI / 180));
        for (int p = edges.FirstPoint.Span[edge] + 1; p < edges.FirstPoint.Span[edge + 1]; p++)
        {
            NetTopologySuite.Geometries.Coordinate At(int point) =>
                new(((edges.PointLon.Span[point] / 1e7) - lon) * perLon, ((edges.PointLat.Span[point] / 1e7) - lat) * perLat);
            best = Math.Min(best, NetTopologySuite.Algorithm.DistanceComputer.PointToSegment(new(0, 0), At(p - 1), At(p)));
        }

        return best;
    }
}
