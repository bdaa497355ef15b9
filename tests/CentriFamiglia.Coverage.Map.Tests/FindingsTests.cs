using CentriFamiglia.Coverage.Formats;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

public sealed class FindingsTests(MapInBrowser browser)
{
    [Fact]
    public async Task Findings_are_filtered_by_rule_and_outcome_and_downloaded_as_seen()
    {
        await using MapPage map = await browser.OpenAsync("tema=rilievi", 1280, 1000);
        string before = await map.Page.Locator(".table-count").InnerTextAsync();

        await map.ChooseAsync("Regola", "R1");
        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Non conforme" }).ClickAsync();
        await map.DrawnAsync();

        before.ShouldStartWith("1.552");
        (await map.ColumnAsync(1)).ShouldAllBe(rule => rule == "R1");
        (await map.ColumnAsync(2)).ShouldAllBe(outcome => outcome == "Non conforme");
        string count = await map.Page.GetByRole(AriaRole.Button, new() { Name = "Non conforme" }).Locator("strong").InnerTextAsync();
        await Expect(map.Rows).ToHaveCountAsync(int.Parse(count));
        string file = await map.DownloadAsync("CSV", Path.GetTempPath());
        SourceTable rows = SourceFiles.Read(file, FileLimits.Default)[0];
        File.Delete(file);
        rows.Rows.Length.ShouldBe(int.Parse(count));
        rows.Rows.ShouldAllBe(r => r.Cell(rows.Columns.IndexOf("Regola")) == "R1");
    }

    [Fact]
    public async Task A_rule_opens_with_its_clause_then_its_ATS_and_the_address_keeps_them_open()
    {
        await using MapPage map = await browser.OpenAsync("tema=rilievi", 1280, 1000);
        ILocator groups = map.Page.Locator(".finding-groups");

        await groups.GetByRole(AriaRole.Button, new() { Name = "R1 Una sede in ogni Ambito e Distretto" }).ClickAsync();
        await Expect(groups).ToContainTextAsync("«garantire la copertura territoriale");
        await groups.GetByRole(AriaRole.Button, new() { Name = "Brescia" }).ClickAsync();
        await Expect(groups.GetByRole(AriaRole.Button, new() { Name = "Brescia", Expanded = true })).ToBeFocusedAsync();
        map.Permalink.ShouldContain("gruppi=R1,R1.Brescia");

        await groups.GetByText("Ambito 8 Bassa Bresciana Occidentale").ClickAsync();
        await Expect(map.Sheet).ToContainTextAsync("Che cosa dice l’atto");
    }

    [Fact]
    public async Task A_finding_gives_the_words_of_the_act_and_the_cure_and_the_map_goes_there()
    {
        await using MapPage map = await browser.OpenAsync("tema=rilievi&esito=non_conforme");

        await map.Rows.First.ClickAsync();

        await Expect(map.Sheet).ToContainTextAsync("Rimedio");
        await Expect(map.Sheet).ToContainTextAsync("Allegato A");
        await map.Page.WaitForURLAsync(url => url.Contains("scheda=rilievo:R", StringComparison.Ordinal) && url.Contains("vista=", StringComparison.Ordinal));
    }
}
