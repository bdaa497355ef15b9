using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Access.Catchments;
using CentriFamiglia.Coverage.Access.Measures;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Access.Catchments;

/// <summary>Catchments, flows and distributions of a territory small enough to be counted by hand.</summary>
public class CatchmentFigureTests
{
    // H1 in Alfa, S1 in Delta, ten minutes apart; Beta is two from H1, Gamma three from S1.
    private const string Comuni = """
        000001 | Alfa  |  0 | 0 | 20 | A | Nord | D1 | Ovest
        000002 | Beta  |  2 | 0 | 20 | A | Sud  | D1 | Est
        000003 | Gamma |  7 | 0 | 40 | A | Nord | D2 | Est
        000004 | Delta | 10 | 0 | 40 | A | Nord | D2 | Est
        000005 | Eta   | 20 | 0 |  0 | A | -    | -  | -
        """;

    private const string Sedi = "H1 | hub | 000001 | R1 | -\nS1 | spoke | 000004 | R2 | -";

    [Fact]
    public void A_load_has_its_residents_times_and_borders()
    {
        CoverageState state = State();
        Dictionary<SiteId, CatchmentLoad> loads = CatchmentLoad.By<SiteId>(state, PointTrips.Of(state), s => s.Site.Id);
        (CatchmentLoad h1, CatchmentLoad s1) = (loads[new("H1")], loads[new("S1")]);

        // H1: Alfa at 0, Beta at 2. S1: Delta at 0, Gamma at 3; nothing is known of Eta.
        (h1.Residents, h1.Comuni, h1.MeanMinutes, h1.MaxMinutes, h1.MeanKm).ShouldBe((40, 2, 1, 2, 1));
        (s1.Residents, s1.Comuni, s1.MeanMinutes, s1.MaxMinutes, s1.MeanKm).ShouldBe((80, 2, 1.5, 3, 1.5));
        // Beta is of Est and of Sud, H1 of Ovest and of Nord; all of S1 is of Est and Nord.
        (h1.FromOtherAmbito, h1.FromOtherAts, h1.OwnAts).ShouldBe((20, 20, 20));
        (s1.FromOtherAmbito, s1.FromOtherAts, s1.OwnAts).ShouldBe((0, 0, 80));
        // Ovest is served by the network of H1, Est by that of S1.
        (h1.Territory, s1.Territory).ShouldBe((20, 100));
        (h1.Families, s1.UncertainHours, h1.Hours).ShouldBe((null, 1, null));
    }

    [Theory]
    [InlineData(10, 30, 2.5)]
    [InlineData(10, 0, 1.0)]
    [InlineData(0, 0, null)]
    public void Means_are_of_all_who_come_and_none_where_nobody_does(int near, int far, double? mean)
    {
        CoverageState state = SmallTerritory.State(
            $"""
            000001 | A | 1 | 0 | {near} | A | Nord | D | X
            000002 | B | 3 | 0 | {far}  | A | Nord | D | X
            000003 | C | 0 | 0 | 0      | A | Nord | D | X
            """,
            "H1 | hub | 000003 | R1 | -");
        ImmutableArray<PointTrips> trips = PointTrips.Of(state);
        CatchmentLoad load = CatchmentLoad.By<SiteId>(state, trips, s => s.Site.Id).Values.Single();
        Flow flow = Flow.Between(state, trips, AreaLevel.Regione).ShouldHaveSingleItem();

        (load.MeanMinutes, load.MeanKm, flow.MeanMinutes).ShouldBe((mean, mean, mean));
        (load.Residents, flow.Residents, load.MaxMinutes).ShouldBe((near + far, near + far, far > 0 ? 3 : near > 0 ? 1 : null));
    }

    [Fact]
    public void A_network_has_the_hours_that_are_read_added_up_and_families_only_where_all_are_known()
    {
        TerritoryContent content = SmallTerritory.Content(
            "000001 | A | 0 | 0 | 10 | A | Nord | D | X\n000002 | B | 1 | 0 | 10 | A | Nord | D | X",
            "H1 | hub | 000001 | R1 | -\nS1 | spoke | 000001 | R1 | -\nS2 | spoke | 000001 | R1 | -");
        SiteSet set = content.SiteSets[0];
        string?[] hours = ["Mo 09:00-12:00", "Tu 09:00-11:00", null];
        content = content with
        {
            Comuni = [content.Comuni[0] with { Families = 4 }, content.Comuni[1]],
            SiteSets = [set with { Sites = [.. set.Sites.Select((s, i) => s with { OpeningHours = hours[i] })] }],
        };
        CoverageState state = CoverageState.Compute(
            TerritorySnapshot.Create(content, null, SmallTerritory.Day), RuleSet.Default, GridTravel.OneMinuteSteps);

        CatchmentLoad load = CatchmentLoad.By(state, PointTrips.Of(state), s => s.Site.Network).ShouldHaveSingleItem().Value;

        (load.Hours, load.ResidentsPerHour, load.UncertainHours, load.Families).ShouldBe((5, 4, 1, null));
    }

