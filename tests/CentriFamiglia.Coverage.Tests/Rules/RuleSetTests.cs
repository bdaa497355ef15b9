using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Tests.House;

namespace CentriFamiglia.Coverage.Tests.Rules;

public partial class RuleSetTests
{
    [Fact]
    public void Every_quote_stands_word_for_word_in_the_act()
    {
        string path = Environment.GetEnvironmentVariable("COVERAGE_ACT") is { Length: > 0 } given
            ? given
            : Repository.Path("..", "shared", "docs", "dgr-xii-1507-2023.txt");
        Assert.SkipUnless(File.Exists(path), "Skipped: the act's text is not here. Give its path in COVERAGE_ACT.");
        string act = Normal(PageBreak().Replace(File.ReadAllText(path), " "));

        RuleSet.Default.Rules.Select(r => r.Id).ShouldBe(Enumerable.Range(1, 18).Select(i => $"R{i}"));
        RuleSet.Default.Rules.SelectMany(r => r.Quote.Split(" […] "))
            .Concat(RuleSet.Default.Anomalies.Select(a => a.Words))
            .Concat(RuleSet.Default.Layout!.Quote.Split(" […] "))
            .Concat(RuleSet.Default.Layout.Ats.Select(a => a.Quote))
            .Where(words => !act.Contains(Normal(words), StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("R1", "3", "d2795f2e")]
    [InlineData("R2", "3", "2a4a440d")]
    [InlineData("R3", "3.1", "534309b9")]
    [InlineData("R4", "3.1", "959a486b")]
    [InlineData("R5", "3.1", "1769c0c7")]
    [InlineData("R6", "3.1", "d0c3684c")]
    [InlineData("R7", "3.2", "891e8c05")]
    [InlineData("R8", "3.3", "d0e4dc58")]
    [InlineData("R9", "3.3", "e3b5cc17")]
    [InlineData("R10", "3.3", "9110e47c")]
    [InlineData("R11", "3.3", "c76ea5dc")]
    [InlineData("R12", "4", "a38e5e05")]
    [InlineData("R13", "4", "808fb2c3")]
    [InlineData("R14", "4", "1410ee47")]
    [InlineData("R15", "4", "1a336849")]
    [InlineData("R16", "4", "f1f25b6a")]
    [InlineData("R17", "4", "8daf1c45")]
    [InlineData("R18", "4", "a5585afd")]
    public void A_quote_does_not_change_unnoticed(string id, string section, string hash)
    {
        RuleClause clause = RuleSet.Default.Rule(id);

        clause.Section.ShouldBe(section);
        clause.Quote.ShouldBe(Normal(clause.Quote));
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(clause.Quote)))[..8].ShouldBe(hash);
    }

    [Fact]
    public void The_money_of_the_act_makes_its_total()
    {
        FundParameters fund = RuleSet.Default.Fund;

        fund.Amounts.Values.ShouldBe([4_245_000m, 290_000m, 1_997_000m], ignoreOrder: true);
        fund.Total.ShouldBe(6_532_000m);
        (fund.ResidentsSharePercent, fund.EqualSharePercent, fund.ProjectCapEur, fund.ProjectMonths).ShouldBe((30m, 70m, 70_000m, 12));
    }

    [Fact]
    public void Planning_criteria_are_never_attributed_to_the_act()
    {
        PlanningParameters planning = RuleSet.Default.Planning;

        planning.LimitMinutes.Select(l => (l.Key, l.Value)).ShouldBe(
            [(SnaiClass.A, 20), (SnaiClass.B, 20), (SnaiClass.C, 20), (SnaiClass.D, 30), (SnaiClass.E, 40), (SnaiClass.F, 40)]);
        (planning.ResidentsSharePercent, planning.HubReachMinutes, planning.MaxSpokesPerHub, planning.MaxAmbitiPerHub).ShouldBe((90, 40, 8, 3));
        RuleSet.Default.Criteria.Length.ShouldBe(5);
        RuleSet.Default.Criteria.ShouldAllBe(c => c.Label.EndsWith("criterio di pianificazione, non previsto dall'atto"));
        RuleSet.Default.CompetenzaSatisfiesR1.ShouldBeFalse();
    }

    [Fact]
    public void A_clause_is_cited_with_act_section_and_words() =>
        RuleSet.Default.Cite("R3").ShouldBe("D.G.R. Lombardia XII/1507 del 13 dicembre 2023, Allegato A, 3.1: «articolato in più sedi»");

