using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Budget;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Hours;
using CentriFamiglia.Coverage.Tests.Access;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Comparison;

public class StateChangeTests
{
    // Alfa has the sede; Beta, 10 minutes east with twice the residents, has none.
    private const string Comuni = """
        000001 | Alfa | 0  | 0 | 100 | A | Nord | D1 | Ovest
        000002 | Beta | 10 | 0 | 200 | A | Sud  | D2 | Est
        """;

    private const string Hub = "H1 | hub | 000001 | R1 | -";

    [Fact]
    public void A_Spoke_that_is_not_open_changes_the_verdict_of_its_areas_and_no_journey()
    {
        CoverageState before = SmallTerritory.State(Comuni, Hub), after = SmallTerritory.State(Comuni, Hub + "\nS1 | spoke | 000002 | R1 | -");
        WeekMoment.TryParse("mar 10", out WeekMoment moment).ShouldBeTrue();

        ImmutableArray<AreaChange> areas = StateChange.Areas(before, after, OpenDoors.Of(before, moment).Certain, OpenDoors.Of(after, moment).Certain);

        areas.Where(a => a.VerdictChanges).Select(a => (a.Unit.Level, a.Unit.Code, a.VerdictBefore.Verdict, a.VerdictAfter.Verdict, a.VerdictAfter.Spokes)).ShouldBe(
        [
            (AreaLevel.Ambito, "est", Verdict.Scoperto, Verdict.Sede, 1),
            (AreaLevel.Distretto, "d2", Verdict.Scoperto, Verdict.Sede, 1),
            (AreaLevel.Ats, "sud", Verdict.Scoperto, Verdict.Sede, 1),
        ]);
        areas.ShouldAllBe(a => a.Before.ResidentsBeyond == a.Before.Residents && a.After.ResidentsBeyond == a.Before.ResidentsBeyond);
    }

    [Theory]
    [InlineData("Nord", "000002", "est d2 sud 03")]
    [InlineData("Nord", "000001", "")]
    [InlineData("Sud", "000002", "")]
    public void Areas_of_which_more_is_known_after_are_no_comparison(string complete, string comune, string otherwise)
    {
        CoverageState before = SmallTerritory.CompleteFor([complete], Comuni, Hub);
        CoverageState after = SmallTerritory.CompleteFor([complete], Comuni, $"{Hub}\nS1 | spoke | {comune} | R1 | -");

        ImmutableArray<AreaChange> areas = StateChange.Areas(before, after, before, after);

        areas.ShouldNotBeEmpty();
        string.Join(' ', areas.Where(a => !a.Comparable).Select(a => a.Unit.Code)).ShouldBe(otherwise);
    }

    [Fact]
    public void What_is_no_comparison_in_a_trial_is_none_between_two_situations() => RandomTerritory.Holds(random =>
    {
        CoverageState before = CoverageState.Compute(RandomTerritory.Snapshot(random), RuleSet.Default, GridTravel.OneMinuteSteps);
        CoverageState after = before.WithSet(OtherSediTests.Changed(random, before.Snapshot));
        ILookup<(AreaLevel, string), ComparedMeasure> compared = StateComparison.Compare(before, after)
            .Where(m => StateMeasures.OfTravel.Contains(m.Measure, StringComparer.Ordinal)).ToLookup(m => (m.Level, m.Code));

        foreach (AreaChange area in StateChange.Areas(before, after, before, after))
            compared[(area.Unit.Level, area.Unit.Code)].ShouldAllBe(m => m.Comparable == area.Comparable);
    });
}
