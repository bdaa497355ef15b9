using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Analyses;
using CentriFamiglia.Coverage.Service.Http;
using CentriFamiglia.Coverage.Service.Http.Searches;
using CentriFamiglia.Coverage.Service.Servers;
using CentriFamiglia.Coverage.Storage;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Travel.Roads;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CentriFamiglia.Coverage.Service.Tests.Support;

/// <summary>The service on a free port over a store, asked as a browser or a script would.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly ICoverageStore _store;
    private readonly AnalysisSource _analyses;
    private readonly WebApplication _app;

    private RunningService(ICoverageStore store, AnalysisSource analyses, WebApplication app)
    {
        _store = store;
        _analyses = analyses;
        _app = app;
        Client = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All });
        Client.BaseAddress = new Uri(app.Urls.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
    }

    public HttpClient Client { get; }

    /// <param name="address">Of the store.</param>
    /// <param name="roads">Where a road network is or will be; null for none.</param>
    /// <param name="options">How it is reached; null for a free port of this computer.</param>
    /// <param name="patience">How long a store that is away is answered for; none by itself.</param>
    /// <param name="searches">How much it searches at once; null for the usual.</param>
    /// <param name="server">Address of a server of roads; null for none.</param>
    public static async Task<RunningService> StartAsync(
        string address, string? roads = null, ServiceOptions? options = null, TimeSpan patience = default, SearchLimits? searches = null, string? server = null)
    {
        ICoverageStore store = StoreFactory.Open(StoreAddress.Parse(address));
        var analyses = new AnalysisSource(
            store, TimeProvider.System, roads is null ? null : new RoadsBeside(roads, named: false, SnapOptions.Default, TextWriter.Null), server: ServerOf(server));
        analyses.Watch.Patience = patience;
        options ??= new ServiceOptions([new Uri("http://127.0.0.1:0")], ["mappa.example"]);
        WebApplication app = ServiceHost.Build(options with { Searches = searches ?? options.Searches }, analyses);
        await app.StartAsync();
        var service = new RunningService(store, analyses, app);
        while (!await service.IsReadyAsync())
            await Task.Delay(20);
        return service;
    }

    private static ServerBeside? ServerOf(string? address) => address is null ? null : new ServerBeside(
        RoadServerAddress.Parse("--server-strade", address), SnapOptions.Default, ServerLimits.Usual with { FirstPause = TimeSpan.FromMilliseconds(2) },
        TextWriter.Null, TimeProvider.System, CancellationToken.None);

    /// <summary>Of the service's own parts, to look at what no answer says.</summary>
    public T Part<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async Task<JsonNode> JsonAsync(string address) =>
        JsonNode.Parse(await Client.GetStringAsync(new Uri(address, UriKind.Relative)))!;

    public async Task<JsonArray> RowsAsync(string address) => (await JsonAsync(address))["rows"]!.AsArray();

    public Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, address, headers);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        foreach ((string name, string value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request);
    }

    private async Task<bool> IsReadyAsync()
    {
        using HttpResponseMessage ready = await GetAsync("/health/ready");
        return ready.StatusCode == HttpStatusCode.OK;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _analyses.Dispose();
        await _store.DisposeAsync();
    }
}
