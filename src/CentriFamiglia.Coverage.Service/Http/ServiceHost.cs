using System.Diagnostics;
using System.IO.Compression;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Asked;
using CentriFamiglia.Coverage.Service.Http.Jobs;
using CentriFamiglia.Coverage.Service.Http.Safety;
using CentriFamiglia.Coverage.Service.Http.Observed;
using CentriFamiglia.Coverage.Service.Http.Ogc;
using CentriFamiglia.Coverage.Service.Http.Ogc.Processes;
using CentriFamiglia.Coverage.Service.Http.Searches;
using CentriFamiglia.Coverage.Service.Http.SignIn;
using CentriFamiglia.Coverage.Service.Http.Writing;
using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.Ogc.Features;
using CentriFamiglia.Coverage.Service.Ogc.Tiles;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>Puts the web host together: limits, safety, routes. Nothing here reads a request.</summary>
internal static class ServiceHost
{
    private const long KeptBytes = 48L << 20;
    private const int KeptTags = 4096;
    private const int MostIdle = 128;

    private static readonly PathString[] _kept = ["/api/v1", "/openapi", "/catalogo", "/qgis", OgcRequest.Path];

    private static readonly TimeSpan _requestTime = TimeSpan.FromSeconds(60);

    /// <summary>The host, not started. It does not own <paramref name="analyses"/>.</summary>
    public static WebApplication Build(ServiceOptions options, AnalysisSource analyses)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // Neither files nor variables of the machine change what the command line says.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        ServiceLog.Add(builder.Logging, options.JsonLog);
        Telemetry.Add(builder.Services, options.TracesTo);
        builder.WebHost.UseUrls([.. options.Addresses.Select(a => a.GetLeftPart(UriPartial.Authority))]);
        var idle = new IdleSockets(MostIdle);
        builder.WebHost.ConfigureKestrel(server => Limit(server, idle));
        builder.Services.AddSingleton(analyses);
        builder.Services.AddSingleton(_ => new SearchQueues(options.Searches));
        builder.Services.AddSingleton(new KeptAnswers(KeptBytes, KeptTags));
        builder.Services.AddSingleton<SearchList>();
        builder.Services.AddSingleton<QuestionAnswers>();
        StoredWork.Add(builder.Services);
        builder.Services.AddSingleton<HeldLayers>();
        builder.Services.AddSingleton<StoredCollections>();
        builder.Services.AddSingleton<StoredQueries>();
        builder.Services.AddSingleton<TileMaker>();
        builder.Services.AddSingleton<OgcAnswers>();
        builder.Services.AddSingleton<Executions>();
        builder.Services.AddSingleton(new SentFiles(options.MostFileBytes, TimeProvider.System));
        builder.Services.AddSingleton<WarmStart>();
        builder.Services.AddSingleton(new AllowedHosts(options.Addresses, options.AllowedHosts, options.IsExposed));
        builder.Services.AddSingleton(new SignInState(options.SignIn));
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<LastRequests>();
        builder.Services.AddHostedService(services => services.GetRequiredService<LastRequests>());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LastRequests.Longest);
        NamedProxies.Add(builder.Services, options.Proxies);
        builder.Services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new() { Timeout = _requestTime });
        builder.Services.AddResponseCompression(Compress);
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        builder.Services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        SignInSetup.Add(builder.Services, options.SignIn);
        ApiDocument.Add(builder.Services, options.Body);

        WebApplication app = builder.Build();
        NamedProxies.Use(app, options.Proxies);
        ServiceLog.Use(app, options.LogsRequests);
        RefusedRequests.Watch(app.Services.GetRequiredService<DiagnosticListener>());
        app.UseMiddleware<BusySockets>();
        app.UseMiddleware<SecurityHeaders>();
        LastRequests.Use(app);
        app.UseMiddleware<FailureHandler>();
        app.UseMiddleware<LongAddresses>();
        app.UseMiddleware<KnownHosts>();
        app.UseMiddleware<SameOrigin>();
        if (options.SignIn is not null)
            app.UseAuthentication();
        app.UseMiddleware<ReadOnlyMethods>();
        app.UseMiddleware<Gate>();
        // What a question answers is kept compressed, and so is the document.
        app.UseWhen(context => !_kept.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)), other => other.UseResponseCompression());
        app.UseStatusCodePages(status => Problem.OfStatus(status.HttpContext.Response.StatusCode).WriteAsync(status.HttpContext));
        app.UseRequestTimeouts();
        Telemetry.Use(app, options.MetricsFor);
        MapFiles.Use(app);
        AccessibilityPage.Use(app, options);
        Routes.Map(app);
        Gate.CheckRoutes(((IEndpointRouteBuilder)app).DataSources);
        app.Lifetime.ApplicationStarted.Register(() => app.Services.GetRequiredService<WarmStart>().IsReady());
        return app;
    }

    private static void Limit(KestrelServerOptions server, IdleSockets idle)
    {
        server.ConfigureEndpointDefaults(listen =>
        {
            idle.Use(listen);
            RefusedRequests.Use(listen);
        });
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = 0;
        server.Limits.MaxRequestLineSize = LongAddresses.MostOfFilters;
        server.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        server.Limits.MaxRequestHeaderCount = 64;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        server.Limits.MaxConcurrentConnections = 1024;
    }

    private static void Compress(ResponseCompressionOptions compression)
    {
        // Answers hold no secret and nothing of the request but the names of its parameters: BREACH finds nothing to guess.
        compression.EnableForHttps = true;
        compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, RowForm.GeoJson.MediaType, Problem.MediaType, "image/svg+xml"];
    }
}
