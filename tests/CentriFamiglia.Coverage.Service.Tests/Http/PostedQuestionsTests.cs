using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>A question that is too long for an address is asked with POST: the same names, the same rows, the same refusals.</summary>
public sealed class PostedQuestionsTests(FilledStore store)
{
    private const string Address = "/api/v1/suggestions";

    [Fact]
    public async Task The_rows_are_those_of_the_same_question_in_an_address()
    {
        RunningService service = await store.ServiceAsync();
        using HttpResponseMessage posted = await PostAsync(service, Address,
            """{"goal":"cover","spokes":1,"every-unit":false,"candidati":[{"id":"S1","lon":9.7,"lat":45.7},{"id":"S2","lon":10.2,"lat":45.5,"cost":20000,"kind":"scuola"}]}""");

        posted.StatusCode.ShouldBe(HttpStatusCode.OK);
        posted.Headers.CacheControl!.NoStore.ShouldBeTrue();
        JsonArray rows = JsonNode.Parse(await posted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["rows"]!.AsArray();
        string candidates = Uri.EscapeDataString("""[{"id":"S1","lon":9.7,"lat":45.7},{"id":"S2","lon":10.2,"lat":45.5,"cost":20000,"kind":"scuola"}]""");
        rows.ToJsonString().ShouldBe((await service.RowsAsync($"{Address}?goal=cover&spokes=1&every-unit=no&candidati={candidates}")).ToJsonString());
    }

    [Fact]
    public async Task A_hundred_candidates_fit()
    {
        var candidates = new JsonArray([.. Enumerable.Range(0, 100).Select(i =>
            (JsonNode)new JsonObject { ["id"] = $"C{i:000}", ["name"] = $"Luogo numero {i}", ["lon"] = 9.2 + (0.001 * i), ["lat"] = 45.5 })]);
        string body = new JsonObject { ["goal"] = "cover", ["spokes"] = 2, ["candidati"] = candidates }.ToJsonString();
        body.Length.ShouldBeGreaterThan(4096);

        using HttpResponseMessage posted = await PostAsync(await store.ServiceAsync(), Address, body);

        posted.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"candidati":[{"id":"A","id":"B","lon":9.7,"lat":45.7}]}""", "candidati", "due volte", "contenuto")]
    [InlineData("""{"goal":"cover","goal":"time"}""", "contenuto", "due volte", "contenuto")]
    [InlineData("""{"candidati":[{"id":"A","lon":"NaN","lat":45.7}]}""", "candidati", "non è un numero", "candidati")]
    [InlineData("""{"candidati":[{"id":"A","lon":9.7,"lat":45.7,"cost":"NaN"}]}""", "candidati", "non è un numero", "candidati")]
    [InlineData("""{"candidati":[{"id":"A","lon":1e999,"lat":45.7}]}""", "candidati", "non è un numero", "candidati")]
    [InlineData("""{"candidati":[{"id":"A","lon":NaN,"lat":45.7}]}""", "candidati", "non è JSON", "contenuto")]
    [InlineData("""{"candidati":[{"id":"A","lon":9.7,"lat":45.7,"kind":5}]}""", "candidati", "non è un testo", "candidati")]
    [InlineData("""{"candidati":[{"id":"A","lon":9.7,"lat":45.7,"kind":{"a":1}}]}""", "candidati", "non è un testo", "candidati")]
    [InlineData("""{"candidati":[{"id":"A","lon":9.7,"lat":45.7,"tipo":"scuola"}]}""", "candidati", "non si conosce", "candidati")]
    [InlineData("""{"candidati":[{"id":"\ud800","lon":9.7,"lat":45.7}]}""", "candidati", "non è JSON", "contenuto")]
    [InlineData("""{"candidati":5}""", "candidati", "non è un elenco", "candidati")]
    [InlineData("""{"scopo":"cover"}""", "scopo", "sconosciuto", "scopo")]
    [InlineData("""{"spokes":"NaN"}""", "spokes", "non è un numero", "spokes")]
    [InlineData("""{"spokes":[1]}""", "spokes", "non è un valore", "spokes")]
    [InlineData("""{"spokes":null}""", "spokes", "non è un valore", "spokes")]
    [InlineData("""{"costo_spoke":1,"spoke-cost":2}""", "spoke-cost", "lo stesso", "spoke-cost")]
    [InlineData("""[1]""", "contenuto", "non è un oggetto", "contenuto")]
    [InlineData("", "contenuto", "non è JSON", "contenuto")]
    [InlineData("""{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":1}}}}}}}}}}}}}}}}}""", "contenuto", "non è JSON", "contenuto")]
    public async Task What_cannot_be_is_refused_with_the_field(string body, string asked, string detail, string field)
    {
        RunningService service = await store.ServiceAsync();
        using HttpResponseMessage posted = await PostAsync(service, Address, body);
        JsonNode problem = JsonNode.Parse(await posted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        posted.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ((string)problem["campo"]!, (string)problem["detail"]!).ShouldSatisfyAllConditions(
            p => p.Item1.ShouldBe(field), p => p.Item2.ShouldContain(detail));
        asked.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("""[{"id":"A","id":"B","lon":9.7,"lat":45.7}]""", "'id' c'è due volte")]
    [InlineData("""[{"id":"A","lon":9.7,"lat":45.7,"kind":true}]""", "non è un testo")]
    [InlineData("""[{"id":"\ud800","lon":9.7,"lat":45.7}]""", "non è JSON")]
    public async Task In_an_address_too(string candidates, string detail)
    {
        using HttpResponseMessage response = await (await store.ServiceAsync()).GetAsync($"{Address}?candidati={Uri.EscapeDataString(candidates)}");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ((string)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["detail"]!).ShouldContain(detail);
    }

    [Fact]
    public async Task A_parameter_in_the_address_and_in_the_content_is_given_twice()
    {
        using HttpResponseMessage posted = await PostAsync(await store.ServiceAsync(), Address + "?goal=time", """{"goal":"time"}""");

        posted.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await posted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("goal è anche nell'indirizzo");
    }

    [Fact]
    public async Task A_content_of_another_kind_is_a_problem()
    {
        RunningService service = await store.ServiceAsync();
        using var content = new StringContent("goal=cover", Encoding.UTF8, "text/plain");
        using HttpResponseMessage posted = await service.Client.PostAsync(new Uri(Address, UriKind.Relative), content, TestContext.Current.CancellationToken);

        posted.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        posted.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("/api/v1/suggestions")]
    [InlineData("/api/v1/what-if")]
    public async Task A_content_too_large_is_refused_by_the_length_it_announces(string address)
    {
        // No byte of it is sent: a client that is still sending may meet a closed connection before it reads why.
        RawAnswer answer = await RawSocket.AskAsync(
            (await store.ServiceAsync()).Client.BaseAddress!,
            $"POST {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 2000000\r\nConnection: close\r\n\r\n");

        answer.Status.ShouldBe(413);
        answer.Headers["Content-Type"].ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task Another_method_is_told_that_POST_is_one_of_three()
    {
        using HttpResponseMessage put = await (await store.ServiceAsync()).SendAsync(HttpMethod.Put, Address);

        put.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        put.Content.Headers.Allow.ShouldBe(["GET", "HEAD", "POST"]);
    }

    [Fact]
    public async Task The_API_document_describes_the_content_and_what_a_busy_service_says_and_has_a_tag()
    {
        await using RunningService service = await RunningService.StartAsync(store.Path);
        // Asked first, when the document is not made yet.
        using var head = new HttpRequestMessage(HttpMethod.Head, "/openapi/v1.json");
        (await service.Client.SendAsync(head, TestContext.Current.CancellationToken)).Dispose();
        using HttpResponseMessage first = await service.GetAsync("/openapi/v1.json");
        (await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldStartWith("{");
        using HttpResponseMessage again = await service.GetAsync("/openapi/v1.json", ("If-None-Match", first.Headers.ETag!.ToString()));
        JsonNode path = JsonNode.Parse(await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["paths"]![Address]!;

        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        path["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!["properties"]!["candidati"].ShouldNotBeNull();
        path["get"]!["responses"]!.AsObject().Select(r => r.Key).ShouldBe(["200", "202", "304", "400", "414", "503", "504", "401", "403"]);
        path["get"]!["responses"]!["503"]!["headers"]!["Retry-After"].ShouldNotBeNull();
    }

    private static Task<HttpResponseMessage> PostAsync(RunningService service, string address, string body) =>
        service.Client.PostAsync(new Uri(address, UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));
}
