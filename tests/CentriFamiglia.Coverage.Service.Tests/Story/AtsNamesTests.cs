using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Input;
using CentriFamiglia.Coverage.Service.Questions;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Story;

/// <summary>The name of an ATS as people write it, on the command line and over HTTP.</summary>
public sealed class AtsNamesTests(FilledStore store)
{
    private const string List = "Le ATS sono: Bergamo, Brescia, Brianza, Insubria, Milano Città Metropolitana, Montagna, Pavia, Val Padana.";

    public static TheoryData<string> Asking => [.. AllQuestions.List.Where(q => q.Question.Parameters.Contains(SharedParameters.Ats)).Select(q => q.Name)];

    [Theory]
    [InlineData("Brianza", "Brianza")]
    [InlineData("BRIANZA", "Brianza")]
    [InlineData("ats brianza", "Brianza")]
    [InlineData("ATS della Brianza", "Brianza")]
    [InlineData("Agenzia di Tutela della Salute della Brianza", "Brianza")]
    [InlineData("AGENZIA DI TUTELA DELLA SALUTE (ATS) DELLA BRIANZA", "Brianza")]
    [InlineData("Milano", "Milano Città Metropolitana")]
    [InlineData("Città Metropolitana di Milano", "Milano Città Metropolitana")]
    [InlineData("ATS Milano Citta' Metropolitana", "Milano Città Metropolitana")]
    [InlineData("milano-citta-metropolitana", "Milano Città Metropolitana")]
    [InlineData("insubria", "Insubria")]
    [InlineData("ATS dell'Insubria", "Insubria")]
    [InlineData("val padana", "Val Padana")]
    public async Task Every_form_means_the_ATS_whose_name_it_is(string written, string name)
    {
        RunningService service = await store.ServiceAsync();
        Outcome verb = await CoverageProgram.RunAsync(store.Path, "check", "--level", "ats", "--ats", written, "--format", "json");
        JsonArray address = await service.RowsAsync($"/api/v1/coverage?level=ats&ats={Uri.EscapeDataString(written)}");

        address.Select(r => (string)r!["nome"]!).ShouldBe([name]);
        JsonNode.Parse(verb.Output)!["rows"]!.ToJsonString().ShouldBe(address.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Asking))]
    public async Task A_name_of_no_ATS_is_refused_by_every_question_with_the_list(string question)
    {
        RunningService service = await store.ServiceAsync();
        foreach (string written in (string[])["Torino", "ATS", "Brianza,Pavia"])
        {
            using HttpResponseMessage answer = await service.GetAsync($"/api/v1/{question}?ats={Uri.EscapeDataString(written)}{(question == "compare" ? "&con_proposte=si" : "")}");

            ((int)answer.StatusCode).ShouldBe(400);
            JsonNode problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
            if (question == "isochrones")
                continue;
            ((string)problem["campo"]!, (string)problem["rimedio"]!).ShouldBe(("ats", List), written);
        }
    }

    [Fact]
    public async Task The_residuals_of_an_ATS_are_found_by_any_of_its_names()
    {
        RunningService service = await store.ServiceAsync();
        string file = store.Sibling("residui.csv");
        await File.WriteAllTextAsync(file, "ats,eur\nATS della Brianza,100\nMILANO,250.50\n", TestContext.Current.CancellationToken);

        JsonArray address = await service.RowsAsync("/api/v1/budget?residui=" + Uri.EscapeDataString("agenzia di tutela della salute della brianza=100;milano=250.50"));
        Outcome verb = await CoverageProgram.RunAsync(store.Path, "budget", "--residuals", file, "--format", "json");

        address.Where(r => (decimal)r!["residui_anni_precedenti_eur"]! > 0).Select(r => ((string)r!["ats"]!, (decimal)r["residui_anni_precedenti_eur"]!))
            .ShouldBe([("Brianza", 100m), ("Milano Città Metropolitana", 250.50m)]);
        JsonNode.Parse(verb.Output)!["rows"]!.ToJsonString().ShouldBe(address.ToJsonString());
    }

    [Theory]
    [InlineData("Torino=1", "--residuals: 'Torino' non è una ATS.")]
    [InlineData("Brianza=1;ats brianza=2", "--residuals: l'ATS della Brianza è data due volte.")]
    public async Task Residuals_of_no_ATS_or_of_one_twice_are_refused(string residuals, string error)
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, "budget", "--residuals", residuals);

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldStartWith("Errore: " + error);
    }
}