    [Fact]
    public void A_network_has_the_loads_of_its_sedi_together_and_a_sede_without_one_is_in_none()
    {
        CoverageState state = SmallTerritory.State(Comuni, Sedi.Replace("R2", "R1") + "\nX1 | - | 000003 | - | -");

        CatchmentLoad load = CatchmentLoad.By(state, PointTrips.Of(state), s => s.Site.Network).ShouldHaveSingleItem().Value;

        // Gamma goes to X1.
        (load.Residents, load.Comuni, load.Sites.Length).ShouldBe((80, 3, 2));
    }

    [Fact]
    public void Flows_go_from_area_to_area()
    {
        CoverageState state = State();

        Flow.Between(state, PointTrips.Of(state), AreaLevel.Ambito)
            .Select(f => (f.From.Code, f.To?.Code, f.Residents, f.Comuni, f.MeanMinutes)).ShouldBe(
        [
            ("est", "est", 80, 2, 1.5), ("est", "ovest", 20, 1, 2), ("ovest", "ovest", 20, 1, 0),
        ]);
        CoverageState none = SmallTerritory.State(Comuni);
        Flow.Between(none, PointTrips.Of(none), AreaLevel.Regione).Select(f => (f.To, f.Residents, f.Comuni, f.MeanMinutes))
            .ShouldBe([(null, 120, 4, null)]);
    }

    [Theory]
    [InlineData(30, 10, 6.0, 2.0)]
    [InlineData(0, 0, 4.0, 4.0)]
    public void Families_follow_the_residents_of_each_point_and_go_evenly_where_there_are_none(
        double first, double second, double families1, double families2)
    {
        TerritoryContent content =
            SmallTerritory.Content("000001 | Alfa | 0 | 0 | 9 | A | Nord | D1 | Ovest", "H1 | hub | 000001 | R1 | -");
        content = content with
        {
            Comuni = [content.Comuni[0] with { Families = 8 }],
            DemandPoints =
            [
                new(new("p1"), new("000001"), SmallTerritory.West, SmallTerritory.South, first),
                new(new("p2"), new("000001"), SmallTerritory.West, SmallTerritory.South, second),
            ],
        };
        CoverageState state =
            CoverageState.Compute(TerritorySnapshot.Create(content, null, SmallTerritory.Day), RuleSet.Default, GridTravel.OneMinuteSteps);

        PointTrips.Of(state).Select(t => t.Families).ShouldBe([families1, families2]);
        CatchmentLoad.By<SiteId>(state, PointTrips.Of(state), s => s.Site.Id).Values.Single().Comuni.ShouldBe(1);
    }

    // With Est declared by H1 both sedi serve it: Beta goes to H1, Gamma and Delta to S1, and Ovest to nobody.
    [Theory]
    [InlineData("H1 | hub | 000001 | R1 | Est;S1 | spoke | 000004 | R1 | -", 20, 80)]
    [InlineData("H1 | hub | 000001 | R1 | -;S1 | spoke | 000004 | R1 | -", 20, 0)]
    [InlineData("H1 | hub | 000001 | R1 | -;S1 | spoke | 000004 | R2 | -", 20, 100)]
    [InlineData("H1 | hub | 000001 | R1 | Mare;S1 | - | 000004 | - | -", 0, 100)]
    public void A_sede_serves_what_the_Hub_of_its_network_declares_else_the_Ambito_of_that_Hub_else_its_own(
        string sedi, double first, double second)
    {
        CoverageState state = SmallTerritory.State(Comuni, sedi.Replace(';', '\n'));
        Dictionary<SiteId, CatchmentLoad> loads = CatchmentLoad.By<SiteId>(state, PointTrips.Of(state), s => s.Site.Id);

        (loads[new SiteId("H1")].Territory, loads[new SiteId("S1")].Territory).ShouldBe((first, second));
    }

