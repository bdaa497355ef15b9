using System.Globalization;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Siting.Proposals;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Need;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Access;

/// <summary>Whoever is chosen is weighed by every figure, and a second count of the same rows, written here, finds the same.</summary>
public class WeighedDemandTests
{
    /// <summary>Code, place on the grid, residents, families, up to 14 years, 65 and more; the sede stands at 0, 0. <c>-</c>: not known.</summary>
    private const string Rows = """
        000001  0  0  1000  480  130  210
        000002  6  4   500  260   40  190
        000003 12  9   700  300  110  120
        000004 25  0    90   50    4   60
        000005 30 10   240   90   51   30
        """;

    private const double Limit = 20;

    [Theory]
    [InlineData("residenti")]
    [InlineData("famiglie")]
    [InlineData("eta_0_14")]
    [InlineData("eta_65_oltre")]
    [InlineData("eta_0_14=2,eta_65_oltre=1,residenti=0.5")]
    public void Gaps_count_the_same_as_a_recount_of_the_rows(string choice)
    {
        UnitGap gap = Gaps(choice);

        Dictionary<string, double> weights = choice.Contains('=', StringComparison.Ordinal)
            ? choice.Split(',').ToDictionary(p => p.Split('=')[0], p => double.Parse(p.Split('=')[1], CultureInfo.InvariantCulture), StringComparer.Ordinal)
            : new(StringComparer.Ordinal) { [choice] = 1 };
        (double all, double beyond, double minutes) = (0, 0, 0);
        foreach (string[] row in Rows.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            double here = weights.Sum(w => w.Value * double.Parse(row[Array.IndexOf(["residenti", "famiglie", "eta_0_14", "eta_65_oltre"], w.Key) + 3]));
            int away = int.Parse(row[1]) + int.Parse(row[2]);
            all += here;
            beyond += away > Limit ? here : 0;
            minutes += here * away;
        }

        (gap.AllResidents, gap.Residents, gap.ResidentsBeyond).ShouldBe((all, all, beyond));
        gap.MeanMinutes.ShouldBe(Math.Round(minutes / all, 2, MidpointRounding.AwayFromZero));
        gap.Curve.Single(c => c.Minutes == 20).Residents.ShouldBe(all - beyond);
    }

    [Theory]
    [InlineData("residenti", 2530, 330, 12.47)]
    [InlineData("famiglie", 1180, 140, 11.65)]
    [InlineData("eta_0_14", 335, 55, 14.48)]
    [InlineData("eta_65_oltre", 610, 90, 11.67)]
    public void And_as_these_figures_that_were_counted_by_hand(string choice, double all, double beyond, double mean)
    {
        UnitGap gap = CoverageState.Compute(Snapshot().Weighing(DemandChoice.Parse(choice)), RuleSet.Default, GridTravel.OneMinuteSteps, 24).Gaps(AreaLevel.Regione)[0];

        (gap.AllResidents, gap.ResidentsBeyond).ShouldBe((all, beyond));
        gap.MeanMinutes.ShouldBe(mean);
    }

    [Fact]
    public void A_point_counts_its_own_or_the_part_of_its_comune_that_its_residents_are()
    {
        TerritoryContent content = Content() with
        {
            DemandPoints =
            [
                Point("a", "000001", 300) with { Elderly = 100.5 },
                Point("b", "000001", 100),
                Point("c", "000001", 100) with { Families = 7 },
                Point("d", "000002", 0),
                Point("e", "000002", 0),
            ],
        };

        // The other three comuni are one point each, and come first by id.
        Weights(content, "eta_65_oltre").ShouldBe([120, 60, 30, 100.5, 210 * 0.2, 210 * 0.2, 95, 95]);
        Weights(content, "famiglie").ShouldBe([300, 50, 90, 480 * 0.6, 480 * 0.2, 7, 130, 130]);
        Weights(content, "eta_65_oltre=2,residenti=1").ShouldBe([940, 210, 300, 501, 184, 184, 190, 190]);
        Weights(content, "residenti").ShouldBe([700, 90, 240, 300, 100, 100, 0, 0]);
    }

    [Fact]
    public void A_comune_of_which_it_is_not_known_weighs_nothing_and_is_named()
    {
        TerritoryContent content = Content();
        content = content with { Comuni = [.. content.Comuni.Select((c, i) => i is 1 or 3 ? c with { Ages = null } : c)] };

        TerritorySnapshot snapshot = TerritorySnapshot.Create(content, null, SmallTerritory.Day).Weighing(DemandChoice.Parse("eta_0_14=1,residenti=1"));

        snapshot.Demand.Select(p => p.Residents).ShouldBe([1130, 0, 810, 0, 291]);
        snapshot.Unweighed.Select(c => c.Code.Value).ShouldBe(["000002", "000004"]);
        snapshot.Notes.Where(n => n.Kind == "comune-senza-domanda").Select(n => n.Subject).ShouldBe(["000002", "000004"]);
        snapshot.Notes.First(n => n.Kind == "comune-senza-domanda").Message.ShouldContain("il comune pesa zero. Importare");
        CoverageState.Compute(snapshot, RuleSet.Default, GridTravel.OneMinuteSteps).Comuni[1].Residents.ShouldBeNull();
    }

