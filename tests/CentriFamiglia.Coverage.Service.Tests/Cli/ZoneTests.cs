using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>Milano by its Municipi, and what an answer says of where families set out from.</summary>
public sealed class ZoneTests(FilledStore store)
{
    [Fact]
    public async Task The_nine_Municipi_hold_the_residents_of_Milano_and_its_minutes()
    {
        RunningService service = await store.ServiceAsync();
        JsonArray zones = await service.RowsAsync("/api/v1/gaps?by=zona");
        JsonNode milano = (await service.RowsAsync("/api/v1/gaps?by=comune")).Single(r => (string)r!["comune"]! == "Milano")!;

        zones.Select(z => $"{z!["pro_com_t"]} {z["zona"]} {z["punti"]}").ShouldBe(
        [
            "015146 Municipio 1 644", "015146 Municipio 2 638", "015146 Municipio 3 595", "015146 Municipio 4 603", "015146 Municipio 5 512",
            "015146 Municipio 6 589", "015146 Municipio 7 701", "015146 Municipio 8 745", "015146 Municipio 9 691",
        ]);
        zones.Sum(z => (double)z!["residenti"]!).ShouldBe(1_354_196);
        ((double)milano["minuti"]!).ShouldBe(zones.Sum(z => (double)z!["minuti_medi"]! * (double)z["residenti"]!) / 1_354_196, 0.01);
    }

    [Fact]
    public async Task An_ATS_without_zones_has_none() => (await (await store.ServiceAsync()).RowsAsync("/api/v1/gaps?by=zona&ats=Pavia")).ShouldBeEmpty();

    [Fact]
    public async Task An_answer_says_which_comuni_are_read_by_points_and_that_the_estimate_was_never_checked_inside_them()
    {
        JsonNode meta = (await (await store.ServiceAsync()).JsonAsync("/api/v1/gaps?by=ats"))["meta"]!;

        ((int)meta["domanda"]!["punti"]!).ShouldBe(7_221);
        ((string)meta["domanda"]!["descrizione"]!).ShouldBe(
            "Milano è letta per 5.718 sezioni di censimento; negli altri 1.503 comuni un punto per comune: la sede comunale, con tutti i suoi residenti");
        string[] warnings = [.. meta["avvertenze"]!.AsArray().Select(w => (string)w!)];
        warnings.ShouldContain(
            "Milano è letta per 5.718 sezioni di censimento; negli altri 1.503 comuni un punto per comune: la sede comunale, con tutti i suoi residenti.", StringComparer.Ordinal);
        warnings.ShouldContain(w => w.StartsWith("L'errore della stima è misurato fra comuni diversi: dentro un comune", StringComparison.Ordinal));
    }
}
