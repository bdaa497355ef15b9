using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Many;

/// <summary>One of several processes that serve a store.</summary>
internal sealed class Server(ServedProgram program) : IAsyncDisposable
{
    // What never comes shall fail, on a computer however busy.
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public HttpClient Client { get; } = new(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = program.Address };

    public ServedProgram Program => program;

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string? json = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.RelativeOrAbsolute));
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        foreach ((string name, string value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request, Cancel);
    }

    public async Task<JsonNode> JsonAsync(string address) => JsonNode.Parse(await Client.GetStringAsync(new Uri(address, UriKind.RelativeOrAbsolute), Cancel))!;

    /// <summary>The rows of an answer, as text.</summary>
    public async Task<string> RowsAsync(string address) => (await JsonAsync(address))["rows"]!.ToJsonString();

    /// <summary>Sent, and taken.</summary>
    public async Task<JsonNode> PostAsync(string address, string json)
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Post, address, json);
        string text = await response.Content.ReadAsStringAsync(Cancel);
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>Writes other opening hours of a sede by a scenario that is applied.</summary>
    public async Task ApplyAsync(string name, string hours)
    {
        await PostAsync("/api/v1/scenarios", $$"""
            {"nome":"{{name}}","linea":"rimodulazione","changes":[{"op":"change","id":"BG01-S1","opening_hours":"{{hours}}"}]}
            """);
        await PostAsync($"/api/v1/scenarios/{name.ToLowerInvariant()}/apply", "{}");
    }

    /// <summary>The opening hours of that sede.</summary>
    public async Task<string?> HoursAsync() =>
        (string?)(await JsonAsync("/api/v1/sites"))["rows"]!.AsArray().Single(r => (string)r!["site_id"]! == "BG01-S1")!["opening_hours"];

    public async Task<double> MeasureAsync(string name)
    {
        string text = await Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancel);
        string line = text.Split('\n').First(l => l.StartsWith(name + "{", StringComparison.Ordinal) || l.StartsWith(name + " ", StringComparison.Ordinal));
        return double.Parse(line[(line.IndexOf("} ", StringComparison.Ordinal) is >= 0 and var end ? end + 2 : name.Length + 1)..].Split(' ')[0],
            System.Globalization.CultureInfo.InvariantCulture);
    }

    public Task UntilReadyAsync() => UntilAsync(async () =>
    {
        using HttpResponseMessage ready = await SendAsync(HttpMethod.Get, "/health/ready");
        return ready.StatusCode == HttpStatusCode.OK;
    });

    public static async Task UntilAsync(Func<Task<bool>> holds, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(holds))] string what = "")
    {
        using var most = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        most.CancelAfter(_longest);
        while (!await holds())
        {
            most.IsCancellationRequested.ShouldBeFalse(what);
            await Task.Delay(50, Cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await program.DisposeAsync();
    }
}
