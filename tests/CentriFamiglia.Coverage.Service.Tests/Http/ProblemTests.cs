using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>Errors are problem+json in Italian, with the field and the cure, and never a stack.</summary>
public sealed class ProblemTests(FilledStore store) : IAsyncLifetime
{
    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await store.ServiceAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("/api/v1/coverage?level=provincia", 400, "level", "ambito, distretto, ats, all")]
    [InlineData("/api/v1/coverage?livello=ambito", 400, "livello", "level")]
    [InlineData("/api/v1/coverage?level=ambito&level=ats", 400, "level", "una volta")]
    [InlineData("/api/v1/coverage?ats=Torino", 400, "ats", "Bergamo, Brescia")]
    [InlineData("/api/v1/coverage?sedi=vere", 400, "sedi", "dimostrative, note, mie")]
    [InlineData("/api/v1/coverage?f=xml", 400, "f", "json, geojson, csv")]
    [InlineData("/api/v1/gaps?limit=venti", 400, "limit", "numero")]
    [InlineData("/api/v1/gaps?limit=-1", 400, "limit", "tra")]
    [InlineData("/api/v1/gaps?limit=NaN", 400, "limit", "numero")]
    [InlineData("/api/v1/gaps?viaggio=matrice", 400, "viaggio", "stima")]
    [InlineData("/api/v1/suggestions?spokes=1.5", 400, "spokes", "intero")]
    [InlineData("/api/v1/suggestions?budget=100", 400, "budget", "Spoke")]
    [InlineData("/api/v1/nulla", 404, null, "/docs")]
    [InlineData("/nulla.js", 404, null, "/docs")]
    public async Task A_wrong_question_is_answered_with_the_field_and_the_cure(string address, int status, string? field, string cure)
    {
        using HttpResponseMessage response = await _service.GetAsync(address);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        JsonNode problem = JsonNode.Parse(text)!;

        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        ((int)problem["status"]!).ShouldBe(status);
        ((string?)problem["campo"]).ShouldBe(field);
        ((string)problem["rimedio"]!).ShouldContain(cure);
        text.ShouldNotContain("   at ");
        text.ShouldNotContain("Exception");
    }

    [Fact]
    public async Task What_the_user_wrote_is_repeated_short_and_without_control_characters()
    {
        using HttpResponseMessage response = await _service.GetAsync($"/api/v1/coverage?ats=%1b[31m{new string('x', 500)}");
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        ((string)JsonNode.Parse(text)!["detail"]!).Length.ShouldBeLessThan(120);
        text.ShouldNotContain("u001b", Case.Insensitive);
    }
}
