using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>
/// Every question that takes <c>ats</c> answers with the rows of that ATS, all of them and nothing else, figures as in the whole region's
/// answer; those of siting, where they count all residents (<c>conta=tutte</c>), but for the places among the rows. The numbers of rows of ATS
/// Pavia are counted from the shipped data: 186 comuni, 5 Ambiti, 5 Distretti, 12 sedi, 3 reti.
/// </summary>
public sealed class AtsFilterTests(FilledStore store) : IAsyncLifetime
{
    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await store.ServiceAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public static TheoryData<string, int> Questions => new()
    {
        { "coverage?level=ambito", 5 },
        { "coverage?level=distretto", 5 },
        { "coverage?level=ats", 1 },
        { "coverage?level=all", 11 },
        { "gaps?by=comune", 186 },
        { "gaps?by=ambito", 5 },
        { "gaps?by=distretto", 5 },
        { "gaps?by=ats", 1 },
        { "week?by=ambito", 5 },
        { "week?by=distretto", 5 },
        { "week?by=ats", 1 },
        { "measures?by=comune", 186 },
        { "measures?by=ambito", 5 },
        { "measures?by=distretto", 5 },
        { "measures?by=ats", 1 },
        { "measures?measure=curva&by=ambito", 5 * 12 },
        { "measures?measure=ore-raggiungibili&by=ambito", 5 * 10 },
        { "catchments?by=sede", 12 },
        { "catchments?by=rete", 3 },
        { "catchments?by=comune", 186 },
        { "suggestions?level=ambito", 2 },
        { "suggestions?level=distretto", 2 },
        { "suggestions?level=entrambi", 2 },
        { "fragility", 12 },
        { "budget", 1 },
        { "rimodulazione", 1 },
        { "findings", 98 },
        { "assetto", 1 },
        { "dotazioni", 1 },
        { "exceptions", 10 },
        { "compare?con_proposte=si&level=comune", 186 },
        { "compare?con_proposte=si&level=ambito", 5 },
        { "compare?con_proposte=si&level=distretto", 5 },
        { "compare?con_proposte=si&level=ats", 1 },
        { "compare?con_proposte=si&level=all", 11 },
        { "what-if?by=comune", 186 },
        { "sites", 12 },
        { "networks", 3 },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task The_rows_of_one_ATS_are_those_of_the_region_that_are_of_it(string question, int expected)
    {
        JsonArray region = await _service.RowsAsync($"/api/v1/{question}");
        bool siting = question.StartsWith("suggestions", StringComparison.Ordinal) || question == "fragility";
        JsonArray pavia = await _service.RowsAsync(
            $"/api/v1/{question}{(question.Contains('?', StringComparison.Ordinal) ? '&' : '?')}ats=Pavia{(siting ? "&conta=tutte" : "")}");

        Count(question, pavia).ShouldBe(expected);
        pavia.Select(WithoutPlaces).ShouldBe(region.Where(r => (string?)r!["ats"] == "Pavia").Select(WithoutPlaces));
    }

    [Fact]
    public async Task The_ten_most_critical_sedi_of_one_ATS_are_ranked_among_themselves_by_its_own_residents()
    {
        JsonArray all = await _service.RowsAsync("/api/v1/fragility?ats=Pavia&conta=tutte");
        JsonArray own = await _service.RowsAsync("/api/v1/fragility?ats=Pavia");

        own.Select(r => (int)r!["posizione"]!).Order().ShouldBe(Enumerable.Range(1, 12));
        own.Count(r => (bool)r!["critica"]!).ShouldBe(10);
        JsonNode alone = own.Single(r => (string)r!["site_id"]! == "PV03-S1")!, among = all.Single(r => (string)r!["site_id"]! == "PV03-S1")!;
        ((double)alone["minuti_residente_in_piu"]!).ShouldBe(1_835.72);
        ((double)among["minuti_residente_in_piu"]!).ShouldBe(23_368.32);
        own.ShouldAllBe(r => r!["residenti_oltre_limite_altrove"] != null);
        all.ShouldAllBe(r => r!["residenti_oltre_limite_altrove"] == null);
    }

    [Theory]
    [InlineData("ambito", 5)]
    [InlineData("ats", 1)]
    public async Task Flows_are_those_that_leave_the_areas_of_that_ATS(string level, int areas)
    {
        HashSet<string> own = [.. (await _service.RowsAsync($"/api/v1/coverage?level={level}")).Where(r => (string?)r!["ats"] == "Pavia").Select(r => (string)r!["codice"]!)];
        JsonArray region = await _service.RowsAsync($"/api/v1/catchments?by={level}");
        JsonArray pavia = await _service.RowsAsync($"/api/v1/catchments?by={level}&ats=Pavia");

        own.Count.ShouldBe(areas);
        pavia.Select(Text).ShouldBe(region.Where(r => own.Contains((string)r!["da_codice"]!)).Select(Text));
        pavia.Count.ShouldBeLessThan(region.Count);
    }

    [Theory]
    [InlineData("gaps?by=regione")]
    [InlineData("measures?by=regione")]
    public async Task The_whole_region_is_not_of_one_ATS(string question)
    {
        using HttpResponseMessage response = await _service.GetAsync($"/api/v1/{question}&ats=Pavia");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    /// <summary>The curve has a row per number of Spokes, not per place: the Spoke it adds is the one proposed for that ATS alone.</summary>
    [Fact]
    public async Task The_curve_of_one_ATS_gains_what_a_Spoke_there_gains()
    {
        JsonArray curve = await _service.RowsAsync("/api/v1/curve?goal=cover&spokes=1&ats=Bergamo");
        JsonNode proposal = (await _service.RowsAsync("/api/v1/suggestions?goal=cover&spokes=1&ats=Bergamo")).ShouldHaveSingleItem()!;
        JsonNode anywhere = (await _service.RowsAsync("/api/v1/suggestions?goal=cover&spokes=1")).ShouldHaveSingleItem()!;

        ((string)proposal["ats"]!).ShouldBe("Bergamo");
        ((double)curve[1]!["guadagno"]!).ShouldBe((double)proposal["residenti_guadagnati"]!);
        ((double)proposal["residenti_guadagnati"]!).ShouldBeLessThan((double)anywhere["residenti_guadagnati"]!);
    }

    /// <summary>What a new question or a new level needs here; isochrones want a road network, a dossier a run, and are tested with one.</summary>
    [Fact]
    public async Task Every_resource_and_level_that_takes_an_ATS_is_tried_here()
    {
        string[] elsewhere =
        [
            "isochrones", "curve", "gaps?by=regione", "gaps?by=zona", "week?by=momento", "measures?by=regione", "catchments?by=ambito", "catchments?by=ats",
            "compare?level=regione", "dossier",
        ];
        string[] tried = [.. Questions.Select(q => q.Data.Item1), .. elsewhere];
        JsonNode document = await _service.JsonAsync("/openapi/v1.json");
        foreach ((string path, JsonNode? operations) in document["paths"]!.AsObject())
        {
            JsonNode[] parameters = [.. operations!["get"]?["parameters"]?.AsArray().Select(p => p!) ?? []];
            if (!Array.Exists(parameters, p => (string)p["name"]! == "ats"))
                continue;
            string resource = path.Split('/')[^1];
            tried.ShouldContain(t => t == resource || t.StartsWith(resource + '?', StringComparison.Ordinal), resource);
            JsonNode? level = Array.Find(parameters, p => (string)p["name"]! is "by" or "level");
            if (level is null || resource == "curve")
                continue;
            foreach (JsonNode? value in level["schema"]!["enum"]!.AsArray())
                tried.ShouldContain(t => t.StartsWith(resource + '?', StringComparison.Ordinal) && t.Contains($"{level["name"]}={value}", StringComparison.Ordinal),
                    $"{resource} {level["name"]}={value}");
        }
    }

    // A comparison has a row per measure of each area: its areas are counted.
    private static int Count(string question, JsonArray rows) => question.StartsWith("compare", StringComparison.Ordinal) && rows[0]!["misura"] is not null
        ? rows.Select(r => $"{r!["livello"]} {r["codice"]}").Distinct(StringComparer.Ordinal).Count()
        : rows.Count;

    private static string Text(JsonNode? row) => row!.ToJsonString();

    private static string WithoutPlaces(JsonNode? row)
    {
        JsonObject copy = row!.DeepClone().AsObject();
        foreach (string place in (string[])["ordine", "posizione", "critica"])
            copy.Remove(place);
        return copy.ToJsonString();
    }
}
