using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.Tests.Travel.Roads;

/// <summary>
/// What tags make of a way, by kind: whether it is passed along, and against. Where OSRM's own tests have a row for the same tags the
/// answer is theirs, but for the choices that the page on the road network lists.
/// </summary>
public class WayTablesTests
{
    private static readonly RoadProfile _car = RoadProfile.Load("car");
    private static readonly RoadProfile _foot = RoadProfile.Load("foot");

    /// <summary>Which key wins: the more special one, whatever the others say.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("access=no", false)]
    [InlineData("vehicle=no", false)]
    [InlineData("motor_vehicle=no", false)]
    [InlineData("motorcar=no", false)]
    [InlineData("access=no vehicle=yes", true)]
    [InlineData("access=no motor_vehicle=yes", true)]
    [InlineData("access=no motorcar=yes", true)]
    [InlineData("vehicle=no motor_vehicle=yes", true)]
    [InlineData("vehicle=no motorcar=yes", true)]
    [InlineData("motor_vehicle=no motorcar=yes", true)]
    [InlineData("access=yes vehicle=no", false)]
    [InlineData("access=yes motor_vehicle=no", false)]
    [InlineData("access=yes motorcar=no", false)]
    [InlineData("vehicle=yes motor_vehicle=no", false)]
    [InlineData("vehicle=yes motorcar=no", false)]
    [InlineData("motor_vehicle=yes motorcar=no", false)]
    [InlineData("access=forestry motor_vehicle=yes", true)]
    [InlineData("access=agricultural vehicle=designated motor_vehicle=permissive motorcar=no", false)]
    [InlineData("foot=no bicycle=no psv=no motorhome=no", true)]
    [InlineData("access=delivery", true)]
    [InlineData("access=boh", true)]
    [InlineData("access=no motor_vehicle=boh", true)]
    [InlineData("toll=yes", true)]
    [InlineData("hov=designated hov:lanes=designated|designated", true)]
    public void The_most_special_key_decides_on_ways_and_on_nodes(string tags, bool open)
    {
        Passes(_car, $"highway=primary {tags}").ShouldBe((open, open));
        PassesNode(_car, "highway=primary", tags.Replace("hov=designated", "", StringComparison.Ordinal)).ShouldBe(open);
    }

    [Theory]
    [InlineData("access=yes access:forward=no", false, true)]
    [InlineData("access=yes access:backward=no", true, false)]
    [InlineData("access=no access:forward=yes", true, false)]
    [InlineData("access=no access:backward=yes", false, true)]
    [InlineData("access:forward=no access:backward=no", false, false)]
    [InlineData("access=no access:forward=yes access:backward=yes", true, true)]
    [InlineData("access=yes access:forward=yes motorcar=no", false, false)]
    [InlineData("access=yes access:backward=yes motorcar=yes motorcar:backward=no", true, false)]
    [InlineData("access=no access:forward=no motorcar=yes", true, true)]
    [InlineData("access=no access:forward=no motorcar=no motorcar:forward=yes", true, false)]
    [InlineData("access=no access:backward=no motorcar=no motorcar:backward=yes", false, true)]
    [InlineData("access:forward=no motorcar:backward=no", false, false)]
    [InlineData("access:forward=no motorcar:forward=yes", true, true)]
    [InlineData("access:backward=yes motorcar:backward=no", true, false)]
    [InlineData("motor_vehicle:forward=no motor_vehicle:backward=destination", false, true)]
    [InlineData("motor_vehicle=destination;agricultural motor_vehicle:forward=destination", true, true)]
    public void Of_one_key_what_is_said_of_the_direction_goes_first(string tags, bool along, bool against) =>
        Passes(_car, $"highway=primary {tags}").ShouldBe((along, against));

    [Theory]
    [InlineData("oneway=yes", true, false)]
    [InlineData("oneway=-1", false, true)]
    [InlineData("oneway=no", true, true)]
    [InlineData("oneway=boh", true, true)]
    [InlineData("oneway=reversible", false, false)]
    [InlineData("oneway=alternating", true, true)]
    [InlineData("oneway:vehicle=yes", true, false)]
    [InlineData("oneway:motor_vehicle=yes oneway:vehicle=no", true, false)]
    [InlineData("oneway:motorcar=no oneway:motor_vehicle=yes", true, true)]
    [InlineData("oneway:vehicle=no oneway=yes", true, true)]
    [InlineData("oneway=yes oneway:bicycle=-1", true, false)]
    [InlineData("oneway=no oneway:bicycle=yes", true, true)]
    [InlineData("junction=roundabout", true, false)]
    [InlineData("junction=circular", true, false)]
    [InlineData("junction=roundabout oneway:bicycle=no", true, false)]
    [InlineData("junction=roundabout oneway=alternating", true, false)]
    [InlineData("junction=roundabout oneway=reversible", false, false)]
    public void Cars_go_round_and_one_way_as_told(string tags, bool along, bool against) =>
        Passes(_car, $"highway=tertiary {tags}").ShouldBe((along, against));

