using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.Tests.Travel.Roads;

public class TurnRestrictionTests
{
    private const string Cross =
        """
            n
            |
        w---x---e
        |   |   |
        |   s   |
        a-------b
        """;

    [Fact]
    public void Without_a_restriction_every_turn_is_free() => CrossSeconds(roads => roads, "ws").ShouldBe(60);

    [Fact]
    public void A_forbidden_turn_is_avoided_and_other_ways_into_the_junction_stay_free()
    {
        AsciiRoads Forbid(AsciiRoads roads) => roads.Turn("no_right_turn", "wx", "x", "xs");

        // Past the junction, round in the dead end in the north, then straight on.
        CrossSeconds(Forbid, "ws").ShouldBe(100 + 20);
        CrossSeconds(Forbid, "we").ShouldBe(80);
        CrossSeconds(Forbid, "ns").ShouldBe(40);
        CrossSeconds(Forbid, "es").ShouldBe(60);
        CrossSeconds(Forbid, "sw").ShouldBe(60);
    }

    [Fact]
    public void An_only_turn_forbids_the_others()
    {
        AsciiRoads Only(AsciiRoads roads) => roads.Turn("only_straight_on", "wx", "x", "xe");

        // East and round by the south road: at the eastern corner only two stretches meet, so that one does not turn round there.
        CrossSeconds(Only, "we").ShouldBe(80);
        CrossSeconds(Only, "ws").ShouldBe(200);
        CrossSeconds(Only, "ns").ShouldBe(40);
    }

    [Fact]
    public void A_U_turn_may_be_forbidden()
    {
        AsciiRoads roads = AsciiRoads.Map(
            """
            a--b--c
            |     |
            d-----e
            """).Way("ab").Way("bc").Way("ceda").Turn("no_u_turn", "ab", "b", "ab");
        RoadNetwork network = roads.Build();

        network.Info.Report.RestrictionsApplied.ShouldBe(1);
        network.Info.Report.RestrictionsNotApplied.ShouldBeEmpty();
        roads.Seconds(network, 'a', 'd').ShouldBe(20);
    }

    [Fact]
    public void Only_the_junctions_concerned_are_split()
    {
        RoadNetwork plain = CrossRoads().Build();
        RoadNetwork network = CrossRoads().Turn("no_right_turn", "wx", "x", "xs").Turn("no_left_turn", "wx", "x", "xn").Build();

        // The junction for who comes from the west, and what he must remember until he has passed a place to turn round: the corners of
        // the road in the south, from either side, and the junction again.
        network.Graph.NodeCount.ShouldBe(plain.Graph.NodeCount + 6);
        network.Edges.Count.ShouldBe(plain.Edges.Count);
        network.Info.Report.NodesSplit.ShouldBe(6);
    }

    [Theory]
    [InlineData("except=motorcar")]
    [InlineData("except=psv;motorcar")]
    [InlineData("except=bus,motor_vehicle")]
    [InlineData("except=vehicle")]
    public void A_restriction_that_excepts_cars_does_not_bind(string tags) =>
        CrossSeconds(roads => roads.Turn("no_right_turn", "wx", "x", "xs", tags), "ws").ShouldBe(60);

    [Theory]
    [InlineData("no_right_turn_on_red", "", 60)]
    [InlineData("no_turn_on_red", "", 60)]
    [InlineData("none", "", 60)]
    [InlineData("no_odd_kind", "", 120)]
    [InlineData("none", "restriction:hgv=no_right_turn", 60)]
    [InlineData("none", "restriction:motorcar=no_right_turn", 120)]
    [InlineData("none", "restriction:motor_vehicle=no_right_turn", 120)]
    [InlineData("none", "restriction:vehicle=no_right_turn", 120)]
    [InlineData("none", "restriction:conditional=no_right_turn@(07:00-09:00)", 60)]
    [InlineData("none", "restriction:conditional=no_right_turn@(24/7)", 120)]
    [InlineData("none", "restriction:conditional=no_right_turn@(Jun-Sep)", 120)]
    [InlineData("none", "restriction:conditional=no_right_turn@(Nov-Apr)", 60)]
    [InlineData("no_right_turn", "restriction:conditional=none@(Jun-Sep)", 60)]
    public void Only_what_holds_for_cars_and_at_any_hour_is_a_restriction(string kind, string tags, int seconds) =>
        CrossSeconds(roads => roads.Turn(kind, "wx", "x", "xs", tags), "ws").ShouldBe(seconds);

