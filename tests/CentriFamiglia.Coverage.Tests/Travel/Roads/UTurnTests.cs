using CentriFamiglia.Coverage.Travel;
using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Routing;
using CentriFamiglia.Coverage.Travel.Roads.Routing.Contracting;

namespace CentriFamiglia.Coverage.Tests.Travel.Roads;

public class UTurnTests
{
    [Theory]
    [InlineData("highway=service", 20 + 10 + 20 + 20 + 10 + 20 + 20, "not before the drive, but at its end")]
    [InlineData("highway=residential", 20 + 10 + 20 + 10 + 20, "at the junction of three streets")]
    public void Who_must_not_turn_left_turns_round_at_the_next_place_that_the_profile_allows(string side, int seconds, string how)
    {
        AsciiRoads roads = AsciiRoads.Map(
            """
              n
              |
            a-jd--------t
               |
               s
            """).Way("aj").Way("jdt").Way("ds", side).Way("jn").Turn("no_left_turn", "aj", "j", "jn");
        RoadNetwork network = roads.Build();

        roads.Seconds(network, 'a', 'n').ShouldBe(seconds, how);
        roads.Seconds(network, 'a', 't').ShouldBe(120);
        roads.Seconds(network, 't', 'n').ShouldBe(120);
    }

    [Fact]
    public void Nobody_turns_round_on_the_way_that_a_restriction_leads_along()
    {
        AsciiRoads Roads() => AsciiRoads.Map(
            """
            a   e
            |   |
            b---c---f
            |   |
            g   d
            """).Way("ab").Way("gb").Way("bc").Way("cd").Way("ce").Way("cf");
        RoadNetwork network = Roads().Turn("no_left_turn", "ab", "bc", "ce").Turn("no_right_turn", "ab", "b", "gb").Build();

        // Without the first restriction one would go to c, where three streets meet, turn round, and come back along bc.
        Roads().Seconds(network, 'a', 'g').ShouldBe(20 + 40 + 20 + 20 + 20 + 40 + 20);
        Roads().Seconds(Roads().Turn("no_right_turn", "ab", "b", "gb").Build(), 'a', 'g').ShouldBe(20 + 40 + 20 + 40 + 20);
    }

    [Fact]
    public void Where_a_sign_demands_to_turn_round_one_does_and_where_nothing_else_is_left_too()
    {
        AsciiRoads Roads() => AsciiRoads.Map("a--b--c").Way("ab").Way("bc");

        RoadNetwork demanded = Roads().Turn("only_u_turn", "ab", "b", "ab").Build();
        RoadNetwork left = Roads().Turn("no_straight_on", "ab", "b", "bc").Build();

        demanded.Info.Report.RestrictionsApplied.ShouldBe(1);
        demanded.Graph.Deciseconds.ToArray().Max().ShouldBe(300 + 200);
        left.Graph.Deciseconds.ToArray().Max().ShouldBe(300 + 200);
    }

    [Fact]
    public void Without_a_rule_turning_round_costs_nothing()
    {
        AsciiRoads Cross() => AsciiRoads.Map(
            """
              n
              |
            a-j-t
            """).Way("aj").Way("jt").Way("jn").Turn("no_left_turn", "aj", "j", "jn");

        Cross().Seconds(Cross().Build(AsciiRoads.Plain with { UTurns = null }), 'a', 'n').ShouldBe(20 + 20 + 20 + 20);
        Cross().Seconds(Cross().Build(), 'a', 'n').ShouldBe(20 + 20 + 20 + 20 + 20);
    }

    /// <summary>
    /// A second count from the definition: a search that carries the last pieces driven along, and asks at every junction whether the
    /// next one completes a forbidden sequence or turns round.
    /// </summary>
    [Fact]
    public void On_any_map_trips_are_those_of_a_driver_who_remembers_how_he_came()
    {
        int bound = 0;
        for (int seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed + 200);
            var town = new RememberedTown(random, turnSeconds: random.Next(4) * 20);
            RoadNetwork network = town.Build();
            var travel = new RoadTravel(network, HierarchyBuilder.Build(network.Graph, cancellationToken: TestContext.Current.CancellationToken), SnapOptions.Default, "");
            RoadSnap[] snaps = travel.Snap([.. town.Letters.Select(letter => PlaceOf(town.Roads.At(letter)))]);
            Place[] places = [.. town.Letters.Where((_, i) => snaps[i].DistanceMetres < 1).Select(letter => PlaceOf(town.Roads.At(letter)))];
            char[] letters = [.. town.Letters.Where((_, i) => snaps[i].DistanceMetres < 1)];
            TravelCost?[] costs = travel.Costs(places, places);
            for (int i = 0; i < letters.Length; i++)
            {
                Dictionary<char, int> expected = town.From(letters[i]);
                for (int j = 0; j < letters.Length; j++)
                {
                    int? found = costs[(i * letters.Length) + j]?.Seconds;
                    int? driven = expected.TryGetValue(letters[j], out int seconds) ? seconds : null;
                    (found is { } f ? (int)Math.Round(f / 10.0) * 10 : (int?)null).ShouldBe(driven, $"seed {seed}, {letters[i]} to {letters[j]}: {town}");
                }
            }

            bound += network.Info.Report.RestrictionsApplied;
        }

        bound.ShouldBeGreaterThan(250);
    }

    private static Place PlaceOf((double Lon, double Lat) place) => new(place.Lon, place.Lat, default, null);
}
