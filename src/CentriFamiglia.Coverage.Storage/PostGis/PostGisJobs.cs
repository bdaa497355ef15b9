using Npgsql;
using NpgsqlTypes;

namespace CentriFamiglia.Coverage.Storage.PostGis;

/// <summary>The table <c>lavori</c>. Each statement is a transaction of its own.</summary>
internal sealed class PostGisJobs(PostGisGate gate) : IJobBoard
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(15);

    public async Task<bool> IsOpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await gate.RetryingAsync(() => ScalarAsync(PostGisJobSql.IsOpen, cancellationToken)) is true;
        }
        catch (StoreRefusedException)
        {
            // An earlier schema, or a user who may not even look.
            return false;
        }
    }

    // Not tried again where the connection is lost: it may have been kept.
    public Task<bool> AddAsync(NewJob job, int mostWaiting, CancellationToken cancellationToken) => gate.GuardedAsync(async () => await ScalarAsync(
        PostGisJobSql.Add, cancellationToken, job.Id, job.Owner, job.Question, job.Shown, PostGisSession.Text(job.Process), job.IsDocument, (long)mostWaiting) is true);

    public async Task<KeptJob?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await gate.RetryingAsync(() => JobsAsync(PostGisJobSql.Find, cancellationToken, id))).FirstOrDefault();

    public async Task<ImmutableArray<KeptJob>> AllAsync(CancellationToken cancellationToken) =>
        [.. await gate.RetryingAsync(() => JobsAsync(PostGisJobSql.All, cancellationToken))];

    public async Task<JobResult?> ResultAsync(string id, CancellationToken cancellationToken) => (await gate.RetryingAsync(() => RowsAsync(
        PostGisJobSql.Result,
        row => new JobResult(Of<string>(row, 0), Of<string>(row, 1), Of<byte[]>(row, 2), TimeOf(row, 3), Of<string>(row, 4)),
        cancellationToken,
        id))).FirstOrDefault();

    public async Task<KeptJob?> TakeAsync(string server, CancellationToken cancellationToken) =>
        (await gate.GuardedAsync(() => JobsAsync(PostGisJobSql.Take, cancellationToken, server, IJobBoard.Silence))).FirstOrDefault();

    public async Task<ImmutableHashSet<string>> BeatAsync(string server, IReadOnlyList<JobBeat> beats, CancellationToken cancellationToken) =>
        (await gate.RetryingAsync(() => RowsAsync(
            PostGisJobSql.Beat,
            row => row.GetString(0),
            cancellationToken,
            server,
            beats.Select(b => b.Job.Asked.Id).ToArray(),
            beats.Select(b => b.Job.Turn).ToArray(),
            beats.Select(b => b.Done).ToArray(),
            beats.Select(b => b.All).ToArray()))).ToImmutableHashSet(StringComparer.Ordinal);

    public Task<bool> EndAsync(string server, KeptJob job, JobResult result, CancellationToken cancellationToken) => gate.GuardedAsync(async () => await ScalarAsync(
        PostGisJobSql.End,
        cancellationToken,
        job.Asked.Id,
        server,
        job.Turn,
        JobWords.State.Of(result.Problem is null ? JobState.Done : JobState.Failed),
        PostGisSession.Text(result.ContentType),
        PostGisSession.Text(result.FileName),
        new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Bytea, Value = (object?)result.Bytes ?? DBNull.Value },
        new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.TimestampTz, Value = (object?)result.StaleSince?.UtcDateTime ?? DBNull.Value },
        PostGisSession.Text(result.Problem)) is true);

    public Task GiveBackAsync(string server, KeptJob? job, CancellationToken cancellationToken) => gate.RetryingAsync(() =>
        ScalarAsync(PostGisJobSql.GiveBack, cancellationToken, server, PostGisSession.Text(job?.Asked.Id), job?.Turn ?? 0));

    public Task StopAsync(string id, CancellationToken cancellationToken) => gate.RetryingAsync(() => ScalarAsync(PostGisJobSql.Stop, cancellationToken, id));

    public Task ForgetAsync(string id, CancellationToken cancellationToken) => gate.RetryingAsync(() => ScalarAsync(PostGisJobSql.Forget, cancellationToken, id));

    public Task SweepAsync(CancellationToken cancellationToken) => gate.GuardedAsync(() => ScalarAsync(PostGisJobSql.Sweep, cancellationToken));

    private Task<List<KeptJob>> JobsAsync(string sql, CancellationToken cancellationToken, params object[] values) => RowsAsync(sql, JobOf, cancellationToken, values);

    private static KeptJob JobOf(NpgsqlDataReader row)
    {
        var asked = new NewJob(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), Of<string>(row, 4), row.GetBoolean(5));
        JobWords.State.TryRead(row.GetString(6), out JobState state);
        return new KeptJob(asked, state, row.GetInt32(7), row.GetInt32(8))
        {
            Created = TimeOf(row, 9)!.Value,
            Begun = TimeOf(row, 10),
            Ended = TimeOf(row, 11),
            Now = TimeOf(row, 12)!.Value,
            Before = row.IsDBNull(13) ? null : row.GetInt32(13),
            Progress = row.IsDBNull(15) ? null : (row.IsDBNull(14) ? 0 : row.GetInt32(14), row.GetInt32(15)),
            Problem = Of<string>(row, 16),
        };
    }

    private async Task<List<T>> RowsAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params object[] values)
    {
        await using NpgsqlConnection connection = await gate.OpenAsync(cancellationToken);
        return await new PostGisSession(connection, _patience).RowsAsync(sql, read, cancellationToken, values);
    }

    private async Task<object?> ScalarAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using NpgsqlConnection connection = await gate.OpenAsync(cancellationToken);
        await using NpgsqlCommand command = new PostGisSession(connection, _patience).Command(sql, values);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private static T? Of<T>(NpgsqlDataReader row, int column)
        where T : class => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);

    private static DateTimeOffset? TimeOf(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
