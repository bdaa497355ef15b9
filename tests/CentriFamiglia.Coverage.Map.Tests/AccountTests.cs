using CentriFamiglia.Coverage.Map.Tests.Running;
using CentriFamiglia.Coverage.TestIdentity;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

/// <summary>Where people sign in: who one is, what is offered and what is not, and the way back after a session has ended.</summary>
public sealed class AccountTests(MapInBrowser browser)
{
    private static readonly string[] _views =
    [
        "tema=copertura", "tema=copertura&livello=distretto", "livello=ats&scheda=ats:brescia", "tema=progettualita", "tema=risorse", "tema=tempi", "tema=tempi&livello=comune",
        "tema=misure", "tema=misure&misura=e2sfca&classi=quantili", "tema=orari&giorno=sab&ora=09:30", "tema=proposte", "tema=proposte&conta=tutte", "tema=rilievi",
        "tema=fragilita", "tema=prova", "tema=decisioni", "confronto=altro&sedi_dopo=note&affianca=1",
    ];

    [Fact]
    public async Task Every_view_of_a_planner_is_of_her_ATS_and_free_of_faults()
    {
        await using SignedMap service = await SignedMap.StartAsync(browser);
        await using MapPage map = await service.EnterAsync(Person.Planner);
        await Axe.LoadAsync(map.Page);
        await Expect(map.Page.Locator("#chi-sono")).ToContainTextAsync("Paola Bresciani");
        await Expect(map.Page.Locator("#chi-sono")).ToContainTextAsync("Chi pianifica · ATS di Brescia");
        (await map.Page.GetByLabel("ATS", new() { Exact = true }).Locator("option").AllInnerTextsAsync()).ShouldBe(["ATS di Brescia"]);

        foreach (string view in _views)
        {
            await map.GoToAsync(view);
            await map.DrawnAsync();
            if (view.StartsWith("tema=proposte", StringComparison.Ordinal))
                await map.FoundAsync();
            map.Permalink.ShouldContain("ats=Brescia", customMessage: view);
            await Expect(map.Page.Locator("#problema")).ToBeHiddenAsync();
            (await map.Headline.InnerTextAsync()).ShouldNotContain("undefined", customMessage: view);
            (await map.Headline.InnerTextAsync()).ShouldNotBeEmpty(view);
            (await Axe.ViolationsAsync(map.Page)).ShouldBeEmpty(view);
        }

        await map.GoToAsync("tema=copertura&ats=Bergamo");
        await map.DrawnAsync();
        map.Permalink.ShouldContain("ats=Brescia");
        (await map.Rows.CountAsync()).ShouldBe(12);
    }
}
