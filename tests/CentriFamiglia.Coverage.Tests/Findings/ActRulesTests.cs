using System.Collections.Immutable;
using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Money;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Tests.Small;
using static CentriFamiglia.Coverage.Tests.Findings.SmallFindings;

namespace CentriFamiglia.Coverage.Tests.Findings;

/// <summary>Each rule of the act with a case that keeps it and one that breaks it.</summary>
public class ActRulesTests
{
    // Two Ambiti of one ATS; Est lies 3 minutes from Ovest, within reach of its Hub.
    private const string Near = """
        000001 | Alfa | 0 | 0 | 100 | A | Nord | D1 | Ovest
        000002 | Beta | 3 | 0 | 200 | A | Nord | D2 | Est
        """;

    // Est lies an hour away.
    private const string Far = """
        000001 | Alfa | 0 | 0 | 100 | A | Nord | D1 | Ovest
        000002 | Beta | 60 | 0 | 200 | A | Nord | D2 | Est
        """;

    private const string Hub = "H1 | hub | 000001 | R1 | -";
    private const string Both = "H1 | hub | 000001 | R1 | -\nS1 | spoke | 000002 | R1 | -";

    [Theory]
    [InlineData(Both, true, "conforme")]
    [InlineData(Hub, true, "non_conforme")]
    [InlineData(Hub, false, "non_dichiarato")]
    public void R1_wants_a_sede_in_every_Ambito_and_Distretto(string sedi, bool complete, string verdict)
    {
        var findings = Evaluate(Near, sedi, complete);

        One(findings, "R1", "est").Outcome.ToText().ShouldBe(verdict);
        One(findings, "R1", "d2").Outcome.ToText().ShouldBe(verdict);
    }

    [Theory]
    [InlineData(Both, "conforme")]
    [InlineData("S1 | spoke | 000001 | R1 | -", "non_conforme")]
    public void R2_wants_one_Hub_in_a_network(string sedi, string verdict) => One(Evaluate(Near, sedi), "R2", "R1").Outcome.ToText().ShouldBe(verdict);

    [Theory]
    [InlineData(Both, "conforme")]
    [InlineData(Hub, "informativo")]
    public void R3_warns_of_a_Hub_without_a_Spoke(string sedi, string verdict) => One(Evaluate(Near, sedi), "R3", "R1").Outcome.ToText().ShouldBe(verdict);

    [Theory]
    [InlineData(Near, true, "conforme", "residenti_oltre_limite=0")]
    [InlineData(Far, true, "informativo", "residenti_oltre_limite=200")]
    [InlineData(Far, false, "non_dichiarato", "residenti_oltre_limite=non dichiarato")]
    public void R4_counts_who_is_beyond_the_planning_limit_and_never_calls_it_a_breach(string comuni, bool complete, string verdict, string figure)
    {
        ActFinding finding = One(Evaluate(comuni, Hub, complete), "R4", "est");

        finding.Outcome.ToText().ShouldBe(verdict);
        string.Join(";", finding.Figures).ShouldContain(figure);
        finding.Reason.ShouldContain("criterio di pianificazione, non previsto dall'atto");
    }

    [Theory]
    [InlineData(Both, true, "conforme", "SEDE:")]
    [InlineData("H1 | hub | 000001 | R1 | Est", true, "informativo", "COMPETENZA:")]
    [InlineData(Hub, true, "non_conforme", "SCOPERTO:")]
    [InlineData(Hub, false, "non_dichiarato", "NON_CARICATO:")]
    public void R5_tells_who_serves_the_unit(string sedi, bool complete, string verdict, string word)
    {
        ActFinding finding = One(Evaluate(Near, sedi, complete), "R5", "est");

        finding.Outcome.ToText().ShouldBe(verdict);
        finding.Reason.ShouldStartWith(word);
    }

    [Theory]
    [InlineData(Near, Both, "conforme", "non serve un nuovo Hub")]
    [InlineData(Near, Hub, "informativo", "può accogliere uno Spoke in 1 comune")]
    [InlineData(Far, Hub, "informativo", "nessuna rete esistente può accogliervi uno Spoke")]
    public void R6_proposes_a_new_Hub_only_where_no_network_can_take_a_Spoke(string comuni, string sedi, string verdict, string reason)
    {
        ActFinding finding = One(Evaluate(comuni, sedi), "R6", "est");

        finding.Outcome.ToText().ShouldBe(verdict);
        finding.Reason.ShouldContain(reason);
    }

