using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Questions;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>Whose travel is weighed: the same over HTTP and on the command line, said in every answer, and right by the columns of the comuni.</summary>
public sealed class DemandTests(FilledStore store)
{
    /// <summary>Every question that weighs, with values that make a long answer short; isochrones ask for a road network.</summary>
    public static TheoryData<string, string> Asked =>
    [
        .. AllQuestions.List.Where(q => q.Name != "isochrones" && q.Question.Parameters.Contains(Input.SharedParameters.Demand))
            .Select(q => new TheoryDataRow<string, string>(q.Name, q.Name switch
            {
                "curve" => "spokes=1&",
                "suggestions" => "ats=Pavia&",
                "compare" => "level=regione&sedi_dopo=note&",
                _ => "",
            })),
    ];

    [Fact]
    public void Every_question_that_weighs_somebody_can_be_asked_whom() =>
        AllQuestions.List.Where(q => q.Question.Parameters.Contains(Input.SharedParameters.Demand)).Select(q => q.Name)
            .ShouldBe(["gaps", "week", "measures", "catchments", "suggestions", "curve", "fragility", "compare", "what-if", "isochrones"]);

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task Every_answer_says_whom_it_weighs_of_which_year_and_by_whom_they_were_counted(string name, string query)
    {
        RunningService service = await store.ServiceAsync();

        JsonNode usual = (await service.JsonAsync($"/api/v1/{name}?{query}f=json"))["meta"]!["domanda"]!;
        JsonNode elderly = (await service.JsonAsync($"/api/v1/{name}?{query}domanda=eta_65_oltre&f=json"))["meta"]!;

        ((string)usual["tipo"]!, (int)usual["anno"]!).ShouldBe(("residenti", 2023));
        JsonNode demand = elderly["domanda"]!;
        ((string)demand["tipo"]!, (string)demand["nome"]!, (int)demand["anno"]!, (string)demand["fonte"]!)
            .ShouldBe(("eta_65_oltre", "persone di 65 anni e oltre", 2011, "Istat, censimento 2011; nei punti di domanda che le contano, le loro cifre"));
        elderly["avvertenze"]!.AsArray().Select(w => (string)w!).ShouldContain(
            "Si pesano le persone di 65 anni e oltre, non i residenti: le colonne «residenti…» contano persone di 65 anni e oltre (2011).",
            StringComparer.Ordinal);
        elderly["avvertenze"]!.AsArray().Select(w => (string)w!).ShouldNotContain(w => w.Contains("zero", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("famiglie", "famiglie")]
    [InlineData("eta_0_14", "eta_0_14")]
    [InlineData("eta_65_oltre", "eta_65_oltre")]
    [InlineData("eta_0_14=2;eta_65_oltre=1", "2*eta_0_14+eta_65_oltre")]
    public async Task Gaps_of_a_choice_are_the_sums_of_the_columns_of_the_comuni_that_are_beyond(string choice, string sum)
    {
        RunningService service = await store.ServiceAsync();
        string file = store.Sibling($"comuni-{choice.Length}.csv");
        (await CoverageProgram.RunAsync(store.Path, "export", "comuni", "-o", file, "--italiano")).ExitCode.ShouldBe(0);
        string[] lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken), header = lines[0].TrimStart('\uFEFF').Split(';');
        Dictionary<string, double> people = lines.Skip(1).Select(l => l.Split(';'))
            .ToDictionary(c => c[0].Trim('"'), c => sum.Split('+').Sum(part => part.Split('*') is [var times, var column]
                ? double.Parse(times, CultureInfo.InvariantCulture) * Of(c, column) : Of(c, part)), StringComparer.Ordinal);
        HashSet<string> beyond = [.. (await service.RowsAsync("/api/v1/gaps?by=comune")).Where(r => (bool?)r!["oltre_limite"] == true).Select(r => (string)r!["pro_com_t"]!)];

        JsonNode region = (await service.RowsAsync($"/api/v1/gaps?by=regione&domanda={Uri.EscapeDataString(choice)}"))[0]!;

        people.Count.ShouldBe(1504);
        ((double)region["residenti"]!).ShouldBe(people.Values.Sum());
        ((double)region["residenti_oltre_limite"]!).ShouldBe(beyond.Sum(c => people[c]));

        double Of(string[] cells, string column) => double.Parse(cells[Array.IndexOf(header, column)], CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Residents_by_name_are_the_answer_without_a_name()
    {
        RunningService service = await store.ServiceAsync();

        foreach (string query in (string[])["gaps?by=ats", "measures?by=ats", "catchments?by=rete", "fragility?ats=Pavia"])
        {
            JsonNode usual = await service.JsonAsync($"/api/v1/{query}&f=json"), named = await service.JsonAsync($"/api/v1/{query}&domanda=residenti&f=json");
            // When they were answered, and how long it took, is of the moment.
            foreach (string clock in (string[])["data", "durate_ms"])
                usual["meta"]![clock] = named["meta"]![clock] = null;
            named.ToJsonString().ShouldBe(usual.ToJsonString());
        }
    }

    [Fact]
    public async Task An_index_states_its_weights_and_the_year_of_each_part()
    {
        JsonNode meta = (await (await store.ServiceAsync()).JsonAsync("/api/v1/gaps?by=ats&domanda=eta_65_oltre%3D1,famiglie%3D0.5&f=json"))["meta"]!;

        JsonNode demand = meta["domanda"]!;
        ((string)demand["tipo"]!, demand["anno"]).ShouldBe(("indice", null));
        demand["pesi"]!.ToJsonString().ShouldBe("{\"famiglie\":0.5,\"eta_65_oltre\":1}");
        demand["anni"]!.ToJsonString().ShouldBe("{\"famiglie\":2020,\"eta_65_oltre\":2011}");
        meta["avvertenze"]!.AsArray().Select(w => (string)w!).ShouldContain(
            "Si pesano i punti di bisogno, non i residenti: le colonne «residenti…» contano 0,5 × famiglie (2020) + 1 × persone di 65 anni e oltre (2011).",
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_line_under_a_table_says_it_and_a_reason_calls_them_by_their_name()
    {
        Outcome table = await CoverageProgram.RunAsync(store.Path, "suggest", "--ats", "Pavia", "--goal", "cover", "--spokes", "2", "--domanda", "famiglie");
        JsonArray rows = await (await store.ServiceAsync()).RowsAsync("/api/v1/suggestions?ats=Pavia&goal=cover&spokes=2&domanda=famiglie");

        table.ExitCode.ShouldBe(0);
        table.Output.TrimEnd().Split('\n')[^1].ShouldContain(" · domanda famiglie 2020 · ");
        rows.Count.ShouldBe(2);
        rows.Select(r => (string)r!["motivo"]!).ShouldAllBe(m => m.Contains(" famiglie in più entro il limite", StringComparison.Ordinal)
            && m.Contains("minuti-famiglia", StringComparison.Ordinal) && !m.Contains("residenti in più", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_shared_out_is_shared_among_those_who_are_weighed()
    {
        JsonArray rows = await (await store.ServiceAsync()).RowsAsync("/api/v1/measures?by=ats&measure=2sfca&domanda=eta_0_14");

        rows.Select(r => (string)r!["unita"]!).ShouldAllBe(u => u == "sedi_per_1000_eta_0_14");
    }

    [Fact]
    public async Task The_act_s_own_figures_stay_residents()
    {
        JsonNode trial = await (await store.ServiceAsync()).JsonAsync("/api/v1/what-if?domanda=famiglie&f=json");

        ((double)trial["meta"]!["totali"]!["prima"]!["residenti"]!).ShouldBe(4_462_785);
        Parameters("coverage").ShouldNotContain("domanda", StringComparer.Ordinal);
        Parameters("budget").ShouldNotContain("domanda", StringComparer.Ordinal);
        Parameters("findings").ShouldNotContain("domanda", StringComparer.Ordinal);

        static IEnumerable<string> Parameters(string question) => AllQuestions.List.Single(q => q.Name == question).Question.Parameters.Select(p => p.Name);
    }

    [Theory]
    [InlineData("eta_0_17", "«eta_0_17» non è fra ciò che si può contare.")]
    [InlineData("famiglie=0", "Tutti i pesi sono zero: non conterebbe nessuno.")]
    public async Task What_cannot_be_counted_is_refused_with_what_can(string choice, string reason)
    {
        using HttpResponseMessage refused = await (await store.ServiceAsync()).GetAsync($"/api/v1/gaps?domanda={Uri.EscapeDataString(choice)}");
        JsonNode problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Outcome verb = await CoverageProgram.RunAsync(store.Path, "gaps", "--domanda", choice);

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ((string)problem["campo"]!, (string)problem["detail"]!).ShouldBe(("domanda", "domanda: " + reason));
        ((string)problem["rimedio"]!).ShouldContain("residenti, famiglie, eta_0_14, eta_65_oltre");
        verb.ExitCode.ShouldBe(2);
        verb.Error.ShouldContain("--domanda: " + reason);
    }

    [Fact]
    public async Task A_comune_whose_ages_are_not_known_weighs_nothing_and_is_named()
    {
        string path = store.Copy(), file = store.Sibling("eta-di-tre.csv");
        await File.WriteAllTextAsync(
            file, "pro_com_t,eta_0_14,eta_65_oltre,anno,fonte\n016024,15000,30000,2023,Anagrafe\n015146,160000,310000,2023,Anagrafe\n", TestContext.Current.CancellationToken);
        Outcome import = await CoverageProgram.RunAsync(path, "import", file, "--replace", "--format", "json");
        import.ExitCode.ShouldBe(0);
        JsonNode.Parse(import.Output)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            .ShouldContain("i punti di 1 comuni contano i bambini da 0 a 14 anni contati ora, in proporzione a quelli di prima: 015146");
        await using RunningService service = await RunningService.StartAsync(path);

        JsonNode answer = await service.JsonAsync("/api/v1/gaps?by=regione&domanda=eta_65_oltre&f=json");

        JsonNode demand = answer["meta"]!["domanda"]!;
        ((int)demand["anno"]!, (string)demand["fonte"]!, (int)demand["comuni_senza_dato"]!).ShouldBe((2023, "Anagrafe; nei punti di domanda che le contano, le loro cifre", 1502));
        answer["meta"]!["avvertenze"]!.AsArray().Select(w => (string)w!).ShouldContain(w => w.StartsWith(
            "1.502 comuni pesano zero, perché non si sa quanti siano le persone di 65 anni e oltre: Agra (012001), Albizzate (012002), Angera (012003), Arcisate (012004), "
            + "Arsago Seprio (012005) e altri 1497. Importare le età dei comuni («eta»).", StringComparison.Ordinal));
        ((double)(answer["righe"] ?? answer["rows"])!.AsArray()[0]!["residenti"]!).ShouldBe(340_000, 0.001, "the sections of Milano share what is counted anew");
    }
}
