using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Hours;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.Small;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Tests.Access;

/// <summary>Gaps on small territories where one step is one minute and one kilometre.</summary>
public class CoverageStateTests
{
    // Seats at 0, 10, 21 and 30 minutes from the sede in Alfa; classes A (20 minutes), A, A and D (30 minutes).
    private const string Comuni = """
        000001 | Alfa  |  0 | 0 | 100 | A | Nord | D1 | Est
        000002 | Beta  | 10 | 0 | 200 | A | Nord | D1 | Est
        000003 | Gamma | 21 | 0 | 300 | A | Nord | D2 | Est
        000004 | Delta | 30 | 0 | 400 | D | Nord | D2 | Ovest
        """;

    private const string OneHub = "H1 | hub | 000001 | R1 | -";

    [Fact]
    public void Each_comune_has_its_nearest_sede_with_minutes_and_kilometres() =>
        SmallTerritory.State(Comuni, OneHub).Comuni.Select(c => (c.Comune.Name, c.Minutes, c.Km, c.Nearest?.Site.Id.Value, c.LimitMinutes, c.Beyond))
            .ShouldBe(
            [
                ("Alfa", 0, 0, "H1", 20, false),
                ("Beta", 10, 10, "H1", 20, false),
                ("Gamma", 21, 21, "H1", 20, true),
                ("Delta", 30, 30, "H1", 30, false),
            ]);

    [Fact]
    public void A_unit_is_weighted_by_residents()
    {
        UnitGap region = SmallTerritory.State(Comuni, OneHub).Gaps(AreaLevel.Regione).ShouldHaveSingleItem();

        // (100 x 0 + 200 x 10 + 300 x 21 + 400 x 30) / 1000
        region.MeanMinutes.ShouldBe(20.3);
        region.MeanKm.ShouldBe(20.3);
        // Cumulative residents 100, 300, 600: half of 1000 is reached at 21 minutes; 900 only at 30.
        region.MedianMinutes.ShouldBe(21);
        region.P90Minutes.ShouldBe(30);
        region.MaxMinutes.ShouldBe(30);
        (region.Residents, region.ResidentsBeyond, region.SharePercentBeyond).ShouldBe((1000, 300, 30));
        (region.ComuniBeyond, region.Comuni, region.ResidentsUnreachable).ShouldBe((1, 4, 0));
    }

    [Fact]
    public void The_curve_counts_residents_within_5_to_60_minutes_both_ends_included() =>
        SmallTerritory.State(Comuni, OneHub).Gaps(AreaLevel.Regione)[0].Curve.Select(c => (c.Minutes, c.Residents, c.SharePercent)).ShouldBe(
        [
            (5, 100, 10), (10, 300, 30), (15, 300, 30), (20, 300, 30), (25, 600, 60), (30, 1000, 100),
            (35, 1000, 100), (40, 1000, 100), (45, 1000, 100), (50, 1000, 100), (55, 1000, 100), (60, 1000, 100),
        ]);

    [Fact]
    public void A_limit_given_for_all_takes_the_place_of_the_classes_and_is_inclusive()
    {
        SmallTerritory.State(Comuni, OneHub, limit: 21).Gaps(AreaLevel.Regione)[0].ResidentsBeyond.ShouldBe(400);
        SmallTerritory.State(Comuni, OneHub, limit: 30).Gaps(AreaLevel.Regione)[0].ResidentsBeyond.ShouldBe(0);
        SmallTerritory.State(Comuni, OneHub, limit: 20.99).Gaps(AreaLevel.Regione)[0].ResidentsBeyond.ShouldBe(700);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(double.NaN)]
    public void A_limit_that_is_not_positive_is_refused(double limit) =>
        Should.Throw<CoverageInputException>(() => SmallTerritory.State(Comuni, OneHub, limit: limit));

    [Fact]
    public void No_sede_is_zero_coverage_without_any_invented_time()
    {
        UnitGap region = SmallTerritory.State(Comuni).Gaps(AreaLevel.Regione)[0];

        (region.MeanMinutes, region.MedianMinutes, region.P90Minutes, region.MaxMinutes, region.MeanKm).ShouldBe((null, null, null, null, null));
        (region.ResidentsBeyond, region.SharePercentBeyond, region.ComuniBeyond, region.ResidentsUnreachable).ShouldBe((1000, 100, 4, 1000));
        region.Curve.ShouldAllBe(c => c.Residents == 0);
    }

