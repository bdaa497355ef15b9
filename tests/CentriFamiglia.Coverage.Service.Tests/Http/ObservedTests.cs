using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Http;
using CentriFamiglia.Coverage.Service.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>The service seen from outside: its log, its measures, and what neither says.</summary>
public sealed class ObservedTests(FilledStore store)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_measures_are_the_text_of_Prometheus_and_count_what_happened()
    {
        string path = store.Copy();
        await using ServedProgram service = await ServedProgram.StartAsync(path, [], "--urls", "http://127.0.0.1:0");
        using var client = new HttpClient { BaseAddress = service.Address };
        for (int i = 0; i < 3; i++)
            await client.GetStringAsync(new Uri("/api/v1/budget", UriKind.Relative), Cancel);
        File.Move(path, path + ".via");
        (await client.GetAsync(new Uri("/api/v1/budget", UriKind.Relative), Cancel)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        using HttpResponseMessage response = await client.GetAsync(new Uri("/metrics", UriKind.Relative), Cancel);
        var measures = new PrometheusText(await response.Content.ReadAsStringAsync(Cancel));

        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        measures.TypeOf("http_server_request_duration_seconds").ShouldBe("histogram");
        measures.Values("http_server_request_duration_seconds_count").Sum().ShouldBeGreaterThanOrEqualTo(4);
        measures.Value("coverage_snapshot_reads_total").ShouldBe(1);
        // The service asks by itself too, to have its first answers ready.
        measures.Value("coverage_cache_hits_total").ShouldBeGreaterThanOrEqualTo(2);
        measures.Value("coverage_answers_hits_total").ShouldBeGreaterThanOrEqualTo(2);
        measures.Value("coverage_searches_waiting").ShouldBe(0);
        measures.Value("coverage_store_errors_total").ShouldBeGreaterThanOrEqualTo(1);
        measures.Value("coverage_searches_running").ShouldBe(0);
        measures.Value("coverage_store_away").ShouldBe(0);
        measures.Value("coverage_snapshot_size", "di", "comuni").ShouldBe(1504);
        measures.Value("coverage_snapshot_age_seconds").ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Only_this_computer_and_who_is_named_reads_the_measures()
    {
        await using RunningService service = await RunningService.StartAsync(store.Path,
            options: new ServiceOptions([new Uri("http://127.0.0.1:0")], []) { Proxies = [IPNetwork.Parse("127.0.0.1/32")], MetricsFor = [IPNetwork.Parse("203.0.113.0/24")] });
        await using RunningService plain = await RunningService.StartAsync(store.Path);

        (await StatusAsync(service)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(service, ("X-Forwarded-For", "203.0.113.7"))).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(service, ("X-Forwarded-For", "198.51.100.7"))).ShouldBe(HttpStatusCode.Forbidden);
        // A proxy of this computer that nobody named passes strangers off as this computer.
        (await StatusAsync(plain, ("X-Forwarded-For", "198.51.100.7"))).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_log_is_one_JSON_object_a_line_in_UTC_with_the_id_that_the_answer_carries()
    {
        // It is made first, and told.
        string path = store.Sibling("registro.gpkg");
        await using ServedProgram service = await ServedProgram.StartAsync(path, [("COVERAGE_REGISTRO", "json")], "--urls", "http://127.0.0.1:0", "--registro-richieste");
        using var client = new HttpClient { BaseAddress = service.Address };

        using HttpResponseMessage asked = await client.GetAsync(new Uri("/api/v1/budget?ats=Bergamo", UriKind.Relative), Cancel);
        File.Move(path, path + ".via");
        using HttpResponseMessage failed = await client.GetAsync(new Uri("/api/v1/budget", UriKind.Relative), Cancel);
        string problem = await failed.Content.ReadAsStringAsync(Cancel);
        service.Terminate();
        (await service.ExitAsync()).ShouldBe(0);

        JsonNode[] lines = [.. service.Said.Split('\n').Where(l => l.Trim().Length > 0).Select(l => JsonNode.Parse(l)!)];
        JsonNode line = lines.Single(l => (string?)l["State"]?["Richiesta"] == asked.Headers.GetValues("X-Request-Id").Single());
        ((string)line["State"]!["Metodo"]!).ShouldBe("GET");
        ((string)line["State"]!["Indirizzo"]!).ShouldBe("/api/v1/budget");
        ((int)line["State"]!["Stato"]!).ShouldBe(200);
        ((string)line["Timestamp"]!).ShouldEndWith("Z");
        DateTimeOffset.Parse((string)line["Timestamp"]!, System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBeInRange(DateTimeOffset.UtcNow.AddMinutes(-10), DateTimeOffset.UtcNow);
        lines.ShouldContain(l => (string?)l["LogLevel"] == "Warning" && ((string)l["Message"]!).Contains(path, StringComparison.Ordinal));
        service.Said.ShouldNotContain("Bergamo");
        // The log knows which file; who asks does not.
        failed.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        problem.ShouldNotContain(Path.GetFileName(path));
        problem.ShouldContain("chi amministra il servizio");
    }

    [Fact]
    public async Task Without_being_asked_the_log_has_no_line_for_a_request()
    {
        await using ServedProgram service = await ServedProgram.StartAsync(store.Path, [], "--urls", "http://127.0.0.1:0");
        using var client = new HttpClient { BaseAddress = service.Address };

        await client.GetStringAsync(new Uri("/api/v1/budget", UriKind.Relative), Cancel);

        service.Said.ShouldNotContain("/api/v1/budget");
    }

    [Fact]
    public async Task Traces_go_to_the_collector_that_is_named()
    {
        var received = new ConcurrentQueue<string>();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        await using WebApplication collector = builder.Build();
        collector.MapPost("/{**path}", async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, Cancel);
            received.Enqueue(context.Request.Path + " " + System.Text.Encoding.Latin1.GetString(body.ToArray()));
            context.Response.ContentType = "application/grpc";
            context.Response.AppendTrailer("grpc-status", "0");
            await context.Response.Body.WriteAsync(new byte[5], Cancel);
        });
        await collector.StartAsync(Cancel);
        await using ServedProgram service = await ServedProgram.StartAsync(store.Path, [], "--urls", "http://127.0.0.1:0", "--tracce", collector.Urls.First());
        using var client = new HttpClient { BaseAddress = service.Address };

        await client.GetStringAsync(new Uri("/api/v1/budget?ats=Bergamo", UriKind.Relative), Cancel);
        service.Terminate();
        (await service.ExitAsync()).ShouldBe(0);

        string traces = received.Single(r => r.StartsWith("/opentelemetry.proto.collector.trace.v1.TraceService/Export ", StringComparison.Ordinal));
        traces.ShouldContain("/api/v1/budget");
        traces.ShouldNotContain("Bergamo");
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningService service, params (string Name, string Value)[] headers)
    {
        using HttpResponseMessage response = await service.GetAsync("/metrics", headers);
        return response.StatusCode;
    }
}
