using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

/// <summary>One box finds what has a sheet, by keyboard and in words.</summary>
public sealed class FindTests(MapInBrowser browser)
{
    [Fact]
    public async Task The_keyboard_finds_Edolo_opens_its_sheet_and_goes_on_to_its_Ambito_and_back()
    {
        await using MapPage map = await browser.OpenAsync("ats=Brescia");
        ILocator box = map.Page.GetByRole(AriaRole.Combobox, new() { Name = "Trova un comune, un Ambito" });
        await box.FocusAsync();
        await map.Page.Keyboard.TypeAsync("èdo");
        ILocator option = map.Page.GetByRole(AriaRole.Option, new() { Name = "Edolo" });
        await Expect(option).ToContainTextAsync("Ambito Valle Camonica · ATS della Montagna");
        await Expect(map.Page.Locator("#trova [role=group]").First).ToContainTextAsync("Comuni");
        await Expect(map.Page.Locator("#trova [role=status]")).ToContainTextAsync("frecce per scorrere");

        await map.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(option).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(box).ToHaveAttributeAsync("aria-activedescendant", (await option.GetAttributeAsync("id"))!);
        await map.Page.Keyboard.PressAsync("Enter");
        await Expect(map.Sheet.Locator("h2")).ToHaveTextAsync("Edolo");
        await Expect(map.Sheet).ToBeFocusedAsync();
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "false");
        map.Permalink.ShouldContain("ats=Montagna");
        map.Permalink.ShouldContain("scheda=comune:017068");

        await map.Sheet.GetByRole(AriaRole.Button, new() { Name = "Apri l’Ambito Valle Camonica" }).ClickAsync();
        await Expect(map.Sheet.Locator("h2")).ToHaveTextAsync("Valle Camonica");
        await map.Sheet.GetByRole(AriaRole.Button, new() { Name = "Edolo", Exact = true }).ClickAsync();
        await Expect(map.Sheet.Locator("h2")).ToHaveTextAsync("Edolo");
    }

    [Fact]
    public async Task An_area_of_another_level_is_found_from_any_view_and_Escape_closes_one_thing_at_a_time()
    {
        await using MapPage map = await browser.OpenAsync("tema=tempi&livello=comune");
        ILocator box = map.Page.Locator("#trova-testo");
        await box.FocusAsync();
        await map.Page.Keyboard.TypeAsync("brianza");
        await Expect(map.Page.GetByRole(AriaRole.Option, new() { Name = "Brianza" }).First).ToBeVisibleAsync();
        await map.Page.Keyboard.PressAsync("Escape");
        await Expect(map.Page.Locator("#trova-elenco")).ToBeHiddenAsync();
        await Expect(box).ToHaveValueAsync("brianza");
        await map.Page.Keyboard.PressAsync("Escape");
        await Expect(box).ToHaveValueAsync("");

        await map.Page.Keyboard.TypeAsync("nessun luogo");
        await Expect(map.Page.Locator("#trova")).ToContainTextAsync("Nessun luogo e nessuna sede corrisponde a «nessun luogo».");
        await box.FillAsync("val padana");
        await map.Page.GetByRole(AriaRole.Option, new() { Name = "Val Padana", Exact = true }).ClickAsync();
        await Expect(map.Sheet.Locator("h2")).ToHaveTextAsync("Val Padana");
        map.Permalink.ShouldContain("livello=ats");
    }

    [Fact]
    public async Task A_search_that_finds_no_row_says_where_the_place_is()
    {
        await using MapPage map = await browser.OpenAsync("cerca=edolo");
        await Expect(map.Rows).ToContainTextAsync("Nessuna riga qui: «Edolo» è un Comune dell’Ambito Valle Camonica.");
        await map.Rows.GetByRole(AriaRole.Button, new() { Name = "Apri la scheda di Edolo" }).ClickAsync();
        await Expect(map.Sheet.Locator("h2")).ToHaveTextAsync("Edolo");
    }
}
