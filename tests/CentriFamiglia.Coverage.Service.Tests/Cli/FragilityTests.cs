using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>What closing each sede would do, on the command line and over HTTP.</summary>
public sealed class FragilityTests(FilledStore store)
{
    [Fact]
    public async Task Verb_and_address_give_the_same_rows_by_id()
    {
        RunningService service = await store.ServiceAsync();
        JsonNode verb = await JsonAsync("fragility");
        JsonArray address = await service.RowsAsync("/api/v1/fragility");

        verb["rows"]!.ToJsonString().ShouldBe(address.ToJsonString());
        string[] ids = [.. address.Select(r => (string)r!["site_id"]!)];
        ids.ShouldBe(ids.Order(StringComparer.Ordinal));
        address.Count(r => (bool)r!["critica"]!).ShouldBe(10);
        verb["meta"]!["totali"]!["dieci_piu_critiche"]!.AsArray().Count.ShouldBe(10);
    }

    [Fact]
    public async Task A_proposed_sede_has_its_row_and_is_the_only_one_of_its_Ambito()
    {
        JsonArray rows = (await JsonAsync("fragility", "--with-proposals"))["rows"]!.AsArray();

        JsonNode[] proposed = [.. rows.Where(r => (bool)r!["proposta"]!).Select(r => r!)];
        proposed.Length.ShouldBe(20);
        proposed.ShouldAllBe(r => r["ambito_perso"] != null);
    }

    private async Task<JsonNode> JsonAsync(params string[] arguments)
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, [.. arguments, "--format", "json"]);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        return JsonNode.Parse(outcome.Output)!;
    }
}
