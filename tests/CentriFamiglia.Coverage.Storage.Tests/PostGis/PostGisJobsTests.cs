using System.Collections.Concurrent;
using System.Text;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.TestPostGis;
using Npgsql;

namespace CentriFamiglia.Coverage.Storage.Tests.PostGis;

/// <summary>Jobs that servers of one database share.</summary>
public sealed class PostGisJobsTests : IAsyncLifetime
{
    private readonly PostGisServer _server;
    private string _database = "";
    private ICoverageStore _store = null!;

    public PostGisJobsTests(PostGisServer server)
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        _server = server;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IJobBoard Board => _store.Jobs!;

    public async ValueTask InitializeAsync()
    {
        _database = await _server.CreateStoreAsync();
        _store = StoreFactory.Open(StoreAddress.Parse(_database));
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Servers_that_take_at_once_take_every_job_once()
    {
        for (int i = 0; i < 60; i++)
            (await AddAsync($"lavoro-{i}")).ShouldBeTrue();
        var taken = new ConcurrentBag<(string Server, string Id, int Turn)>();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(server => Task.Run(async () =>
        {
            while (await Board.TakeAsync($"server-{server}", Cancel) is { } job)
                taken.Add(($"server-{server}", job.Asked.Id, job.Turn));
        }, Cancel)));

        taken.Select(t => t.Id).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, 60).Select(i => $"lavoro-{i}").Order(StringComparer.Ordinal));
        taken.ShouldAllBe(t => t.Turn == 1);
        taken.Select(t => t.Server).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Only_who_holds_a_job_ends_it_and_what_it_gave_is_read_by_all()
    {
        await AddAsync("uno");
        KeptJob lost = (await Board.TakeAsync("a", Cancel))!;
        (await Board.TakeAsync("b", Cancel)).ShouldBeNull("a says that it goes on");

        await SilenceAsync("uno");
        KeptJob again = (await Board.TakeAsync("b", Cancel))!;

        (lost.Turn, lost.Falls, again.Turn, again.Falls).ShouldBe((1, 0, 2, 1));
        (await Board.BeatAsync("a", [new JobBeat(lost, 1, 4)], Cancel)).ShouldBeEmpty();
        (await Board.EndAsync("a", lost, Text("di a"), Cancel)).ShouldBeFalse();
        (await Board.BeatAsync("b", [new JobBeat(again, 2, 4)], Cancel)).ShouldBe(["uno"]);
        (await Board.FindAsync("uno", Cancel))!.Progress.ShouldBe((2, 4));
        (await Board.EndAsync("b", again, Text("di b"), Cancel)).ShouldBeTrue();
        (await Board.EndAsync("b", again, Text("ancora"), Cancel)).ShouldBeFalse();

        await using ICoverageStore other = StoreFactory.Open(StoreAddress.Parse(_database));
        (await other.Jobs!.FindAsync("uno", Cancel))!.State.ShouldBe(JobState.Done);
        JobResult result = (await other.Jobs.ResultAsync("uno", Cancel))!;
        (result.ContentType, Encoding.UTF8.GetString(result.Bytes!), result.Problem).ShouldBe(("text/plain", "di b", null));
    }

    [Fact]
    public async Task A_job_given_back_is_for_the_next_and_one_that_is_stopped_for_nobody()
    {
        await AddAsync("uno");
        await AddAsync("due");
        KeptJob uno = (await Board.TakeAsync("a", Cancel))!;
        KeptJob due = (await Board.TakeAsync("a", Cancel))!;

        await Board.GiveBackAsync("a", uno, Cancel);
        await Board.StopAsync("due", Cancel);

        KeptJob next = (await Board.TakeAsync("b", Cancel))!;
        (next.Asked.Id, next.Turn, next.Falls).ShouldBe(("uno", 2, 0));
        (await Board.TakeAsync("b", Cancel)).ShouldBeNull();
        (await Board.BeatAsync("a", [new JobBeat(uno, 0, 0), new JobBeat(due, 0, 0)], Cancel)).ShouldBeEmpty();
        (await Board.EndAsync("a", due, Text("tardi"), Cancel)).ShouldBeFalse();
        (await Board.FindAsync("due", Cancel))!.State.ShouldBe(JobState.Stopped);
    }

    [Fact]
    public async Task Who_has_fewest_running_comes_first_and_the_line_has_an_end()
    {
        foreach (string job in (string[])["a1", "a2", "a3"])
            await AddAsync(job, "anna");
        await AddAsync("b1", "bruno");

        (await AddAsync("di-troppo", "anna", mostWaiting: 4)).ShouldBeFalse();
        (await Board.FindAsync("b1", Cancel))!.Before.ShouldBe(3);
        var order = new List<string>();
        while (await Board.TakeAsync("s", Cancel) is { } job)
            order.Add(job.Asked.Id);

        order.ShouldBe(["a1", "b1", "a2", "a3"]);
    }

    [Fact]
    public async Task What_is_past_its_time_is_swept_and_what_runs_is_not()
    {
        await AddAsync("corre");
        await Board.TakeAsync("a", Cancel);
        await AddAsync("vecchio");
        await AddAsync("nuovo");
        await ExecuteAsync("update coverage.lavori set scade = now() - interval '1 second' where id <> 'nuovo'");

        await Board.SweepAsync(Cancel);

        (await Board.AllAsync(Cancel)).Select(j => j.Asked.Id).ShouldBe(["nuovo", "corre"]);
    }

    [Fact]
    public async Task Who_may_only_read_keeps_no_jobs_there()
    {
        string reader = $"lettore_{Guid.NewGuid():N}"[..20];
        await ExecuteAsync($"create role {reader} login; grant usage on schema coverage to {reader}; grant select on all tables in schema coverage to {reader}");
        try
        {
            await using ICoverageStore read = StoreFactory.Open(StoreAddress.Parse(new NpgsqlConnectionStringBuilder(_database) { Username = reader }.ConnectionString));

            (await read.Jobs!.IsOpenAsync(Cancel)).ShouldBeFalse();
            (await Board.IsOpenAsync(Cancel)).ShouldBeTrue();

            // Rights on the jobs alone do not make a store that can be written.
            await ExecuteAsync($"grant insert, update, delete on coverage.lavori to {reader}");
            (await read.Jobs!.IsOpenAsync(Cancel)).ShouldBeTrue();
            (await read.CanWriteAsync(Cancel)).ShouldBeFalse();
        }
        finally
        {
            await ExecuteAsync($"drop owned by {reader}; drop role {reader}");
        }
    }

    private static JobResult Text(string text) => new("text/plain", null, Encoding.UTF8.GetBytes(text), null, null);

    private Task<bool> AddAsync(string id, string owner = "anna", int mostWaiting = 100) =>
        Board.AddAsync(new NewJob(id, owner, "/api/v1/coverage?f=json", "/api/v1/coverage", null, false), mostWaiting, Cancel);

    private Task SilenceAsync(string id) => ExecuteAsync($"update coverage.lavori set battito = now() - interval '13 seconds' where id = '{id}'");

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
