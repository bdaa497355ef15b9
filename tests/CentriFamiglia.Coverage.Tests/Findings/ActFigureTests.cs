using System.Collections.Immutable;
using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Money;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using static CentriFamiglia.Coverage.Tests.Findings.SmallFindings;

namespace CentriFamiglia.Coverage.Tests.Findings;

/// <summary>Every figure a finding rests on, where there are two of each thing.</summary>
public class ActFigureTests
{
    // Two ATS; Nord has three Ambiti, Est of two comuni.
    private const string Comuni = """
        000001 | Alfa  |  0 | 0 | 100 | A | Nord | D1 | Ovest
        000002 | Beta  |  3 | 0 | 200 | A | Nord | D2 | Est
        000003 | Gamma |  4 | 0 | 300 | A | Nord | D2 | Est
        000004 | Delta | 60 | 0 | 400 | A | Nord | D3 | Lago
        000005 | Eta   | 61 | 0 | 500 | A | Sud  | D4 | Mare
        """;

    private const string Sedi = """
        H1 | hub   | 000001 | R1 | -
        S1 | spoke | 000003 | R1 | -
        S2 | spoke | 000003 | R1 | -
        H2 | hub   | 000005 | R2 | -
        """;

    [Theory]
    [InlineData("R1", "est", "conforme", "hub=0;spoke=2;sedi_ruolo_non_dichiarato=0;residenti=500")]
    [InlineData("R1", "ovest", "conforme", "hub=1;spoke=0;sedi_ruolo_non_dichiarato=0;residenti=100")]
    [InlineData("R1", "lago", "non_conforme", "hub=0;spoke=0;sedi_ruolo_non_dichiarato=0;residenti=400")]
    [InlineData("R2", "R1", "conforme", "hub=1;spoke=2")]
    [InlineData("R2", "R2", "conforme", "hub=1;spoke=0")]
    [InlineData("R4", "est", "conforme", "residenti=500;residenti_oltre_limite=0;quota_oltre_limite_pct=0;residenti_senza_limite=0")]
    [InlineData("R5", "est", "conforme", "sedi_o_hub_dichiaranti=2")]
    [InlineData("R5", "lago", "non_conforme", "sedi_o_hub_dichiaranti=0")]
    [InlineData("R6", "lago", "informativo", "comuni=1;comuni_per_uno_spoke=0")]
    [InlineData("R10", "nord", "conforme", "residenti_vicini_a_hub=500;residenti_vicini_a_spoke=500;residenti_vicini_a_ruolo_non_dichiarato=0;residenti_senza_sede=0")]
    [InlineData("R10", "sud", "conforme", "residenti_vicini_a_hub=500;residenti_vicini_a_spoke=0;residenti_vicini_a_ruolo_non_dichiarato=0;residenti_senza_sede=0")]
    [InlineData("R12", "nord", "conforme", "assegnazione_eur=3592600;parte_uguale_eur=2286200;parte_residenti_eur=1306400;residenti=1000")]
    [InlineData("R12", "sud", "conforme", "assegnazione_eur=2939400;parte_uguale_eur=2286200;parte_residenti_eur=653200;residenti=500")]
    [InlineData("R13", "nord", "informativo", "ambiti_senza_sede=1;ambiti_non_noti=0;distretti_senza_sede=1;distretti_non_noti=0;"
        + "reti_da_rimodulare=1;contributi_eur=50000;libero_eur=3542600")]
    [InlineData("R13", "sud", "conforme", "ambiti_senza_sede=0;ambiti_non_noti=0;distretti_senza_sede=0;distretti_non_noti=0;"
        + "reti_da_rimodulare=1;contributi_eur=50000;libero_eur=2889400")]
    [InlineData("R15", "nord", "conforme", "assegnazione_eur=3592600;contributi_eur=50000;reti_senza_contributo_indicato=0;residui_anni_precedenti_eur=non "
        + "dichiarato;disponibile_eur=3592600")]
    [InlineData("R15", "R1", "conforme", "contributo_eur=50000;tetto_eur=70000;mesi=10;mesi_del_tetto=12;mesi_di_proroga_massimi=non dichiarato")]
    [InlineData("R16", "nord", "conforme", "tetto_eur=70000")]
    [InlineData("R17", "nord", "informativo", "residuo_eur=3542600;residui_anni_precedenti_eur=non dichiarato")]
    public void Figures_are_counted(string rule, string subject, string verdict, string figures) =>
        Told(Evaluate(Comuni, Sedi, network: n => n with { ContributionEur = 50_000, Months = 10 }), rule, subject)
            .ShouldBe((verdict, figures));

