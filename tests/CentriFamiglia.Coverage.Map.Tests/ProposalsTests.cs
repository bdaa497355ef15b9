using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

public sealed class ProposalsTests(MapInBrowser browser)
{
    [Fact]
    public async Task Ten_Spokes_for_more_residents_come_with_their_proof_and_the_worth_of_each()
    {
        await using MapPage map = await browser.OpenAsync("tema=proposte");

        await map.ChooseAsync("Scopo", "Più residenti nel limite");

        await Expect(map.Rows).ToHaveCountAsync(10);
        ILocator overview = map.Page.Locator("#quadro");
        await map.ReadOverviewAsync();
        await Expect(overview).ToContainTextAsync("Dimostrato");
        await Expect(overview).ToContainTextAsync("1.356 comuni candidati considerati; 148 scartati");
        ILocator points = overview.Locator("tbody tr");
        await Expect(points).ToHaveCountAsync(11, new() { Timeout = 30_000 });
        decimal[] gains = [.. (await points.Locator("td:nth-child(3)").AllInnerTextsAsync()).Skip(1).Select(t => decimal.Parse(t.Replace(".", "", StringComparison.Ordinal)))];
        gains.ShouldBe(gains.OrderDescending());
        await Expect(overview.Locator("svg circle")).ToHaveCountAsync(11);
    }

    [Fact]
    public async Task A_constraint_that_cannot_be_met_is_said_in_words()
    {
        await using MapPage map = await browser.OpenAsync("tema=proposte&scopo=cover&nuovi=3");

        await map.Page.GetByText("Una sede in ogni area (R1)").ClickAsync();
        await map.DrawnAsync();

        await Expect(map.Page.Locator("#quadro")).ToContainTextAsync("Nessuna scelta rispetta i vincoli chiesti");
        map.Permalink.ShouldContain("r1=1");
    }

    [Fact]
    public async Task A_proposal_is_explained_with_its_catchment_in_the_legend()
    {
        await using MapPage map = await browser.OpenAsync("tema=proposte");

        string place = (await map.ColumnAsync(0))[0];
        await Expect(map.Page.Locator("#legenda")).ToContainTextAsync(place);
        await map.Rows.First.ClickAsync();

        await Expect(map.Sheet.Locator("h2")).ToHaveTextAsync(place);
        await Expect(map.Sheet).ToContainTextAsync("Seconda scelta");
        await Expect(map.Sheet).ToContainTextAsync("Se manca solo questa");
        await Expect(map.Sheet).ToContainTextAsync("Tempi stimati");
    }
}
