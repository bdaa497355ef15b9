using System.Collections.Immutable;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Rules;

/// <summary>R1 and R5: each verdict on a territory of four comuni, two Ambiti and two Distretti that do not nest.</summary>
public class VerdictRulesTests
{
    private const string Comuni = """
        000001 | Alfa  | 0 | 0 | 100 | A | Nord | D1 | Est
        000002 | Beta  | 1 | 0 | 200 | A | Nord | D2 | Est
        000003 | Gamma | 2 | 0 | 300 | A | Nord | D2 | Ovest
        000004 | Delta | 3 | 0 | 400 | A | Nord | D2 | Ovest
        """;

    [Fact]
    public void A_sede_inside_gives_SEDE_with_the_count_of_each_role()
    {
        var verdict = Verdict(AreaLevel.Ambito, "est", """
            H1 | hub   | 000001 | R1 | -
            S1 | spoke | 000002 | R1 | -
            X1 | -     | 000002 | -  | -
            """);

        verdict.Verdict.ShouldBe(Coverage.Rules.Verdict.Sede);
        (verdict.Hubs, verdict.Spokes, verdict.Undeclared).ShouldBe((1, 1, 1));
        verdict.SatisfiesR1.ShouldBe(true);
        verdict.Sites.Select(s => s.Value).ShouldBe(["H1", "S1", "X1"]);
        verdict.Reason.ShouldBe("3 sedi attive all'interno: 1 Hub, 1 Spoke, 1 con ruolo non dichiarato (H1, S1, X1).");
    }

    [Fact]
    public void A_sede_whose_role_is_not_declared_is_a_sede_all_the_same() =>
        Verdict(AreaLevel.Ambito, "ovest", "X1 | - | 000003 | - | -").Verdict.ShouldBe(Coverage.Rules.Verdict.Sede);

    [Fact]
    public void A_Hub_elsewhere_that_declares_the_Ambito_gives_COMPETENZA_which_does_not_satisfy_R1()
    {
        var verdict = Verdict(AreaLevel.Ambito, "ovest", "H1 | hub | 000001 | R1 | Est,OVEST");

        verdict.Verdict.ShouldBe(Coverage.Rules.Verdict.Competenza);
        verdict.SatisfiesR1.ShouldBe(false);
        verdict.Reason.ShouldBe("Nessuna sede all'interno; è nel territorio dichiarato da H1.");
    }

    [Fact]
    public void What_a_Spoke_declares_does_not_count() =>
        Verdict(AreaLevel.Ambito, "ovest", "S1 | spoke | 000001 | R1 | Ovest").Verdict.ShouldBe(Coverage.Rules.Verdict.Scoperto);

    [Fact]
    public void A_rule_set_may_let_COMPETENZA_satisfy_R1()
    {
        var rules = RuleSet.Parse(RuleSet.DefaultText.Replace("\"competenza_soddisfa_r1\": false", "\"competenza_soddisfa_r1\": true"));

        VerdictRules.Evaluate(SmallTerritory.Snapshot(Comuni, "H1 | hub | 000001 | R1 | Ovest"), rules, AreaLevel.Ambito)
            .Single(v => v.Unit.Code == "ovest").SatisfiesR1.ShouldBe(true);
    }

    [Fact]
    public void A_Distretto_is_COMPETENZA_when_every_comune_in_it_belongs_to_a_declared_Ambito()
    {
        Verdict(AreaLevel.Distretto, "d2", "H1 | hub | 000001 | R1 | Est,Ovest").Verdict.ShouldBe(Coverage.Rules.Verdict.Competenza);
        Verdict(AreaLevel.Distretto, "d2", "H1 | hub | 000001 | R1 | Ovest").Verdict.ShouldBe(Coverage.Rules.Verdict.Scoperto);
    }

    [Fact]
    public void Nothing_inside_a_complete_list_is_SCOPERTO()
    {
        var verdict = Verdict(AreaLevel.Ambito, "ovest", "H1 | hub | 000001 | R1 | -");

        verdict.Verdict.ShouldBe(Coverage.Rules.Verdict.Scoperto);
        verdict.SatisfiesR1.ShouldBe(false);
        verdict.Sites.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("-")]
    [InlineData("Ovest")]
    public void Nothing_inside_an_incomplete_list_is_NON_CARICATO_whatever_a_Hub_declares(string declares)
    {
        var verdict = Verdict(AreaLevel.Ambito, "ovest", $"H1 | hub | 000001 | R1 | {declares}", complete: false);

        verdict.Verdict.ShouldBe(Coverage.Rules.Verdict.NonCaricato);
        verdict.SatisfiesR1.ShouldBeNull();
    }

