using System.Globalization;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

/// <summary>The map fills the page; beside it one panel says what its figures come to, and holds list and sheets.</summary>
public sealed class LayoutTests(MapInBrowser browser)
{
    private static readonly string[] _views =
    [
        "", "tema=tempi", "tema=misure", "tema=orari", "tema=proposte", "tema=proposte&scopo=cover&ats=Pavia", "tema=rilievi", "tema=fragilita",
        "tema=risorse", "tema=progettualita", "tema=decisioni", "tema=prova", "tema=prova&livello=comune&prova=a*N1*r=spoke*n=BS07*c=017021!c*BS01-S2!c*BG01-S2",
    ];

    [Fact]
    public async Task Every_view_shows_the_map_its_headline_and_ten_rows_at_once()
    {
        await using MapPage map = await browser.OpenAsync();

        foreach (string view in _views)
        {
            await map.GoToAsync(view);
            await map.DrawnAsync();
            if (view.StartsWith("tema=proposte", StringComparison.Ordinal))
                await map.FoundAsync();
            if (view.Contains("prova=", StringComparison.Ordinal))
                await map.TriedAsync();
            LocatorBoundingBoxResult canvas = (await map.Page.Locator("#mappa-tela").BoundingBoxAsync())!;
            canvas.Width.ShouldBeGreaterThan(780, view);
            canvas.Height.ShouldBeGreaterThan(600, view);
            (canvas.Y + canvas.Height).ShouldBeLessThanOrEqualTo(800, view);
            (await map.Headline.InnerTextAsync()).Length.ShouldBeGreaterThan(20, view);
            int rows = await map.Rows.CountAsync();
            (await map.Page.EvaluateAsync<int>(
                """
                () => {
                  const list = document.querySelector('.table-scroll');
                  const bottom = Math.min(list.getBoundingClientRect().bottom, innerHeight) + 1;
                  return [...list.querySelectorAll('tbody tr')].filter(row => row.getBoundingClientRect().bottom <= bottom && row.offsetHeight <= 36).length;
                }
                """)).ShouldBeGreaterThanOrEqualTo(view == "tema=prova" ? 0 : Math.Min(10, rows), view);
            (await map.Page.EvaluateAsync<bool>("() => { const list = document.querySelector('.table-scroll'); return list.scrollWidth <= list.clientWidth; }"))
                .ShouldBeTrue($"{view}: the list scrolls sideways");
            (await map.Page.Locator("#avvisi").BoundingBoxAsync())!.Height.ShouldBeLessThan(36, $"{view}: the notices stand on one line");
        }
    }

