using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Formats.Xlsx;
using CentriFamiglia.Coverage.Map.Tests.Running;
using CentriFamiglia.Coverage.TestIdentity;
using CentriFamiglia.Coverage.TestPostGis;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

[assembly: AssemblyFixture(typeof(PostGisServer))]

namespace CentriFamiglia.Coverage.Map.Tests;

/// <summary>
/// A year of an ATS in one afternoon, each person in a window of their own: a planner writes a file, tries, freezes; the Region publishes; the Cabina decides;
/// who has no account reads by a link; nobody else writes a row.
/// </summary>
public sealed class SignedStoryTests(MapInBrowser browser, PostGisServer server)
{
    private const string NewRow = """{"name":"Spoke altrui","role":"spoke","network_id":"BS01","manager_kind":"Ambito","pro_com_t":"017029","lon":10.22,"lat":45.54}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task On_the_file_of_one_computer() => TellAsync(null);

    [Fact]
    public async Task On_a_shared_database()
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        await TellAsync(await server.CreateEmptyDatabaseAsync());
    }

    private async Task TellAsync(string? database)
    {
        await using SignedMap service = await SignedMap.StartAsync(browser, database);
        await using MapPage planner = await service.EnterAsync(Person.Planner);
        await Axe.LoadAsync(planner.Page);
        (await Axe.ViolationsAsync(planner.Page)).ShouldBeEmpty("a planner, just in");

        await WriteFileAsync(planner);
        await TryAsync(planner, "Bovegno", "Prima ipotesi");
        await TryAsync(planner, "Limone sul Garda", "Seconda ipotesi");
        string run = await CompareAndFreezeAsync(service, planner);

        await using MapPage region = await service.EnterAsync(Person.Region);
        await PublishAsync(region);
        await using MapPage cabina = await service.EnterAsync(Person.Cabina);
        await DecideAsync(cabina, run);
        string link = await ShareAsync(planner);
        await ReadByLinkAsync(service, link);
        await NobodyElseWritesAsync(service, cabina);
    }

    /// <summary>Two sedi, one of them new, in a workbook dropped on the page, tried and then written.</summary>
    private static async Task WriteFileAsync(MapPage map)
    {
        await map.DropAsync("sedi.xlsx", Workbook());
        ILocator panel = map.Page.GetByRole(AriaRole.Dialog, new() { Name = "Prova di un file: sedi.xlsx" });
        await Expect(panel).ToContainTextAsync("2 righe lette: 2 accettate, 0 rifiutate");
        await Expect(panel).ToContainTextAsync("1 nuova");
        (await Axe.ViolationsAsync(map.Page)).ShouldBeEmpty("a file that was tried");

        await panel.GetByRole(AriaRole.Button, new() { Name = "Scrivi nell’archivio" }).ClickAsync();
        ILocator question = map.Page.Locator("dialog");
        await Expect(question).ToContainTextAsync("Scrivere nell’archivio 2 righe di sedi.xlsx, insieme di sedi «Dimostrative (inventate)», solo per ATS di Brescia?");
        await question.GetByRole(AriaRole.Button, new() { Name = "Scrivi nell’archivio" }).ClickAsync();
        await Expect(panel).ToContainTextAsync("Il file è scritto nell’archivio");
        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Chiudi", Exact = true }).ClickAsync();
        await map.GoToAsync("scheda=sede:BS01-S9");
        await Expect(map.Sheet.Locator("h2")).ToHaveTextAsync("Spoke di San Polo");
    }

    private static byte[] Workbook()
    {
        ImmutableArray<LayerColumn> columns =
        [
            .. new[] { "site_id", "name", "role", "network_id", "manager_kind", "pro_com_t" }.Select(name => new LayerColumn(name, ColumnType.Text, name)),
            .. new[] { "lon", "lat" }.Select(name => new LayerColumn(name, ColumnType.Number, name)),
        ];
        LayerRow[] rows =
        [
            new(["BS01-S9", "Spoke di San Polo", "spoke", "BS01", "Ambito", "017029", 10.262, 45.524], null),
            new(["BS01-S3", "Spoke spostato", "spoke", "BS01", "Terzo settore", "017029", 10.19, 45.55], null),
        ];
        using var stream = new MemoryStream();
        LayerXlsx.Write(new Layer("sedi", "Sedi", columns, [.. rows], []), stream);
        return stream.ToArray();
    }

    private static async Task TryAsync(MapPage map, string comune, string name)
    {
        await map.GoToAsync("tema=prova");
        await map.DrawnAsync();
        await map.Page.GetByLabel("Oppure in un comune").FillAsync(comune);
        await map.Page.Keyboard.PressAsync("Enter");
        await map.TriedAsync();
        await map.BackToListAsync();
        ILocator form = map.Page.Locator("#scenario");
        await form.Locator("summary").ClickAsync();
        await form.GetByLabel("Nome dello scenario").FillAsync(name);
        await form.GetByRole(AriaRole.Button, new() { Name = "Salva lo scenario" }).ClickAsync();
        await Expect(map.Page.Locator("#detto")).ToHaveTextAsync($"Scenario «{name}» salvato.");
    }

    /// <returns>The id of what was frozen.</returns>
    private static async Task<string> CompareAndFreezeAsync(SignedMap service, MapPage map)
    {
        IPage page = map.Page;
        // What is frozen has the proposals of this search.
        await map.GoToAsync("tema=proposte&scopo=time&nuovi=3");
        await map.FoundAsync();
        await map.ChooseThemeAsync("Decisioni");
        await Expect(map.Headline).ToHaveTextAsync("2 scenari; nessuna analisi congelata");
        ILocator pair = page.GetByRole(AriaRole.Group, new() { Name = "Due scenari a confronto" });
        await pair.GetByLabel("Primo").SelectOptionAsync(new SelectOptionValue { Label = "Prima ipotesi" });
        await pair.GetByLabel("Secondo").SelectOptionAsync(new SelectOptionValue { Label = "Seconda ipotesi" });
        await pair.GetByRole(AriaRole.Button, new() { Name = "Confronta" }).ClickAsync();
        await Expect(pair.Locator("tbody tr").Filter(new() { HasText = "Numero di Spoke" }).First).ToBeVisibleAsync();

        await page.GetByText("Congela l’analisi di adesso", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Titolo dell’analisi").FillAsync("Rimodulazione di Brescia");
        await page.GetByLabel("Che cosa si congela").SelectOptionAsync(new SelectOptionValue { Label = "Lo scenario «Prima ipotesi»" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Congela", Exact = true }).ClickAsync();
        await Expect(map.Headline).ToHaveTextAsync("2 scenari; 1 analisi congelata, nessuna pubblicata");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Pubblica: Rimodulazione di Brescia" })).ToHaveCountAsync(0);
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty("the desk of a planner");
        (HttpStatusCode status, string runs) = await service.AskAsync(map, "GET", "api/v1/runs");
        status.ShouldBe(HttpStatusCode.OK);
        return (string)JsonNode.Parse(runs)!["rows"]!.AsArray().ShouldHaveSingleItem()!["id"]!;
    }

    private static async Task PublishAsync(MapPage map)
    {
        await map.ChooseThemeAsync("Decisioni");
        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Pubblica: Rimodulazione di Brescia" }).ClickAsync();
        await map.Page.Locator("dialog").GetByRole(AriaRole.Button, new() { Name = "Pubblica" }).ClickAsync();
        await Expect(map.Headline).ToHaveTextAsync("2 scenari; 1 analisi congelata, 1 pubblicata");
    }

    /// <summary>Accepts one proposal and rejects another, and may change nothing else.</summary>
    private static async Task DecideAsync(MapPage map, string run)
    {
        await map.GoToAsync($"tema=decisioni&analisi={run}");
        await map.DrawnAsync();
        await map.Rows.Nth(0).Locator(".row-button").ClickAsync();
        await DecideOneAsync(map, "Accettata", "È il più lontano da ogni sede");
        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Prossima da decidere: 2" }).ClickAsync();
        await DecideOneAsync(map, "Respinta", "La rete non regge un’altra sede");
        await Expect(map.Headline).ToContainTextAsync("2 su");
        await Expect(map.Headline).ToContainTextAsync("1 accettata, 1 respinta");
        await Axe.LoadAsync(map.Page);
        (await Axe.ViolationsAsync(map.Page)).ShouldBeEmpty("a decision of the Cabina");
        await map.BackToListAsync();
        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Tutti gli scenari e le analisi" }).ClickAsync();
        await Expect(map.Page.Locator("#decisioni")).ToContainTextAsync("Salvare scenari e congelare analisi spetta a chi pianifica");
        await Expect(map.Page.GetByRole(AriaRole.Button, new() { Name = "Applica" })).ToHaveCountAsync(0);
    }

    private static async Task DecideOneAsync(MapPage map, string outcome, string reason)
    {
        await map.Sheet.GetByText(outcome, new() { Exact = true }).ClickAsync();
        await map.Sheet.GetByLabel("Perché").FillAsync(reason);
        await map.Sheet.GetByRole(AriaRole.Button, new() { Name = "Registra la decisione" }).ClickAsync();
        await Expect(map.Sheet.Locator(".decision-made")).ToContainTextAsync(reason);
    }

    /// <returns>The address that opens the dossier.</returns>
    private static async Task<string> ShareAsync(MapPage map)
    {
        await map.Page.ReloadAsync();
        await map.DrawnAsync();
        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Condividi: Rimodulazione di Brescia" }).ClickAsync();
        ILocator dialog = map.Page.GetByRole(AriaRole.Dialog, new() { Name = "Condividere «Rimodulazione di Brescia»" });
        await dialog.GetByLabel("Giorni di validità").FillAsync("7");
        await dialog.GetByLabel("Per chi è").FillAsync("Sindaci della Val Trompia");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Crea il collegamento" }).ClickAsync();
        string address = await dialog.GetByLabel("Indirizzo da mandare").InputValueAsync();
        await Expect(dialog.Locator("tbody tr")).ToContainTextAsync(["Valido"]);
        await Axe.LoadAsync(map.Page);
        (await Axe.ViolationsAsync(map.Page)).ShouldBeEmpty("the links to an analysis");

        // Another one, taken back at once.
        await dialog.GetByLabel("Per chi è").FillAsync("Per sbaglio");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Crea il collegamento" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Revoca il collegamento: Per sbaglio" }).ClickAsync();
        await Expect(dialog.Locator("tbody tr").Filter(new() { HasText = "Per sbaglio" })).ToContainTextAsync("Revocato");
        string revoked = await dialog.GetByLabel("Indirizzo da mandare").InputValueAsync();
        revoked.Equals(address, StringComparison.Ordinal).ShouldBeFalse();
        using var anybody = new HttpClient();
        (await anybody.GetAsync(new Uri(revoked), Cancel)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Chiudi" }).ClickAsync();
        return address;
    }

    private static async Task ReadByLinkAsync(SignedMap service, string link)
    {
        await using MapPage anybody = await service.WindowAsync();
        await anybody.Page.GotoAsync(link);
        await Expect(anybody.Page.Locator("h1")).ToHaveTextAsync("Dossier della copertura territoriale: ATS Brescia");
        await Expect(anybody.Page.Locator("body")).ToContainTextAsync("È il più lontano da ogni sede");
        await Axe.LoadAsync(anybody.Page);
        (await Axe.ViolationsAsync(anybody.Page)).ShouldBeEmpty("the dossier of a link");
        (HttpStatusCode status, _) = await service.AskAsync(anybody, "GET", "api/v1/runs");
        status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task NobodyElseWritesAsync(SignedMap service, MapPage cabina)
    {
        await using MapPage other = await service.EnterAsync(Person.OtherPlanner), reader = await service.EnterAsync(Person.Reader), nobody = await service.WindowAsync();
        await Expect(reader.Headline).ToHaveTextAsync("1 analisi pubblicata");
        await Axe.LoadAsync(reader.Page);
        (await Axe.ViolationsAsync(reader.Page)).ShouldBeEmpty("what a reader reads");
        await reader.Page.GetByText("Tempi di viaggio", new() { Exact = true }).First.ClickAsync();
        await Expect(reader.Headline).ToHaveTextAsync("Questo account legge ciò che è pubblicato: si trova nella vista Decisioni.");
        (await Axe.ViolationsAsync(reader.Page)).ShouldBeEmpty("what a reader does not read");

        foreach ((MapPage who, HttpStatusCode refused) in new[]
        {
            (other, HttpStatusCode.Forbidden), (reader, HttpStatusCode.Forbidden), (cabina, HttpStatusCode.Forbidden), (nobody, HttpStatusCode.Unauthorized),
        })
        {
            (await service.AskAsync(who, "PUT", "api/v1/sites/BS01-X1", NewRow)).Status.ShouldBe(refused);
            (await service.AskAsync(who, "PATCH", "api/v1/sites/BS01-S9", """{"name":"Altro"}""", ("If-Match", "*"))).Status.ShouldBe(refused);
            (await service.AskAsync(who, "DELETE", "api/v1/sites/BS01-S9", null, ("If-Match", "*"))).Status.ShouldBe(refused);
        }
    }
}
