using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.TestPostGis;

namespace CentriFamiglia.Coverage.Service.Tests.SignIn;

public sealed class GeoPackageAccess(FilledStore store) : AccessContract
{
    protected override Task<string> FilledAsync() => Task.FromResult(store.Copy());
}

public sealed class PostGisAccess(PostGisServer server) : AccessContract
{
    protected override Task<string> FilledAsync() => FilledDatabase.CopyAsync(server);
}

public sealed class GeoPackageWriting(FilledStore store) : WritingContract
{
    protected override Task<string> FilledAsync() => Task.FromResult(store.Copy());
}

public sealed class PostGisWriting(PostGisServer server) : WritingContract
{
    protected override Task<string> FilledAsync() => FilledDatabase.CopyAsync(server);
}
