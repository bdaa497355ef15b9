using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Story;

/// <summary>
/// An official of ATS Brianza has the list of the own sedi (here the 12 of it among the made-up ones, in 3 networks), imports it into <c>mie</c>
/// as complete for Brianza, and asks everything. Brianza has 1,203,589 of the 9,950,742 residents, 139 of the 1,504 comuni, 8 Ambiti.
/// </summary>
public sealed class OneAtsStoryTests(FilledStore store) : IAsyncLifetime
{
    private const double All = 9_950_742, Own = 1_203_589, LeftOut = 8_747_153;

    private static readonly string[] _others = ["Bergamo", "Brescia", "Insubria", "Milano Città Metropolitana", "Montagna", "Pavia", "Val Padana"];

    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await store.ServiceOfOneAtsAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Only_the_areas_of_Brianza_have_a_verdict_and_the_answer_says_whom_it_leaves_out()
    {
        JsonNode answer = await AnswerAsync("coverage?level=ambito");

        JsonNode[] rows = [.. answer["rows"]!.AsArray().Select(r => r!)];
        rows.Where(r => (string)r["ats"]! == "Brianza").CountBy(r => (string)r["verdetto"]!).OrderBy(v => v.Key, StringComparer.Ordinal)
            .ShouldBe([new("SCOPERTO", 2), new("SEDE", 6)]);
        rows.Where(r => (string)r["ats"]! != "Brianza").Select(r => ((string)r["verdetto"]!, r["hub"] is null, r["spoke"] is null, r["elenco_incompleto"] is null)).Distinct()
            .ShouldBe([("NON_CARICATO", true, true, true)]);
        rows.Sum(r => (double)r["residenti"]!).ShouldBe(All);
        JsonNode totals = answer["meta"]!["totali"]!["ambito"]!;
        ((double)totals["residenti"]!, (double)totals["residenti_esclusi"]!, (int)totals["comuni_esclusi"]!).ShouldBe((All, LeftOut, 1_365));
        ((bool)answer["meta"]!["sedi"]!["completo"]!, answer["meta"]!["sedi"]!["completo_per"]!.ToJsonString()).ShouldBe((false, "[\"Brianza\"]"));
        answer["meta"]!["avvertenze"]!.AsArray().Select(w => (string)w!)
            .ShouldContain("Nessuna cifra conta i 8.747.153 residenti di 1.365 comuni NON_CARICATO.", StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("ambito")]
    [InlineData("distretto")]
    [InlineData("ats")]
    [InlineData("regione")]
    [InlineData("comune")]
    public async Task The_gaps_of_every_level_count_Brianza_alone(string by)
    {
        JsonNode answer = await AnswerAsync("gaps?by=" + by);

        JsonNode[] judged = [.. answer["rows"]!.AsArray().Select(r => r!).Where(r => r["residenti_entro_60_min"] is not null)];
        // The upper end of the lake is more than an hour from the plain.
        judged.Sum(r => (double)r["residenti_entro_60_min"]!).ShouldBe(1_198_217);
        judged.ShouldAllBe(r => r["elenco_incompleto"]!.GetValue<bool>() == false);
        JsonNode totals = answer["meta"]!["totali"]!;
        ((double)totals["residenti"]!, (double)totals["residenti_oltre_limite"]!, (double)totals["residenti_esclusi"]!, (int)totals["comuni_oltre_limite"]!)
            .ShouldBe((All, 185_100, LeftOut, 51));
        ((double)totals["residenti_oltre_minimo"]!, (double)totals["residenti_oltre_massimo"]!).ShouldBe((142_860, 226_133));
    }

    [Fact]
    public async Task At_an_hour_of_the_week_the_same_areas_are_judged_though_their_sedi_are_closed()
    {
        JsonArray night = await _service.RowsAsync("/api/v1/gaps?by=ambito&at=Su%2003:00");

        night.Where(r => r!["residenti_oltre_limite"] is not null).Select(r => (string)r!["ats"]!).Distinct(StringComparer.Ordinal).ShouldBe(["Brianza"]);
        night.Where(r => (string)r!["ats"]! == "Brianza").Sum(r => (double)r!["residenti_oltre_limite"]!).ShouldBe(Own);
    }

    [Theory]
    [InlineData("suggestions", 2, 163_595)]
    [InlineData("suggestions?goal=cover&spokes=3", 3, 144_337)]
    [InlineData("suggestions?goal=time&spokes=3", 3, 140_448)]
    public async Task Proposals_are_in_Brianza_and_gain_its_residents_with_and_without_naming_it(string question, int proposals, double gained)
    {
        JsonNode all = await AnswerAsync(question), own = await AnswerAsync($"{question}{(question.Contains('?', StringComparison.Ordinal) ? '&' : '?')}ats=ats%20brianza");

        foreach (JsonNode answer in (JsonNode[])[all, own])
        {
            answer["rows"]!.AsArray().Select(r => (string)r!["ats"]!).ShouldBe(Enumerable.Repeat("Brianza", proposals));
            ((double)answer["meta"]!["totali"]!["residenti_guadagnati_insieme"]!).ShouldBe(gained);
            ((double)answer["meta"]!["totali"]!["residenti_guadagnati_altrove_insieme"]!).ShouldBe(0);
        }

        own["rows"]!.AsArray().Select(r => (string)r!["pro_com_t"]!).ShouldBe(all["rows"]!.AsArray().Select(r => (string)r!["pro_com_t"]!));
    }

    /// <summary>With the whole made-up list: neighbours gain too, and their gain stands apart.</summary>
    [Fact]
    public async Task What_others_gain_stands_apart_and_is_counted_when_asked_for()
    {
        RunningService whole = await store.ServiceAsync();
        JsonNode own = await whole.JsonAsync("/api/v1/suggestions?goal=cover&spokes=3&ats=Brianza");
        JsonNode all = await whole.JsonAsync("/api/v1/suggestions?goal=cover&spokes=3&ats=Brianza&conta=tutte");

        own["rows"]!.AsArray().Select(r => ((string)r!["pro_com_t"]!, (double)r["residenti_guadagnati"]!, (double)r["residenti_guadagnati_altrove"]!))
            .ShouldBe([("097013", 101_790, 0), ("097037", 26_714, 0), ("097042", 112_849, 0)]);
        ((double)own["meta"]!["totali"]!["residenti_guadagnati_insieme"]!, (double)own["meta"]!["totali"]!["residenti_guadagnati_altrove_insieme"]!).ShouldBe((116_670, 0));
        all["rows"]!.AsArray().ShouldAllBe(r => (string)r!["ats"]! == "Brianza");
        ((double)all["meta"]!["totali"]!["residenti_guadagnati_insieme"]!).ShouldBe(118_330);
    }

    [Fact]
    public async Task The_budget_of_the_others_is_what_R12_gives_them_and_nothing_more()
    {
        JsonNode answer = await AnswerAsync("rimodulazione?costo_spoke=50000");

        JsonNode[] rows = [.. answer["rows"]!.AsArray().Select(r => r!)];
        JsonNode own = rows.Single(r => (string)r["ats"]! == "Brianza");
        ((decimal)own["impegnato_eur"]!, (decimal)own["libero_eur"]!, (int)own["reti"]!).ShouldBe((205_000m, 603_572.83m, 3));
        ((int)own["nuovi_spoke"]!, (decimal)own["rimodulazione_eur"]!, (decimal)own["libero_dopo_eur"]!).ShouldBe((1, 50_000m, 483_572.83m));
        foreach (JsonNode other in rows.Where(r => r != own))
        {
            foreach (string column in (string[])["impegnato_eur", "libero_eur", "reti", "reti_senza_contributo", "reti_oltre_tetto",
                "nuovi_spoke", "rimodulazione_eur", "nuovi_hub", "nuovo_avviso_eur", "libero_dopo_eur", "elenco_incompleto"])
            {
                other[column].ShouldBeNull($"{other["ats"]} {column}");
            }
        }

        rows.Sum(r => (decimal)r["assegnazione_eur"]!).ShouldBe(6_532_000m);
        JsonNode totals = answer["meta"]!["totali"]!;
        ((decimal)totals["impegnato_eur"]!, (decimal)totals["libero_eur"]!).ShouldBe((205_000m, 603_572.83m));
        totals["ats_escluse"]!.AsArray().Select(a => (string)a!).ShouldBe(_others);
    }

    [Fact]
    public async Task The_curve_starts_from_the_residents_of_Brianza_within_their_limit_today()
    {
        JsonArray curve = await _service.RowsAsync("/api/v1/curve?goal=cover&spokes=2");

        curve.Select(r => (double)r!["residenti_nel_limite"]!).ShouldBe([1_018_489, 1_153_886, 1_160_771]);
        ((double)curve[0]!["quota_nel_limite_pct"]!).ShouldBe(84.621);
    }

    [Fact]
    public async Task Fragility_ranks_the_twelve_sedi_and_none_strands_anyone_elsewhere()
    {
        JsonArray all = await _service.RowsAsync("/api/v1/fragility"), own = await _service.RowsAsync("/api/v1/fragility?ats=Brianza");

        own.Select(r => (int)r!["posizione"]!).Order().ShouldBe(Enumerable.Range(1, 12));
        own.ShouldAllBe(r => (double)r!["residenti_oltre_limite_altrove"]! == 0);
        foreach ((JsonNode? a, JsonNode? b) in all.Zip(own))
            ((string)a!["site_id"]!, (double)a["minuti_residente_in_piu"]!).ShouldBe(((string)b!["site_id"]!, (double)b["minuti_residente_in_piu"]!));
    }

    [Fact]
    public async Task No_rule_is_broken_or_kept_where_nothing_is_known()
    {
        JsonArray rows = await _service.RowsAsync("/api/v1/findings");

        rows.Where(r => (string?)r!["ats"] != "Brianza").CountBy(r => $"{r!["regola"]} {r["esito"]}").OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {c.Value}")
            .ShouldBe([
                "R1 non_dichiarato 151", "R10 non_dichiarato 7", "R12 conforme 7", "R13 non_dichiarato 7", "R14 non_dichiarato 7", "R15 non_dichiarato 7", "R16 conforme 7",
                "R17 non_dichiarato 7", "R4 non_dichiarato 151", "R5 non_dichiarato 151", "R6 non_dichiarato 151",
            ]);
        rows.Where(r => (string)r!["esito"]! == "non_conforme").Select(r => $"{r!["regola"]} {r["ats"]}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .ShouldBe(["R1 Brianza", "R5 Brianza"]);
    }

    [Fact]
    public async Task The_proposals_change_Brianza_and_the_region_alone()
    {
        JsonArray rows = await _service.RowsAsync("/api/v1/compare?con_proposte=si&changed=si");

        rows.Select(r => (string?)r!["ats"]).Distinct(StringComparer.Ordinal).Where(a => !string.IsNullOrEmpty(a)).ShouldBe(["Brianza"]);
        rows.Where(r => string.IsNullOrEmpty((string?)r!["ats"])).Select(r => (string)r!["livello"]!).Distinct(StringComparer.Ordinal).ShouldBe(["regione"]);
    }

    private Task<JsonNode> AnswerAsync(string question) => _service.JsonAsync("/api/v1/" + question);
}
