using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>The money beyond the allocation: residuals, commitments, what a scenario would cost.</summary>
public sealed class BudgetTests(FilledStore store) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coverage-fondi-").FullName;

    [Fact]
    public async Task Residuals_come_from_a_file_or_from_a_line_alike()
    {
        string file = Path.Combine(_folder, "residui.csv");
        await File.WriteAllTextAsync(file, "ats;eur;speso_eur\nBrescia;1000,50;200\nPavia;500;\n", TestContext.Current.CancellationToken);
        RunningService service = await store.ServiceAsync();

        JsonArray rows = await RowsAsync("--residuals", file);
        JsonArray line = await service.RowsAsync("/api/v1/budget?residui=" + Uri.EscapeDataString("Brescia=1000.50/200;Pavia=500"));

        rows.ToJsonString().ShouldBe(line.ToJsonString());
        JsonNode brescia = rows.Single(r => (string)r!["ats"]! == "Brescia")!;
        ((decimal)brescia["disponibile_eur"]!).ShouldBe(799_228.69m + 1000.50m);
        ((decimal)brescia["speso_eur"]!).ShouldBe(200m);
        ((decimal)brescia["libero_eur"]!).ShouldBe((decimal)brescia["disponibile_eur"]! - (decimal)brescia["impegnato_eur"]!);
        rows.ShouldAllBe(r => (decimal)r!["tetto_ats_eur"]! == 70_000m);
    }

    [Fact]
    public async Task What_an_ATS_declares_is_kept_and_what_is_asked_stands_in_its_place()
    {
        string copy = store.Copy();
        string file = Path.Combine(_folder, "dichiarazioni.csv");
        await File.WriteAllTextAsync(file, "ats;residui;speso;condivisa\nATS Brescia;1000,50;200;20/12/2023\n", TestContext.Current.CancellationToken);
        (await CoverageProgram.RunAsync(copy, "import", file)).ExitCode.ShouldBe(0);

        JsonArray kept = await AnswerAsync("budget", "--ats", "Brescia");
        JsonArray asked = await AnswerAsync("budget", "--ats", "Brescia", "--residuals", "Brescia=7");
        JsonArray shared = await AnswerAsync("findings", "--rule", "R14", "--verdict", "conforme");

        ((decimal)kept[0]!["residui_anni_precedenti_eur"]!, (decimal)kept[0]!["speso_eur"]!).ShouldBe((1000.50m, 200m));
        ((decimal)asked[0]!["residui_anni_precedenti_eur"]!, (decimal?)asked[0]!["speso_eur"]).ShouldBe((7m, null));
        shared.Select(r => (string)r!["codice"]!).ShouldBe(["brescia"]);

        async Task<JsonArray> AnswerAsync(params string[] arguments) =>
            JsonNode.Parse((await CoverageProgram.RunAsync(copy, [.. arguments, "--format", "json"])).Output)!["rows"]!.AsArray();
    }

    [Fact]
    public async Task The_shares_of_the_fund_are_those_of_the_rule_set()
    {
        RunningService service = await store.ServiceAsync();

        JsonNode answer = await service.JsonAsync("/api/v1/budget?regole=fondo-nazionale-2025");

        ((decimal)answer["meta"]!["totali"]!["fondo_eur"]!, (int)answer["meta"]!["totali"]!["parte_residenti_pct"]!).ShouldBe((4_528_000m, 20));
        answer["rows"]!.AsArray().ShouldAllBe(r => (decimal)r!["parte_uguale_eur"]! == 4_528_000m * 0.8m / 8);
        answer["rows"]!.AsArray().Sum(r => (decimal)r!["assegnazione_eur"]!).ShouldBe(4_528_000m);
        answer["meta"]!["regole"]!["fonti"]!.AsArray().Select(f => (string)f!["cifra"]!).ShouldContain("quota_residenti_pct", StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_cost_of_a_Spoke_is_never_made_up()
    {
        JsonArray without = await RowsOfAsync("rimodulazione");
        JsonArray with = await RowsOfAsync("rimodulazione", "--spoke-cost", "15000");

        without.Where(r => (int)r!["nuovi_spoke"]! > 0).ShouldNotBeEmpty();
        without.ShouldAllBe(r => (r!["rimodulazione_eur"] == null) == ((int)r["nuovi_spoke"]! > 0));
        with.ShouldAllBe(r => (decimal)r!["rimodulazione_eur"]! == 15_000m * (int)r["nuovi_spoke"]!);
    }

    [Fact]
    public async Task The_budget_alone_looks_for_no_proposals_and_says_who_does()
    {
        JsonNode asked = await (await store.ServiceAsync()).JsonAsync("/api/v1/budget?costo_spoke=15000");
        JsonArray found = await RowsOfAsync("rimodulazione", "--spoke-cost", "15000");

        string[] proposed = ["nuovi_spoke", "rimodulazione_eur", "nuovi_hub", "nuovo_avviso_eur", "libero_dopo_eur"];
        asked["rows"]!.AsArray().ShouldAllBe(r => proposed.All(c => r![c] == null));
        asked["meta"]!["avvertenze"]!.AsArray().ShouldContain(w => ((string)w!).Contains("le dà la domanda rimodulazione", StringComparison.Ordinal));
        string[] columns = [.. found[0]!.AsObject().Select(c => c.Key)];
        columns.ShouldBe(asked["rows"]![0]!.AsObject().Select(c => c.Key));
        foreach (string column in columns.Except(proposed, StringComparer.Ordinal))
            found.Select(r => r![column]?.ToJsonString()).ShouldBe(asked["rows"]!.AsArray().Select(r => r![column]?.ToJsonString()));
    }

    [Fact]
    public async Task What_each_resident_gets_is_said_plainly()
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, "budget");

        outcome.ExitCode.ShouldBe(0);
        outcome.Output.ShouldContain("Euro per residente: ");
        outcome.Output.ShouldContain("nell'ATS della Montagna");
    }

    [Theory]
    [InlineData("'Torino' non è una ATS", "Torino=5")]
    [InlineData("non è ATS=EURO", "Brescia=5;Pavia")]
    [InlineData("'-5' non è un importo", "Brescia=-5")]
    [InlineData("è data due volte", "Brescia=5;brescia=6")]
    [InlineData("--residuals", "Brescia=cento")]
    public async Task Wrong_residuals_are_refused_with_the_cure(string message, string residuals)
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, "budget", "--residuals", residuals);

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(message);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<JsonArray> RowsAsync(params string[] arguments) => RowsOfAsync("budget", arguments);

    private async Task<JsonArray> RowsOfAsync(string verb, params string[] arguments)
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, [verb, .. arguments, "--format", "json"]);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        return JsonNode.Parse(outcome.Output)!["rows"]!.AsArray();
    }
}