    [Fact]
    public void An_unknown_parameter_is_refused_with_the_list_of_the_known_ones()
    {
        string message = Should.Throw<CoverageInputException>(() =>
            RuleSet.Parse(RuleSet.DefaultText.Replace("\"mesi_progetto\": 12,", "\"mesi_progetto\": 12, \"mesi\": 18,"))).Message;

        message.ShouldStartWith("insieme di regole.parametri: 'mesi' non è previsto. Nomi previsti: competenza_soddisfa_r1, fondo_eur,");
        message.ShouldEndWith("max_spoke_per_hub, max_ambiti_per_hub, proroga_massima_mesi.");
    }

    [Theory]
    [InlineData("\"mesi_progetto\": 12,", "", "manca 'mesi_progetto'")]
    [InlineData("\"mesi_progetto\": 12,", "\"mesi_progetto\": \"dodici\",", "insieme di regole.parametri.mesi_progetto: serve un numero fra 1 e 120.")]
    [InlineData("\"quota_uguale_pct\": 70", "\"quota_uguale_pct\": 60", "devono sommare a 100")]
    [InlineData("\"data\": \"2023-12-13\"", "\"data\": \"13/12/2023\"", "serve una data AAAA-MM-GG")]
    [InlineData("\"A\": 20,", "\"G\": 20,", "'G' non è previsto. Nomi previsti: A, B, C, D, E, F.")]
    [InlineData("\"A\": 20,", "\"A\": 20, \"A\": 25,", "'A' compare due volte")]
    public void A_broken_rule_set_says_where_and_what(string words, string instead, string message) =>
        Should.Throw<CoverageInputException>(() => RuleSet.Parse(RuleSet.DefaultText.Replace(words, instead))).Message.ShouldContain(message);

