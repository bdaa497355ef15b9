using CentriFamiglia.Coverage.Travel;
using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Routing;
using CentriFamiglia.Coverage.Travel.Roads.Routing.Contracting;

namespace CentriFamiglia.Coverage.Tests.Travel.Roads;

/// <summary>Roads for those who start or end there: used at the ends of a trip, and on the way only where there is no other.</summary>
public class EndZonesTests
{
    private const string Ends = "highway=residential motor_vehicle=destination";

    [Theory]
    [InlineData("motor_vehicle=destination")]
    [InlineData("access=private")]
    [InlineData("vehicle=delivery")]
    public void Nobody_passes_through_who_can_go_round(string tags)
    {
        AsciiRoads roads = Village($"highway=residential {tags}");
        RoadNetwork network = roads.Build();

        roads.Seconds(network, 'a', 'f').ShouldBe(20 + 160 + 20, "round by the south");
        roads.Seconds(network, 'f', 'a').ShouldBe(200);
        roads.Seconds(network, 'a', 'h').ShouldBe(20 + 40 + 30, "in, to the house");
        roads.Seconds(network, 'h', 'f').ShouldBe(30 + 40 + 20, "and out on the other side");
        roads.Seconds(network, 'a', 'd').ShouldBe(20 + 80, "as far as the other mouth");
        roads.Seconds(network, 'b', 'd').ShouldBe(80, "from mouth to mouth");
        roads.Seconds(network, 'h', 'h').ShouldBe(0);
    }

    [Fact]
    public void Such_a_road_is_as_fast_as_another()
    {
        RoadNetwork open = Village("highway=residential").Build();
        AsciiRoads roads = Village("highway=residential motor_vehicle=destination");

        roads.Seconds(roads.Build(), 'h', 'a').ShouldBe(roads.Seconds(open, 'h', 'a'));
    }

    [Fact]
    public void Where_it_is_the_only_way_it_is_used()
    {
        AsciiRoads roads = AsciiRoads.Map("a-b---d-f").Way("ab").Way("bd", Ends).Way("df");

        roads.Seconds(roads.Build(), 'a', 'f').ShouldBe(20 + 40 + 20, "what lies behind it belongs to it");
    }

    [Fact]
    public void Where_one_must_pass_through_it_is_slower()
    {
        // From f one comes back by the open road, which is one way; to f there is only the other.
        AsciiRoads roads = AsciiRoads.Map(
            """
            a-b-----d-f
            |         |
            c---------e
            """).Way("ab").Way("bd", Ends).Way("df").Way("feca", "highway=residential oneway=yes");

        roads.Seconds(roads.Build(), 'a', 'f').ShouldBe(20 + 100 + 20);
    }

    [Fact]
    public void For_walkers_it_is_a_road_like_others()
    {
        AsciiRoads roads = Village("highway=residential access=destination");
        RoadNetwork network = roads.Build(RoadProfile.Load("foot"));

        ((double)roads.Cost(network, 'a', 'f')!.Value.Metres).ShouldBe(1200, 2);
    }

    [Theory]
    [InlineData("highway=service", "barrier=gate access=private")]
    [InlineData("highway=residential", "access=private")]
    [InlineData("highway=residential", "barrier=lift_gate motor_vehicle=private")]
    public void A_private_gate_opens_to_who_lives_behind_it_and_to_nobody_else(string tags, string gate)
    {
        // Both gates of the estate, m and n, are private; h is a house in it.
        AsciiRoads roads = AsciiRoads.Map(
            """
                  h
                  |
                  |
            a-m---b---n-f
            |           |
            |           |
            |           |
            |           |
            c-----------e
            """).Way("ambnf", tags).Way("bh").Way("acef").Node('m', gate).Node('n', gate);
        RoadNetwork network = roads.Build();

        roads.Seconds(network, 'a', 'h').ShouldBe(20 + 40 + 30);
        roads.Seconds(network, 'h', 'f').ShouldBe(30 + 40 + 20);
        roads.Seconds(network, 'a', 'f').ShouldBe(50 + 120 + 50, "round by the south");
        network.Info.Report.NodesInMain.ShouldBe(network.Graph.NodeCount);
    }

    [Fact]
    public void A_private_gate_across_a_road_that_is_reached_from_both_sides_stays_shut()
    {
        AsciiRoads roads = AsciiRoads.Map(
            """
            a---m---f
            |       |
            |       |
            c-------e
            """).Way("amf").Way("acef").Node('m', "barrier=gate access=private");

        roads.Seconds(roads.Build(), 'a', 'f').ShouldBe(30 + 80 + 30);
    }

    [Fact]
    public void A_yard_with_one_gate_needs_no_copies()
    {
        AsciiRoads roads = AsciiRoads.Map(
            """
            a-b-c
              |
              h
            """).Way("abc").Way("bh", Ends);

        roads.Build().Info.Report.NodesSplit.ShouldBe(0);
    }

    [Fact]
    public void Houses_inside_are_part_of_the_main_network()
    {
        RoadNetwork network = Village(Ends).Build();

        network.Info.Report.NodesInMain.ShouldBe(network.Graph.NodeCount);
        for (int edge = 0; edge < network.Edges.Count; edge++)
            ((RoadTraits)network.Edges.Traits.Span[edge]).HasFlag(RoadTraits.MainComponent).ShouldBeTrue();
    }

    /// <summary>
    /// A second count from the definition: first such streets, then open ones, then such streets again; and never a forbidden turn. The
    /// open streets of these towns hang together, so that nobody need pass through.
    /// </summary>
    [Fact]
    public void In_any_town_trips_are_those_of_a_driver_who_keeps_to_the_rule()
    {
        int differ = 0;
        for (int seed = 0; seed < 100; seed++)
        {
            var town = new ZonedTown(new Random(seed));
            RoadNetwork network = town.Build();
            var travel = new RoadTravel(network, HierarchyBuilder.Build(network.Graph, cancellationToken: TestContext.Current.CancellationToken), SnapOptions.Default, "");
            Place[] places = [.. town.Letters.Select(letter => PlaceOf(town.Roads.At(letter)))];
            TravelCost?[] costs = travel.Costs(places, places);
            for (int i = 0; i < places.Length; i++)
            {
                Dictionary<char, int> expected = town.From(town.Letters[i], rule: true);
                Dictionary<char, int> free = town.From(town.Letters[i], rule: false);
                for (int j = 0; j < places.Length; j++)
                {
                    int? found = costs[(i * places.Length) + j]?.Seconds is { } seconds ? (int)Math.Round(seconds / 10.0) * 10 : null;
                    found.ShouldBe(expected.TryGetValue(town.Letters[j], out int driven) ? driven : null, $"seed {seed}, {town.Letters[i]} to {town.Letters[j]}: {town}");
                    differ += found == free.GetValueOrDefault(town.Letters[j], -1) ? 0 : 1;
                }
            }
        }

        differ.ShouldBeGreaterThan(500, "the rule matters");
    }

    /// <summary>A road for residents from b to d with a house at h; the open road leads round by the south.</summary>
    private static AsciiRoads Village(string tags) => AsciiRoads.Map(
        """
              h
              |
              |
        a-b---m---d-f
          |       |
          |       |
          |       |
          c-------e
        """).Way("ab").Way("bmd", tags).Way("mh", tags).Way("df").Way("bced");

    private static Place PlaceOf((double Lon, double Lat) place) => new(place.Lon, place.Lat, default, null);
}
