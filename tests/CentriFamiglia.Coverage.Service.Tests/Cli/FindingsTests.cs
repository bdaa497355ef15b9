using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>The findings as scripts and browsers get them, and the choice of a rule set.</summary>
public sealed class FindingsTests(FilledStore store) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coverage-regole-").FullName;

    [Fact]
    public async Task The_verb_and_the_address_give_the_same_rows()
    {
        RunningService service = await store.ServiceAsync();
        JsonNode verb = await JsonAsync("findings", "--rule", "r1", "--verdict", "non_conforme", "--ats", "brescia");
        JsonArray address = await service.RowsAsync("/api/v1/findings?rule=R1&verdict=non_conforme&ats=Brescia");

        verb["rows"]!.ToJsonString().ShouldBe(address.ToJsonString());
        address.Count.ShouldBeGreaterThan(0);
        address.ShouldAllBe(r => (string)r!["regola"]! == "R1" && (string)r["esito"]! == "non_conforme" && (string)r["ats"]! == "Brescia");
        address[0]!.AsObject().Select(p => p.Key).ShouldBe(
            ["regola", "sezione", "esito", "livello", "codice", "nome", "ats", "cifre", "motivo", "rimedio", "citazione", "atto", "rete", "dimostrativo"]);
    }

    [Fact]
    public async Task A_network_brings_its_sedi_along()
    {
        JsonArray rows = (await JsonAsync("findings", "--network", "BG01"))["rows"]!.AsArray();

        rows.Select(r => (string)r!["livello"]!).Distinct(StringComparer.Ordinal).ShouldBe(["rete", "sede"], ignoreOrder: true);
        rows.ShouldAllBe(r => (string)r!["rete"]! == "BG01");
    }

    [Fact]
    public async Task Days_of_sharing_and_residuals_are_declared_in_a_line_or_a_file()
    {
        string file = Path.Combine(_folder, "residui.csv");
        await File.WriteAllTextAsync(file, "ats,eur\nBrescia,12000.50\n", TestContext.Current.CancellationToken);
        JsonNode answer = await JsonAsync("findings", "--ats", "brescia", "--shared", "Brescia=2024-01-10", "--residuals", file);

        JsonNode Of(string rule) => answer["rows"]!.AsArray().Single(r => (string)r!["regola"]! == rule && (string)r["livello"]! == "ats")!;
        ((string)Of("R14")["esito"]!).ShouldBe("conforme");
        ((string)Of("R15")["cifre"]!).ShouldContain("residui_anni_precedenti_eur=12000.5");
        ((string)Of("R17")["cifre"]!).ShouldContain("residui_anni_precedenti_eur=12000.5");
        ((decimal)answer["meta"]!["dichiarato"]!["residui_anni_precedenti_eur"]!["Brescia"]!).ShouldBe(12_000.50m);
    }

    [Theory]
    [InlineData("--shared: 'Brescia=ieri' non è ATS=GIORNO", "findings", "--shared", "Brescia=ieri")]
    [InlineData("--rule: 'R19' non è una regola", "findings", "--rule", "R19")]
    [InlineData("--network: 'ZZ' non è una rete", "findings", "--network", "ZZ")]
    [InlineData("--verdict: 'boh' non è un valore ammesso", "findings", "--verdict", "boh")]
    [InlineData("--date: '30/06/2024' non è una data", "findings", "--date", "30/06/2024")]
    [InlineData("--rules: 'dgr-1' non è un insieme di regole", "budget", "--rules", "dgr-1")]
    public async Task Bad_filters_end_with_2_and_the_cure(string message, params string[] arguments)
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, arguments);

        (outcome.ExitCode, outcome.Output).ShouldBe((2, ""));
        outcome.Error.ShouldContain(message);
        outcome.Error.ShouldContain("Rimedio: ");
    }

    [Theory]
    [InlineData("2024-06-30", "montagna-2024,brianza-2024")]
    [InlineData("2025-06-30", "brianza-2025")]
    [InlineData("2026-06-30", "")]
    public async Task A_run_says_which_rules_and_which_variations_it_used(string day, string variations)
    {
        JsonNode rules = (await JsonAsync("findings", "--rule", "R15", "--date", day))["meta"]!["regole"]!;

        ((string)rules["id"]!).ShouldBe("dgr-xii-1507-2023");
        string.Join(',', rules["varianti"]!.AsArray().Select(v => (string)v!["id"]!)).ShouldBe(variations);
    }

    [Fact]
    public async Task A_variation_changes_the_cap_of_its_ATS_alone()
    {
        JsonArray rows = (await JsonAsync("findings", "--rule", "R15", "--date", "2025-06-30"))["rows"]!.AsArray();

        rows.Where(r => (string)r!["livello"]! == "rete").ShouldAllBe(r =>
            ((string)r!["cifre"]!).Contains("tetto_eur=65000;", StringComparison.Ordinal) == ((string)r["ats"]! == "Brianza"));
    }

    [Fact]
    public async Task The_act_of_2025_is_marked_as_not_loaded()
    {
        JsonNode answer = await JsonAsync("findings", "--rule", "R15", "--rules", "dgr-4431-2025");

        ((bool)answer["meta"]!["regole"]!["testo_caricato"]!).ShouldBeFalse();
        answer["meta"]!["avvertenze"]!.AsArray().Select(w => (string)w!).ShouldContain(w => w.Contains("testo non caricato", StringComparison.Ordinal));
        answer["rows"]!.AsArray().ShouldAllBe(r => ((string)r!["atto"]!).Contains("XII/1507", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_users_own_rule_set_is_a_file_or_a_folder_and_errors_name_the_known_parameters()
    {
        string file = Path.Combine(_folder, "mie.json");
        await File.WriteAllTextAsync(file, """
            { "id": "mie", "base": "dgr-xii-1507-2023", "titolo": "Mie", "testo_caricato": false, "data": null, "valido_dal": null, "valido_al": null,
              "parametri": { "tetto_progetto_eur": 1000 } }
            """, TestContext.Current.CancellationToken);

        ((string)(await JsonAsync("budget", "--rules", file))["meta"]!["regole"]!["id"]!).ShouldBe("mie");
        ((string)(await JsonAsync("budget", "--rules", _folder))["meta"]!["regole"]!["id"]!).ShouldBe("mie");

        await File.WriteAllTextAsync(Path.Combine(_folder, "altre.json"), (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))
            .Replace("\"mie\"", "\"altre\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Outcome several = await CoverageProgram.RunAsync(store.Path, "budget", "--rules", _folder, "--format", "json");
        ((string)JsonNode.Parse(several.Output)!["meta"]!["regole"]!["id"]!).ShouldBe("dgr-xii-1507-2023");
        several.Error.ShouldContain("contiene più insiemi (altre, mie)");
        ((string)(await JsonAsync("budget", "--rules", Path.Combine(_folder, "altre")))["meta"]!["regole"]!["id"]!).ShouldBe("altre");

        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))
            .Replace("tetto_progetto_eur", "tetto", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, "budget", "--rules", file);
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain("'tetto' non è previsto. Nomi previsti: competenza_soddisfa_r1, fondo_eur");
    }

    [Fact]
    public async Task An_unknown_rule_set_is_refused_over_http_with_the_known_ones()
    {
        RunningService service = await store.ServiceAsync();
        using HttpResponseMessage answer = await service.GetAsync("/api/v1/findings?regole=dgr-1");

        ((int)answer.StatusCode).ShouldBe(400);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("dgr-xii-1507-2023, dgr-4431-2025, cpf-2025, fondo-nazionale-2025");
    }

    [Fact]
    public async Task The_findings_are_a_layer_to_export()
    {
        string file = Path.Combine(_folder, "rilievi.csv");
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, "export", "rilievi", "-o", file);

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken))[0].ShouldStartWith("regola,sezione,esito,livello,codice");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<JsonNode> JsonAsync(params string[] arguments)
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, [.. arguments, "--format", "json"]);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        return JsonNode.Parse(outcome.Output)!;
    }
}
