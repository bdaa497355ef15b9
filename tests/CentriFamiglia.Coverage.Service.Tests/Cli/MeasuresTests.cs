using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Service.Analyses;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.Storage;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>Measures of access to the shipped sedi, on the command line and over HTTP.</summary>
public sealed class MeasuresTests(FilledStore store)
{
    private const string Place = "livello,codice,nome,ats,";
    private const string Evidence = ",viaggio,fonte_stato,dimostrativo";
    private const string Knowledge = ",elenco_incompleto,residenti_esclusi,comuni_esclusi";

    [Theory]
    [InlineData("?measure=bfca&ats=Pavia", "pro_com_t,comune,ambito,distretto,ats,residenti,misura,unita,valore" + Evidence + ",motivo,elenco_incompleto", 186)]
    [InlineData("?measure=tutte", "pro_com_t,comune,ambito,distretto,ats,residenti,minuti_prima,minuti_seconda,minuti_terza,"
        + "cumulativa,gravita,due_passi,due_passi_gradini,due_passi_gaussiana,bacini_bilanciati,disponibilita,tre_passi,due_passi_modificati"
        + Evidence + ",elenco_incompleto", 1504)]
    [InlineData("?measure=e2sfca&by=ats&supply=ore", Place
        + "residenti,comuni,misura,unita,media,mediana,p75,p90,p95,minimo,massimo,"
        + "residenti_senza_accesso,comuni_senza_accesso,gini,theil,theil_tra_ambiti,theil_entro_ambiti,fgt0,fgt1,fgt2" + Evidence + Knowledge, 8)]
    [InlineData("?measure=tutte&by=distretto", Place + "residenti,comuni,misura", 912)]
    [InlineData("?measure=curva", Place
        + "minuti,residenti_entro,quota_residenti_entro_pct,comuni_entro,quota_comuni_entro_pct,residenti,comuni" + Evidence + Knowledge, 12)]
    [InlineData("?measure=ore-raggiungibili&by=ambito", Place
        + "ore_da,ore_a,residenti,quota_residenti_pct,comuni,quota_comuni_pct,residenti_con_orari_incerti" + Evidence + Knowledge, 910)]
    public async Task Rows_have_the_columns_that_the_page_on_access_promises(string query, string columns, int count)
    {
        RunningService service = await store.ServiceAsync();
        JsonArray rows = await service.RowsAsync("/api/v1/measures" + query);

        string[] promised = columns.Split(',');
        rows.Count.ShouldBe(count);
        rows[0]!.AsObject().Select(p => p.Key).Take(promised.Length).ShouldBe(promised);
    }

    [Fact]
    public async Task With_changes_of_sedi_a_measure_is_that_of_the_trial()
    {
        RunningService service = await store.ServiceAsync();
        string changes = Uri.EscapeDataString("""[{"op":"add","id":"N1","role":"spoke","pro_com_t":"016108"},{"op":"close","id":"BG01-S2"}]""");
        JsonArray trial = await service.RowsAsync($"/api/v1/what-if?changes={changes}");
        JsonArray measures = await service.RowsAsync($"/api/v1/measures?changes={changes}");
        JsonArray today = await service.RowsAsync("/api/v1/measures");

        measures.Select(r => $"{r!["pro_com_t"]} {r["valore"]}").ShouldBe(trial.Select(r => $"{r!["pro_com_t"]} {r["minuti_dopo"]}"));
        today.Select(r => $"{r!["pro_com_t"]} {r["valore"]}").ShouldBe(trial.Select(r => $"{r!["pro_com_t"]} {r["minuti_prima"]}"));
    }

    [Fact]
    public async Task The_nearest_sede_is_that_of_the_gaps()
    {
        RunningService service = await store.ServiceAsync();
        JsonArray gaps = await service.RowsAsync("/api/v1/gaps?by=ambito");
        JsonArray measures = await service.RowsAsync("/api/v1/measures?by=ambito");
        JsonArray comuni = await service.RowsAsync("/api/v1/gaps?by=comune");

        measures.Select(r => $"{r!["codice"]} {r["residenti"]} {r["media"]} {r["mediana"]} {r["p90"]} {r["massimo"]}")
            .ShouldBe(gaps.Select(r => $"{r!["codice"]} {r["residenti"]} {r["minuti_medi"]} {r["minuti_mediana"]} {r["minuti_p90"]} {r["minuti_max"]}"));

        // And both are those of the residents of each Ambito in a row by their minutes, those of Milano section by section: half of them, and nine tenths,
        // counted off.
        await using ICoverageStore read = StoreFactory.Open(StoreAddress.Parse(store.Path));
        using var source = new AnalysisSource(read, TimeProvider.System);
        CoverageState state = (await source.GetAsync(new AnalysisKey(null, null, null), CancellationToken.None)).State;
        int milano = state.Comuni.Select(c => c.Comune.Name).ToList().IndexOf("Milano");
        IEnumerable<double> sections = state.PointsOf(milano).SelectMany(p => Enumerable.Repeat(p.Nearest!.Value.Cost.Seconds / 60.0, (int)p.Residents));
        foreach (IGrouping<string, JsonNode?> ambito in comuni.GroupBy(c => (string)c!["ambito"]!, StringComparer.Ordinal))
        {
            double[] row =
            [
                .. ambito.SelectMany(c => (string)c!["comune"]! == "Milano" ? sections : Enumerable.Repeat((double)c["minuti"]!, (int)(double)c["residenti"]!)).Order(),
            ];
            JsonNode told = measures.Single(r => (string)r!["nome"]! == ambito.Key)!;
            ((double)told["mediana"]!).ShouldBe(row[((row.Length + 1) / 2) - 1], 0.005, ambito.Key);
            ((double)told["p90"]!).ShouldBe(row[(((9 * row.Length) + 9) / 10) - 1], 0.005, ambito.Key);
        }
    }

