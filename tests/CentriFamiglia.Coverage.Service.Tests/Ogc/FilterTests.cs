using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc;

/// <summary>Part 3, conformance classes Queryables, Queryables as Query Parameters, Filter, Features Filter: a test for each of the abstract ones, under its name.</summary>
public sealed class FilterTests(FilledStore store) : IAsyncLifetime
{
    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await store.ServiceAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(OgcService.Collections), MemberType = typeof(OgcService))]
    public async Task Get_queryables_and_get_collection(string id)
    {
        using HttpResponseMessage response = await _service.GetAsync($"/ogc/collections/{id}/queryables", ("Accept", "application/schema+json"));
        JsonNode queryables = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        JsonNode collection = await _service.OgcAsync($"/collections/{id}");

        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/schema+json");
        ((string)queryables["$schema"]!).ShouldBe("https://json-schema.org/draft/2019-09/schema");
        ((string)queryables["$id"]!).ShouldEndWith($"/ogc/collections/{id}/queryables");
        ((string)queryables["type"]!).ShouldBe("object");
        ((string)queryables["properties"]!["geometry"]!["$ref"]!).ShouldStartWith("https://geojson.org/schema/");
        collection["links"]!.AsArray().Where(l => (string)l!["rel"]! == "http://www.opengis.net/def/rel/ogc/1.0/queryables").Select(l => (string)l!["href"]!)
            .ShouldBe([(string)queryables["$id"]!]);
    }

    [Theory]
    [MemberData(nameof(OgcService.Collections), MemberType = typeof(OgcService))]
    public async Task Filter_param_and_filter_lang_default_and_expression_construction(string id)
    {
        string queryable = (await _service.OgcAsync($"/collections/{id}/queryables"))["properties"]!.AsObject().Select(p => p.Key).First(p => p != "geometry");
        int all = (int)(await _service.ItemsAsync(id, ("limit", "1")))["numberMatched"]!;
        int empty = await _service.CountAsync(id, $"{queryable} IS NULL"), full = await _service.CountAsync(id, $"{queryable} IS NOT NULL");

        (empty + full).ShouldBe(all);
        ((int)(await _service.ItemsAsync(id, ("filter", $"{queryable} IS NOT NULL")))["numberMatched"]!).ShouldBe(full);
        (await _service.CountAsync(id, $$"""{"op":"isNull","args":[{"property":"{{queryable}}"}]}""", "cql2-json")).ShouldBe(empty);
        (await _service.RefusedAsync(OgcService.Items(id, ("filter", "THIS IS NOT A FILTER")))).Field.ShouldBe("filter");
        (await _service.RefusedAsync(OgcService.Items(id, ("filter", "this_is_not_a_queryable IS NULL")))).Detail.ShouldContain("this_is_not_a_queryable");
    }

    [Theory]
    [MemberData(nameof(OgcService.Collections), MemberType = typeof(OgcService))]
    public async Task Filter_crs_wgs84_and_mixing_expression(string id)
    {
        double[] box = [.. (await _service.OgcAsync($"/collections/{id}"))["extent"]!["spatial"]!["bbox"]![0]!.AsArray().Select(n => (double)n!)];
        string text = string.Join(',', box.Select(n => n.ToString(CultureInfo.InvariantCulture)));
        int placed = await _service.CountAsync(id, "geometry IS NOT NULL");

        (await _service.CountAsync(id, $"S_INTERSECTS(geometry,BBOX({text}))")).ShouldBe(placed);
        (await _service.IdsAsync(id, ("filter", $"S_INTERSECTS(geometry,BBOX({text}))"), ("bbox", text))).Length.ShouldBe(placed);
        (await _service.IdsAsync(id, ("filter", $"S_INTERSECTS(geometry,BBOX({text}))"), ("bbox", "0,0,1,1"))).ShouldBeEmpty();
        (await _service.RefusedAsync(OgcService.Items(id, ("filter", "S_INTERSECTS(geometry,BBOX(1000000,1000000,2000000,2000000))")))).Field.ShouldBe("filter");
    }

    [Theory]
    [InlineData(4326, "BBOX(45.5,9.5,46,10)", "BBOX(9.5,45.5,10,46)")]
    [InlineData(4326, "POINT(45.70 9.67)", "POINT(9.67 45.70)")]
    [InlineData(32632, "POINT(552159 5060935)", "POINT(9.67 45.70)")]
    [InlineData(6707, "POINT(5060935 552159)", "POINT(9.67 45.70)")]
    [InlineData(3857, "POINT(1076459 5732404)", "POINT(9.67 45.70)")]
    [InlineData(3003, "POINT(1552188 5060955)", "POINT(9.67 45.70)")]
    public async Task Filter_crs_param(int epsg, string there, string here)
    {
        string[] ids = await _service.IdsAsync("comuni", ("filter", $"S_INTERSECTS(geometry,{there})"), ("filter-crs", OgcService.Epsg(epsg)));

        ids.ShouldBe(await _service.IdsAsync("comuni", ("filter", $"S_INTERSECTS(geometry,{here})")));
        ids.ShouldNotBeEmpty();
        (await _service.RefusedAsync(OgcService.Items("comuni", ("filter", $"S_INTERSECTS(geometry,{here})"),
            ("filter-crs", "http://www.opengis.net/def/crs/OGC/0/does_not_exist"))))
            .Field.ShouldBe("filter-crs");
    }

    [Fact]
    public async Task Queryables_query_parameters_parameters()
    {
        (await _service.IdsAsync("comuni", ("nome", "Bergamo"))).ShouldBe(["016024"]);
        (await _service.IdsAsync("comuni", ("provincia", "BG"))).Length.ShouldBe(243);
        (await _service.IdsAsync("comuni", ("provincia", "BG"), ("grado_urbanizzazione", "1"))).ShouldBe(
            await _service.IdsAsync("comuni", ("filter", "provincia = 'BG' AND grado_urbanizzazione = 1")));
        (await _service.IdsAsync("copertura-ambiti", ("soddisfa_r1", "true"))).Length.ShouldBe(71);
        (await _service.IdsAsync("copertura-ambiti", ("verdetto", "SCOPERTO"))).Length.ShouldBe(17);
        (await _service.IdsAsync("comuni", ("nome", ""))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_parameter_narrows_what_the_others_leave() =>
        (await _service.IdsAsync("comuni", ("provincia", "BG"), ("bbox", "9.5,45.6,9.8,45.8"), ("filter", "residenti > 10000"), ("datetime", "2024-06-30"))).ShouldBe(
            await _service.IdsAsync("comuni", ("filter", "provincia = 'BG' AND residenti > 10000 AND S_INTERSECTS(geometry, BBOX(9.5,45.6,9.8,45.8))")));

    [Fact]
    public async Task A_filter_may_be_longer_than_other_addresses_are()
    {
        string[] ids = await _service.IdsAsync("comuni");
        using HttpResponseMessage response = await _service.GetAsync(
            OgcService.Items("comuni", ("filter", $"pro_com_t IN ({string.Join(',', ids.Take(600).Select(i => $"'{i}'"))})"), ("limit", "1")));
        JsonNode page = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        ((int)page["numberMatched"]!).ShouldBe(600);
    }
}
