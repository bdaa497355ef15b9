using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

public sealed class PermalinkTests(MapInBrowser browser)
{
    [Fact]
    public async Task A_permalink_shows_the_same_view_to_whoever_follows_it()
    {
        await using MapPage map = await browser.OpenAsync();
        await map.ChooseThemeAsync("Tempi di viaggio");
        await map.ChooseAsync("ATS", "ATS di Pavia");
        await map.SortByAsync("Mediana");
        await map.Rows.Nth(1).ClickAsync();
        await map.DrawnAsync();
        IReadOnlyList<string> names = await map.ColumnAsync(0);

        await using MapPage other = await browser.OpenAsync(map.Permalink.TrimStart('#'));

        (await other.ColumnAsync(0)).ShouldBe(names);
        await Expect(other.Sheet.Locator("h2")).ToHaveTextAsync(names[1]);
        await Expect(other.Page.GetByLabel("ATS", new() { Exact = true })).ToHaveValueAsync("Pavia");
    }

    [Fact]
    public async Task The_browser_s_back_button_undoes_a_choice()
    {
        await using MapPage map = await browser.OpenAsync();
        await map.ChooseAsync("Livello", "ATS");
        await Expect(map.Rows).ToHaveCountAsync(8);

        await map.Page.GoBackAsync();

        await Expect(map.Rows).ToHaveCountAsync(91);
    }

    [Theory]
    [InlineData("ats=brianza", "Brianza")]
    [InlineData("ats=ATS%20della%20Citt%C3%A0%20Metropolitana%20di%20Milano", "Milano Città Metropolitana")]
    public async Task An_ATS_is_known_however_the_address_writes_it(string permalink, string name)
    {
        await using MapPage map = await browser.OpenAsync(permalink);

        await Expect(map.Page.GetByLabel("ATS", new() { Exact = true })).ToHaveValueAsync(name);
        (await map.ColumnAsync(1)).ShouldAllBe(ats => ats == name);
    }

    [Fact]
    public async Task An_ATS_that_there_is_not_is_said_with_the_choices_there_are()
    {
        await using MapPage map = await browser.NewPageAsync();
        await map.GoToAsync("ats=Lodi");

        ILocator alert = map.Page.GetByRole(AriaRole.Alert);
        await Expect(alert).ToContainTextAsync("L’ATS «Lodi» non esiste");
        await alert.GetByRole(AriaRole.Button, new() { Name = "ATS di Pavia" }).ClickAsync();

        await Expect(alert).ToBeHiddenAsync();
        await Expect(map.Page.GetByLabel("ATS", new() { Exact = true })).ToHaveValueAsync("Pavia");
    }

    [Fact]
    public async Task An_address_that_cannot_be_read_opens_the_usual_view()
    {
        await using MapPage map = await browser.OpenAsync("tema=altro&livello=provincia&scheda=x&vista=qui");

        await Expect(map.Rows).ToHaveCountAsync(91);
    }
}
