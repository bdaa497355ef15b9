using System.Text.RegularExpressions;
using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

public sealed class MeasuresTests(MapInBrowser browser)
{
    [Fact]
    public async Task Classes_of_a_measure_count_every_comune_once_fixed_or_quantile()
    {
        await using MapPage map = await browser.OpenAsync("tema=misure&livello=comune&misura=e2sfca");

        await Expect(map.Page.Locator("#titolo-tabella")).ToContainTextAsync("sedi per 1.000 residenti");
        (await ComuniAsync(map)).Sum().ShouldBe(1504);
        await map.ChooseAsync("Classi", "Quantili");
        int[] quantiles = await ComuniAsync(map);
        quantiles.Sum().ShouldBe(1504);
        quantiles.Length.ShouldBe(5);
        quantiles.ShouldAllBe(comuni => comuni > 290 && comuni < 312);
        map.Permalink.ShouldContain("classi=quantili");
    }

    [Fact]
    public async Task The_curve_of_an_ATS_stands_beside_its_measures()
    {
        await using MapPage map = await browser.OpenAsync("tema=misure&ats=Montagna");

        ILocator overview = map.Page.Locator("#quadro");
        await map.ReadOverviewAsync();
        await Expect(overview.Locator("figcaption")).ToContainTextAsync("ATS della Montagna");
        await Expect(overview.Locator("tbody tr")).ToHaveCountAsync(12);
        await Expect(overview.Locator("svg[aria-label*='entro 20 minuti il']")).ToBeVisibleAsync();
    }

    private static async Task<int[]> ComuniAsync(MapPage map)
    {
        string legend = await map.Page.Locator("#legenda").InnerTextAsync();
        return [.. Regex.Matches(legend, "([\\d.]+) comun[ei]", RegexOptions.None, TimeSpan.FromSeconds(5))
            .Select(m => int.Parse(m.Groups[1].Value.Replace(".", "", StringComparison.Ordinal)))];
    }
}
