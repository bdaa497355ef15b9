using System.Net;
using CentriFamiglia.Coverage.Service.Ogc.Features;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc;

/// <summary>Whatever is asked of <c>/ogc</c>, it answers, or says what is wrong and how to mend it.</summary>
public sealed class BadInputTests(FilledStore store) : IAsyncLifetime
{
    /// <summary>What people, programs and attackers write.</summary>
    internal static readonly string[] Texts =
    [
        "", " ", "'", "''", "\"", "'; DROP TABLE comuni; --", "1 OR 1=1", "1; SELECT pg_sleep(10)", "${jndi:ldap://x}", "<script>alert(1)</script>", "../../etc/passwd", "%00",
            "\u0000",
        "NaN", "Infinity", "-1", "0", "1e308", "1e999", "99999999999999999999", "null", "true", "[]", "{}", "(", ")", "((((", "BBOX", "POINT(1 1)", "\ud83d\ude00", "\u202e", "à",
        "2024-02-30", "9999-12-31", "0001-01-01/9999-12-31", "../..", "/", "1,2,3,4", "1,2,3,4,5,6", "0,0,0,0", "-180,-90,180,90", "residenti", "-residenti,residenti", "geometry",
        "nome LIKE '%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%a'", "http://www.opengis.net/def/crs/EPSG/0/3003",
    ];

    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await store.ServiceAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("bbox=1,2,3", "bbox")]
    [InlineData("bbox=1,2,3,4,5", "bbox")]
    [InlineData("bbox=a,b,c,d", "bbox")]
    [InlineData("bbox=NaN,1,2,3", "bbox")]
    [InlineData("bbox=1e999,1,2,3", "bbox")]
    [InlineData("bbox=200,45,201,46", "bbox")]
    [InlineData("bbox=9,46,10,45", "bbox")]
    [InlineData("bbox=10,45,9,46&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/32632", "bbox")]
    [InlineData("bbox-crs=http://www.opengis.net/def/crs/EPSG/0/32632", "bbox-crs")]
    [InlineData("crs=EPSG:4326", "crs")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=-5", "limit")]
    [InlineData("limit=1e9", "limit")]
    [InlineData("limit=10.5", "limit")]
    [InlineData("limit=10&limit=20", "limit")]
    [InlineData("limit=10&LIMIT=20", "LIMIT")]
    [InlineData("offset=-1", "offset")]
    [InlineData("sortby=boh", "sortby")]
    [InlineData("sortby=nome,-nome", "sortby")]
    [InlineData("properties=boh", "properties")]
    [InlineData("properties=", "properties")]
    [InlineData("residenti=molti", "residenti")]
    [InlineData("boh=1", "boh")]
    [InlineData("filter-lang=ecql", "filter-lang")]
    [InlineData("filter=boh%20%3D%201", "filter")]
    [InlineData("datetime=2024-12-31/2024-01-01", "datetime")]
    [InlineData("datetime=..", "datetime")]
    [InlineData("datetime=2024-01-01/2024-02-01/2024-03-01", "datetime")]
    public async Task It_is_refused_with_the_parameter_the_reason_and_the_cure(string query, string field) =>
        (await _service.RefusedAsync("/ogc/collections/comuni/items?" + query)).Field.ShouldBe(field);

    [Theory]
    [InlineData("bbox=170,45,-170,46")]
    [InlineData("bbox=0,0,0,0")]
    [InlineData("offset=99999999999")]
    [InlineData("nome='; DROP TABLE comuni; --")]
    [InlineData("filter=nome%20%3D%20%27%27%27%3B%20DROP%20TABLE%20comuni%3B%20--%27")]
    public async Task Or_the_answer_is_empty_and_right(string query) =>
        OgcService.Ids(await _service.JsonAsync("/ogc/collections/comuni/items?" + query)).ShouldBeEmpty();

    [Theory]
    [InlineData("(", ")")]
    [InlineData("NOT ", "")]
    public async Task A_filter_nested_ten_thousand_deep_is_refused(string open, string close)
    {
        string filter = string.Concat(Enumerable.Repeat(open, 10_000)) + "residenti>1" + string.Concat(Enumerable.Repeat(close, 10_000));

        (await _service.RefusedAsync($"/ogc/collections/comuni/items?filter={filter.Replace(' ', '+').Replace(">", "%3E", StringComparison.Ordinal)}")).Field.ShouldBe("filter");
    }

    [Fact]
    public async Task An_address_longer_than_the_server_reads_is_a_problem_too()
    {
        using HttpResponseMessage response = await _service.GetAsync("/ogc/collections/comuni/items?filter=" + new string('x', 70_000));

        response.StatusCode.ShouldBe(HttpStatusCode.RequestUriTooLong);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task Whatever_stands_in_whatever_parameter_nothing_fails()
    {
        var random = new Random(20_261_130);
        string[] names = [.. FeatureQuery.Parameters, "nome", "residenti", "valid_from", "conta"];
        string[] paths = ["/collections/comuni/items", "/collections/sedi/items", "/collections/reti/items", "/collections/comuni/items/016024", "/collections/comuni",
            "/collections", "", "/api"];
        for (int i = 0; i < 600; i++)
        {
            string address = OgcService.Address(paths[i < 450 ? random.Next(3) : random.Next(paths.Length)],
                [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (names[random.Next(names.Length)], Texts[random.Next(Texts.Length)]))]);
            using HttpResponseMessage response = await _service.GetAsync(address,
                ("Accept", new[] { "*/*", "text/html", "application/json;q=0", ";", "image/png" }[random.Next(5)]));
            string said = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            ((int)response.StatusCode).ShouldBeLessThan(500, $"{address}: {said}");
            if (response.StatusCode >= HttpStatusCode.BadRequest)
                response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json", address);
            if (response.Content.Headers.ContentType!.MediaType == "text/html")
                said.ShouldNotContain("<script");
        }
    }
}
