using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Access.Measures;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.Small;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Tests.Access;

/// <summary>Gaps and measures where it is close: at the share, at the tie, at nobody, in a comune with two points.</summary>
public class GapsAtTheLimitTests
{
    private const string OneComune = "000001 | Alfa | 0 | 0 | 40 | A | Nord | D1 | Est";

    [Theory]
    [InlineData("100@0 100@10", 0.0, 10.0)]
    [InlineData("100@0 101@10", 10.0, 10.0)]
    [InlineData("101@0 100@10", 0.0, 10.0)]
    [InlineData("90@0 10@10", 0.0, 0.0)]
    [InlineData("89@0 11@10", 0.0, 10.0)]
    [InlineData("50@0 40@5 10@10", 0.0, 5.0)]
    [InlineData("49@0 40@5 11@10", 5.0, 10.0)]
    [InlineData("20@3 20@1 20@2 20@5 20@4", 3.0, 5.0)]
    [InlineData("7@3", 3.0, 3.0)]
    [InlineData("0@3", null, null)]
    [InlineData("0@3 5@9", 9.0, 9.0)]
    public void A_percentile_is_the_least_time_within_which_that_share_is_met_exactly_or_passed(string points, double? median, double? p90)
    {
        UnitGap region = Region(points);

        (region.MedianMinutes, region.P90Minutes).ShouldBe((median, p90));
    }

    [Theory]
    [InlineData("10@4 0@30", 4.0, 4.0)]
    [InlineData("0@4 10@30", 30.0, 30.0)]
    [InlineData("0@4 0@30", null, null)]
    [InlineData("30@4 10@30", 10.5, 30.0)]
    public void Mean_and_worst_time_are_those_of_points_with_residents(string points, double? mean, double? worst)
    {
        UnitGap region = Region(points);

        (region.MeanMinutes, region.MeanKm, region.MaxMinutes).ShouldBe((mean, mean, worst));
        region.SharePercentBeyond.ShouldBe(region.Residents > 0 ? Math.Round(100 * region.ResidentsBeyond!.Value / region.Residents, 2) : null);
        region.Curve.ShouldAllBe(c => c.SharePercent.HasValue == region.Residents > 0);
    }

    // Points of one comune at so many minutes from H1 to the west and H2 to the east; "-" is no way.
    [Theory]
    [InlineData("30@4/9 10@8/2", "H1", 3.5, false, 0)]
    [InlineData("10@4/9 30@8/2", "H2", 2.5, false, 0)]
    [InlineData("10@4/9 10@4/9 15@8/2", "H1", 3.14, false, 0)]
    [InlineData("20@4/9 20@8/2", "H1", 3.0, false, 0)]
    [InlineData("10@-/- 30@8/2", "H2", 2.0, true, 10)]
    [InlineData("0@-/- 30@8/2", "H2", 2.0, false, 0)]
    [InlineData("10@-/- 30@-/-", null, null, true, 40)]
    [InlineData("20@20/- 20@-/20", "H1", 20.0, false, 0)]
    [InlineData("20@20/- 20@-/21", "H1", 20.5, true, 0)]
    [InlineData("0@4/9 0@8/2", "H1", 3.0, false, 0)]
    [InlineData("0@4/9 1@8/2", "H2", 2.0, false, 0)]
    public void A_comune_of_two_points_has_their_mean_the_sede_of_most_and_is_beyond_when_one_is_cut_off(
        string points, string? nearest, double? minutes, bool beyond, double unreachable)
    {
        ComuneGap gap = TwoSedi(points).Comuni[0];

        (gap.Nearest?.Site.Id.Value, gap.Minutes, gap.Km, gap.Beyond, gap.ResidentsUnreachable)
            .ShouldBe((nearest, minutes, minutes, beyond, unreachable));
        (gap.NearestOwnAts?.Site.Id.Value, gap.MinutesOwnAts).ShouldBe((nearest, minutes));
    }

    [Theory]
    [InlineData("40", false, 40.0)]
    [InlineData("-", false, null)]
    [InlineData("40", true, 7.0)]
    [InlineData("-", true, 7.0)]
    public void Residents_of_a_comune_are_those_of_its_points_and_not_known_where_the_comune_alone_could_tell(
        string own, bool points, double? residents)
    {
        TerritoryContent content = SmallTerritory.Content(OneComune.Replace("| 40 |", $"| {own} |"), "H1 | hub | 000001 | R1 | -");
        content = points
            ? content with { DemandPoints = [new(new("p"), new("000001"), SmallTerritory.West, SmallTerritory.South, 7)] }
            : content;

        CoverageState.Compute(TerritorySnapshot.Create(content, null, SmallTerritory.Day), RuleSet.Default, GridTravel.OneMinuteSteps)
            .Comuni[0].Residents.ShouldBe(residents);
    }

