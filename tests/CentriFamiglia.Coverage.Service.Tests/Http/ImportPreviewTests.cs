using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Http;
using CentriFamiglia.Coverage.Service.Tests.House;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>A file sent to the service is judged as <c>import --dry-run</c> judges it, what it changes can be tried, and nothing is stored.</summary>
public sealed class ImportPreviewTests(FilledStore store) : IDisposable
{
    private const string Address = "/api/v1/import-preview";

    /// <summary>As an office writes it; the third row lies in the sea.</summary>
    private const string Ugly =
        "Codice sede;Denominazione;Ruolo;Rete;Codice ISTAT;Longitudine;Latitudine\r\nN9;Spoke di prova;Spoke;BG01;016024;9,66;45,69\r\n"
        + "BG01-S1;Spoke dimostrativo Filago 1;spoke;BG01;16024;9,66;45,69\r\nN8;Fuori;spoke;BG01;016024;12,9;44,1\r\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("prova-file-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_report_is_that_of_a_trial_run_and_the_store_is_the_same_byte_by_byte()
    {
        RunningService service = await store.ServiceAsync();
        string file = await WriteAsync("sedi ufficio.csv", Ugly);
        byte[] before = await File.ReadAllBytesAsync(store.Path, TestContext.Current.CancellationToken);
        Outcome trial = await CoverageProgram.RunAsync(store.Path, "import", file, "--dry-run", "--format", "json");
        JsonNode told = JsonNode.Parse(trial.Output)!;

        JsonNode answer = await PreviewAsync(service, file, "");

        answer["rows"]!.ToJsonString().ShouldBe(told["rows"]!.ToJsonString());
        foreach (string count in (string[])["righe_lette", "righe_accettate", "righe_rifiutate", "righe_corrette", "segnalazioni", "riassunto"])
            answer["meta"]![count]!.ToJsonString().ShouldBe(told["meta"]![count]!.ToJsonString());
        ((int)answer["meta"]!["righe_lette"]!, (int)answer["meta"]!["righe_rifiutate"]!).ShouldBe((3, 1));
        (await File.ReadAllBytesAsync(store.Path, TestContext.Current.CancellationToken)).ShouldBe(before);
    }

    [Fact]
    public async Task What_the_valid_rows_change_is_told_as_changes_with_the_places_of_all()
    {
        JsonNode meta = (await PreviewAsync(await store.ServiceAsync(), await WriteAsync("sedi.csv", Ugly), "&accept-valid=si"))["meta"]!;

        meta["modifiche"]!.AsArray().Select(c => $"{c!["op"]} {c["id"]}").ShouldBe(["move BG01-S1", "add N9"]);
        meta["punti"]!.AsArray().Select(p => $"{p!["esito"]} {p["id"]} {p["lon"]} {p["lat"]}")
            .ShouldBe(["rifiutata N8 12.9 44.1", "move BG01-S1 9.66 45.69", "add N9 9.66 45.69"]);
        meta["sedi"]!.GetValue<string>().ShouldBe("dimostrative");
        meta["prova_rifiutata"].ShouldBeNull();
    }

    [Fact]
    public async Task Trying_the_changes_gives_what_importing_the_whole_list_gives()
    {
        RunningService service = await store.ServiceAsync();
        string file = Path.Combine(_folder, "sedi.csv");
        (await CoverageProgram.RunAsync(store.Path, "export", "sedi", "-o", file)).ExitCode.ShouldBe(0);
        string[] lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        string moved = lines.Single(l => l.StartsWith("BG01-S1,", StringComparison.Ordinal));
        string[] edited = [.. lines.Where(l => !l.StartsWith("BG01-S2,", StringComparison.Ordinal) && l != moved),
            moved.Replace("BG01-S1", "NUOVA-1", StringComparison.Ordinal), moved.Replace("Th 16:00-19:00", "Th 15:00-19:00", StringComparison.Ordinal)];
        await WriteAsync("sedi.csv", string.Join('\n', edited));
        string changed = store.Copy();
        Outcome import = await CoverageProgram.RunAsync(changed, "import", file, "--as", "sedi", "--replace", "--completo", "tutte");
        import.ExitCode.ShouldBe(0, import.Output + import.Error);

        JsonNode meta = (await PreviewAsync(service, file, "&as=sedi&replace=si&accept-valid=si"))["meta"]!;
        JsonNode trial = await WhatIfAsync(service, meta["modifiche"]!);

        meta["modifiche"]!.AsArray().Select(c => $"{c!["op"]} {c["id"]}").ShouldBe(["change BG01-S1", "close BG01-S2", "add NUOVA-1"]);
        JsonArray after = JsonNode.Parse((await CoverageProgram.RunAsync(changed, "gaps", "--by", "comune", "--format", "json")).Output)!["rows"]!.AsArray();
        trial["rows"]!.AsArray().Select(r => $"{r!["pro_com_t"]} {r["minuti_dopo"]} {r["sede_dopo"]}")
            .ShouldBe(after.Select(r => $"{r!["pro_com_t"]} {r["minuti"]} {r["sede_vicina"]}"));
    }

    [Fact]
    public async Task A_workbook_that_says_what_is_known_changes_nothing()
    {
        string file = Path.Combine(_folder, "sedi.xlsx");
        (await CoverageProgram.RunAsync(store.Path, "export", "sedi", "-o", file)).ExitCode.ShouldBe(0);

        JsonNode meta = (await PreviewAsync(await store.ServiceAsync(), file, ""))["meta"]!;

        ((int)meta["righe_accettate"]!, (int)meta["modifiche_numero"]!).ShouldBe((196, 0));
        meta["completo_dopo"]!.ToJsonString().ShouldBe(meta["completo_prima"]!.ToJsonString());
    }

