using System.Text.Json;
using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

public sealed class AccessibilityTests(MapInBrowser browser)
{
    public static TheoryData<string, int, int> States()
    {
        string[] permalinks =
        [
            "",
            "livello=distretto&sedi=note",
            "tema=tempi",
            "tema=tempi&livello=comune&ats=Montagna",
            "tema=proposte",
            "scheda=ambito:bellano",
            "livello=ats&scheda=ats:brescia",
            "cerca=niente%20di%20simile",
        ];
        var states = new TheoryData<string, int, int>();
        foreach (string permalink in permalinks)
        {
            states.Add(permalink, 1280, 800);
            states.Add(permalink, 360, 740);
        }

        return states;
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task Axe_finds_nothing_and_nothing_runs_off_the_screen(string permalink, int width, int height)
    {
        await using MapPage map = await browser.OpenAsync(permalink, width, height);

        foreach (string pane in width < 992 ? ["Mappa", "Tabella", "Scheda"] : new[] { "" })
        {
            if (pane.Length > 0)
                await map.Page.GetByRole(AriaRole.Button, new() { Name = pane, Exact = true }).ClickAsync();
            (await ViolationsAsync(map.Page)).ShouldBeEmpty($"{permalink} {pane}");
            (await map.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("sideways scrolling");
        }
    }

    [Fact]
    public async Task Themes_are_chosen_with_the_arrow_keys()
    {
        await using MapPage map = await browser.OpenAsync();

        await map.Page.GetByRole(AriaRole.Radio, new() { Name = "Copertura" }).FocusAsync();
        await map.Page.Keyboard.PressAsync("ArrowRight");

        await Expect(map.Page.GetByRole(AriaRole.Radio, new() { Name = "Tempi di viaggio" })).ToBeCheckedAsync();
        await Expect(map.Page.Locator("#titolo-tabella")).ToContainTextAsync("minuti in auto");
    }

    [Fact]
    public async Task The_legend_tells_verdicts_apart_without_colour()
    {
        await using MapPage map = await browser.OpenAsync();

        string[] samples = await map.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('#legenda .swatch')].map(canvas => {
              const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              let grey = '';
              for (let i = 0; i < data.length; i += 4) grey += data[i] * 0.3 + data[i + 1] * 0.59 + data[i + 2] * 0.11 > 150 ? '1' : '0';
              return grey;
            })
            """);

        samples.Length.ShouldBe(3);
        samples.Distinct(StringComparer.Ordinal).Count().ShouldBe(3);
    }

    private static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(AxeFile()));
        string found = await page.EvaluateAsync<string>(
            "async () => JSON.stringify((await axe.run()).violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' | ')}`))");
        return JsonSerializer.Deserialize<string[]>(found)!;
    }

    /// <summary>axe-core as npm restored it for the map.</summary>
    private static string AxeFile()
    {
        const string path = "src/CentriFamiglia.Coverage.Map/node_modules/axe-core/axe.min.js";
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, path)))
                return Path.Combine(folder.FullName, path);
        }

        throw new FileNotFoundException($"{path} is not here: run npm install in the map's folder.");
    }
}
