using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary><c>X-Coverage-Stale</c> on answers given while the store is away: when their data were last known to be the store's.</summary>
internal static class StaleAnswers
{
    public const string Header = "X-Coverage-Stale";

    public static void Use(WebApplication app, StoreWatch store) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.OnStarting(() =>
            {
                if (store.StaleSince is { } since && context.Response.StatusCode < StatusCodes.Status400BadRequest)
                    context.Response.Headers[Header] = Cells.Instant(since);
                return Task.CompletedTask;
            });
        }

        return next(context);
    });
}
