using CentriFamiglia.Coverage.Map.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

public sealed class ResourcesTests(MapInBrowser browser)
{
    [Fact]
    public async Task Each_ATS_says_what_is_free_and_its_sheet_opens_the_networks_that_take_the_rest()
    {
        await using MapPage map = await browser.OpenAsync("tema=risorse");

        await Expect(map.Headline).ToHaveTextAsync("Dei 6,5 milioni di euro disponibili ne restano liberi 3,2 milioni (49,7 %)");
        (await map.ColumnAsync(0)).Count.ShouldBe(8);
        await map.Rows.First.ClickAsync();

        await Expect(map.Sheet).ToContainTextAsync("249.228,69 € (31,2 %)");
        await map.Sheet.GetByText("Rete dimostrativa Brescia BS01").ClickAsync();
        await Expect(map.Sheet).ToContainTextAsync("Hub");
        map.Permalink.ShouldContain("scheda=sede:BS01-H");
    }

    [Fact]
    public async Task Where_no_network_says_its_contribution_nothing_is_called_free()
    {
        await using MapPage map = await browser.OpenAsync("tema=risorse&sedi=note");

        await Expect(map.Headline).ToContainTextAsync("non si sa quanto resti libero");
        await Expect(map.Rows.First).ToContainTextAsync("Non noto");
    }
}
