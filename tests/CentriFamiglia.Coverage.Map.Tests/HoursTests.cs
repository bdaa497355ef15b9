using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

public sealed class HoursTests(MapInBrowser browser)
{
    [Fact]
    public async Task Later_in_the_day_fewer_doors_are_open_and_uncertain_ones_are_named()
    {
        await using MapPage map = await browser.OpenAsync("tema=orari&giorno=mar&ora=10:00", 1280, 1000);
        ILocator overview = map.Page.Locator("#quadro");
        int morning = await OpenAsync(overview);

        await map.Page.GetByLabel("Ora", new() { Exact = true }).FillAsync("1170");
        await Expect(overview).ToContainTextAsync("Martedì alle 19:30");
        await map.DrawnAsync();

        (await OpenAsync(overview)).ShouldBeLessThan(morning);
        map.Permalink.ShouldContain("ora=19:30");
        await Expect(overview.Locator("details").Last).ToContainTextAsync("Orario non dichiarato");
        await Expect(map.Page.Locator(".table-count")).ToHaveTextAsync("1.504 righe");
    }

    [Fact]
    public async Task A_cell_of_the_week_says_who_finds_an_open_door_and_sets_the_moment()
    {
        await using MapPage map = await browser.OpenAsync("tema=orari&giorno=mar&ora=10:00", 1280, 1000);
        ILocator grid = map.Page.GetByRole(AriaRole.Grid), said = map.Page.Locator(".week-said");
        await grid.Locator("[aria-selected=true] button").FocusAsync();
        await Expect(said).ToContainTextAsync("Martedì 10:00");

        await map.Page.Keyboard.PressAsync("ArrowDown");
        await map.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(said).ToContainTextAsync("Mercoledì 09:30");
        await map.Page.Keyboard.PressAsync("Enter");

        await Expect(map.Headline).ToContainTextAsync("Mercoledì alle 09:30");
        map.Permalink.ShouldContain("giorno=mer");
        await Expect(grid.Locator("[aria-selected=true] button")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Another_situation_has_the_hours_of_its_own_sedi_as_the_service_gives_them()
    {
        await using MapPage map = await browser.OpenAsync("tema=orari&giorno=mar&ora=17:30&confronto=altro&sedi_dopo=note");
        await map.Page.Locator("body[data-hours=ready]").WaitForAsync();
        await map.DrawnAsync();

        JsonArray then = await map.RowsOfAsync("gaps?by=comune&at=mar%2017:30&sedi=note&f=json");
        then.Count(row => row!["elenco_incompleto"] is not null && (bool?)row["oltre_limite"] == false).ShouldBe(0, "the hours of the known sedi are not known");
        await Expect(map.Headline).ToContainTextAsync("Sedi «Note da pagine pubbliche», martedì alle 17:30 non risulta aperta alcuna sede");
        JsonNode first = then.Where(row => row!["elenco_incompleto"] is not null).MaxBy(row => (int)row!["residenti"]!)!;
        await Expect(map.Rows.First).ToContainTextAsync((string)first["comune"]!);
        await Expect(map.Rows.First).ToContainTextAsync((bool?)first["oltre_limite_se_incerte_aperte"] == false ? "Forse" : "Oltre il limite");
        await Expect(map.Page.Locator("#legenda h2")).ToContainTextAsync("sedi «Note da pagine pubbliche»");
        // Of today's figures none stands under another situation.
        await Expect(map.Page.Locator("#indicatori .indicator")).ToHaveCountAsync(0);

        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Affianca" }).ClickAsync();
        await Expect(map.Page.Locator(".divider")).ToBeVisibleAsync();
        await map.Page.Locator("input[name=stato][value=oggi]").CheckAsync(new() { Force = true });
        await Expect(map.Headline).ToHaveTextAsync(new Regex("^Martedì alle 17:30", RegexOptions.None, TimeSpan.FromSeconds(5)));
        map.Permalink.ShouldNotContain("confronto=altro");
    }

    private static async Task<int> OpenAsync(ILocator overview) =>
        int.Parse(Regex.Match(await overview.InnerTextAsync(), @"(\d+) sedi aperte", RegexOptions.None, TimeSpan.FromSeconds(5)).Groups[1].Value);
}
