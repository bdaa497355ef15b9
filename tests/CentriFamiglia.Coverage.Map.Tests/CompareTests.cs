using System.Globalization;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

/// <summary>Two states of a view: their figures are those of the service for each, and the map shows them side by side.</summary>
public sealed class CompareTests(MapInBrowser browser)
{
    private static readonly NumberFormatInfo _italian = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    [Fact]
    public async Task Coverage_with_the_proposals_has_the_figures_of_today_and_of_a_trial_of_the_same_sedi()
    {
        await using MapPage map = await browser.OpenAsync();
        await map.Page.GetByRole(AriaRole.Radio, new() { Name = "Oggi" }).First.FocusAsync();
        await map.Page.Keyboard.PressAsync("ArrowRight");
        await ComparedAsync(map);
        JsonNode after = await TriedAsync(map, await map.RowsOfAsync("suggestions?level=ambito&goal=units&f=json"));
        JsonNode today = (await map.RowsOfAsync("gaps?by=regione&f=json"))[0]!;

        double[] within = [100 - (double)today["quota_oltre_limite_pct"]!, (double)after["quota_entro_limite_pct"]!];
        ILocator first = map.Page.Locator("#indicatori .indicator").First;
        await Expect(first).ToContainTextAsync($"{Percent(within[0])} → {Percent(within[1])}");
        await Expect(first).ToContainTextAsync($"da {Percent(within[0])} a {Percent(within[1])}, aumenta");
        await Expect(map.Page.Locator("#indicatori .indicator").Nth(2)).ToContainTextAsync($"71 → {after["ambiti_con_sede"]}");
        map.Permalink.ShouldContain("confronto=proposte");
        await Expect(map.Rows.First).ToContainTextAsync("Guadagna");

        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Affianca" }).First.ClickAsync();
        await map.DrawnAsync();
        map.Permalink.ShouldContain("affianca=1");
        await Expect(map.Page.Locator("#legenda")).ToContainTextAsync("a sinistra oggi, a destra con le proposte");
        ILocator divider = map.Page.GetByRole(AriaRole.Slider, new() { Name = "Divisorio fra le due mappe" });
        await divider.FocusAsync();
        await map.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(divider).ToHaveAttributeAsync("aria-valuetext", "52 %: a sinistra Oggi, a destra Con le proposte");
        await map.Page.GetByRole(AriaRole.Radio, new() { Name = "Oggi" }).First.CheckAsync(new() { Force = true });
        await map.DrawnAsync();
        await Expect(divider).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task One_button_lays_the_programs_own_choice_beside_a_trial_of_as_many_Spokes()
    {
        await using MapPage map = await browser.OpenAsync("tema=prova&ats=Brescia&prova=a*N1*r=spoke*n=BS07*c=017021");
        await map.Page.Locator("body[data-trial=ready]").WaitForAsync();
        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Confronta con le proposte del programma" }).ClickAsync();
        await ComparedAsync(map);
        JsonArray proposed = await map.RowsOfAsync("suggestions?level=ambito&goal=cover&spokes=1&ats=Brescia&conta=propri&f=json");
        JsonNode after = await TriedAsync(map, proposed, "&ats=Brescia");

        ILocator table = map.Page.Locator(".trial-rival");
        await Expect(table).ToContainTextAsync("Con 1 nuovo Spoke nell’ATS di Brescia");
        await Expect(table.Locator("tbody tr").First.Locator("td").Last).ToHaveTextAsync(Percent((double)after["quota_entro_limite_pct"]!));
        await Expect(table.Locator("tbody tr").Nth(1).Locator("td").Last)
            .ToHaveTextAsync(((double)after["residenti_oltre_limite"]!).ToString("#,0", _italian));
        await Expect(table.Locator("tbody tr").Last).ToContainTextAsync((string)proposed.ShouldHaveSingleItem()!["comune"]!);
        await Expect(table.Locator("tbody tr").Last).ToContainTextAsync("Borgosatollo");
        await Expect(map.Page.Locator(".divider-left")).ToHaveTextAsync("Con la prova");
        await Expect(map.Page.Locator(".divider-right")).ToHaveTextAsync("Con le proposte");
        map.Permalink.ShouldContain("confronto=proposte&affianca=1");

        string link = map.Permalink;
        await using MapPage other = await browser.OpenAsync(link.TrimStart('#'));
        await ComparedAsync(other);
        await Expect(other.Page.Locator(".trial-rival")).ToContainTextAsync("Le proposte portano entro il limite");
        await Expect(other.Page.Locator(".divider")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Another_set_of_sedi_stands_beside_today_with_the_figures_that_it_has_by_itself()
    {
        await using MapPage map = await browser.OpenAsync();
        await map.Page.GetByText("Altra situazione", new() { Exact = true }).First.ClickAsync();
        await Expect(map.Headline).ToContainTextAsync("Scegliere un giorno, un insieme di sedi o di regole");
        await map.Page.Locator("#sedi-dopo").SelectOptionAsync("note");
        await map.Page.Locator("body[data-other=ready]").WaitForAsync();
        await map.DrawnAsync();
        JsonArray other = await map.RowsOfAsync("coverage?level=ambito&sedi=note&f=json");

        int served = other.Count(r => (string)r!["verdetto"]! == "SEDE");
        await Expect(map.Headline).ToContainTextAsync($"Ambiti con una sede: 71 → {served}");
        map.Permalink.ShouldContain("confronto=altro&sedi_dopo=note");
        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Affianca" }).First.ClickAsync();
        await map.DrawnAsync();
        await Expect(map.Page.Locator(".divider-right")).ToHaveTextAsync("Sedi «Note da pagine pubbliche»");

        ILocator paper = await map.LayOutAsync();
        (await paper.InnerTextAsync()).ShouldContain("a sinistra oggi, a destra sedi «Note da pagine pubbliche»");
    }

    [Fact]
    public async Task A_measure_with_the_proposals_has_the_values_that_the_service_gives_with_them()
    {
        await using MapPage map = await browser.OpenAsync("tema=misure&livello=comune&ats=Pavia&confronto=proposte");
        await ComparedAsync(map);
        await map.Page.Locator("body[data-measure=ready]").WaitForAsync();
        await map.DrawnAsync();
        JsonArray proposed = await map.RowsOfAsync("suggestions?level=ambito&goal=units&ats=Pavia&f=json");
        JsonNode after = (await TriedRowsAsync(map, proposed, "&ats=Pavia")).First(r => (bool)r!["cambia"]!)!;
        string name = (string)after["comune"]!;

        ILocator row = map.Rows.Filter(new() { HasText = name }).First;
        await Expect(row).ToContainTextAsync("Migliora");
        map.Permalink.ShouldContain("confronto=proposte");
    }

    private static async Task ComparedAsync(MapPage map)
    {
        await map.Page.Locator("body[data-program=ready]").WaitForAsync();
        await map.DrawnAsync();
    }

    /// <summary>The totals that the service gives after these proposals, put to it as a trial.</summary>
    private static async Task<JsonNode> TriedAsync(MapPage map, JsonArray proposals, string query = "") =>
        (await TriedAnswerAsync(map, proposals, query))["meta"]!["totali"]!["dopo"]!;

    private static async Task<JsonArray> TriedRowsAsync(MapPage map, JsonArray proposals, string query) =>
        (await TriedAnswerAsync(map, proposals, query))["rows"]!.AsArray();

    private static async Task<JsonNode> TriedAnswerAsync(MapPage map, JsonArray proposals, string query)
    {
        JsonObject[] changes =
        [
            .. proposals.Select(row => new JsonObject
            {
                ["op"] = "add",
                ["id"] = $"P{row!["ordine"]}",
                ["role"] = (string)row["tipo"]!,
                ["network_id"] = (string)row["rete"]!,
                ["pro_com_t"] = (string)row["pro_com_t"]!,
            }),
        ];
        return await TrialFigures.PostedAsync(map, new JsonObject { ["changes"] = new JsonArray([.. changes]) }.ToJsonString(), query);
    }

    private static string Percent(double value) => value.ToString("0.0", _italian) + " %";
}
