using System.Net;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Safety;
using CentriFamiglia.Coverage.Service.Http.SignIn;
using Npgsql;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CentriFamiglia.Coverage.Service.Http.Observed;

/// <summary>
/// <c>/metrics</c>: the measures of the service and of its server in the text form of Prometheus, for this computer and for who is named.
/// Traces of requests are sent only where somebody collects them.
/// </summary>
internal static class Telemetry
{
    private const string Path = "/metrics";

    /// <param name="services">Of the host.</param>
    /// <param name="tracesTo">Who collects traces; null for nobody.</param>
    public static void Add(IServiceCollection services, Uri? tracesTo)
    {
        services.AddSingleton<ServiceMeter>();
        OpenTelemetry.OpenTelemetryBuilder telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("coverage"))
            .WithMetrics(metrics => metrics
                .AddMeter(ServiceMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql")
                .AddPrometheusExporter());
        if (tracesTo is not { } collector)
            return;
        telemetry.WithTracing(traces => traces
            .AddAspNetCoreInstrumentation()
            .AddNpgsql()
            .AddOtlpExporter(exporter => (exporter.Endpoint, exporter.Protocol) = (collector, OtlpExportProtocol.Grpc)));
    }

    /// <param name="app">Not started.</param>
    /// <param name="metricsFor">Who, besides this computer, may read the measures.</param>
    public static void Use(WebApplication app, ImmutableArray<IPNetwork> metricsFor)
    {
        _ = app.Services.GetRequiredService<ServiceMeter>();
        app.Use((context, next) => !context.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase) || MayRead(context, metricsFor)
            ? next(context)
            : new Problem(StatusCodes.Status403Forbidden, "Misure riservate", "Le misure si leggono da questo computer e da chi è nominato.", null,
                "Avviare il servizio con --metriche-per INDIRIZZO.").WriteAsync(context));
        app.MapPrometheusScrapingEndpoint(Path).Open();
    }

    private static bool MayRead(HttpContext context, ImmutableArray<IPNetwork> named) => ThisComputer.Asks(context)
        || (context.Connection.RemoteIpAddress is { } address && named.Any(n => n.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)));
}
