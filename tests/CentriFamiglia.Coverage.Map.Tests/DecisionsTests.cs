using System.Globalization;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

/// <summary>From a trial to the minutes, on the map alone: what is shown is what the service keeps, and nothing frozen is computed again.</summary>
public sealed class DecisionsTests(MapInBrowser browser)
{
    [Fact]
    public async Task Two_scenarios_are_compared_and_an_analysis_is_frozen_published_decided_and_printed()
    {
        using var service = new RunningService();
        await using MapPage map = await OpenAsync(service, "tema=prova");
        IPage page = map.Page;
        ILocator desk = page.Locator("#decisioni");

        await TryInAsync(map, "Luino");
        await SaveAsync(map, "Rimodulazione di prova", "Rimodulazione", "50000");
        await TryInAsync(map, "Ostiglia");
        await SaveAsync(map, "Avviso di prova", "Nuovo avviso", "");
        map.Permalink.ShouldContain("scenario=avviso-di-prova@1");

        await map.ChooseThemeAsync("Decisioni");
        await Expect(map.Headline).ToHaveTextAsync("2 scenari; nessuna analisi congelata");
        ILocator pair = desk.GetByRole(AriaRole.Group, new() { Name = "Due scenari a confronto" });
        await pair.GetByLabel("Primo").SelectOptionAsync("rimodulazione-di-prova");
        await pair.GetByLabel("Secondo").SelectOptionAsync("avviso-di-prova");
        await pair.GetByRole(AriaRole.Button, new() { Name = "Confronta" }).ClickAsync();
        JsonNode compared = await map.JsonOfAsync("api/v1/scenarios/compare?primo=rimodulazione-di-prova&secondo=avviso-di-prova");
        await SameAsync(pair.Locator("tbody tr"), compared);

        await page.GetByText("Congela l’analisi di adesso", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Titolo dell’analisi").FillAsync("Cabina di Regia");
        await page.GetByLabel("Che cosa si congela").SelectOptionAsync(new SelectOptionValue { Label = "Lo scenario «Rimodulazione di prova»" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Congela", Exact = true }).ClickAsync();
        await Expect(map.Headline).ToHaveTextAsync("2 scenari; 1 analisi congelata, nessuna pubblicata");
        JsonNode run = (await map.RowsOfAsync("runs")).ShouldHaveSingleItem()!;
        string id = (string)run["id"]!;
        ((string)run["scenario"]!).ShouldBe("rimodulazione-di-prova");

        await page.GetByRole(AriaRole.Button, new() { Name = "Pubblica: Cabina di Regia" }).ClickAsync();
        await Expect(page.Locator("dialog")).ToContainTextAsync("sola lettura, per sempre");
        await page.Locator("dialog").GetByRole(AriaRole.Button, new() { Name = "Pubblica" }).ClickAsync();
        await Expect(map.Headline).ToHaveTextAsync("2 scenari; 1 analisi congelata, 1 pubblicata");

        await page.GetByRole(AriaRole.Button, new() { Name = "Apri: Cabina di Regia" }).ClickAsync();
        JsonNode[] proposals = [.. (await map.RowsOfAsync($"runs/{id}/results/proposte")).OrderBy(r => (int)r!["ordine"]!).Select(r => r!)];
        proposals.Length.ShouldBeGreaterThan(3);
        await Expect(map.Rows).ToHaveCountAsync(proposals.Length);
        map.Permalink.ShouldContain($"analisi={id}");
        (await map.Rows.Locator(".row-button").AllInnerTextsAsync()).ShouldBe(proposals.Select(p => (string)p["comune"]!));

        await map.Rows.Nth(1).Locator(".row-button").ClickAsync();
        await DecideAsync(map, "Accettata", "È l'Ambito più lontano", 2);
        await page.GetByRole(AriaRole.Button, new() { Name = $"Prossima da decidere: 3, {(string)proposals[2]["comune"]!}" }).ClickAsync();
        await Expect(map.Sheet.Locator("h2")).ToHaveTextAsync((string)proposals[2]["comune"]!);
        await DecideAsync(map, "Respinta", "La rete non regge altre sedi", 3);
        await page.GetByRole(AriaRole.Button, new() { Name = "Prossima da decidere: 4" }).ClickAsync();
        await DecideAsync(map, "Rinviata", "Si attende il parere dell'ATS", 4);

        await Expect(map.Headline).ToHaveTextAsync($"Cabina di Regia: 3 su {proposals.Length} proposte decise: 1 accettata, 1 respinta, 1 rinviata");
        await map.BackToListAsync();
        await Expect(map.Rows.Nth(2)).ToContainTextAsync("Respinta");
        (await map.RowsOfAsync($"runs/{id}/decisions")).Select(d => $"{d!["proposta"]} {(string)d["esito"]!}").ShouldBe(["2 accettata", "3 respinta", "4 rinviata"]);

        await Axe.LoadAsync(page);
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty("the analysis that is open");
        await PrintedAsync(page, id, [.. proposals.Select(p => (string)p["comune"]!)]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Tutti gli scenari e le analisi" }).ClickAsync();
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty("the lists");
        (await (await map.LayOutAsync()).InnerTextAsync()).ShouldContain("Avviso di prova");
    }

    [Fact]
    public async Task Who_may_not_write_and_who_comes_late_read_why_and_what_to_do()
    {
        using var service = new RunningService();
        await using MapPage map = await OpenAsync(service, "tema=prova");
        map.ExpectErrors();
        ILocator scenario = map.Page.Locator("#scenario");

        await TryInAsync(map, "Luino");
        await SaveAsync(map, "Uno", "Rimodulazione", "");
        await SendAsync(map, "PATCH", "scenarios/uno", """{"nota":"Di un altro"}""");
        await TryInAsync(map, "Ostiglia");
        await scenario.GetByRole(AriaRole.Button, new() { Name = "Salva nello scenario" }).ClickAsync();
        await Expect(scenario.GetByRole(AriaRole.Alert)).ToContainTextAsync("Un altro ha cambiato la stessa cosa");
        await scenario.GetByRole(AriaRole.Button, new() { Name = "Rileggi lo scenario" }).ClickAsync();
        await Expect(map.Page.Locator(".trial-changes li")).ToHaveCountAsync(1);
        map.Permalink.ShouldContain("scenario=uno@2");

        await SendAsync(map, "POST", "scenarios", """{"nome":"Orari","changes":[{"op":"change","id":"BG01-S1","opening_hours":"Mo-Fr 09:00-13:00"}]}""");
        await SendAsync(map, "POST", "scenarios", """{"nome":"Altri orari","changes":[{"op":"change","id":"BG01-S1","opening_hours":"Mo-Sa 09:00-13:00"}]}""");
        await SendAsync(map, "POST", "scenarios/altri-orari/apply", "{}");
        await map.ChooseThemeAsync("Decisioni");
        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Applica: Orari", Exact = true }).ClickAsync();
        ILocator dialog = map.Page.Locator("dialog");
        await Expect(dialog.Locator("tbody tr")).ToContainTextAsync(["Mo-Sa 09:00-13:00"]);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Vale lo scenario" }).ClickAsync();
        await Expect(map.Page.Locator(".desk-list li").Filter(new() { HasText = "Orari" }).Filter(new() { HasText = "Applicato" })).ToHaveCountAsync(2);

        await map.Page.RouteAsync("**/api/v1/scenarios/uno/archive", route => route.FulfillAsync(new()
        {
            Status = 403,
            ContentType = "application/problem+json",
            Body = """{"status":403,"title":"Non ammesso","detail":"Si scrive dal computer del servizio.","rimedio":"Farlo da quel computer."}""",
        }));
        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Archivia: Uno" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Archivia" }).ClickAsync();
        await Expect(map.Page.Locator("#decisioni").GetByRole(AriaRole.Alert)).ToHaveTextAsync("Si scrive dal computer del servizio. Farlo da quel computer.");
    }

    private async Task<MapPage> OpenAsync(RunningService service, string permalink)
    {
        // Without a browser there is nothing to start for.
        await (await browser.NewPageAsync()).DisposeAsync();
        await service.StartAsync(extract: null, TestContext.Current.CancellationToken);
        MapPage map = await browser.NewPageAsync(address: service.Address);
        await map.GoToAsync(permalink);
        await map.DrawnAsync();
        return map;
    }

    private static async Task TryInAsync(MapPage map, string comune)
    {
        await Expect(map.Page.Locator("#prova-comune-elenco option")).ToHaveCountAsync(1504);
        await map.Page.GetByLabel("Oppure in un comune").FillAsync(comune);
        await map.Page.Keyboard.PressAsync("Enter");
        await map.TriedAsync();
        await map.BackToListAsync();
    }

    private static async Task SaveAsync(MapPage map, string name, string line, string cost)
    {
        ILocator form = map.Page.Locator("#scenario");
        await form.Locator("summary").ClickAsync();
        await form.GetByLabel("Nome dello scenario").FillAsync(name);
        await form.GetByLabel("Linea di spesa").SelectOptionAsync(new SelectOptionValue { Label = line });
        await form.GetByLabel("Costo di uno Spoke").FillAsync(cost);
        await form.GetByRole(AriaRole.Button, new() { Name = "Salva lo scenario" }).ClickAsync();
        await Expect(map.Page.Locator("#detto")).ToHaveTextAsync($"Scenario «{name}» salvato.");
    }

    private static async Task DecideAsync(MapPage map, string outcome, string reason, int number)
    {
        await map.Sheet.GetByText(outcome, new() { Exact = true }).ClickAsync();
        await map.Sheet.GetByRole(AriaRole.Button, new() { Name = "Registra la decisione" }).ClickAsync();
        await Expect(map.Sheet.GetByRole(AriaRole.Alert)).ToContainTextAsync("Scrivere in una frase perché.");
        await map.Sheet.GetByLabel("Perché").FillAsync(reason);
        await map.Sheet.GetByRole(AriaRole.Button, new() { Name = "Registra la decisione" }).ClickAsync();
        await Expect(map.Page.Locator("#detto")).ToContainTextAsync($"Proposta {number}: {outcome.ToLowerInvariant()}.");
        await Expect(map.Sheet.Locator(".decision-made")).ToContainTextAsync(reason);
    }

    /// <summary>The table of the region, and what each scenario costs, as the service says it.</summary>
    private static async Task SameAsync(ILocator lines, JsonNode compared)
    {
        await Expect(lines).ToHaveCountAsync(9);
        JsonNode meta = compared["meta"]!;
        string[] totals = [.. new[] { "oggi", "primo", "secondo" }.Select(side => $"{meta["totali"]![side]!["ambiti_con_sede"]}")];
        (await CellsAsync(lines.Nth(0))).ShouldBe(totals);
        JsonNode beyond = compared["rows"]!.AsArray().Single(r => (string)r!["livello"]! == "regione" && (string)r["misura"]! == "residenti_oltre_limite")!;
        (await CellsAsync(lines.Nth(1))).ShouldBe(new[] { "oggi", "primo", "secondo" }.Select(side => Italian((decimal)beyond[side]!)));
        string[] costs = await CellsAsync(lines.Nth(7));
        costs[1].ShouldBe($"{Italian((decimal)meta["primo"]!["spesa"]!["rimodulazione_eur"]!)} € ({meta["primo"]!["spesa"]!["nuovi_spoke"]} Spoke)");
        costs[2].ShouldBe("costo non indicato (2 Spoke)");
    }

    private static async Task<string[]> CellsAsync(ILocator line) => [.. await line.Locator("td").AllInnerTextsAsync()];

    private static string Italian(decimal value) => TrialFigures.Italian(value.ToString("#,0", CultureInfo.InvariantCulture));

    private static async Task PrintedAsync(IPage page, string id, string[] places)
    {
        IPage dossier = await page.RunAndWaitForPopupAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Dossier: Cabina di Regia" }).ClickAsync());
        await dossier.WaitForLoadStateAsync();
        await Axe.LoadAsync(dossier);
        (await Axe.ViolationsAsync(dossier)).ShouldBeEmpty("the dossier");
        string file = Path.Combine(Directory.CreateTempSubdirectory("coverage-dossier-").FullName, "dossier.pdf");
        await dossier.PdfAsync(new() { Format = "A4", Tagged = true, PrintBackground = true, Path = file });
        string text = await PdfText.OfAsync(file);
        Directory.GetParent(file)!.Delete(recursive: true);
        text.ShouldContain(id);
        places.Where(place => !text.Contains(place, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static async Task SendAsync(MapPage map, string method, string resource, string body)
    {
        IAPIResponse answer = await map.Page.APIRequest.FetchAsync(
            new Uri(new Uri(map.Page.Url), "/api/v1/" + resource).AbsoluteUri, new() { Method = method, Data = body, Headers = [new("Content-Type", "application/json")] });
        answer.Ok.ShouldBeTrue(await answer.TextAsync());
    }
}