    [Theory]
    [InlineData("H1", "informazione_orientamento|competenze_genitoriali|risorse_familiari_comunitarie|coordinamento_gestionale|gestione_amministrativa", "conforme")]
    [InlineData("H1", "informazione_orientamento", "non_dichiarato")]
    [InlineData("S1", "laboratori|anziani", "conforme")]
    [InlineData("S1", "laboratori|Gestione amministrativa", "non_conforme")]
    [InlineData("S1", "", "non_dichiarato")]
    public void R7_leaves_coordination_and_administration_to_the_Hub(string site, string services, string verdict) =>
        One(Evaluate(Near, Both, change: s => s with { Services = List(services) }), "R7", site).Outcome.ToText().ShouldBe(verdict);

    [Theory]
    [InlineData("Mo-We 09:00-12:00", "Mo-We 09:00-12:00", "somma", "conforme", 18, 9)]
    [InlineData("Mo-We 09:00-12:00", "Mo-We 09:00-12:00", "unione", "non_conforme", 18, 9)]
    [InlineData("Mo-We 09:00-12:00", "Th-Sa 09:00-12:00", "unione", "conforme", 18, 18)]
    [InlineData("Mo-We 09:00-12:00", "Mo 09:00-11:59", "somma", "non_conforme", 11.9833, 9)]
    [InlineData("Mo-We 09:00-12:00", null, "somma", "non_dichiarato", 9, 9)]
    [InlineData("Mo-We 09:00-12:00", "18 ore settimanali", "somma", "non_dichiarato", 9, 9)]
    [InlineData("Mo-Sa 09:00-12:00", null, "somma", "conforme", 18, 18)]
    [InlineData("Mo-We 09:00-12:00; Sep-Jun Th-Sa 09:00-12:00", "Mo 09:00-10:00", "somma", "non_dichiarato", 10, 9)]
    [InlineData("Mo-We 09:00-12:00", "Mar 09:00-12:00", "somma", "non_dichiarato", 9, 9)]
    [InlineData("Mo-Sa 09:00-12:00; Jul-Aug Mo-Sa 15:00-18:00", "Mo 09:00-10:00", "somma", "conforme", 19, 18)]
    [InlineData("Mo-We 09:00-12:00; PH off", "Mo 09:00-10:00", "somma", "non_conforme", 10, 9)]
    [InlineData("PH,SH 09:00-12:00", "Mo 09:00-10:00", "somma", "non_dichiarato", 1, 1)]
    [InlineData(null, null, "somma", "non_dichiarato", 0, 0)]
    public void R8_counts_the_weekly_hours_of_a_network_in_both_readings(string? hub, string? spoke, string reading, string verdict, double sum, double union)
    {
        RuleSet rules = RuleSet.Parse(RuleSet.DefaultText.Replace("\"lettura_ore\": \"somma\"", $"\"lettura_ore\": \"{reading}\""));

        ActFinding finding = One(Evaluate(Near, Both, rules: rules, change: s => s with { OpeningHours = s.Role == SiteRole.Hub ? hub : spoke }), "R8", "R1");

        finding.Outcome.ToText().ShouldBe(verdict);
        string.Join(';', finding.Figures).ShouldStartWith(FormattableString.Invariant($"ore_somma={sum};ore_unione={union};ore_minime=18"));
    }

    [Fact]
    public void R8_says_how_much_of_the_week_is_by_day_in_the_evening_and_on_Saturday()
    {
        ActFinding finding = One(Evaluate(Near, Both, change: s => s with { OpeningHours = s.Role == SiteRole.Hub ? "Mo 17:00-21:00" : "Mo 17:00-19:00; Sa 09:00-13:00" }), "R8",
            "R1");

        string.Join(';', finding.Figures).ShouldEndWith("quota_8_20_pct=87.5;minuti_dopo_le_18=180;minuti_sabato=240");
    }

    [Theory]
    [InlineData("Mo-We 09:00-12:00", true)]
    [InlineData("Th-Sa 09:00-12:00", false)]
    public void R8_says_so_where_the_two_readings_disagree(string spoke, bool disagree) =>
        One(Evaluate(Near, Both, change: s => s with { OpeningHours = s.Role == SiteRole.Hub ? "Mo-We 09:00-12:00" : spoke }), "R8", "R1")
            .Reason.Contains("Con l'altra lettura l'esito sarebbe diverso", StringComparison.Ordinal).ShouldBe(disagree);

