using System.Net;
using System.Text;
using CentriFamiglia.Coverage.Map.Tests.Running;
using CentriFamiglia.Coverage.TestIdentity;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

/// <summary>What becomes of the page when somebody leaves, has no role, has been away too long, or is not alone.</summary>
public sealed class SignedStatesTests(MapInBrowser browser)
{
    private const string Sedi = "site_id,name,role,network_id,pro_com_t,lon,lat\nBS01-S8,Spoke di Villaggio Sereno,spoke,BS01,017029,10.19,45.51\n";

    [Fact]
    public async Task Who_left_is_shown_nothing_any_more_not_even_by_going_back()
    {
        await using SignedMap service = await SignedMap.StartAsync(browser);
        await using MapPage map = await service.EnterAsync(Person.Planner);
        map.ExpectErrors();
        await map.GoToAsync("tema=tempi");
        await map.DrawnAsync();
        IPage kept = await map.Page.Context.NewPageAsync();
        await kept.GotoAsync(map.Page.Url);
        await Expect(kept.Locator("#righe tbody tr")).Not.ToHaveCountAsync(0);

        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Esci (Paola Bresciani)" }).ClickAsync();
        await ShowsNothingAsync(map.Page);
        (await service.AskAsync(map, "GET", "api/v1/gaps?by=ats")).Status.ShouldBe(HttpStatusCode.Unauthorized);

        await map.Page.GoBackAsync();
        await ShowsNothingAsync(map.Page);

        // As a browser does with a page that it kept as it was.
        await kept.EvaluateAsync("() => void window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
        await ShowsNothingAsync(kept);
    }

    [Theory]
    [InlineData("n.nessuno", "Questo account non ha un ruolo in questo servizio. Chiederlo a chi amministra gli accessi.", "Decisioni")]
    [InlineData("p.senza", "Di questo account non è detta l’ATS: chiedere a chi amministra gli accessi di indicarla. "
        + "Ciò che è pubblicato si trova nella vista Decisioni.", "Rilievi")]
    public async Task Who_lacks_something_is_told_what_and_whom_to_ask(string id, string sentence, string theme)
    {
        await using SignedMap service = await SignedMap.StartAsync(browser);
        await using MapPage map = await service.EnterAsync(Person.All.First(p => p.Id == id));
        foreach (string view in (string[])["", "tema=tempi&ats=Brescia", "tema=proposte", "tema=" + theme.ToLowerInvariant()])
        {
            await map.GoToAsync(view);
            await map.DrawnAsync();
            await Expect(map.Headline).ToHaveTextAsync(sentence);
            await Expect(map.Page.Locator("#problema")).ToBeHiddenAsync();
            await Expect(map.Page.GetByRole(AriaRole.Button, new() { Name = "Prova un file…" })).ToHaveCountAsync(0);
        }

        await Expect(map.Page.GetByRole(AriaRole.Button, new() { Name = "Esci" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_session_that_ended_is_told_and_signing_in_again_comes_back_to_the_same_view()
    {
        await using SignedMap service = await SignedMap.StartAsync(browser);
        await using MapPage map = await service.EnterAsync(Person.Planner);
        map.ExpectErrors();
        await map.GoToAsync("tema=misure&livello=comune&cerca=val");
        await map.DrawnAsync();
        await map.Page.Context.ClearCookiesAsync();

        await map.Page.GetByText("Orari", new() { Exact = true }).First.ClickAsync();
        ILocator told = map.Page.Locator("#accesso");
        await Expect(told).ToHaveTextAsync("La sessione è finita: per continuare serve un nuovo accesso. Poi si torna a questa vista. Accedi di nuovo");
        await Expect(map.Page.Locator("#problema")).ToBeHiddenAsync();
        string view = WithoutCamera(map.Permalink);
        view.ShouldContain("tema=orari");

        await told.GetByRole(AriaRole.Link, new() { Name = "Accedi di nuovo" }).ClickAsync();
        await SignedMap.SignInAsync(map, Person.Planner);
        await map.DrawnAsync();
        WithoutCamera(map.Permalink).ShouldBe(view);
        await Expect(told).ToBeHiddenAsync();
        await Expect(map.Headline).Not.ToBeEmptyAsync();
    }

    [Fact]
    public async Task What_somebody_else_wrote_meanwhile_is_read_before_one_writes()
    {
        await using SignedMap service = await SignedMap.StartAsync(browser);
        await using MapPage map = await service.EnterAsync(Person.Planner);
        map.ExpectErrors();
        await map.DropAsync("sedi.csv", Encoding.UTF8.GetBytes(Sedi));
        ILocator panel = map.Page.GetByRole(AriaRole.Dialog, new() { Name = "Prova di un file: sedi.csv" });
        await Expect(panel).ToContainTextAsync("1 nuova");

        (await service.AskAsync(map, "PATCH", "api/v1/sites/BS01-S3", """{"name":"Cambiato da altri"}""", ("If-Match", "*"))).Status.ShouldBe(HttpStatusCode.OK);
        await WriteAsync(map, panel);
        await Expect(panel.GetByRole(AriaRole.Alert)).ToContainTextAsync("Dalla prova del file i dati sono cambiati: nulla è stato scritto.");
        await Axe.LoadAsync(map.Page);
        (await Axe.ViolationsAsync(map.Page)).ShouldBeEmpty("a file that was not written");
        (await service.AskAsync(map, "GET", "api/v1/sites/BS01-S8")).Status.ShouldBe(HttpStatusCode.NotFound);

        await panel.GetByRole(AriaRole.Button, new() { Name = "Prova di nuovo il file" }).ClickAsync();
        await Expect(panel.GetByRole(AriaRole.Alert)).ToBeHiddenAsync();
        await WriteAsync(map, panel);
        await Expect(panel).ToContainTextAsync("Il file è scritto nell’archivio");
        (await service.AskAsync(map, "GET", "api/v1/sites/BS01-S8")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_person_of_two_ATS_opens_on_the_first_and_chooses_among_the_two()
    {
        await using SignedMap service = await SignedMap.StartAsync(browser);
        await using MapPage map = await service.EnterAsync(Person.PlannerOfTwo);
        (await map.Page.GetByLabel("ATS", new() { Exact = true }).Locator("option").AllInnerTextsAsync()).ShouldBe(["ATS di Bergamo", "ATS di Brescia"]);
        map.Permalink.ShouldContain("ats=Bergamo");
        foreach (string theme in (string[])[
            "Tempi di viaggio", "Misure", "Orari", "Proposte", "Fragilità", "Rilievi", "Risorse", "Progettualità", "Prova", "Decisioni", "Copertura"])
        {
            await map.ChooseThemeAsync(theme);
            await Expect(map.Page.Locator("#problema")).ToBeHiddenAsync();
        }

        (await map.Rows.CountAsync()).ShouldBe(14);
        await map.ChooseAsync("ATS", "ATS di Brescia");
        await Expect(map.Headline).ToContainTextAsync("ATS di Brescia");
        (await map.Rows.CountAsync()).ShouldBe(12);

        // The page that is open would mend the address by itself before it is opened anew.
        await map.Page.GotoAsync("about:blank");
        await map.GoToAsync("tema=tempi&ats=Pavia");
        await map.DrawnAsync();
        ILocator foreign = map.Page.Locator("#altra-ats");
        await Expect(foreign).ToHaveTextAsync("Il link è di ATS di Pavia, che questo account non legge: si vede ATS di Bergamo.");
        map.Permalink.ShouldContain("ats=Bergamo");
        await Axe.LoadAsync(map.Page);
        (await Axe.ViolationsAsync(map.Page)).ShouldBeEmpty("a link of another ATS");
        await map.ChooseAsync("ATS", "ATS di Brescia");
        await Expect(foreign).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(1280, 800, "it")]
    [InlineData(360, 740, "it")]
    [InlineData(1280, 800, "en")]
    [InlineData(360, 740, "en")]
    public async Task Axe_finds_nothing_in_any_state_of_who_signs_in(int width, int height, string language)
    {
        await using SignedMap service = await SignedMap.StartAsync(browser);
        foreach (Person person in (Person[])[Person.Planner, Person.Cabina, Person.Region, Person.Reader, Person.Nobody])
        {
            await using MapPage map = await service.EnterAsync(person, width, height);
            map.ExpectErrors();
            await IsFreeOfFaultsAsync(map, language, "tema=decisioni", person.Id);
            if (person != Person.Planner)
                continue;
            await IsFreeOfFaultsAsync(map, language, "tema=tempi&ats=Pavia", "a link of another ATS");
            await map.Page.Context.ClearCookiesAsync();
            await map.Page.Locator("#livello").SelectOptionAsync("distretto");
            await Expect(map.Page.Locator("#accesso")).ToBeVisibleAsync();
            (await Axe.ViolationsAsync(map.Page)).ShouldBeEmpty("a session that ended");
        }

        await using MapPage nobody = await service.WindowAsync(width, height);
        await nobody.OpenAsync("guida?lingua=" + language);
        await nobody.GoToAsync("");
        await Expect(nobody.Page.Locator("#accesso")).ToBeVisibleAsync();
        await Axe.LoadAsync(nobody.Page);
        (await Axe.ViolationsAsync(nobody.Page)).ShouldBeEmpty("nobody yet");
    }

    private static async Task IsFreeOfFaultsAsync(MapPage map, string language, string view, string state)
    {
        await map.OpenAsync($"?lingua={language}#{view}");
        await Axe.LoadAsync(map.Page);
        (await Axe.ViolationsAsync(map.Page)).ShouldBeEmpty(state);
        (await map.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0, state);
    }

    /// <summary>What is said above the map makes it lower, and moves what it shows.</summary>
    private static string WithoutCamera(string permalink) => permalink.Split("&vista=")[0];

    private static async Task WriteAsync(MapPage map, ILocator panel)
    {
        await panel.GetByRole(AriaRole.Button, new() { Name = "Scrivi nell’archivio" }).ClickAsync();
        await map.Page.Locator("dialog").GetByRole(AriaRole.Button, new() { Name = "Scrivi nell’archivio" }).ClickAsync();
    }

    private static async Task ShowsNothingAsync(IPage page)
    {
        await Expect(page.Locator("#accesso")).ToContainTextAsync("Questo servizio risponde a chi ha fatto l’accesso");
        await Expect(page.Locator("#chi-sono")).ToHaveTextAsync("Accedi");
        await Expect(page.Locator("#righe tbody tr")).ToHaveCountAsync(0);
        await Expect(page.Locator("#indicatori")).ToBeEmptyAsync();
        await Expect(page.Locator("#titolare")).ToHaveTextAsync("Serve l’accesso");
        (await page.Locator("body").InnerTextAsync()).ShouldNotContain("Brescia");
    }
}