    [Fact]
    public void A_restriction_that_leads_round_a_block_and_back_to_its_beginning_binds()
    {
        // In at b, round by c, d, e, and out again to f: as good as a left turn, and forbidden.
        AsciiRoads Block() => AsciiRoads.Map(
            """
                e---d
                |   |
            a---b---c
                |
                f
            """).Way("ab").Way("bc", "highway=primary oneway=yes").Way("cd", "highway=primary oneway=yes")
            .Way("deb", "highway=primary oneway=yes").Way("bf").Turn("only_straight_on", "ab", "b", "bc");
        AsciiRoads once = Block().Turn("no_u_turn", "ab", "bc,cd,deb", "bf");
        AsciiRoads back = Block().Turn("no_u_turn", "ab", "bc,cd,deb", "ab");

        Block().Seconds(Block().Build(), 'a', 'f').ShouldBe(40 + 120 + 20);
        once.Seconds(once.Build(), 'a', 'f').ShouldBe(40 + 120 + 120 + 20, "twice round: the letter of the law");
        once.Build().Info.Report.RestrictionsApplied.ShouldBe(2);
        back.Build().Info.Report.RestrictionsNotApplied.ShouldBeEmpty();
    }

    [Fact]
    public void A_restriction_along_a_way_binds_only_those_who_came_that_way()
    {
        AsciiRoads Roads() => AsciiRoads.Map(
            """
            a   e
            |   |
            b---c---f
            |   |
            g   d
            """).Way("ab").Way("gb").Way("bc").Way("cd").Way("ce").Way("cf");
        RoadNetwork free = Roads().Build();
        RoadNetwork bound = Roads().Turn("no_u_turn", "ab", "bc", "ce").Build();

        bound.Info.Report.RestrictionsApplied.ShouldBe(1);
        Roads().Seconds(free, 'a', 'e').ShouldBe(80);
        Roads().Seconds(bound, 'a', 'e').ShouldBe(120 + 20, "round in the dead end past the junction");
        Roads().Seconds(bound, 'a', 'd').ShouldBe(80);
        Roads().Seconds(bound, 'g', 'e').ShouldBe(80);
        Roads().Seconds(bound, 'b', 'e').ShouldBe(60);
    }

    [Fact]
    public void A_ban_of_one_turn_holds_for_those_on_the_way_to_a_longer_one_too()
    {
        // From a neither e (along ab, bc) nor d (from bc) may be turned to at c; from g only d is closed.
        AsciiRoads roads = AsciiRoads.Map(
            """
            a   e
            |   |
            b---c---f
            |   |
            g   d
            """).Way("ab").Way("gb").Way("bc").Way("cd").Way("ce").Way("cf")
            .Turn("no_left_turn", "ab", "bc", "ce").Turn("no_right_turn", "bc", "c", "cd");
        RoadNetwork network = roads.Build();

        network.Info.Report.RestrictionsApplied.ShouldBe(2);
        roads.Seconds(network, 'a', 'f').ShouldBe(100);
        roads.Seconds(network, 'a', 'd').ShouldBe(160 + 20, "past the junction, and back from f");
        roads.Seconds(network, 'a', 'e').ShouldBe(120 + 20, "there and back along the road to g, so as not to come from a");
        roads.Seconds(network, 'g', 'e').ShouldBe(80);
        roads.Seconds(network, 'g', 'd').ShouldBe(120 + 20, "there and back along the road to e");
        roads.Seconds(network, 'b', 'd').ShouldBe(100 + 20);
    }

    [Fact]
    public void Restrictions_that_follow_one_another_all_bind()
    {
        AsciiRoads roads = AsciiRoads.Map(
            """
              p   q
              |   |
            a-b---c-d
            """).Way("ab").Way("bc").Way("cd").Way("bp").Way("cq")
            .Turn("no_left_turn", "ab", "bc", "cq").Turn("no_left_turn", "bc", "c", "cd", "");
        RoadNetwork network = roads.Build();

        // From a neither q nor d may be turned to at c at once; from p only d is closed.
        roads.Seconds(network, 'p', 'q').ShouldBe(80);
        roads.Seconds(network, 'p', 'd').ShouldBe(120 + 20, "there and back along the side road at c");
    }

    [Theory]
    [InlineData("no_right_turn", "wx", "n", "xs", "una delle strade non è percorribile")]
    [InlineData("no_right_turn", "wx", "Z", "xs", "il nodo «via» non è un incrocio della rete")]
    [InlineData("maybe_turn", "wx", "x", "xs", "tipo di divieto sconosciuto")]
    [InlineData("no_right_turn", "wx", "ab", "xs", "una delle strade non è percorribile")]
    [InlineData("no_left_turn", "nope", "x", "xs", "una delle strade non è percorribile")]
    public void A_restriction_that_cannot_be_applied_is_counted_with_its_reason(string kind, string from, string via, string to, string reason)
    {
        RoadBuildReport report = CrossRoads().Turn(kind, from, via, to).Build().Info.Report;

        report.RestrictionsApplied.ShouldBe(0);
        report.RestrictionsNotApplied.ShouldBe([new KeyValuePair<string, int>(reason, 1)]);
    }