    [Fact]
    public void Figures_that_are_not_known_are_said_not_to_be()
    {
        var findings = Evaluate(Comuni.Replace("| 400 |", "| - |"), Sedi);

        Told(findings, "R12", "nord").ShouldBe(("non_dichiarato", "assegnazione_eur=non dichiarato"));
        One(findings, "R12", "nord").Reason
            .ShouldBe("Il riparto non è possibile: i residenti non sono noti in tutti i comuni (ne mancano 1). Importare la popolazione.");
        Told(findings, "R13", "nord").ShouldBe(("non_dichiarato",
            "ambiti_senza_sede=1;ambiti_non_noti=0;distretti_senza_sede=1;distretti_non_noti=0;reti_da_rimodulare=1;contributi_eur=non dichiarato;libero_eur=non dichiarato"));
        Told(findings, "R15", "nord").ShouldBe(("non_dichiarato",
            "assegnazione_eur=non dichiarato;contributi_eur=0;reti_senza_contributo_indicato=1;residui_anni_precedenti_eur=non dichiarato;disponibile_eur=non dichiarato"));
        Told(findings, "R17", "nord").ShouldBe(("non_dichiarato", "residuo_eur=non dichiarato;residui_anni_precedenti_eur=non dichiarato"));
        Told(findings, "R4", "lago").ShouldBe(
            ("non_dichiarato", "residenti=0;residenti_oltre_limite=0;quota_oltre_limite_pct=non dichiarato;residenti_senza_limite=0"));
        Told(Evaluate(Comuni.Replace("| 200 | A", "| 200 | -"), Sedi), "R4", "est")
            .ShouldBe(("non_dichiarato", "residenti=500;residenti_oltre_limite=0;quota_oltre_limite_pct=0;residenti_senza_limite=200"));
    }

    [Theory]
    [InlineData(40_000, 30_000, 0, "conforme", "informativo")]
    [InlineData(70_000, 6_462_000, 0, "conforme", "conforme")]
    [InlineData(70_000, 6_462_000.01, 0, "non_conforme", "non_conforme")]
    [InlineData(70_000, 6_462_000.01, 0.01, "conforme", "conforme")]
    public void The_contributions_of_all_networks_are_set_against_the_allocation_with_its_residuals(
        double first, double second, double earlier, string within, string residual)
    {
        ActDeclarations declared = earlier == 0
            ? ActDeclarations.None
            : ActDeclarations.None with { Ledgers = ActDeclarations.None.Ledgers.Add("Nord", new AtsLedger((decimal)earlier, null)) };
        var findings = Evaluate(
            "000001 | Alfa | 0 | 0 | 100 | A | Nord | D1 | Ovest", "H1 | hub | 000001 | R1 | -\nH2 | hub | 000001 | R2 | -",
            network: n => n with { ContributionEur = (decimal)(n.Id.Value == "R1" ? first : second) }, declared: declared);

        One(findings, "R15", "nord").Outcome.ToText().ShouldBe(within);
        One(findings, "R17", "nord").Outcome.ToText().ShouldBe(residual);
        One(findings, "R15", "nord").Reason.Contains("con i residui di anni precedenti ci sta", StringComparison.Ordinal).ShouldBe(earlier > 0);
    }

