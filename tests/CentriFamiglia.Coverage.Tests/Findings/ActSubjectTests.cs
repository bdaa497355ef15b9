using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using static CentriFamiglia.Coverage.Tests.Findings.SmallFindings;

namespace CentriFamiglia.Coverage.Tests.Findings;

/// <summary>Whose a finding is: its ATS, its network, whether made-up sedi count in it, and in what order findings stand.</summary>
public class ActSubjectTests
{
    private const string Comuni = """
        000001 | Alfa | 0 | 0 | 100 | A | Nord | D1 | Ovest
        000002 | Beta | 3 | 0 | 200 | A | Sud  | D2 | Est
        000003 | Zeta | 4 | 0 | 300 | A | -    | -  | -
        """;

    [Theory]
    [InlineData("H1 | hub | 000001 | R1 | -\nS1 | spoke | 000002 | R1 | -", null, "Nord")]
    [InlineData("S1 | spoke | 000001 | R1 | -\nT1 | hub | 000002 | R1 | -", null, "Sud")]
    [InlineData("H1 | hub | 000003 | R1 | -\nS1 | spoke | 000002 | R1 | -", null, "Sud")]
    [InlineData("H1 | hub | 000003 | R1 | -", null, "")]
    [InlineData("H1 | hub | 000001 | R1 | -", "SUD", "Sud")]
    [InlineData("H1 | hub | 000001 | R1 | -", "Altrove", "Altrove")]
    public void A_network_is_of_the_ATS_it_names_else_of_its_Hub_else_of_a_Spoke(string sedi, string? named, string ats) =>
        One(Evaluate(Comuni, sedi, network: n => n with { Ats = named }), "R18", "R1").Ats.ShouldBe(ats);

    [Fact]
    public void A_finding_says_of_what_kind_of_what_network_and_from_what_act_it_is()
    {
        var findings = Evaluate(Comuni, "H1 | hub | 000001 | R1 | -\nS9 | spoke | 000003 | - | -");

        Of("R18", "R1").ShouldBe(("rete", "Rete R1", "Nord", "R1"));
        Of("R7", "H1").ShouldBe(("sede", "H1", "Nord", "R1"));
        Of("R2", "S9").ShouldBe(("sede", "S9", "", null));
        Of("R1", "est").ShouldBe(("ambito", "Est", "Sud", null));
        Of("R1", "d2").ShouldBe(("distretto", "D2", "Sud", null));
        Of("R10", "sud").ShouldBe(("ats", "Sud", "Sud", null));
        findings.ShouldAllBe(f => f.Act == RuleSet.Default.Title);
        findings.ShouldBe(findings.OrderBy(f => f.Subject, StringComparer.Ordinal).ThenBy(f => f.SubjectKind, StringComparer.Ordinal)
            .ThenBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => f.Reason, StringComparer.Ordinal));
        findings.Where(f => f.SubjectKind == "ats").Select(f => f.Subject).Distinct(StringComparer.Ordinal).ShouldBe(["nord", "sud"]);

