using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Cli;
using CentriFamiglia.Coverage.Service.Questions;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Story;

/// <summary>The answers to the official of ATS Brianza (<see cref="OneAtsStoryTests"/>) by every kind of row, in every layer and in every format.</summary>
public sealed class OneAtsFormsTests(FilledStore store)
{
    private const double All = 9_950_742, Own = 1_203_589, LeftOut = 8_747_153;

    public static TheoryData<string> Layers => [.. LayerCatalog.Names.Where(name => name != "matrice")];

    [Theory]
    [InlineData("sede", 12)]
    [InlineData("rete", 3)]
    [InlineData("comune", 1_504)]
    [InlineData("ambito", 13)]
    [InlineData("ats", 1)]
    public async Task The_catchments_hold_the_residents_of_Brianza_and_say_how_many_are_left_out(string by, int count)
    {
        JsonNode answer = await AnswerAsync("catchments?by=" + by);

        JsonArray rows = answer["rows"]!.AsArray();
        rows.Count.ShouldBe(count);
        rows.Sum(r => (double?)r!["residenti"] ?? 0).ShouldBe(Own, 0.001);
        JsonNode totals = answer["meta"]!["totali"]!;
        ((double)totals["residenti_regione"]!, (double)totals["residenti_con_sede"]!, (double)totals["residenti_esclusi"]!).ShouldBe((All, Own, LeftOut));
    }

    [Theory]
    [InlineData("comune", 139)]
    [InlineData("ambito", 8)]
    [InlineData("distretto", 8)]
    [InlineData("ats", 1)]
    [InlineData("regione", 1)]
    public async Task The_measures_of_every_level_are_of_Brianza_alone(string by, int judged)
    {
        JsonNode answer = await AnswerAsync($"measures?by={by}&measure=e2sfca");

        answer["rows"]!.AsArray().Count(r => r![by == "comune" ? "valore" : "media"] is not null).ShouldBe(judged);
        ((double)answer["meta"]!["residenti_esclusi"]!).ShouldBe(LeftOut);
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public async Task Every_layer_is_exported_and_says_what_it_leaves_out(string layer)
    {
        string file = store.Sibling($"una-ats-{layer}.csv");

        using var error = new StringWriter();
        (await CommandLine.RunAsync(["export", layer, "-o", file, "--store", await store.OfOneAtsAsync()], TextWriter.Null, error)).ShouldBe(0, error.ToString());

        error.ToString().ShouldContain("8.747.153 residenti di 1.365 comuni NON_CARICATO");
        string[] lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        lines.Length.ShouldBeGreaterThan(layer is "eccezioni" or "dichiarazioni" ? 0 : 1);
    }

    [Theory]
    [InlineData("table", "ambito bergamo Bergamo Bergamo NON_CARICATO 151.985 listed")]
    [InlineData("csv", "ambito,bergamo,Bergamo,Bergamo,NON_CARICATO,151985,,,listed,")]
    [InlineData("json", "\"codice\":\"bergamo\",\"nome\":\"Bergamo\",\"ats\":\"Bergamo\",\"verdetto\":\"NON_CARICATO\",\"residenti\":151985,\"hub\":null,\"spoke\":null,")]
    [InlineData("geojson", "\"codice\":\"bergamo\",\"nome\":\"Bergamo\",\"ats\":\"Bergamo\",\"verdetto\":\"NON_CARICATO\",\"residenti\":151985,\"hub\":null,\"spoke\":null,")]
    public async Task An_empty_figure_is_empty_in_every_format(string format, string row)
    {
        Outcome outcome = await CoverageProgram.RunAsync(await store.OfOneAtsAsync(), "check", "--level", "ambito", "--ats", "Bergamo", "--format", format);

        string output = format == "table" ? string.Join(' ', outcome.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : outcome.Output;
        output.ShouldContain(row);
    }

    private async Task<JsonNode> AnswerAsync(string question) => await (await store.ServiceOfOneAtsAsync()).JsonAsync("/api/v1/" + question);
}
