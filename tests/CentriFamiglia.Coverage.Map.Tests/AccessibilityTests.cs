using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

public sealed class AccessibilityTests(MapInBrowser browser)
{
    private static readonly string[] _states =
    [
        "tema=copertura",
        "livello=distretto&sedi=note",
        "tema=tempi",
        "tema=tempi&livello=comune&ats=Montagna",
        "tema=proposte",
        "tema=proposte&scopo=time&nuovi=5",
        "tema=rilievi&regola=R9",
        "tema=rilievi&gruppi=R1,R1.Brescia,R9,R9.nd",
        "tema=fragilita",
        "tema=risorse",
        "tema=progettualita",
        "tema=orari&giorno=sab&ora=09:30",
        "tema=misure&misura=e2sfca&classi=quantili",
        "tema=prova&prova=a*N1*r=spoke*n=BG01*c=016024!c*BG01-S2&scheda=sede:N1",
        "tema=prova&livello=comune&colore=differenza&prova=c*BG01-S2",
        "tema=decisioni",
        "confronto=altro&sedi_dopo=note&affianca=1",
        "tema=misure&confronto=altro&data_dopo=2024-06-30&colore=differenza",
        "scheda=ambito:bellano",
        "livello=ats&scheda=ats:brescia",
        "cerca=niente%20di%20simile",
    ];

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(360, 740)]
    public async Task Axe_finds_nothing_and_nothing_runs_off_the_screen_in_any_main_state(int width, int height)
    {
        await using MapPage map = await browser.OpenAsync("", width, height);
        await Axe.LoadAsync(map.Page);

        foreach (string state in _states)
        {
            await map.GoToAsync(state);
            await map.DrawnAsync();
            if (state.StartsWith("tema=proposte", StringComparison.Ordinal))
                await map.FoundAsync();
            foreach (string way in (string[])["as it opens", "unfolded"])
            {
                if (way == "unfolded")
                    await map.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(each => { each.open = true; })");
                (await Axe.ViolationsAsync(map.Page)).ShouldBeEmpty($"{state} {way}");
                (await map.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue($"{state} {way} scrolls sideways");
            }
        }
    }

    [Theory]
    [InlineData("?lingua=en")]
    [InlineData("?lingua=en#tema=tempi&livello=comune&ats=Montagna")]
    [InlineData("?lingua=en#tema=rilievi&gruppi=R1,R1.Brescia")]
    [InlineData("?lingua=en#scheda=ambito:bellano")]
    [InlineData("?lingua=en&primi_passi=1")]
    [InlineData("guida")]
    [InlineData("guida?lingua=en")]
    [InlineData("accessibilita")]
    [InlineData("accessibilita?lingua=en")]
    [InlineData("?lingua=en#tema=progettualita&scheda=sede:BG01-H")]
    public async Task Axe_finds_nothing_in_English_nor_in_the_pages_of_words(string path)
    {
        foreach ((int width, int height) in ((int, int)[])[(1280, 800), (360, 740)])
        {
            await using MapPage map = await browser.NewPageAsync(width, height);
            await map.OpenAsync(path);
            await Axe.LoadAsync(map.Page);

            (await Axe.ViolationsAsync(map.Page)).ShouldBeEmpty($"{path} at {width}");
            (await map.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue($"{path} at {width} scrolls sideways");
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
            () => Promise.all([...document.querySelectorAll('#legenda .swatch')].map(async sample => {
              const picture = new Image();
              picture.src = 'data:image/svg+xml,' + encodeURIComponent(new XMLSerializer().serializeToString(sample));
              await picture.decode();
              const canvas = Object.assign(document.createElement('canvas'), { width: 48, height: 32 });
              const context = canvas.getContext('2d');
              context.drawImage(picture, 0, 0, canvas.width, canvas.height);
              const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
              let grey = '';
              for (let i = 0; i < data.length; i += 4) grey += data[i] * 0.3 + data[i + 1] * 0.59 + data[i + 2] * 0.11 > 150 ? '1' : '0';
              return grey;
            }))
            """);

        samples.Length.ShouldBe(3);
        samples.Distinct(StringComparer.Ordinal).Count().ShouldBe(3);
    }
}
