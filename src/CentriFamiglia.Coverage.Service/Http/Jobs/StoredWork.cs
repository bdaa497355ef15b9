namespace CentriFamiglia.Coverage.Service.Http.Jobs;

/// <summary>What goes on beside the requests: hearing what other servers of the store do, and computing the jobs that it keeps.</summary>
internal static class StoredWork
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<StoreNews>();
        services.AddSingleton<MemoryJobs>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<JobDesk>();
        services.AddHostedService<Listening>();
        services.AddHostedService(provider => provider.GetRequiredService<JobRunner>());
    }

    private sealed class Listening(StoreNews news) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => news.ListenAsync(stoppingToken);
    }
}
