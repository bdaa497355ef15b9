using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

public sealed class ServiceDownTests(MapInBrowser browser)
{
    private const string Problem =
        """{"type":"about:blank","title":"Archivio non raggiungibile","status":503,"detail":"Il database non risponde."}""";

    [Fact]
    public async Task A_store_lost_at_the_start_is_said_and_the_map_recovers_by_itself()
    {
        await using MapPage map = await StopAsync(await browser.NewPageAsync());
        await map.GoToAsync("");

        ILocator alert = map.Page.GetByRole(AriaRole.Alert);
        await Expect(alert).ToContainTextAsync("Archivio non raggiungibile");
        await Expect(alert).ToContainTextAsync("Nuovo tentativo tra 1 s");
        await map.Page.UnrouteAsync("**/api/**");

        await Expect(map.Rows).ToHaveCountAsync(91);
        await Expect(alert).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_store_lost_in_the_middle_leaves_what_is_shown_marked_as_not_current()
    {
        await using MapPage map = await StopAsync(await browser.OpenAsync());

        await map.Page.GetByLabel("Livello", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Distretti" });

        await Expect(map.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("I dati mostrati non sono aggiornati");
        await Expect(map.Rows).ToHaveCountAsync(91);
        await map.Page.UnrouteAsync("**/api/**");
        await Expect(map.Rows).ToHaveCountAsync(76);
    }

    private static async Task<MapPage> StopAsync(MapPage map)
    {
        await map.Page.RouteAsync("**/api/**", route => route.FulfillAsync(new()
        {
            Status = 503,
            ContentType = "application/problem+json",
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Retry-After"] = "1" },
            Body = Problem,
        }));
        map.ExpectErrors();
        return map;
    }
}