        (string, string, string, string?) Of(string rule, string subject)
        {
            ActFinding f = One(findings, rule, subject);
            return (f.SubjectKind, f.Name, f.Ats, f.Network);
        }
    }

    [Theory]
    [InlineData("H1", true, true, true, false, false)]
    [InlineData("S1", false, true, false, true, false)]
    [InlineData("T1", false, false, false, false, true)]
    [InlineData("", false, false, false, false, false)]
    public void Made_up_sedi_mark_what_they_count_in(string madeUp, bool hub, bool network, bool ovest, bool est, bool other)
    {
        var findings = Evaluate(
            Comuni, "H1 | hub | 000001 | R1 | -\nS1 | spoke | 000002 | R1 | -\nT1 | spoke | 000003 | R2 | -",
                change: s => s with { Demonstration = s.Id.Value == madeUp });

        (Of("R7", "H1"), Of("R18", "R1"), Of("R1", "ovest"), Of("R5", "est"), Of("R18", "R2")).ShouldBe((hub, network, ovest, est, other));
        // Distances and money of an area rest on all sedi together.
        (Of("R4", "ovest"), Of("R12", "nord")).ShouldBe((madeUp.Length > 0, madeUp.Length > 0));

        bool Of(string rule, string subject) => One(findings, rule, subject).Demonstration;
    }

    [Theory]
    [InlineData("Nord", 70_000, "Il contributo non supera il massimo per progetto.")]
    [InlineData("Montagna", 70_000, "Il contributo non supera il massimo per progetto. Il contributo può coprire al più il 70% del costo, "
        + "che non è tra i dati: da verificare a parte. Variante applicata: montagna-2024.")]
    [InlineData("Nord", 70_001, "Il contributo supera il massimo per progetto.")]
    public void A_cap_is_that_of_the_ATS_on_the_day_with_what_it_rests_on(string ats, int contribution, string reason) =>
        One(
            Evaluate(Comuni.Replace("Nord", ats), "H1 | hub | 000001 | R1 | -",
                network: n => n with { ContributionEur = contribution }, comune: Peopled),
            "R15", "R1").Reason.ShouldBe(reason);

    [Fact]
    public void Figures_of_an_act_whose_text_is_not_in_hand_name_it() =>
        One(
            Evaluate(Comuni, "H1 | hub | 000001 | R1 | -", rules: RuleSet.Shipped[1],
                network: n => n with { ContributionEur = 1 }, comune: Peopled),
            "R15", "R1").Reason.ShouldEndWith($" Cifre di {RuleSet.Shipped[1].Title}.");

    [Fact]
    public void A_network_of_no_ATS_is_told_to_name_one() =>
        One(Evaluate(Comuni, "H1 | hub | 000003 | R1 | -", comune: Peopled), "R15", "R1").Reason.ShouldBe("La rete non dichiara l'ATS.");

    [Fact]
    public void A_sede_that_lies_in_no_known_comune_has_its_finding_all_the_same()
    {
        ActFinding finding = One(Evaluate(Comuni, "S1 | spoke | 999999 | - | -"), "R2", "S1");

        (finding.SubjectKind, finding.Ats, finding.Outcome).ShouldBe(("sede", "", Outcome.NonConforme));
    }

    [Theory]
    [InlineData("2024-01-01", Outcome.Conforme)]
    [InlineData("2024-01-02", Outcome.NonConforme)]
    public void A_shared_reading_of_the_very_day_has_taken_place(string day, Outcome verdict) =>
        One(
            Evaluate(Comuni, "", declared: new ActDeclarations(ActDeclarations.None.SharedWithCabina.Add("Nord", DateOnly.ParseExact(day, "yyyy-MM-dd")))),
            "R14", "nord").Outcome.ShouldBe(verdict);

    [Theory]
    [InlineData(0.5, "residenti=0.5")]
    [InlineData(1234.56789, "residenti=1234.5679")]
    [InlineData(null, "residenti=non dichiarato")]
    public void A_figure_is_written_with_at_most_four_decimals(double? value, string text) =>
        new FindingFigure("residenti", value).ToString().ShouldBe(text);

    // Where nobody lives in the comune without ATS the fund can be shared.
    private static Comune Peopled(Comune comune) => comune.Code.Value == "000003" ? comune with { Residents = 0 } : comune;

    [Theory]
    [InlineData("X1 | - | 000001 | R1 | -", "non_dichiarato", 0, 100)]
    [InlineData("H1 | hub | 000001 | R1 | -", "conforme", 100, 0)]
    public void Who_is_near_a_sede_of_no_declared_role_is_counted_apart(string sedi, string verdict, int hub, int undeclared)
    {
        ActFinding finding = One(Evaluate(Comuni, sedi), "R10", "nord");

        (finding.Outcome.ToText(), finding.Figures[0].Value, finding.Figures[2].Value).ShouldBe((verdict, hub, undeclared));
    }
}
