using System.Globalization;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

/// <summary>The choices of a search, how it is waited for, and how it ends.</summary>
public sealed class ProposalSearchTests(MapInBrowser browser)
{
    private const string Brescia = "tema=proposte&scopo=cover&nuovi=3&ats=Brescia";

    /// <summary>Takes many seconds.</summary>
    private const string Long = "tema=proposte&scopo=time&nuovi=150";

    [Fact]
    public async Task What_is_chosen_is_asked_of_the_service_and_its_answer_is_shown()
    {
        await using MapPage map = await browser.OpenAsync(Brescia);
        await map.FoundAsync();
        await Expect(map.Rows.First.Locator(".row-button")).ToHaveTextAsync("Sirmione");

        await map.Page.GetByText("Altre scelte").ClickAsync();
        await SetAsync(map, "Portata dell’Hub (minuti)", "35");
        await SetAsync(map, "Mai in questi comuni", "Lavenone");
        IRequest asked = await map.Page.RunAndWaitForRequestAsync(
            () => map.Page.Locator("#altre-scelte").GetByRole(AriaRole.Button, new() { Name = "Aggiungi" }).Nth(1).ClickAsync(),
            request => request.Url.Contains("not-in", StringComparison.Ordinal));
        await map.FoundAsync();

        asked.Url.ShouldContain("reach=35");
        asked.Url.ShouldContain("not-in=017087");
        (await asked.HeaderValueAsync("prefer")).ShouldBe("respond-async, wait=1");
        string[] expected = [.. (await map.RowsOfAsync("suggestions?goal=cover&spokes=3&ats=Brescia&reach=35&not-in=Lavenone")).OrderBy(r => (int)r!["ordine"]!)
            .Select(r => (string)r!["comune"]!)];
        expected.ShouldNotContain("Lavenone", StringComparer.Ordinal);
        (await map.Rows.Locator(".row-button").AllInnerTextsAsync()).ShouldBe(expected);
        map.Permalink.ShouldContain("portata=35&mai=017087");
        await Expect(map.Page.Locator("#altre-scelte summary")).ToHaveTextAsync("Altre scelte (2)");
    }

