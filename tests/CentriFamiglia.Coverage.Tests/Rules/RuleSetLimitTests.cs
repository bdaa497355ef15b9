using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Tests.Rules;

/// <summary>What a rule set may hold: at the limits of each parameter, one step beyond, and of the wrong kind.</summary>
public class RuleSetLimitTests
{
    [Theory]
    [InlineData("\"mesi_progetto\": 12", "1|120", "0|121|\"12\"|null", "parametri.mesi_progetto: serve un numero fra 1 e 120.")]
    [InlineData("\"proroga_massima_mesi\": null", "null|0|120", "-1|121|\"6\"", "parametri.proroga_massima_mesi: serve un numero fra 0 e 120.")]
    [InlineData("\"ore_settimanali_minime\": 18", "0|168", "-1|168.5", "parametri.ore_settimanali_minime: serve un numero fra 0 e 168.")]
    [InlineData("\"quota_residenti_entro_limite_pct\": 90", "0|100", "-0.1|100.1", "serve un numero fra 0 e 100.")]
    [InlineData("\"portata_hub_minuti\": 40", "1|600", "0|601", "parametri.portata_hub_minuti: serve un numero fra 1 e 600.")]
    [InlineData("\"max_spoke_per_hub\": 8", "0|1000", "-1|1001", "parametri.max_spoke_per_hub: serve un numero fra 0 e 1000.")]
    [InlineData("\"max_ambiti_per_hub\": 3", "0|1000", "-1|1001", "parametri.max_ambiti_per_hub: serve un numero fra 0 e 1000.")]
    [InlineData("\"contributo_massimo_pct_del_costo\": null", "0|100|null", "-1|101|\"\"", "contributo_massimo_pct_del_costo: serve un numero fra 0 e 100.")]
    [InlineData("\"tetto_progetto_eur\": 70000.00", "0.01|70000.5", "-1|0.001|\"x\"|true", "tetto_progetto_eur: serve un numero non negativo con al più due decimali.")]
    [InlineData("\"tetto_progetto_eur\": 70000.00", "0.01", "0|0.00", "tetto_progetto_eur deve essere maggiore di zero.")]
    [InlineData("\"fondo_caregiver_familiare\": 290000.00", "0|0.01", "-0.01|1.005", "fondo_eur.fondo_caregiver_familiare: serve un numero non negativo con al più due decimali.")]
    [InlineData("\"competenza_soddisfa_r1\": false", "true|false", "0|\"no\"|null", "competenza_soddisfa_r1: serve true o false.")]
    [InlineData("\"lettura_ore\": \"somma\"", "\"somma\"|\"unione\"", "\"media\"", "lettura_ore: serve somma o unione.")]
    [InlineData("\"lettura_ore\": \"somma\"", "\"somma\"", "\"\"|5|null", "lettura_ore: serve un testo non vuoto.")]
    [InlineData("\"servizi_solo_hub\": [\"coordinamento_gestionale\", \"gestione_amministrativa\"]", "[]|[\"a\"]|[\"a\", \"b\"]", "\"a\"|[5]|[\"a\", \"\"]|{}",
        "servizi_solo_hub: serve un elenco di testi non vuoti.")]
    [InlineData("\"A\": 20", "1|600", "0|601|null", "limiti_minuti.A: serve un numero fra 1 e 600.")]
    [InlineData("\"formula_contributo\": null", "null|\"1\"", "5|\"\"", "formula_contributo: serve un testo non vuoto.")]
    [InlineData("\"data\": \"2023-12-13\"", "null|\"2024-02-29\"", "\"2023-02-29\"|5", "data: serve")]
    [InlineData("\"testo_caricato\": true", "true|false", "1", "insieme di regole.testo_caricato: serve true o false.")]
    [InlineData("\"id\": \"montagna-2024\"", "\"x\"", "\"\"|null", "insieme di regole.varianti[0].id: serve un testo non vuoto.")]
    [InlineData("\"id\": \"brianza-2025\"", "\"x\"", "\"\"|null", "insieme di regole.varianti[1].id: serve un testo non vuoto.")]
    public void A_parameter_takes_its_limits_and_nothing_beyond(string words, string good, string bad, string message)
    {
        RuleSet.DefaultText.ShouldContain(words);
        string name = words[..(words.IndexOf(':') + 2)];
        foreach (string value in good.Split('|'))
            RuleSet.Parse(RuleSet.DefaultText.Replace(words, name + value));
        foreach (string value in bad.Split('|'))
            Should.Throw<CoverageInputException>(() => RuleSet.Parse(RuleSet.DefaultText.Replace(words, name + value)), value)
                .Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("30", "70", true)]
    [InlineData("0", "100", true)]
    [InlineData("29.99", "70.01", true)]
    [InlineData("30", "70.01", false)]
    [InlineData("29.99", "70", false)]
    public void The_two_shares_of_the_fund_sum_to_a_hundred(string residents, string equal, bool taken)
    {
        string text = RuleSet.DefaultText.Replace("\"quota_residenti_pct\": 30", $"\"quota_residenti_pct\": {residents}")
            .Replace("\"quota_uguale_pct\": 70", $"\"quota_uguale_pct\": {equal}");

        if (taken)
            RuleSet.Parse(text);
        else
            Should.Throw<CoverageInputException>(() => RuleSet.Parse(text))
                .Message.ShouldBe("Le quote quota_uguale_pct e quota_residenti_pct devono sommare a 100.");
    }

