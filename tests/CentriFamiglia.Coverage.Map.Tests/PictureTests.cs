using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Map.Tests.Running;
using CentriFamiglia.Coverage.TestIdentity;
using Microsoft.Playwright;

namespace CentriFamiglia.Coverage.Map.Tests;

/// <summary>
/// A picture of every view, left in <c>artifacts/immagini</c> for who wants to look. With <c>COVERAGE_IMMAGINI=1</c> those that pass become the
/// pictures of the documentation (<c>docs/immagini</c>).
/// </summary>
public sealed class PictureTests(MapInBrowser browser)
{
    private const int MostBytes = 250_000;

    [Theory]
    [InlineData("copertura", "", 10)]
    [InlineData("tempi", "tema=tempi", 10)]
    [InlineData("misure", "tema=misure&misura=2sfca", 10)]
    [InlineData("orari", "tema=orari", 10)]
    [InlineData("proposte", "tema=proposte&scopo=cover", 10)]
    [InlineData("rilievi", "tema=rilievi", 10)]
    [InlineData("fragilita", "tema=fragilita", 10)]
    [InlineData("risorse", "tema=risorse", 8)]
    [InlineData("progettualita", "tema=progettualita", 10)]
    [InlineData("prova", "tema=prova&ats=Brescia&prova=a*N1*r=spoke*n=BS04*c=017125", 1)]
    [InlineData("scheda", "ats=Brianza&scheda=ambito:bellano", 0)]
    [InlineData("prima-e-dopo", "tema=tempi&confronto=proposte&affianca=1", 8)]
    public async Task A_view_fills_its_picture_and_nothing_of_it_is_cut(string name, string permalink, int rows)
    {
        await using MapPage map = await browser.OpenAsync(permalink);
        await SettledAsync(map, permalink);
        await LookAsync(map, name, rows);
    }

    /// <summary>As the Region sees it: what is published, and what was decided of it so far.</summary>
    [Fact]
    public async Task The_decisions_fill_their_picture_and_nothing_of_them_is_cut()
    {
        await using SignedMap service = await SignedMap.StartAsync(browser);
        await using MapPage map = await service.EnterAsync(Person.Region);
        JsonNode frozen = await WrittenAsync(service, map, "POST", "runs", """{"titolo":"Rimodulazione 2027","parametri":{"goal":"cover","spokes":"8"}}""");
        string run = (string)frozen["rows"]![0]!["id"]!;
        await WrittenAsync(service, map, "POST", $"runs/{run}/publish", "{}");
        await WrittenAsync(service, map, "PUT", $"runs/{run}/decisions/1", """{"esito":"accettata","perche":"Il Comune mette a disposizione una sede"}""");
        await WrittenAsync(service, map, "PUT", $"runs/{run}/decisions/2", """{"esito":"rinviata","perche":"Si attende il parere dell’Ambito"}""");
        await map.GoToAsync($"tema=decisioni&analisi={run}");
        await map.Page.ReloadAsync();
        await map.DrawnAsync();
        await LookAsync(map, "decisioni", 5);
    }

    private static async Task<JsonNode> WrittenAsync(SignedMap service, MapPage map, string method, string resource, string body)
    {
        (HttpStatusCode status, string answer) = await service.AskAsync(map, method, "api/v1/" + resource, body);
        ((int)status).ShouldBeInRange(200, 201, answer);
        return JsonNode.Parse(answer)!;
    }

    private static async Task LookAsync(MapPage map, string name, int rows)
    {
        LocatorBoundingBoxResult canvas = (await map.Page.Locator("#mappa-tela").BoundingBoxAsync())!;
        LocatorBoundingBoxResult legend = (await map.Page.Locator("#legenda-riquadro").BoundingBoxAsync())!;
        Picture picture = await Picture.OfAsync(map.Page);
        byte[] png = picture.ToPng();
        await WriteAsync("artifacts", name, png);
        IReadOnlyList<(int Colour, int Count)> colours = picture.Colours(legend.X + legend.Width, canvas.Y, canvas.X + canvas.Width - 40, canvas.Y + canvas.Height);
        colours.Count.ShouldBeGreaterThan(40, "the map is one flat surface");
        (colours[0].Count / (double)colours.Sum(c => c.Count)).ShouldBeLessThan(0.75, "most of the map is empty");
        (await map.Headline.InnerTextAsync()).Length.ShouldBeGreaterThan(20);
        (await RowsInSightAsync(map)).ShouldBeGreaterThanOrEqualTo(rows);
        (await CutAsync(map)).ShouldBeEmpty();

        png.Length.ShouldBeLessThan(MostBytes);
        if (Environment.GetEnvironmentVariable("COVERAGE_IMMAGINI") == "1")
            await WriteAsync("docs", name, png);
    }

    private static Task WriteAsync(string folder, string name, byte[] png)
    {
        string path = Path.Combine(Root(), folder, "immagini", name + ".png");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return File.WriteAllBytesAsync(path, png, TestContext.Current.CancellationToken);
    }

    private static async Task SettledAsync(MapPage map, string permalink)
    {
        if (permalink.Contains("tema=proposte", StringComparison.Ordinal))
            await map.FoundAsync();
        if (permalink.Contains("confronto=proposte", StringComparison.Ordinal))
            await map.Page.Locator("body[data-program=ready]").WaitForAsync();
        if (permalink.Contains("prova=", StringComparison.Ordinal))
            await map.TriedAsync();
        await map.DrawnAsync();
    }

    private static Task<int> RowsInSightAsync(MapPage map) => map.Page.EvaluateAsync<int>(
        """
        () => {
          const list = document.querySelector('.table-scroll');
          const bottom = Math.min(list.getBoundingClientRect().bottom, innerHeight) + 1;
          return [...list.querySelectorAll('tbody tr')].filter(row => row.offsetHeight > 0 && row.getBoundingClientRect().bottom <= bottom).length;
        }
        """);

    /// <summary>
    /// Texts of the page that are not seen whole: beyond the window's sides, or beyond those of a box that hides what does not fit. A name of the list may
    /// be cut: it says itself whole to who points at it; and so may the line that unfolds to what it begins.
    /// </summary>
    private static Task<string[]> CutAsync(MapPage map) => map.Page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll('body *')].filter(each => {
          const isText = [...each.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
          if (!isText || !each.checkVisibility({ visibilityProperty: true }) || each.closest('.visually-hidden, option, script, style, summary')) return false;
          const box = each.getBoundingClientRect();
          if (box.width <= 1 || box.height <= 1) return false;
          if (box.left < -1 || box.right > innerWidth + 1) return true;
          for (let hider = each; hider && hider !== document.body; hider = hider.parentElement) {
            const style = getComputedStyle(hider);
            if (style.overflowX === 'auto' || style.overflowY === 'auto') return false;
            const hides = /hidden|clip/.test(style.overflowX);
            if (hides && hider.scrollWidth > hider.clientWidth + 1 && hider.clientWidth > 1) return !hider.title;
          }
          return false;
        }).map(each => `${each.tagName} .${each.className}: ${each.textContent.trim().slice(0, 60)}`)
        """);

    private static string Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CentriFamiglia.Coverage.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("The tests run outside the repository.");
    }
}