    [Fact]
    public void One_network_without_a_contribution_leaves_the_residual_unknown_and_the_sum_of_the_others_known()
    {
        var findings = Evaluate(
            Comuni, Sedi.Replace("R2", "R3") + "\nH4 | hub | 000001 | R4 | -",
                network: n => n with { ContributionEur = n.Id.Value == "R4" ? null : 60_000 });

        Told(findings, "R17", "nord").ShouldBe(("non_dichiarato", "residuo_eur=non dichiarato;residui_anni_precedenti_eur=non dichiarato"));
        Told(findings, "R15", "nord").ShouldBe(("non_dichiarato",
            "assegnazione_eur=3592600;contributi_eur=60000;reti_senza_contributo_indicato=1;residui_anni_precedenti_eur=non dichiarato;disponibile_eur=3592600"));
        One(findings, "R15", "nord").Reason.ShouldBe("Reti senza contributo indicato: 1.");
    }

    [Theory]
    [InlineData("-", "aderenti=3;residenti=100;km2=10", 100)]
    [InlineData("Est", "aderenti=3;residenti=500;km2=20", 500)]
    [InlineData("Est,Lago", "aderenti=3;residenti=900;km2=30", 900)]
    [InlineData("Est,EST", "aderenti=3;residenti=500;km2=20", 500)]
    [InlineData("Est,Nessuno", null, 0)]
    public void A_formula_counts_the_sedi_of_the_network_and_the_territory_its_Hub_declares(string declares, string? figures, int due)
    {
        RuleSet rules = RuleSet.Parse(RuleSet.DefaultText.Replace("\"formula_contributo\": null", "\"formula_contributo\": \"residenti\""));
        var findings = Evaluate(Comuni, Sedi.Replace("R1 | -", $"R1 | {declares}"), rules: rules,
            network: n => n with { ContributionEur = 500 });

        (string verdict, string told) = Told(findings, "R16", "R1");
        told.ShouldBe(figures is null ? "" : FormattableString.Invariant($"{figures};contributo_da_formula_eur={due};contributo_eur=500"));
        verdict.ShouldBe(figures is null ? "non_dichiarato" : due >= 500 ? "conforme" : "non_conforme");
        Told(findings, "R16", "nord").ShouldBe(("informativo", "tetto_eur=70000"));
    }

    [Theory]
    [InlineData("000002")]
    [InlineData("000003")]
    public void A_formula_has_no_territory_where_residents_area_or_Hub_are_not_known(string comune)
    {
        RuleSet rules = RuleSet.Parse(RuleSet.DefaultText.Replace("\"formula_contributo\": null", "\"formula_contributo\": \"residenti\""));
        string sedi = Sedi.Replace("R1 | -", "R1 | Est");

        Formula(sedi, c => c).Outcome.ShouldBe(Outcome.NonDichiarato);
        Formula(sedi, c => c).Figures.Length.ShouldBe(5);
        Formula(sedi, c => c.Code.Value == comune ? c with { Residents = null } : c).Figures.ShouldBeEmpty();
        Formula(sedi, c => c.Code.Value == comune ? c with { AreaKm2 = null } : c).Figures.ShouldBeEmpty();
        Formula(sedi.Replace("H1 | hub  ", "H1 | spoke"), c => c).Figures.ShouldBeEmpty();

        ActFinding Formula(string sites, Func<Comune, Comune> change) =>
            One(Evaluate(Comuni, sites, rules: rules, comune: change), "R16", "R1");
    }

    [Fact]
    public void A_comune_without_a_seat_is_no_place_for_a_Spoke()
    {
        var findings = Evaluate(
            Comuni, "H1 | hub | 000001 | R1 | -", comune: c => c.Code.Value == "000002" ? c with { Seat = null } : c);

        Told(findings, "R6", "est").ShouldBe(("informativo", "comuni=2;comuni_per_uno_spoke=1"));
    }

