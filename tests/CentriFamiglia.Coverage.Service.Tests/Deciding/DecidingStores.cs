using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.TestPostGis;

namespace CentriFamiglia.Coverage.Service.Tests.Deciding;

public sealed class GeoPackageDeciding(FilledStore store) : DecidingContract
{
    protected override Task<string> FilledAsync() => Task.FromResult(store.Copy());
}

public sealed class PostGisDeciding : DecidingContract
{
    private static Task<string>? _filled;

    private readonly PostGisServer _server;

    public PostGisDeciding(PostGisServer server)
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        _server = server;
    }

    protected override async Task<string> FilledAsync() => await _server.CopyAsync(await (_filled ??= FillAsync()));

    private async Task<string> FillAsync()
    {
        string database = await _server.CreateEmptyDatabaseAsync();
        await FilledStore.FillAsync(database, shared: true);
        return database;
    }
}