    [Theory]
    [InlineData("dgr-4431-2025", "2025-05-26", 6_500_000, 30, 70_000, 12, null)]
    [InlineData("cpf-2025", null, 7_914_500, 30, 70_000, 18, 80.0)]
    [InlineData("fondo-nazionale-2025", null, 4_528_000, 20, 70_000, 18, 80.0)]
    public void Of_the_later_acts_only_single_figures_are_in_hand_each_with_its_source_and_no_words_are_attributed_to_them(
        string id, string? date, int fund, int residentsShare, int cap, int months, double? share)
    {
        RuleSet rules = RuleSet.Shipped.Single(r => r.Id == id);

        (rules.Terms.CapEur, rules.Terms.Months, (double?)rules.Terms.MaxSharePercentOfCost).ShouldBe((cap, months, share));
        (rules.Fund.Total, rules.Fund.ResidentsSharePercent, rules.Fund.EqualSharePercent).ShouldBe((fund, residentsShare, 100 - residentsShare));
        (rules.TextLoaded, rules.Date?.ToString("yyyy-MM-dd"), rules.BasedOn).ShouldBe((false, date, "dgr-xii-1507-2023"));
        rules.Title.ShouldContain("testo non caricato");
        rules.Cite("R1").ShouldStartWith("D.G.R. Lombardia XII/1507");
        rules.Rules.ShouldBe(RuleSet.Default.Rules);
        rules.Sources.Select(s => s.Figure).ShouldBeUnique(StringComparer.Ordinal);
        rules.Sources.ShouldContain(s => s.Figure == "fondo_eur");
        RuleSet.Default.Sources.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2025-05-25", 70_000, 12, null)]
    [InlineData("2025-10-31", 65_000, 11, 70.0)]
    [InlineData("2026-10-01", 70_000, 12, null)]
    public void The_act_of_May_2025_is_known_as_ATS_Brianza_called_it(string day, int cap, int months, double? share)
    {
        RuleSet rules = RuleSet.Shipped.Single(r => r.Id == "dgr-4431-2025");

        ProjectTerms brianza = rules.TermsOf("Brianza", DateOnly.ParseExact(day, "yyyy-MM-dd"));

        (brianza.CapEur, brianza.Months, (double?)brianza.MaxSharePercentOfCost).ShouldBe((cap, months, share));
        rules.TermsOf("Pavia", DateOnly.ParseExact(day, "yyyy-MM-dd")).CapEur.ShouldBe(70_000m);
    }

    [Fact]
    public void The_extension_is_stated_by_ATS_Brianza_for_2024_and_by_no_act()
    {
        (RuleSet.Default.Terms.ExtensionMonths, RuleSet.Default.TermsOf("Brianza", new(2024, 6, 30)).ExtensionMonths).ShouldBe((null, 6));
        RuleSet.Parse(RuleSet.DefaultText.Replace("    \"proroga_massima_mesi\": null,\n", "")).Terms.ExtensionMonths.ShouldBeNull();
    }

    [Fact]
    public void The_slips_of_the_act_are_listed_with_their_section() =>
        RuleSet.Default.Anomalies.Select(a => a.Section).ShouldBe(["4", "4", "3", "2", "2.1", "3", "3"]);

    [Theory]
    [InlineData("Montagna", "2024-06-30", 70_000, 12, 70.0, "montagna-2024")]
    [InlineData("Montagna", "2025-01-01", 70_000, 12, null, "")]
    [InlineData("Brianza", "2023-12-31", 70_000, 12, null, "")]
    [InlineData("Brianza", "2024-12-31", 70_000, 12, 70.0, "brianza-2024")]
    [InlineData("Brianza", "2025-01-01", 65_000, 11, null, "brianza-2025")]
    [InlineData("Brianza", "2025-12-31", 65_000, 11, null, "brianza-2025")]
    [InlineData("Pavia", "2025-06-30", 70_000, 12, null, "")]
    public void A_variation_holds_in_its_ATS_and_between_its_dates(string ats, string day, int cap, int months, double? share, string variations)
    {
        ProjectTerms terms = RuleSet.Default.TermsOf(ats, DateOnly.ParseExact(day, "yyyy-MM-dd"));

        (terms.CapEur, terms.Months, (double?)terms.MaxSharePercentOfCost).ShouldBe((cap, months, share));
        string.Join(',', terms.Variations).ShouldBe(variations);
    }

    [Fact]
    public void A_user_adds_a_rule_set_by_writing_only_what_differs()
    {
        RuleSet rules = RuleSet.Parse("""
            {
              "id": "prova", "base": "dgr-xii-1507-2023", "titolo": "Prova", "testo_caricato": false,
              "data": "2026-01-01", "valido_dal": "2026-01-01", "valido_al": null,
              "parametri": { "ore_settimanali_minime": 20, "lettura_ore": "unione" }
            }
            """);

        (rules.Service.MinWeeklyHours, rules.Service.Reading, rules.Fund.Total).ShouldBe((20, HoursReading.Union, 6_532_000m));
    }

    [Theory]
    [InlineData("\"base\": \"dgr-1\"", "'dgr-1' non è un insieme del programma. Insiemi: dgr-xii-1507-2023, dgr-4431-2025, cpf-2025, fondo-nazionale-2025.")]
    [InlineData("\"base\": \"dgr-xii-1507-2023\"", "manca 'id'. Nomi previsti: id, titolo")]
    public void A_rule_set_says_on_what_it_rests_and_who_it_is(string json, string message) =>
        Should.Throw<CoverageInputException>(() => RuleSet.Parse("{" + json + "}")).Message.ShouldContain(message);

    [Fact]
    public void An_unknown_parameter_of_a_variation_is_refused_with_the_list_of_the_known_ones() =>
        Should.Throw<CoverageInputException>(() => RuleSet.Parse(RuleSet.DefaultText.Replace("{ \"contributo_massimo_pct_del_costo\": 70 }", "{ \"tetto\": 1 }")))
            .Message.ShouldBe("insieme di regole.varianti[0].parametri: 'tetto' non è previsto. Nomi previsti: tetto_progetto_eur, mesi_progetto, "
                + "contributo_massimo_pct_del_costo, formula_contributo, quota_residenti_entro_limite_pct, limiti_minuti, proroga_massima_mesi.");

    [Fact]
    public void A_text_that_is_not_JSON_is_refused_with_its_line() =>
        Should.Throw<CoverageInputException>(() => RuleSet.Parse("{\n  \"id\": ,\n}")).Message
            .ShouldBe("L'insieme di regole non è JSON valido (riga 2, posizione 9): correggere il file.");

    // Apostrophes and spaces are written in several ways in the act and its copies; nothing else may differ.
    private static string Normal(string text) => Spaces().Replace(text.Replace('’', '\'').Replace('‘', '\''), " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    // The footer of a page falls in the middle of a section of the extracted text.
    [GeneratedRegex(@"Allegato A\s+\d+\s", RegexOptions.None, 1000)]
    private static partial Regex PageBreak();
}