    [Theory]
    [InlineData(null, "l'assegnazione dell'ATS (residui di anni precedenti esclusi).", "o indicare i residui", "superano l'assegnazione:")]
    [InlineData(5, "l'assegnazione dell'ATS più i residui di anni precedenti.", "Ridurre i contributi.", "più i residui di anni precedenti:")]
    public void What_is_exceeded_is_said_with_the_residuals_or_without(int? earlier, string whole, string cure, string residual)
    {
        ActDeclarations declared = earlier is { } eur
            ? ActDeclarations.None with { Ledgers = ActDeclarations.None.Ledgers.Add("Nord", new AtsLedger(eur, null)) }
            : ActDeclarations.None;
        var findings = Evaluate(Comuni, Sedi, network: n => n with { ContributionEur = 7_000_000 }, declared: declared);

        One(findings, "R15", "nord").Reason.ShouldBe($"La somma dei contributi supera {whole}");
        One(findings, "R15", "nord").Cure.ShouldContain(cure);
        One(findings, "R17", "nord").Reason.ShouldContain(residual);
    }

    [Theory]
    [InlineData("somma", "Le ore dichiarate bastano (somma delle ore delle sedi). Con l'altra lettura l'esito sarebbe diverso.")]
    [InlineData("unione", "Le ore dichiarate non bastano (unione degli intervalli). Con l'altra lettura l'esito sarebbe diverso.")]
    public void The_reading_of_the_hours_is_named(string reading, string reason)
    {
        RuleSet rules = RuleSet.Parse(RuleSet.DefaultText.Replace("\"lettura_ore\": \"somma\"", $"\"lettura_ore\": \"{reading}\""));
        const string Two = "H1 | hub | 000001 | R1 | -\nS1 | spoke | 000003 | R1 | -";

        One(Evaluate(Comuni, Two, rules: rules, change: s => s with { OpeningHours = "Mo-We 09:00-12:00" }), "R8", "R1").Reason
            .ShouldBe(reason);
    }

    [Theory]
    [InlineData("200000", 70_000)]
    [InlineData("-5", 0)]
    public void What_a_formula_gives_stays_between_nothing_and_the_cap(string formula, int due)
    {
        RuleSet rules = RuleSet.Parse(RuleSet.DefaultText
            .Replace("\"formula_contributo\": null", $"\"formula_contributo\": \"{formula}\""));

        One(Evaluate(Comuni, Sedi, rules: rules), "R16", "R1").Figures[3].ShouldBe(new FindingFigure("contributo_da_formula_eur", due));
    }

    [Theory]
    [InlineData("Mo-We 09:00-12:00", "Tu-Th 09:00-12:00",
        "ore_somma=18;ore_unione=12;ore_minime=18;sedi=2;sedi_senza_orario=0;"
        + "sedi_con_orario_non_letto=0;sedi_con_orario_letto_in_parte=0;quota_8_20_pct=100;minuti_dopo_le_18=0;minuti_sabato=0")]
    [InlineData("Sa 19:00-23:00", null, "ore_somma=4;ore_unione=4;ore_minime=18;sedi=2;sedi_senza_orario=1;"
        + "sedi_con_orario_non_letto=0;sedi_con_orario_letto_in_parte=0;quota_8_20_pct=25;minuti_dopo_le_18=240;minuti_sabato=240")]
    [InlineData("su richiesta", "Mo 07:00-09:00; Aug off",
        "ore_somma=2;ore_unione=2;ore_minime=18;sedi=2;sedi_senza_orario=0;"
        + "sedi_con_orario_non_letto=1;sedi_con_orario_letto_in_parte=1;quota_8_20_pct=50;minuti_dopo_le_18=0;minuti_sabato=0")]
    [InlineData(null, null, "ore_somma=0;ore_unione=0;ore_minime=18;sedi=2;sedi_senza_orario=2;sedi_con_orario_non_letto=0;sedi_con_orario_letto_in_parte=0;quota_8_20_pct=non "
        + "dichiarato;minuti_dopo_le_18=0;minuti_sabato=0")]
    public void Hours_of_a_network_are_counted_with_those_that_are_missing(string? hub, string? spoke, string figures) =>
        string.Join(';', Hours(hub, spoke).Figures).ShouldBe(figures);

