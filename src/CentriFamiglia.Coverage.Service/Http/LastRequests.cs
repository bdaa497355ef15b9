namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>
/// The order to stop, taken so that no answer is lost: for a moment requests are still answered, with the word that their connection
/// ends, so that clients that keep one do not ask on it just when it is closed. Then nothing new is taken and what runs may end.
/// </summary>
internal sealed class LastRequests(ServiceOptions options) : IHostedLifecycleService
{
    /// <summary>From the order to the end of the last request.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(25);

    private volatile bool _stopping;

    public static void Use(WebApplication app)
    {
        LastRequests last = app.Services.GetRequiredService<LastRequests>();
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                if (last._stopping)
                    context.Response.Headers.Connection = "close";
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _stopping = true;
        return options.LastRequests == default ? Task.CompletedTask : Task.Delay(options.LastRequests, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
