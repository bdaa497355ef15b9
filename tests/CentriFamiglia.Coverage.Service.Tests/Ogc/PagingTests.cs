using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Http;
using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.Ogc.Features;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc;

/// <summary>Pages, order, choice of properties, tags, and addresses that lead back to the service.</summary>
public sealed class PagingTests(FilledStore store) : IAsyncLifetime
{
    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await store.ServiceAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("limit=97")]
    [InlineData("limit=97&provincia=BG&sortby=-residenti")]
    [InlineData("limit=97&filter=residenti%20%3E%201000%20AND%20nome%20LIKE%20%27%25o%27&crs=http://www.opengis.net/def/crs/EPSG/0/6707")]
    public async Task Next_leads_through_all_features_once_and_prev_back(string query)
    {
        string[] all = OgcService.Ids(await _service.JsonAsync("/ogc/collections/comuni/items?" + query.Replace("limit=97", "limit=10000", StringComparison.Ordinal)));
        List<string> forth = [], back = [];
        string? address = "/ogc/collections/comuni/items?" + query, last = null;
        while (address is not null)
        {
            JsonNode page = await _service.JsonAsync(address);
            forth.AddRange(OgcService.Ids(page));
            ((int)page["numberMatched"]!).ShouldBe(all.Length);
            last = address;
            address = OgcService.Links(page, "next").Select(a => new Uri(a).PathAndQuery).SingleOrDefault();
        }

        while (last is not null)
        {
            JsonNode page = await _service.JsonAsync(last);
            back.InsertRange(0, OgcService.Ids(page));
            last = OgcService.Links(page, "prev").Select(a => new Uri(a).PathAndQuery).SingleOrDefault();
        }

        forth.ShouldBe(all);
        back.ShouldBe(all);
        all.Length.ShouldBeGreaterThan(97);
    }

    [Fact]
    public async Task Sorted_by_properties_empty_values_are_last_and_equal_ones_keep_their_order()
    {
        JsonNode page = await _service.ItemsAsync("comuni", ("sortby", "-grado_urbanizzazione,nome"), ("limit", "10000"));
        (long Degree, string Name)[] rows = [.. page["features"]!.AsArray().Select(f => ((long)f!["properties"]!["grado_urbanizzazione"]!, (string)f["properties"]!["nome"]!))];

        rows.ShouldBe(rows.OrderByDescending(r => r.Degree).ThenBy(r => r.Name, StringComparer.Ordinal));
        (await _service.IdsAsync("comuni", ("sortby", "+residenti"))).ShouldBe((await _service.IdsAsync("comuni", ("sortby", "residenti"))));
        JsonNode reti = await _service.ItemsAsync("reti", ("sortby", "-extension_date"), ("limit", "1000"));
        bool[] empty = [.. reti["features"]!.AsArray().Select(f => f!["properties"]!["extension_date"] is null)];
        empty.ShouldBe(empty.Order());
    }

    [Fact]
    public async Task Chosen_properties_stand_alone_and_in_the_order_that_was_asked()
    {
        JsonNode page = await _service.ItemsAsync("comuni", ("properties", "residenti,nome"), ("limit", "1"));

        page["features"]![0]!["properties"]!.AsObject().Select(p => p.Key).ShouldBe(["residenti", "nome"]);
        page["features"]![0]!["geometry"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_client_that_has_an_answer_is_told_so_and_other_questions_have_other_tags()
    {
        using HttpResponseMessage first = await _service.GetAsync("/ogc/collections/ats/items?limit=3");
        string tag = first.Headers.ETag!.ToString();
        using HttpResponseMessage again = await _service.GetAsync("/ogc/collections/ats/items?limit=3", ("If-None-Match", tag));
        using HttpResponseMessage other = await _service.GetAsync("/ogc/collections/ats/items?limit=4", ("If-None-Match", tag));
        using HttpResponseMessage html = await _service.GetAsync("/ogc/collections/ats/items?limit=3", ("If-None-Match", tag), ("Accept", "text/html"));
        using HttpResponseMessage host = await _service.GetAsync("/ogc/collections/ats/items?limit=3", ("If-None-Match", tag), ("Host", "mappa.example"));

        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
        html.StatusCode.ShouldBe(HttpStatusCode.OK);
        host.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("\"href\":\"http://mappa.example/ogc/collections/ats/items?limit=3&f=json\"");
    }

    [Fact]
    public async Task Behind_a_named_proxy_links_lead_to_the_address_that_the_client_knows()
    {
        ServiceOptions options = new([new Uri("http://127.0.0.1:0")], ["mappa.example"]) { Proxies = [IPNetwork.Parse("127.0.0.1/32")] };
        await using RunningService service = await RunningService.StartAsync(store.Path, options: options);
        using HttpResponseMessage response = await service.GetAsync("/ogc/collections/ats/items?limit=2",
            ("X-Forwarded-For", "192.0.2.7"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "mappa.example"), ("X-Forwarded-Prefix", "/centri"));
        JsonNode page = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        OgcService.Links(page, "next").ShouldBe(["https://mappa.example/centri/ogc/collections/ats/items?limit=2&offset=2&f=json"]);
        OgcService.Links(page, "collection").ShouldBe(["https://mappa.example/centri/ogc/collections/ats"]);
    }

    [Fact]
    public async Task Asked_for_the_head_alone_it_says_the_same_without_the_body()
    {
        using HttpResponseMessage head = await _service.SendAsync(HttpMethod.Head, "/ogc/collections/ats/items");
        using HttpResponseMessage get = await _service.GetAsync("/ogc/collections/ats/items");

        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Headers.ETag.ShouldBe(get.Headers.ETag);
        head.Content.Headers.ContentType.ShouldBe(get.Content.Headers.ContentType);
        (await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        head.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self'");
    }

    [Theory]
    [InlineData("2023-12-31", "sempre prima")]
    [InlineData("2024-01-01", "sempre prima dal-al")]
    [InlineData("2024-06-30T23:59:59Z", "sempre prima dal-al")]
    [InlineData("2024-07-01T00:00:00Z", "sempre")]
    [InlineData("2024-06-30/2025-01-01", "sempre prima dal-al dopo")]
    [InlineData("../2023-01-01", "sempre prima")]
    [InlineData("2025-01-01/..", "sempre dopo")]
    public void A_feature_is_there_when_its_validity_has_a_moment_in_common_with_the_time_asked(string time, string taken)
    {
        (string Name, string? From, string? To)[] rows =
            [("sempre", null, null), ("prima", null, "2024-06-30"), ("dal-al", "2024-01-01", "2024-06-30"), ("dopo", "2025-01-01", null)];
        var asked = TimeSpanAsked.Read(time);

        string.Join(' ', rows.Where(r => asked.Meets(TimeSpanAsked.Day(r.From), TimeSpanAsked.LastOf(TimeSpanAsked.Day(r.To)))).Select(r => r.Name)).ShouldBe(taken);
    }

    [Fact]
    public void Two_features_of_one_key_have_two_ids()
    {
        var held = new HeldLayer(new OgcCollection("prova", "Prova", "Prova.", ["attiva"]), SmallLayer.Layer);

        Enumerable.Range(0, held.Count).Select(held.IdOf).ShouldBe(["True", "True.2", "False", "", "False.2"]);
        held.Find("True.2").ShouldBe(1);
        held.Find("True.3").ShouldBeNull();
    }
}
