using System.Collections.Immutable;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Rules;

public class NetworkRulesTests
{
    private const string Comuni = """
        000001 | Alfa | 0 | 0 | 100 | A | Nord | D1 | Est
        000002 | Beta | 1 | 0 | 200 | A | Nord | D1 | Est
        """;

    [Theory]
    [InlineData("H1 | hub | 000001 | R1 | -;S1 | spoke | 000002 | R1 | -", "conforme", "conforme")]
    [InlineData("H1 | hub | 000001 | R1 | -", "conforme", "informativo")]
    [InlineData("S1 | spoke | 000001 | R1 | -", "non_conforme", "conforme")]
    [InlineData("H1 | hub | 000001 | R1 | -;H2 | hub | 000002 | R1 | -", "non_conforme", "informativo")]
    [InlineData("X1 | - | 000001 | R1 | -", "non_dichiarato", "non_dichiarato")]
    [InlineData("H1 | hub | 000001 | R1 | -;X1 | - | 000002 | R1 | -", "non_dichiarato", "non_dichiarato")]
    public void A_network_has_one_Hub_and_some_Spokes(string sedi, string hub, string spokes)
    {
        var findings = Findings(sedi).Where(f => f.SubjectKind == "rete").ToList();

        findings.Select(f => (f.Subject, f.Rule, f.Outcome.ToText())).ShouldBe([("R1", "R2", hub), ("R1", "R3", spokes)]);
        findings.ShouldAllBe(f => (f.Outcome == Outcome.Conforme) == (f.Cure.Length == 0));
    }

    [Theory]
    [InlineData("S1 | spoke | 000001 | - | -", "non_conforme", "Lo Spoke S1 non appartiene ad alcuna rete.")]
    [InlineData("H1 | hub | 000001 | - | -", "non_conforme", "L'Hub H1 non è capofila di alcuna rete.")]
    [InlineData("X1 | - | 000001 | - | -", "non_dichiarato", "La sede X1 non dichiara né ruolo né rete.")]
    public void A_sede_without_a_network_is_told(string sede, string outcome, string reason)
    {
        var finding = Findings(sede).ShouldHaveSingleItem();

        RuleClause clause = RuleSet.Default.Rule(finding.Rule);
        (finding.Rule, clause.Section, finding.Outcome.ToText(), finding.Reason).ShouldBe(("R2", "3", outcome, reason));
        clause.Quote.ShouldBe("il capofila ricoprirà il ruolo di Hub mentre i partner di Spoke");
    }

    [Fact]
    public void In_an_incomplete_list_a_missing_Hub_is_not_declared_rather_than_missing() =>
        NetworkRules.Evaluate(SmallTerritory.Snapshot(Comuni, "S1 | spoke | 000001 | R1 | -", complete: false))
            .Single(f => f.Rule == "R2").Outcome.ShouldBe(Outcome.NonDichiarato);

    [Fact]
    public void A_network_id_that_is_not_in_the_list_is_a_violation()
    {
        TerritoryContent content = SmallTerritory.Content(Comuni, "H1 | hub | 000001 | R1 | -");
        content = content with { SiteSets = [content.SiteSets[0] with { Networks = [] }] };

        NetworkRules.Evaluate(TerritorySnapshot.Create(content, null, SmallTerritory.Day))
            .ShouldHaveSingleItem().Reason.ShouldBe("La sede H1 indica la rete R1, che non è nell'elenco delle reti.");
    }

    [Theory]
    [InlineData("H1 | hub | 000001 | R1 | -;S1 | spoke | 000001 | R1 | -", SitePrecision.Point, "S1")]
    [InlineData("H1 | hub | 000001 | R1 | -;S1 | spoke | 000001 | R1 | -;S2 | spoke | 000001 | R1 | -", SitePrecision.Point, "S1,S2")]
    [InlineData("H2 | hub | 000001 | R1 | -;H1 | hub | 000001 | R1 | -;S1 | spoke | 000001 | R1 | -", SitePrecision.Point, "S1")]
    [InlineData("H1 | hub | 000001 | R1 | -;S1 | spoke | 000001 | R2 | -", SitePrecision.Point, "")]
    [InlineData("H1 | hub | 000001 | R1 | -;S1 | spoke | 000002 | R1 | -", SitePrecision.Point, "")]
    [InlineData("H1 | hub | 000001 | R1 | -;S1 | spoke | 000001 | R1 | -", SitePrecision.Comune, "")]
    [InlineData("S1 | spoke | 000001 | R1 | -;S2 | spoke | 000001 | R1 | -", SitePrecision.Point, "")]
    public void One_place_cannot_be_Hub_and_Spoke_of_the_same_network(string sedi, SitePrecision precision, string told)
    {
        TerritoryContent content = SmallTerritory.Content(Comuni, sedi.Replace(';', '\n'));
        SiteSet set = content.SiteSets[0];
        content = content with { SiteSets = [set with { Sites = [.. set.Sites.Select(s => s with { Precision = precision })] }] };

        RuleFinding[] findings = [.. NetworkRules.Evaluate(TerritorySnapshot.Create(content, null, SmallTerritory.Day)).Where(f => f.SubjectKind == "sede")];

        string.Join(',', findings.Select(f => f.Subject)).ShouldBe(told);
        findings.ShouldAllBe(f => f.Outcome == Outcome.NonConforme && f.Reason.Contains("nello stesso punto di H1 (Hub)"));
    }