    [Fact]
    public async Task The_networks_that_a_file_adds_are_named()
    {
        string folder = await MadeUpSedi.WriteAsync(Path.Combine(_folder, "brianza"), "Brianza");
        JsonNode meta = (await PreviewAsync(await store.ServiceAsync(), Path.Combine(folder, "reti.csv"), "&sedi=mie"))["meta"]!;

        meta["reti"]!.AsArray().ShouldAllBe(n => (string)n!["op"]! == "add");
        meta["reti"]!.AsArray().Count.ShouldBe((int)meta["righe_lette"]!);
        ((int)meta["modifiche_numero"]!).ShouldBe(0);
    }

    [Fact]
    public async Task What_the_file_holds_is_asked_where_it_cannot_be_told()
    {
        JsonNode meta = (await PreviewAsync(await store.ServiceAsync(), await WriteAsync("x.csv", "a,b\n1,2\n"), ""))["meta"]!;

        meta["file"]![0]!["tipo"].ShouldBeNull();
        meta["generi"]!.AsArray().Select(k => (string)k!).ShouldBe(["comuni", "unita", "popolazione", "eta", "punti", "reti", "sedi", "matrice", "eccezioni", "dichiarazioni"]);
    }

    [Theory]
    [InlineData("csv", "file,tipo,riga,id,colonna,gravita")]
    [InlineData("html", "<!DOCTYPE html>")]
    public async Task The_report_is_also_a_table_and_a_page(string format, string start)
    {
        using HttpResponseMessage response = await PostAsync(await store.ServiceAsync(), "sedi.csv", Encoding.UTF8.GetBytes(Ugly), $"&f={format}");

        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldStartWith(start, Case.Insensitive);
    }

    [Theory]
    [InlineData("troncato.xlsx")]
    [InlineData("bomba.xlsx")]
    [InlineData("con-dtd.xlsx")]
    [InlineData("pdf-rinominato.csv")]
    public async Task A_file_that_is_none_is_refused_with_the_cure(string name)
    {
        byte[] bytes = await File.ReadAllBytesAsync(
            Path.Combine(Pages.Root, "tests", "CentriFamiglia.Coverage.Formats.Tests", "brutti", name), TestContext.Current.CancellationToken);
        using HttpResponseMessage response = await PostAsync(await store.ServiceAsync(), name, bytes, "");
        JsonNode problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, problem.ToJsonString());
        ((string)problem["campo"]!).ShouldBe("file");
        ((string)problem["rimedio"]!).ShouldNotBeEmpty();
        problem.ToJsonString().ShouldNotContain(Path.GetTempPath());
    }

    [Theory]
    [InlineData("", "file")]
    [InlineData("?file=..%2Fsedi.csv", "file")]
    [InlineData("?file=C%3A%5Csedi.csv", "file")]
    [InlineData("?file=..", "file")]
    [InlineData("?file=sedi.csv&as=altro", "as")]
    [InlineData("?file=sedi.csv&sedi=altre", "sedi")]
    [InlineData("?file=sedi.csv&store=x", "store")]
    public async Task A_name_that_is_a_path_and_a_choice_that_is_none_are_refused(string query, string field)
    {
        RunningService service = await store.ServiceAsync();
        using HttpResponseMessage response = await service.Client.PostAsync(
            new Uri(Address + query, UriKind.Relative), new ByteArrayContent("site_id\n"u8.ToArray()), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Headers.ConnectionClose.ShouldBe(true, "a file that nobody reads ends the connection");
        ((string)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["campo"]!).ShouldBe(field);
    }

    [Fact]
    public async Task A_file_beyond_the_limit_of_the_service_is_not_read()
    {
        var options = new ServiceOptions([new Uri("http://127.0.0.1:0")], []) { MostFileBytes = 1 << 20 };
        await using RunningService service = await RunningService.StartAsync(store.Path, options: options);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Address}?file=sedi.csv") { Content = new ByteArrayContent(new byte[2_000_000]) };
        request.Headers.ExpectContinue = true;

        using HttpResponseMessage response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("supera 1 MB");
    }

    private async Task<string> WriteAsync(string name, string content)
    {
        string path = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);
        return path;
    }

    private static async Task<JsonNode> PreviewAsync(RunningService service, string file, string query)
    {
        using HttpResponseMessage response = await PostAsync(service, Path.GetFileName(file), await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), query);
        string answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, answer);
        return JsonNode.Parse(answer)!;
    }

    private static Task<HttpResponseMessage> PostAsync(RunningService service, string name, byte[] bytes, string query) => service.Client.PostAsync(
        new Uri($"{Address}?file={Uri.EscapeDataString(name)}{query}", UriKind.Relative), new ByteArrayContent(bytes), TestContext.Current.CancellationToken);

    private static async Task<JsonNode> WhatIfAsync(RunningService service, JsonNode changes)
    {
        using var content = new StringContent(new JsonObject { ["changes"] = changes.DeepClone() }.ToJsonString(), Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await service.Client.PostAsync(new Uri("/api/v1/what-if", UriKind.Relative), content, TestContext.Current.CancellationToken);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }
}