    [Fact]
    public void Closed_planned_and_expired_sedi_do_not_count()
    {
        TerritoryContent content = SmallTerritory.Content(Comuni, """
            H1 | hub | 000001 | R1 | -
            H2 | hub | 000002 | R2 | -
            H3 | hub | 000003 | R3 | -
            H4 | hub | 000004 | R4 | -
            """);
        SiteSet set = content.SiteSets[0];
        content = content with
        {
            SiteSets =
            [
                set with
                {
                    Sites =
                    [
                        set.Sites[0] with { Status = SiteStatus.Closed },
                        set.Sites[1] with { Status = SiteStatus.Planned },
                        set.Sites[2] with { ValidTo = new DateOnly(2023, 12, 31) },
                        set.Sites[3] with { ValidFrom = new DateOnly(2024, 1, 2) },
                    ],
                },
            ],
        };

        VerdictRules.Evaluate(TerritorySnapshot.Create(content, null, new DateOnly(2024, 1, 1)), RuleSet.Default, AreaLevel.Ambito)
            .ShouldAllBe(v => v.Verdict == Coverage.Rules.Verdict.Scoperto);
        VerdictRules.Evaluate(TerritorySnapshot.Create(content, null, new DateOnly(2024, 1, 2)), RuleSet.Default, AreaLevel.Ambito)
            .Select(v => (v.Unit.Code, v.Verdict))
            .ShouldBe([("est", Coverage.Rules.Verdict.Scoperto), ("ovest", Coverage.Rules.Verdict.Sede)]);
    }

    [Fact]
    public void Comuni_without_an_Ambito_make_a_unit_of_their_own_that_is_NON_CARICATO()
    {
        var verdicts = VerdictRules.Evaluate(
            SmallTerritory.Snapshot("""
                000001 | Alfa  | 0 | 0 | 100 | A | Nord | D1 | Est
                000002 | Beta  | 1 | 0 | 200 | A | Nord | D1 | -
                000003 | Gamma | 2 | 0 | 300 | A | -    | -  | -
                """, "H1 | hub | 000001 | R1 | -"),
            RuleSet.Default, AreaLevel.Ambito);

        verdicts.Select(v => (v.Unit.Code, v.Verdict.ToText(), v.Unit.Residents)).ShouldBe(
        [
            ("est", "SEDE", 100),
            ("non-caricato", "NON_CARICATO", 300),
            ("non-caricato-nord", "NON_CARICATO", 200),
        ]);
    }

    [Fact]
    public void An_Ambito_is_not_called_uncovered_while_a_sede_of_its_ATS_has_no_Ambito()
    {
        var verdict = VerdictRules.Evaluate(
            SmallTerritory.Snapshot("""
                000001 | Alfa | 0 | 0 | 100 | A | Nord | D1 | Est
                000002 | Beta | 1 | 0 | 200 | A | Nord | D1 | -
                """, "H1 | hub | 000002 | R1 | -"),
            RuleSet.Default, AreaLevel.Ambito).Single(v => v.Unit.Code == "est");

        verdict.Verdict.ShouldBe(Coverage.Rules.Verdict.NonCaricato);
        verdict.Reason.ShouldBe("Nessuna sede all'interno, ma non si sa in quale unità cade H1: completare i dati.");
    }

    [Theory]
    [InlineData("Nord", "-", "NON_CARICATO")]
    [InlineData("Sud", "-", "SCOPERTO")]
    [InlineData("-", "-", "NON_CARICATO")]
    [InlineData("Sud", "Terzo", "SCOPERTO")]
    public void A_sede_adrift_leaves_open_only_the_units_it_may_lie_in(string ats, string ambito, string verdict)
    {
        // The sede stands in Beta, whose ATS and Ambito are told or not; Est has none of its own.
        VerdictRules.Evaluate(
            SmallTerritory.Snapshot($"""
                000001 | Alfa | 0 | 0 | 100 | A | Nord  | D1 | Est
                000002 | Beta | 1 | 0 | 200 | A | {ats} | D1 | {ambito}
                """, "H1 | hub | 000002 | R1 | -"),
            RuleSet.Default, AreaLevel.Ambito).Single(v => v.Unit.Code == "est").Verdict.ToText().ShouldBe(verdict);
    }

