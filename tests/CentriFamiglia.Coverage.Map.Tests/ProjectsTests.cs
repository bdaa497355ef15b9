using CentriFamiglia.Coverage.Map.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

public sealed class ProjectsTests(MapInBrowser browser)
{
    [Fact]
    public async Task Each_network_says_what_it_declares_and_opens_its_Hub()
    {
        await using MapPage map = await browser.OpenAsync("tema=progettualita&ats=Brescia");

        await Expect(map.Headline).ToContainTextAsync("8 reti: 8 Hub e 25 Spoke");
        await Expect(map.Rows).ToHaveCountAsync(8);
        await map.Rows.First.ClickAsync();

        await Expect(map.Sheet).ToContainTextAsync("La rete");
        await Expect(map.Sheet).ToContainTextAsync("Capofila");
        map.Permalink.ShouldContain("scheda=sede:BS01-H");
    }
}