    [Fact]
    public void Findings_stand_by_kind_subject_rule_and_reason_whatever_the_order_of_the_sedi()
    {
        var findings =
            Findings("Z1 | spoke | 000001 | - | -;S1 | spoke | 000001 | R2 | -;X1 | - | 000002 | R1 | -;A1 | hub | 000001 | - | -");

        findings.Select(f => $"{f.SubjectKind} {f.Subject} {f.Rule} {f.Outcome.ToText()}").ShouldBe(
        [
            "rete R1 R2 non_dichiarato", "rete R1 R3 non_dichiarato", "rete R2 R2 non_conforme", "rete R2 R3 conforme",
            "sede A1 R2 non_conforme", "sede X1 R2 non_dichiarato", "sede Z1 R2 non_conforme",
        ]);
        findings[5].Reason.ShouldBe("La sede X1 non dichiara il ruolo.");
    }

    [Fact]
    public void Two_findings_on_one_sede_stand_by_reason()
    {
        TerritoryContent content = SmallTerritory.Content(Comuni, "H1 | hub | 000001 | R1 | -\nS1 | spoke | 000001 | R1 | -");
        SiteSet set = content.SiteSets[0];
        ImmutableArray<Site> sites = [.. set.Sites.Select(s => s with { Precision = SitePrecision.Point })];
        content = content with { SiteSets = [set with { Networks = [], Sites = sites }] };

        NetworkRules.Evaluate(TerritorySnapshot.Create(content, null, SmallTerritory.Day)).Select(f => f.Reason[..18])
            .ShouldBe(
            ["La sede H1 indica ", "La sede S1 (Spoke)", "La sede S1 indica "]);
    }

    [Theory]
    [InlineData("H1 | hub | 000001 | R1 | -;H2 | hub | 000002 | R1 | -;X1 | - | 000002 | R1 | -", "La rete ha 2 Hub attivi: H1, H2.")]
    [InlineData("H1 | hub | 000001 | R1 | -;S1 | spoke | 000002 | R1 | -", "La rete ha un Hub: H1.")]
    [InlineData("H1 | hub | 000001 | R1 | -;X1 | - | 000002 | R1 | -;X2 | - | 000002 | R1 | -", "La rete ha un Hub (H1) e 2 sedi con ruolo non dichiarato.")]
    [InlineData("X1 | - | 000002 | R1 | -;S1 | spoke | 000001 | R1 | -", "Nessuna sede è dichiarata Hub; 1 hanno ruolo non dichiarato.")]
    [InlineData("S1 | spoke | 000001 | R1 | -", "La rete non ha alcun Hub attivo.")]
    public void The_Hubs_of_a_network_are_counted_and_named(string sedi, string reason) =>
        Findings(sedi).Single(f => f is { Rule: "R2", SubjectKind: "rete" }).Reason.ShouldBe(reason);

    [Theory]
    [InlineData("H1 | hub | 000001 | R1 | -", true, "informativo")]
    [InlineData("H1 | hub | 000001 | R1 | -", false, "non_dichiarato")]
    [InlineData("H1 | hub | 000001 | R1 | -;X1 | - | 000002 | R1 | -", true, "non_dichiarato")]
    [InlineData("H1 | hub | 000001 | R1 | -;S1 | spoke | 000002 | R1 | -", false, "conforme")]
    public void A_missing_Spoke_is_said_only_where_list_and_roles_are_complete(string sedi, bool complete, string outcome) =>
        NetworkRules.Evaluate(SmallTerritory.Snapshot(Comuni, sedi.Replace(';', '\n'), complete))
            .Single(f => f.Rule == "R3").Outcome.ToText().ShouldBe(outcome);

    private static ImmutableArray<RuleFinding> Findings(string sedi) =>
        NetworkRules.Evaluate(SmallTerritory.Snapshot(Comuni, sedi.Replace(';', '\n')));
}
