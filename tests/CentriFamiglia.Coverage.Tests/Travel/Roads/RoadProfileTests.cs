using System.Text;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Building;

namespace CentriFamiglia.Coverage.Tests.Travel.Roads;

public class RoadProfileTests
{
    private static readonly RoadProfile _car = RoadProfile.Load("car");

    [Theory]
    [InlineData("car")]
    [InlineData("car-punta")]
    [InlineData("foot")]
    public void A_built_in_profile_exports_to_the_text_it_was_read_from(string name)
    {
        RoadProfile profile = RoadProfile.Load(name);

        RoadProfile again = RoadProfile.Parse(profile.Source.AsSpan());

        again.Name.ShouldBe(name);
        (again.Sha256 == profile.Sha256).ShouldBeTrue();
    }

    [Fact]
    public void The_profile_of_the_peak_hour_is_that_of_the_car_but_for_its_traffic()
    {
        JsonObject free = JsonNode.Parse(_car.Source.AsSpan())!.AsObject(), peak = JsonNode.Parse(RoadProfile.Load("car-punta").Source.AsSpan())!.AsObject();

        string[] others = [.. free.Where(member => !JsonNode.DeepEquals(member.Value, peak[member.Key])).Select(member => member.Key)];

        others.ShouldBe(["name", "title", "notes", "traffic"], ignoreOrder: true);
        peak.Select(member => member.Key).Except(free.Select(member => member.Key), StringComparer.Ordinal).ShouldBeEmpty();
        RoadProfile.Load("car-punta").Traffic.ShouldBe(new TrafficRule(Urban: 0.65, Extraurban: 0.9));
    }