    [Fact]
    public void The_acts_own_figures_and_the_hash_stay_those_of_residents()
    {
        TerritorySnapshot residents = Snapshot(), elderly = residents.Weighing(DemandChoice.Parse("eta_65_oltre"));

        elderly.Hash.ShouldBe(residents.Hash);
        elderly.Units(AreaLevel.Ats).Select(u => u.Residents).ShouldBe([2530]);
        elderly.Comuni.Select(c => c.Residents).ShouldBe(residents.Comuni.Select(c => c.Residents));
        elderly.Demand.Select(p => p.Point.Residents).ShouldBe([1000, 500, 700, 90, 240]);
        residents.Weighing(DemandChoice.Residents).ShouldBeSameAs(residents);
    }

    [Fact]
    public void What_is_left_out_because_nothing_is_known_there_is_counted_in_the_same_heads()
    {
        TerritorySnapshot snapshot = TerritorySnapshot.Create(Content(complete: false, sedi: ""), null, SmallTerritory.Day);

        Excluded("residenti").ShouldBe(2530);
        Excluded("eta_65_oltre").ShouldBe(610);

        long Excluded(string choice) =>
            CoverageState.Compute(snapshot.Weighing(DemandChoice.Parse(choice)), RuleSet.Default, GridTravel.OneMinuteSteps).Known.Whole.ResidentsExcluded;
    }

    [Fact]
    public void Weights_that_are_those_of_residents_give_the_answer_of_residents_whatever_the_territory() => RandomTerritory.Holds(random =>
    {
        TerritorySnapshot snapshot = RandomTerritory.Snapshot(random, gaps: false);
        CoverageState plain = State(snapshot), weighed = State(snapshot.Weighing(DemandChoice.Parse("residenti=1")));

        foreach (AreaLevel level in Enum.GetValues<AreaLevel>())
            weighed.Gaps(level).Select(Text).ShouldBe(plain.Gaps(level).Select(Text));
        weighed.Comuni.Select(c => (c.Residents, c.Minutes, c.P90Minutes)).ShouldBe(plain.Comuni.Select(c => (c.Residents, c.Minutes, c.P90Minutes)));
        Proposed(weighed, 1).ShouldBe(Proposed(plain, 1));
    });

    [Fact]
    public void Weighing_everyone_four_times_changes_no_choice_and_makes_every_count_four_times_as_much() => RandomTerritory.Holds(random =>
    {
        TerritorySnapshot snapshot = RandomTerritory.Snapshot(random, gaps: false);
        CoverageState plain = State(snapshot), weighed = State(snapshot.Weighing(DemandChoice.Parse("residenti=4")));

        weighed.Gaps(AreaLevel.Ambito).Select(g => (g.ResidentsBeyond, g.MeanMinutes, g.MedianMinutes, g.SharePercentBeyond))
            .ShouldBe(plain.Gaps(AreaLevel.Ambito).Select(g => (4 * g.ResidentsBeyond, g.MeanMinutes, g.MedianMinutes, g.SharePercentBeyond)));
        Proposed(weighed, 4).ShouldBe(Proposed(plain, 1));
    });

    private static CoverageState State(TerritorySnapshot snapshot) => CoverageState.Compute(snapshot, RuleSet.Default, GridTravel.OneMinuteSteps);

    private static string Text(UnitGap gap) =>
        $"{gap.Unit.Code} {gap.AllResidents} {gap.Residents} {gap.MeanMinutes} {gap.MedianMinutes} {gap.P90Minutes} {gap.MaxMinutes} {gap.ResidentsBeyond} "
            + $"{gap.ResidentsBeyondLeast} {gap.ResidentsUnreachable} {string.Join(',', gap.Curve.Select(c => c.Residents))}";

    private static string[] Proposed(CoverageState state, double scale)
    {
        SuggestionResult result = SuggestionSolver.Compute(state, new SuggestionRequest { Goal = SuggestionGoal.Cover, MaxSpokes = 2 });
        string found = $"{result.Certificate.Status} {result.Certificate.Objective / scale}";
        return [found, .. result.Suggestions.Select(s => $"{s.Comune.Code} {s.Network} {s.ResidentsGained / scale}")];
    }

    private static double[] Weights(TerritoryContent content, string choice) =>
        [.. TerritorySnapshot.Create(content, null, SmallTerritory.Day).Weighing(DemandChoice.Parse(choice)).Demand.Select(p => Math.Round(p.Residents, 9))];

    private static DemandPoint Point(string id, string comune, double residents) => new(new(id), new(comune), SmallTerritory.West, SmallTerritory.South, residents);

    private static UnitGap Gaps(string choice) =>
        CoverageState.Compute(Snapshot().Weighing(DemandChoice.Parse(choice)), RuleSet.Default, GridTravel.OneMinuteSteps, Limit).Gaps(AreaLevel.Regione)[0];

    private static TerritorySnapshot Snapshot() => TerritorySnapshot.Create(Content(), null, SmallTerritory.Day);

    private static TerritoryContent Content(bool complete = true, string sedi = "H1 | hub | 000001 | R1 | -")
    {
        string[][] rows = [.. Rows.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        TerritoryContent content = SmallTerritory.Content(
            string.Join('\n', rows.Select(r => $"{r[0]} | Comune {r[0]} | {r[1]} | {r[2]} | {r[3]} | A | Nord | D1 | Est")), sedi, complete);
        return content with
        {
            Comuni = [.. content.Comuni.Zip(rows, (c, r) => c with { Families = int.Parse(r[4]), Ages = new AgeCounts(int.Parse(r[5]), int.Parse(r[6]), 2011, "prova") })],
        };
    }
}