    [Fact]
    public void Hours_in_reach_fall_in_steps_of_six_whose_end_is_included()
    {
        string[] hours = ["Mo 09:00-15:00", "Mo 09:00-15:01", "Mo-Su 00:00-06:51", "Mo-Su 00:00-06:52", "off", "su richiesta"];
        TerritoryContent content = SmallTerritory.Content(
            string.Join('\n', Enumerable.Range(1, 6).Select(i => $"00000{i} | C{i} | {60 * i} | 0 | {i} | A | Nord | D | X")),
            string.Join('\n', Enumerable.Range(1, 6).Select(i => $"S{i} | hub | 00000{i} | R{i} | -")));
        SiteSet set = content.SiteSets[0];
        content = content with { SiteSets = [set with { Sites = [.. set.Sites.Select((s, i) => s with { OpeningHours = hours[i] })] }] };
        CoverageState state =
            CoverageState.Compute(TerritorySnapshot.Create(content, null, SmallTerritory.Day), RuleSet.Default, GridTravel.OneMinuteSteps);

        // Six hours; six and a minute; 47.95; 48.07; none; none that is known.
        ReachRows.Hours(SiteAccess.Of(state, SiteAccessTerms.Usual), AreaLevel.Regione)
            .Select(r => (r.Above, r.UpTo, r.ResidentsHere, r.ComuniHere, r.ResidentsUncertain, r.Residents)).ShouldBe(
        [
            (0, 0, 11, 2, 6, 21), (0, 6, 1, 1, 0, 21), (6, 12, 2, 1, 0, 21), (12, 18, 0, 0, 0, 21), (18, 24, 0, 0, 0, 21),
            (24, 30, 0, 0, 0, 21), (30, 36, 0, 0, 0, 21), (36, 42, 0, 0, 0, 21), (42, 48, 3, 1, 0, 21), (48, null, 4, 1, 0, 21),
        ]);
    }

    [Fact]
    public void A_comune_is_within_when_all_its_points_are_and_residents_each_by_themselves()
    {
        const string Alfa = "000001 | Alfa | 0 | 0 | 9 | A | Nord | D1 | Ovest";
        TerritoryContent content = SmallTerritory.Content(Alfa, "H1 | hub | 000001 | R1 | -") with
        {
            DemandPoints =
            [
                new(new("p1"), new("000001"), SmallTerritory.West + (5 * SmallTerritory.Step), SmallTerritory.South, 30),
                new(new("p2"), new("000001"), SmallTerritory.West + (15 * SmallTerritory.Step), SmallTerritory.South, 30),
            ],
        };
        TerritorySnapshot snapshot = TerritorySnapshot.Create(content, null, SmallTerritory.Day);
        CoverageState all = CoverageState.Compute(snapshot, RuleSet.Default, GridTravel.OneMinuteSteps);
        CoverageState cut = CoverageState.Compute(snapshot, RuleSet.Default, new WrittenTravel((from, _) =>
            WrittenTravel.East(from) == 15 ? null : new(300, 5000)));

        Curve(all).ShouldBe([(5, 30, 0), (10, 30, 1), (15, 60, 1), (20, 60, 1)]);
        Curve(cut).ShouldBe([(5, 30, 0), (10, 30, 0), (15, 30, 0), (20, 30, 0)]);

        static IEnumerable<(int, double?, int?)> Curve(CoverageState state) => ReachRows
            .Curve(SiteAccess.Of(state, SiteAccessTerms.Usual), AreaLevel.Regione)
            .Take(4).Select(r => (r.Minutes, r.ResidentsWithin, r.ComuniWithin));
    }

    [Theory]
    [InlineData(null, 2.0, 8.0, 0.0)]
    [InlineData(8.0, 2.0, 8.0, 2.0)]
    [InlineData(7.99, 2.0, null, 1.0)]
    [InlineData(2.0, 2.0, null, 1.0)]
    [InlineData(1.0, null, null, 0.0)]
    public void A_limit_on_times_is_inclusive_and_is_that_of_what_is_in_reach(
        double? limit, double? nearest, double? second, double inReach)
    {
        var access = SiteAccess.Of(State(), SiteAccessTerms.Usual with { LimitMinutes = limit });

        (access.Values(SiteMeasure.Nearest)[1], access.Values(SiteMeasure.Second)[1], access.Values(SiteMeasure.Third)[1])
            .ShouldBe((nearest, second, null));
        access.Values(SiteMeasure.Cumulative)[1].ShouldBe(limit is null ? 2 : inReach);
        access.Terms.Limit.ShouldBe(limit ?? 30);
    }

    private static CoverageState State() => SmallTerritory.State(Comuni, Sedi);
}
