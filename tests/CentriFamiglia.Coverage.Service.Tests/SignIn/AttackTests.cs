using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.TestIdentity;

namespace CentriFamiglia.Coverage.Service.Tests.SignIn;

/// <summary>What somebody who may write could send: files that unpack without end, rings of a million points, JSON without a bottom, SQL and paths in every text.</summary>
public sealed class AttackTests(FilledStore store) : IAsyncLifetime
{
    private SignedService _service = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _service = await SignedService.StartAsync(store.Copy());

    [Theory]
    [InlineData("sedi.csv.gz")]
    [InlineData("sedi.xlsx")]
    [InlineData("sedi.zip")]
    public async Task A_file_that_unpacks_without_end_is_refused_and_the_service_goes_on(string name)
    {
        byte[] bomb = name.EndsWith(".gz", StringComparison.Ordinal)
            ? Gzip(900 << 20)
            : Zip(name.EndsWith("xlsx", StringComparison.Ordinal) ? "xl/worksheets/sheet1.xml" : "sedi.csv", 900 << 20);
        bomb.Length.ShouldBeLessThan(3 << 20);

        await RefusedAsync($"/api/v1/import?file={name}&as=sedi", bomb, "application/octet-stream");
    }

    [Fact]
    public async Task A_ring_of_a_million_points_is_read_or_refused_but_not_stored_for_a_planner()
    {
        var ring = new StringBuilder("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"pro_com_t":"017029","nome":"Brescia"},""")
            .Append("\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
        const int points = 1_000_000;
        for (int i = 0; i <= points; i++)
        {
            double angle = 2 * Math.PI * (i % points) / points;
            ring.Append(System.Globalization.CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ",")}[{10.2 + 0.1 * Math.Cos(angle):F5},{45.5 + 0.1 * Math.Sin(angle):F5}]");
        }

        await RefusedAsync("/api/v1/import?file=comuni.geojson&as=comuni", Encoding.UTF8.GetBytes(ring.Append("]]}}]}").ToString()), "application/octet-stream");
    }

    [Theory]
    [InlineData("POST", "/api/v1/import?file=sedi.geojson&as=sedi")]
    [InlineData("POST", "/api/v1/import-preview?file=sedi.geojson&as=sedi")]
    [InlineData("POST", "/api/v1/scenarios")]
    [InlineData("POST", "/api/v1/runs")]
    [InlineData("POST", "/api/v1/links")]
    [InlineData("POST", "/api/v1/what-if")]
    [InlineData("PATCH", "/api/v1/sites/BS01-H")]
    public async Task Json_without_a_bottom_is_refused(string method, string address)
    {
        const int depth = 100_000;
        string objects = string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
        foreach (string text in (string[])[new string('[', depth) + new string(']', depth), objects, new string('[', depth)])
            await RefusedAsync(address, Encoding.UTF8.GetBytes(text), "application/json", method);
    }