    [Theory]
    [InlineData(600, 9000, 600, 8000, "H2")]
    [InlineData(600, 8000, 600, 9000, "H1")]
    [InlineData(600, 8000, 600, 8000, "H1")]
    [InlineData(600, 8000, 599, 9000, "H2")]
    [InlineData(599, 9000, 600, 8000, "H1")]
    public void Of_two_sedi_the_nearest_has_less_time_then_less_road_then_the_lower_id(
        int seconds1, int metres1, int seconds2, int metres2, string nearest)
    {
        CoverageState state = CoverageState.Compute(
            SmallTerritory.Snapshot(
                OneComune + "\n000002 | Beta | 5 | 0 | 0 | A | Nord | D1 | Est", "H1 | hub | 000001 | R1 | -\nH2 | hub | 000002 | R2 | -"),
            RuleSet.Default,
            new WrittenTravel((_, to) =>
                to.Comune.Value == "000001" ? new TravelCost(seconds1, metres1) : new TravelCost(seconds2, metres2)));

        state.Points.ShouldAllBe(p => p.Nearest!.Value.Site.Site.Id.Value == nearest && p.NearestOwnAts!.Value.Site.Site.Id.Value == nearest);
    }

    [Theory]
    [InlineData("30@2 10@10", 4.0, 40)]
    [InlineData("0@2 10@10", 10.0, 10)]
    [InlineData("0@2 0@10", 6.0, 0)]
    [InlineData("30@2 0@-", 2.0, 30)]
    [InlineData("30@2 10@-", 2.0, 40)]
    [InlineData("10@- 0@3", 3.0, 10)]
    [InlineData("10@- 0@-", null, 10)]
    public void A_measure_of_a_comune_is_weighted_by_residents_and_evenly_where_none_has_any(string points, double? value, double residents)
    {
        CoverageState state = Points(points);
        ComuneAccess comune = AccessByArea.Comuni(state, SiteAccess.Of(state, SiteAccessTerms.Usual).Values(SiteMeasure.Nearest))[0];

        (comune.Value, comune.Residents).ShouldBe((value, residents));
    }

    [Theory]
    [InlineData(true, 25, 1)]
    [InlineData(false, 40, 2)]
    public void Without_access_are_those_of_no_value_and_where_it_is_no_time_those_of_zero_too(bool isTime, double residents, int comuni)
    {
        CoverageState state = SmallTerritory.State(
            "000001 | Alfa | 0 | 0 | 100 | A | N | D | E\n000002 | Beta | 1 | 0 | 15 | A | N | D | E\n000003 | Gamma | 2 | 0 | 25 | A | N | D | E");
        double?[] values = [2, 0, null];

        AreaAccess area = AccessByArea.Areas(state, AreaLevel.Regione, isTime, values, AccessByArea.Comuni(state, values), null)
            .ShouldHaveSingleItem();

        (area.ResidentsWithout, area.ComuniWithout).ShouldBe((residents, comuni));
        (area.Residents, area.Least, area.Greatest).ShouldBe((140, 0, 2));
        area.Mean.ShouldNotBeNull().ShouldBe(200.0 / 115, 1e-12);
    }

    private static UnitGap Region(string points) => Points(points).Gaps(AreaLevel.Regione).ShouldHaveSingleItem();

    // "residents@minutes" of each point from the only sede; "-" is no way.
    private static CoverageState Points(string points) => TwoSedi(string.Join(' ', points.Split(' ').Select(p => p + "/-")));

    private static CoverageState TwoSedi(string points)
    {
        string[][] rows = [.. points.Split(' ').Select(p => p.Split('@', '/'))];
        TerritoryContent content = SmallTerritory.Content(OneComune, "H1 | hub | 000001 | R1 | -\nH2 | hub | 000001 | R2 | -");
        SiteSet set = content.SiteSets[0];
        content = content with
        {
            DemandPoints =
            [
                .. rows.Select((r, i) => new DemandPoint(
                    new($"p{i}"),
                    new("000001"),
                    SmallTerritory.West + (i * SmallTerritory.Step),
                    SmallTerritory.South,
                    double.Parse(r[0]))),
            ],
            SiteSets = [set with { Sites = [set.Sites[0], set.Sites[1] with { Lat = SmallTerritory.South + 1 }] }],
        };
        return CoverageState.Compute(
            TerritorySnapshot.Create(content, null, SmallTerritory.Day), RuleSet.Default, new WrittenTravel((from, to) =>
            rows[WrittenTravel.East(from)][to.Lat > SmallTerritory.South + 0.5 ? 2 : 1] is not "-" and var minutes
                ? new TravelCost(60 * int.Parse(minutes), 1000 * int.Parse(minutes))
                : null));
    }
}
