using System.Diagnostics;
using System.Text.Encodings.Web;
using Microsoft.Extensions.Logging.Console;

namespace CentriFamiglia.Coverage.Service.Http.Observed;

/// <summary>
/// What the service writes on standard error while it runs: in UTC, as text or as one JSON object a line, with the id of the request,
/// which its answer carries in <c>X-Request-Id</c>. Never a query string, a client's address, a password or a body.
/// </summary>
internal static class ServiceLog
{
    private const string Header = "X-Request-Id";
    private const string Time = "yyyy-MM-ddTHH:mm:ss.fffZ";
    public const string Ours = "CentriFamiglia.Coverage";

    /// <param name="logging">Of the host.</param>
    /// <param name="json">One object a line, not text.</param>
    public static void Add(ILoggingBuilder logging, bool json)
    {
        logging.ClearProviders();
        if (json)
        {
            logging.AddJsonConsole(console =>
            {
                (console.UseUtcTimestamp, console.TimestampFormat, console.IncludeScopes) = (true, Time, true);
                console.JsonWriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
            });
        }
        else
        {
            logging.AddSimpleConsole(console => (console.UseUtcTimestamp, console.TimestampFormat, console.SingleLine) = (true, Time + " ", true));
        }

        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter(Ours, LogLevel.Information);
        logging.AddFilter("coverage", LogLevel.Information);
        // What keeps the host from starting is said once, in Italian, by the verb: the host would log its stack trace too.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    }

    /// <param name="app">Not started.</param>
    /// <param name="everyRequest">Whether each has a line.</param>
    public static void Use(WebApplication app, bool everyRequest)
    {
        ILogger lines = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(Ours + ".Richieste");
        app.Use(async (context, next) =>
        {
            context.Response.Headers[Header] = context.TraceIdentifier;
            if (!everyRequest)
            {
                await next(context);
                return;
            }

            long start = Stopwatch.GetTimestamp();
            try
            {
                await next(context);
            }
            finally
            {
                lines.LogInformation("{Metodo} {Indirizzo} {Stato} {Millisecondi} ms {Richiesta}", context.Request.Method, Shown.Of(context.Request.Path.Value ?? "/"),
                    context.Response.StatusCode, Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 1), context.TraceIdentifier);
            }
        });
    }
}