    [Theory]
    [InlineData("\"regole\": [", "\"regole\": {}, \"r\": [", "'r' non è previsto")]
    [InlineData("\"limiti_minuti\": { \"A\": 20,", "\"limiti_minuti\": 5, \"l\": { \"A\": 20,", "'l' non è previsto")]
    [InlineData("\"limiti_minuti\": { \"A\": 20, \"B\": 20, \"C\": 20, \"D\": 30, \"E\": 40, \"F\": 40 }", "\"limiti_minuti\": 5", "limiti_minuti: serve un oggetto.")]
    [InlineData("\"varianti\": [", "\"varianti\": 5, \"anomalie\": [", "'anomalie' compare due volte")]
    public void A_part_of_the_wrong_shape_says_what_is_wanted(string words, string instead, string message) =>
        Should.Throw<CoverageInputException>(() => RuleSet.Parse(RuleSet.DefaultText.Replace(words, instead)))
            .Message.ShouldContain(message);

    [Fact]
    public void An_unknown_name_in_one_of_a_list_is_refused() =>
        Should.Throw<CoverageInputException>(() => RuleSet.Parse(RuleSet.DefaultText
            .Replace("\"id\": \"brianza-2025\"", "\"id\": \"b\", \"nota\": 1")))
            .Message.ShouldStartWith("insieme di regole.varianti[1]: 'nota' non è previsto. Nomi previsti: id, ats,");

    [Fact]
    public void A_variation_leaves_or_replaces_what_the_set_itself_states()
    {
        const string Dates = "\"ats\": \"Nord\", \"valido_al\": null, \"fonte\": \"f\"";
        RuleSet rules = Changed($$"""
            "parametri": { "contributo_massimo_pct_del_costo": 50, "formula_contributo": "7" }, "varianti": [
              { "id": "uno", {{Dates}}, "valido_dal": "2024-01-01", "parametri": { "mesi_progetto": 6 } },
              { "id": "due", {{Dates}}, "valido_dal": "2024-02-01", "parametri": { "contributo_massimo_pct_del_costo": 60, "formula_contributo": "8" } }
            ]
            """);

        Of(1).ShouldBe((50m, "7", 6));
        Of(2).ShouldBe((60m, "8", 6));

        (decimal?, string?, int) Of(int month)
        {
            ProjectTerms terms = rules.TermsOf("Nord", new DateOnly(2024, month, 1));
            return (terms.MaxSharePercentOfCost, terms.Formula?.Text, terms.Months);
        }
    }

    [Theory]
    [InlineData("\"varianti\": 5")]
    [InlineData("\"varianti\": {}")]
    [InlineData("\"varianti\": null")]
    public void A_list_that_is_none_is_refused(string json) =>
        Should.Throw<CoverageInputException>(() => Changed(json)).Message.ShouldBe("insieme di regole.varianti: serve un elenco.");

