using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

public sealed class FirstViewTests(MapInBrowser browser)
{
    [Fact]
    public async Task The_map_opens_on_the_91_Ambiti_the_uncovered_ones_first()
    {
        await using MapPage map = await browser.OpenAsync();

        await Expect(map.Rows).ToHaveCountAsync(91);
        IReadOnlyList<string> verdicts = await map.ColumnAsync(2);
        verdicts.Count(v => v == "Scoperto").ShouldBe(17);
        verdicts.Count(v => v == "Solo competenza").ShouldBe(3);
        verdicts.Count(v => v == "Sede presente").ShouldBe(71);
        verdicts.Take(17).ShouldAllBe(v => v == "Scoperto");
    }

    [Fact]
    public async Task The_banner_says_what_is_made_up_estimated_and_unverified()
    {
        await using MapPage map = await browser.OpenAsync();

        await Expect(map.Notices).ToContainTextAsync("nessuna è reale");
        await Expect(map.Notices).ToContainTextAsync("Tempi in auto stimati (errore medio");
        await Expect(map.Notices).ToContainTextAsync("Milano è letta per 5.718 sezioni di censimento");
        await Expect(map.Notices).ToContainTextAsync("Appartenenza non verificata per");
    }

    [Theory]
    [InlineData("")]
    [InlineData("tema=tempi&livello=comune")]
    [InlineData("tema=proposte")]
    public async Task Every_view_carries_date_fingerprint_rules_and_sources(string permalink)
    {
        await using MapPage map = await browser.OpenAsync(permalink);

        ILocator footer = map.Page.Locator("#provenienza");
        await Expect(footer).ToContainTextAsync("Calcolato");
        await Expect(footer).ToContainTextAsync("1507");
        await Expect(footer).ToContainTextAsync("popolazione residente al 1 gennaio 2023: Istat, CC-BY");
        await Expect(footer).ToContainTextAsync("Sedi comunali: GeoNames, CC-BY 4.0");
        await Expect(footer).ToContainTextAsync("DPCoe");
        string? fingerprint = await footer.Locator(".hash").GetAttributeAsync("title");
        fingerprint.ShouldNotBeNull().ShouldMatch("[0-9a-f]{64}$");
    }

    [Fact]
    public async Task The_indicators_hold_the_region_s_own_figures()
    {
        await using MapPage map = await browser.OpenAsync();

        ILocator indicators = map.Page.Locator("#indicatori");
        await Expect(indicators).ToContainTextAsync("71 su 91");
        await Expect(indicators).ToContainTextAsync("6,5 mln €");
        await Expect(indicators.GetByTitle("6.532.000,00 €")).ToBeVisibleAsync();
    }
}
