using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>Two states side by side, on the command line and over HTTP.</summary>
public sealed class CompareTests(FilledStore store)
{
    [Fact]
    public async Task Before_and_after_the_proposals()
    {
        RunningService service = await store.ServiceAsync();
        JsonNode verb = await JsonAsync("compare", "--with-proposals", "--level", "ambito");
        JsonArray address = await service.RowsAsync("/api/v1/compare?con_proposte=si&level=ambito");

        verb["rows"]!.ToJsonString().ShouldBe(address.ToJsonString());
        address[0]!.AsObject().Select(p => p.Key).Take(7).ShouldBe(["livello", "codice", "nome", "misura", "prima", "dopo", "differenza"]);
        JsonNode[] satisfied = [.. address.Where(r => (string)r!["misura"]! == "soddisfa_r1").Select(r => r!)];
        satisfied.Count(r => (double)r["prima"]! == 0).ShouldBe(20);
        satisfied.Count(r => (double)r["dopo"]! == 0).ShouldBe(0);
        ((bool)verb["meta"]!["dopo"]!["con_proposte"]!).ShouldBeTrue();
        ((int)verb["meta"]!["dopo"]!["sedi_attive"]!).ShouldBeGreaterThan((int)verb["meta"]!["prima"]!["sedi_attive"]!);
    }

    [Fact]
    public async Task Two_dates_bring_the_variation_of_the_later_one()
    {
        JsonArray rows = (await JsonAsync("compare", "--date", "2024-06-30", "--after-date", "2025-06-30", "--level", "ats", "--changed"))["rows"]!.AsArray();

        rows.Select(r => ((string)r!["codice"]!, (string)r["misura"]!, (double)r["prima"]!, (double)r["dopo"]!, (double)r["differenza"]!))
            .ShouldContain(("brianza", "tetto_progetto_eur", 70_000, 65_000, -5_000));
        rows.Where(r => (string)r!["misura"]! == "residenti").ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_rule_sets_and_two_sets_of_sedi_are_named_in_the_meta()
    {
        JsonNode answer = await JsonAsync("compare", "--after-rules", "dgr-4431-2025", "--after-sedi", "note", "--level", "regione");

        ((string)answer["meta"]!["prima"]!["regole"]!, (string)answer["meta"]!["prima"]!["sedi"]!).ShouldBe(("dgr-xii-1507-2023", "dimostrative"));
        ((string)answer["meta"]!["dopo"]!["regole"]!, (string)answer["meta"]!["dopo"]!["sedi"]!).ShouldBe(("dgr-4431-2025", "note"));
    }

    [Fact]
    public async Task By_comune_two_sets_of_sedi_have_the_figures_that_each_has_by_itself()
    {
        RunningService service = await store.ServiceAsync();
        JsonNode answer = await service.JsonAsync("/api/v1/compare?level=comune&sedi_dopo=note");
        Dictionary<string, JsonNode> before = await ByCodeAsync("gaps?by=comune", "pro_com_t"), after = await ByCodeAsync("gaps?by=comune&sedi=note", "pro_com_t");
        Dictionary<string, JsonNode> ambiti = await ByCodeAsync("gaps?by=ambito&sedi=note", "codice"), verdicts = await ByCodeAsync("coverage?level=ambito&sedi=note", "codice");

        JsonNode[] rows = [.. answer["rows"]!.AsArray().Select(r => r!)];
        rows.Length.ShouldBe(before.Count);
        foreach (JsonNode row in rows)
        {
            (JsonNode then, JsonNode now) = (before[(string)row["pro_com_t"]!], after[(string)row["pro_com_t"]!]);
            ((double?)row["minuti_prima"], (double?)row["minuti_dopo"]).ShouldBe(((double?)then["minuti"], (double?)now["minuti"]));
            ((bool?)row["oltre_limite_prima"], (bool?)row["oltre_limite_dopo"]).ShouldBe(((bool?)then["oltre_limite"], (bool?)now["oltre_limite"]));
        }

        JsonNode[] areas = [.. answer["meta"]!["aree"]!.AsArray().Where(a => (string)a!["livello"]! == "ambito").Select(a => a!)];
        areas.ShouldNotBeEmpty();
        areas.ShouldAllBe(a => (double?)a["minuti_medi_dopo"] == (double?)ambiti[(string)a["codice"]!]["minuti_medi"]);
        areas.ShouldAllBe(a => (string)a["verdetto_dopo"]! == (string)verdicts[(string)a["codice"]!]["verdetto"]!);
        ((int)answer["meta"]!["totali"]!["dopo"]!["ambiti_con_sede"]!).ShouldBe(verdicts.Values.Count(v => (string)v["verdetto"]! == "SEDE"));

        async Task<Dictionary<string, JsonNode>> ByCodeAsync(string question, string code) =>
            (await service.RowsAsync($"/api/v1/{question}")).ToDictionary(r => (string)r![code]!, r => r!, StringComparer.Ordinal);
    }

    [Fact]
    public async Task By_comune_the_proposals_change_what_a_trial_of_the_same_sedi_changes()
    {
        RunningService service = await store.ServiceAsync();
        JsonNode compared = await service.JsonAsync("/api/v1/compare?level=comune&con_proposte=si&changed=si&ats=Pavia");

        JsonNode totals = compared["meta"]!["totali"]!;
        ((int)totals["prima"]!["ambiti_senza_sede"]!).ShouldBeGreaterThan(0);
        ((int)totals["dopo"]!["ambiti_senza_sede"]!).ShouldBe(0);
        compared["rows"]!.AsArray().ShouldAllBe(r => (string)r!["ats"]! == "Pavia" && (bool)r["cambia"]!);
        compared["rows"]!.AsArray().ShouldAllBe(r => Math.Abs((double)r!["differenza_minuti"]! - ((double)r["minuti_dopo"]! - (double)r["minuti_prima"]!)) < 0.011);
    }

    [Fact]
    public async Task A_second_store_is_compared_and_never_made()
    {
        (await JsonAsync("compare", "--after-store", store.Copy(), "--changed"))["rows"]!.AsArray().ShouldBeEmpty();

        string missing = store.Sibling("non-c-e.gpkg");
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, "compare", "--after-store", missing);
        outcome.ExitCode.ShouldBe(2);
        File.Exists(missing).ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_state_twice_is_refused_with_the_cure()
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, "compare");

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain("le due situazioni sono la stessa");
        RunningService service = await store.ServiceAsync();
        using HttpResponseMessage answer = await service.GetAsync("/api/v1/compare");
        ((int)answer.StatusCode).ShouldBe(400);
        using HttpResponseMessage other = await service.GetAsync("/api/v1/compare?archivio_dopo=x.gpkg");
        ((int)other.StatusCode).ShouldBe(400);
    }

    private async Task<JsonNode> JsonAsync(params string[] arguments)
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, [.. arguments, "--format", "json"]);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        return JsonNode.Parse(outcome.Output)!;
    }
}
