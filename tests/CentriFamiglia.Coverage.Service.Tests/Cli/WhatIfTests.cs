using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Cli;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>A trial of other sedi says what importing them into a store would say, and stores nothing.</summary>
public sealed class WhatIfTests(FilledStore store)
{
    private const string Example = """
        {"changes":[
          {"op":"add","id":"N1","role":"spoke","network_id":"BG01","pro_com_t":"016024"},
          {"op":"move","id":"BG01-S1","lon":9.66,"lat":45.69},
          {"op":"close","id":"BG01-S2"},
          {"op":"change","id":"BG01-H","opening_hours":"Mo-Fr 09:00-13:00","services":["informazione_orientamento"]}]}
        """;

    /// <summary>The same as files of sedi; a column that a file does not have keeps what is known.</summary>
    private static readonly (string File, string Rows)[] _imported =
    [
        ("aggiunta.csv", "site_id,name,role,network_id,pro_com_t,precisione\nN1,Sede di prova N1,spoke,BG01,016024,comune\n"),
        ("spostata.csv", "site_id,name,role,pro_com_t,lon,lat\nBG01-S1,Spoke dimostrativo Filago 1,spoke,016024,9.66,45.69\n"),
        ("chiusa.csv", "site_id,name,role,pro_com_t,lon,lat,status\nBG01-S2,Spoke dimostrativo Treviglio 2,spoke,016219,9.60024,45.52655,closed\n"),
        ("cambiata.csv",
            "site_id,name,role,pro_com_t,lon,lat,opening_hours,services\n"
                + "BG01-H,Hub dimostrativo Bergamo,hub,016024,9.66496,45.69753,Mo-Fr 09:00-13:00,informazione_orientamento\n"),
    ];

    [Fact]
    public async Task Every_comune_stands_before_and_after_as_the_distances_of_a_store_with_the_changes_imported()
    {
        string changed = await ImportedAsync();
        JsonObject trial = await JsonAsync(store.Path, "what-if", "--changes", Example);
        JsonArray before = (await JsonAsync(store.Path, "gaps", "--by", "comune"))["rows"]!.AsArray();
        JsonArray after = (await JsonAsync(changed, "gaps", "--by", "comune"))["rows"]!.AsArray();

        trial["rows"]!.AsArray().Select(r => Cells(r, "pro_com_t", "minuti_prima", "sede_prima", "oltre_limite_prima"))
            .ShouldBe(before.Select(r => Cells(r, "pro_com_t", "minuti", "sede_vicina", "oltre_limite")));
        trial["rows"]!.AsArray().Select(r => Cells(r, "pro_com_t", "minuti_dopo", "sede_dopo", "oltre_limite_dopo"))
            .ShouldBe(after.Select(r => Cells(r, "pro_com_t", "minuti", "sede_vicina", "oltre_limite")));
        trial["rows"]!.AsArray().Count.ShouldBe(1504);
        trial["rows"]![0]!.AsObject().Select(p => p.Key).Take(8)
            .ShouldBe(["pro_com_t", "comune", "minuti_prima", "minuti_dopo", "sede_prima", "sede_dopo", "oltre_limite_prima", "oltre_limite_dopo"]);
    }

