using System.Text;
using System.Text.RegularExpressions;
using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;

namespace CentriFamiglia.Coverage.Map.Tests;

/// <summary>Paper has all that the screen shows, on any sheet, either way up.</summary>
public sealed partial class PaperTests(MapInBrowser browser)
{
    [Fact]
    public async Task A_view_printed_from_a_phone_has_all_figures_all_columns_the_whole_legend_and_the_sheet()
    {
        await using MapPage map = await browser.OpenAsync("scheda=ambito:bellano", 360, 740);
        ILocator paper = await map.LayOutAsync();

        string text = await paper.InnerTextAsync();
        foreach (string said in (string[])[
            "Copertura · Lombardia", "17 Ambiti su 91 sono scoperti", "Versione dei dati", "D.G.R. Lombardia XII/1507",
            "Ambiti con una sede", "Solo competenza", "Residenti oltre il limite", "Viaggio medio", "Fondo regionale",
            "Sede presente", "Scoperto", "Hub", "Spoke", "nessuna è reale", "Tempi in auto stimati (errore medio", "Bellano", "Fonti:", "scheda=ambito:bellano"])
        {
            text.ShouldContain(said);
        }

        (await paper.Locator(".paper-table thead th").AllInnerTextsAsync()).ShouldBe(["Ambito", "ATS", "Verdetto", "Hub", "Spoke", "Residenti", "Fonte"]);
        (await paper.Locator(".paper-table tbody tr").CountAsync()).ShouldBe(91);
        (await paper.Locator("button, input, select").CountAsync()).ShouldBe(0);
        (await map.Page.Locator(".masthead").IsVisibleAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_printed_trial_says_that_it_is_one()
    {
        await using MapPage map = await browser.OpenAsync("tema=prova&prova=c*BG01-S2");
        await map.TriedAsync();

        (await (await map.LayOutAsync()).InnerTextAsync()).ShouldContain("È una prova: nulla è scritto nell’archivio.");
    }

    [Fact]
    public async Task The_region_fills_the_picture_and_nothing_runs_off_the_sheet()
    {
        await using MapPage map = await browser.OpenAsync();
        string address = map.Page.Url;
        ILocator paper = await map.LayOutAsync();

        // The share of the picture's rows and columns in which something is drawn that is not ground: the region, up to the air around it.
        double[] filled = await map.Page.EvaluateAsync<double[]>(
            """
            async () => {
              const image = document.querySelector('.paper-map img');
              await image.decode();
              const canvas = document.createElement('canvas');
              [canvas.width, canvas.height] = [200, Math.round(200 * image.naturalHeight / image.naturalWidth)];
              const context = canvas.getContext('2d');
              context.drawImage(image, 0, 0, canvas.width, canvas.height);
              const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
              const [rows, columns] = [new Set(), new Set()];
              for (let i = 0; i < data.length; i += 4) {
                if (Math.abs(data[i] - data[i + 2]) < 45) continue;
                rows.add(Math.floor(i / 4 / width));
                columns.add((i / 4) % width);
              }
              return [columns.size / width, rows.size / height, image.naturalWidth];
            }
            """);
        filled[0].ShouldBeGreaterThan(0.9);
        filled[1].ShouldBeGreaterThan(0.9);
        filled[2].ShouldBeGreaterThan(1500);

        (await paper.EvaluateAsync<string[]>(
            """
            paper => [...paper.querySelectorAll('img, svg, table, li, dd')]
              .filter(each => each.getBoundingClientRect().right > paper.getBoundingClientRect().right + 1).map(each => each.outerHTML.slice(0, 80))
            """)).ShouldBeEmpty();
        map.Page.Url.ShouldBe(address, "printing moved the map");
    }

    [Theory]
    [InlineData("A4", false, 5)]
    [InlineData("A4", true, 6)]
    [InlineData("A3", true, 4)]
    public async Task A_sheet_of_any_size_and_way_up_is_tagged_and_has_few_pages(string format, bool landscape, int mostPages)
    {
        await using MapPage map = await browser.OpenAsync();

        byte[] pdf = await map.Page.PdfAsync(new() { Format = format, Landscape = landscape, Tagged = true, PrintBackground = true });
        string plain = Encoding.Latin1.GetString(pdf);

        APage().Count(plain).ShouldBeInRange(2, mostPages);
        plain.ShouldContain("/StructTreeRoot");
        foreach (string tag in (string[])["/H1", "/H2", "/Table", "/TH", "/Figure", "/Alt"])
            plain.ShouldContain(tag);
    }

    [Fact]
    public async Task The_hours_are_printed_to_the_end_with_their_week_in_colour_and_their_table()
    {
        await using MapPage map = await browser.OpenAsync("tema=orari&giorno=mar&ora=10:00");
        int cells = await map.Page.Locator("#quadro .week-grid td").CountAsync();
        string comune = (await map.ColumnAsync(0))[0];

        string[] pages = await PdfText.PagesOfAsync(await map.Page.PdfAsync(new() { Format = "A4", PrintBackground = true }));
        pages[0].ShouldContain("Martedì alle 10:00");
        string.Concat(pages).ShouldContain("La settimana, mezz’ora per mezz’ora");
        pages.Count(page => page.Contains(comune, StringComparison.Ordinal)).ShouldBeGreaterThan(0);
        pages[^1].ShouldContain("Le prime 500 righe di 1.504");

        ILocator paper = await map.LayOutAsync();
        string[] colours = await paper.Locator(".week-grid td span").EvaluateAllAsync<string[]>(
            "cells => cells.filter(each => each.getBoundingClientRect().height > 8).map(each => getComputedStyle(each).backgroundColor)");
        colours.Length.ShouldBe(cells);
        colours.Count(colour => colour == "rgba(0, 0, 0, 0)").ShouldBe(0);
        colours.Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(2);
    }

    [Theory]
    [InlineData("tema=tempi", false)]
    [InlineData("tema=tempi", true)]
    [InlineData("tema=risorse", false)]
    [InlineData("tema=prova&prova=c*BG01-S2", true)]
    public async Task No_sheet_has_the_sources_alone(string permalink, bool landscape)
    {
        await using MapPage map = await browser.OpenAsync(permalink);
        if (permalink.Contains("prova", StringComparison.Ordinal))
            await map.TriedAsync();
        string last = (await map.ColumnAsync(0))[^1];

        string[] pages = await PdfText.PagesOfAsync(await map.Page.PdfAsync(new() { Format = "A4", Landscape = landscape, PrintBackground = true }));
        pages[^1].ShouldContain("Fonti:");
        pages[^1].Split("Fonti:", 2)[0].ShouldNotBeNullOrWhiteSpace();
        if (permalink != "tema=tempi")
            pages[^1].ShouldContain(last);
    }

    [Fact]
    public async Task A_list_of_1504_comuni_is_cut_and_says_so()
    {
        await using MapPage map = await browser.OpenAsync("tema=tempi&livello=comune");
        ILocator paper = await map.LayOutAsync();

        (await paper.Locator(".paper-table tbody tr").CountAsync()).ShouldBe(500);
        (await paper.InnerTextAsync()).ShouldContain("Le prime 500 righe di 1.504");
    }

    [Fact]
    public async Task The_map_is_saved_as_a_picture_with_its_legend_and_sources()
    {
        await using MapPage map = await browser.OpenAsync();

        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Scarica", Exact = true }).ClickAsync();
        ILocator picture = map.Page.GetByRole(AriaRole.Group, new() { Name = "Immagine della mappa (PNG)" }).GetByRole(AriaRole.Button);
        IDownload download = await map.Page.RunAndWaitForDownloadAsync(() => picture.ClickAsync());

        download.SuggestedFilename.ShouldBe("mappa-copertura-ambito.png");
        byte[] png = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        png[..4].ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G']);
        png.Length.ShouldBeGreaterThan(200_000);
    }

    /// <summary>Lays the page out as the browser does when it is about to print.</summary>
    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.None, 10_000)]
    private static partial Regex APage();
}
