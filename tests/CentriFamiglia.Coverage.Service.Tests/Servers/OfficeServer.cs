using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Travel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CentriFamiglia.Coverage.Service.Tests.Servers;

/// <summary>
/// A server by hand that speaks as <c>osrm-routed</c> does, 60 km/h on a straight line, and misbehaves when told to. Places east of 12 degrees are five
/// kilometres from a road; nobody gets from south of 45 to north of 46.
/// </summary>
internal sealed class OfficeServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _atOnce;

    private OfficeServer(WebApplication app)
    {
        _app = app;
    }

    /// <summary>What comes instead of the next answers to <c>/table</c>, in order.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Instead { get; } = new();

    /// <summary>What comes instead of every answer; null for none.</summary>
    public Func<HttpContext, Task>? Always { get; set; }

    /// <summary>What becomes of every good answer.</summary>
    public Action<JsonObject> Change { get; set; } = _ => { };

    /// <summary>Pairs of a table beyond which it says <c>TooBig</c>.</summary>
    public int MostPairs { get; set; } = 10_000;

    /// <summary>Characters of an address beyond which a proxy says 414.</summary>
    public int MostCharacters { get; set; } = 8192;

    public string? DataVersion { get; set; } = "2026-11-01";

    /// <summary>Addresses of the tables that were asked.</summary>
    public ConcurrentQueue<string> Tables { get; } = new();

    public ConcurrentQueue<string?> Authorizations { get; } = new();

    /// <summary>Most requests at a time.</summary>
    public int MostAtOnce { get; private set; }

    public int Port => new Uri(_app.Urls.Single()).Port;

    public string Address => $"osrm+http://127.0.0.1:{Port}";

    public static async Task<OfficeServer> StartAsync(int port = 0)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        WebApplication app = builder.Build();
        var server = new OfficeServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    public static Func<HttpContext, Task> Status(int status, string body = "", string? retryAfter = null) => async context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        await context.Response.WriteAsync(body);
    };

    /// <summary>A good beginning, and then the line is cut.</summary>
    public static async Task HalfAsync(HttpContext context)
    {
        context.Response.ContentLength = 5000;
        await context.Response.WriteAsync("{\"code\":\"Ok\",\"durations\":[[0,");
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    /// <summary>Seconds and metres as this server has them; null where there is no way.</summary>
    public static TravelCost? CostOf(Place from, Place to)
    {
        if (from.Lat < 45 && to.Lat > 46)
            return null;
        double metres = Metres(from, to);
        return new TravelCost((int)Math.Round(Seconds(metres), MidpointRounding.AwayFromZero), (int)Math.Round(metres, MidpointRounding.AwayFromZero));
    }

    private static double Metres(Place from, Place to) => Math.Round(Geodesy.DistanceKm(from.Lon, from.Lat, to.Lon, to.Lat) * 1000, 1);

    private static double Seconds(double metres) => Math.Round(metres * 60 / 1000, 1);

    private async Task AnswerAsync(HttpContext context)
    {
        string path = context.Request.Path.Value!;
        string whole = path + context.Request.QueryString;
        Authorizations.Enqueue(context.Request.Headers.Authorization.FirstOrDefault());
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _atOnce));
        try
        {
            bool table = path.StartsWith("/table/v1/driving/", StringComparison.Ordinal);
            if (table)
                Tables.Enqueue(whole);
            if (Always is { } always)
                await always(context);
            else if (table && Instead.TryDequeue(out Func<HttpContext, Task>? instead))
                await instead(context);
            else if (whole.Length > MostCharacters)
                context.Response.StatusCode = 414;
            else
                await WriteAsync(context, table ? TableOf(context, path.Split('/')[^1]) : new JsonObject { ["code"] = "Ok", ["routes"] = new JsonArray() });
        }
        finally
        {
            Interlocked.Decrement(ref _atOnce);
        }
    }

    private JsonObject TableOf(HttpContext context, string coordinates)
    {
        Place[] places = [.. coordinates.Split(';').Select(PlaceOf)];
        Place[] from = Chosen("sources"), to = Chosen("destinations");
        if (from.Length * to.Length > MostPairs)
            return new JsonObject { ["code"] = "TooBig", ["message"] = "Too many table coordinates" };
        var answer = new JsonObject
        {
            ["code"] = "Ok",
            ["sources"] = Snaps(from),
            ["destinations"] = Snaps(to),
            ["durations"] = Rows((a, b) => Seconds(Metres(a, b))),
        };
        if (((string?)context.Request.Query["annotations"])?.Contains("distance", StringComparison.Ordinal) == true)
            answer["distances"] = Rows(Metres);
        return answer;

        Place[] Chosen(string name) => [.. ((string)context.Request.Query[name]!).Split(';').Select(n => places[int.Parse(n, CultureInfo.InvariantCulture)])];

        JsonArray Rows(Func<Place, Place, double> value) =>
            new([.. from.Select(a => (JsonNode)new JsonArray([.. to.Select(b => CostOf(a, b) is null ? null : (JsonNode)value(a, b))]))]);
    }

    private async Task WriteAsync(HttpContext context, JsonObject answer)
    {
        if (DataVersion is not null)
            answer["data_version"] = DataVersion;
        Change(answer);
        context.Response.StatusCode = (string?)answer["code"] == "Ok" ? 200 : 400;
        context.Response.ContentType = "application/json; charset=UTF-8";
        await context.Response.WriteAsync(answer.ToJsonString(), Encoding.UTF8);
    }

    private static JsonArray Snaps(Place[] places) => new([.. places.Select(p => (JsonNode)new JsonObject
    {
        ["name"] = "Via Roma",
        ["location"] = new JsonArray(p.Lon, p.Lat),
        ["distance"] = p.Lon > 12 ? 5000 : 12.5,
    })]);

    private static Place PlaceOf(string text)
    {
        double[] numbers = [.. text.Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
        return new Place(numbers[0], numbers[1], default, null);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