    [Fact]
    public void Residents_that_reach_no_sede_are_beyond_and_push_the_percentiles_out_of_sight()
    {
        CoverageState state = CoverageState.Compute(SmallTerritory.Snapshot(Comuni, OneHub), RuleSet.Default, new GridTravel("000004"));
        UnitGap region = state.Gaps(AreaLevel.Regione)[0];

        (region.ResidentsUnreachable, region.ResidentsBeyond, region.ComuniBeyond).ShouldBe((400, 700, 2));
        // Over the 600 residents that reach one: (0 + 2000 + 6300) / 600.
        (region.MeanMinutes, region.MaxMinutes).ShouldBe((13.83, 21));
        // Half of all residents have one within 21 minutes; nine tenths have none at all.
        (region.MedianMinutes, region.P90Minutes).ShouldBe((21, null));
    }

    [Fact]
    public void The_nearest_of_the_own_ATS_stands_beside_the_nearest_of_any()
    {
        CoverageState state = SmallTerritory.State("""
            000001 | Alfa  | 0 | 0 | 100 | A | Nord | D1 | Est
            000002 | Beta  | 3 | 0 | 200 | A | Nord | D1 | Est
            000003 | Gamma | 4 | 0 | 300 | A | Sud  | D2 | Ovest
            000004 | Delta | 9 | 0 | 300 | A | -    | -  | -
            """, "H1 | hub | 000001 | R1 | -\nH2 | hub | 000003 | R2 | -");

        state.Comuni.Select(c => (c.Nearest?.Site.Id.Value, c.Minutes, c.NearestOwnAts?.Site.Id.Value, c.MinutesOwnAts)).ShouldBe(
        [
            ("H1", 0, "H1", 0),
            ("H2", 1, "H1", 3),
            ("H2", 0, "H2", 0),
            (null, null, null, null),
        ]);
    }

    [Fact]
    public void Sedi_equally_near_are_told_apart_by_id_whatever_their_order() =>
        SmallTerritory.State(
                "000001 | Alfa | 0 | 0 | 1 | A | N | D | E\n000002 | Beta | 2 | 0 | 1 | A | N | D | E\n000003 | Gamma | 4 | 0 | 1 | A | N | D | E",
                "Z | hub | 000001 | R1 | -\nA | hub | 000003 | R2 | -")
            .Comuni[1].Nearest!.Site.Id.Value.ShouldBe("A");

    [Fact]
    public void Residents_that_are_not_known_weigh_nothing_and_are_counted()
    {
        CoverageState state = SmallTerritory.State(
            "000001 | Alfa | 0 | 0 | 100 | A | Nord | D1 | Est\n000002 | Beta | 10 | 0 | - | A | Nord | D1 | Est", OneHub);

        UnitGap est = state.Gaps(AreaLevel.Ambito)[0];
        (est.Residents, est.ComuniWithoutResidents, est.MeanMinutes, est.MaxMinutes).ShouldBe((100, 1, 0, 0));
        (state.Comuni[1].Residents, state.Comuni[1].Minutes).ShouldBe((null, 10));
    }

    [Fact]
    public void Without_a_class_and_without_a_limit_nothing_is_called_beyond_and_the_residents_are_stated()
    {
        UnitGap est = SmallTerritory.State(
            "000001 | Alfa | 0 | 0 | 100 | A | Nord | D1 | Est\n000002 | Beta | 50 | 0 | 70 | - | Nord | D1 | Est", OneHub).Gaps(AreaLevel.Ambito)[0];

        (est.ResidentsBeyond, est.ResidentsWithoutLimit, est.ComuniBeyond).ShouldBe((0, 70, 0));
    }

    [Fact]
    public void A_comune_with_several_points_counts_by_its_mean_and_its_points_each_by_themselves()
    {
        TerritoryContent content = SmallTerritory.Content("000001 | Alfa | 0 | 0 | 999 | A | Nord | D1 | Est", OneHub) with
        {
            DemandPoints =
            [
                new(new("p1"), new("000001"), SmallTerritory.West, SmallTerritory.South, 30),
                new(new("p2"), new("000001"), SmallTerritory.West + (22 * SmallTerritory.Step), SmallTerritory.South, 10),
            ],
        };

        CoverageState state = CoverageState.Compute(
            TerritorySnapshot.Create(content, null, SmallTerritory.Day), RuleSet.Default, GridTravel.OneMinuteSteps);

        (state.Comuni[0].Residents, state.Comuni[0].Minutes, state.Comuni[0].Beyond).ShouldBe((40, 5.5, false));
        UnitGap est = state.Gaps(AreaLevel.Ambito)[0];
        (est.ResidentsBeyond, est.ComuniBeyond, est.MaxMinutes).ShouldBe((10, 0, 22));
    }

