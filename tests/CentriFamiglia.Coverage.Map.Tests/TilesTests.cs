using System.Globalization;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

/// <summary>The map draws borders from the service's tiles, and what the answers say of each area on them.</summary>
public sealed class TilesTests(MapInBrowser browser)
{
    private const int Most = 700_000;

    private static readonly Dictionary<string, int> _verdicts = new(StringComparer.Ordinal)
    {
        ["SEDE"] = 0x6ba3c7,
        ["COMPETENZA"] = 0xdcebf5,
        ["SCOPERTO"] = 0xf4b06a,
    };

    [Theory]
    [InlineData("", "ambiti")]
    [InlineData("livello=distretto", "distretti")]
    [InlineData("tema=tempi&livello=comune", "comuni")]
    public async Task The_first_view_asks_for_tiles_and_for_no_border_in_any_other_form(string permalink, string collection)
    {
        await using MapPage map = await browser.NewPageAsync();
        List<string> asked = map.Asked();
        await map.GoToAsync(permalink);
        await map.DrawnAsync();

        asked.ShouldContain(url => url.Contains($"/ogc/collections/{collection}/tiles/WebMercatorQuad/", StringComparison.Ordinal));
        asked.Where(url => url.Contains("f=geojson", StringComparison.Ordinal)).ShouldAllBe(url => url.Contains("/sites?", StringComparison.Ordinal));
        asked.Where(url => url.Contains("/tiles/", StringComparison.Ordinal))
            .ShouldAllBe(url => url.Contains("&v=", StringComparison.Ordinal) && url.Contains("properties=&", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_colours_are_the_verdicts_of_the_API()
    {
        await using MapPage map = await browser.OpenAsync("mostra_sedi=0");
        Dictionary<string, JsonNode> places = (await map.RowsOfAsync("places?by=ambito")).ToDictionary(r => (string)r!["codice"]!, r => r!, StringComparer.Ordinal);
        var wanted = (await map.RowsOfAsync("coverage?level=ambito")).GroupBy(r => (string)r!["verdetto"]!, StringComparer.Ordinal).SelectMany(g => g.Take(2)).ToArray();

        wanted.Length.ShouldBe(6);
        foreach (JsonNode? row in wanted)
        {
            JsonNode place = places[(string)row!["codice"]!];
            await using MapPage near = await browser.OpenAsync($"mostra_sedi=0&vista={Degrees(place["lon"])},{Degrees(place["lat"])},11.50");
            ShouldLook(await near.ColourInTheMiddleAsync(), _verdicts[(string)row["verdetto"]!], (string)row["nome"]!);
            await near.ClickMiddleOfMapAsync();
            await Expect(near.Sheet.Locator("h2")).ToHaveTextAsync((string)row["nome"]!);
        }
    }

    [Fact]
    public async Task A_comune_has_the_colour_of_its_minutes_and_opens_with_a_click()
    {
        await using MapPage map = await browser.OpenAsync();
        Dictionary<string, JsonNode> places = (await map.RowsOfAsync("places?by=comune")).ToDictionary(r => (string)r!["codice"]!, r => r!, StringComparer.Ordinal);
        JsonNode[] rows = [.. (await map.RowsOfAsync("gaps?by=comune")).Where(r => r!["minuti"] is not null).OrderBy(r => (double)r!["minuti"]!).Select(r => r!)];

        // The palest of the classes, and the darkest but where the limits are so many that it is not reached.
        foreach ((JsonNode row, bool isNear) in ((JsonNode, bool)[])[(rows[0], true), (rows[^1], false)])
        {
            JsonNode place = places[(string)row["pro_com_t"]!];
            await using MapPage near = await browser.OpenAsync(
                $"tema=tempi&livello=comune&mostra_sedi=0&vista={Degrees(place["lon"])},{Degrees(place["lat"])},12.50");
            int colour = await near.ColourInTheMiddleAsync();
            int light = ((colour >> 16) + ((colour >> 8) & 0xFF) + (colour & 0xFF)) / 3;
            (isNear ? light > 225 : light < 140).ShouldBeTrue($"{row["comune"]}: {colour:x6}");
            await near.ClickMiddleOfMapAsync();
            await Expect(near.Sheet.Locator("h2")).ToHaveTextAsync((string)row["comune"]!);
        }
    }

    [Fact]
    public async Task Another_view_asks_for_no_border_again_and_another_level_for_its_own()
    {
        await using MapPage map = await browser.OpenAsync();
        List<string> asked = map.Asked();
        foreach (string theme in (string[])["Tempi di viaggio", "Rilievi", "Fragilità", "Copertura"])
            await map.ChooseThemeAsync(theme);

        asked.ShouldNotContain(url => url.Contains("/tiles/", StringComparison.Ordinal) || url.Contains("by=comune&f=geojson", StringComparison.Ordinal));
        asked.ShouldNotContain(url => url.Contains("/places", StringComparison.Ordinal));
        await map.ChooseAsync("Livello", "Distretti");
        asked.Where(url => url.Contains("/tiles/", StringComparison.Ordinal)).ShouldAllBe(url => url.Contains("/distretti/", StringComparison.Ordinal));
        asked.ShouldContain(url => url.Contains("/distretti/tiles/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_first_view_weighs_less_than_700_kB()
    {
        await using MapPage map = await browser.NewPageAsync();
        List<IRequest> done = [];
        map.Page.RequestFinished += (_, request) => done.Add(request);
        await map.GoToAsync("");
        await map.DrawnAsync();
        await map.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var bytes = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (IRequest request in done)
        {
            RequestSizesResult sizes = await request.SizesAsync();
            bytes[request.Url] = sizes.ResponseBodySize + sizes.ResponseHeadersSize;
        }

        long total = bytes.Values.Sum(), tiles = bytes.Where(b => b.Key.Contains("/tiles/", StringComparison.Ordinal)).Sum(b => b.Value);
        TestContext.Current.TestOutputHelper?.WriteLine($"{total} bytes, of which tiles {tiles}");
        tiles.ShouldBeInRange(1, 60_000);
        total.ShouldBeLessThan(Most);
    }

    [Fact]
    public async Task Paper_and_picture_have_the_comuni_in_their_colours()
    {
        await using MapPage map = await browser.OpenAsync("tema=tempi&livello=comune&mostra_sedi=0");
        await map.LayOutAsync();

        double coloured = await map.Page.EvaluateAsync<double>(
            """
            async () => {
              const image = document.querySelector('.paper-map img');
              await image.decode();
              const canvas = document.createElement('canvas');
              [canvas.width, canvas.height] = [200, Math.round(200 * image.naturalHeight / image.naturalWidth)];
              const context = canvas.getContext('2d');
              context.drawImage(image, 0, 0, canvas.width, canvas.height);
              const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
              let count = 0;
              for (let i = 0; i < data.length; i += 4) count += Math.abs(data[i] - data[i + 2]) >= 12 ? 1 : 0;
              return count / (data.length / 4);
            }
            """);
        // Half of the box around Lombardia is Lombardia; its palest class is not told from the ground.
        coloured.ShouldBeGreaterThan(0.3);
    }

    [Fact]
    public async Task Points_where_residents_are_counted_come_as_tiles_and_say_that_some_stand_for_several()
    {
        await using MapPage map = await browser.OpenAsync();
        List<string> asked = map.Asked();
        await map.Page.GetByText("Altri strati").ClickAsync();
        await map.Page.GetByLabel("Punti di residenza").CheckAsync();
        await map.DrawnAsync();

        asked.ShouldContain(url => url.Contains("/punti/tiles/", StringComparison.Ordinal) && url.Contains("properties=residenti", StringComparison.Ordinal));
        asked.ShouldNotContain(url => url.Contains("f=geojson", StringComparison.Ordinal));
        await Expect(map.Page.Locator(".layers")).ToContainTextAsync("più punti vicini in uno");
        map.Permalink.ShouldContain("strati=punti");
    }

    [Fact]
    public async Task Tiles_that_do_not_come_are_asked_for_again()
    {
        await using MapPage map = await browser.NewPageAsync();
        map.ExpectErrors();
        await map.Page.Context.RouteAsync("**/tiles/**", route => route.AbortAsync());
        await map.GoToAsync("vista=9.6700,45.7000,11.00&mostra_sedi=0");
        await map.DrawnAsync();
        int before = await map.ColourInTheMiddleAsync();
        await map.Page.Context.UnrouteAsync("**/tiles/**");

        await Poll(async () => await map.ColourInTheMiddleAsync() != before);
    }

    /// <summary>On white, nine tenths opaque, in shades of eight.</summary>
    private static void ShouldLook(int colour, int fill, string what)
    {
        int[] gaps = [.. new[] { 16, 8, 0 }.Select(shift => Math.Abs(((colour >> shift) & 0xFF) - (int)(((0.92 * ((fill >> shift) & 0xFF)) + (0.08 * 255)))))];
        gaps.Max().ShouldBeLessThan(10, $"{what}: {colour:x6} for {fill:x6}");
    }

    private static async Task Poll(Func<Task<bool>> isSo)
    {
        for (int i = 0; i < 60 && !await isSo(); i++)
            await Task.Delay(500, TestContext.Current.CancellationToken);
        (await isSo()).ShouldBeTrue();
    }

    private static string Degrees(JsonNode? degrees) => ((double)degrees!).ToString("F4", CultureInfo.InvariantCulture);
}
