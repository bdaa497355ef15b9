using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

public sealed class ChoicesTests(MapInBrowser browser)
{
    [Fact]
    public async Task Distretti_and_ATS_have_verdicts_of_their_own()
    {
        await using MapPage map = await browser.OpenAsync();

        await map.ChooseAsync("Livello", "Distretti");
        await Expect(map.Rows).ToHaveCountAsync(76);
        await map.ChooseAsync("Livello", "ATS");
        await Expect(map.Rows).ToHaveCountAsync(8);
    }

    [Fact]
    public async Task Comuni_come_with_the_farthest_first_over_all_pages()
    {
        await using MapPage map = await browser.OpenAsync();

        await map.ChooseThemeAsync("Tempi di viaggio");
        await map.ChooseAsync("Livello", "Comuni");

        await Expect(map.Page.Locator(".table-count")).ToHaveTextAsync("1.504 righe");
        decimal[] minutes = await MinutesAsync(map);
        minutes.ShouldBe(minutes.OrderDescending());
        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Successiva" }).ClickAsync();
        (await MinutesAsync(map))[0].ShouldBeLessThanOrEqualTo(minutes[^1]);
    }

    [Fact]
    public async Task More_choices_over_the_list_close_with_a_press_elsewhere_and_with_Escape()
    {
        await using MapPage map = await browser.OpenAsync("tema=proposte&ats=Brescia");
        await map.FoundAsync();
        ILocator choices = map.Page.Locator("#altre-scelte"), title = choices.Locator("summary"), knobs = choices.Locator(".knobs");

        await title.ClickAsync();
        await Expect(knobs).ToBeVisibleAsync();
        await map.Headline.ClickAsync();
        await Expect(knobs).ToBeHiddenAsync();

        await title.ClickAsync();
        await map.Page.GetByLabel("Curva fino a", new() { Exact = true }).FocusAsync();
        await Expect(knobs).ToBeVisibleAsync();
        await title.FocusAsync();
        await map.Page.Keyboard.PressAsync("Escape");
        await Expect(knobs).ToBeHiddenAsync();
        await Expect(title).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_column_sorts_both_ways_and_says_so_to_screen_readers()
    {
        await using MapPage map = await browser.OpenAsync();

        await map.SortByAsync("Residenti");
        ILocator head = map.Page.Locator("#righe th").Filter(new() { HasText = "Residenti" });
        await Expect(head).ToHaveAttributeAsync("aria-sort", "descending");
        (await map.ColumnAsync(0))[0].ShouldBe("Milano");
        await map.SortByAsync("Residenti");
        await Expect(head).ToHaveAttributeAsync("aria-sort", "ascending");
        (await map.ColumnAsync(0))[0].ShouldBe("Campione d'Italia");
    }

    [Fact]
    public async Task An_ATS_filters_table_and_figures()
    {
        await using MapPage map = await browser.OpenAsync();

        await map.ChooseAsync("ATS", "ATS della Montagna");

        IReadOnlyList<string> names = await map.ColumnAsync(0);
        names.Count.ShouldBeInRange(2, 20);
        names.ShouldContain(name => name == "Tirano");
        await Expect(map.Page.Locator("#indicatori")).ToContainTextAsync($"su {names.Count}");
    }

    [Fact]
    public async Task Real_centres_leave_no_Ambito_uncovered_only_not_judged()
    {
        await using MapPage map = await browser.OpenAsync();

        await map.ChooseAsync("Sedi", "Note da pagine pubbliche");

        (await map.ColumnAsync(2)).ToHashSet(StringComparer.Ordinal).SetEquals(["Non noto", "Sede presente"]).ShouldBeTrue();
        await Expect(map.Notices).ToContainTextAsync("L’elenco delle sedi non è completo");
        await Expect(map.Notices).Not.ToContainTextAsync("nessuna è reale");
    }

    [Fact]
    public async Task The_search_minds_neither_case_nor_accents()
    {
        await using MapPage map = await browser.OpenAsync();

        await map.Page.GetByLabel("Cerca nell’elenco").FillAsync("ALME");
        await Expect(map.Rows).ToHaveCountAsync(1);
        await Expect(map.Rows).ToContainTextAsync("Almè");
    }

    [Fact]
    public async Task Proposals_name_their_network_or_ask_for_a_new_call()
    {
        await using MapPage map = await browser.OpenAsync();

        await map.ChooseThemeAsync("Proposte");
        await map.FoundAsync();

        (await map.Rows.CountAsync()).ShouldBe(20);
        (await map.ColumnAsync(1)).ShouldAllBe(kind => kind == "Spoke" || kind == "Nuovo avviso");
        await map.Rows.First.ClickAsync();
        await Expect(map.Sheet).ToContainTextAsync("Residenti guadagnati");
        await Expect(map.Sheet).ToContainTextAsync("Allegato A");
    }

    private static async Task<decimal[]> MinutesAsync(MapPage map) =>
        [.. (await map.ColumnAsync(3)).Select(text => decimal.Parse(text.Replace(',', '.')))];
}
