using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

public sealed class MapLayersTests(MapInBrowser browser)
{
    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("vista=9.6700,45.7000,10.00", 1, 0)]
    [InlineData("strati=residenti", 1, 1)]
    public async Task The_names_and_the_whole_borders_of_the_comuni_are_read_only_where_they_are_wanted(string permalink, int names, int borders)
    {
        await using MapPage map = await browser.NewPageAsync();
        List<string> asked = map.Asked();
        await map.GoToAsync(permalink);
        await map.DrawnAsync();
        await map.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        asked.Count(url => url.Contains("gaps?by=comune&f=json", StringComparison.Ordinal)).ShouldBe(names);
        asked.Count(url => url.Contains("gaps?by=comune&f=geojson", StringComparison.Ordinal)).ShouldBe(borders);
        asked.ShouldNotContain(url => url.Contains("confini", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Borders_residents_and_networks_are_chosen_in_the_legend_and_stay_in_the_address()
    {
        await using MapPage map = await browser.OpenAsync();
        await map.Page.GetByText("Altri strati").ClickAsync();
        await map.Page.GetByLabel("Confini delle province").CheckAsync();
        await map.Page.GetByLabel("Residenti un punto ogni 1.000").CheckAsync();
        await map.DrawnAsync();
        map.Permalink.ShouldContain("strati=province,residenti");

        await using MapPage other = await browser.OpenAsync(map.Permalink.TrimStart('#'));

        await Expect(other.Page.GetByLabel("Confini delle province")).ToBeCheckedAsync();
        await Expect(other.Page.GetByLabel("Confini delle ASST")).Not.ToBeCheckedAsync();
        await Expect(other.Page.Locator("#strato-percorsi")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_files_of_the_map_travel_packed()
    {
        await using MapPage map = await browser.NewPageAsync();
        Dictionary<string, string> codings = [];
        map.Page.Response += (_, response) => codings[new Uri(response.Url).AbsolutePath] = response.Headers.GetValueOrDefault("content-encoding", "");
        await map.GoToAsync("");
        await map.DrawnAsync();

        codings.Where(c => c.Key.EndsWith(".js", StringComparison.Ordinal) || c.Key.EndsWith(".css", StringComparison.Ordinal))
            .ShouldAllBe(c => c.Value == "br");
        codings.Keys.ShouldContain(path => path.EndsWith(".css", StringComparison.Ordinal));
    }
}
