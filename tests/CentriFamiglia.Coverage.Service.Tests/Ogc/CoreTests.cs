using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Cli;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc;

/// <summary>OGC API - Features - Part 1, conformance class Core: a test for each of the abstract ones, under its name (<c>/conf/core/…</c>).</summary>
public sealed class CoreTests(FilledStore store) : IAsyncLifetime
{
    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await store.ServiceAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("GET", HttpStatusCode.OK)]
    [InlineData("HEAD", HttpStatusCode.OK)]
    [InlineData("PUT", HttpStatusCode.MethodNotAllowed)]
    public async Task Http(string method, HttpStatusCode expected)
    {
        using HttpResponseMessage response = await _service.SendAsync(new HttpMethod(method), "/ogc/collections/ats/items");
        response.StatusCode.ShouldBe(expected);
        response.Version.ShouldBe(HttpVersion.Version11);
    }

    [Fact]
    public async Task Crs84()
    {
        JsonNode all = await _service.OgcAsync("/collections/sedi/items", ("limit", "1000"));
        JsonNode[] places = [.. all["features"]!.AsArray().Select(f => f!["geometry"]!["coordinates"]!)];

        places.ShouldAllBe(p => (double)p[0]! > 8.4 && (double)p[0]! < 11.5 && (double)p[1]! > 44.6 && (double)p[1]! < 46.7);
    }

    [Theory]
    [InlineData("/ogc")]
    [InlineData("/ogc/")]
    public async Task Root_op_and_root_success(string address)
    {
        using HttpResponseMessage response = await _service.GetAsync(address, ("Accept", "application/json"));
        JsonNode landing = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        OgcService.Faults(landing, "landingPage").ShouldBeEmpty();
        foreach (string relation in (string[])["self", "alternate", "service-desc", "service-doc", "conformance", "data"])
            OgcService.Links(landing, relation).Length.ShouldBe(1, relation);
    }

    [Fact]
    public async Task Api_definition_op_and_api_definition_success()
    {
        JsonNode landing = await _service.OgcAsync("");
        using HttpResponseMessage definition = await _service.GetAsync(new Uri(OgcService.Links(landing, "service-desc").Single()).PathAndQuery);
        using HttpResponseMessage words = await _service.GetAsync(new Uri(OgcService.Links(landing, "service-doc").Single()).PathAndQuery);

        definition.Content.Headers.ContentType!.ToString().ShouldBe("application/vnd.oai.openapi+json; version=3.0");
        words.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }

    [Fact]
    public async Task Conformance_op_and_conformance_success()
    {
        JsonNode conformance = await _service.OgcAsync("/conformance");

        OgcService.Faults(conformance, "confClasses").ShouldBeEmpty();
        conformance["conformsTo"]!.AsArray().Select(c => (string)c!).ShouldBe(
            [
                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
                "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
                "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
                "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables-query-parameters",
                "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter",
                "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
                "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
                "http://www.opengis.net/spec/cql2/1.0/conf/cql2-json",
                "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
                "http://www.opengis.net/spec/cql2/1.0/conf/advanced-comparison-operators",
                "http://www.opengis.net/spec/cql2/1.0/conf/case-insensitive-comparison",
                "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions",
                "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions-plus",
                "http://www.opengis.net/spec/cql2/1.0/conf/spatial-functions",
                "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
                "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
                "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list",
                "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/geodata-tilesets",
                "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt",
                "http://www.opengis.net/spec/tms/2.0/conf/json-tilematrixset",
                "http://www.opengis.net/spec/tms/2.0/conf/json-tilesetmetadata",
                "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/core",
                "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/ogc-process-description",
                "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/json",
                "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/html",
                "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/oas30",
                "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/job-list",
                "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/dismiss",
            ]);
    }

    [Fact]
    public async Task Fc_md_op_and_fc_md_success_and_fc_md_links()
    {
        JsonNode collections = await _service.OgcAsync("/collections");

        OgcService.Faults(collections, "collections").ShouldBeEmpty();
        OgcService.Links(collections, "self").Single().ShouldEndWith("/ogc/collections?f=json");
        OgcService.Links(collections, "alternate").Single().ShouldEndWith("/ogc/collections?f=html");
        collections["collections"]!.AsArray().Select(c => (string)c!["id"]!).Take(12).ShouldBe(
            ["comuni", "ambiti", "distretti", "ats", "sedi", "reti", "copertura-ambiti", "copertura-distretti", "copertura-ats", "lacune", "lacune-ambito", "lacune-distretto"]);
        collections["collections"]!.AsArray().Select(c => (string)c!["id"]!).ShouldContain("proposte", StringComparer.Ordinal);
    }

    [Fact]
    public async Task Fc_md_items_and_fc_md_items_links_and_fc_md_extent()
    {
        foreach (JsonNode? collection in (await _service.OgcAsync("/collections"))["collections"]!.AsArray())
        {
            string id = (string)collection!["id"]!;
            string[] types = [.. collection["links"]!.AsArray().Where(l => (string)l!["rel"]! == "items").Select(l => (string)l!["type"]!)];
            types.ShouldBe(["application/geo+json", "text/html"], id);
            collection["links"]!.AsArray().ShouldAllBe(l => l!["type"] != null);
            double[] box = [.. collection["extent"]!["spatial"]!["bbox"]![0]!.AsArray().Select(n => (double)n!)];
            box.ShouldBe([8.498, 44.679, 11.428, 46.636], id);
            ((string)collection["attribution"]!).ShouldContain("Istat");
            ((string)collection["description"]!).ShouldContain("Versione dei dati");
        }
    }

    [Theory]
    [MemberData(nameof(OgcService.Collections), MemberType = typeof(OgcService))]
    public async Task Sfc_md_op_and_sfc_md_success(string id)
    {
        JsonNode alone = await _service.OgcAsync($"/collections/{id}");
        JsonNode listed = (await _service.OgcAsync("/collections"))["collections"]!.AsArray().Single(c => (string)c!["id"]! == id)!;

        OgcService.Faults(alone, "collection").ShouldBeEmpty();
        alone.ToJsonString().ShouldBe(listed.ToJsonString());
        ((string)alone["description"]!).ShouldNotMatch(@"\d\d:\d\d:\d\d", "the moment of the answer is no part of what a collection is");
    }

    [Theory]
    [MemberData(nameof(OgcService.Collections), MemberType = typeof(OgcService))]
    public async Task Fc_op_and_fc_response_and_fc_links_and_fc_timeStamp_and_fc_numberMatched_and_fc_numberReturned(string id)
    {
        JsonNode page = await _service.ItemsAsync(id, ("limit", "7"));

        OgcService.Faults(page, "featureCollectionGeoJSON").ShouldBeEmpty();
        ((int)page["numberReturned"]!).ShouldBe(page["features"]!.AsArray().Count);
        ((int)page["numberMatched"]!).ShouldBe((await _service.IdsAsync(id)).Length);
        DateTimeOffset.Parse((string)page["timeStamp"]!).ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(10));
        OgcService.Links(page, "self").Single().ShouldEndWith($"/ogc/collections/{id}/items?limit=7&f=json");
        OgcService.Links(page, "alternate")[0].ShouldEndWith($"/ogc/collections/{id}/items?limit=7&f=html");
        ((string)page["meta"]!["fotografia"]!["hash"]!).Length.ShouldBe(64);
        ((string)page["meta"]!["regole"]!["id"]!).ShouldBe("dgr-xii-1507-2023");
    }

    [Fact]
    public async Task Fc_bbox_definition_and_fc_bbox_response()
    {
        string[] all = await _service.IdsAsync("sedi");
        JsonNode inside = await _service.ItemsAsync("sedi", ("bbox", "9.5,45.5,10,46"), ("limit", "1000"));
        JsonNode[] places = [.. inside["features"]!.AsArray().Select(f => f!["geometry"]!["coordinates"]!)];
        JsonNode everything = await _service.ItemsAsync("sedi", ("limit", "1000"));
        string[] counted = [.. everything["features"]!.AsArray()
            .Where(f => (double)f!["geometry"]!["coordinates"]![0]! is >= 9.5 and <= 10 && (double)f["geometry"]!["coordinates"]![1]! is >= 45.5 and <= 46)
                .Select(f => (string)f!["id"]!)];

        OgcService.Ids(inside).ShouldBe(counted);
        places.Length.ShouldBeInRange(1, all.Length - 1);
        (await _service.IdsAsync("sedi", ("bbox", "9.5,45.5,0,10,46,3000"))).ShouldBe(counted);
    }

    [Theory]
    [InlineData("170,45,-170,46", 0)]
    [InlineData("9,45,-170,46.5", 1)]
    public async Task Fc_bbox_over_the_antimeridian_is_two_boxes(string box, int least) =>
        Math.Min(1, (await _service.IdsAsync("sedi", ("bbox", box))).Length).ShouldBe(least);

    [Theory]
    [InlineData("1", 1)]
    [InlineData("100", 100)]
    [InlineData("1504", 1504)]
    [InlineData("1000000000", 1504)]
    public async Task Fc_limit_definition_and_fc_limit_response(string limit, int returned)
    {
        JsonNode page = await _service.ItemsAsync("comuni", ("limit", limit));

        ((int)page["numberReturned"]!).ShouldBe(returned);
        ((int)page["numberMatched"]!).ShouldBe(1504);
        OgcService.Links(page, "next").Length.ShouldBe(returned < 1504 ? 1 : 0);
    }

    [Theory]
    [InlineData("2024-06-30T00:00:00Z")]
    [InlineData("2024-06-30")]
    [InlineData("2024-01-01T00:00:00Z/2024-12-31T23:59:59Z")]
    [InlineData("../2024-12-31T00:00:00Z")]
    [InlineData("2024-12-31T00:00:00Z/")]
    public async Task Fc_time_definition_and_fc_time_response(string time)
    {
        // Boundaries have no time: they are there at every.
        (await _service.IdsAsync("ambiti", ("datetime", time))).Length.ShouldBe(91);
        (await _service.IdsAsync("sedi", ("datetime", time))).Length.ShouldBe(196);
    }

    [Fact]
    public async Task Query_param_unknown()
    {
        (await _service.RefusedAsync("/ogc/collections/ats/items?boh=1")).ShouldBe(("boh: parametro sconosciuto.", "boh"));
        (await _service.RefusedAsync("/ogc/collections/ats?limit=1")).Field.ShouldBe("limit");
        (await _service.RefusedAsync("/ogc?boh=1")).Field.ShouldBe("boh");
        (await _service.RefusedAsync("/ogc/collections/ats/items/brescia?limit=1")).Field.ShouldBe("limit");
    }

    [Fact]
    public async Task Query_param_invalid()
    {
        (await _service.RefusedAsync("/ogc/collections/ats/items?limit=dieci")).Field.ShouldBe("limit");
        (await _service.RefusedAsync("/ogc/collections/ats/items?datetime=ieri")).Field.ShouldBe("datetime");
        (await _service.RefusedAsync("/ogc/collections/ats/items?bbox=1,2,3")).Field.ShouldBe("bbox");
        (await _service.RefusedAsync("/ogc?f=xml")).Field.ShouldBe("f");
    }

    [Theory]
    [MemberData(nameof(OgcService.Collections), MemberType = typeof(OgcService))]
    public async Task F_op_and_f_success_and_f_links(string id)
    {
        JsonNode page = await _service.ItemsAsync(id, ("limit", "1"));
        JsonNode listed = page["features"]![0]!;
        string feature = (string)listed["id"]!;
        using HttpResponseMessage response = await _service.GetAsync(OgcService.Address($"/collections/{id}/items/{Uri.EscapeDataString(feature)}"));
        JsonNode alone = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/geo+json");
        OgcService.Faults(alone, "featureGeoJSON").ShouldBeEmpty();
        alone["properties"]!.ToJsonString().ShouldBe(listed["properties"]!.ToJsonString());
        alone["geometry"]!.ToJsonString().ShouldBe(listed["geometry"]!.ToJsonString());
        foreach (string relation in (string[])["self", "alternate", "collection"])
            OgcService.Links(alone, relation).Length.ShouldBe(1, relation);
    }

    [Fact]
    public async Task An_id_with_a_slash_or_a_sign_is_found_where_its_link_leads()
    {
        string copy = store.Copy(), file = store.Sibling("barra.csv"), place = "016024,9.66991,45.69495,5";
        await File.WriteAllTextAsync(file, $"id,pro_com_t,lon,lat,residenti\na/b,{place}\nc d+%2F,{place}\n", TestContext.Current.CancellationToken);
        using var error = new StringWriter();
        (await CommandLine.RunAsync(["import", file, "--as", "punti", "--store", copy], TextWriter.Null, error)).ShouldBe(0, error.ToString());
        await using RunningService service = await RunningService.StartAsync(copy);

        string[] ids = await service.IdsAsync("punti", ("pro_com_t", "016024"));
        ids.ShouldBe(["a/b", "c d+%2F"]);
        foreach (string id in ids)
        {
            JsonNode alone = await service.OgcAsync($"/collections/punti/items/{Uri.EscapeDataString(id)}");
            ((string)alone["id"]!).ShouldBe(id);
            (await service.JsonAsync(new Uri(OgcService.Links(alone, "self").Single()).PathAndQuery))["id"]!.ToString().ShouldBe(id);
        }

        ((string)(await service.OgcAsync("/collections/comuni/items/016024/"))["id"]!).ShouldBe("016024");
    }

    [Theory]
    [InlineData("/ogc/collections/boh", "collectionId")]
    [InlineData("/ogc/collections/boh/items", "collectionId")]
    [InlineData("/ogc/collections/ats/items/boh", "featureId")]
    [InlineData("/ogc/collections/ats/items/a%2Fb", "featureId")]
    public async Task What_there_is_not_is_404_with_its_cure(string address, string field)
    {
        using HttpResponseMessage response = await _service.GetAsync(address);
        JsonNode problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        ((string)problem["campo"]!).ShouldBe(field);
        ((string)problem["rimedio"]!).ShouldNotBeEmpty();
    }
}