    [Fact]
    public void R8_states_a_network_that_has_no_hours_at_all()
    {
        ActFinding finding = One(Evaluate(Near, Both), "R8", "R1");

        (finding.Outcome.ToText(), finding.Reason).ShouldBe(("non_dichiarato", "Nessuna sede attiva della rete dichiara un orario leggibile."));
    }

    [Theory]
    [InlineData("H1", "yes", "accoglienza|sportello|colloqui|polivalente", "conforme")]
    [InlineData("H1", "yes", "accoglienza|sportello|colloqui", "non_dichiarato")]
    [InlineData("H1", null, "accoglienza|sportello|colloqui|polivalente", "non_dichiarato")]
    [InlineData("H1", "no", "accoglienza|sportello|colloqui|polivalente", "non_conforme")]
    [InlineData("S1", "limited", "", "informativo")]
    [InlineData("S1", "yes", "", "conforme")]
    public void R9_wants_four_spaces_in_a_Hub_and_access_everywhere(string site, string? wheelchair, string spaces, string verdict) =>
        One(Evaluate(Near, Both, change: s => s with { Wheelchair = wheelchair, Spaces = List(spaces) }), "R9", site).Outcome.ToText().ShouldBe(verdict);

    [Theory]
    [InlineData(Both, true, "conforme")]
    [InlineData("X1 | - | 000001 | R1 | -", true, "non_dichiarato")]
    [InlineData("", true, "non_conforme")]
    [InlineData("", false, "non_dichiarato")]
    public void R10_takes_the_nearest_of_Hub_and_Spoke(string sedi, bool complete, string verdict) =>
        One(Evaluate(Near, sedi, complete), "R10", "nord").Outcome.ToText().ShouldBe(verdict);

    [Theory]
    [InlineData("Mo-Fr 09:00-12:00", "conforme")]
    [InlineData(null, "non_dichiarato")]
    public void R11_wants_days_and_times_declared(string? hours, string verdict) =>
        One(Evaluate(Near, Both, change: s => s with { OpeningHours = hours }), "R11", "S1").Outcome.ToText().ShouldBe(verdict);

    [Theory]
    [InlineData("100", "conforme")]
    [InlineData("-", "non_dichiarato")]
    public void R12_shares_the_fund_or_says_why_it_cannot(string residents, string verdict) =>
        One(Evaluate(Near.Replace("| 100 |", $"| {residents} |"), Both), "R12", "nord").Outcome.ToText().ShouldBe(verdict);

    [Theory]
    [InlineData(Both, true, "conforme")]
    [InlineData(Hub, true, "informativo")]
    [InlineData(Hub, false, "non_dichiarato")]
    public void R13_asks_for_an_analysis_of_coverage_before_the_two_spending_lines(string sedi, bool complete, string verdict) =>
        One(Evaluate(Near, sedi, complete), "R13", "nord").Outcome.ToText().ShouldBe(verdict);

    [Theory]
    [InlineData("2023-12-20", "conforme")]
    [InlineData("2024-02-01", "non_conforme")]
    [InlineData(null, "non_dichiarato")]
    public void R14_wants_the_analysis_shared_with_the_Cabina_di_Regia(string? day, string verdict)
    {
        ActDeclarations declared = day is null
            ? ActDeclarations.None
            : new ActDeclarations(ActDeclarations.None.SharedWithCabina.Add("Nord", DateOnly.ParseExact(day, "yyyy-MM-dd")));

        One(ActRules.Evaluate(SmallTerritory.State(Near, Both), declared), "R14", "nord").Outcome.ToText().ShouldBe(verdict);
    }

    [Theory]
    [InlineData(70_000.0, "conforme")]
    [InlineData(70_000.01, "non_conforme")]
    [InlineData(null, "non_dichiarato")]
    public void R15_caps_each_project(double? contribution, string verdict) =>
        One(Evaluate(Near, Both, network: n => n with { Ats = "Nord", ContributionEur = (decimal?)contribution }), "R15", "R1").Outcome.ToText().ShouldBe(verdict);

    [Theory]
    [InlineData(6_532_000.0, "conforme")]
    [InlineData(6_532_001.0, "non_conforme")]
    public void R15_keeps_the_sum_of_an_ATS_within_its_allocation(double contribution, string verdict) =>
        One(Evaluate(Near, Both, network: n => n with { ContributionEur = (decimal)contribution }), "R15", "nord").Outcome.ToText().ShouldBe(verdict);

