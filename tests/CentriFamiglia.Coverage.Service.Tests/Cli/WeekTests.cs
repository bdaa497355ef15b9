using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>Who reaches an open door in the whole week; what gaps says of one moment is the second count.</summary>
public sealed class WeekTests(FilledStore store)
{
    [Fact]
    public async Task A_row_for_every_half_hour_of_the_week_by_verb_and_address()
    {
        RunningService service = await store.ServiceAsync();
        JsonArray rows = await service.RowsAsync("/api/v1/week");
        Outcome verb = await CoverageProgram.RunAsync(store.Path, "week", "--format", "json");

        JsonNode.Parse(verb.Output)!["rows"]!.ToJsonString().ShouldBe(rows.ToJsonString());
        rows.Count.ShouldBe(7 * 48);
        rows.Select(Moment).Distinct(StringComparer.Ordinal).Count().ShouldBe(7 * 48);
        (Moment(rows[0]), Moment(rows[^1])).ShouldBe(("lun 00:00", "dom 23:30"));
        rows.ShouldAllBe(r => (double)r!["residenti_entro"]! <= (double)r["residenti_entro_se_incerte_aperte"]!);
        ((int)rows[0]!["sedi_aperte"]!, (double)rows[0]!["residenti_entro"]!).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData("mar 17:30", null, null)]
    [InlineData("mar 10:00", null, null)]
    [InlineData("sab 09:30", "Brescia", null)]
    [InlineData("mer 16:00", "Pavia", "15")]
    [InlineData("dom 03:00", null, null)]
    [InlineData("ven 09:30", "Montagna", "40")]
    public async Task Each_moment_says_what_gaps_says_of_it(string moment, string? ats, string? limit)
    {
        RunningService service = await store.ServiceAsync();
        string filter = (ats is null ? "" : "&ats=" + ats) + (limit is null ? "" : "&limit=" + limit);
        JsonNode row = (await service.RowsAsync("/api/v1/week?by=momento" + filter)).Single(r => Moment(r) == moment)!;
        JsonNode gaps = await service.JsonAsync($"/api/v1/gaps?by={(ats is null ? "regione" : "ats")}&at={Uri.EscapeDataString(moment)}{filter}");
        JsonNode one = gaps["rows"]!.AsArray().ShouldHaveSingleItem()!;

        double counted = (double)one["residenti"]! - (int)one["residenti_esclusi"]!;
        ((double)row["residenti"]!).ShouldBe(counted, 0.01);
        ((double)row["residenti_entro"]!).ShouldBe(counted - (double)one["residenti_oltre_limite"]! - (double)one["residenti_senza_limite"]!, 0.01);
        ((double)row["residenti_entro_se_incerte_aperte"]!).ShouldBe(counted - (double)one["residenti_oltre_limite_se_incerte_aperte"]!, 0.01);
        ((int)row["sedi_aperte"]!).ShouldBe((int)gaps["meta"]!["aperte"]!["sedi_aperte"]!);
        ((int)row["sedi_incerte"]!).ShouldBe((int)gaps["meta"]!["aperte"]!["sedi_incerte"]!);
    }

    /// <summary>The comuni of an Ambito, half hour by half hour: those that are beyond every time.</summary>
    [Fact]
    public async Task An_area_lacks_saturday_what_no_half_hour_of_saturday_gives()
    {
        RunningService service = await store.ServiceAsync();
        JsonArray areas = await service.RowsAsync("/api/v1/week?by=ambito&ats=Pavia");
        HashSet<string>? without = null;
        var residents = new Dictionary<string, (string Ambito, double Residents)>(StringComparer.Ordinal);
        foreach (string clock in (string[])["08:00", "09:00", "09:30", "10:00", "10:30", "11:00", "11:30", "12:00", "13:00", "15:00", "16:00"])
        {
            JsonArray comuni = await service.RowsAsync($"/api/v1/gaps?by=comune&ats=Pavia&at={Uri.EscapeDataString("sab " + clock)}");
            HashSet<string> beyond = [.. comuni.Where(r => (bool)r!["oltre_limite"]!).Select(r => (string)r!["pro_com_t"]!)];
            without = without is null ? beyond : [.. without.Intersect(beyond, StringComparer.Ordinal)];
            foreach (JsonNode? row in comuni)
                residents[(string)row!["pro_com_t"]!] = ((string)row["ambito"]!, (double)row["residenti"]!);
        }

        areas.Select(r => $"{r!["nome"]} {(double)r["residenti_senza_sabato"]!:0}").ShouldBe(areas.Select(r =>
            $"{r!["nome"]} {without!.Where(c => residents[c].Ambito == (string)r["nome"]!).Sum(c => residents[c].Residents):0}"));
        areas.ShouldAllBe(r => (double)r!["residenti_senza_settimana"]! <= (double)r["residenti_senza_sabato"]!);
    }

    [Fact]
    public async Task Where_no_sede_is_known_there_is_no_figure()
    {
        RunningService service = await store.ServiceAsync();
        JsonArray moments = await service.RowsAsync("/api/v1/week?sedi=mie");
        JsonArray areas = await service.RowsAsync("/api/v1/week?by=ats&sedi=mie");

        moments.ShouldAllBe(r => r!["residenti_entro"] == null && r["quota_entro_pct"] == null);
        areas.ShouldAllBe(r => r!["residenti_senza_sera"] == null && r["elenco_incompleto"] == null);
    }

    private static string Moment(JsonNode? row) => $"{row!["giorno"]} {row["ora"]}";
}