    [Fact]
    public void Of_several_Hubs_the_declaration_of_each_counts_and_each_is_named_once()
    {
        const string Sedi = "H2 | hub | 000001 | R2 | Ovest\nH1 | hub | 000001 | R1 | Est,Ovest,ovest\nH3 | hub | 000001 | R3 | Est";
        UnitVerdict ovest = Verdict(AreaLevel.Ambito, "ovest", Sedi);
        UnitVerdict d2 = Verdict(AreaLevel.Distretto, "d2", "H2 | hub | 000001 | R2 | Ovest\nH3 | hub | 000001 | R3 | Est");

        (ovest.Verdict, ovest.Reason)
            .ShouldBe((Coverage.Rules.Verdict.Competenza, "Nessuna sede all'interno; è nel territorio dichiarato da H1, H2."));
        ovest.Sites.Select(s => s.Value).ShouldBe(["H1", "H2"]);
        // Beta of D2 lies in Est, Gamma and Delta in Ovest: two Hubs declare it together, neither alone.
        (d2.Verdict, string.Join(',', d2.Sites.Select(s => s.Value))).ShouldBe((Coverage.Rules.Verdict.Competenza, "H2,H3"));
    }

    [Fact]
    public void Five_sedi_are_named_and_the_others_counted()
    {
        string Sedi(int count) => string.Join('\n', Enumerable.Range(1, count).Select(i => $"S{i} | spoke | 000001 | R1 | -"));

        Verdict(AreaLevel.Ambito, "est", "H1 | hub | 000001 | R1 | -").Reason.ShouldBe("1 sede attiva all'interno: 1 Hub (H1).");
        Verdict(AreaLevel.Ambito, "est", Sedi(1)).Reason.ShouldBe("1 sede attiva all'interno: 1 Spoke (S1).");
        Verdict(AreaLevel.Ambito, "est", Sedi(5)).Reason.ShouldBe("5 sedi attive all'interno: 5 Spoke (S1, S2, S3, S4, S5).");
        Verdict(AreaLevel.Ambito, "est", Sedi(6)).Reason.ShouldBe("6 sedi attive all'interno: 6 Spoke (S1, S2, S3, S4, S5 e altre 1).");
    }

    [Theory]
    [InlineData("", "L'appartenenza di 1 comune non è nota: completare la tabella delle unità.")]
    [InlineData("\n000002 | Beta | 1 | 0 | 2 | A | Nord | D1 | -", "L'appartenenza di 2 comuni non è nota: completare la tabella delle unità.")]
    public void The_comuni_of_no_known_unit_are_counted(string more, string reason) =>
        VerdictRules.Evaluate(SmallTerritory.Snapshot(
            "000001 | Alfa | 0 | 0 | 1 | A | Nord | D1 | -" + more), RuleSet.Default, AreaLevel.Ambito)
            .ShouldHaveSingleItem().Reason.ShouldBe(reason);

    [Fact]
    public void A_unit_in_an_incomplete_list_names_the_Hub_that_declares_it() =>
        (Verdict(AreaLevel.Ambito, "ovest", "H1 | hub | 000001 | R1 | Ovest", complete: false).Reason,
            Verdict(AreaLevel.Ambito, "ovest", "H1 | hub | 000001 | R1 | -", complete: false).Reason).ShouldBe(
        ("Nessuna sede nota, ma l'elenco «mie» non è dichiarato completo per l'ATS Nord; lo dichiara H1.",
            "Nessuna sede nota, ma l'elenco «mie» non è dichiarato completo per l'ATS Nord: non si può dire scoperto."));

    [Theory]
    [InlineData("", false)]
    [InlineData("H1", true)]
    [InlineData("S1", true)]
    [InlineData("H1,S1", true)]
    public void One_made_up_sede_of_two_is_enough_to_mark_the_verdict(string madeUp, bool marked)
    {
        TerritoryContent content = SmallTerritory.Content(Comuni, "H1 | hub | 000001 | R1 | -\nS1 | spoke | 000002 | R1 | -");
        SiteSet set = content.SiteSets[0];
        string[] names = madeUp.Split(',');
        ImmutableArray<Site> sites = [.. set.Sites.Select(s => s with { Demonstration = names.Contains(s.Id.Value) })];
        content = content with { SiteSets = [set with { Sites = sites }] };

        VerdictRules.Evaluate(TerritorySnapshot.Create(content, null, SmallTerritory.Day), RuleSet.Default, AreaLevel.Ambito)
            .Single(v => v.Unit.Code == "est").Demonstration.ShouldBe(marked);
    }