    [Fact]
    public void Residents_are_conserved_across_levels() => RandomTerritory.Holds(random =>
    {
        TerritorySnapshot snapshot = RandomTerritory.Snapshot(random);
        CoverageState state = CoverageState.Compute(snapshot, RuleSet.Default, GridTravel.OneMinuteSteps);
        double all = snapshot.Comuni.Sum(c => c.Residents ?? 0);

        foreach (AreaLevel level in Enum.GetValues<AreaLevel>())
        {
            state.Gaps(level).Sum(g => g.AllResidents).ShouldBe(all);
            state.Gaps(level).Sum(g => g.Residents + g.Known.ResidentsExcluded).ShouldBe(all);
            state.Gaps(level).ShouldAllBe(g => g.Known.Judged.SequenceEqual(Known.In(state, g.Unit)));
            state.Verdicts(level).Sum(v => v.Unit.Residents).ShouldBe((long)all);
            state.Gaps(level).ShouldAllBe(g => g.ResidentsBeyond.HasValue != g.Known.IsEmpty);
            state.Gaps(level).Sum(g => g.Comuni).ShouldBe(snapshot.Comuni.Length);
        }

        var combined = state.Combined[^1];
        (combined.ResidentsBoth + combined.ResidentsAmbitoOnly + combined.ResidentsDistrettoOnly + combined.ResidentsNeither + combined.ResidentsNotKnown)
            .ShouldBe((long)all);
    });

    [Fact]
    public void The_curve_never_falls_and_ends_with_those_that_reach_a_sede() => RandomTerritory.Holds(random =>
    {
        CoverageState state = CoverageState.Compute(RandomTerritory.Snapshot(random), RuleSet.Default, new GridTravel("000002"));

        foreach (UnitGap gap in state.Gaps(AreaLevel.Ambito))
        {
            gap.Curve.Zip(gap.Curve.Skip(1)).ShouldAllBe(p => p.First.Residents <= p.Second.Residents);
            // The grid is 20 by 20 minutes, so that sixty minutes reach across it.
            gap.Curve.LastOrDefault()?.Residents.ShouldBe(gap.Residents - gap.ResidentsUnreachable!.Value);
        }
    });

    [Fact]
    public void One_sede_more_never_raises_a_time_and_a_state_made_from_another_is_the_same_as_a_new_one() => RandomTerritory.Holds(random =>
    {
        TerritoryContent content = RandomTerritory.Content(random);
        SiteSet set = content.SiteSets[0];
        Comune place = content.Comuni[random.Next(content.Comuni.Length)];
        var added = new Site
        {
            Id = new SiteId("S1b"),
            Name = "Nuova",
            Role = SiteRole.Spoke,
            Comune = place.Code,
            Lon = place.Seat!.Lon,
            Lat = place.Seat.Lat,
        };
        TerritoryContent more = content with { SiteSets = [set with { Sites = [.. set.Sites, added] }] };
        CoverageState before = CoverageState.Compute(
            TerritorySnapshot.Create(content, null, SmallTerritory.Day), RuleSet.Default, GridTravel.OneMinuteSteps);
        TerritorySnapshot next = TerritorySnapshot.Create(more, null, SmallTerritory.Day);

        CoverageState after = CoverageState.Compute(next, RuleSet.Default, GridTravel.OneMinuteSteps, null, before);
        CoverageState anew = CoverageState.Compute(next, RuleSet.Default, GridTravel.OneMinuteSteps);

        after.Points.Zip(before.Points).Where(p => p.First.IsJudged).ShouldAllBe(p =>
            (p.First.Nearest!.Value.Cost.Seconds) <= (p.Second.Nearest == null ? int.MaxValue : p.Second.Nearest.Value.Cost.Seconds));
        after.Points.ShouldBe(anew.Points);
        after.Comuni.ShouldBe(anew.Comuni);
    });

    [Fact]
    public void A_state_made_from_another_asks_only_for_travel_to_the_sede_that_is_new()
    {
        var travel = new GridTravel();
        CoverageState before = CoverageState.Compute(SmallTerritory.Snapshot(Comuni, OneHub), RuleSet.Default, travel);
        before.Comuni.Length.ShouldBe(4);
        int asked = travel.PairsAsked;

        CoverageState after = CoverageState.Compute(
            SmallTerritory.Snapshot(Comuni, OneHub + "\nS1 | spoke | 000004 | R1 | -"), RuleSet.Default, travel, null, before);

        after.Comuni.Length.ShouldBe(4);
        (asked, travel.PairsAsked - asked).ShouldBe((4, 4));
    }