    [Fact]
    public async Task A_place_that_is_asked_for_in_any_case_is_among_the_proposals_and_can_be_taken_back()
    {
        await using MapPage map = await browser.OpenAsync(Brescia);
        await map.FoundAsync();
        string[] before = [.. await map.Rows.Locator(".row-button").AllInnerTextsAsync()];
        before.ShouldNotContain("Orzinuovi", StringComparer.Ordinal);

        await map.Page.GetByText("Altre scelte").ClickAsync();
        await map.Page.GetByLabel("Comunque in questi comuni", new() { Exact = true }).FillAsync("Orzinuovi");
        IRequest asked = await map.Page.RunAndWaitForRequestAsync(
            () => map.Page.GetByLabel("Comunque in questi comuni", new() { Exact = true }).PressAsync("Enter"),
            request => request.Url.Contains("fissi=", StringComparison.Ordinal));
        await map.FoundAsync();

        asked.Url.ShouldContain("fissi=017125");
        string[] expected = [.. (await map.RowsOfAsync("suggestions?goal=cover&spokes=3&ats=Brescia&fissi=017125")).OrderBy(r => (int)r!["ordine"]!)
            .Select(r => (string)r!["comune"]!)];
        expected.ShouldContain("Orzinuovi", StringComparer.Ordinal);
        (await map.Rows.Locator(".row-button").AllInnerTextsAsync()).ShouldBe(expected);
        map.Permalink.ShouldContain("fissi=017125");

        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Togli Orzinuovi" }).ClickAsync();
        await map.FoundAsync();
        (await map.Rows.Locator(".row-button").AllInnerTextsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task The_words_follow_who_is_counted()
    {
        await using MapPage map = await browser.OpenAsync(Brescia + "&domanda=eta_65_oltre");
        await map.FoundAsync();

        await Expect(map.Page.GetByLabel("Scopo", new() { Exact = true }).Locator("option:checked")).ToHaveTextAsync("Più persone 65+ nel limite");
        await Expect(map.Page.Locator("#conta option").First).ToHaveTextAsync("Le sue persone 65+");
        (await map.Page.Locator("#pannello, main").First.InnerTextAsync()).ShouldNotContain("Residenti guadagnati");
        await map.ChooseAsync("Chi si conta", "Residenti");
        await map.FoundAsync();
        await Expect(map.Page.GetByLabel("Scopo", new() { Exact = true }).Locator("option:checked")).ToHaveTextAsync("Più residenti nel limite");
    }

    [Fact]
    public async Task What_the_service_would_refuse_is_said_and_asks_for_nothing()
    {
        await using MapPage map = await browser.OpenAsync(Brescia);
        await map.FoundAsync();
        string before = map.Permalink;

        await map.Page.GetByText("Altre scelte").ClickAsync();
        await SetAsync(map, "Portata dell’Hub (minuti)", "700");
        await Expect(map.Page.Locator("#scelta-reach-errore")).ToHaveTextAsync("Scrivere un numero tra 0 e 600.");
        map.Permalink.ShouldBe(before);
        await SetAsync(map, "Spesa massima (€)", "50000");
        await Expect(map.Page.Locator("#scelta-budget-errore")).ToHaveTextAsync("Non conta finché non si indica il costo di uno Spoke.");
    }

    [Fact]
    public async Task Every_number_has_the_range_of_the_service()
    {
        await using MapPage map = await browser.OpenAsync(Brescia);
        JsonNode document = await map.JsonOfAsync("openapi/v1.json");
        JsonArray parameters = document["paths"]!["/api/v1/suggestions"]!["get"]!["parameters"]!.AsArray();
        var schemas = parameters.ToDictionary(p => (string)p!["name"]!, p => p!["schema"]!, StringComparer.Ordinal);

        string[] numbers = ["limit", "reach", "share", "time-limit", "spoke-cost", "budget"];
        foreach (string name in numbers)
        {
            ILocator input = map.Page.Locator($"#scelta-{name}");
            decimal[] range = [.. await Task.WhenAll(NumberAsync(input, "min"), NumberAsync(input, "max"))];
            range.ShouldBe([(decimal)(double)schemas[name]["minimum"]!, (decimal)(double)schemas[name]["maximum"]!], name);
        }
    }

    [Fact]
    public async Task A_search_that_is_given_up_ends_at_the_service_too()
    {
        await using MapPage map = await browser.OpenAsync(Long);
        ILocator line = map.Page.Locator("#ricerca");
        await Expect(line).ToContainTextAsync("Ricerca delle proposte in corso");
        (await SearchesAsync(map)).ShouldContain(question => question.Contains("spokes=150", StringComparison.Ordinal));

        await line.GetByRole(AriaRole.Button, new() { Name = "Annulla" }).ClickAsync();

        await Expect(line).ToContainTextAsync("Ricerca annullata");
        await NoneLeftAsync(map);
    }

    [Fact]
    public async Task Another_choice_ends_the_search_for_the_one_before_and_what_is_shown_stays_meanwhile()
    {
        await using MapPage map = await browser.OpenAsync(Brescia);
        await map.FoundAsync();

        await map.ChooseAsync("ATS", "Tutta la Lombardia");
        await map.ChooseAsync("Scopo", "Meno minuti di viaggio");
        await map.Page.GetByLabel("Nuovi Spoke", new() { Exact = true }).FillAsync("150");
        await map.Page.GetByLabel("Nuovi Spoke", new() { Exact = true }).PressAsync("Tab");
        await Expect(map.Page.Locator("#titolare-azioni .stale-tag.is-sought")).ToBeVisibleAsync();
        (await map.Rows.CountAsync()).ShouldBeGreaterThan(0);

        await map.ChooseAsync("ATS", "ATS di Brescia");
        await map.ChooseAsync("Scopo", "Più residenti nel limite");
        await map.Page.GetByLabel("Nuovi Spoke", new() { Exact = true }).FillAsync("2");
        await map.Page.GetByLabel("Nuovi Spoke", new() { Exact = true }).PressAsync("Tab");
        await map.FoundAsync();
        await Expect(map.Rows).ToHaveCountAsync(2);
        await Expect(map.Page.Locator("#titolare-azioni .stale-tag")).ToHaveCountAsync(0);
        await NoneLeftAsync(map);
    }

    [Fact]
    public async Task A_full_line_says_when_the_search_is_asked_for_again()
    {
        await using MapPage map = await browser.NewPageAsync();
        map.ExpectErrors();
        bool full = true;
        await map.Page.RouteAsync("**/api/v1/suggestions?**", route => full
            ? route.FulfillAsync(new()
            {
                Status = 503,
                Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Retry-After"] = "3" },
                ContentType = "application/problem+json",
                Body = "{}",
            })
            : route.ContinueAsync());
        await map.GoToAsync(Brescia);

        await Expect(map.Page.Locator("#ricerca")).ToContainTextAsync("La coda delle ricerche è piena: nuovo tentativo tra 3 secondi.", new() { Timeout = 20_000 });
        full = false;
        await map.FoundAsync();
        await Expect(map.Rows).ToHaveCountAsync(3);
    }

    private static async Task SetAsync(MapPage map, string label, string value)
    {
        ILocator input = map.Page.GetByLabel(label, new() { Exact = true });
        await input.FillAsync(value);
        await input.DispatchEventAsync("change");
    }

    private static async Task<decimal> NumberAsync(ILocator input, string attribute) =>
        decimal.Parse((await input.GetAttributeAsync(attribute))!, CultureInfo.InvariantCulture);

    /// <summary>Questions that the service computes or has in its line.</summary>
    private static async Task<IReadOnlyList<string>> SearchesAsync(MapPage map) => [.. (await map.RowsOfAsync("admin/searches")).Select(row => (string)row!["domanda"]!)];

    private static async Task NoneLeftAsync(MapPage map)
    {
        for (int i = 0; i < 150 && (await SearchesAsync(map)).Count > 0; i++)
            await Task.Delay(200);
        (await SearchesAsync(map)).ShouldBeEmpty();
    }
}
