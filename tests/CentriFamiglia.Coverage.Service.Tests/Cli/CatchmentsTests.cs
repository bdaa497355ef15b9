using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>Catchments of the shipped sedi, on the command line and over HTTP.</summary>
public sealed class CatchmentsTests(FilledStore store)
{
    private const string Load = "residenti,comuni,famiglie,ore_settimanali,sedi_con_orari_incerti,residenti_per_ora,minuti_medi,minuti_max,"
        + "km_medi,residenti_altro_ambito,residenti_altra_ats,residenti_a_pari_minuti,residenti_stessa_ats,residenti_territorio";

    /// <summary>To so many sedi its sections go, a row each; every other comune is one point, and goes to one.</summary>
    private const int SediOfMilano = 30;

    [Theory]
    [InlineData("sede", "site_id,name,role,network_id,comune,pro_com_t,ats," + Load + ",lon,lat,viaggio,dimostrativo,elenco_incompleto", "site_id", 196)]
    [InlineData("rete", "network_id,name,ats,sedi," + Load + ",viaggio,dimostrativo", "network_id", 48)]
    [InlineData("comune", "pro_com_t,comune,ambito,distretto,ats,site_id,name,network_id,residenti,famiglie,minuti,"
        + "km,altro_ambito,altra_ats,a_pari_minuti,site_id_stessa_ats,minuti_stessa_ats,site_id_territorio,minuti_territorio,"
        + "minuti_p10,minuti_p90,viaggio,fonte_stato,dimostrativo,elenco_incompleto", "pro_com_t", 1503 + SediOfMilano)]
    [InlineData("ambito", "livello,da_codice,da_nome,a_codice,a_nome,residenti,comuni,minuti_medi,stessa_area,viaggio,dimostrativo", "da_codice", null)]
    [InlineData("ats", "livello,da_codice,da_nome,a_codice,a_nome,residenti,comuni,minuti_medi,stessa_area,viaggio,dimostrativo", "da_codice", null)]
    public async Task Whatever_the_rows_are_by_they_hold_all_residents_in_the_promised_columns(string by, string columns, string key, int? count)
    {
        RunningService service = await store.ServiceAsync();
        JsonArray rows = await service.RowsAsync("/api/v1/catchments?by=" + by);
        Outcome verb = await CoverageProgram.RunAsync(store.Path, "catchments", "--by", by, "--format", "json");

        JsonNode.Parse(verb.Output)!["rows"]!.ToJsonString().ShouldBe(rows.ToJsonString());
        rows[0]!.AsObject().Select(p => p.Key).ShouldBe(columns.Split(','));
        rows.Sum(r => (double)r!["residenti"]!).ShouldBe(9_950_742, 0.001);
        rows.Select(r => (string)r![key]!).ShouldBe(rows.Select(r => (string)r![key]!).Order(StringComparer.Ordinal));
        rows.Count.ShouldBe(count ?? rows.Count);
    }

    [Fact]
    public async Task The_nearest_sede_of_a_comune_is_that_of_the_gaps()
    {
        RunningService service = await store.ServiceAsync();

        string[] catchments =
        [
            .. Others(await service.RowsAsync("/api/v1/catchments?by=comune")).Select(r => $"{r["pro_com_t"]} {r["site_id"]} {r["minuti"]} {r["site_id_stessa_ats"]}"),
        ];

        catchments.Length.ShouldBe(1503);
        catchments.ShouldBe(Others(await service.RowsAsync("/api/v1/gaps?by=comune"))
            .Select(r => $"{r["pro_com_t"]} {r["sede_vicina"]} {r["minuti"]} {r["sede_vicina_stessa_ats"]}"));

        // The sections of Milano do not all have the same nearest sede.
        static IEnumerable<JsonNode> Others(JsonArray rows) => rows.Select(r => r!).Where(r => (string)r["pro_com_t"]! != "015146");
    }

    [Fact]
    public async Task Sedi_without_a_network_are_in_no_row_by_network_and_are_counted_apart()
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, "catchments", "--by", "rete", "--sedi", "note", "--format", "json");

        JsonNode answer = JsonNode.Parse(outcome.Output)!;
        double loose = (double)answer["meta"]!["totali"]!["residenti_di_sedi_senza_rete"]!;
        loose.ShouldBeGreaterThan(0);
        double left = (double)answer["meta"]!["totali"]!["residenti_esclusi"]!;
        left.ShouldBe((double)answer["meta"]!["residenti_esclusi"]!);
        (answer["rows"]!.AsArray().Sum(r => (double)r!["residenti"]!) + loose + left).ShouldBe(9_950_742, 0.001);
    }
}
