using CentriFamiglia.Coverage.Map.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace CentriFamiglia.Coverage.Map.Tests;

public sealed class FragilityTests(MapInBrowser browser)
{
    [Fact]
    public async Task The_most_critical_sede_comes_first_with_what_is_lost_and_who_goes_there()
    {
        await using MapPage map = await browser.OpenAsync("tema=fragilita");

        (await map.ColumnAsync(1)).Take(10).ShouldBe(Enumerable.Range(1, 10).Select(place => $"{place}"));
        await Expect(map.Headline).ToContainTextAsync("sono le sole della loro area");
        await map.Rows.First.ClickAsync();

        await Expect(map.Sheet).ToContainTextAsync("Se chiude solo questa");
        await Expect(map.Sheet).ToContainTextAsync("Il suo bacino");
        await Expect(map.Sheet).ToContainTextAsync("Sede inventata");
    }
}
