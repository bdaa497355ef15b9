using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

/// <summary>What the law asks beyond what a program can count: enlarged, by keyboard, listened to, in the system's own colours.</summary>
public sealed class AccessTests(MapInBrowser browser)
{
    [Fact]
    public async Task Enlarged_to_200_percent_every_tool_and_every_column_is_there()
    {
        await using MapPage map = await browser.OpenAsync("", 640, 400);

        foreach (string tool in (string[])["Stampa", "Copia link", "Tutte le colonne", "Scarica", "Prova un file…", "Torna all’elenco"])
        {
            if (tool == "Torna all’elenco")
                await map.Rows.First.ClickAsync();
            await Expect(map.Page.GetByRole(AriaRole.Button, new() { Name = tool }).Locator("visible=true").First).ToBeVisibleAsync();
        }

        foreach (string page in (string[])["API", "Guida", "Accessibilità"])
            await Expect(map.Page.GetByRole(AriaRole.Link, new() { Name = page, Exact = true })).ToBeVisibleAsync();
        await map.BackToListAsync();
        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Tutte le colonne" }).ClickAsync();
        foreach (string column in (string[])["Ambito", "ATS", "Verdetto", "Hub", "Spoke", "Residenti", "Fonte"])
            await Expect(map.Page.GetByRole(AriaRole.Columnheader, new() { Name = column, Exact = true })).ToBeVisibleAsync();
        (await map.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_view_that_was_chosen_is_said_once_and_one_that_the_arrows_pass_by_is_not_asked_for()
    {
        await using MapPage map = await browser.OpenAsync();
        var asked = new List<string>();
        map.Page.Request += (_, request) => asked.Add(request.Url);

        await map.Page.GetByRole(AriaRole.Radio, new() { Name = "Copertura" }).FocusAsync();
        foreach (int _ in (int[])[1, 2, 3, 4, 5])
            await map.Page.Keyboard.PressAsync("ArrowRight", new() { Delay = 5 });
        await map.Page.Keyboard.PressAsync("Enter");

        await Expect(map.Page.Locator("#detto")).ToContainTextAsync("Rilievi · Lombardia. ");
        await Expect(map.Page.GetByRole(AriaRole.Radio, new() { Name = "Rilievi" })).ToBeFocusedAsync();
        asked.ShouldNotContain(url => url.Contains("/measures", StringComparison.Ordinal));
        asked.ShouldNotContain(url => url.Contains("/suggestions", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_forced_colours_the_chosen_view_stands_out_and_the_samples_keep_their_colours()
    {
        await using MapPage map = await browser.OpenAsync();
        await map.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });

        string[] grounds = await map.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.themes span')].slice(0, 2).map(tab => getComputedStyle(tab).backgroundColor)");
        grounds[0].ShouldNotBe(grounds[1], StringComparer.Ordinal);
        (await map.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('#legenda .swatch')).forcedColorAdjust")).ShouldBe("none");
    }

    [Fact]
    public async Task In_forced_colours_a_step_of_the_first_visit_and_a_term_stand_out()
    {
        await using MapPage map = await browser.NewPageAsync();
        await map.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await map.OpenAsync("?primi_passi=1");

        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Avanti" }).ClickAsync();
        (await StyleAsync(map, ".is-pointed-at", "outlineStyle")).ShouldBe("solid");
        (await StyleAsync(map, ".visit", "borderTopStyle")).ShouldBe("solid");
        (await StyleAsync(map, ".visit-next", "borderTopStyle")).ShouldBe("solid");
        (await StyleAsync(map, "#titolare .term", "textDecorationLine")).ShouldBe("underline");
    }

    [Fact]
    public async Task Whoever_asks_for_more_contrast_has_black_words_and_lines_that_are_seen()
    {
        await using MapPage map = await browser.OpenAsync("scheda=ambito:bellano");
        string softer = await StyleAsync(map, ".facts dt", "color");

        await map.Page.EmulateMediaAsync(new() { Contrast = Contrast.More });

        (await StyleAsync(map, "body", "color")).ShouldBe("rgb(0, 0, 0)");
        (await StyleAsync(map, ".facts dt", "color")).ShouldNotBe(softer, StringComparer.Ordinal);
        (await StyleAsync(map, ".facts div", "borderBottomColor")).ShouldBe("rgb(107, 122, 136)");
    }

    [Fact]
    public async Task Whoever_asks_for_less_motion_sees_none_and_the_map_is_there_at_once()
    {
        await using MapPage map = await browser.OpenAsync();

        await map.ChooseAsync("ATS", "ATS della Montagna");
        (await map.Page.EvaluateAsync<int>("() => document.getAnimations().length")).ShouldBe(0);
        string[] moving = await map.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('body *')].filter(each => {
              const { animationName, transitionDuration } = getComputedStyle(each);
              return (animationName !== 'none' || transitionDuration.split(', ').some(d => parseFloat(d) > 0.01)) && each.checkVisibility();
            }).map(each => each.className || each.tagName)
            """);
        moving.ShouldBeEmpty();
        string there = map.Permalink;
        await map.Page.WaitForTimeoutAsync(500);
        map.Permalink.ShouldBe(there, "the map still flies");
        await map.ChooseAsync("ATS", "Tutta la Lombardia");
        map.Permalink.ShouldNotBe(there, StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_page_on_accessibility_says_who_must_declare_it_and_leads_back()
    {
        await using MapPage map = await browser.OpenAsync();

        await map.Page.GetByRole(AriaRole.Link, new() { Name = "Accessibilità" }).ClickAsync();
        await Expect(map.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Accessibilità");
        await Expect(map.Page.GetByText("La deve rendere l'ente")).ToBeVisibleAsync();
        await map.Page.GetByRole(AriaRole.Link, new() { Name = "Torna alla mappa" }).ClickAsync();
        await map.DrawnAsync();
    }

    private static Task<string> StyleAsync(MapPage map, string selector, string property) =>
        map.Page.EvaluateAsync<string>("([selector, property]) => getComputedStyle(document.querySelector(selector))[property]", new[] { selector, property });
}
