using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.Tests.Travel.Roads;

/// <summary>Restrictions along several ways that lie over one another: every trip of a small map, and which of them are left. Seconds; null where none is.</summary>
public class LongRestrictionTests
{
    private const string OneWay = "highway=primary oneway=yes";

    /// <summary>Two dual carriageways cross: who comes from the north or the south may not turn round through the middle, the others may.</summary>
    [Theory]
    [InlineData('n', 'o', null)]
    [InlineData('n', 'u', 60)]
    [InlineData('n', 'x', 60)]
    [InlineData('n', 'z', 120)]
    [InlineData('v', 'o', 60)]
    [InlineData('v', 'u', 120)]
    [InlineData('v', 'x', 120)]
    [InlineData('v', 'z', 180)]
    [InlineData('y', 'o', 60)]
    [InlineData('y', 'u', 120)]
    [InlineData('y', 'x', null)]
    [InlineData('y', 'z', 60)]
    [InlineData('w', 'o', 120)]
    [InlineData('w', 'u', 180)]
    [InlineData('w', 'x', 60)]
    [InlineData('w', 'z', 120)]
    public void Turning_round_through_a_crossing_is_forbidden_to_whom_the_sign_faces(char from, char to, int? seconds)
    {
        Crossing().Seconds(Crossing().Build(), from, to).HasValue.ShouldBeTrue("without restrictions every way out is reached");

        AsciiRoads roads = Crossing().Turn("no_u_turn", "np", "pr,rs", "sq").Turn("no_u_turn", "ys", "sq,qp", "pr");

        roads.Seconds(roads.Build(), from, to).ShouldBe(seconds);
    }

    /// <summary>The same, said once more of the two last ways alone: nobody turns round then, wherever he comes from.</summary>
    [Theory]
    [InlineData('n', 'z', 120)]
    [InlineData('n', 'o', null)]
    [InlineData('v', 'z', null)]
    [InlineData('v', 'x', 120)]
    [InlineData('y', 'u', 120)]
    [InlineData('y', 'x', null)]
    [InlineData('w', 'o', 120)]
    [InlineData('w', 'u', null)]
    public void A_shorter_restriction_inside_a_longer_one_binds_more_people(char from, char to, int? seconds)
    {
        AsciiRoads roads = Crossing().Turn("no_u_turn", "np", "pr,rs", "sq").Turn("no_u_turn", "ys", "sq,qp", "pr")
            .Turn("no_u_turn", "rs", "sq", "qp").Turn("no_u_turn", "qp", "pr", "rs").Turn("no_u_turn", "np", "pr,rs", "sq");
        RoadNetwork network = roads.Build();

        network.Info.Report.RestrictionsApplied.ShouldBe(5);
        roads.Seconds(network, from, to).ShouldBe(seconds);
    }

    /// <summary>From a one must go on straight at c, and who has come along b-c must at d too: the second obligation begins inside the first.</summary>
    [Theory]
    [InlineData('a', 'p', 40)]
    [InlineData('a', 'q', null)]
    [InlineData('a', 'r', null)]
    [InlineData('a', 'e', 140)]
    [InlineData('s', 'q', 80)]
    [InlineData('s', 'r', null)]
    [InlineData('s', 'e', 140)]
    [InlineData('c', 'r', 60)]
    [InlineData('c', 'e', 80)]
    public void Obligations_that_overlap_bind_one_after_the_other(char from, char to, int? seconds)
    {
        AsciiRoads roads = AsciiRoads.Map(
            """
              p   q   r
              |   |   |
            a-b---c---d---e
              |
              s
            """).Way("ab", OneWay).Way("sb", OneWay).Way("bc", OneWay).Way("cd", OneWay).Way("de", OneWay).Way("bp", OneWay).Way("cq", OneWay).Way("dr", OneWay)
            .Turn("only_straight_on", "ab", "bc", "cd").Turn("only_straight_on", "bc", "cd", "de");

        roads.Seconds(roads.Build(), from, to).ShouldBe(seconds);
    }

    private static AsciiRoads Crossing()
    {
        AsciiRoads roads = AsciiRoads.Map(
            """
                n   o
                |   |
            u---p---q---v
                |   |
            w---r---s---z
                |   |
                x   y
            """);
        foreach (string way in new[] { "np", "pr", "rx", "ys", "sq", "qo", "vq", "qp", "pu", "wr", "rs", "sz" })
            roads.Way(way, OneWay);
        return roads;
    }
}
