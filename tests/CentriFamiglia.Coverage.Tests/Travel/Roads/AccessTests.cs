using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.Tests.Travel.Roads;

/// <summary>
/// One street of the map, a-b, carries the tags; the way round by c and d is always free. It is open to all, to those who start or end
/// on it, or to none.
/// </summary>
public class AccessTests
{
    public enum Use
    {
        Closed,
        AtEnds,
        Open,
    }

    /// <summary>Values of OpenStreetMap's access tags, each with what it means to a car.</summary>
    public static TheoryData<string, Use> Values { get; } = new()
    {
        { "yes", Use.Open }, { "permissive", Use.Open }, { "designated", Use.Open }, { "public", Use.Open },
        { "destination", Use.AtEnds }, { "delivery", Use.AtEnds }, { "customers", Use.AtEnds }, { "discouraged", Use.AtEnds },
        { "no", Use.Closed }, { "private", Use.AtEnds }, { "permit", Use.Closed }, { "residents", Use.Closed }, { "agricultural", Use.Closed }, { "forestry", Use.Closed },
        { "agricultural;forestry", Use.Closed }, { "forestry;agricultural", Use.Closed }, { "official", Use.Closed }, { "taxi", Use.Closed }, { "psv", Use.Closed },
        { "psv;taxi", Use.Closed }, { "bus", Use.Closed }, { "hgv", Use.Closed }, { "emergency", Use.Closed }, { "military", Use.Closed }, { "restricted", Use.Closed },
        { "use_sidepath", Use.Closed }, { "variable", Use.Closed }, { "employees", Use.Closed }, { "customer", Use.Closed }, { "psv;boh", Use.Closed },
        { "no;yes", Use.Open }, { "private;destination", Use.AtEnds }, { "agricultural; yes", Use.Open }, { "destination;yes", Use.Open },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Only_values_that_open_a_road_for_cars_open_it(string value, Use use)
    {
        foreach (string key in new[] { "access", "vehicle", "motor_vehicle", "motorcar" })
            Drive($"{key}={value.Replace(" ", "", StringComparison.Ordinal)}").ShouldBe((use, use), key);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Barriers_and_nodes_open_to_the_same_values(string value, Use use)
    {
        foreach (string tags in new[] { "barrier=gate access=", "barrier=bollard motor_vehicle=", "access=" })
            DriveThrough(tags + value.Replace(" ", "", StringComparison.Ordinal)).ShouldBe(use != Use.Closed, tags);
    }

    [Theory]
    [InlineData("boh")]
    [InlineData("unknown")]
    [InlineData("hov")]
    [InlineData("boh;mah")]
    public void A_value_that_the_profile_does_not_know_says_nothing(string value)
    {
        Drive($"motor_vehicle={value}").ShouldBe((Use.Open, Use.Open));
        Drive($"access=no motor_vehicle={value}").ShouldBe((Use.Open, Use.Open), "the most special key decides all the same");
        DriveThrough($"motor_vehicle={value}").ShouldBeTrue();
        DriveThrough($"barrier=gate motor_vehicle={value}").ShouldBeTrue();
        DriveThrough($"barrier=bollard motor_vehicle={value}").ShouldBeFalse();
    }

    [Theory]
    [InlineData("access=no motor_vehicle=yes", Use.Open, Use.Open)]
    [InlineData("access=yes motorcar=no", Use.Closed, Use.Closed)]
    [InlineData("vehicle=no motor_vehicle=destination", Use.AtEnds, Use.AtEnds)]
    [InlineData("access=private motor_vehicle:forward=yes", Use.Open, Use.AtEnds)]
    [InlineData("motor_vehicle:backward=no", Use.Open, Use.Closed)]
    [InlineData("motor_vehicle:forward=no", Use.Closed, Use.Open)]
    [InlineData("motorcar:backward=no", Use.Open, Use.Closed)]
    [InlineData("vehicle:backward=no", Use.Open, Use.Closed)]
    [InlineData("access:backward=no", Use.Open, Use.Closed)]
    [InlineData("access:backward=no motor_vehicle=yes", Use.Open, Use.Open)]
    [InlineData("access=no access:forward=yes", Use.Open, Use.Closed)]
    [InlineData("motor_vehicle=no motor_vehicle:forward=destination", Use.AtEnds, Use.Closed)]
    [InlineData("motor_vehicle:forward=taxi;psv", Use.Closed, Use.Open)]
    [InlineData("bicycle:backward=no", Use.Open, Use.Open)]
    [InlineData("oneway=yes oneway:motor_vehicle=no", Use.Open, Use.Open)]
    [InlineData("oneway:motorcar=yes", Use.Open, Use.Closed)]
    [InlineData("oneway:vehicle=-1", Use.Closed, Use.Open)]
    [InlineData("oneway:bicycle=yes", Use.Open, Use.Open)]
    [InlineData("oneway=yes motor_vehicle:backward=yes", Use.Open, Use.Closed)]
    public void Access_is_read_by_direction(string tags, Use there, Use back) => Drive(tags).ShouldBe((there, back));

    [Theory]
    [InlineData("oneway=alternating", 50)]
    [InlineData("oneway=no", 20)]
    public void Where_directions_take_turns_both_lose_time(string tags, int seconds)
    {
        AsciiRoads roads = Street(tags);
        RoadNetwork network = roads.Build();

        (roads.Seconds(network, 'a', 'b'), roads.Seconds(network, 'b', 'a')).ShouldBe((seconds, seconds));
    }

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
    [InlineData("barrier=fence sensory=audible", true, true)]
    [InlineData("barrier=fence sensory=audio", true, true)]
    [InlineData("barrier=kerb kerb=yes", false, true)]
    [InlineData("barrier=height_restrictor maxheight=default", true, true)]
    [InlineData("barrier=hedge", false, false)]
    [InlineData("barrier=yes", false, false)]
    [InlineData("barrier=boh", false, true)]
    [InlineData("barrier=gate access=no", false, false)]
    [InlineData("barrier=gate access=private foot=yes", true, true)]
    [InlineData("barrier=gate access=private", true, false)]
    [InlineData("barrier=gate foot=no", true, false)]
    [InlineData("barrier=wall access=yes", true, true)]
    [InlineData("barrier=wall access=boh", false, false)]
    [InlineData("barrier=bollard motorcar=yes", true, true)]
    [InlineData("barrier=bollard access=yes motor_vehicle=no", false, true)]
    [InlineData("motor_vehicle=no", false, true)]
    [InlineData("access=no", false, false)]
    [InlineData("access=no foot=yes", false, true)]
    [InlineData("highway=crossing foot=no", true, false)]
    [InlineData("maxheight=1.5", true, true)]
    public void Every_kind_of_barrier_has_its_default(string tags, bool car, bool foot)
    {
        DriveThrough(tags).ShouldBe(car);
        DriveThrough(tags, RoadProfile.Load("foot")).ShouldBe(foot);
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

    private static AsciiRoads Street(string tags) => AsciiRoads.Map(
        """
        x-a-b-y
          | |
          | |
          c-d
        """).Way("ab", $"highway=residential {tags}").Way("xacdby");

    private static (Use There, Use Back) Drive(string tags)
    {
        AsciiRoads roads = Street(tags);
        RoadNetwork network = roads.Build();
        int street = Array.IndexOf(network.Edges.WayOsmId.ToArray(), 1);

        // Sixty seconds straight through, 120 round.
        Use Of(char from, char to, ReadOnlySpan<int> heads) =>
            roads.Seconds(network, from, to) < 90 ? Use.Open : street >= 0 && heads[street] >= 0 ? Use.AtEnds : Use.Closed;
        return (Of('x', 'y', network.Edges.ForwardHead.Span), Of('y', 'x', network.Edges.BackwardHead.Span));
    }

    /// <summary>Whether the node does not part the way it lies on.</summary>
    private static bool DriveThrough(string tags, RoadProfile? profile = null) =>
        AsciiRoads.Map("a-b-c").Way("abc").Node('b', tags).Build(profile).Graph.NodeCount < 4;
}