    [Fact]
    public void A_made_up_sede_marks_the_verdict_it_gave_and_those_that_no_sede_gave()
    {
        TerritoryContent content = SmallTerritory.Content(
            "000005 | Eta | 5 | 5 | 10 | A | Nord | D1 | Terzo\n" + Comuni,
            "H1 | hub | 000001 | R1 | -\nH2 | hub | 000005 | R2 | -");
        SiteSet set = content.SiteSets[0];
        content = content with { SiteSets = [set with { Sites = [set.Sites[0], set.Sites[1] with { Demonstration = true }] }] };

        VerdictRules.Evaluate(TerritorySnapshot.Create(content, null, SmallTerritory.Day), RuleSet.Default, AreaLevel.Ambito)
            .Select(v => (v.Unit.Code, v.Verdict.ToText(), v.Demonstration))
            .ShouldBe([("est", "SEDE", false), ("ovest", "SCOPERTO", true), ("terzo", "SEDE", true)]);
    }

    [Fact]
    public void The_evidence_is_the_weakest_of_the_level_and_of_both_levels_for_an_ATS()
    {
        TerritorySnapshot snapshot = SmallTerritory.Snapshot(Comuni);

        snapshot.Units(AreaLevel.Ambito)[0].Status.ToText().ShouldBe("listed");
        snapshot.Units(AreaLevel.Distretto)[0].Status.ToText().ShouldBe("inferred");
        snapshot.Units(AreaLevel.Ats)[0].Status.ToText().ShouldBe("inferred");
    }

    [Fact]
    public void Both_readings_of_ambito_distretto_meet_in_the_comune()
    {
        var reading = SmallTerritory.State(Comuni, "H1 | hub | 000001 | R1 | -").Combined;

        reading.Select(r => r.Ats).ShouldBe(["Nord", ""]);
        var region = reading[^1];
        // Alfa: Est and D1 have the sede. Beta: Est has it, D2 does not. Gamma and Delta: neither.
        (region.ResidentsBoth, region.ResidentsAmbitoOnly, region.ResidentsDistrettoOnly, region.ResidentsNeither, region.ResidentsNotKnown)
            .ShouldBe((100, 200, 0, 700, 0));
        region.Ambiti[Coverage.Rules.Verdict.Scoperto].ShouldBe(1);
    }

    [Fact]
    public void The_two_readings_tell_apart_what_one_level_alone_satisfies_and_what_nobody_knows()
    {
        // H1 in Gamma: Ovest and D2 have it. Beta lies in D2 and in Est, which has none; Alfa in neither; Zeta in nothing known.
        var reading = SmallTerritory.State(
            Comuni + "\n000005 | Zeta | 4 | 0 | 50 | A | - | - | -\n000006 | Iota | 5 | 0 | 7 | A | Sud | D3 | -"
                + "\n000007 | Kappa | 6 | 0 | 3 | A | Sud | - | Mare",
            "H1 | hub | 000003 | R1 | -").Combined;

        reading.Select(r =>
            (r.Ats, r.ResidentsBoth, r.ResidentsAmbitoOnly, r.ResidentsDistrettoOnly, r.ResidentsNeither, r.ResidentsNotKnown))
            .ShouldBe([("Nord", 700, 0, 200, 100, 0), ("Sud", 0, 0, 0, 10, 0), ("", 700, 0, 200, 110, 50)]);
        // SEDE, SCOPERTO and NON_CARICATO of the Ambiti, then of the Distretti.
        reading.Select(r => string.Join(' ', Counts(r.Ambiti).Concat(Counts(r.Distretti))))
            .ShouldBe(["1 1 0 1 1 0", "0 1 1 0 1 1", "1 2 2 1 2 2"]);

        static int[] Counts(IReadOnlyDictionary<Coverage.Rules.Verdict, int> verdicts) =>
        [
            verdicts[Coverage.Rules.Verdict.Sede],
            verdicts[Coverage.Rules.Verdict.Scoperto],
            verdicts[Coverage.Rules.Verdict.NonCaricato],
        ];
    }

    private static UnitVerdict Verdict(AreaLevel level, string code, string sedi, bool complete = true) =>
        VerdictRules.Evaluate(SmallTerritory.Snapshot(Comuni, sedi, complete), RuleSet.Default, level).Single(v => v.Unit.Code == code);
}
