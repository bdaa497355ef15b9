using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.Tests.Travel.Roads;

/// <summary>
/// One street of the map, a-b, carries the tags; the way round by c and d is always free. Two hundred metres are twenty seconds, and at
/// the 0.6 of a road for residents' guests 33; sixty to eighty seconds say that one drove round.
/// </summary>
public class AccessTests
{
    private const int Free = 20;
    private const int Slowed = 30;
    private const int Round = 80;

    /// <summary>Values of OpenStreetMap's access tags, each with what it means to a car.</summary>
    public static TheoryData<string, int> Values { get; } = new()
    {
        { "yes", Free }, { "permissive", Free }, { "designated", Free }, { "public", Free },
        { "destination", Slowed }, { "delivery", Slowed }, { "customers", Slowed }, { "discouraged", Slowed },
        { "no", Round }, { "private", Round }, { "permit", Round }, { "residents", Round }, { "agricultural", Round }, { "forestry", Round },
        { "agricultural;forestry", Round }, { "forestry;agricultural", Round }, { "official", Round }, { "taxi", Round }, { "psv", Round },
        { "psv;taxi", Round }, { "bus", Round }, { "hgv", Round }, { "emergency", Round }, { "military", Round }, { "restricted", Round },
        { "unknown", Round }, { "use_sidepath", Round }, { "variable", Round }, { "boh", Round },
        { "no;yes", Free }, { "private;destination", Slowed }, { "agricultural; yes", Free }, { "destination;yes", Free },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Only_values_that_open_a_road_for_cars_open_it(string value, int seconds)
    {
        foreach (string key in new[] { "access", "vehicle", "motor_vehicle", "motorcar" })
            Drive($"{key}={value.Replace(" ", "", StringComparison.Ordinal)}").ShouldBe((seconds, seconds), key);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Barriers_and_nodes_open_to_the_same_values(string value, int seconds)
    {
        foreach (string tags in new[] { "barrier=gate access=", "barrier=bollard motor_vehicle=", "access=" })
            DriveThrough(tags + value.Replace(" ", "", StringComparison.Ordinal)).ShouldBe(seconds == Round ? null : Free, tags);
    }

    [Theory]
    [InlineData("access=no motor_vehicle=yes", Free, Free)]
    [InlineData("access=yes motorcar=no", Round, Round)]
    [InlineData("vehicle=no motor_vehicle=destination", Slowed, Slowed)]
    [InlineData("motor_vehicle:backward=no", Free, Round)]
    [InlineData("motor_vehicle:forward=no", Round, Free)]
    [InlineData("motorcar:backward=no", Free, Round)]
    [InlineData("vehicle:backward=no", Free, Round)]
    [InlineData("access:backward=no", Free, Round)]
    [InlineData("access:backward=no motor_vehicle=yes", Free, Free)]
    [InlineData("access=no access:forward=yes", Free, Round)]
    [InlineData("motor_vehicle=no motor_vehicle:forward=destination", Slowed, Round)]
    [InlineData("motor_vehicle:forward=taxi;psv", Round, Free)]
    [InlineData("bicycle:backward=no", Free, Free)]
    [InlineData("oneway=yes oneway:motor_vehicle=no", Free, Free)]
    [InlineData("oneway:motorcar=yes", Free, Round)]
    [InlineData("oneway:vehicle=-1", Round, Free)]
    [InlineData("oneway:bicycle=yes", Free, Free)]
    [InlineData("oneway=yes motor_vehicle:backward=yes", Free, Round)]
    public void Access_is_read_by_direction(string tags, int there, int back) => Drive(tags).ShouldBe((there, back));

    [Theory]
    [InlineData("oneway=alternating", 50)]
    [InlineData("oneway=no", Free)]
    public void Where_directions_take_turns_both_lose_time(string tags, int seconds) => Drive(tags).ShouldBe((seconds, seconds));

    /// <summary>Kinds of barriers, and whether a car and a walker pass where nothing else is said.</summary>
    [Theory]
    [InlineData("barrier=gate", true, true)]
    [InlineData("barrier=lift_gate", true, true)]
    [InlineData("barrier=swing_gate", true, true)]
    [InlineData("barrier=cattle_grid", true, true)]
    [InlineData("barrier=toll_booth", true, true)]
    [InlineData("barrier=border_control", true, true)]
    [InlineData("barrier=sally_port", true, true)]
    [InlineData("barrier=entrance", true, true)]
    [InlineData("barrier=no", true, true)]
    [InlineData("barrier=height_restrictor", true, true)]
    [InlineData("barrier=height_restrictor maxheight=1.9", false, true)]
    [InlineData("barrier=height_restrictor maxheight=2.3", true, true)]
    [InlineData("barrier=arch maxwidth=1.5", false, true)]
    [InlineData("barrier=bollard", false, true)]
    [InlineData("barrier=bollard bollard=rising", true, true)]
    [InlineData("barrier=bollard bollard=removable", false, true)]
    [InlineData("barrier=block", false, true)]
    [InlineData("barrier=jersey_barrier", false, true)]
    [InlineData("barrier=cycle_barrier", false, true)]
    [InlineData("barrier=kissing_gate", false, true)]
    [InlineData("barrier=stile", false, true)]
    [InlineData("barrier=turnstile", false, true)]
    [InlineData("barrier=chain", false, true)]
    [InlineData("barrier=planter", false, true)]
    [InlineData("barrier=sump_buster", false, true)]
    [InlineData("barrier=bus_trap", false, true)]
    [InlineData("barrier=debris", false, true)]
    [InlineData("barrier=log", false, true)]
    [InlineData("barrier=rope", false, true)]
    [InlineData("barrier=step", false, true)]
    [InlineData("barrier=kerb", false, true)]
    [InlineData("barrier=kerb kerb=lowered", true, true)]
    [InlineData("barrier=kerb kerb=flush", true, true)]
    [InlineData("barrier=kerb kerb=raised", false, true)]
    [InlineData("barrier=kerb highway=crossing", true, true)]
    [InlineData("barrier=wall", false, false)]
    [InlineData("barrier=fence", false, false)]
    [InlineData("barrier=hedge", false, false)]
    [InlineData("barrier=yes", false, false)]
    [InlineData("barrier=boh", false, false)]
    [InlineData("barrier=gate access=no", false, false)]
    [InlineData("barrier=gate access=private foot=yes", false, true)]
    [InlineData("barrier=gate foot=no", true, false)]
    [InlineData("barrier=wall access=yes", true, true)]
    [InlineData("barrier=bollard motorcar=yes", true, true)]
    [InlineData("barrier=bollard access=yes motor_vehicle=no", false, true)]
    [InlineData("motor_vehicle=no", false, true)]
    [InlineData("access=no", false, false)]
    [InlineData("access=no foot=yes", false, true)]
    [InlineData("highway=crossing foot=no", true, false)]
    [InlineData("maxheight=1.5", true, true)]
    public void Every_kind_of_barrier_has_its_default(string tags, bool car, bool foot)
    {
        DriveThrough(tags).HasValue.ShouldBe(car);
        DriveThrough(tags, RoadProfile.Load("foot")).HasValue.ShouldBe(foot);
    }

    /// <summary>Ways as walkers find them: along, and against.</summary>
    [Theory]
    [InlineData("highway=steps", true, true)]
    [InlineData("highway=steps conveying=forward", true, false)]
    [InlineData("highway=steps conveying=backward", false, true)]
    [InlineData("highway=steps conveying=reversible", true, true)]
    [InlineData("highway=steps conveying=yes", true, true)]
    [InlineData("highway=footway conveying=forward", true, false)]
    [InlineData("highway=footway oneway=yes", true, true)]
    [InlineData("highway=footway oneway:foot=yes", true, false)]
    [InlineData("highway=footway foot:backward=no", true, false)]
    [InlineData("highway=residential oneway=yes junction=roundabout", true, true)]
    [InlineData("highway=residential access=private", false, false)]
    [InlineData("highway=residential access=no foot=designated", true, true)]
    [InlineData("highway=residential foot=use_sidepath", false, false)]
    [InlineData("highway=residential access=destination", true, true)]
    [InlineData("highway=residential foot=customers;no", true, true)]
    [InlineData("highway=primary motorroad=yes foot=yes", true, true)]
    [InlineData("highway=residential maxheight=1.5 maxwidth=1", true, true)]
    [InlineData("highway=footway construction=yes", false, false)]
    [InlineData("man_made=pier", true, true)]
    [InlineData("railway=platform", true, true)]
    [InlineData("public_transport=platform", true, true)]
    [InlineData("railway=rail", false, false)]
    public void On_foot_ways_are_walked_as_tagged(string tags, bool there, bool back)
    {
        RoadNetwork network = AsciiRoads.Map("a-b").Way("ab", tags).Way("ab", "highway=footway access=destination name=sempre").Build(RoadProfile.Load("foot"));
        int edge = Array.IndexOf(network.Edges.WayOsmId.ToArray(), 1);

        (edge >= 0 && network.Edges.ForwardHead.Span[edge] >= 0, edge >= 0 && network.Edges.BackwardHead.Span[edge] >= 0).ShouldBe((there, back));
    }

    private static (int? There, int? Back) Drive(string tags)
    {
        AsciiRoads roads = AsciiRoads.Map(
            """
            a-b
            | |
            | |
            c-d
            """).Way("ab", $"highway=residential {tags}").Way("acdb");
        RoadNetwork network = roads.Build();
        return (roads.Seconds(network, 'a', 'b'), roads.Seconds(network, 'b', 'a'));
    }

    /// <summary>Null when the node on the way parts it.</summary>
    private static int? DriveThrough(string tags, RoadProfile? profile = null)
    {
        RoadNetwork network = AsciiRoads.Map("a-b-c").Way("abc").Node('b', tags).Build(profile);
        return network.Edges.Count > 1 ? null : Free;
    }
}
