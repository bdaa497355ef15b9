using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>Estimated minutes say how sure they are, wherever they stand by comune, and areas say how many residents that leaves open.</summary>
public sealed class EstimateBandTests(FilledStore store) : IAsyncLifetime
{
    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await store.ServiceAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_comune_stands_within_its_band_and_is_uncertain_where_the_band_crosses_the_limit()
    {
        JsonArray rows = await _service.RowsAsync("/api/v1/gaps?by=comune");

        foreach (JsonNode? row in rows)
        {
            (double low, double minutes, double high, double limit) =
                ((double)row!["minuti_p10"]!, (double)row["minuti"]!, (double)row["minuti_p90"]!, (double)row["limite_minuti"]!);
            minutes.ShouldBeInRange(low, high);
            ((double)row["minuti_stessa_ats"]!).ShouldBeInRange((double)row["minuti_p10_stessa_ats"]!, (double)row["minuti_p90_stessa_ats"]!);
            if ((string)row["sede_vicina_stessa_ats"]! == (string)row["sede_vicina"]! && (string)row["pro_com_t"]! != "015146")
                ((double)row["minuti_p10_stessa_ats"]!, (double)row["minuti_p90_stessa_ats"]!).ShouldBe((low, high));
            ((string)row["esito_limite"]!).ShouldBe(low > limit ? "oltre" : high <= limit ? "entro" : "incerto", (string)row["comune"]!);
            ((bool)row["oltre_limite"]!).ShouldBe(minutes > limit);
        }

        rows.Select(r => (string)r!["esito_limite"]!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ShouldBe(["entro", "incerto", "oltre"]);
    }

    [Theory]
    [InlineData("ambito")]
    [InlineData("regione")]
    public async Task An_area_says_how_many_are_beyond_for_certain_and_at_most(string by)
    {
        JsonNode answer = await _service.JsonAsync($"/api/v1/gaps?by={by}");

        foreach (JsonNode? row in answer["rows"]!.AsArray())
            ((double)row!["residenti_oltre_limite"]!).ShouldBeInRange((double)row["residenti_oltre_minimo"]!, (double)row["residenti_oltre_massimo"]!);
        JsonNode totals = answer["meta"]!["totali"]!;
        ((double)totals["residenti_oltre_minimo"]!).ShouldBe(answer["rows"]!.AsArray().Sum(r => (double)r!["residenti_oltre_minimo"]!));
        ((double)totals["residenti_oltre_massimo"]!).ShouldBeGreaterThan((double)totals["residenti_oltre_limite"]!);
    }

    [Fact]
    public async Task A_comparison_says_it_of_both_sides()
    {
        JsonArray rows = await _service.RowsAsync("/api/v1/compare?con_proposte=si&level=regione");

        Dictionary<string, double> before = rows.ToDictionary(r => (string)r!["misura"]!, r => (double?)r!["prima"] ?? double.NaN, StringComparer.Ordinal);
        before["residenti_oltre_limite"].ShouldBeInRange(before["residenti_oltre_minimo"], before["residenti_oltre_massimo"]);
        before["residenti_oltre_massimo"].ShouldBeGreaterThan(before["residenti_oltre_minimo"]);
    }

    [Fact]
    public async Task Catchments_of_comuni_have_the_same_bands()
    {
        Dictionary<string, JsonNode> gaps = (await _service.RowsAsync("/api/v1/gaps?by=comune")).ToDictionary(r => (string)r!["pro_com_t"]!, r => r!, StringComparer.Ordinal);

        // Milano has points of its own: they go to several sedi, a row each, and gaps says the mean of them all.
        foreach (JsonNode? row in (await _service.RowsAsync("/api/v1/catchments?by=comune")).Where(r => (string)r!["pro_com_t"]! != "015146"))
        {
            JsonNode gap = gaps[(string)row!["pro_com_t"]!];
            ((double)row["minuti_p10"]!, (double)row["minuti_p90"]!).ShouldBe(((double)gap["minuti_p10"]!, (double)gap["minuti_p90"]!));
        }
    }

    [Fact]
    public async Task Proposals_by_the_prudent_times_say_so_and_count_fewer_within_the_limit_today()
    {
        JsonNode central = await _service.JsonAsync("/api/v1/suggestions?goal=cover&spokes=2&ats=Bergamo");
        JsonNode prudent = await _service.JsonAsync("/api/v1/suggestions?goal=cover&spokes=2&ats=Bergamo&limite_come=prudente");

        Of(central, "limite_come").ShouldBe("centrale");
        Of(prudent, "limite_come").ShouldBe("prudente");
        Of(prudent, "viaggio").ShouldBe($"{Of(central, "viaggio")}+p90");
        ((double)prudent["meta"]!["certificate"]!["objective"]!).ShouldBeLessThanOrEqualTo((double)central["meta"]!["certificate"]!["objective"]!);

        static string Of(JsonNode answer, string input) => (string)answer["meta"]!["certificate"]!["inputs"]![input]!;
    }

    [Fact]
    public async Task Effects_of_proposals_have_the_bands_of_both_sides()
    {
        foreach (JsonNode? row in await _service.RowsAsync("/api/v1/suggestions?goal=cover&spokes=2&ats=Bergamo&by=comune"))
        {
            ((double)row!["minuti_prima"]!).ShouldBeInRange((double)row["minuti_p10_prima"]!, (double)row["minuti_p90_prima"]!);
            ((double)row["minuti_dopo"]!).ShouldBeInRange((double)row["minuti_p10_dopo"]!, (double)row["minuti_p90_dopo"]!);
        }
    }
}
