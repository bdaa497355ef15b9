using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Access.Measures;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Hours;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Access.Measures;

/// <summary>Every figure against the shortest program that could give it, on random territories.</summary>
public class SiteAccessTests
{
    private const double Exact = 1e-9;

    private static readonly string?[] _hours = ["Mo-Fr 09:00-13:00", "Tu 15:00-19:00, We 10-12", "24/7", null, "su richiesta", "Mo 09:00-12:00; Aug off"];

    [Fact]
    public void The_three_nearest_are_the_least_three_of_all_times() => RandomTerritory.Holds(random =>
    {
        CoverageState state = State(random);
        var access = SiteAccess.Of(state, SiteAccessTerms.Usual);

        foreach (SiteMeasure measure in new[] { SiteMeasure.Nearest, SiteMeasure.Second, SiteMeasure.Third })
            access.Values(measure).ShouldBe(state.Points
                .Select(p => Known.Point(state, p.Demand) ? Times(state, p).Order().Cast<double?>().ElementAtOrDefault((int)measure) : null));
        SiteAccess.Of(state, SiteAccessTerms.Usual with { LimitMinutes = 5 }).Values(SiteMeasure.Nearest)
            .ShouldBe(state.Points.Select(p => p.Nearest?.Cost.Minutes is <= 5 and var near ? near : (double?)null));
    });

    [Fact]
    public void Floating_catchments_divide_what_is_offered_by_those_in_reach() => RandomTerritory.Holds(random =>
    {
        CoverageState state = State(random);
        double limit = random.Next(1, 25);
        SiteSupply supply = random.Next(2) == 0 ? SiteSupply.Sites : SiteSupply.Hours;
        var access = SiteAccess.Of(state, new SiteAccessTerms(supply, limit, null));
        double Zone(double minutes) => minutes > limit ? 0 : minutes < 10 ? 1 : minutes < 20 ? 0.68 : 0.22;
        double Flat(double minutes) => minutes > limit ? 0 : 1;
        double Chosen(PointGap point, double minutes) => minutes > limit ? 0 : Zone(minutes) * Zone(minutes) / Times(state, point).Sum(Zone);

        Near(access.Values(SiteMeasure.TwoStep), state, p => 1000 * TwoSteps(state, supply, p, Flat));
        Near(access.Values(SiteMeasure.TwoStepSteps), state, p => 1000 * TwoSteps(state, supply, p, Zone));
        Near(access.Values(SiteMeasure.TwoStepGaussian), state, p => 1000 * TwoSteps(state, supply, p, m => Flat(m) * Math.Exp(-m * m / 200)));
        Near(access.Values(SiteMeasure.Modified), state, p => 1000 * TwoSteps(state, supply, p, (_, m) => Zone(m), (_, m) => Zone(m) * Zone(m)));
        Near(access.Values(SiteMeasure.ThreeStep), state, p => 1000 * TwoSteps(state, supply, p, Chosen, Chosen));
        Near(access.Values(SiteMeasure.Cumulative), state, p => Times(state, p).Zip(Supplies(state, supply)).Sum(t => Flat(t.First) * t.Second));
        Near(access.Values(SiteMeasure.Gravity), state, p => Times(state, p).Zip(Supplies(state, supply)).Sum(t => Flat(t.First) * Math.Exp(-0.1 * t.First) * t.Second));
    });

    [Fact]
    public void Spatial_availability_shares_out_all_that_is_in_somebodys_reach_and_no_more() => RandomTerritory.Holds(random =>
    {
        CoverageState state = State(random);
        double?[] values = SiteAccess.Of(state, SiteAccessTerms.Usual with { LimitMinutes = 12 }).Values(SiteMeasure.Availability);

        double reached = state.Snapshot.Sites.Count(s => state.Points.Any(p => Known.Residents(state, p) > 0 && Minutes(state, p, s) <= 12));
        values.Zip(state.Points).Sum(v => (v.First ?? 0) * Known.Residents(state, v.Second) / 1000).ShouldBe(reached, Exact);
        values.Zip(state.Points).Where(v => v.First is null).ShouldAllBe(v => Known.Residents(state, v.Second) == 0 || Times(state, v.Second).Any(m => m <= 12));
    });