    [Theory]
    [InlineData("Mo 09:00-12:00", null, true, "ma mancano gli orari di S1.")]
    [InlineData("Mo 09:00-12:00", "su richiesta", true, "ma mancano gli orari di S1.")]
    [InlineData("Mo 09:00-12:00; Aug off", "Mo 09:00-10:00", true, "ma sono letti solo in parte quelli di H1.")]
    [InlineData("Mo 09:00-12:00", "Mo 09:00-10:00", false, "ma l'elenco delle sedi non è dichiarato completo.")]
    public void Where_hours_do_not_suffice_it_is_said_what_is_missing(string hub, string? spoke, bool complete, string why)
    {
        ActFinding finding = Hours(hub, spoke, complete);

        (finding.Outcome, finding.Reason.Contains(why, StringComparison.Ordinal)).ShouldBe((Outcome.NonDichiarato, true), finding.Reason);
    }

    [Theory]
    [InlineData("R7", "H1", "informazione_orientamento", "", null, "servizi_attesi=5;servizi_non_dichiarati=4")]
    [InlineData("R7", "S1", "anziani|laboratori", "", null, "servizi=2")]
    [InlineData("R7", "S1", "coordinamento_gestionale|gestione_amministrativa|anziani", "", null, "servizi_riservati_hub=2")]
    [InlineData("R7", "S1", "", "", null, "servizi=non dichiarato")]
    [InlineData("R9", "H1", "", "accoglienza|colloqui", "yes", "spazi_attesi=4;spazi_non_dichiarati=2")]
    [InlineData("R9", "H1", "", "", "no", "spazi_attesi=4;spazi_non_dichiarati=4")]
    [InlineData("R9", "S1", "", "accoglienza", "yes", "")]
    public void Services_and_spaces_are_counted(
        string rule, string site, string services, string spaces, string? wheelchair, string figures)
    {
        var findings = Evaluate(Comuni, Sedi,
            change: s => s with { Services = List(services), Spaces = List(spaces), Wheelchair = wheelchair });

        string.Join(';', One(findings, rule, site).Figures).ShouldBe(figures);
    }

    [Theory]
    [InlineData("H1", "", null, "Non dichiarato: spazio accoglienza, spazio sportello, spazio colloqui, spazio polivalente, accesso per le persone con disabilità.")]
    [InlineData("H1", "accoglienza|sportello|colloqui", "yes", "Non dichiarato: spazio polivalente.")]
    [InlineData("S1", "", null, "Non dichiarato: accesso per le persone con disabilità.")]
    [InlineData("X1", "", "yes", "Il ruolo non è dichiarato: non si sa se alla sede spettino i quattro spazi dell'Hub.")]
    [InlineData("X1", "", "no", "La sede dichiara di non essere accessibile alle persone con disabilità.")]
    public void Spaces_and_access_that_are_missing_are_named(string site, string spaces, string? wheelchair, string reason)
    {
        var findings = Evaluate(Comuni, Sedi + "\nX1 | - | 000001 | R1 | -",
            change: s => s with { Spaces = List(spaces), Wheelchair = wheelchair });

        One(findings, "R9", site).Reason.ShouldBe(reason);
    }

    private static ActFinding Hours(string? hub, string? spoke, bool complete = true) => One(
        Evaluate(Comuni, "H1 | hub | 000001 | R1 | -\nS1 | spoke | 000003 | R1 | -", complete,
            change: s => s with { OpeningHours = s.Role == SiteRole.Hub ? hub : spoke }), "R8", "R1");

    private static (string Verdict, string Figures) Told(ImmutableArray<ActFinding> findings, string rule, string subject)
    {
        ActFinding finding = One(findings, rule, subject);
        return (finding.Outcome.ToText(), string.Join(';', finding.Figures));
    }

    private static ImmutableArray<string> List(string text) => [.. text.Split('|', StringSplitOptions.RemoveEmptyEntries)];
}
