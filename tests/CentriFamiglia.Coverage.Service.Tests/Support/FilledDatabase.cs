using CentriFamiglia.Coverage.TestPostGis;

namespace CentriFamiglia.Coverage.Service.Tests.Support;

/// <summary>A shared store filled from the shipped data, made once for the run and copied for each who writes to one.</summary>
internal static class FilledDatabase
{
    private static readonly SemaphoreSlim _gate = new(1, 1);
    private static string? _filled;

    public static async Task<string> CopyAsync(PostGisServer server)
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_filled is null)
            {
                string database = await server.CreateEmptyDatabaseAsync();
                await FilledStore.FillAsync(database, shared: true);
                _filled = database;
            }

            return await server.CopyAsync(_filled);
        }
        finally
        {
            _gate.Release();
        }
    }
}