    [Fact]
    public async Task Verb_and_address_agree_and_the_meta_holds_the_indices()
    {
        RunningService service = await store.ServiceAsync();
        JsonNode address = await service.JsonAsync("/api/v1/measures?measure=gravity&by=regione&decay=exp:0.2&line=0.5");
        Outcome verb = await CoverageProgram.RunAsync(store.Path, "measures", "--measure", "gravity", "--by", "regione", "--decay", "exp:0.2", "--line", "0.5", "--format", "json");

        verb.ExitCode.ShouldBe(0, verb.Error);
        JsonNode.Parse(verb.Output)!["rows"]!.ToJsonString().ShouldBe(address["rows"]!.ToJsonString());
        JsonNode indices = address["meta"]!["indici"]!;
        ((double)indices["theil"]!).ShouldBe((double)indices["theil_tra_ambiti"]! + (double)indices["theil_entro_ambiti"]!, 2e-6);
        ((string)indices["palma"]!).ShouldBe("non_disponibile");
        ((double)indices["fgt0"]!).ShouldBeInRange(0.01, 0.99);
    }

    [Theory]
    [InlineData("gravity", "comune", "step:15=1,20=0.5", "meno di 15: 1|da 15 compreso a meno di 20: 1|da 20 compreso in poi: 0.5|oltre 30: 0 (limite)")]
    [InlineData("2sfca", "ats", "zone:10=1,20=0.5", "fino a 10 compreso: 1|oltre 10 e fino a 20 compreso: 0.5|oltre 20: 0|oltre 30: 0 (limite)")]
    [InlineData("e2sfca", "regione", null,
        "da 0 compreso a meno di 10: 1|da 10 compreso a meno di 20: 0.68|da 20 compreso in poi: 0.22|oltre 30: 0 (limite)")]
    [InlineData("gravity", "comune", "exp:0.1", null)]
    [InlineData("nearest", "comune", null, null)]
    [InlineData("curva", "regione", null, null)]
    public async Task The_bands_of_a_decay_are_told_as_they_are_computed(string measure, string by, string? decay, string? bands)
    {
        RunningService service = await store.ServiceAsync();

        JsonNode meta = (await service.JsonAsync($"/api/v1/measures?measure={measure}&by={by}{(decay is null ? "" : $"&decay={decay}")}"))["meta"]!["misure"]!;

        meta["fasce"]?.AsArray().Select(band => (string)band!).ShouldBe(bands?.Split('|'));
    }

    [Theory]
    [InlineData(null, "e2sfca, 3sfca, m2sfca: da 20 compreso in poi: 0.22")]
    [InlineData("step:0=1,5=0.5", "gravity, 2sfca, e2sfca, e2sfca-gaussiana, bfca, spatial-availability, 3sfca, m2sfca: da 5 compreso in poi: 0.5")]
    public async Task Of_all_measures_the_bands_say_whose_they_are(string? decay, string band)
    {
        RunningService service = await store.ServiceAsync();

        JsonNode meta = (await service.JsonAsync($"/api/v1/measures?measure=tutte&by=regione{(decay is null ? "" : $"&decay={decay}")}"))["meta"]!["misure"]!;

        meta["fasce"]!.AsArray().Select(b => (string)b!).ShouldContain(b => b == band);
    }

    [Fact]
    public async Task Comuni_have_their_shapes_for_a_map()
    {
        RunningService service = await store.ServiceAsync();

        JsonArray features = (await service.JsonAsync("/api/v1/measures?measure=2sfca&f=geojson"))["features"]!.AsArray();

        features.Count.ShouldBe(1504);
        features.ShouldAllBe(f => f!["geometry"] != null);
    }

    [Theory]
    [InlineData("--supply", "personale", "--measure", "2sfca", "il personale non è fra i dati")]
    [InlineData("--supply", "ore", "--measure", "second", "conta le sedi")]
    [InlineData("--decay", "exp:0.1", "--measure", "cumulative", "non ha un decadimento")]
    [InlineData("--decay", "exp:-1", "--measure", "gravity", "il coefficiente")]
    [InlineData("--line", "20", "--measure", "nearest", "linea di povertà")]
    [InlineData("--by", "comune", "--measure", "curva", "non si dà per comune")]
    [InlineData("--network", "XX", "--measure", "gravity", "non è una rete")]
    public async Task What_makes_no_sense_is_refused_by_the_name_of_the_option(string option, string value, string other, string measure, string told)
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, "measures", option, value, other, measure);

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(told);
        outcome.Error.ShouldContain(option);
    }

    [Fact]
    public async Task Where_no_hours_are_known_the_supply_is_zero_and_it_is_said()
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, "measures", "--measure", "cumulative", "--supply", "ore", "--by", "regione", "--sedi", "note", "--format",
            "json");

        JsonNode answer = JsonNode.Parse(outcome.Output)!;
        ((double)answer["rows"]![0]!["massimo"]!).ShouldBe(0);
        answer["meta"]!["avvertenze"]!.AsArray().Select(w => (string)w!).ShouldContain(w => w.Contains("sedi non danno ore"));
    }
}
