using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>The figures of the shipped data, as anybody gets them over HTTP.</summary>
public sealed class AnswersTests(FilledStore store) : IAsyncLifetime
{
    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await store.ServiceAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Of_91_Ambiti_71_have_a_sede_3_only_a_competence_and_17_nothing()
    {
        JsonArray rows = await _service.RowsAsync("/api/v1/coverage?level=ambito");

        rows.Count.ShouldBe(91);
        rows.Select(r => (string)r!["verdetto"]!).CountBy(v => v, StringComparer.Ordinal).Select(v => $"{v.Value} {v.Key}")
            .ShouldBe(["71 SEDE", "3 COMPETENZA", "17 SCOPERTO"], ignoreOrder: true);
    }

    [Fact]
    public async Task With_the_known_centres_no_Ambito_is_uncovered_because_the_list_is_not_complete()
    {
        JsonArray rows = await _service.RowsAsync("/api/v1/coverage?level=ambito&sedi=note");

        rows.Select(r => (string)r!["verdetto"]!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ShouldBe(["NON_CARICATO", "SEDE"]);
        rows.ShouldAllBe(r => !(bool)r!["dimostrativo"]!);
    }

    [Theory]
    [InlineData("/api/v1/sites?sedi=note")]
    [InlineData("/api/v1/catchments?sedi=note")]
    [InlineData("/api/v1/fragility?sedi=note")]
    public async Task A_role_that_no_source_says_is_one_word_everywhere(string address) =>
        (await _service.RowsAsync(address)).Select(r => (string)r!["role"]!).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).ShouldBe(["hub", "non_dichiarato", "spoke"]);

    [Theory]
    [InlineData("/api/v1/coverage?level=ambito")]
    [InlineData("/api/v1/coverage?level=distretto")]
    [InlineData("/api/v1/coverage?level=ats")]
    [InlineData("/api/v1/gaps?by=comune")]
    [InlineData("/api/v1/gaps?by=ambito")]
    [InlineData("/api/v1/gaps?by=distretto")]
    [InlineData("/api/v1/gaps?by=ats")]
    [InlineData("/api/v1/gaps?by=regione")]
    [InlineData("/api/v1/budget")]
    public async Task Residents_sum_to_9950742_at_every_level(string address) =>
        (await _service.RowsAsync(address)).Sum(r => (double)r!["residenti"]!).ShouldBe(9_950_742);

    [Fact]
    public async Task The_allocation_sums_to_the_fund_to_the_cent() =>
        (await _service.RowsAsync("/api/v1/budget")).Sum(r => (decimal)r!["assegnazione_eur"]!).ShouldBe(6_532_000.00m);

    [Fact]
    public async Task A_sede_tells_its_hours_as_they_are_declared_and_as_they_are_read()
    {
        JsonArray rows = await _service.RowsAsync("/api/v1/sites");

        rows.Select(r => ((string?)r!["opening_hours"], (string?)r["orario_letto"])).ShouldContain(("Tu,Th 09:00-12:00; We 15:00-18:00", "mar, gio 9-12; mer 15-18"));
        (await _service.RowsAsync("/api/v1/sites?sedi=note")).Where(r => r!["opening_hours"] is not null).ShouldAllBe(r => r!["orario_letto"] == null);
    }

    [Theory]
    [InlineData("/api/v1/coverage", "livello,codice,nome,ats,verdetto,residenti,hub,spoke,fonte_stato,dimostrativo,motivo")]
    [InlineData("/api/v1/gaps", "livello,codice,nome,ats,residenti,minuti_medi,minuti_mediana,minuti_p90,minuti_max,km_medi,"
        + "residenti_oltre_limite,quota_oltre_limite_pct,comuni_oltre_limite,viaggio")]
    [InlineData("/api/v1/suggestions", "tipo,pro_com_t,comune,ambito,distretto,ats,rete,residenti_guadagnati,minuti_risparmiati,motivo,clausola")]
    [InlineData("/api/v1/budget", "ats,residenti,assegnazione_eur,parte_uguale_eur,parte_residenti_eur,progetti_al_tetto,residuo_eur")]
    [InlineData("/api/v1/sites", "site_id,name,role,network_id,manager_kind,comune,pro_com_t,lon,lat,opening_hours,wheelchair,spaces,services,declared_ambiti,status,"
        + "address,phone,email,web,operators,staff,protocols,service_charter")]
    [InlineData("/api/v1/networks", "network_id,name,ats,manager_kind,contribution_eur,months,caregiver_action,acceptance_date,start_date,end_date,extension_date,"
        + "partners,partner_count")]
    public async Task Rows_begin_with_the_columns_that_scripts_rely_on(string address, string columns)
    {
        string[] promised = columns.Split(',');
        JsonObject row = (await _service.RowsAsync(address))[0]!.AsObject();

        row.Select(p => p.Key).Take(promised.Length).ShouldBe(promised);
    }

