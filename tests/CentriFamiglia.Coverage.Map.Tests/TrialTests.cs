using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

/// <summary>Sedi are tried by hand: what the map then says is what the service and its command line say of the same changes.</summary>
public sealed class TrialTests(MapInBrowser browser)
{
    private const string TwoChanges = "prova=a*N1*r=spoke*n=BG01*c=016024!c*BG01-S2";

    [Fact]
    public async Task A_Spoke_added_by_a_click_and_dragged_has_the_numbers_of_the_API_and_of_the_verb()
    {
        await using MapPage map = await browser.OpenAsync("tema=prova&livello=comune&vista=9.6,45.6,9");
        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Aggiungi uno Spoke sulla mappa" }).ClickAsync();
        await map.ClickMiddleOfMapAsync();
        await map.TriedAsync();
        await Expect(map.Sheet.Locator("h2")).ToHaveTextAsync("Sede di prova N1");
        string clicked = map.Permalink;
        await map.BackToListAsync();

        LocatorBoundingBoxResult box = (await map.Page.Locator("#mappa-tela canvas").BoundingBoxAsync())!;
        (float x, float y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await map.Page.Mouse.MoveAsync(x, y);
        await map.Page.Mouse.DownAsync();
        await map.Page.Mouse.MoveAsync(x + 60, y + 40, new() { Steps = 6 });
        await Expect(map.Page.Locator("body[data-trial=dragging]")).ToHaveCountAsync(1);
        await map.Page.Mouse.UpAsync();
        await map.TriedAsync();

        map.Permalink.ShouldNotBe(clicked, StringComparer.Ordinal);
        string body = await TrialFigures.SavedAsync(map);
        JsonNode said = await TrialFigures.VerbAsync(body);
        IAPIResponse response = await map.Page.APIRequest.PostAsync(
            new Uri(new Uri(map.Page.Url), "/api/v1/what-if?changed=si").AbsoluteUri, new() { Data = body, Headers = [new("Content-Type", "application/json")] });
        JsonNode posted = JsonNode.Parse(await response.TextAsync())!;

        posted["rows"]!.ToJsonString().ShouldBe(said["rows"]!.ToJsonString());
        said["rows"]!.AsArray().ShouldNotBeEmpty();
        await Expect(map.Rows).ToHaveCountAsync(said["rows"]!.AsArray().Count);
        (await map.ColumnAsync(0)).Order(StringComparer.Ordinal).ShouldBe(said["rows"]!.AsArray().Select(r => (string)r!["comune"]!).Order(StringComparer.Ordinal));
        await Expect(map.Page.Locator("#indicatori .indicator").Nth(3)).ToContainTextAsync(TrialFigures.Pair(said, "minuti_medi", "0.0", " min"));
        await Expect(map.Page.Locator("#indicatori .indicator").Nth(1)).ToContainTextAsync(TrialFigures.Pair(said, "residenti_oltre_limite", "#,0", ""));
        JsonNode network = said["meta"]!["reti"]!.AsArray().ShouldHaveSingleItem()!;
        await Expect(map.Page.Locator("#prova")).ToContainTextAsync($"{network["spoke_prima"]} → {network["spoke_dopo"]} Spoke su {network["spoke_massimo"]}");
    }

    [Fact]
    public async Task Everything_is_done_with_the_keyboard_and_said()
    {
        await using MapPage map = await browser.OpenAsync();
        await map.Page.GetByRole(AriaRole.Radio, new() { Name = "Copertura" }).FocusAsync();
        await map.Page.Keyboard.PressAsync("ArrowLeft");
        await map.Page.Keyboard.PressAsync("ArrowLeft");
        await map.TriedAsync();
        await Expect(map.Page.Locator("#avvisi")).ToContainTextAsync("nulla è scritto nell’archivio");

        await Expect(map.Page.Locator("#prova-comune-elenco option")).ToHaveCountAsync(1504);
        await map.Page.GetByLabel("Oppure in un comune").FocusAsync();
        await map.Page.Keyboard.TypeAsync("Nessun luogo");
        await map.Page.Keyboard.PressAsync("Enter");
        await Expect(map.Page.Locator("#prova-comune-errore")).ToHaveTextAsync("Scegliere un comune dell’elenco.");
        await map.Page.GetByLabel("Oppure in un comune").FillAsync("Luino");
        await map.Page.Keyboard.PressAsync("Enter");
        await map.TriedAsync();
        await Expect(map.Page.Locator("#detto")).ToHaveTextAsync("Aggiunto lo Spoke N1. Residenti entro il limite: 95,6 % → 95,7 %; Ambiti con una sede: 71 → 72.");
        await Expect(map.Page.Locator("#prova")).ToContainTextAsync("Luino (Ambito): da «Scoperto» a «Sede presente».");

        await map.Page.Locator("#prova-orari").FocusAsync();
        await map.Page.Keyboard.TypeAsync("lun-ven 9-13");
        await map.Page.Keyboard.PressAsync("Enter");
        await map.TriedAsync();
        map.Permalink.ShouldContain("h=lun-ven");
        await Expect(map.Page.Locator("#prova-orari")).ToBeFocusedAsync();

        await map.Page.GetByLabel("Sposta in un comune").FillAsync("Bergamo");
        await map.Page.Keyboard.PressAsync("Enter");
        await map.TriedAsync();
        await Expect(map.Sheet.Locator(".kicker")).ToHaveTextAsync("Bergamo");

        await map.Sheet.FocusAsync();
        await map.Page.Keyboard.PressAsync("Control+z");
        await map.TriedAsync();
        await Expect(map.Page.Locator("#detto")).ToContainTextAsync("Annullato.");
        await Expect(map.Sheet.Locator(".kicker")).ToHaveTextAsync("Luino");
        await map.Page.Keyboard.PressAsync("Escape");
        await map.Page.GetByRole(AriaRole.Radio, new() { Name = "Con la prova" }).Last.FocusAsync();
        await map.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(map.Page.Locator("#legenda")).ToContainTextAsync("Guadagna");
    }

    [Fact]
    public async Task A_link_opens_the_same_trial_and_its_steps_go_back_and_forth()
    {
        await using MapPage map = await browser.OpenAsync($"tema=prova&{TwoChanges}&scheda=sede:BG01-S1");
        await map.TriedAsync();
        await Expect(map.Page.Locator(".trial-changes li")).ToHaveTextAsync(
        [
            "Nuovo Spoke N1 a Bergamo, Rete dimostrativa Bergamo BG01Togli",
            "Chiude Spoke dimostrativo Treviglio 2 a TreviglioTogli",
        ]);
        await Expect(map.Page.Locator("#prova")).ToContainTextAsync("Treviglio (Ambito): da «Sede presente» a «Scoperto».");
        await Expect(map.Page.Locator("#indicatori")).ToContainTextAsync("71 → 70");

        await map.Sheet.GetByRole(AriaRole.Button, new() { Name = "Chiudi", Exact = true }).ClickAsync();
        await map.TriedAsync();
        await Expect(map.Sheet).ToContainTextAsync("La sede è chiusa nella prova.");
        map.Permalink.ShouldContain($"{TwoChanges}!c*BG01-S1");

        await map.BackToListAsync();
        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Annulla", Exact = true }).ClickAsync();
        await map.TriedAsync();
        map.Permalink.ShouldContain(TwoChanges);
        map.Permalink.ShouldNotContain("!c*BG01-S1");
        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Ripeti", Exact = true }).ClickAsync();
        await map.TriedAsync();
        map.Permalink.ShouldContain($"{TwoChanges}!c*BG01-S1");

        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Togli: Chiude Spoke dimostrativo Treviglio 2" }).ClickAsync();
        await map.TriedAsync();
        await Expect(map.Page.Locator("#prova")).Not.ToContainTextAsync("Treviglio (Ambito)");
        await Expect(map.Page.Locator(".trial-changes li")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task What_the_service_refuses_is_said_in_place_with_its_cure_and_a_saved_trial_is_loaded_again()
    {
        await using MapPage map = await browser.NewPageAsync();
        map.ExpectErrors();
        await map.GoToAsync("tema=prova&prova=h*BG01-H*h=quando%20capita");
        await Expect(map.Page.Locator("#prova > .trial-problem")).ToContainTextAsync("modifica 1 (BG01-H), opening_hours: gli orari «quando capita» non si leggono");
        await Expect(map.Page.Locator("#prova > .trial-problem")).ToContainTextAsync("Scrivere per esempio «lun-ven 9-13»");

        await map.Page.Locator("#prova-file").SetInputFilesAsync(new FilePayload
        {
            Name = "mia.json",
            MimeType = "application/json",
            Buffer = """{"changes":[{"op":"close","id":"BG01-S2"}]}"""u8.ToArray(),
        });
        await map.TriedAsync();
        await Expect(map.Page.Locator("#prova > .trial-problem")).ToBeHiddenAsync();
        map.Permalink.ShouldContain("prova=c*BG01-S2");
        JsonNode.Parse(await TrialFigures.SavedAsync(map))!.ToJsonString().ShouldBe("""{"changes":[{"op":"close","id":"BG01-S2"}]}""");
    }

    [Fact]
    public async Task A_finger_drags_a_sede_too()
    {
        await using MapPage map = await browser.OpenAsync("tema=prova&vista=9.66496,45.69753,11", 360, 740);
        ICDPSession finger = await map.Page.Context.NewCDPSessionAsync(map.Page);
        await map.Page.Locator("#mappa-tela").ScrollIntoViewIfNeededAsync();
        LocatorBoundingBoxResult box = (await map.Page.Locator("#mappa-tela canvas").BoundingBoxAsync())!;
        (double x, double y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));

        await TouchAsync(finger, "touchStart", x, y);
        foreach (int step in Enumerable.Range(1, 5))
            await TouchAsync(finger, "touchMove", x + (6 * step), y + (8 * step));
        await finger.SendAsync("Input.dispatchTouchEvent", new(StringComparer.Ordinal) { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });
        await map.TriedAsync();

        map.Permalink.ShouldContain("prova=m*BG01-H*x~9.");
        map.Permalink.ShouldContain("vista=9.6650,45.6975,11.00");
    }

    private static Task<System.Text.Json.JsonElement?> TouchAsync(ICDPSession finger, string type, double x, double y) =>
        finger.SendAsync("Input.dispatchTouchEvent", new(StringComparer.Ordinal)
        {
            ["type"] = type,
            ["touchPoints"] = new[] { new Dictionary<string, object>(StringComparer.Ordinal) { ["x"] = x, ["y"] = y } },
        });
}