    [Theory]
    [InlineData("motorway", "", true, false)]
    [InlineData("motorway", "oneway=no", true, true)]
    [InlineData("motorway", "oneway=alternating", true, false)]
    [InlineData("motorway", "access=no", false, false)]
    [InlineData("motorway", "access=hov hov=designated oneway=yes", true, false)]
    [InlineData("motorway", "access=yes vehicle=permissive motorcar=private", true, false)]
    [InlineData("primary", "access=private", true, true)]
    [InlineData("motorway_link", "", true, true)]
    [InlineData("motorway_link", "junction=roundabout", true, false)]
    [InlineData("trunk", "", true, true)]
    [InlineData("service", "service=driveway", true, true)]
    [InlineData("service", "service=emergency_access", false, false)]
    [InlineData("runway", "", false, false)]
    [InlineData("runway", "motor_vehicle=yes", true, true)]
    [InlineData("runway", "vehicle=yes", true, true)]
    [InlineData("runway", "access=private motorcar=permissive", true, true)]
    [InlineData("runway", "access=yes", false, false)]
    [InlineData("runway", "psv=yes foot=yes", false, false)]
    [InlineData("runway", "maxspeed=100", false, false)]
    [InlineData("cycleway", "", false, false)]
    [InlineData("cycleway", "motor_vehicle=designated", true, true)]
    [InlineData("cycleway", "access=private", false, false)]
    [InlineData("footway", "", false, false)]
    [InlineData("footway", "access=permissive", false, false)]
    [InlineData("footway", "motor_vehicle:backward=destination", false, true)]
    [InlineData("path", "", false, false)]
    [InlineData("bridleway", "", false, false)]
    [InlineData("pedestrian", "", false, false)]
    [InlineData("pedestrian", "motorcar=destination", true, true)]
    [InlineData("pedestrian", "vehicle:forward=yes", true, false)]
    [InlineData("track", "", false, false)]
    [InlineData("track", "motor_vehicle=boh", false, false)]
    [InlineData("track", "motor_vehicle:backward=yes", false, true)]
    [InlineData("steps", "", false, false)]
    [InlineData("steps", "motor_vehicle=yes", false, false)]
    [InlineData("construction", "motor_vehicle=yes construction=primary", false, false)]
    [InlineData("road", "", false, false)]
    [InlineData("road", "motor_vehicle=yes", true, true)]
    [InlineData("boh", "motorcar=boh", false, false)]
    public void Classes_that_are_not_for_cars_need_a_permission_of_the_mode(string highway, string tags, bool along, bool against) =>
        Passes(_car, $"highway={highway} {tags}").ShouldBe((along, against));

    [Theory]
    [InlineData("width=1.8", false)]
    [InlineData("width=1.9", false)]
    [InlineData("width=2.0", true)]
    [InlineData("width=1m", false)]
    [InlineData("width=6'2\"", false)]
    [InlineData("width=6'3\"", true)]
    [InlineData("width=7'", true)]
    [InlineData("width=narrow", true)]
    [InlineData("narrow=yes", true)]
    [InlineData("est_width=1", false)]
    [InlineData("maxwidth=1", false)]
    [InlineData("maxwidth:physical=1", false)]
    [InlineData("maxwidth:physical=3 maxwidth=1", true)]
    [InlineData("maxheight=1", false)]
    [InlineData("maxheight=2", true)]
    [InlineData("maxheight:physical=1", false)]
    [InlineData("maxheight=no-sign", true)]
    [InlineData("maxheight=unsigned", true)]
    [InlineData("maxlength=1", false)]
    [InlineData("maxlength=5", true)]
    [InlineData("maxweight=1", false)]
    [InlineData("maxweight=0.1lbs", false)]
    [InlineData("maxweight=8.9t", true)]
    [InlineData("maxweight=35000kg", true)]
    [InlineData("lanes=1", true)]
    [InlineData("lanes=-1", true)]
    [InlineData("lanes=2.5", true)]
    [InlineData("priority=forward", true)]
    [InlineData("smoothness=impassable", false)]
    [InlineData("access=yes smoothness=impassable", false)]
    [InlineData("smoothness=very_horrible", true)]
    [InlineData("smoothness=boh surface=boh tracktype=boh", true)]
    [InlineData("surface=mud tracktype=grade5 smoothness=very_bad", true)]
    [InlineData("access=emergency surface=asphalt smoothness=excellent", false)]
    [InlineData("construction=yes", false)]
    [InlineData("construction=no", true)]
    [InlineData("construction=widening", true)]
    [InlineData("proposed=yes", true)]
    [InlineData("proposed=secondary", true)]
    public void What_a_way_is_like_closes_it_to_both_or_to_none(string tags, bool open) =>
        Passes(_car, $"highway=trunk {tags}").ShouldBe((open, open));

