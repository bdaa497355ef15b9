using System.Text;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Formats;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

/// <summary>Files that leave the page are what it shows; a file that is dropped on it is read as an import reads it.</summary>
public sealed class FilesTests(MapInBrowser browser) : IDisposable
{
    private const string Sedi =
        "site_id,name,role,network_id,pro_com_t,lon,lat\nN9,Spoke di prova,spoke,BG01,016024,9.66,45.69\n"
        + "BG01-S2,Spoke dimostrativo Treviglio 2,spoke,BG01,016024,9.66,45.69\nN8,Nel mare,spoke,BG01,016024,12.9,44.1\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("coverage-file-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_Excel_and_the_CSV_have_the_rows_on_screen_in_their_order()
    {
        await using MapPage map = await browser.OpenAsync("ats=Brescia&cerca=bassa");
        await map.SortByAsync("Residenti");
        IReadOnlyList<string> names = await map.ColumnAsync(0), residents = await map.ColumnAsync(5);
        names.Count.ShouldBeInRange(2, 6);

        foreach (string format in (string[])["Excel", "CSV"])
        {
            string path = await map.DownloadAsync(format, _folder);
            SourceTable file = SourceFiles.Read(path, FileLimits.Default)[0];
            Path.GetFileName(path).ShouldStartWith("copertura-ambiti-brescia-2");
            file.Rows.Select(r => r.Cell(file.Columns.IndexOf("Ambito"))).ShouldBe(names);
            file.Rows.Select(r => r.Cell(file.Columns.IndexOf("Residenti"))).ShouldBe(residents.Select(r => r.Replace(".", "", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_file_that_is_dropped_is_reported_as_a_trial_run_and_ends_in_the_trial()
    {
        await using MapPage map = await browser.OpenAsync();
        string path = Path.Combine(_folder, "sedi.csv");
        await File.WriteAllTextAsync(path, Sedi, TestContext.Current.CancellationToken);
        JsonNode told = JsonNode.Parse(await browser.RunAsync("import", path, "--dry-run", "--format", "json"))!["meta"]!;
        await File.WriteAllTextAsync(Path.Combine(_folder, "prova.json"),
            """
            {"changes":[{"op":"add","id":"N9","name":"Spoke di prova","role":"spoke","network_id":"BG01","lon":9.66,"lat":45.69},
              {"op":"move","id":"BG01-S2","lon":9.66,"lat":45.69}]}
            """,
            TestContext.Current.CancellationToken);
        string trial = await browser.RunAsync("what-if", "--changes", Path.Combine(_folder, "prova.json"), "--format", "json");
        JsonNode totals = JsonNode.Parse(trial)!["meta"]!["totali"]!;

        await map.DropAsync("sedi.csv", Encoding.UTF8.GetBytes(Sedi));

        await map.Page.Locator(".import-try").WaitForAsync();
        ILocator panel = map.Page.GetByRole(AriaRole.Dialog, new() { Name = "Prova di un file: sedi.csv" });
        await Expect(panel).ToContainTextAsync($"{told["righe_lette"]} righe lette: {told["righe_accettate"]} accettate, {told["righe_rifiutate"]} rifiutata");
        await Expect(panel.Locator("tbody tr").First).ToContainTextAsync("N8");
        await Expect(panel).ToContainTextAsync("1 nuova, 1 spostata");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Prova questo stato" }).ClickAsync();

        await map.DrawnAsync();
        await Expect(map.Page.Locator("#prova")).ToContainTextAsync("Nuovo Spoke N9");
        await Expect(map.Page.Locator("#indicatori")).ToContainTextAsync($"{totals["prima"]!["ambiti_con_sede"]} → {totals["dopo"]!["ambiti_con_sede"]}");

        // It is a trial like any other: Annulla takes it back, and so does the browser, after which it can be had again.
        ILocator undo = map.Page.GetByRole(AriaRole.Button, new() { Name = "Annulla" }), trialOf = map.Page.Locator("#prova");
        await undo.ClickAsync();
        await Expect(trialOf).Not.ToContainTextAsync("Nuovo Spoke N9");
        await map.Page.GoBackAsync();
        await Expect(trialOf).ToContainTextAsync("Nuovo Spoke N9");
        await map.Page.GoBackAsync();
        await Expect(map.Page.Locator("#prova")).ToBeHiddenAsync();
        await map.ChooseThemeAsync("Prova");
        await Expect(trialOf).Not.ToContainTextAsync("Nuovo Spoke N9");
        await undo.ClickAsync();
        await Expect(trialOf).ToContainTextAsync("Nuovo Spoke N9");
    }
}