    [Fact]
    public async Task The_areas_are_those_that_comparing_the_two_stores_finds_with_their_figures()
    {
        string changed = await ImportedAsync();
        JsonArray areas = (await JsonAsync(store.Path, "what-if", "--changes", Example))["meta"]!["aree"]!.AsArray();
        string[] measures = ["minuti_medi", "minuti_p90", "minuti_max", "residenti_oltre_limite", "quota_oltre_limite_pct", "comuni_oltre_limite", "hub", "spoke"];
        JsonNode[] compared = [.. (await JsonAsync(store.Path, "compare", "--after-store", changed, "--changed"))["rows"]!.AsArray().Select(r => r!)];

        (string, double?, double?)[] expected = [.. compared.Where(r => measures.Contains((string)r["misura"]!))
            .Select(r => ($"{r["livello"]} {r["codice"]} {r["misura"]}", (double?)r["prima"], (double?)r["dopo"])).Order()];
        (string, double?, double?)[] told = [.. areas
            .SelectMany(a => measures.Select(m => ($"{a!["livello"]} {a["codice"]} {m}", (double?)a[m + "_prima"], (double?)a[m + "_dopo"])))
            .Where(t => t.Item2 != t.Item3).Order()];
        expected.Length.ShouldBeGreaterThan(10);
        told.ShouldBe(expected);

        JsonNode treviglio = areas.Single(a => (string)a!["codice"]! == "treviglio")!;
        Cells(treviglio, "verdetto_prima", "verdetto_dopo").ShouldBe("SEDE|SCOPERTO");
        (await VerdictsAsync(changed)).Except(await VerdictsAsync(store.Path), StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .ShouldBe(areas.Where(a => (string)a!["verdetto_prima"]! != (string)a["verdetto_dopo"]!)
                .Select(a => $"{a!["livello"]} {a["codice"]} {a["verdetto_dopo"]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Totals_networks_fund_and_rules_are_those_of_the_two_stores()
    {
        string changed = await ImportedAsync();
        JsonNode meta = (await JsonAsync(store.Path, "what-if", "--changes", Example, "--rilievi", "--spoke-cost", "15000"))["meta"]!;
        foreach ((string side, string address) in new[] { ("prima", store.Path), ("dopo", changed) })
        {
            JsonNode region = (await JsonAsync(address, "gaps", "--by", "regione"))["rows"]![0]!, total = meta["totali"]![side]!;
            foreach (string name in (string[])["residenti_oltre_limite", "quota_oltre_limite_pct", "comuni_oltre_limite", "minuti_medi", "minuti_p90"])
                ((double)total[name]!).ShouldBe((double)region[name]!, name);
            JsonNode[] ambiti = [.. (await JsonAsync(address, "check"))["rows"]!.AsArray().Select(r => r!)];
            ((int)total["ambiti_con_sede"]!).ShouldBe(ambiti.Count(a => (string)a["verdetto"]! == "SEDE"));
            ((double)total["residenti_in_ambiti_senza_sede"]!).ShouldBe(ambiti.Where(a => (string)a["verdetto"]! is "SCOPERTO" or "COMPETENZA").Sum(a => (double)a["residenti"]!));
            JsonNode[] budget = [.. (await JsonAsync(address, "budget"))["rows"]!.AsArray().Select(r => r!)];
            ((decimal)total["libero_eur"]!).ShouldBe(budget.Sum(b => (decimal)b["libero_eur"]!));
        }

        // One Spoke comes and one goes; the Hub is open 20 hours of the week now.
        JsonNode network = meta["reti"]!.AsArray().ShouldHaveSingleItem()!;
        Cells(network, "network_id", "spoke_prima", "spoke_dopo", "spoke_massimo", "contributo_eur", "tetto_eur").ShouldBe("BG01|4|4|8|65000|70000.00");
        Cells(meta["fondo"]!.AsArray().ShouldHaveSingleItem(), "ats", "spoke_in_piu", "costo_spoke_eur").ShouldBe("Bergamo|0|0");

        string[] known = [.. await OutcomesAsync(store.Path)], then = [.. await OutcomesAsync(changed)];
        meta["rilievi"]!.AsArray().Select(r => $"{r!["regola"]} {r["livello"]} {r["codice"]} {r["esito_dopo"]}").Order(StringComparer.Ordinal)
            .ShouldBe(then.Except(known, StringComparer.Ordinal)
                .Concat(known.Except(then, StringComparer.Ordinal).Where(k => !then.Any(t => t.StartsWith(k[..k.LastIndexOf(' ')] + " ", StringComparison.Ordinal)))
                .Select(k => k[..k.LastIndexOf(' ')] + " ")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_address_answers_what_the_verb_answers_and_the_store_stays()
    {
        byte[] stored = await File.ReadAllBytesAsync(store.Path, TestContext.Current.CancellationToken);
        string file = store.Sibling("prova.json");
        await File.WriteAllTextAsync(file, Example, TestContext.Current.CancellationToken);
        RunningService service = await store.ServiceAsync();
        using HttpResponseMessage response = await PostAsync(service, "/api/v1/what-if?limit=15", Example);
        JsonNode posted = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        JsonObject verb = await JsonAsync(store.Path, "what-if", "--changes", file, "--limit", "15");

        posted["rows"]!.ToJsonString().ShouldBe(verb["rows"]!.ToJsonString());
        foreach (string part in (string[])["totali", "aree", "reti", "fondo", "fotografia", "avvertenze"])
            posted["meta"]![part]!.ToJsonString().ShouldBe(verb["meta"]![part]!.ToJsonString());
        posted["meta"]!["avvertenze"]!.AsArray().Select(a => (string)a!).ShouldContain("È una prova: nulla è scritto nell'archivio.", StringComparer.Ordinal);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await File.ReadAllBytesAsync(store.Path, TestContext.Current.CancellationToken)).ShouldBe(stored);
    }

    [Fact]
    public async Task Without_changes_nothing_changes_and_only_what_changes_may_be_asked_for()
    {
        JsonObject nothing = await JsonAsync(store.Path, "what-if", "--changed");

        nothing["rows"]!.AsArray().ShouldBeEmpty();
        nothing["meta"]!["aree"]!.AsArray().ShouldBeEmpty();
        (await JsonAsync(store.Path, "what-if", "--changes", """[{"op":"close","id":"BG01-S2"}]""", "--changed"))["rows"]!.AsArray()
            .Select(r => (bool)r!["cambia"]!).Distinct().ShouldBe([true]);
    }

    [Fact]
    public async Task Hours_count_where_a_moment_of_the_week_is_asked_for()
    {
        const string evening = """[{"op":"change","id":"BG01-H","opening_hours":"Mo-Su 20:00-22:00"}]""";
        JsonArray always = (await JsonAsync(store.Path, "what-if", "--changes", evening, "--changed"))["rows"]!.AsArray(),
            late = (await JsonAsync(store.Path, "what-if", "--changes", evening, "--changed", "--at", "dom 21"))["rows"]!.AsArray();

        always.ShouldBeEmpty();
        late.ShouldNotBeEmpty();
        late.Select(r => (string)r!["sede_dopo"]!).Distinct(StringComparer.Ordinal).ShouldBe(["BG01-H"]);
    }

    [Fact]
    public async Task Where_nothing_is_known_nothing_is_told_until_a_sede_is_there()
    {
        const string trial = """[{"op":"add","id":"N1","role":"spoke","pro_com_t":"016024"}]""";
        JsonObject answer = await JsonAsync(await store.OfOneAtsAsync(), "what-if", "--changes", trial, "--sedi", "mie");
        JsonNode bergamo = answer["rows"]!.AsArray().Single(r => (string)r!["pro_com_t"]! == "016024")!;
        JsonNode brescia = answer["rows"]!.AsArray().Single(r => (string)r!["pro_com_t"]! == "017029")!;

        Cells(bergamo, "minuti_prima", "sede_prima", "oltre_limite_prima", "sede_dopo", "oltre_limite_dopo", "elenco_incompleto").ShouldBe("|||N1|false|true");
        Cells(brescia, "minuti_prima", "minuti_dopo", "sede_dopo", "oltre_limite_dopo").ShouldBe("|||");
        JsonNode ambito = answer["meta"]!["aree"]!.AsArray().Single(a => (string)a!["livello"]! == "ambito" && (string)a["codice"]! == "bergamo")!;
        Cells(ambito, "nome", "verdetto_prima", "verdetto_dopo", "spoke_prima", "spoke_dopo").ShouldBe("Bergamo|NON_CARICATO|SEDE||1");
    }

    [Theory]
    [InlineData("""{"op":"add","id":"BG01-H","role":"spoke","pro_com_t":"016024"}""", "modifica 1 (BG01-H), id", "c'è già")]
    [InlineData("""{"op":"close","id":"BG01-S22"}""", "modifica 1 (BG01-S22), id", "forse «BG01-S2»")]
    [InlineData("""{"op":"close","id":"BG01-S2"},{"op":"move","id":"BG01-S2","pro_com_t":"016024"}""", "modifica 2 (BG01-S2), id", "è già nella modifica 1")]
    [InlineData("""{"op":"add","id":"N1","role":"spoke","lon":7.68,"lat":45.07}""", "modifica 1 (N1), lon", "fuori dalla Lombardia")]
    [InlineData("""{"op":"move","id":"BG01-S1","lon":45.69,"lat":9.66}""", "modifica 1 (BG01-S1), lon", "scambiate (scambiate cadono in Bergamo)")]
    [InlineData("""{"op":"move","id":"BG01-S1","lon":9.66,"lat":45.69,"pro_com_t":"017029"}""", "modifica 1 (BG01-S1), lon", "il punto cade in Bergamo (016024)")]
    [InlineData("""{"op":"move","id":"BG01-S1","lon":9.66}""", "modifica 1 (BG01-S1), lat", "manca il valore di «lat»")]
    [InlineData("""{"op":"move","id":"BG01-S1"}""", "modifica 1 (BG01-S1)", "non dice dove va la sede")]
    [InlineData("""{"op":"add","id":"N1","role":"capofila di tutti","pro_com_t":"016024"}""", "modifica 1 (N1), role", "«capofila di tutti» non è un valore di «role»")]
    [InlineData("""{"op":"add","id":"N1","role":"spoke","network_id":"BG99","pro_com_t":"016024"}""", "modifica 1 (N1), network_id", "la rete «BG99» non è fra le reti")]
    [InlineData("""{"op":"add","id":"N1","role":"spoke","pro_com_t":"999999"}""", "modifica 1 (N1), pro_com_t", "999999")]
    [InlineData("""{"op":"change","id":"BG01-H","opening_hours":"quando capita"}""", "modifica 1 (BG01-H), opening_hours", "«quando capita»")]
    [InlineData("""{"op":"change","id":"BG01-H","orari":"lun 9-12"}""", "modifica 1 (BG01-H), orari", "campo sconosciuto")]
    [InlineData("""{"op":"close","id":"BG01-H","status":"closed"}""", "modifica 1 (BG01-H), status", "con op close questo campo non si dice")]
    [InlineData("""{"op":"apri","id":"BG01-H"}""", "modifica 1, op", "«apri» non è un'operazione")]
    [InlineData("""{"op":"close"}""", "modifica 1, id", "manca l'identificativo")]
    [InlineData("3", "modifica 1", "non è un oggetto")]
    public async Task What_cannot_be_is_refused_with_the_change_the_field_the_reason_and_the_cure(string change, string field, string reason)
    {
        string body = $$"""{"changes":[{{change}}]}""";
        using HttpResponseMessage response = await PostAsync(await store.ServiceAsync(), "/api/v1/what-if", body);
        JsonNode problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        using StringWriter error = new();
        int code = await CommandLine.RunAsync(["what-if", "--store", store.Path, "--changes", body], TextWriter.Null, error);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        ((string)problem["campo"]!).ShouldBe(field);
        ((string)problem["detail"]!).ShouldContain(reason);
        ((string)problem["rimedio"]!).ShouldNotBeEmpty();
        code.ShouldBe(2);
        error.ToString().ShouldBe($"Errore: {(string)problem["detail"]!}{Environment.NewLine}Rimedio: {(string)problem["rimedio"]!}{Environment.NewLine}");
    }

    [Fact]
    public async Task Every_change_that_cannot_be_is_named_at_once()
    {
        using HttpResponseMessage response = await PostAsync(await store.ServiceAsync(), "/api/v1/what-if",
            """{"changes":[{"op":"close","id":"A"},{"op":"add","id":"N1","role":"spoke","lon":7.68,"lat":45.07},{"op":"close","id":"BG01-S2"}]}""");

        JsonNode problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        ((string)problem["detail"]!).ShouldContain("modifica 1 (A), id: ");
        ((string)problem["detail"]!).ShouldContain("Inoltre, modifica 2 (N1), lon: il punto 7.68, 45.07 è fuori dalla Lombardia.");
    }

    [Theory]
    [InlineData("{", "contenuto", "non è JSON")]
    [InlineData("[]", "contenuto", "non è un oggetto JSON")]
    [InlineData("""{"modifiche":[]}""", "modifiche", "parametro sconosciuto")]
    [InlineData("""{"changes":[{"op":"close","id":"A","id":"B"}]}""", "contenuto", "c'è due volte")]
    [InlineData("""{"changes":{"op":"close"}}""", "changes", "manca l'elenco delle modifiche")]
    [InlineData("""{"changes":[],"limit":20}""", "limit", "più di una volta")]
    public async Task A_body_that_is_no_question_is_refused(string body, string field, string reason)
    {
        using HttpResponseMessage response = await PostAsync(await store.ServiceAsync(), "/api/v1/what-if?limit=15", body);
        JsonNode problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ((string)problem["campo"]!).ShouldBe(field);
        ((string)problem["detail"]!).ShouldContain(reason);
    }

    [Fact]
    public async Task A_body_may_be_long()
    {
        RunningService service = await store.ServiceAsync();
        string many = string.Join(',', Enumerable.Range(0, 400).Select(i => $$"""{"op":"add","id":"N{{i}}","role":"spoke","pro_com_t":"016024"}"""));
        using HttpResponseMessage long1 = await PostAsync(service, "/api/v1/what-if?changed=si", $$"""{"changes":[{{many}}]}""");

        long1.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Candidates_may_be_posted_too()
    {
        const string places = """[{"id":"S1","lon":9.7,"lat":45.7}]""";
        RunningService service = await store.ServiceAsync();
        using HttpResponseMessage posted = await PostAsync(service, "/api/v1/suggestions?ats=Bergamo", $$"""{"candidati":{{places}}}""");
        JsonNode answer = JsonNode.Parse(await posted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        answer["rows"]!.ToJsonString().ShouldBe((await service.RowsAsync($"/api/v1/suggestions?ats=Bergamo&candidati={Uri.EscapeDataString(places)}")).ToJsonString());
    }

    private async Task<string> ImportedAsync()
    {
        string copy = store.Copy(), folder = Path.ChangeExtension(copy, ".files");
        Directory.CreateDirectory(folder);
        foreach ((string file, string rows) in _imported)
            await File.WriteAllTextAsync(Path.Combine(folder, file), rows, TestContext.Current.CancellationToken);
        Outcome outcome = await CoverageProgram.RunAsync(copy, "import", folder, "--as", "sedi");
        outcome.ExitCode.ShouldBe(0, outcome.Output + outcome.Error);
        return copy;
    }

    private static Task<HttpResponseMessage> PostAsync(RunningService service, string address, string body) =>
        service.Client.PostAsync(new Uri(address, UriKind.Relative), new StringContent(body, System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

    internal static string Cells(JsonNode? row, params string[] names) => string.Join('|', names.Select(n => row![n]?.ToJsonString().Trim('"')));

    private static async Task<IEnumerable<string>> VerdictsAsync(string address) => (await JsonAsync(address, "check", "--level", "all"))["rows"]!.AsArray()
        .Select(r => $"{r!["livello"]} {r["codice"]} {r["verdetto"]}");

    private static async Task<IEnumerable<string>> OutcomesAsync(string address) => (await JsonAsync(address, "findings"))["rows"]!.AsArray()
        .Select(r => $"{r!["regola"]} {r["livello"]} {r["codice"]} {r["esito"]}").Distinct(StringComparer.Ordinal);

    internal static async Task<JsonObject> JsonAsync(string address, params string[] arguments)
    {
        await using StringWriter output = new(), error = new();
        (await CommandLine.RunAsync([.. arguments, "--store", address, "--format", "json"], output, error)).ShouldBe(0, error.ToString());
        return JsonNode.Parse(output.ToString())!.AsObject();
    }
}