    [Fact]
    public void Verdicts_ask_for_no_travel_and_the_same_state_with_other_sedi_asks_no_pair_twice()
    {
        var travel = new GridTravel();
        CoverageState state = CoverageState.Compute(SmallTerritory.Snapshot(Comuni, OneHub), RuleSet.Default, travel);

        state.Verdicts(AreaLevel.Ambito).ShouldNotBeEmpty();
        travel.PairsAsked.ShouldBe(0);
        OpenDoors doors = OpenDoors.Of(state, new WeekMoment(0));
        doors.Certain.Points.Length.ShouldBe(4);
        doors.Possible.Points.Length.ShouldBe(4);
        state.Points.Length.ShouldBe(4);
        travel.PairsAsked.ShouldBe(4);
    }

    [Fact]
    public void Every_figure_of_the_shipped_region_is_that_of_its_residents_asked_one_by_one()
    {
        UnitGap region = Shipped.State.Gaps(AreaLevel.Regione)[0];
        (int[] residents, int beyond) = AskEverybody(Shipped.Content);

        region.Residents.ShouldBe(residents.Sum(n => (long)n));
        region.MeanMinutes.ShouldNotBeNull().ShouldBe(residents.Select((n, second) => (double)n * second).Sum() / 60 / region.Residents, 0.005);
        region.ResidentsBeyond.ShouldBe(beyond);
        // Of 9,950,742 residents, the 4,975,371st has the median and the 8,955,668th is the first of nine tenths or more.
        region.MedianMinutes.ShouldNotBeNull().ShouldBe(SecondsOf(4_975_371) / 60.0, 0.005);
        region.P90Minutes.ShouldNotBeNull().ShouldBe(SecondsOf(8_955_668) / 60.0, 0.005);
        region.MaxMinutes.ShouldNotBeNull().ShouldBe(SecondsOf(9_950_742) / 60.0, 0.005);
        region.Curve.Select(c => c.Residents).ShouldBe(Enumerable.Range(1, 12).Select(i => (double)residents.Take((i * 300) + 1).Sum()));

        int SecondsOf(int resident)
        {
            int second = 0;
            for (int counted = residents[0]; counted < resident; counted += residents[++second])
                continue;
            return second;
        }
    }

    // How many residents are so many seconds from the least far of the active sedi, second by second, and how many are beyond their limit; from the
    // records and the travel source, and from nothing that gaps are made of. The residents of a comune with points live in them, those of any other
    // in its seat. Limits as the planning criteria are written: twenty minutes in A, B, C, thirty in D, forty in E, F.
    private static (int[] Residents, int Beyond) AskEverybody(TerritoryContent content)
    {
        Site[] sedi = [.. content.SiteSets.Single(s => s.Name == SiteSet.Demonstration).Sites.Where(s => s.Status == SiteStatus.Active)];
        Dictionary<ComuneCode, Comune> comuni = content.Comuni.ToDictionary(c => c.Code);
        DemandPoint[] points = [.. content.DemandPoints];
        HashSet<ComuneCode> split = [.. points.Select(p => p.Comune)];
        (Comune Comune, double Lon, double Lat, int Residents)[] homes =
        [
            .. points.Select(p => (comuni[p.Comune], p.Lon, p.Lat, (int)p.Residents)),
            .. content.Comuni.Where(c => !split.Contains(c.Code)).Select(c => (c, c.Seat!.Lon, c.Seat.Lat, c.Residents!.Value)),
        ];
        TravelCost?[] costs = Shipped.Estimate.Costs(
            [.. homes.Select(h => new Place(h.Lon, h.Lat, h.Comune.Code, h.Comune.AltitudeMetres))],
            [.. sedi.Select(s => new Place(s.Lon, s.Lat, s.Comune, comuni[s.Comune].AltitudeMetres))]);
        int[] residents = new int[3 * 3600];
        int beyond = 0;
        for (int i = 0; i < homes.Length; i++)
        {
            int least = int.MaxValue;
            for (int s = 0; s < sedi.Length; s++)
                least = Math.Min(least, costs[(i * sedi.Length) + s]!.Value.Seconds);
            int limit = homes[i].Comune.Class switch { SnaiClass.A or SnaiClass.B or SnaiClass.C => 1200, SnaiClass.D => 1800, _ => 2400 };
            beyond += least > limit ? homes[i].Residents : 0;
            residents[least] += homes[i].Residents;
        }

        return (residents, beyond);
    }
}