    [Fact]
    public void A_restriction_from_a_way_that_goes_on_past_the_junction_is_ambiguous()
    {
        RoadBuildReport report = AsciiRoads.Map(
            """
            w-x-e
              |
              s
            """).Way("wxe").Way("xs").Turn("no_left_turn", "wxe", "x", "xs").Build().Info.Report;

        report.RestrictionsNotApplied.Keys.ShouldBe(["una delle strade prosegue oltre l'incrocio: divieto ambiguo"]);
    }

    [Fact]
    public void An_only_turn_with_several_ways_leaves_all_of_them()
    {
        AsciiRoads Only(AsciiRoads roads) => roads.Turn("only_straight_on", "wx", "x", "xe", to: "xs");

        CrossSeconds(Only, "we").ShouldBe(80);
        CrossSeconds(Only, "ws").ShouldBe(60);
        CrossSeconds(Only, "wn").ShouldBe(60 + 20 + 20 + 20, "round in the dead end in the south");
        CrossSeconds(Only, "en").ShouldBe(60);
    }

    /// <summary>Trips from the west to north, east and south, and from the north to the south.</summary>
    [Theory]
    [InlineData("no_entry", "wx,xn", "xs", null, 60, 80, 200, 260)]
    [InlineData("no_exit", "wx", "xe", "xs", 60, 140, 120, 40)]
    [InlineData("no_entry", "wx", "xe", "xs", 60, 80, 60, 40)]
    [InlineData("no_exit", "wx,xn", "xs", null, 60, 80, 60, 40)]
    [InlineData("no_right_turn", "wx,xn", "xs", null, 60, 80, 60, 40)]
    [InlineData("no_straight_on", "wx", "xe", "xs", 60, 80, 60, 40)]
    [InlineData("only_left_turn", "wx,xe", "xn", null, 60, 80, 60, 40)]
    public void Several_ways_are_named_only_where_the_kind_of_restriction_has_room_for_them(
        string kind, string from, string to, string? other, int north, int east, int south, int across)
    {
        AsciiRoads Several(AsciiRoads roads) => roads.Turn(kind, from, "x", to, to: other);

        (CrossSeconds(Several, "wn"), CrossSeconds(Several, "we"), CrossSeconds(Several, "ws"), CrossSeconds(Several, "ns")).ShouldBe((north, east, south, across));
    }

    [Fact]
    public void An_only_turn_of_whose_ways_one_is_closed_leaves_the_others_and_one_of_whose_ways_all_are_closed_is_refused()
    {
        AsciiRoads Roads() => AsciiRoads.Map(
            """
                n
                |
            w---x---e
                |
                s
            """).Way("wx").Way("xe").Way("xn").Way("xs", "highway=footway");

        RoadNetwork one = Roads().Turn("only_straight_on", "wx", "x", "xe", to: "xs").Build();
        RoadBuildReport none = Roads().Turn("only_right_turn", "wx", "x", "xs").Build().Info.Report;

        Roads().Seconds(one, 'w', 'e').ShouldBe(80);
        Roads().Seconds(one, 'w', 'n').ShouldBe(40 + 40 + 20 + 40 + 20, "on to the east, round there, and back");
        none.RestrictionsNotApplied.ShouldBe([new KeyValuePair<string, int>("una delle strade non è percorribile", 1)]);
    }

    [Fact]
    public void A_restriction_along_several_ways_binds_those_who_came_along_all_of_them()
    {
        AsciiRoads Roads() => AsciiRoads.Map(
            """
            a     e
            |     |
            b--m--c--f
               |
               g
            """).Way("ab").Way("bm").Way("mc").Way("ce").Way("cf").Way("mg");
        RoadNetwork bound = Roads().Turn("no_left_turn", "ab", "bm,mc", "ce").Build();

        bound.Info.Report.RestrictionsApplied.ShouldBe(1);
        Roads().Seconds(bound, 'g', 'e').ShouldBe(20 + 30 + 20);
        Roads().Seconds(bound, 'a', 'f').ShouldBe(20 + 60 + 30);
        Roads().Seconds(bound, 'a', 'e').ShouldBe(20 + 30 + 20 + 20 + 20 + 30 + 20, "round in the dead end of the side road");
        Roads().Turn("no_left_turn", "ab", "bm,mg", "ce").Build().Info.Report.RestrictionsNotApplied.Keys
            .ShouldBe(["una delle strade non è percorribile"]);
        Roads().Turn("no_left_turn", "ab", "bm,mc,mg", "ce").Build().Info.Report.RestrictionsNotApplied.Keys
            .ShouldBe(["la strada «via» non collega le altre due"]);
    }

    private static AsciiRoads CrossRoads() => AsciiRoads.Map(Cross).Way("wx").Way("xe").Way("xn").Way("xs").Way("wabe", "highway=primary");

    private static int? CrossSeconds(Func<AsciiRoads, AsciiRoads> change, string trip)
    {
        AsciiRoads roads = change(CrossRoads());
        return roads.Seconds(roads.Build(), trip[0], trip[1]);
    }
}