    [Fact]
    public void A_variation_changes_what_it_states_and_leaves_the_rest()
    {
        RuleSet rules = Changed("""
            "varianti": [
              { "id": "uno", "ats": "NORD", "valido_dal": "2024-01-01", "valido_al": null, "fonte": "f", "parametri": { "tetto_progetto_eur": 5.5, "mesi_progetto": null } },
              { "id": "due", "ats": "Nord", "valido_dal": "2024-03-01", "valido_al": "2024-03-31", "fonte": "f", "parametri": {
                "mesi_progetto": 120, "contributo_massimo_pct_del_costo": 100, "formula_contributo": "7", "quota_residenti_entro_limite_pct": 0,
                "limiti_minuti": { "A": 1, "B": 2, "C": 3, "D": 4, "E": 5, "F": 600 } } }
            ]
            """);

        Terms("2023-12-31").ShouldBe((70_000m, 12, null, null, 90, 20, ""));
        Terms("2024-01-01").ShouldBe((5.5m, 12, null, null, 90, 20, "uno"));
        Terms("2024-03-31").ShouldBe((5.5m, 120, 100m, "7", 0, 1, "uno,due"));
        Terms("2024-04-01").ShouldBe((5.5m, 12, null, null, 90, 20, "uno"));
        rules.TermsOf(null, new DateOnly(2024, 3, 31)).Variations.ShouldBeEmpty();
        rules.TermsOf("Sud", new DateOnly(2024, 3, 31)).CapEur.ShouldBe(70_000m);

        (decimal, int, decimal?, string?, double, double, string) Terms(string day)
        {
            ProjectTerms t = rules.TermsOf("nord", DateOnly.ParseExact(day, "yyyy-MM-dd"));
            (double limit, string variations) = (t.LimitMinutes[SnaiClass.A], string.Join(',', t.Variations));
            return (t.CapEur, t.Months, t.MaxSharePercentOfCost, t.Formula?.Text, t.ResidentsSharePercent, limit, variations);
        }
    }

    [Theory]
    [InlineData("\"tetto_progetto_eur\": 0", "tetto_progetto_eur deve essere maggiore di zero.")]
    [InlineData("\"mesi_progetto\": 0", "serve un numero fra 1 e 120.")]
    [InlineData("\"mesi_progetto\": 121", "serve un numero fra 1 e 120.")]
    [InlineData("\"contributo_massimo_pct_del_costo\": 101", "serve un numero fra 0 e 100.")]
    [InlineData("\"quota_residenti_entro_limite_pct\": -1", "serve un numero fra 0 e 100.")]
    [InlineData("\"formula_contributo\": \"1 +\"", "la formula finisce a metà")]
    [InlineData("\"limiti_minuti\": { \"A\": 1 }", "manca 'B'")]
    public void A_variation_is_held_to_the_same_limits(string parameter, string message) =>
        Should.Throw<CoverageInputException>(() => Changed(
            $$"""
            "varianti": [{ "id": "uno", "ats": "Nord", "valido_dal": "2024-01-01", "valido_al": null, "fonte": "f", "parametri": { {{parameter}} } }]
            """)).Message.ShouldContain(message);

    [Fact]
    public void A_set_that_rests_on_another_keeps_its_clauses_its_act_and_a_fingerprint_of_its_own()
    {
        RuleSet changed = Changed("\"parametri\": { \"mesi_progetto\": 6 }");
        RuleSet loaded = Changed("\"parametri\": {}", loaded: true);

        (changed.Id, changed.BasedOn, changed.Title, changed.QuotedAct, changed.Terms.Months)
            .ShouldBe(("prova", "dgr-xii-1507-2023", "Prova", RuleSet.Default.Title, 6));
        (changed.Date, changed.ValidFrom, changed.ValidTo).ShouldBe((null, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)));
        loaded.QuotedAct.ShouldBe("Prova");
        new[] { changed.Sha256, loaded.Sha256, RuleSet.Default.Sha256 }.Distinct(StringComparer.Ordinal).Count().ShouldBe(3);
        (RuleSet.Default.BasedOn, RuleSet.Default.QuotedAct).ShouldBe((null, RuleSet.Default.Title));
        Should.Throw<CoverageInputException>(() => RuleSet.Default.Rule("R99"))
            .Message.ShouldBe("L'insieme di regole dgr-xii-1507-2023 non contiene la regola R99.");
    }

    private static RuleSet Changed(string change, bool loaded = false) => RuleSet.Parse(
        "{ \"id\": \"prova\", \"base\": \"dgr-xii-1507-2023\", \"titolo\": \"Prova\", \"testo_caricato\": " + (loaded ? "true" : "false")
        + ", \"data\": null, \"valido_dal\": \"2026-01-01\", \"valido_al\": \"2026-12-31\", " + change + " }");
}
