using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Budget;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Siting.Proposals;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Comparison;

public class StateComparisonTests
{
    // Alfa has the sede; Beta, 10 minutes east with twice the residents, has none.
    private const string Comuni = """
        000001 | Alfa | 0  | 0 | 100 | A | Nord | D1 | Ovest
        000002 | Beta | 10 | 0 | 200 | A | Nord | D2 | Est
        """;

    private const string Hub = "H1 | hub | 000001 | R1 | -";

    [Theory]
    [InlineData(AreaLevel.Ambito, "est", "minuti_medi", 10.0, 0.0, -10.0)]
    [InlineData(AreaLevel.Ambito, "est", "spoke", 0.0, 1.0, 1.0)]
    [InlineData(AreaLevel.Ambito, "est", "soddisfa_r1", 0.0, 1.0, 1.0)]
    [InlineData(AreaLevel.Ambito, "ovest", "minuti_medi", 0.0, 0.0, 0.0)]
    [InlineData(AreaLevel.Ats, "nord", "minuti_medi", 6.67, 0.0, -6.67)]
    [InlineData(AreaLevel.Regione, "03", "residenti", 300.0, 300.0, 0.0)]
    [InlineData(AreaLevel.Ats, "nord", "assegnazione_eur", 6_532_000.0, 6_532_000.0, 0.0)]
    public void A_new_Spoke_shows_in_every_measure_of_its_area(AreaLevel level, string code, string measure, double before, double after, double difference)
    {
        ComparedMeasure row = StateComparison.Compare(SmallTerritory.State(Comuni, Hub), SmallTerritory.State(Comuni, Hub + "\nS1 | spoke | 000002 | R1 | -"))
            .Single(m => m.Level == level && m.Code == code && m.Measure == measure);

        (row.Before, row.After, row.Difference).ShouldBe((before, after, difference));
    }

    [Theory]
    [InlineData(AreaLevel.Regione, "03", "residenti_entro_15_minuti", 100.0, 300.0, null)]
    [InlineData(AreaLevel.Ats, "nord", "residenti_entro_15_minuti", 100.0, 100.0, 0.0)]
    [InlineData(AreaLevel.Ats, "sud", "residenti_entro_15_minuti", null, 200.0, null)]
    [InlineData(AreaLevel.Regione, "03", "residenti", 300.0, 300.0, 0.0)]
    [InlineData(AreaLevel.Regione, "03", "hub", 1.0, 2.0, 1.0)]
    public void Where_more_is_known_than_before_there_is_no_difference(AreaLevel level, string code, string measure, double? before, double? after, double? difference)
    {
        const string two = """
            000001 | Alfa | 0  | 0 | 100 | A | Nord | D1 | Ovest
            000002 | Beta | 90 | 0 | 200 | A | Sud  | D2 | Est
            """;
        CoverageState alone = SmallTerritory.CompleteFor(["Nord"], two, Hub);
        CoverageState both = SmallTerritory.CompleteFor(["Nord", "Sud"], two, Hub + "\nH2 | hub | 000002 | R2 | -");

        ComparedMeasure row = StateComparison.Compare(alone, both).Single(m => m.Level == level && m.Code == code && m.Measure == measure);

        (row.Before, row.After, row.Difference).ShouldBe((before, after, difference));
    }

    [Fact]
    public void The_proposals_counted_as_open_cover_the_uncovered_areas()
    {
        CoverageState before = SmallTerritory.State(Comuni, Hub);
        CoverageState after = ProposedState.With(before, SuggestionSolver.Compute(before, new SuggestionRequest()).Suggestions);

        after.Verdicts(AreaLevel.Ambito).ShouldAllBe(v => v.Verdict == Verdict.Sede);
        after.Snapshot.Sites.Select(s => s.Site.Id.Value).ShouldBe(["H1", "PROPOSTA-001-000002"]);
        StateComparison.Compare(before, after).Single(m => m.Level == AreaLevel.Ats && m.Measure == "residenti_entro_15_minuti").Difference.ShouldBe(0);
        before.Snapshot.Sites.Length.ShouldBe(1);
    }

    [Fact]
    public void A_state_does_not_differ_from_itself_and_every_name_is_in_order()
    {
        ImmutableArray<ComparedMeasure> rows = StateComparison.Compare(Shipped.State, Shipped.State);

        rows.Where(m => m.Difference is not 0).ShouldBeEmpty();
        rows.Select(m => (m.Code, m.Level, m.Measure)).Distinct().Count().ShouldBe(rows.Length);
        rows.Select(m => m.Code).ShouldBe(rows.Select(m => m.Code).Order(StringComparer.Ordinal));
        rows.Select(m => (m.Level, m.Code)).Distinct().Count().ShouldBe(91 + 76 + 8 + 1);
    }

    [Fact]
    public void An_area_of_one_state_only_has_nothing_on_the_other_side()
    {
        ImmutableArray<ComparedMeasure> rows = StateComparison.Compare(
            SmallTerritory.State(Comuni, Hub), SmallTerritory.State(Comuni.Replace("| Est", "| Levante"), Hub));

        ComparedMeasure gone = rows.Single(m => m is { Code: "est", Measure: "residenti" });
        ComparedMeasure born = rows.Single(m => m is { Code: "levante", Measure: "residenti" });
        (gone.Before, gone.After, gone.Difference).ShouldBe((200, null, null));
        (born.Before, born.After, born.Difference).ShouldBe((null, 200, null));
    }
}
