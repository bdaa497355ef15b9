using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

public sealed class KeyboardTests(MapInBrowser browser)
{
    [Fact]
    public async Task The_keyboard_goes_from_area_to_area_says_each_and_opens_its_sheet()
    {
        await using MapPage map = await browser.OpenAsync("mostra_sedi=0");
        ILocator canvas = map.Page.Locator("#mappa-tela canvas");
        ILocator said = map.Page.Locator("#detto");
        await canvas.FocusAsync();

        await map.Page.Keyboard.PressAsync("n");
        await Expect(said).ToContainTextAsync(" residenti, 1 di ");
        string first = await said.InnerTextAsync();
        first.Split(", ")[1].ShouldBe("Ambito");
        await map.Page.Keyboard.PressAsync("Tab");
        await Expect(said).ToContainTextAsync(", 2 di ");
        await map.Page.Keyboard.PressAsync("p");
        await Expect(said).ToHaveTextAsync(first);
        await Expect(map.Page.Locator(".map-tooltip strong")).ToHaveTextAsync(first.Split(", ")[0]);

        await map.Page.Keyboard.PressAsync("Enter");
        await Expect(map.Sheet.Locator("h2")).ToHaveTextAsync(first.Split(", ")[0]);
        await Expect(map.Sheet).ToBeFocusedAsync();
        await map.Page.Keyboard.PressAsync("Escape");
        await Expect(canvas).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Tab_passes_by_a_map_that_nobody_walks_or_that_was_left()
    {
        await using MapPage map = await browser.OpenAsync();
        ILocator canvas = map.Page.Locator("#mappa-tela canvas");

        await canvas.FocusAsync();
        await map.Page.Keyboard.PressAsync("Tab");
        await Expect(canvas).Not.ToBeFocusedAsync();

        await canvas.FocusAsync();
        await map.Page.Keyboard.PressAsync("n");
        await map.Page.Keyboard.PressAsync("Tab");
        await Expect(canvas).ToBeFocusedAsync();
        await map.Page.Keyboard.PressAsync("Escape");
        await map.Page.Keyboard.PressAsync("Tab");
        await Expect(canvas).Not.ToBeFocusedAsync();
    }
}
