using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>The local standard and its register, kept in the store.</summary>
public sealed class ExceptionsTests(FilledStore store) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coverage-eccezioni-").FullName;

    [Fact]
    public async Task An_exception_is_imported_holds_and_past_its_date_the_area_is_open_again()
    {
        string copy = store.Copy();
        JsonNode open = (await JsonAsync(copy, "exceptions", "--state", "non_rispettato", "--date", "2026-01-01"))["rows"]!.AsArray()
            .First(r => (string)r!["livello"]! == "ambito")!;
        string code = (string)open["codice"]!;
        string file = Path.Combine(_folder, "mie.csv");
        await File.WriteAllTextAsync(file, $"livello,codice,motivo,responsabile,fino_al\nambito,{code},Attesa del bando,Cabina di Regia,2026-06-30\n",
            TestContext.Current.CancellationToken);

        (await CoverageProgram.RunAsync(copy, "import", file, "--as", "eccezioni")).ExitCode.ShouldBe(0);

        (await StateAsync(copy, code, "2026-06-30")).ShouldBe("eccezione");
        (await StateAsync(copy, code, "2026-07-01")).ShouldBe("eccezione_scaduta");
        string exported = Path.Combine(_folder, "eccezioni.csv");
        (await CoverageProgram.RunAsync(copy, "export", "eccezioni", "-o", exported)).ExitCode.ShouldBe(0);
        (await File.ReadAllTextAsync(exported, TestContext.Current.CancellationToken)).ShouldContain($"ambito,{code},Attesa del bando,Cabina di Regia,2026-06-30");
    }

    [Fact]
    public async Task The_standard_is_always_called_a_planning_criterion()
    {
        RunningService service = await store.ServiceAsync();
        JsonNode answer = await service.JsonAsync("/api/v1/exceptions");

        answer["rows"]!.AsArray().Count.ShouldBe(91 + 76);
        answer["rows"]!.AsArray().ShouldAllBe(r => (string)r!["nota"]! == "criterio di pianificazione, non previsto dall'atto");
        ((string)answer["meta"]!["titolo"]!).ShouldContain("criterio di pianificazione, non previsto dall'atto");
    }

    [Fact]
    public async Task An_exception_without_an_end_is_refused()
    {
        string file = Path.Combine(_folder, "senza-fine.csv");
        await File.WriteAllTextAsync(file, "livello,codice,motivo,responsabile,fino_al\nambito,Gallarate,Motivo,Chi,\n", TestContext.Current.CancellationToken);
        Outcome outcome = await CoverageProgram.RunAsync(store.Copy(), "import", file, "--as", "eccezioni");

        outcome.ExitCode.ShouldBe(2);
        outcome.Output.ShouldContain("Ogni eccezione ha una fine");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<string> StateAsync(string path, string code, string day) =>
        (string)(await JsonAsync(path, "exceptions", "--date", day))["rows"]!.AsArray()
            .Single(r => (string)r!["codice"]! == code && (string)r["livello"]! == "ambito")!["stato"]!;

    private static async Task<JsonNode> JsonAsync(string path, params string[] arguments)
    {
        Outcome outcome = await CoverageProgram.RunAsync(path, [.. arguments, "--format", "json"]);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        return JsonNode.Parse(outcome.Output)!;
    }
}