    [Theory]
    [InlineData("'; drop table sedi; --")]
    [InlineData("' or '1'='1")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("..\\..\\windows\\win.ini")]
    [InlineData("{{7*7}} ${jndi:ldap://x} <script>alert(1)</script>")]
    [InlineData("\u0000\u0001")]
    [InlineData("𝕊𝔼𝔻𝔼 \u202e\ud83d\ude00")]
    public async Task A_text_is_a_text_wherever_it_stands(string text)
    {
        string path = Uri.EscapeDataString(text), json = JsonValue.Create(text).ToJsonString();
        (string Method, string Address, string? Body)[] asked =
        [
            ("GET", $"/api/v1/coverage?ats={path}", null), ("GET", $"/api/v1/coverage?level={path}", null), ("GET", $"/api/v1/gaps?regole={path}", null),
            ("GET", $"/api/v1/gaps?sedi={path}", null), ("GET", $"/api/v1/gaps?data={path}", null), ("GET", $"/api/v1/sites/{path}", null),
            ("GET", $"/api/v1/networks/{path}", null),
            ("GET", $"/api/v1/memberships/{path}", null), ("GET", $"/api/v1/scenarios/{path}", null), ("GET", $"/api/v1/runs/{path}", null),
            ("GET", $"/api/v1/runs/{path}/results/{path}", null), ("GET", $"/runs/{path}/dossier", null), ("GET", $"/condivisi/{path}", null),
            ("DELETE", $"/api/v1/links/{path}", null),
            ("GET", $"/api/v1/searches/{path}", null), ("GET", $"/ogc/collections/{path}/items", null), ("GET", $"/ogc/collections/sedi/items/{path}", null),
            ("GET", $"/ogc/collections/sedi/items?filter={path}", null), ("GET", $"/ogc/collections/sedi/items?sortby={path}", null), ("GET", $"/ogc/jobs/{path}", null),
            ("GET", $"/qgis/{path}", null), ("GET", $"/assets/{path}", null), ("GET", $"/accesso?torna={path}", null),
            ("PATCH", "/api/v1/sites/BS01-H", $$"""{"network_id":{{json}}}"""), ("POST", "/api/v1/links", $$"""{"analisi":{{json}}}"""),
            ("POST", "/api/v1/runs", $$"""{"scenario":{{json}}}"""),
            ("POST", "/api/v1/scenarios", $$"""{"nome":"x","da":{{json}}}"""), ("POST", "/api/v1/what-if", $$"""{"changes":[{"op":"close","id":{{json}}}]}"""),
            ("POST", $"/api/v1/import?file={path}", "x"), ("POST", $"/api/v1/import?file=a.csv&sheet={path}&as={path}", "x"),
        ];
        foreach ((string method, string address, string? body) in asked)
        {
            int status = await _service.StatusAsync(Person.Planner, method, address, body);
            (status is >= 300 and < 500).ShouldBeTrue($"{method} {address}: {status}");
        }

        // Where a text may stand, it stands as it was written.
        using HttpResponseMessage written = await _service.AskAsync(Person.Planner, "PATCH", "/api/v1/sites/BS01-H", $$"""{"name":{{json}}}""", ("If-Match", "*"));
        if (written.StatusCode == HttpStatusCode.OK)
            ((string?)JsonNode.Parse(await written.Content.ReadAsStringAsync(Cancel))!["meta"]!["riga"]!["name"]).ShouldBe(text.Trim());
        else
            written.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await _service.JsonAsync(Person.Region, "GET", "/api/v1/sites"))["rows"]!.AsArray().Count.ShouldBeGreaterThan(100);
        (await _service.JsonAsync(Person.Region, "GET", "/api/v1/audit/verify"))["rows"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("//altri.example/")]
    [InlineData("https://altri.example/")]
    [InlineData("/\\altri.example")]
    public async Task Sign_in_leads_back_to_this_service_alone(string back)
    {
        using HttpResponseMessage answer = await _service.AskAsync(null, "GET", $"/accesso?torna={Uri.EscapeDataString(back)}");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.Authority.ShouldBe(_service.Identity.Authority.Authority);
        answer.Headers.Location.Query.ShouldNotContain("altri.example");
    }

    [Fact]
    public async Task A_page_of_another_site_writes_nothing_with_the_session_of_who_looks_at_it()
    {
        using HttpResponseMessage answer = await _service.AskAsync(
            Person.Region, "PATCH", "/api/v1/sites/BS01-H", """{"name":"X"}""", ("If-Match", "*"), ("Origin", "https://altri.example"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task RefusedAsync(string address, byte[] content, string media, string method = "POST")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_service.Service.Client.BaseAddress!, address));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await _service.Identity.TokenAsync(Person.Planner, Cancel));
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        request.Content = new ByteArrayContent(content);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(media);
        using HttpResponseMessage answer = await _service.Service.Client.SendAsync(request, Cancel);
        string body = await answer.Content.ReadAsStringAsync(Cancel);
        // A file that can be opened has a report: none of it was taken.
        if (answer.StatusCode == HttpStatusCode.OK)
            address.ShouldContain("preview");
        else
            ((int)answer.StatusCode).ShouldBeInRange(400, 499, $"{address}: {body[..Math.Min(400, body.Length)]}");
        (await _service.StatusAsync(Person.Region, "GET", "/api/v1/coverage?level=ats")).ShouldBe(200);
    }

    private static byte[] Gzip(int length)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            Fill(gzip, length);
        return packed.ToArray();
    }

    private static byte[] Zip(string entry, int length)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            using Stream file = zip.CreateEntry(entry).Open();
            Fill(file, length);
        }

        return packed.ToArray();
    }

    private static void Fill(Stream stream, int length)
    {
        byte[] part = new byte[1 << 20];
        Array.Fill(part, (byte)'a');
        for (int written = 0; written < length; written += part.Length)
            stream.Write(part);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();
}