    [Theory]
    [InlineData("\"maxspeed_factor\": 0.85", "\"maxspeed_factor\": 9", "«maxspeed_factor» deve stare tra 0.05 e 1.5")]
    [InlineData("\"urban\": 105", "\"urban\": 0", "«classes.motorway.urban» deve stare tra 1 e 200 km/h")]
    [InlineData("\"mode\": \"car\"", "\"mode\": \"bus\"", "«mode» deve essere «car» o «foot»")]
    [InlineData("\"slopes\"", "\"pendenze\"", "pendenze")]
    [InlineData("\"estate\"", "\"autunno\"", "«season» deve essere «estate» o «inverno»")]
    [InlineData("\"traffic\": { \"urban\": 1", "\"traffic\": { \"urban\": 0", "«traffic.urban» deve stare tra 0.05 e 1")]
    [InlineData("\"seconds\": 20", "\"seconds\": -1", "«u_turns.seconds» deve stare tra 0 e 3600 secondi")]
    [InlineData("\"height\": 2.0", "\"height\": 200", "«vehicle» vuole altezza, larghezza e lunghezza in metri")]
    [InlineData("\"other_ways\": {}", "\"other_ways\": {\"pier\": {\"urban\":5,\"extraurban\":5,\"ceiling\":5}}", "«other_ways» vuole nomi come «man_made=pier»")]
    [InlineData("{", "[", "Il profilo non è valido")]
    public void A_profile_with_a_slip_is_refused_with_its_place(string written, string slip, string message)
    {
        string json = Encoding.UTF8.GetString(_car.Source.AsSpan());
        int at = json.IndexOf(written, StringComparison.Ordinal);

        byte[] wrong = Encoding.UTF8.GetBytes(json[..at] + slip + json[(at + written.Length)..]);

        Should.Throw<CoverageInputException>(() => RoadProfile.Parse(wrong)).Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("50", 50.0)]
    [InlineData("50 km/h", 50.0)]
    [InlineData("30 mph", 48.28032)]
    [InlineData("30mph", 48.28032)]
    [InlineData("10 knots", 18.52)]
    [InlineData("IT:urban", 50.0)]
    [InlineData("IT:rural", 90.0)]
    [InlineData("IT:trunk", 110.0)]
    [InlineData("IT:motorway", 130.0)]
    [InlineData("CH:urban", 50.0)]
    [InlineData("IT:living_street", 20.0)]
    [InlineData("IT:bicycle_road", 30.0)]
    [InlineData("IT:30", 30.0)]
    [InlineData("IT:20", 20.0)]
    [InlineData("IT:zone30", 30.0)]
    [InlineData("IT:zone:30", 30.0)]
    [InlineData("DE:zone:20", 20.0)]
    [InlineData("IT:boh", null)]
    [InlineData("IT:", null)]
    [InlineData("walk", 8.0)]
    [InlineData("90;70", 70.0)]
    [InlineData("none", double.PositiveInfinity)]
    [InlineData("signals", null)]
    [InlineData("variable", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("0", null)]
    [InlineData("-50", null)]
    [InlineData("cinquanta", null)]
    [InlineData("1e9", null)]
    public void A_signed_speed_is_read_in_every_form(string? value, double? kmh) => SignedSpeed.Parse(value, _car.MaxspeedZones).ShouldBe(kmh);

    [Theory]
    [InlineData("highway=primary", 70)]
    [InlineData("highway=primary maxspeed=50", 42.5)]
    [InlineData("highway=primary maxspeed=90", 76.5)]
    [InlineData("highway=primary maxspeed=110", 80)]
    [InlineData("highway=primary maxspeed=90 maxspeed:advisory=50", 42.5)]
    [InlineData("highway=primary maxspeed:forward=90 maxspeed:advisory:forward=50 maxspeed:advisory:backward=70", 42.5)]
    [InlineData("highway=primary maxspeed=50 maxspeed:advisory:backward=30", 42.5)]
    [InlineData("highway=cycleway motor_vehicle=designated", 8)]
    [InlineData("highway=primary maxspeed:type=IT:urban", 42.5)]
    [InlineData("highway=primary zone:traffic=IT:urban", 42.5)]
    [InlineData("highway=primary source:maxspeed=sign", 70)]
    [InlineData("highway=motorway maxspeed=130", 110.5)]
    [InlineData("highway=motorway maxspeed=none", 120)]
    [InlineData("highway=tertiary surface=gravel", 25)]
    [InlineData("highway=tertiary smoothness=bad maxspeed=70", 30)]
    [InlineData("highway=tertiary incline=10%", 45)]
    [InlineData("highway=tertiary incline=-15%", 40)]
    [InlineData("highway=tertiary incline=up", 50)]
    [InlineData("highway=unclassified motor_vehicle=destination", 40)]
    [InlineData("highway=service service=parking_aisle", 10)]
    public void Tags_make_a_speed(string tags, double kmh)
    {
        RoadProfile still = _car with { NodeSeconds = _car.NodeSeconds.Clear() };

        ForwardKmh(still, AsciiRoads.Map("a---------b---------c").Way("abc", tags)).ShouldBe(kmh, kmh / 500);
    }

    [Fact]
    public void In_traffic_roads_are_slower_by_the_share_of_town_or_country()
    {
        RoadProfile still = _car with { NodeSeconds = _car.NodeSeconds.Clear(), Traffic = new TrafficRule(Urban: 0.6, Extraurban: 0.9) };
        AsciiRoads Road(string tags) => AsciiRoads.Map("a---------b---------c").Way("abc", tags);

        ForwardKmh(still, Road("highway=primary")).ShouldBe(70 * 0.9, 0.2);
        ForwardKmh(still, Road("highway=primary maxspeed=50")).ShouldBe(42.5 * 0.9, 0.2);
        ForwardKmh(still, Road("highway=primary zone:traffic=IT:urban maxspeed=50")).ShouldBe(42.5 * 0.6, 0.2);
        ForwardKmh(_car with { NodeSeconds = still.NodeSeconds }, Road("highway=primary")).ShouldBe(70, 0.2, "no traffic in the profile that ships");
    }

    [Theory]
    [InlineData("2.5", 2.5)]
    [InlineData("2.5 m", 2.5)]
    [InlineData("2,5m", 2.5)]
    [InlineData("250 cm", 2.5)]
    [InlineData("8 ft", 2.4384)]
    [InlineData("6'7\"", 2.00660)]
    [InlineData("7'", 2.1336)]
    [InlineData("default", null)]
    [InlineData("none", null)]
    [InlineData("below_default", null)]
    [InlineData("", null)]
    public void A_signed_length_is_read_in_every_form(string text, double? metres) => Near(VehicleLimits.Metres(text), metres);

    [Theory]
    [InlineData("3.5", 3.5)]
    [InlineData("3.5 t", 3.5)]
    [InlineData("1500 kg", 1.5)]
    [InlineData("3 st", 2.7216)]
    [InlineData("6000 lbs", 2.7216)]
    [InlineData("unsigned", null)]
    public void A_signed_weight_is_read_in_every_form(string text, double? tonnes) => Near(VehicleLimits.Tonnes(text), tonnes);

    [Fact]
    public void A_limit_for_one_direction_holds_for_that_one()
    {
        RoadNetwork network = AsciiRoads.Map("a---------b").Way("ab", "highway=primary maxspeed:forward=50 maxspeed:backward=70").Build(_car);

        (network.Edges.ForwardDeciseconds.Span[0] * 42.5).ShouldBe(network.Edges.BackwardDeciseconds.Span[0] * 59.5, 100);
    }

    [Fact]
    public void Where_streets_are_dense_roads_are_urban()
    {
        AsciiRoads town = AsciiRoads.Map(
            """
            a---------b---------------------------------------------c
            |  d e f  |
            |  | | |  |
            |  g h i  |
            |         |
            j---------k
            """).Way("ab", "highway=primary").Way("bc", "highway=primary").Way("ajkb").Way("dg").Way("eh").Way("fi").Way("dgihefd").Way("aj").Way("kb");
        RoadNetwork network = town.Build(_car);

        TraitsOf(network, 1).ShouldContain(RoadTraits.Urban);
        TraitsOf(network, 2).ShouldNotContain(RoadTraits.Urban);
    }

    [Fact]
    public void A_winding_road_is_slower_than_a_straight_one()
    {
        AsciiRoads straight = AsciiRoads.Map("a-b-c-d-e-f").Way("abcdef", "highway=tertiary");
        AsciiRoads winding = AsciiRoads.Map(
            """
            a b
            c d
            e f
            """).Way("abdcef", "highway=tertiary");

        ForwardKmh(_car, straight).ShouldBe(50, 0.2);
        ForwardKmh(_car, winding).ShouldBe(50 * 0.88, 0.2, "four bends of 90 degrees in 800 metres: 450 degrees per km");
    }

    [Fact]
    public void On_foot_every_way_is_walked_both_ways_at_five_kilometres_per_hour()
    {
        RoadNetwork network = AsciiRoads.Map("a-----b").Way("ab", "highway=residential oneway=yes").Build(RoadProfile.Load("foot"));

        network.Edges.ForwardDeciseconds.Span[0].ShouldBeInRange(4319, 4321);
        network.Edges.BackwardDeciseconds.Span[0].ShouldBe(network.Edges.ForwardDeciseconds.Span[0]);
    }

    [Theory]
    [InlineData("highway=trunk foot=yes", 5)]
    [InlineData("highway=trunk_link foot=yes", 5)]
    [InlineData("highway=primary", 5)]
    [InlineData("highway=primary_link", 5)]
    [InlineData("highway=secondary", 5)]
    [InlineData("highway=secondary_link", 5)]
    [InlineData("highway=tertiary", 5)]
    [InlineData("highway=tertiary_link", 5)]
    [InlineData("highway=unclassified", 5)]
    [InlineData("highway=residential", 5)]
    [InlineData("highway=living_street", 5)]
    [InlineData("highway=service", 5)]
    [InlineData("highway=road foot=yes", 5)]
    [InlineData("highway=track", 4.5)]
    [InlineData("highway=pedestrian", 5)]
    [InlineData("highway=footway", 5)]
    [InlineData("highway=path", 4)]
    [InlineData("highway=steps", 2)]
    [InlineData("highway=cycleway foot=designated", 5)]
    [InlineData("highway=bridleway foot=yes", 4)]
    [InlineData("highway=platform", 4)]
    [InlineData("highway=pier", 5)]
    [InlineData("highway=raceway foot=yes", 5)]
    [InlineData("highway=footway surface=sand", 3)]
    [InlineData("highway=footway surface=mud", 2.5)]
    [InlineData("highway=footway surface=snow", 3)]
    [InlineData("highway=footway surface=ice", 2)]
    [InlineData("highway=primary maxspeed=30", 5)]
    public void On_foot_every_kind_of_way_has_its_pace(string tags, double kmh)
    {
        AsciiRoads roads = AsciiRoads.Map("a---------b---------c").Way("abc", tags);

        ForwardKmh(RoadProfile.Load("foot"), roads).ShouldBe(kmh, kmh / 500);
    }

    [Fact]
    public void Every_kind_of_way_that_the_foot_profile_names_is_in_the_table_above() =>
        RoadProfile.Load("foot").Classes.Count.ShouldBe(21);

    [Theory]
    [InlineData("highway=footway", true)]
    [InlineData("highway=motorway", false)]
    [InlineData("highway=trunk", false)]
    [InlineData("highway=trunk foot=yes", true)]
    [InlineData("highway=cycleway", false)]
    [InlineData("highway=primary motorroad=yes", false)]
    [InlineData("route=shuttle_train", false)]
    [InlineData("highway=residential foot=no", false)]
    [InlineData("highway=residential motor_vehicle=no", true)]
    [InlineData("route=ferry", true)]
    public void On_foot_other_ways_are_open(string tags, bool open) =>
        AsciiRoads.Map("a-b-c").Way("ab").Way("bc", tags).Build(RoadProfile.Load("foot")).Info.Report.WaysUsed.ShouldBe(open ? 2 : 1);

    [Theory]
    [InlineData("20", 1200.0)]
    [InlineData("00:20", 1200.0)]
    [InlineData("01:20:30", 4830.0)]
    [InlineData("PT1H20M", 4800.0)]
    [InlineData("venti", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("-5", null)]
    [InlineData("0", null)]
    [InlineData("1:2:3:4", null)]
    [InlineData("P1000000Y", null)]
    public void A_ferrys_duration_is_read_in_every_form(string? duration, double? seconds) => CrossingTime.Parse(duration).ShouldBe(seconds);

    private static void Near(double? found, double? expected)
    {
        found.HasValue.ShouldBe(expected.HasValue);
        (found ?? 0).ShouldBe(expected ?? 0, 0.0001);
    }

    private static double ForwardKmh(RoadProfile profile, AsciiRoads roads)
    {
        RoadNetwork network = roads.Build(profile);
        return network.Edges.Decimetres.Span[0] / (double)network.Edges.ForwardDeciseconds.Span[0] * 3.6;
    }

    private static IEnumerable<RoadTraits> TraitsOf(RoadNetwork network, long way)
    {
        int edge = Array.IndexOf(network.Edges.WayOsmId.ToArray(), way);
        return Enum.GetValues<RoadTraits>().Where(trait => trait != RoadTraits.None && ((RoadTraits)network.Edges.Traits.Span[edge]).HasFlag(trait));
    }
}
