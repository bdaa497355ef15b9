using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Standards;

public class LocalStandardTests
{
    // The sede stands in Alfa; Beta is 21 minutes away, beyond the 20 of class A, Gamma 40, within the 40 of class F.
    private const string Comuni = """
        000001 | Alfa  | 0  | 0 | 900 | A | Nord | D1 | Ovest
        000002 | Beta  | 21 | 0 | 100 | A | Nord | D1 | Ovest
        000003 | Gamma | 40 | 0 | 100 | F | Nord | D2 | Est
        000004 | Delta | 60 | 0 | 100 | A | Nord | D2 | Sud
        """;

    private const string Sede = "H1 | hub | 000001 | R1 | -";

    [Theory]
    [InlineData("ovest", 90.0, StandardState.Met)]
    [InlineData("est", 100.0, StandardState.Met)]
    [InlineData("sud", 0.0, StandardState.Open)]
    public void The_share_within_the_minutes_of_each_class_is_compared_inclusively(string ambito, double share, StandardState state)
    {
        StandardRow row = Row(ambito, ExceptionRegister.Empty);

        (row.SharePercent, row.RequiredPercent, row.State).ShouldBe((share, 90.0, state));
    }

    [Theory]
    [InlineData("2023-12-31", StandardState.Expired)]
    [InlineData("2024-01-01", StandardState.Excepted)]
    [InlineData("2024-06-30", StandardState.Excepted)]
    public void An_exception_holds_to_its_last_day_and_then_the_area_is_open_again(string until, StandardState state) =>
        Row("sud", Register(until)).State.ShouldBe(state);

    [Fact]
    public void An_exception_to_an_area_that_meets_the_standard_changes_nothing() =>
        LocalStandard.Evaluate(SmallTerritory.State(Comuni, Sede), Register("2024-06-30", "ovest")).Single(r => r.Unit.Code == "ovest").State.ShouldBe(StandardState.Met);

    [Fact]
    public void What_is_not_known_is_not_below_the_standard()
    {
        LocalStandard.Evaluate(SmallTerritory.State(Comuni, Sede, complete: false), ExceptionRegister.Empty).Single(r => r.Unit.Code == "sud")
            .State.ShouldBe(StandardState.NotKnown);
        LocalStandard.Evaluate(SmallTerritory.State(Comuni.Replace("100 | A | Nord | D2 | Sud", "100 | - | Nord | D2 | Sud"), Sede), ExceptionRegister.Empty)
            .Single(r => r.Unit.Code == "sud").State.ShouldBe(StandardState.NotKnown);
        LocalStandard.Evaluate(SmallTerritory.State(Comuni.Replace("| 100 | A | Nord | D2", "| 0 | A | Nord | D2"), Sede), ExceptionRegister.Empty)
            .Single(r => r.Unit.Code == "sud").SharePercent.ShouldBeNull();
    }

    [Fact]
    public void An_ATS_has_its_own_share_and_its_own_minutes()
    {
        RuleSet rules = RuleSet.Parse(RuleSet.DefaultText.Replace("\"varianti\": [", """
            "varianti": [
                { "id": "nord", "ats": "Nord", "valido_dal": "2024-01-01", "valido_al": null, "fonte": "prova",
                  "parametri": { "quota_residenti_entro_limite_pct": 95, "limiti_minuti": { "A": 60, "B": 60, "C": 60, "D": 60, "E": 60, "F": 39 } } },
            """));

        var rows = LocalStandard.Evaluate(SmallTerritory.State(Comuni, Sede, rules: rules), ExceptionRegister.Empty);

        rows.Where(r => r.Unit.Level == AreaLevel.Ambito).Select(r => (r.Unit.Code, r.SharePercent, r.RequiredPercent, r.State)).ShouldBe(
            [("est", 0, 95, StandardState.Open), ("ovest", 100, 95, StandardState.Met), ("sud", 100, 95, StandardState.Met)]);
    }

    [Fact]
    public void The_register_comes_back_from_a_content_as_it_was_put_in()
    {
        ExceptionRegister register = Register("2024-06-30");

        ExceptionRegister.In(register.PutIn(TerritoryContent.Empty)).Exceptions.ShouldBe(register.Exceptions);
        ExceptionRegister.Empty.PutIn(register.PutIn(TerritoryContent.Empty)).Documents.ShouldBeEmpty();
        Should.Throw<CoverageInputException>(() => ExceptionRegister.In(TerritoryContent.Empty with
        {
            Documents = TerritoryContent.Empty.Documents.Add(DocumentKeys.Exceptions, "[{}]"),
        })).Message.ShouldContain("danneggiato");
    }

    private static StandardRow Row(string ambito, ExceptionRegister register) =>
        LocalStandard.Evaluate(SmallTerritory.State(Comuni, Sede), register).Single(r => r.Unit.Level == AreaLevel.Ambito && r.Unit.Code == ambito);

    private static ExceptionRegister Register(string until, string code = "sud") =>
        ExceptionRegister.Of([new StandardWaiver(AreaLevel.Ambito, code, "Sede in ristrutturazione", "Cabina di Regia", DateOnly.ParseExact(until, "yyyy-MM-dd"))]);
}
