using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Siting.Fragility;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Siting;

public class FragilityTests
{
    // On one road, in minutes: Alfa 0, Beta 10, Gamma 40. Est has two sedi, Ovest one.
    private const string Comuni = """
        000001 | Alfa  |  0 | 0 | 100 | A | Nord | D1 | Est
        000002 | Beta  | 10 | 0 | 200 | A | Nord | D1 | Est
        000003 | Gamma | 40 | 0 | 500 | A | Nord | D2 | Ovest
        """;

    private const string Sedi = """
        H1 | hub   | 000001 | R1 | -
        S1 | spoke | 000002 | R1 | -
        S2 | spoke | 000003 | R1 | -
        """;

    [Fact]
    public void The_only_sede_of_an_Ambito_and_a_Distretto_is_the_most_critical()
    {
        ImmutableArray<SiteFragility> found = FragilityAnalysis.Of(SmallTerritory.State(Comuni, Sedi));

        found.Select(f => (f.Site.Site.Id.Value, f.UnitsLost.Length, f.ResidentsBeyond, f.ResidentMinutesAdded, f.SpokesWithoutHub, f.Rank)).ShouldBe(
        [
            ("H1", 0, 0, 100 * 10, 2, 3),    // Alfa goes to Beta, within 20 minutes; both Spokes lose their Hub
            ("S1", 0, 0, 200 * 10, 0, 2),    // Beta goes to Alfa
            ("S2", 2, 500, 500 * 30, 0, 1),  // Gamma goes to Beta, 30 minutes: beyond 20
        ]);
        found[2].UnitsLost.Select(u => (u.Level, u.Name)).ShouldBe([(AreaLevel.Ambito, "Ovest"), (AreaLevel.Distretto, "D2")]);
        found.Sum(f => f.ResidentsNearest).ShouldBe(800);
    }

    [Fact]
    public void The_limit_is_inclusive() =>
        FragilityAnalysis.Of(SmallTerritory.State(Comuni, Sedi, limit: 30)).Single(f => f.Site.Site.Id.Value == "S2").ResidentsBeyond.ShouldBe(0);

    [Fact]
    public void Two_sedi_in_one_place_make_each_other_safe()
    {
        SiteFragility twin = FragilityAnalysis.Of(SmallTerritory.State(Comuni, Sedi + "\nS3 | spoke | 000003 | R1 | -")).Single(f => f.Site.Site.Id.Value == "S2");

        (twin.UnitsLost.Length, twin.ResidentsBeyond, twin.ResidentMinutesAdded, twin.Rank).ShouldBe((0, 0, 0, null));
    }

    [Fact]
    public void Without_the_last_sede_nobody_reaches_one_and_no_minutes_are_invented()
    {
        SiteFragility only = FragilityAnalysis.Of(SmallTerritory.State(Comuni, "H1 | hub | 000001 | R1 | -")).ShouldHaveSingleItem();

        // Gamma, at 40 minutes, was beyond its limit already.
        (only.ResidentsUnreached, only.ResidentsBeyond, only.ResidentMinutesAdded).ShouldBe((800, 300, 0));
    }

    [Theory]
    [InlineData("S1", "S2", "S1")]
    [InlineData("S2", "S1", "S1")]
    [InlineData("S10", "S9", "S10")]
    public void Of_two_sedi_alike_in_everything_the_first_by_id_comes_first(string inAlfa, string inBeta, string first)
    {
        // Each is the other's nearest, ten minutes from a hundred residents.
        ImmutableArray<SiteFragility> found = FragilityAnalysis.Of(SmallTerritory.State(
            """
            000001 | Alfa |  0 | 0 | 100 | A | Nord | D1 | Est
            000002 | Beta | 10 | 0 | 100 | A | Nord | D1 | Est
            """, $"{inAlfa} | spoke | 000001 | - | -\n{inBeta} | spoke | 000002 | - | -"));

        found.ShouldAllBe(f => f.ResidentMinutesAdded == 1_000 && f.UnitsLost.IsEmpty);
        found.OrderBy(f => f.Rank).Select(f => (f.Site.Site.Id.Value, f.Rank))
            .ShouldBe([(first, 1), (first == inAlfa ? inBeta : inAlfa, 2)]);
    }

    [Fact]
    public void No_sede_no_rows() => FragilityAnalysis.Of(SmallTerritory.State(Comuni)).ShouldBeEmpty();

    [Fact]
    public void A_figure_that_the_second_count_does_not_find_is_an_error()
    {
        CoverageState state = SmallTerritory.State(Comuni, Sedi);
        SiteFragility[] found = [.. FragilityAnalysis.Of(state)];
        found[2] = found[2] with { ResidentsBeyond = 499 };

        Should.Throw<InvalidOperationException>(() => FragilityAudit.Check(state, found)).Message.ShouldContain("without S2");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Each_figure_is_that_of_the_whole_state_computed_without_the_sede(int seed)
    {
        (string comuni, string sedi) = RandomTerritory(new Random(seed));
        CoverageState all = SmallTerritory.State(comuni, sedi);

        foreach (SiteFragility one in FragilityAnalysis.Of(all))
        {
            string fewer = string.Join('\n', sedi.Split('\n').Where(line => !line.StartsWith(one.Site.Site.Id.Value + " ", StringComparison.Ordinal)));
            CoverageState without = SmallTerritory.State(comuni, fewer);
            UnitGap before = all.Gaps(AreaLevel.Regione)[0];
            UnitGap after = without.Gaps(AreaLevel.Regione)[0];

            one.ResidentsBeyond.ShouldBe(after.ResidentsBeyond!.Value - before.ResidentsBeyond!.Value);
            one.ResidentMinutesAdded.ShouldBe(Minutes(without) - Minutes(all), 1e-6);
            one.UnitsLost.Length.ShouldBe(Sede(all) - Sede(without));
        }

        static double Minutes(CoverageState state) => state.Points.Sum(p => p.Demand.Point.Residents * p.Nearest!.Value.Cost.Seconds) / 60;

        static int Sede(CoverageState state) =>
            state.Verdicts(AreaLevel.Ambito).Concat(state.Verdicts(AreaLevel.Distretto)).Count(v => v.Verdict == Verdict.Sede);
    }

    [Fact]
    public void On_the_shipped_data_ten_are_the_most_critical()
    {
        ImmutableArray<SiteFragility> found = FragilityAnalysis.Of(Shipped.State);

        found.Length.ShouldBe(Shipped.State.Snapshot.Sites.Length);
        found.Where(f => f.IsCritical).Select(f => f.Rank!.Value).Order().ShouldBe(Enumerable.Range(1, 10));
        found.Sum(f => f.ResidentsNearest).ShouldBe(Shipped.State.Gaps(AreaLevel.Regione)[0].Residents);
    }

    private static (string Comuni, string Sedi) RandomTerritory(Random random)
    {
        string comuni = string.Join('\n', Enumerable.Range(1, 12).Select(i =>
            $"{i:000000} | C{i} | {random.Next(60)} | {random.Next(60)} | {random.Next(1, 900)} | {"ACE"[random.Next(3)]} | Nord | D{random.Next(4)} | A{random.Next(6)}"));
        string sedi = string.Join('\n', Enumerable.Range(1, 6).Select(i => $"S{i} | {(i == 1 ? "hub" : "spoke")} | {random.Next(1, 13):000000} | R1 | -"));
        return (comuni, sedi);
    }
}
