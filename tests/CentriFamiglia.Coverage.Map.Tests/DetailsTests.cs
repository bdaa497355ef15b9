using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

public sealed class DetailsTests(MapInBrowser browser)
{
    /// <summary>A camera over the mountains of Bellano, away from any sede.</summary>
    private const string Bellano = "vista=9.44,46.04,11";

    [Fact]
    public async Task A_click_on_the_map_opens_the_sheet_and_marks_the_row()
    {
        await using MapPage map = await browser.OpenAsync(Bellano);

        await map.ClickMiddleOfMapAsync();

        await Expect(map.Sheet.Locator("h2")).ToHaveTextAsync("Bellano");
        await Expect(map.Sheet).ToContainTextAsync("90 % dei residenti entro");
        await Expect(map.Page.Locator("tr.is-selected")).ToContainTextAsync("Bellano");
        await map.Page.Keyboard.PressAsync("Escape");
        await Expect(map.Sheet).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_row_is_opened_with_the_keyboard_flies_to_its_area_and_has_the_focus_back()
    {
        await using MapPage map = await browser.OpenAsync();

        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Bellano", Exact = true }).FocusAsync();
        await map.Page.Keyboard.PressAsync("Enter");

        await Expect(map.Sheet.Locator("h2")).ToHaveTextAsync("Bellano");
        await Expect(map.Sheet).ToBeFocusedAsync();
        await map.DrawnAsync();
        map.Permalink.ShouldContain("scheda=ambito:bellano");
        map.Permalink.ShouldMatch("vista=9\\.\\d+,4[56]\\.\\d+,(9|10)");
        await map.Page.Keyboard.PressAsync("Escape");
        await Expect(map.Sheet).ToBeHiddenAsync();
        await Expect(map.Page.GetByRole(AriaRole.Button, new() { Name = "Bellano", Exact = true })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_curve_has_its_drawing_and_its_table()
    {
        await using MapPage map = await browser.OpenAsync("scheda=ambito:bellano");

        string? sense = await map.Sheet.GetByRole(AriaRole.Img).GetAttributeAsync("aria-label");
        sense.ShouldNotBeNull().ShouldContain("entro 20 minuti");
        await map.Sheet.GetByText("I numeri della curva").ClickAsync();
        await Expect(map.Sheet.Locator("figure tbody tr")).ToHaveCountAsync(12);
    }

    [Fact]
    public async Task The_sedi_behind_a_verdict_open_their_own_sheet()
    {
        await using MapPage map = await browser.OpenAsync("scheda=ambito:dalmine");

        await map.Sheet.Locator(".site-button").First.ClickAsync();

        await Expect(map.Sheet).ToContainTextAsync("Sede inventata per provare il programma");
        map.Permalink.ShouldContain("scheda=sede:");
    }

    [Fact]
    public async Task A_comune_shows_its_nearest_sede_and_its_limit()
    {
        await using MapPage map = await browser.OpenAsync("tema=tempi&livello=comune&cerca=bormio");

        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Bormio", Exact = true }).ClickAsync();

        await Expect(map.Sheet.Locator("h2")).ToHaveTextAsync("Bormio");
        await Expect(map.Sheet).ToContainTextAsync("Sede più vicina");
        await Expect(map.Sheet).ToContainTextAsync("limite");
    }

    [Fact]
    public async Task An_ATS_shows_its_share_of_the_fund_to_the_cent()
    {
        await using MapPage map = await browser.OpenAsync("livello=ats&scheda=ats:brescia");

        await Expect(map.Sheet).ToContainTextAsync("799.228,69 €");
    }
}
