using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Access;

/// <summary>An ATS knows its own centres, not its neighbours'.</summary>
public class KnownTerritoryTests
{
    // Nord has the Ambiti Est (a Hub) and Ovest; Sud has Monte (a Spoke that somebody loaded) and Valle.
    private const string Comuni = """
        000001 | Alfa  |  0 | 0 | 100 | A | Nord | D1 | Est
        000002 | Beta  | 30 | 0 | 200 | A | Nord | D1 | Ovest
        000003 | Gamma |  1 | 0 | 400 | A | Sud  | D2 | Monte
        000004 | Delta | 60 | 0 | 800 | A | Sud  | D3 | Valle
        """;

    private const string Sedi = "H1 | hub | 000001 | R1 | Est,Valle\nS1 | spoke | 000003 | R2 | -";

    [Theory]
    [InlineData("Nord", "est SEDE false, monte SEDE true, ovest SCOPERTO false, valle NON_CARICATO -")]
    [InlineData("Sud", "est SEDE true, monte SEDE false, ovest NON_CARICATO -, valle COMPETENZA false")]
    [InlineData("Nord,Sud", "est SEDE false, monte SEDE false, ovest SCOPERTO false, valle COMPETENZA false")]
    [InlineData("", "est SEDE true, monte SEDE true, ovest NON_CARICATO -, valle NON_CARICATO -")]
    public void Only_where_the_list_is_complete_an_area_without_a_sede_is_judged_and_elsewhere_a_sede_is_a_bound(string complete, string verdicts) =>
        string.Join(", ", State(complete).Verdicts(AreaLevel.Ambito)
                .Select(v => $"{v.Unit.Code} {v.Verdict.ToText()} {v.UpperBound?.ToString().ToLowerInvariant() ?? "-"}"))
            .ShouldBe(verdicts);

    [Fact]
    public void What_is_not_known_has_no_figure_and_every_total_says_what_it_leaves_out()
    {
        CoverageState state = State("Nord");

        UnitGap valle = state.Gaps(AreaLevel.Ambito).Single(g => g.Unit.Code == "valle");
        (valle.MeanMinutes, valle.MedianMinutes, valle.P90Minutes, valle.MaxMinutes, valle.MeanKm, valle.ResidentsBeyond, valle.SharePercentBeyond, valle.ComuniBeyond,
            valle.ResidentsUnreachable, valle.ResidentsWithoutLimit, valle.Curve.Length, valle.AllResidents, valle.Known.ResidentsExcluded)
            .ShouldBe((null, null, null, null, null, null, null, null, null, null, 0, 800, 800));
        ComuneGap delta = state.Comuni[3];
        (delta.IsJudged, delta.Minutes, delta.MinutesOwnAts, delta.Nearest, delta.Beyond, delta.Residents).ShouldBe((false, null, null, null, null, 800));

        // Alfa at 0, Beta at 29 (to Gamma's Spoke), Gamma at 0: 200 of 700 beyond the 20 minutes of class A.
        UnitGap region = state.Gaps(AreaLevel.Regione)[0];
        (region.Residents, region.AllResidents, region.ResidentsBeyond, region.MaxMinutes, region.Known.ResidentsExcluded, region.Known.ComuniExcluded, region.Known.UpperBound)
            .ShouldBe((700, 1500, 200, 29, 800, 1, true));
    }

    [Fact]
    public void A_sede_of_an_ATS_that_did_not_declare_its_list_still_serves_its_neighbours() =>
        State("Nord").Comuni[1].Nearest!.Site.Id.Value.ShouldBe("S1");

    [Fact]
    public void A_Distretto_counts_the_comuni_of_its_known_Ambiti_and_leaves_the_others_out()
    {
        CoverageState state = SmallTerritory.CompleteFor([], """
            000001 | Alfa | 0 | 0 | 100 | A | Nord | D1 | Est
            000002 | Beta | 9 | 0 | 200 | A | Nord | D1 | Ovest
            """, "H1 | hub | 000001 | R1 | -");

        UnitGap d1 = state.Gaps(AreaLevel.Distretto).Single();
        (d1.Residents, d1.MaxMinutes, d1.Known.ComuniExcluded, d1.Known.ResidentsExcluded, d1.Known.UpperBound).ShouldBe((100, 0, 1, 200, true));
    }

    [Fact]
    public void Where_no_Ambito_is_loaded_the_Distretto_says_what_is_known()
    {
        CoverageState state = SmallTerritory.CompleteFor(["Nord"], "000001 | Alfa | 0 | 0 | 100 | A | Nord | D1 | -", "H1 | hub | 000001 | R1 | -");

        (state.Comuni[0].Minutes, state.Gaps(AreaLevel.Distretto).Single().ResidentsBeyond, state.Gaps(AreaLevel.Ambito).Single().ResidentsBeyond).ShouldBe((0, 0, null));
    }

    [Fact]
    public void A_network_is_complete_where_every_ATS_it_lies_in_is()
    {
        const string Two = "H1 | hub | 000001 | R1 | -\nS1 | spoke | 000003 | R1 | -";
        SmallTerritory.CompleteFor(["Nord"], Comuni, Two).Snapshot.IsCompleteFor(new Network { Id = new("R1"), Name = "R1", Ats = "Nord" }).ShouldBeFalse();
        SmallTerritory.CompleteFor(["Nord", "Sud"], Comuni, Two).Snapshot.IsCompleteFor(new Network { Id = new("R1"), Name = "R1", Ats = "Nord" }).ShouldBeTrue();
    }

    private static CoverageState State(string complete) =>
        SmallTerritory.CompleteFor(complete.Split(',', StringSplitOptions.RemoveEmptyEntries), Comuni, Sedi);
}
