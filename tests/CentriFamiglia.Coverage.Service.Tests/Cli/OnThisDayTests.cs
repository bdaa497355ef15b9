using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>What counted, or will count, on a day: <c>--al</c>, <c>al</c>.</summary>
public sealed class OnThisDayTests(FilledStore store) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coverage-al-").FullName;

    [Fact]
    public async Task A_network_that_has_ended_does_not_count_nor_do_its_sedi_and_the_answer_says_so()
    {
        string copy = store.Copy();
        string file = Path.Combine(_folder, "reti.csv");
        await File.WriteAllTextAsync(file, "network_id,name,data_inizio,data_fine\nPV01,Rete che finisce,2024-01-01,2024-12-31\n", TestContext.Current.CancellationToken);
        (await CoverageProgram.RunAsync(copy, "import", file)).ExitCode.ShouldBe(0);
        await using RunningService service = await RunningService.StartAsync(copy);

        JsonNode last = await service.JsonAsync("/api/v1/coverage?al=2024-12-31"), after = await service.JsonAsync("/api/v1/coverage?al=2025-01-01");
        JsonArray networks = await service.RowsAsync("/api/v1/networks?al=2025-01-01");

        Counted(last).ShouldBe(("2024-12-31", 196, 48, 0));
        Counted(after).ShouldBe(("2025-01-01", 192, 47, 1));
        Warnings(last).ShouldNotContain(w => w.Contains("non contano", StringComparison.Ordinal));
        Warnings(after).ShouldContain("Al 01/01/2025 non contano le reti non ancora cominciate o già finite, 1 (PV01), né le loro sedi, 4.", StringComparer.Ordinal);
        (await service.RowsAsync("/api/v1/sites?al=2025-01-01")).Where(r => !(bool)r!["conta"]!).Select(r => (string)r!["network_id"]!).Distinct(StringComparer.Ordinal)
            .ShouldBe(["PV01"]);
        networks.Count.ShouldBe(48);
        networks.Where(r => !(bool)r!["in_corso"]!).Select(r => ((string)r!["network_id"]!, (long)r["hub"]!, (string?)r["esito"])).ShouldBe([("PV01", 0, null)]);
        Minutes(await service.RowsAsync("/api/v1/gaps?by=ats&al=2025-01-01")).ShouldBeGreaterThan(Minutes(await service.RowsAsync("/api/v1/gaps?by=ats&al=2024-12-31")));
        (await CoverageProgram.RunAsync(copy, "check", "--ats", "Pavia", "--al", "2025-01-01")).Output.ShouldContain("Al 01/01/2025 non contano le reti");

        static double Minutes(JsonArray rows) => (double)rows.Single(r => (string)r!["codice"]! == "pavia")!["minuti_medi"]!;
    }

    [Fact]
    public async Task A_day_that_is_none_is_refused_with_the_cure()
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, "check", "--al", "31/12/2024");

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain("AAAA-MM-GG");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static (string Day, int Sedi, int Networks, int Idle) Counted(JsonNode answer)
    {
        JsonNode sedi = answer["meta"]!["sedi"]!;
        return ((string)answer["meta"]!["fotografia"]!["alla_data"]!, (int)sedi["sedi_attive"]!, (int)sedi["reti"]!, (int)sedi["reti_non_in_corso"]!);
    }

    private static string[] Warnings(JsonNode answer) => [.. answer["meta"]!["avvertenze"]!.AsArray().Select(w => (string)w!)];
}