    [Fact]
    public void An_area_has_the_mean_and_the_percentiles_of_its_residents_one_by_one() => RandomTerritory.Holds(random =>
    {
        CoverageState state = State(random);
        double?[] values = SiteAccess.Of(state, SiteAccessTerms.Usual).Values(SiteMeasure.Second);
        ImmutableArray<ComuneAccess> comuni = AccessByArea.Comuni(state, values);

        foreach (AreaAccess area in AccessByArea.Areas(state, AreaLevel.Ambito, isTime: true, values, comuni, null))
        {
            double?[] people =
            [
                .. state.Points.Zip(values).Where(p => Known.In(state, area.Unit).Contains(p.First.Demand.ComuneIndex))
                    .SelectMany(p => Enumerable.Repeat(p.Second, (int)p.First.Demand.Point.Residents)).OrderBy(v => v ?? double.MaxValue),
            ];
            area.Residents.ShouldBe(people.Length);
            area.AllResidents.ShouldBe(area.Unit.Residents);
            area.ResidentsWithout.ShouldBe(Known.In(state, area.Unit).Length > 0 ? people.Count(p => p is null) : null);
            (area.Least, area.Greatest).ShouldBe((people.Min(), people.Max()));
            (area.Mean ?? -1).ShouldBe(people.Average() ?? -1, Exact);
            area.Percentiles.ShouldBe(AreaAccess.Shares.Select(s => people.Length == 0 ? null : people[(int)Math.Ceiling(s * people.Length) - 1]));
        }
    });

    [Fact]
    public void The_curve_is_that_of_the_gaps_and_counts_comuni_too() => RandomTerritory.Holds(random =>
    {
        CoverageState state = State(random);

        foreach (ReachWithin row in ReachRows.Curve(SiteAccess.Of(state, SiteAccessTerms.Usual), AreaLevel.Distretto))
        {
            row.ResidentsWithin.ShouldBe(state.Gaps(AreaLevel.Distretto).Single(g => g.Unit.Code == row.Unit.Code).Curve.SingleOrDefault(c => c.Minutes == row.Minutes)?.Residents);
            int[] known = Known.In(state, row.Unit);
            row.ComuniWithin.ShouldBe(known.Length > 0 ? known.Count(c => state.Comuni[c].Minutes <= row.Minutes) : null);
        }
    });

    [Fact]
    public void Hours_in_reach_are_the_minutes_of_the_week_with_an_open_door() => RandomTerritory.Holds(random =>
    {
        CoverageState state = State(random);
        SiteAccessTerms terms = SiteAccessTerms.Usual with { LimitMinutes = 8 };
        ReachableHours[] rows = [.. ReachRows.Hours(SiteAccess.Of(state, terms), AreaLevel.Regione)];

        if (Known.In(state, state.Snapshot.Units(AreaLevel.Regione)[0]).Length == 0)
        {
            rows.ShouldAllBe(r => r.ResidentsHere == null && r.ComuniHere == null && r.ResidentsUncertain == null);
            return;
        }

        rows.Sum(r => r.ResidentsHere).ShouldBe(state.Points.Sum(p => Known.Residents(state, p)));
        rows.Sum(r => r.ComuniHere).ShouldBe(Enumerable.Range(0, state.Comuni.Length).Count(c => Known.Comune(state, c)));
        int[] minutes = [.. Enumerable.Range(0, WeekSchedule.MinutesPerWeek / 60).Select(h => h * 60)];
        double[] hours = [.. state.Points.Select(p =>
        {
            WeekSchedule[] weeks = [.. state.Snapshot.Sites.Where(s => Minutes(state, p, s) <= 8).Select(s => SiteHours.Of(s).Week).OfType<WeekSchedule>()];
            return (double)minutes.Count(m => weeks.Any(w => w.IsOpen(m)));
        })];
        foreach (ReachableHours row in rows)
        {
            int[] inside = [.. Enumerable.Range(0, hours.Length).Where(i => row.UpTo == 0 ? hours[i] == 0 : hours[i] > row.Above && (row.UpTo is null || hours[i] <= row.UpTo))];
            row.ResidentsHere.ShouldBe(inside.Sum(i => Known.Residents(state, state.Points[i])));
            row.ResidentsUncertain.ShouldBe(inside.Where(i =>
                state.Snapshot.Sites.Any(s => Minutes(state, state.Points[i], s) <= 8 && SiteHours.Of(s).Known != HoursKnowledge.Whole)).Sum(i =>
                    Known.Residents(state, state.Points[i])));
        }
    });