    [Theory]
    [InlineData("highway=footway foot=no", false, false)]
    [InlineData("highway=footway access=yes foot=no", false, false)]
    [InlineData("highway=footway access=no foot=yes", true, true)]
    [InlineData("highway=footway access=no", false, false)]
    [InlineData("highway=footway motor_vehicle=no moped=no", true, true)]
    [InlineData("highway=motorway", false, false)]
    [InlineData("highway=motorway foot=yes", true, true)]
    [InlineData("highway=motorway access=no foot=yes", true, true)]
    [InlineData("highway=motorway access=yes", false, false)]
    [InlineData("highway=motorway motor_vehicle=yes", false, false)]
    [InlineData("highway=motorway oneway:foot=no", false, false)]
    [InlineData("highway=trunk oneway:foot=-1", false, false)]
    [InlineData("highway=primary foot=private", false, false)]
    [InlineData("highway=primary foot=agricultural", false, false)]
    [InlineData("highway=primary foot=boh", true, true)]
    [InlineData("highway=primary access=boh", true, true)]
    [InlineData("highway=primary access=delivery", true, true)]
    [InlineData("highway=track access=forestry foot=permissive", true, true)]
    [InlineData("highway=bridleway horse=designated bicycle=yes", false, false)]
    [InlineData("highway=bridleway foot=yes", true, true)]
    [InlineData("highway=cycleway foot:backward=designated bicycle:backward=designated", false, true)]
    [InlineData("highway=river boat=yes", false, false)]
    [InlineData("highway=pier", true, true)]
    [InlineData("highway=road", false, false)]
    [InlineData("highway=primary motorroad=yes", false, false)]
    [InlineData("highway=primary proposed=secondary", true, true)]
    [InlineData("highway=proposed foot=yes proposed=yes", false, false)]
    [InlineData("highway=primary oneway=yes", true, true)]
    [InlineData("highway=primary oneway:foot=yes oneway=-1", true, false)]
    [InlineData("highway=primary oneway:foot=-1 junction=roundabout", false, true)]
    [InlineData("highway=primary oneway:foot=no oneway=yes", true, true)]
    [InlineData("highway=steps conveying=forward", true, false)]
    [InlineData("highway=steps conveying=backward", false, true)]
    [InlineData("highway=footway conveying=forward", true, false)]
    [InlineData("highway=steps conveying=reversible", true, true)]
    [InlineData("highway=steps conveying=yes", true, true)]
    [InlineData("highway=steps conveying=forward oneway=no", true, true)]
    [InlineData("highway=residential conveying=forward", true, true)]
    [InlineData("amenity=parking", true, true)]
    [InlineData("amenity=parking access=private", false, false)]
    [InlineData("leisure=track", false, false)]
    [InlineData("building=yes area=yes access=yes", false, false)]
    [InlineData("highway=residential maxspeed=1", true, true)]
    [InlineData("highway=footway surface=mud", true, true)]
    public void Walkers_find_open(string tags, bool along, bool against) => Passes(_foot, tags).ShouldBe((along, against));

    [Theory]
    [InlineData("access=no", false)]
    [InlineData("foot=no", false)]
    [InlineData("access=yes foot=no", false)]
    [InlineData("access=no foot=yes", true)]
    [InlineData("access=no foot=boh", true)]
    [InlineData("access=forestry", false)]
    [InlineData("foot=private", false)]
    [InlineData("barrier=cycle_barrier", true)]
    [InlineData("barrier=boh", true)]
    [InlineData("barrier=wall", false)]
    [InlineData("barrier=fence foot=permissive", true)]
    [InlineData("barrier=bollard foot=agricultural", false)]
    public void Walkers_pass_nodes(string tags, bool open) => PassesNode(_foot, "highway=footway", tags).ShouldBe(open);

    [Fact]
    public void A_node_that_is_open_does_not_open_the_way()
    {
        PassesNode(_car, "highway=runway", "motorcar=yes").ShouldBeFalse();
        PassesNode(_car, "highway=primary access=no", "access=yes").ShouldBeFalse();
        PassesNode(_foot, "highway=motorway", "foot=yes").ShouldBeFalse();
    }

    private static (bool Along, bool Against) Passes(RoadProfile profile, string tags)
    {
        RoadNetwork network = AsciiRoads.Map("a-b-c").Way("ab", tags).Way("bc").Build(profile);
        int edge = Array.IndexOf(network.Edges.WayOsmId.ToArray(), 1);
        return (edge >= 0 && network.Edges.ForwardHead.Span[edge] >= 0, edge >= 0 && network.Edges.BackwardHead.Span[edge] >= 0);
    }

    /// <summary>Whether the way is used and the node in its middle does not part it.</summary>
    private static bool PassesNode(RoadProfile profile, string way, string node) =>
        AsciiRoads.Map("a-b-c d-e").Way("abc", way).Way("de").Node('b', node).Build(profile).Edges.WayOsmId.ToArray().Count(id => id == 1) == 1;
}
