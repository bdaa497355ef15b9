using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.TestPostGis;

namespace CentriFamiglia.Coverage.Service.Tests.Story;

public sealed class EditedPostGisTests : EditedStoreTests
{
    private static Task<Seen>? _without;
    private static Task<string>? _filled;

    private readonly PostGisServer _server;

    public EditedPostGisTests(PostGisServer server)
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        _server = server;
    }

    protected override Task<Seen>? WithoutAsync
    {
        get => _without;
        set => _without = value;
    }

    protected override async Task<string> CopyAsync() => await _server.CopyAsync(await (_filled ??= FillAsync()));

    protected override Task EditAsync(string address, string sql) => OtherProgram.PsqlAsync(address, sql
        .Replace("{0}", "coverage.", StringComparison.Ordinal)
        .Replace("{punto}", "st_setsrid(st_makepoint(9.19, 45.4642), 4326)", StringComparison.Ordinal)
        .Replace("{lontano}", "st_setsrid(st_makepoint(12.5, 41.9), 4326)", StringComparison.Ordinal)
        .Replace("{niente}", "'SRID=4326;POINT EMPTY'", StringComparison.Ordinal));

    protected override string Texts(string text) => $"array['{text}']";

    private async Task<string> FillAsync()
    {
        string database = await _server.CreateEmptyDatabaseAsync();
        await FilledStore.FillAsync(database, shared: true);
        return database;
    }
}