    [Fact]
    public void Only_the_sedi_of_the_chosen_network_count()
    {
        CoverageState state = SmallTerritory.State("000001 | A | 0 | 0 | 10 | A | Nord | D | X\n000002 | B | 5 | 0 | 10 | A | Nord | D | X",
            "H1 | hub | 000001 | R1 | -\nH2 | hub | 000002 | R2 | -");

        SiteAccess.Of(state, SiteAccessTerms.Usual with { Network = new NetworkId("R2") }).Values(SiteMeasure.Nearest).ShouldBe([5, 0]);
    }

    [Fact]
    public void Without_sedi_or_residents_nothing_is_divided_by_zero()
    {
        CoverageState none = SmallTerritory.State("000001 | A | 0 | 0 | 10 | A | Nord | D | X");
        CoverageState nobody = SmallTerritory.State("000001 | A | 0 | 0 | 0 | A | Nord | D | X", "H1 | hub | 000001 | R1 | -");

        foreach (SiteMeasure measure in Enum.GetValues<SiteMeasure>())
        {
            SiteAccess.Of(none, SiteAccessTerms.Usual).Values(measure).ShouldBe([measure.IsTime() ? null : 0]);
            double?[] values = SiteAccess.Of(nobody, SiteAccessTerms.Usual).Values(measure);
            AreaAccess area = AccessByArea.Areas(nobody, AreaLevel.Ats, measure.IsTime(), values, AccessByArea.Comuni(nobody, values), null).Single();
            (area.Mean, area.Inequality.Gini, area.Inequality.Theil).ShouldBe((null, null, null));
        }
    }

    private static CoverageState State(Random random)
    {
        TerritoryContent content = RandomTerritory.Content(random);
        SiteSet set = content.SiteSets[0];
        content = content with { SiteSets = [set with { Sites = [.. set.Sites.Select(s => s with { OpeningHours = _hours[random.Next(_hours.Length)] })] }] };
        return CoverageState.Compute(TerritorySnapshot.Create(content, null, SmallTerritory.Day), RuleSet.Default, GridTravel.OneMinuteSteps);
    }

    private static double Minutes(CoverageState state, PointGap point, ActiveSite site) =>
        state.Travel.Costs([state.PlaceOf(point.Demand)], [state.PlaceOf(site)])[0]!.Value.Seconds / 60.0;

    private static double[] Times(CoverageState state, PointGap point) => [.. state.Snapshot.Sites.Select(s => Minutes(state, point, s))];

    private static double[] Supplies(CoverageState state, SiteSupply supply) =>
        [.. state.Snapshot.Sites.Select(s => supply == SiteSupply.Sites ? 1 : (SiteHours.Of(s).Week?.Minutes ?? 0) / 60.0)];

    private static double TwoSteps(CoverageState state, SiteSupply supply, PointGap point, Func<double, double> decay) =>
        TwoSteps(state, supply, point, (_, minutes) => decay(minutes), (_, minutes) => decay(minutes));

    private static double TwoSteps(CoverageState state, SiteSupply supply, PointGap point, Func<PointGap, double, double> asks, Func<PointGap, double, double> gives)
    {
        double sum = 0;
        foreach ((ActiveSite site, double offered) in state.Snapshot.Sites.Zip(Supplies(state, supply)))
        {
            double asking = state.Points.Sum(p => Known.Residents(state, p) * asks(p, Minutes(state, p, site)));
            sum += asking > 0 ? offered / asking * gives(point, Minutes(state, point, site)) : 0;
        }

        return sum;
    }

    private static void Near(double?[] values, CoverageState state, Func<PointGap, double> expected)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (Known.Point(state, state.Points[i].Demand))
                values[i].ShouldNotBeNull().ShouldBe(expected(state.Points[i]), Exact);
            else
                values[i].ShouldBeNull();
        }
    }
}
