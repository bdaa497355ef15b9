using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.TestPostGis;

namespace CentriFamiglia.Coverage.Service.Tests.Deciding;

public sealed class GeoPackageDeciding(FilledStore store) : DecidingContract
{
    protected override Task<string> FilledAsync() => Task.FromResult(store.Copy());
}

public sealed class PostGisDeciding(PostGisServer server) : DecidingContract
{
    protected override Task<string> FilledAsync() => FilledDatabase.CopyAsync(server);
}
