using System.Globalization;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

/// <summary>Someone who has never seen the page goes from the first look to the link that a colleague opens, and every figure on the way is the service's.</summary>
public sealed class NewcomerTests(MapInBrowser browser)
{
    private const string Uncovered = "8 Bassa Bresciana Occidentale";

    [Fact]
    public async Task From_the_uncovered_Ambiti_of_Brescia_to_a_Spoke_its_rival_a_sheet_of_paper_and_a_link()
    {
        await using MapPage map = await browser.OpenAsync();

        // Which Ambiti of ATS Brescia are uncovered?
        await map.ChooseAsync("ATS", "ATS di Brescia");
        JsonArray verdicts = await map.RowsOfAsync("coverage?level=ambito&ats=Brescia&f=json");
        string[] uncovered = [.. verdicts.Where(r => (string)r!["verdetto"]! == "SCOPERTO").Select(r => (string)r!["nome"]!)];
        uncovered.ShouldBe([Uncovered]);
        await Expect(map.Headline).ToContainTextAsync($"1 Ambito su {verdicts.Count} è scoperto");
        await Expect(map.Rows.First).ToContainTextAsync(Uncovered);
        await Expect(map.Rows.First).ToContainTextAsync("Scoperto");

        // A Spoke there: its sheet brings the map to it.
        await map.Rows.First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(map.Sheet.Locator("h2")).ToHaveTextAsync(Uncovered);
        await map.DrawnAsync();
        await map.ChooseThemeAsync("Prova");
        await map.Page.GetByLabel("Oppure in un comune").FillAsync("Orzinuovi");
        await map.Page.Keyboard.PressAsync("Enter");
        await map.TriedAsync();
        await Expect(map.Page.Locator("#prova")).ToContainTextAsync($"{Uncovered} (Ambito): da «Scoperto» a «Sede presente».");
        string before = map.Permalink;

        // It is dragged.
        await map.BackToListAsync();
        (double x, double y) = await WhereIsAsync(map, "Orzinuovi");
        await map.Page.Mouse.MoveAsync((float)x, (float)y);
        await map.Page.Mouse.DownAsync();
        await map.Page.Mouse.MoveAsync((float)x + 14, (float)y - 10, new() { Steps = 5 });
        await Expect(map.Page.Locator("body[data-trial=dragging]")).ToHaveCountAsync(1);
        await map.Page.Mouse.UpAsync();
        await map.TriedAsync();
        map.Permalink.ShouldNotBe(before, StringComparer.Ordinal);
        map.Permalink.ShouldContain("prova=a*N1");

        // What it changes and costs, as the service and the command line say it.
        string body = await TrialFigures.SavedAsync(map);
        JsonNode posted = await TrialFigures.PostedAsync(map, body, "&ats=Brescia"), said = await TrialFigures.VerbAsync(body, "--ats", "Brescia");
        posted["rows"]!.ToJsonString().ShouldBe(said["rows"]!.ToJsonString());
        posted["meta"]!["totali"]!.ToJsonString().ShouldBe(said["meta"]!["totali"]!.ToJsonString());
        string[] figures = [TrialFigures.Pair(said, "quota_entro_limite_pct", "0.0", " %"), TrialFigures.Pair(said, "residenti_oltre_limite", "#,0", ""),
            TrialFigures.Pair(said, "ambiti_con_sede", "0", ""), TrialFigures.Pair(said, "minuti_medi", "0.0", " min")];
        for (int i = 0; i < figures.Length; i++)
            await Expect(map.Page.Locator("#indicatori .indicator").Nth(i)).ToContainTextAsync(figures[i]);
        JsonNode fund = said["meta"]!["fondo"]!.AsArray().ShouldHaveSingleItem()!;
        await Expect(map.Page.Locator("#prova")).ToContainTextAsync(
            $"ATS di Brescia: del Fondo restano {TrialFigures.Italian(((double)fund["libero_eur_prima"]!).ToString("#,0.00", CultureInfo.InvariantCulture))}");

        // Beside what the program would do with as many.
        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Confronta con le proposte del programma" }).ClickAsync();
        await map.Page.Locator("body[data-program=ready]").WaitForAsync();
        await map.DrawnAsync();
        JsonNode rival = (await map.RowsOfAsync("suggestions?level=ambito&goal=cover&spokes=1&ats=Brescia&conta=propri&f=json")).ShouldHaveSingleItem()!;
        await Expect(map.Page.Locator(".trial-rival tbody tr").Last).ToContainTextAsync((string)rival["comune"]!);

        // On paper.
        ILocator paper = await map.LayOutAsync();
        string text = await paper.InnerTextAsync();
        text.ShouldContain("a sinistra con la prova, a destra con le proposte");
        text.ShouldContain((string)rival["comune"]!);
        figures.ShouldAllBe(figure => text.Contains(figure, StringComparison.Ordinal));
        text.ShouldContain("prova=a*N1");
        await map.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await map.Page.EvaluateAsync("() => window.dispatchEvent(new Event('afterprint'))");

        // To a colleague.
        await using MapPage other = await browser.OpenAsync(map.Permalink.TrimStart('#'));
        await other.TriedAsync();
        await other.Page.Locator("body[data-program=ready]").WaitForAsync();
        await Expect(other.Headline).ToHaveTextAsync(await map.Headline.InnerTextAsync());
        for (int i = 0; i < figures.Length; i++)
            await Expect(other.Page.Locator("#indicatori .indicator").Nth(i)).ToContainTextAsync(figures[i]);
        await Expect(other.Page.Locator(".divider")).ToBeVisibleAsync();
    }

    /// <summary>Where the seat of a comune is on the screen: by the centre and the zoom that the link says.</summary>
    private static async Task<(double X, double Y)> WhereIsAsync(MapPage map, string comune)
    {
        string body = await TrialFigures.SavedAsync(map);
        JsonNode placed = (await TrialFigures.PostedAsync(map, body))["meta"]!["modifiche"]![0]!;
        ((string)placed["comune"]!).ShouldBe(comune);
        double[] view = [.. map.Permalink.Split("vista=")[1].Split('&')[0].Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture))];
        LocatorBoundingBoxResult box = (await map.Page.Locator("#mappa-tela canvas").First.BoundingBoxAsync())!;
        double pixels = 512 * Math.Pow(2, view[2]);
        return (
            box.X + (box.Width / 2) + ((((double)placed["lon"]! - view[0]) / 360) * pixels),
            box.Y + (box.Height / 2) + ((Mercator((double)placed["lat"]!) - Mercator(view[1])) * pixels));
    }

    private static double Mercator(double latitude) => 0.5 - (Math.Log(Math.Tan((Math.PI / 4) + (latitude * Math.PI / 360))) / (2 * Math.PI));
}
