using System.Diagnostics;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Crashes;
using CentriFamiglia.Coverage.Service.Tests.Deciding;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>A disk with no room left: a file system in memory of so many bytes, mounted where only the programs started there see it.</summary>
public sealed class FullDiskTests(FilledStore store) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coverage-disco-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_first_creation_of_a_store_leaves_nothing_and_says_why()
    {
        Outcome outcome = await OnDiskAsync(300, "\"$1\" check --store \"$2/nuovo.gpkg\"; echo \"esito $?\"; ls -A \"$2\"");

        outcome.Error.ShouldContain("Non c'è più spazio su disco");
        outcome.Error.ShouldContain("Liberare spazio e riprovare");
        outcome.Error.ShouldNotContain("viene creato");
        outcome.Output.Trim().ShouldBe("esito 3");
    }

    [Fact]
    public async Task An_import_leaves_the_store_as_it_was()
    {
        string points = Path.Combine(_folder, "punti.csv");
        await File.WriteAllLinesAsync(
            points, ["id,pro_com_t,lon,lat,residenti", .. Enumerable.Range(0, 20_000).Select(i => $"P{i},097042,9.39,45.85,1")], TestContext.Current.CancellationToken);
        long kilobytes = new FileInfo(store.Path).Length / 1024 + 600;

        Outcome outcome = await OnDiskAsync(
            kilobytes, $"cp '{store.Path}' \"$2/pieno.gpkg\"; \"$1\" import '{points}' --as punti --store \"$2/pieno.gpkg\" >&2; echo \"esito $?\"; "
                + "ls -A \"$2\"; \"$1\" gaps --store \"$2/pieno.gpkg\" --format json");

        outcome.Error.ShouldContain("Non c'è più spazio su disco");
        string[] lines = outcome.Output.Split('\n', 3);
        lines[..2].ShouldBe(["esito 3", "pieno.gpkg"]);
        Outcome before = await CoverageProgram.RunAsync(store.Path, "gaps", "--format", "json");
        JsonNode.Parse(lines[2])!["rows"]!.ToJsonString().ShouldBe(JsonNode.Parse(before.Output)!["rows"]!.ToJsonString());
    }

    [Fact]
    public async Task A_scenario_and_its_entry_in_the_register_are_written_whole_or_not_at_all()
    {
        string changes = Path.Combine(_folder, "modifiche.json");
        await File.WriteAllTextAsync(changes, """{"changes":[{"op":"close","id":"BG01-S1"}]}""", TestContext.Current.CancellationToken);
        string create = $"\"$1\" scenario create Prova --changes '{changes}' --store \"$2/pieno.gpkg\" >&2; echo \"esito $?\"; ";
        const string verify = "\"$1\" audit verify --store \"$2/pieno.gpkg\" >&2; echo \"esito $?\"; \"$1\" audit list --store \"$2/pieno.gpkg\" --format csv | grep -c scenario; ";

        Outcome outcome = await OnDiskAsync(
            new FileInfo(store.Path).Length / 1024 + 300,
            $"cp '{store.Path}' \"$2/pieno.gpkg\"; cat /dev/zero > \"$2/altro\" 2> /dev/null; {create}ls -A \"$2\"; {verify}rm \"$2/altro\"; {create}{verify}");

        outcome.Error.ShouldContain("Non c'è più spazio su disco");
        outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ShouldBe(["esito 3", "altro", "pieno.gpkg", "esito 0", "0", "esito 0", "esito 0", "1"], outcome.Error);
    }

    [Theory]
    [InlineData("analisi.congela", "run freeze --ats Bergamo --date 2026-11-02")]
    [InlineData("analisi.pubblica", "run publish ANALISI")]
    [InlineData("decisione.prende", "decide ANALISI 1 accettata --perche 'Manca una sede'")]
    public async Task A_run_its_publication_and_a_decision_are_written_whole_or_not_at_all(string action, string words)
    {
        string small = Path.Combine(_folder, "piccolo.gpkg");
        await SmallStore.FillAsync(small);
        await using (var desks = new OpenDesks(small))
            words = words.Replace("ANALISI", (action == "decisione.prende" ? await desks.PublishedAsync() : await desks.FreezeAsync()).Head.Id, StringComparison.Ordinal);
        string act = $"\"$1\" {words} --store \"$2/pieno.gpkg\" >&2; echo \"esito $?\"; ";
        string look = "\"$1\" audit verify --store \"$2/pieno.gpkg\" >&2; echo \"esito $?\"; \"$1\" verify --store \"$2/pieno.gpkg\" >&2; echo \"esito $?\"; "
            + $"\"$1\" audit list --store \"$2/pieno.gpkg\" --format csv | grep -c {action}; ";
        int before = action == "analisi.congela" ? 1 : 0;

        Outcome outcome = await OnDiskAsync(
            new FileInfo(small).Length / 1024 + 300,
            $"cp '{small}' \"$2/pieno.gpkg\"; cat /dev/zero > \"$2/altro\" 2> /dev/null; {act}ls -A \"$2\"; {look}rm \"$2/altro\"; {act}{look}");

        outcome.Error.ShouldContain("Non c'è più spazio su disco");
        outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(
            ["esito 3", "altro", "pieno.gpkg", "esito 0", "esito 0", $"{before}", "esito 0", "esito 0", "esito 0", $"{before + 1}"], outcome.Error);
    }

    /// <param name="kilobytes">Of the disk.</param>
    /// <param name="script">Of the shell: <c>$1</c> is the program, <c>$2</c> the disk.</param>
    private async Task<Outcome> OnDiskAsync(long kilobytes, string script)
    {
        string disk = Path.Combine(_folder, "disco"), program = Path.Combine(AppContext.BaseDirectory, "coverage");
        Directory.CreateDirectory(disk);
        var start = new ProcessStartInfo(
            "unshare", ["--map-root-user", "--mount", "sh", "-c", $"mount -t tmpfs -o size={kilobytes}k tmpfs \"$2\" || exit 99\n{script}", "sh", program, disk])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            var outcome = new Outcome(process.ExitCode, await output, await error);
            Assert.SkipWhen(outcome.ExitCode is 1 or 99 && outcome.Output.Length == 0, $"No small disk can be mounted here: {outcome.Error}");
            return outcome;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no unshare here.");
            throw;
        }
    }
}
