using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

/// <summary>Whoever reads English: the first visit, the same question in both languages, and what stays Italian.</summary>
public sealed class EnglishTests(MapInBrowser browser)
{
    [Fact]
    public async Task A_newcomer_goes_through_four_steps_finds_the_uncovered_Ambiti_of_Brescia_and_reads_them_in_Italian()
    {
        await using MapPage map = await browser.NewPageAsync(isFirstVisit: true);
        await map.OpenAsync("?lingua=en");
        ILocator visit = map.Page.GetByRole(AriaRole.Region, new() { Name = "Getting started" });

        foreach ((string step, string press) in ((string, string)[])[
            ("The map says where a Centre is missing", "Next"), ("Choose your ATS", "Next"), ("Try a new Spoke", "Next"), ("Print, or send the link", "Got it")])
        {
            await Expect(visit.GetByRole(AriaRole.Heading)).ToHaveTextAsync(step);
            await visit.GetByRole(AriaRole.Button, new() { Name = press }).ClickAsync();
        }

        await Expect(visit).ToBeHiddenAsync();
        await map.ChooseAsync("ATS", "ATS Brescia");
        await Expect(map.Headline).ToHaveTextAsync("In ATS Brescia 1 of 12 Ambiti is uncovered: 56,340 residents");
        (await map.ColumnAsync(2)).Count(verdict => verdict == "Uncovered").ShouldBe(1);
        string asked = map.Permalink;

        await map.Page.GetByRole(AriaRole.Link, new() { Name = "Italiano" }).Locator("visible=true").ClickAsync();
        await map.DrawnAsync();
        await Expect(map.Headline).ToHaveTextAsync("Nell’ATS di Brescia 1 Ambito su 12 è scoperto: 56.340 residenti");
        map.Permalink.ShouldBe(asked);
        await Expect(map.Page.GetByRole(AriaRole.Region, new() { Name = "Per cominciare" })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_choice_of_a_language_is_kept_and_stands_in_the_link()
    {
        await using MapPage map = await browser.OpenAsync("tema=tempi");
        await Expect(map.Page.Locator("html")).ToHaveAttributeAsync("lang", "it");

        await map.Page.GetByRole(AriaRole.Link, new() { Name = "English" }).Locator("visible=true").ClickAsync();
        await map.DrawnAsync();
        map.Page.Url.ShouldContain("?lingua=en#tema=tempi");
        await map.ChooseThemeAsync("Coverage");
        map.Page.Url.ShouldContain("?lingua=en");

        await map.OpenAsync("");
        await Expect(map.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(map.Page.GetByRole(AriaRole.Link, new() { Name = "Guide", Exact = true })).ToHaveAttributeAsync("href", "./guida?lingua=en");
    }

    [Theory]
    [InlineData("#scheda=ambito:bellano", "#scheda-contenuto [lang=it]", "Nessuna sede attiva all'interno")]
    [InlineData("#tema=rilievi&gruppi=R1", ".clause[lang=it]", "«")]
    [InlineData("", "#avvisi [lang=it]", "")]
    [InlineData("", "#provenienza [lang=it]", "D.G.R. Lombardia XII/1507")]
    public async Task What_the_service_says_stays_Italian_and_is_marked_so(string view, string marked, string words)
    {
        await using MapPage map = await browser.NewPageAsync();
        await map.OpenAsync("?lingua=en" + view);

        await Expect(map.Page.Locator(marked).First).ToContainTextAsync(words);
        await Expect(map.Notices).ToContainTextAsync("Reasons, notices and official terms are in Italian, as in the act.");
    }

    [Theory]
    [InlineData("tema=misure", "Measures")]
    [InlineData("tema=orari", "Opening hours")]
    [InlineData("tema=proposte", "Proposals")]
    [InlineData("tema=rilievi", "Findings")]
    [InlineData("tema=fragilita", "Fragility")]
    [InlineData("tema=risorse", "Resources")]
    [InlineData("tema=progettualita", "Projects")]
    [InlineData("tema=prova&prova=c*BG01-S2", "Trial")]
    [InlineData("tema=decisioni", "Decisions")]
    [InlineData("scheda=sede:BG01-S1", "Coverage")]
    public async Task No_Italian_word_of_ours_is_left_in_a_view(string view, string title)
    {
        await using MapPage map = await browser.NewPageAsync();
        await map.OpenAsync("?lingua=en#" + view);
        (await map.Page.TitleAsync()).ShouldStartWith(title + " · ");

        string[] left = await map.Page.EvaluateAsync<string[]>(
            """
            () => {
              const italian = new RegExp('(^|[^\\p{L}])(il|della|delle|oltre|entro|nessun[oa]?|senza|residenti|minuti|comuni|limite|verdetto|'
                + 'Residenti|Minuti|Rete|Esito|Tutte|Scegli|Mostra)(?![\\p{L}])', 'u');
              const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const found = [];
              while (words.nextNode()) {
                const { data, parentElement } = words.currentNode;
                const named = parentElement.closest('[lang=it], noscript, script, code, .row-button, .site-button');
                if (!named && italian.test(data.replace(/Rete dimostrativa/g, ''))) found.push(data.trim());
              }
              return found;
            }
            """);
        left.ShouldBeEmpty(view);
    }

    [Fact]
    public async Task A_term_is_explained_to_the_pointer_and_to_the_keyboard_until_Esc()
    {
        await using MapPage map = await browser.NewPageAsync();
        await map.OpenAsync("?lingua=en#scheda=ambito:bellano");
        ILocator meaning = map.Page.Locator("#significato");

        await map.Headline.GetByRole(AriaRole.Button, new() { Name = "Ambiti" }).HoverAsync();
        await Expect(meaning).ToContainTextAsync("the Comuni that plan social services together");
        await meaning.HoverAsync();
        await Expect(meaning).ToBeVisibleAsync();

        await map.Sheet.GetByRole(AriaRole.Button, new() { Name = "Sede", Exact = true }).FocusAsync();
        await Expect(meaning).ToContainTextAsync("a place where families are received", new() { IgnoreCase = true });
        await map.Page.Keyboard.PressAsync("Escape");
        await Expect(meaning).ToBeHiddenAsync();
        await Expect(map.Sheet).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_first_steps_are_not_offered_with_a_link_that_shows_a_view_nor_printed_and_come_back_from_the_help()
    {
        await using MapPage map = await browser.NewPageAsync(isFirstVisit: true);
        await map.OpenAsync("#tema=tempi");
        ILocator visit = map.Page.GetByRole(AriaRole.Region, new() { Name = "Per cominciare" });
        await Expect(visit).ToBeHiddenAsync();

        await map.Page.Locator("#aiuto summary").ClickAsync();
        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Rivedi i primi passi" }).ClickAsync();
        await Expect(visit.GetByRole(AriaRole.Heading)).ToBeFocusedAsync();
        await map.Page.Keyboard.PressAsync("Escape");
        await Expect(visit).ToBeHiddenAsync();
        await Expect(map.Page.Locator("#aiuto summary")).ToBeFocusedAsync();

        await map.OpenAsync("?primi_passi=1");
        await Expect(visit).ToBeVisibleAsync();
        await map.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(visit).ToBeHiddenAsync();
    }
}
