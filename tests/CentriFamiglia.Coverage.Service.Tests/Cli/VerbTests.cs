using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>The program as scripts see it: exit codes, standard output, standard error.</summary>
public sealed class VerbTests(FilledStore store)
{
    [Theory]
    [InlineData("verbo sconosciuto", "chekc")]
    [InlineData("opzione sconosciuta", "check", "--lvel", "ats")]
    [InlineData("non è un valore ammesso", "check", "--level", "provincia")]
    [InlineData("manca il valore", "check", "--level")]
    [InlineData("non è un numero", "gaps", "--limit", "venti")]
    [InlineData("non è ammesso", "gaps", "--limit", "-5")]
    [InlineData("non è un valore ammesso", "check", "--format", "xml")]
    [InlineData("non è un valore ammesso", "check", "--sedi", "vere")]
    [InlineData("--format: 'xml'", "gaps", "--format", "xml")]
    [InlineData("--sedi: 'vere'", "import", "x.csv", "--sedi", "vere")]
    [InlineData("--ats: 'Torino'", "check", "--ats", "Torino")]
    [InlineData("--travel: l'archivio", "export", "lacune", "-o", "x.csv", "--travel", "matrice")]
    [InlineData("tra 0,5 e 600", "gaps", "--limit", "0")]
    [InlineData("--output: '/proc/x.csv' non si può scrivere", "export", "reti", "-o", "/proc/x.csv")]
    [InlineData("--output: '/proc/x.gpkg' non si può scrivere", "export", "reti", "-o", "/proc/x.gpkg")]
    [InlineData("non è una ATS", "gaps", "--ats", "Torino")]
    [InlineData("non contiene una matrice", "gaps", "--travel", "matrice")]
    [InlineData("una spesa massima", "suggest", "--budget", "1000")]
    [InlineData("parola di troppo", "budget", "ancora")]
    [InlineData("manca", "import")]
    [InlineData("necessaria", "export", "comuni")]
    [InlineData("non è uno strato", "export", "province", "-o", "x.csv")]
    [InlineData("estensione", "export", "comuni", "-o", "x.doc")]
    [InlineData("la cartella di", "export", "comuni", "-o", "nessuna/cartella/x.csv")]
    [InlineData("indirizzo", "serve", "--urls", "127.0.0.1")]
    [InlineData("il nome dell'archivio è vuoto", "check", "--store", "")]
    public async Task Bad_usage_ends_with_2_and_one_Italian_error_with_its_cure(string message, params string[] arguments)
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, arguments);

        outcome.ExitCode.ShouldBe(2);
        outcome.Output.ShouldBeEmpty();
        outcome.Error.ShouldContain(message);
        outcome.Error.ShouldContain("Errore: ");
        outcome.Error.ShouldContain("Rimedio: ");
        outcome.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Check_writes_json_on_standard_output_and_nothing_else()
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, "check", "--level", "all", "--format", "json");

        outcome.ExitCode.ShouldBe(0);
        outcome.Error.ShouldBeEmpty();
        JsonNode.Parse(outcome.Output)!["rows"]!.AsArray().Count.ShouldBe(91 + 76 + 8);
    }

    [Theory]
    [InlineData(1, "dimostrative")]
    [InlineData(0, "note")]
    public async Task Strict_ends_with_1_only_when_something_is_proved_wrong(int expected, string set) =>
        (await CoverageProgram.RunAsync(store.Path, "check", "--strict", "--sedi", set)).ExitCode.ShouldBe(expected);

    [Fact]
    public async Task A_table_in_a_pipe_keeps_every_row_on_one_line_and_has_no_colours()
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, "gaps");

        outcome.Output.ShouldNotContain('\u001b');
        outcome.Output.Split('\n').Count(line => line.TrimStart().StartsWith("ambito ", StringComparison.Ordinal)).ShouldBe(91);
        outcome.Output.ShouldContain("inventate");
    }

    [Theory]
    [InlineData("check", "--level", "all")]
    [InlineData("suggest")]
    public async Task A_table_cuts_long_texts_and_says_so(params string[] arguments)
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, arguments);

        string[] rows = [.. outcome.Output.Split('\n').TakeWhile(line => !line.StartsWith("I testi", StringComparison.Ordinal))];
        rows.Max(line => line.Length).ShouldBeLessThan(600);
        outcome.Output.ShouldContain("sono accorciati: interi con --format json");
    }

    [Fact]
    public async Task Check_lists_under_its_table_what_the_rules_of_networks_and_sedi_found()
    {
        Outcome table = await CoverageProgram.RunAsync(store.Path, "check");
        Outcome json = await CoverageProgram.RunAsync(store.Path, "check", "--format", "json");

        JsonArray findings = JsonNode.Parse(json.Output)!["meta"]!["totali"]!["rilievi"]!.AsArray();
        findings.ShouldNotBeEmpty();
        foreach (JsonNode? finding in findings)
        {
            table.Output.Split('\n').ShouldContain(line =>
                line.Contains((string)finding!["regola"]!) && line.Contains((string)finding["id"]!)
                && line.Contains((string)finding["motivo"]!) && line.Contains((string)finding["rimedio"]!));
        }
    }

    [Theory]
    [InlineData("check")]
    [InlineData("gaps")]
    [InlineData("suggest")]
    [InlineData("budget")]
    public async Task A_csv_on_standard_output_has_the_columns_of_the_rows_and_no_boundaries(string verb)
    {
        Outcome csv = await CoverageProgram.RunAsync(store.Path, verb, "--format", "csv");
        Outcome json = await CoverageProgram.RunAsync(store.Path, verb, "--format", "json");

        string[] columns = [.. JsonNode.Parse(json.Output)!["rows"]![0]!.AsObject().Select(p => p.Key)];
        csv.Output.Split('\n')[0].Split(',').ShouldBe(columns);
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_told_before_anything_is_said_to_be_made()
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Sibling("manca/nuova.gpkg"), "check");

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain("non esiste");
        outcome.Error.ShouldNotContain("viene creato");
    }

    [Fact]
    public async Task The_command_line_and_the_API_answer_with_the_same_rows()
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, "suggest", "--level", "entrambi", "--format", "json");
        RunningService service = await store.ServiceAsync();

        JsonNode.Parse(outcome.Output)!["rows"]!.ToJsonString().ShouldBe((await service.RowsAsync("/api/v1/suggestions?level=entrambi")).ToJsonString());
    }

    [Fact]
    public async Task A_store_that_does_not_exist_is_created_filled_and_told_and_two_at_once_do_no_harm()
    {
        string path = store.Sibling("nuova.gpkg");
        Outcome[] both = await Task.WhenAll(CoverageProgram.RunAsync(path, "check", "--format", "json"), CoverageProgram.RunAsync(path, "check", "--format", "json"));

        both.ShouldAllBe(o => o.ExitCode == 0);
        both.Select(o => JsonNode.Parse(o.Output)!["rows"]!.AsArray().Count).ShouldBe([91, 91]);
        both.ShouldContain(o => o.Error.Contains("viene creato e riempito"));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_ends_with_3_and_shows_no_password()
    {
        foreach (string verb in (string[])["check", "serve"])
        {
            Outcome outcome = await CoverageProgram.RunAsync("Host=127.0.0.1;Port=1;Username=u;Password=segretissima;Database=d;Timeout=2", verb);

            outcome.ExitCode.ShouldBe(3);
            outcome.Error.ShouldNotContain("segretissima");
        }
    }

    [Fact]
    public async Task A_file_that_is_not_a_store_is_refused_and_left_as_it_is()
    {
        string path = store.Sibling("testo.gpkg");
        await File.WriteAllTextAsync(path, "non sono un GeoPackage", TestContext.Current.CancellationToken);
        Outcome outcome = await CoverageProgram.RunAsync(path, "check");

        outcome.ExitCode.ShouldBe(2);
        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldBe("non sono un GeoPackage");
    }

    [Fact]
    public async Task A_port_in_use_is_told_before_anything_is_served()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, "serve", "--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain("usa già");
        outcome.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Without_a_verb_the_program_serves()
    {
        using Process process = CoverageProgram.Start(store.Path, "--urls", "http://127.0.0.1:0");
        try
        {
            string? line;
            do
                line = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
            while (line?.Contains("http://", StringComparison.Ordinal) == false);
            string address = line!.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal));
            using var client = new HttpClient();

            // It says so once the first answers are there.
            var ready = new Uri(address + "/health/ready");
            HttpResponseMessage said = await client.GetAsync(ready, TestContext.Current.CancellationToken);
            while (said.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                (await said.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Avvio in corso");
                await Task.Delay(100, TestContext.Current.CancellationToken);
                said = await client.GetAsync(ready, TestContext.Current.CancellationToken);
            }

            (await said.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("pronto");
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task An_import_is_seen_by_the_next_question_and_a_refused_one_changes_nothing()
    {
        string path = store.Copy(), file = store.Sibling("sedi-mie.csv");
        const string header = "site_id;name;role;network_id;comune;pro_com_t;lon;lat\n";
        await File.WriteAllTextAsync(file, header + "X1;Centro di prova;hub;;Lecco;097042;9,39;45,85\n", TestContext.Current.CancellationToken);
        string broken = store.Sibling("sedi-rotte.csv");
        await File.WriteAllTextAsync(broken, header + "X2;Centro;capo;;Lecco;097042;9,39;45,85\n", TestContext.Current.CancellationToken);

        (await CoverageProgram.RunAsync(path, "import", broken, "--as", "sedi", "--sedi", "mie")).ExitCode.ShouldBe(2);
        (await CoverageProgram.RunAsync(path, "import", store.Sibling("manca.csv"), "--as", "sedi")).ExitCode.ShouldBe(2);
        Outcome import = await CoverageProgram.RunAsync(path, "import", file, "--as", "sedi", "--sedi", "mie", "--format", "json");
        Outcome check = await CoverageProgram.RunAsync(path, "check", "--format", "json");

        import.ExitCode.ShouldBe(0, import.Error);
        JsonNode answer = JsonNode.Parse(check.Output)!;
        answer["meta"]!["sedi"]!["insieme"]!.GetValue<string>().ShouldBe("mie");
        answer["rows"]!.AsArray().Where(r => (string)r!["verdetto"]! == "SEDE").Select(r => (string)r!["nome"]!).ShouldBe(["Lecco"]);
    }

    [Fact]
    public async Task Help_is_in_Italian_and_names_every_verb()
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, "--help");

        outcome.ExitCode.ShouldBe(0);
        foreach (string word in (string[])["Uso:", "Verbi:", "Opzioni:", "serve", "import", "check", "gaps", "suggest", "budget", "export", "migrate", "verify", "geodata"])
            outcome.Output.ShouldContain(word);
    }
}
