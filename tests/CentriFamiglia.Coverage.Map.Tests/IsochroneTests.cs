using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

public sealed class IsochroneTests(MapInBrowser browser)
{
    // Roads through the Hub of Bergamo, thirty kilometres each way.
    private const string Roads = """
        <osm version="0.6">
          <node id="1" lat="45.69753" lon="9.30"/><node id="2" lat="45.69753" lon="9.66496"/><node id="3" lat="45.69753" lon="10.03"/>
          <node id="4" lat="45.45" lon="9.66496"/><node id="5" lat="45.95" lon="9.66496"/>
          <way id="7"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="primary"/><tag k="name" v="Via Prova"/></way>
          <way id="8"><nd ref="4"/><nd ref="2"/><nd ref="5"/><tag k="highway" v="primary"/></way>
        </osm>
        """;

    [Fact]
    public async Task A_sede_shows_from_where_it_is_reached_when_there_are_roads()
    {
        await using MapPage map = await browser.NewPageAsync();
        using var service = new RunningService();
        await service.StartAsync(Roads, TestContext.Current.CancellationToken);
        await using MapPage withRoads = await browser.NewPageAsync(address: service.Address);
        await withRoads.GoToAsync("scheda=sede:BG01-H");
        await withRoads.DrawnAsync();

        await withRoads.Sheet.GetByRole(AriaRole.Button, new() { Name = "Mostra da dove si raggiunge (15, 30, 45 minuti)" }).ClickAsync();

        await Expect(withRoads.Sheet).ToContainTextAsync("entro 45 minuti");
        await Expect(withRoads.Sheet).ToContainTextAsync("non nell’ora di punta");
        await Expect(withRoads.Notices).ToContainTextAsync("senza traffico");
        // The roads are the ground, with whom to thank, and can be taken away.
        await withRoads.Page.Locator(".layers > summary").ClickAsync();
        ILocator roads = withRoads.Page.GetByLabel("Strade principali © OpenStreetMap contributors");
        await Expect(roads).ToBeCheckedAsync();
        await roads.UncheckAsync();
        withRoads.Permalink.ShouldContain("strade=0");

        await map.GoToAsync("scheda=sede:BG01-H");
        await map.DrawnAsync();
        await Expect(map.Page.GetByLabel("Strade principali © OpenStreetMap contributors")).ToBeHiddenAsync();
        await Expect(map.Sheet).Not.ToContainTextAsync("Isocrone");
    }

    [Fact]
    public async Task The_main_roads_of_a_network_are_drawn_where_they_run()
    {
        await (await browser.NewPageAsync()).DisposeAsync();
        using var service = new RunningService();
        await service.StartAsync(Roads, TestContext.Current.CancellationToken);
        Picture with = await MiddleOfAsync("vista=9.5000,45.6975,11.00&mostra_sedi=0", isDrawn: true);
        Picture without = await MiddleOfAsync("vista=9.5000,45.6975,11.00&mostra_sedi=0&strade=0", isDrawn: false);

        // The road crosses the middle from one side to the other; beside it nothing is another.
        int[] different = [.. with.Pixels.Zip(without.Pixels, (a, b) => a == b ? 0 : 1).Chunk(with.Width).Select(row => row.Sum())];
        int middle = with.Height / 2;
        different[(middle - 2)..(middle + 3)].Max().ShouldBeGreaterThan(with.Width * 9 / 10);
        different[..(middle - 8)].Concat(different[(middle + 8)..]).Max().ShouldBeLessThan(with.Width / 50);

        async Task<Picture> MiddleOfAsync(string permalink, bool isDrawn)
        {
            await using MapPage map = await browser.NewPageAsync(address: service.Address);
            List<string> asked = map.Asked();
            await map.GoToAsync(permalink);
            await map.DrawnAsync();
            asked.Any(url => url.Contains("strade-principali/tiles", StringComparison.Ordinal)).ShouldBe(isDrawn);
            await map.Page.EvaluateAsync("() => { for (const over of document.querySelectorAll('.legend, .maplibregl-control-container')) over.style.display = 'none'; }");
            LocatorBoundingBoxResult box = (await map.Page.Locator("#mappa-tela canvas").BoundingBoxAsync())!;
            Picture page = await Picture.OfAsync(map.Page);
            (int left, int top) = ((int)(box.X + (box.Width / 2)) - 100, (int)(box.Y + (box.Height / 2)) - 60);
            return new(200, 120, [.. Enumerable.Range(0, 120).SelectMany(y => page.Pixels.Skip(((top + y) * page.Width) + left).Take(200))]);
        }
    }
}
