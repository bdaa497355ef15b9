using System.Threading.Channels;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.TestPostGis;
using Npgsql;

namespace CentriFamiglia.Coverage.Storage.Tests.PostGis;

/// <summary>What is heard of a shared store when others write it.</summary>
public sealed class PostGisNoticeTests : IAsyncLifetime
{
    private readonly PostGisServer _server;
    private readonly Channel<StoreNotice> _heard = Channel.CreateUnbounded<StoreNotice>();
    private readonly CancellationTokenSource _end = new();
    private string _database = "";
    private ICoverageStore _store = null!;
    private Task _listening = Task.CompletedTask;

    public PostGisNoticeTests(PostGisServer server)
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        _server = server;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await _server.CreateStoreAsync();
        _store = StoreFactory.Open(StoreAddress.Parse(_database));
        await _store.WriteAsync(SampleContent.Full with { Matrix = null }, ContentParts.All, [], new StoreReading(TerritoryContent.Empty, 0), Cancel);
        _listening = _store.ListenAsync(notice => _heard.Writer.TryWrite(notice), _end.Token);
        (await NextAsync()).Kind.ShouldBe(StoreNoticeKind.Listening);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _listening;
        await _store.DisposeAsync();
        _end.Dispose();
    }

    [Fact]
    public async Task A_write_is_told_once_with_the_name_of_what_is_there_now()
    {
        (TerritoryContent content, long revision) = await _store.ReadAsync(Cancel);

        await _store.WriteAsync(content with { Comuni = [.. content.Comuni.Skip(1)] }, ContentParts.Comuni, null, new StoreReading(content, revision), Cancel);

        (await NextAsync()).ShouldBe(StoreNotice.Content(await _store.IdentityAsync(Cancel)));
        _heard.Reader.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public async Task An_edit_by_another_program_is_told_once_however_many_statements_it_has()
    {
        string before = await _store.IdentityAsync(Cancel);

        await ExecuteAsync("begin; update coverage.sedi set name = 'Una'; update coverage.sedi set name = 'Due'; update coverage.comuni set residenti = 1; commit");
        await ExecuteAsync("begin; update coverage.sedi set name = 'Tre'; rollback");

        string now = await _store.IdentityAsync(Cancel);
        now.ShouldNotBe(before, StringComparer.Ordinal);
        (await NextAsync()).ShouldBe(StoreNotice.Content(now));
        _heard.Reader.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_connection_that_is_ended_is_opened_again_and_says_so()
    {
        await ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'coverage ascolto' and datname = current_database()");

        (await NextAsync()).Kind.ShouldBe(StoreNoticeKind.Lost);
        (await NextAsync()).Kind.ShouldBe(StoreNoticeKind.Listening);
        await ExecuteAsync("update coverage.sedi set name = 'Dopo'");
        (await NextAsync()).ShouldBe(StoreNotice.Content(await _store.IdentityAsync(Cancel)));
    }

    [Fact]
    public async Task Jobs_are_told_to_whoever_may_take_them()
    {
        await _store.Jobs!.AddAsync(new NewJob("uno", "anna", "/api/v1/coverage?f=json", "/api/v1/coverage", null, false), 10, Cancel);

        (await NextAsync()).ShouldBe(StoreNotice.Jobs);
    }

    private async Task<StoreNotice> NextAsync() => await _heard.Reader.ReadAsync(Cancel).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancel);

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