    [Fact]
    public async Task On_a_phone_the_map_comes_first_and_the_panel_below_it()
    {
        await using MapPage map = await browser.OpenAsync("", 360, 740);

        LocatorBoundingBoxResult canvas = (await map.Page.Locator("#mappa-tela").BoundingBoxAsync())!;
        canvas.Y.ShouldBeLessThan(200);
        canvas.Height.ShouldBeInRange(330, 420);
        (await map.Headline.BoundingBoxAsync())!.Y.ShouldBeInRange(canvas.Y + canvas.Height, 740);
        await Expect(map.Page.GetByText("4 avvertenze")).ToBeVisibleAsync();

        await map.Rows.First.ClickAsync();
        await Expect(map.Sheet).ToBeInViewportAsync();
        await map.BackToListAsync();
        await Expect(map.Rows.First.GetByRole(AriaRole.Button)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_headline_has_the_figures_of_the_API()
    {
        await using MapPage map = await browser.OpenAsync();
        JsonNode[] areas = await RowsAsync(map, "coverage?level=ambito");
        JsonNode[] uncovered = [.. areas.Where(row => (string)row["verdetto"]! == "SCOPERTO")];
        await Expect(map.Headline).ToHaveTextAsync(
            $"{uncovered.Length} Ambiti su {areas.Length} sono scoperti: {Count(uncovered.Sum(row => (int)row["residenti"]!))} residenti");

        JsonNode region = (await RowsAsync(map, "gaps?by=regione")).ShouldHaveSingleItem();
        await ShowAsync(map, "tema=tempi");
        await Expect(map.Headline).ToHaveTextAsync(
            $"{Count((int)region["residenti_oltre_limite"]!)} residenti ({Percent((double)region["quota_oltre_limite_pct"]!)}) abitano oltre il limite");

        JsonNode[] curve = await RowsAsync(map, "curve?goal=cover&spokes=10");
        await ShowAsync(map, "tema=proposte&scopo=cover");
        await Expect(map.Headline).ToHaveTextAsync(
            $"Con 10 nuovi Spoke: dal {Percent((double)curve[0]["quota_nel_limite_pct"]!)} al {Percent((double)curve[10]["quota_nel_limite_pct"]!)} dei residenti entro il limite");

        JsonNode[] findings = await RowsAsync(map, "findings?ats=Pavia");
        await ShowAsync(map, "tema=rilievi&ats=Pavia");
        await Expect(map.Headline).ToContainTextAsync(
            $"Nell’ATS di Pavia {findings.Count(row => (string)row["esito"]! == "non_conforme")} rilievi su {Count(findings.Length)} sono non conformi");
        (await map.Page.TitleAsync()).ShouldBe("Rilievi · ATS di Pavia · Centri per la Famiglia");
    }

    [Theory]
    [InlineData("")]
    [InlineData("tema=proposte")]
    public async Task A_link_that_names_no_place_shows_the_whole_region_beside_the_legend(string permalink)
    {
        await using MapPage map = await browser.OpenAsync(permalink);

        LocatorBoundingBoxResult canvas = (await map.Page.Locator("#mappa-tela").BoundingBoxAsync())!;
        LocatorBoundingBoxResult legend = (await map.Page.Locator("#legenda-riquadro").BoundingBoxAsync())!;
        (double west, double south) = await OnScreenAsync(map, canvas, 8.49, 44.67);
        (double east, double north) = await OnScreenAsync(map, canvas, 11.43, 46.64);

        west.ShouldBeGreaterThan(legend.X + legend.Width);
        east.ShouldBeLessThan(canvas.X + canvas.Width);
        north.ShouldBeGreaterThan(canvas.Y);
        south.ShouldBeLessThan(canvas.Y + canvas.Height);
        (((west + east) / 2) - ((legend.X + legend.Width + canvas.X + canvas.Width) / 2)).ShouldBeInRange(-20, 20);
    }

    [Fact]
    public async Task A_link_to_a_sheet_moves_a_map_that_is_already_open()
    {
        await using MapPage map = await browser.OpenAsync("vista=10.2,45.2,12");

        await map.GoToAsync("scheda=ambito:bellano");
        await map.DrawnAsync();

        await map.Page.WaitForURLAsync(url => url.Contains("vista=9.", StringComparison.Ordinal));
        await Expect(map.Sheet.Locator("h2")).ToHaveTextAsync("Bellano");
    }

    [Fact]
    public async Task A_notice_opens_its_sentence_and_Escape_closes_it()
    {
        await using MapPage map = await browser.OpenAsync();

        ILocator notice = map.Page.Locator(".notices-list summary", new() { HasText = "Stimato" });
        ILocator sentence = map.Page.Locator(".notices-list .notice-text", new() { HasText = "Tempi in auto stimati (errore medio" });
        await notice.FocusAsync();
        await map.Page.Keyboard.PressAsync("Enter");
        await Expect(sentence).ToBeVisibleAsync();
        await map.Page.Keyboard.PressAsync("Escape");

        await Expect(sentence).ToBeHiddenAsync();
        await Expect(notice).ToBeFocusedAsync();
    }

    private static async Task ShowAsync(MapPage map, string permalink)
    {
        await map.GoToAsync(permalink);
        await map.DrawnAsync();
    }

    private static async Task<JsonNode[]> RowsAsync(MapPage map, string question)
    {
        IAPIResponse answer = await map.Page.APIRequest.GetAsync(new Uri(new Uri(map.Page.Url), $"/api/v1/{question}&f=json").AbsoluteUri);
        return [.. JsonNode.Parse(await answer.TextAsync())!["rows"]!.AsArray().Select(row => row!)];
    }

    /// <summary>Where a place is on the screen, by the camera that the address gives (Web Mercator, tiles of 512 pixels).</summary>
    private static async Task<(double X, double Y)> OnScreenAsync(MapPage map, LocatorBoundingBoxResult canvas, double lon, double lat)
    {
        await map.Page.WaitForURLAsync(url => url.Contains("vista=", StringComparison.Ordinal));
        double[] camera = [.. map.Permalink.Split("vista=")[1].Split('&')[0].Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        double size = 512 * Math.Pow(2, camera[2]);
        static double Y(double latitude) => Math.Log(Math.Tan((Math.PI / 4) + (latitude * Math.PI / 360))) / (2 * Math.PI);
        return (canvas.X + (canvas.Width / 2) + ((lon - camera[0]) / 360 * size), canvas.Y + (canvas.Height / 2) - ((Y(lat) - Y(camera[1])) * size));
    }

    private static string Count(int value) => value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.');

    private static string Percent(double value) => $"{value.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',')} %";
}
