using System.Net;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>Read-only, for this service's own pages and for scripts, under this service's own names.</summary>
public sealed class SafetyTests(FilledStore store) : IAsyncLifetime
{
    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await store.ServiceAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("POST", "/api/v1/coverage")]
    [InlineData("PUT", "/api/v1/sites")]
    [InlineData("DELETE", "/")]
    [InlineData("OPTIONS", "/api/v1/coverage")]
    [InlineData("TRACE", "/health/live")]
    public async Task Nothing_can_be_written_over_HTTP(string method, string address)
    {
        using HttpResponseMessage response = await _service.SendAsync(new HttpMethod(method), address);

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["GET", "HEAD"]);
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost:1", HttpStatusCode.OK)]
    [InlineData("[::1]:5080", HttpStatusCode.OK)]
    [InlineData("mappa.example", HttpStatusCode.OK)]
    public async Task Only_this_services_own_names_are_answered(string host, HttpStatusCode expected)
    {
        using HttpResponseMessage response = await _service.GetAsync("/health/live", ("Host", host));

        response.StatusCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData("Origin", "http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://mappa.example", HttpStatusCode.OK)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    public async Task Pages_of_other_sites_get_nothing(string header, string value, HttpStatusCode expected)
    {
        using HttpResponseMessage response = await _service.GetAsync("/api/v1/info", ("Host", "mappa.example"), (header, value));

        response.StatusCode.ShouldBe(expected);
        response.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/info")]
    [InlineData("/nulla")]
    [InlineData("/docs/index.html")]
    public async Task Every_answer_carries_the_policy_and_no_name_of_the_server(string address)
    {
        using HttpResponseMessage response = await _service.GetAsync(address);
        string policy = response.Headers.GetValues("Content-Security-Policy").Single();
        string scripts = policy.Split(';').Single(p => p.Trim().StartsWith("script-src", StringComparison.Ordinal));

        scripts.Trim().ShouldBe("script-src 'self'");
        policy.ShouldContain("worker-src 'self' blob:");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task A_long_address_is_refused()
    {
        using HttpResponseMessage response = await _service.GetAsync("/api/v1/coverage?ats=" + new string('x', 5000));

        response.StatusCode.ShouldBe(HttpStatusCode.RequestUriTooLong);
    }
}
