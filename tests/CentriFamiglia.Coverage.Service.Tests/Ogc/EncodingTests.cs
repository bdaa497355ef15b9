using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using CentriFamiglia.Coverage.Service.Ogc.Processes;
using CentriFamiglia.Coverage.Service.Tests.Support;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc;

/// <summary>Part 1, conformance classes GeoJSON, HTML and OpenAPI 3.0: a test for each of the abstract ones, under its name.</summary>
public sealed class EncodingTests(FilledStore store) : IAsyncLifetime
{
    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await store.ServiceAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("/ogc/collections/ats/items", "application/geo+json", "application/geo+json")]
    [InlineData("/ogc/collections/ats/items/brescia", "application/geo+json", "application/geo+json")]
    [InlineData("/ogc/collections/ats/items", "application/json", "application/geo+json")]
    [InlineData("/ogc/collections/ats/items", "*/*", "application/geo+json")]
    [InlineData("/ogc/collections/ats/items", "text/html;q=0.5, application/geo+json", "application/geo+json")]
    [InlineData("/ogc/collections/ats/items", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html")]
    [InlineData("/ogc/collections/ats/items?f=json", "text/html", "application/geo+json")]
    [InlineData("/ogc/collections", "application/json", "application/json")]
    [InlineData("/ogc/collections/ats/queryables", "application/schema+json", "application/schema+json")]
    public async Task Geojson_definition_and_html_definition(string address, string accept, string expected)
    {
        using HttpResponseMessage response = await _service.GetAsync(address, ("Accept", accept));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(expected);
        response.Headers.Vary.ShouldContain("Accept", StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(OgcService.Collections), MemberType = typeof(OgcService))]
    public async Task Geojson_content(string id)
    {
        JsonNode page = await _service.ItemsAsync(id, ("limit", "200"));

        OgcService.Faults(page, "featureCollectionGeoJSON").ShouldBeEmpty();
        string[] ids = OgcService.Ids(page);
        ids.Distinct(StringComparer.Ordinal).Count().ShouldBe(ids.Length);
        JsonNode schema = await _service.OgcAsync($"/collections/{id}/schema");
        string[] properties = [.. schema["properties"]!["properties"]!["properties"]!.AsObject().Select(p => p.Key)];
        page["features"]!.AsArray().ShouldAllBe(f => f!["properties"]!.AsObject().Select(p => p.Key).SequenceEqual(properties));
        string type = ((string)schema["properties"]!["geometry"]!["$ref"]!).Split('/')[^1].Split('.')[0];
        page["features"]!.AsArray().ShouldAllBe(f => (string)f!["geometry"]!["type"]! == type);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/conformance")]
    [InlineData("/api")]
    [InlineData("/collections")]
    [InlineData("/collections/comuni")]
    [InlineData("/collections/comuni/queryables")]
    [InlineData("/collections/comuni/schema")]
    [InlineData("/collections/comuni/items")]
    [InlineData("/collections/sedi/items")]
    [InlineData("/collections/reti/items")]
    [InlineData("/collections/comuni/items/016024")]
    [InlineData("/collections/sedi/items/BG01-H")]
    public async Task Html_content(string path)
    {
        using HttpResponseMessage response = await _service.GetAsync(OgcService.Address(path, ("f", "html")));
        string page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        response.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        // All but the first line and the elements that close themselves is XML too, so that a reader of XML judges it.
        XDocument html = XDocument.Parse(page[page.IndexOf("<body>", StringComparison.Ordinal)..(page.IndexOf("</body>", StringComparison.Ordinal) + 7)]);
        html.Descendants("h1").Count().ShouldBe(1);
        html.Descendants().Where(e => e.Name.LocalName is "script" or "style").ShouldBeEmpty();
        html.Descendants().Attributes().Where(a => a.Name.LocalName is "style" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
        page.ShouldContain("lang=\"it\"");
        html.Descendants("a").Attributes("href").ShouldAllBe(a => Uri.IsWellFormedUriString(a.Value, UriKind.RelativeOrAbsolute));
    }

    [Fact]
    public async Task The_page_of_a_feature_says_all_that_its_GeoJSON_says_and_draws_it()
    {
        string page = await _service.Client.GetStringAsync(new Uri("/ogc/collections/sedi/items/BG01-H?f=html", UriKind.Relative), TestContext.Current.CancellationToken);
        JsonNode feature = await _service.OgcAsync("/collections/sedi/items/BG01-H");

        foreach (string text in feature["properties"]!.AsObject().Select(p => p.Value).OfType<JsonValue>().Where(v => v.TryGetValue(out string? _)).Select(v => (string)v!))
            page.ShouldContain(WebUtility.HtmlEncode(text).Replace("&#39;", "&#x27;", StringComparison.Ordinal));
        page.ShouldContain("<circle");
        page.ShouldContain("Versione dei dati");
    }

    [Fact]
    public async Task Pages_lead_to_each_other_in_both_directions()
    {
        string second = await _service.Client.GetStringAsync(new Uri("/ogc/collections/comuni/items?f=html&limit=10&offset=10", UriKind.Relative),
            TestContext.Current.CancellationToken);

        second.ShouldContain("1.504 elementi; in questa pagina dal 11 al 20.");
        second.ShouldContain("rel=\"prev\"");
        second.ShouldContain("offset=20");
    }

    [Fact]
    public async Task Oas30_definition_1_and_definition_2_and_oas_impl()
    {
        using HttpResponseMessage response = await _service.GetAsync("/ogc/api?f=json");
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        ReadResult read = OpenApiDocument.Parse(text, "json");

        read.Diagnostic!.SpecificationVersion.ShouldBe(OpenApiSpecVersion.OpenApi3_0);
        read.Diagnostic.Errors.ShouldBeEmpty();
        read.Diagnostic.Warnings.ShouldBeEmpty();
        read.Document!.Servers!.Single().Url.ShouldEndWith("/ogc");
    }

    [Fact]
    public async Task Oas30_completeness()
    {
        JsonNode document = await _service.OgcAsync("/api", ("f", "json"));
        JsonObject paths = document["paths"]!.AsObject();
        string[] collections = [.. (await _service.OgcAsync("/collections"))["collections"]!.AsArray().Select(c => (string)c!["id"]!)];

        paths.Select(p => p.Key).ShouldBe(
            [
                "/", "/conformance", "/api", "/collections", "/tileMatrixSets", "/tileMatrixSets/WebMercatorQuad",
                .. collections.SelectMany(
                    c => (string[])["", "/queryables", "/schema", "/items", "/items/{featureId}",
                        "/tiles", "/tiles/WebMercatorQuad", "/tiles/WebMercatorQuad/style", "/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}"],
                    (c, end) => $"/collections/{c}{end}"),
                "/processes",
                .. OgcProcess.All.SelectMany(p => (string[])[$"/processes/{p.Id}", $"/processes/{p.Id}/execution"]),
                "/jobs", "/jobs/{jobID}", "/jobs/{jobID}/results",
            ]);
        foreach (string path in paths.Select(p => p.Key).Where(p => !p.Contains('{') && paths[p]!["get"] is not null))
        {
            using HttpResponseMessage response = await _service.GetAsync("/ogc" + path);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            paths[path]!["get"]!["responses"]!["200"]!["content"]!.AsObject()
                .Select(m => m.Key.Split(';')[0]).ShouldContain(response.Content.Headers.ContentType!.MediaType!, StringComparer.Ordinal, path);
        }
    }

    [Fact]
    public async Task Oas30_parameters_of_items_are_those_that_are_understood()
    {
        JsonNode document = await _service.OgcAsync("/api", ("f", "json"));
        string[] parameters =
        [
            .. document["paths"]!["/collections/comuni/items"]!["get"]!["parameters"]!.AsArray()
                .Select(p => (string)((string?)p!["$ref"] is { } reference ? document["components"]!["parameters"]![reference.Split('/')[^1]]! : p)["name"]!),
        ];

        parameters.ShouldBe(
            ["f", "bbox", "bbox-crs", "crs", "datetime", "limit", "offset", "sortby", "properties", "filter", "filter-lang", "filter-crs",
                "pro_com_t", "nome", "provincia", "residenti", "famiglie", "superficie_km2", "altitudine_m", "grado_urbanizzazione", "classe_snai", "sede_lon", "sede_lat",
                "sede_fonte", "eta_0_14", "eta_65_oltre", "eta_anno", "eta_fonte"]);
        JsonNode limit = document["components"]!["parameters"]!["limit"]!["schema"]!;
        ((int)limit["minimum"]!, (int)limit["maximum"]!, (int)limit["default"]!).ShouldBe((1, 10_000, 100));
    }

    [Fact]
    public async Task Oas30_exception_codes()
    {
        JsonNode document = await _service.OgcAsync("/api", ("f", "json"));

        foreach ((string path, JsonNode? item) in document["paths"]!.AsObject())
        {
            // Tiles may be empty, what is executed may go on by itself and has a content of its own, and a job that was stopped has no result.
            string[] besides = path.Contains("{tileCol}") ? ["204"] : path.EndsWith("/execution", StringComparison.Ordinal) ? ["201", "413", "415"]
                : path.EndsWith("/results", StringComparison.Ordinal) ? ["410"] : [];
            item!.AsObject().First().Value!["responses"]!.AsObject().Select(r => r.Key).Where(r => !besides.Contains(r, StringComparer.Ordinal))
                .ShouldBe(["200", "400", "404", "503"], path);
        }
    }

    [Fact]
    public async Task Oas30_security() =>
        // Nobody signs in: no scheme is declared, and nothing asks for one.
        (await _service.OgcAsync("/api", ("f", "json")))["components"]!["securitySchemes"].ShouldBeNull();
}