    [Fact]
    public void R15_says_so_where_the_ATS_of_a_network_has_no_allocation()
    {
        ActFinding finding = One(Evaluate(Near, Both, network: n => n with { Ats = "Sud", ContributionEur = 1 }), "R15", "R1");

        (finding.Outcome.ToText(), finding.Reason).ShouldBe(("non_dichiarato", "L'ATS Sud della rete non ha un'assegnazione."));
    }

    [Theory]
    [InlineData(20_000.0, "conforme")]
    [InlineData(20_001.0, "non_conforme")]
    [InlineData(null, "non_dichiarato")]
    public void R16_keeps_a_contribution_within_the_formula_of_its_ATS(double? contribution, string verdict)
    {
        RuleSet rules = WithFormula("10000 * aderenti");

        One(Evaluate(Near, Both, rules: rules, network: n => n with { ContributionEur = (decimal?)contribution }), "R16", "R1").Outcome.ToText().ShouldBe(verdict);
    }

    [Fact]
    public void R16_tells_a_formula_that_divides_by_zero_instead_of_failing()
    {
        ActFinding finding = One(Evaluate(Near, Both, rules: WithFormula("1000 / (aderenti - 2)"), network: n => n with { ContributionEur = 1 }), "R16", "R1");

        finding.Outcome.ToText().ShouldBe("non_dichiarato");
        finding.Reason.ShouldContain("divide per zero");
    }

    [Theory]
    [InlineData(6_532_000.0, "conforme")]
    [InlineData(6_500_000.0, "informativo")]
    [InlineData(6_600_000.0, "non_conforme")]
    [InlineData(null, "non_dichiarato")]
    public void R17_leaves_a_residual_to_actions_of_system(double? contribution, string verdict) =>
        One(Evaluate(Near, Both, network: n => n with { ContributionEur = (decimal?)contribution }), "R17", "nord").Outcome.ToText().ShouldBe(verdict);

    [Theory]
    [InlineData(6_600_000.0, 100_000.0, "conforme", "informativo", 32_000.0)]
    [InlineData(6_600_000.0, 68_000.0, "conforme", "conforme", 0.0)]
    [InlineData(6_600_000.0, 1_000.0, "non_conforme", "non_conforme", -67_000.0)]
    public void R15_and_R17_count_the_residuals_of_earlier_years_where_they_are_declared(double contribution, double earlier, string within, string residual, double left)
    {
        ActDeclarations declared = ActDeclarations.None with { Ledgers = ActDeclarations.None.Ledgers.Add("Nord", new AtsLedger((decimal)earlier, null)) };
        ImmutableArray<ActFinding> findings = Evaluate(Near, Both, network: n => n with { ContributionEur = (decimal)contribution }, declared: declared);

        One(findings, "R15", "nord").Outcome.ToText().ShouldBe(within);
        One(findings, "R17", "nord").Outcome.ToText().ShouldBe(residual);
        One(findings, "R17", "nord").Figures[0].ShouldBe(new FindingFigure("residuo_eur", left));
    }

    [Theory]
    [InlineData(true, "conforme")]
    [InlineData(false, "non_conforme")]
    [InlineData(null, "non_dichiarato")]
    public void R18_wants_an_action_for_caregivers(bool? action, string verdict) =>
        One(Evaluate(Near, Both, network: n => n with { CaregiverAction = action }), "R18", "R1").Outcome.ToText().ShouldBe(verdict);

    [Fact]
    public void Every_rule_of_the_act_has_findings_on_the_shipped_data_each_with_its_quote_and_cure()
    {
        ImmutableArray<ActFinding> findings = ActRules.Evaluate(Shipped.State);

        findings.Select(f => f.Rule).Distinct(StringComparer.Ordinal).Count().ShouldBe(RuleSet.Default.Rules.Length);
        findings.ShouldAllBe(f => f.Quote.Length > 0 && (f.Outcome == Outcome.Conforme) == (f.Cure.Length == 0));
        findings.Select(f => (f.Subject, f.SubjectKind, f.Rule, f.Reason)).Distinct().Count().ShouldBe(findings.Length);
        findings.Select(f => f.Subject).ShouldBe(findings.Select(f => f.Subject).Order(StringComparer.Ordinal));
        findings.Count(f => f is { Rule: "R1", SubjectKind: "ambito", Outcome: Outcome.NonConforme }).ShouldBe(20);
    }

    private static RuleSet WithFormula(string formula) =>
        RuleSet.Parse(RuleSet.DefaultText.Replace("\"formula_contributo\": null", $"\"formula_contributo\": \"{formula}\""));

    private static ImmutableArray<string> List(string text) => [.. text.Split('|', StringSplitOptions.RemoveEmptyEntries)];
}