    [Theory]
    [InlineData("/api/v1/coverage?f=csv")]
    [InlineData("/api/v1/gaps?f=csv")]
    public async Task A_csv_has_no_column_of_boundaries(string address) =>
        (await _service.Client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken))
            .Split('\n')[0].Split(',').ShouldNotContain("wkt", StringComparer.Ordinal);

    [Theory]
    [InlineData("/api/v1/coverage?level=all", "codice")]
    [InlineData("/api/v1/gaps?by=comune", "pro_com_t")]
    [InlineData("/api/v1/gaps?by=distretto", "codice")]
    [InlineData("/api/v1/suggestions?level=entrambi", "pro_com_t")]
    [InlineData("/api/v1/sites", "site_id")]
    [InlineData("/api/v1/networks", "network_id")]
    public async Task Rows_are_sorted_ordinally_by_their_key(string address, string key)
    {
        string[] keys = [.. (await _service.RowsAsync(address)).Select(r => (string)r![key]!)];

        keys.ShouldBe(keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_uncovered_Ambito_gets_one_proposal()
    {
        JsonArray uncovered = [.. (await _service.RowsAsync("/api/v1/coverage?level=ambito")).Where(r => (string)r!["verdetto"]! != "SEDE").Select(r => r!["codice"]!.DeepClone())];
        JsonNode answer = await _service.JsonAsync("/api/v1/suggestions?level=ambito");

        answer["rows"]!.AsArray().Select(r => (string)r!["unita_codice"]!).Order(StringComparer.Ordinal)
            .ShouldBe(uncovered.Select(c => (string)c!).Order(StringComparer.Ordinal));
        ((string)answer["meta"]!["certificate"]!["status"]!).ShouldBe("optimal");
    }

    [Fact]
    public async Task The_meta_says_what_the_figures_rest_on_and_that_they_are_estimated_and_made_up()
    {
        JsonNode meta = (await _service.JsonAsync("/api/v1/gaps"))["meta"]!;

        ((string)meta["fotografia"]!["hash"]!).Length.ShouldBe(64);
        ((string)meta["regole"]!["id"]!).ShouldBe("dgr-xii-1507-2023");
        ((bool)meta["sedi"]!["dimostrativo"]!).ShouldBeTrue();
        ((string)meta["viaggio"]!["fonte"]!).ShouldBe("stima");
        ((double)meta["viaggio"]!["errore_medio_minuti"]!).ShouldBeLessThan(3.5);
        ((string)meta["domanda"]!["descrizione"]!).ShouldContain("un punto per comune");
        meta["avvertenze"]!.AsArray().Select(w => (string)w!).ShouldContain(w => w.Contains("inventate"));
    }

    [Fact]
    public async Task A_filter_by_ATS_takes_its_name_in_any_case_and_leaves_the_others_out() =>
        (await _service.RowsAsync("/api/v1/gaps?by=ambito&ats=val%20padana")).Select(r => (string)r!["ats"]!).Distinct(StringComparer.Ordinal).ShouldBe(["Val Padana"]);

    [Fact]
    public async Task One_limit_for_all_leaves_nobody_beyond_when_it_is_long_enough() =>
        (await _service.RowsAsync("/api/v1/gaps?by=regione&limit=600")).Single()!["residenti_oltre_limite"]!.GetValue<double>().ShouldBe(0);

    [Theory]
    [InlineData("?f=geojson", "*/*", "application/geo+json")]
    [InlineData("", "application/geo+json", "application/geo+json")]
    [InlineData("", "text/csv", "text/csv")]
    [InlineData("", "text/html, */*;q=0.8", "application/json")]
    public async Task The_format_is_asked_for_by_parameter_or_by_Accept(string query, string accept, string expected)
    {
        using HttpResponseMessage response = await _service.GetAsync("/api/v1/coverage" + query, ("Accept", accept));

        response.Content.Headers.ContentType!.MediaType.ShouldBe(expected);
    }

    [Theory]
    [InlineData("/api/v1/coverage?level=all&f=geojson", 91 + 76 + 8)]
    [InlineData("/api/v1/gaps?by=comune&f=geojson", 1504)]
    [InlineData("/api/v1/gaps?by=regione&f=geojson", 1)]
    public async Task Every_level_has_its_geometry(string address, int features)
    {
        JsonArray all = (await _service.JsonAsync(address))["features"]!.AsArray();

        all.Count.ShouldBe(features);
        all.ShouldAllBe(f => f!["geometry"] != null);
    }

    [Fact]
    public async Task What_a_client_already_has_is_not_sent_again()
    {
        using HttpResponseMessage first = await _service.GetAsync("/api/v1/coverage?level=ats");
        string tag = first.Headers.ETag!.ToString();
        using HttpResponseMessage again = await _service.GetAsync("/api/v1/coverage?level=ats", ("If-None-Match", tag));
        using HttpResponseMessage other = await _service.GetAsync("/api/v1/coverage?level=ambito", ("If-None-Match", tag));

        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_API_document_describes_every_resource_and_the_columns_of_its_rows()
    {
        JsonNode document = await _service.JsonAsync("/openapi/v1.json");

        document["paths"]!.AsObject().Select(p => p.Key).ShouldBe(
            ["/api/v1/coverage", "/api/v1/gaps", "/api/v1/week", "/api/v1/measures", "/api/v1/catchments", "/api/v1/suggestions", "/api/v1/curve",
                "/api/v1/searches/{id}", "/api/v1/searches/{id}/result", "/api/v1/admin/searches", "/api/v1/admin/searches/{id}", "/api/v1/fragility",
                "/api/v1/budget", "/api/v1/rimodulazione", "/api/v1/findings", "/api/v1/assetto", "/api/v1/dotazioni", "/api/v1/exceptions", "/api/v1/compare",
                "/api/v1/what-if", "/api/v1/sites", "/api/v1/networks", "/api/v1/declarations", "/api/v1/matrix", "/api/v1/isochrones", "/api/v1/main-roads",
                "/api/v1/places", "/api/v1/info", "/api/v1/table", "/api/v1/import-preview", "/api/v1/pacchetto", "/health/live", "/health/ready",
                "/api/v1/scenarios", "/api/v1/scenarios/compare", "/api/v1/scenarios/{id}", "/api/v1/scenarios/{id}/conflicts", "/api/v1/scenarios/{id}/apply",
                "/api/v1/scenarios/{id}/archive", "/api/v1/runs", "/api/v1/runs/compare", "/api/v1/runs/{id}", "/api/v1/runs/{id}/content",
                "/api/v1/runs/{id}/results/{name}", "/api/v1/runs/{id}/publish", "/api/v1/runs/{id}/decisions", "/api/v1/runs/{id}/decisions/{number}",
                "/api/v1/runs/{id}/dossier", "/api/v1/runs/{id}/verbale", "/api/v1/decisions", "/api/v1/audit", "/api/v1/audit/verify",
                "/api/v1/me", "/api/v1/import", "/api/v1/sites/{id}", "/api/v1/networks/{id}", "/api/v1/memberships/{id}", "/api/v1/links", "/api/v1/links/{id}",
                "/api/v1/rules", "/api/v1/rules/{id}"],
            ignoreOrder: true);
        JsonNode schemas = document["components"]!["schemas"]!;
        JsonNode verdict = schemas["CoverageRow"]!["properties"]!["verdetto"]!;
        ((string)verdict["description"]!).ShouldContain("SCOPERTO");
        verdict["enum"]!.AsArray().Select(v => (string)v!).ShouldBe(["SEDE", "COMPETENZA", "SCOPERTO", "NON_CARICATO"]);
        ((string)verdict["examples"]![0]!).ShouldBe("SEDE");
        foreach ((string name, JsonNode? form) in schemas.AsObject().Where(s => s.Key.EndsWith("Row", StringComparison.Ordinal)))
            form!["required"]!.AsArray().Count.ShouldBe(form["properties"]!.AsObject().Count, name);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/docs/index.html")]
    [InlineData("/")]
    public async Task Health_pages_and_the_API_page_answer(string address)
    {
        using HttpResponseMessage response = await _service.GetAsync(address);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
