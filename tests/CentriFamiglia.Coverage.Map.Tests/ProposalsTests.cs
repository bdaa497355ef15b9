using System.Globalization;
using System.Text.Json.Nodes;
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
        await map.FoundAsync();

        await Expect(map.Rows).ToHaveCountAsync(10);
        ILocator overview = map.Page.Locator("#quadro");
        await map.ReadOverviewAsync();
        await Expect(overview).ToContainTextAsync("Dimostrato");
        await Expect(overview).ToContainTextAsync("1.337 comuni candidati considerati; 167 scartati");
        ILocator points = overview.Locator("tbody tr");
        await Expect(points).ToHaveCountAsync(11);
        decimal[] gains = [.. (await points.Locator("td:nth-child(3)").AllInnerTextsAsync()).Skip(1).Select(t => decimal.Parse(t.Replace(".", "", StringComparison.Ordinal)))];
        gains.ShouldBe(gains.OrderDescending());
        await Expect(overview.Locator("svg circle")).ToHaveCountAsync(11);
        // The first and the last point of the curve, and today's figure above the map.
        await Expect(map.Page.Locator("#titolare")).ToContainTextAsync("Con 10 nuovi Spoke: dal 95,6 % al 98,9 % dei residenti entro il limite");
        await Expect(points.First).ToContainTextAsync("95,6 %");
        await Expect(points.Last).ToContainTextAsync("98,9 %");

        await overview.GetByRole(AriaRole.Button, new() { Name = "Scegli 4 Spoke" }).ClickAsync();
        await map.FoundAsync();
        await Expect(map.Rows).ToHaveCountAsync(4);
        map.Permalink.ShouldContain("nuovi=4");
    }

    [Fact]
    public async Task A_constraint_that_cannot_be_met_is_said_in_words()
    {
        await using MapPage map = await browser.OpenAsync("tema=proposte&scopo=cover&nuovi=3");

        await map.Page.GetByText("Una sede in ogni area (R1)").ClickAsync();
        await map.FoundAsync();

        await Expect(map.Page.Locator("#quadro")).ToContainTextAsync("Nessuna scelta rispetta i vincoli chiesti");
        map.Permalink.ShouldContain("r1=1");
    }

    [Fact]
    public async Task A_proposal_has_one_number_on_its_pin_in_the_list_in_the_legend_and_in_its_sheet()
    {
        await using MapPage map = await browser.OpenAsync("tema=proposte&scopo=cover&nuovi=3&ats=Brescia");
        await map.FoundAsync();
        JsonNode[] proposals = [.. (await map.RowsOfAsync("suggestions?goal=cover&spokes=3&ats=Brescia")).OrderBy(r => (int)r!["ordine"]!).Select(r => r!)];
        proposals.Length.ShouldBe(3);

        ILocator pins = map.Page.Locator("#legenda .pin-sample");
        for (int i = 0; i < proposals.Length; i++)
        {
            string place = (string)proposals[i]["comune"]!;
            await Expect(map.Rows.Nth(i).Locator(".row-badge")).ToHaveTextAsync($"{i + 1}");
            await Expect(map.Rows.Nth(i).Locator(".row-button")).ToHaveTextAsync(place);
            await Expect(pins.Nth(i)).ToHaveAttributeAsync("aria-label", $"Spoke {i + 1}");
            await map.Rows.Nth(i).Locator(".row-button").ClickAsync();
            await Expect(map.Sheet.Locator(".kicker")).ToHaveTextAsync($"Proposta {i + 1} · ATS di Brescia");
            await Expect(map.Sheet.Locator("h2")).ToHaveTextAsync(place);
            await map.Page.Keyboard.PressAsync("Escape");
        }

        // What is in the middle of the map is the pin of the second.
        string middle = string.Create(CultureInfo.InvariantCulture, $"{(double)proposals[1]["lon"]!:0.0000},{(double)proposals[1]["lat"]!:0.0000},11");
        await using MapPage near = await browser.OpenAsync($"tema=proposte&scopo=cover&nuovi=3&ats=Brescia&vista={middle}");
        await near.FoundAsync();
        await near.ClickMiddleOfMapAsync();
        await Expect(near.Sheet.Locator(".kicker")).ToHaveTextAsync("Proposta 2 · ATS di Brescia");
    }

    [Fact]
    public async Task A_proposal_is_explained_with_its_load_its_second_choice_and_what_is_lost_without_it()
    {
        await using MapPage map = await browser.OpenAsync("tema=proposte&scopo=cover&nuovi=3&ats=Brescia");
        await map.FoundAsync();

        await map.Rows.Nth(1).ClickAsync();

        await Expect(map.Sheet).ToContainTextAsync("Rete dimostrativa Gavardo BS07: 5 Spoke su 8");
        await Expect(map.Sheet).ToContainTextAsync("Senza questa proposta 6.746 residenti tornerebbero oltre il limite, con 265.522 minuti-residente in più.");
        await Expect(map.Sheet).ToContainTextAsync("Al suo posto verrebbe Idro: con gli stessi residenti entro il limite e 25.567 minuti-residente in più.");
        await Expect(map.Sheet).ToContainTextAsync("Tempi stimati");
    }

    [Fact]
    public async Task The_proposals_can_be_tried()
    {
        await using MapPage map = await browser.OpenAsync("tema=proposte&scopo=cover&nuovi=3&ats=Brescia");
        await map.FoundAsync();

        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Porta in Prova" }).ClickAsync();

        await map.Page.Locator("body[data-trial=ready]").WaitForAsync();
        map.Permalink.ShouldContain("a*P1*r=spoke*n=BS02*c=017179!a*P2*r=spoke*n=BS07*c=017087!a*P3*r=spoke*n=BS07*c=017076");
        await Expect(map.Page.Locator("#indicatori")).ToContainTextAsync("19.511 → 1.130");
    }
}
