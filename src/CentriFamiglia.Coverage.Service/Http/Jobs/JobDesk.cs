using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Http.Jobs;

/// <summary>
/// Searches that nobody waits for with a request open: in the store where that is shared and lets them be kept, else in memory. What is asked of one
/// here may have been asked for, computed or stopped through another server.
/// </summary>
internal sealed class JobDesk(AnalysisSource analyses, StoreNews news, MemoryJobs memory, JobRunner runner)
{
    // Where nothing is heard of an end, it is looked for so often.
    private static readonly TimeSpan _between = TimeSpan.FromSeconds(0.5);

    private readonly IJobBoard? _board = analyses.Store.Jobs;
    private bool _isOpen;

    /// <exception cref="ProblemException">Too many ask.</exception>
    /// <exception cref="StoreException">It cannot be kept.</exception>
    public async Task<Job> AddAsync(AskedJob asked, LoadedStore loaded, string client, CancellationToken cancellationToken)
    {
        if (_board is null || !await IsOpenAsync(cancellationToken))
            return memory.Add(asked, loaded, client);
        NewJob job = StoredJobs.New(asked);
        // Not ended with its asker: what may have been kept has a name that is told.
        if (!await _board.AddAsync(job, StoredJobs.MostWaiting, CancellationToken.None))
            throw new ProblemException(Problem.Busy(runner.RetrySeconds));
        runner.Look();
        return StoredJobs.Of(await _board.FindAsync(job.Id, CancellationToken.None) ?? throw new ProblemException(Problem.Busy(runner.RetrySeconds)));
    }

    /// <returns>Null where there is none of this id, or none any more.</returns>
    public async Task<Job?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (memory.Find(id) is { } own)
            return own;
        return await IsOpenAsync(cancellationToken) && await _board!.FindAsync(id, cancellationToken) is { } kept ? StoredJobs.Of(kept) : null;
    }

    /// <summary>The youngest first.</summary>
    public async Task<ImmutableArray<Job>> AllAsync(CancellationToken cancellationToken)
    {
        IEnumerable<Job> stored = await IsOpenAsync(cancellationToken) ? (await _board!.AllAsync(cancellationToken)).Select(StoredJobs.Of) : [];
        return [.. memory.All.Concat(stored).OrderByDescending(j => j.Asked).ThenBy(j => j.Id, StringComparer.Ordinal)];
    }

    /// <summary>Waits for the end, but not longer than this.</summary>
    public async Task<Job?> WaitAsync(Job job, TimeSpan most, CancellationToken cancellationToken)
    {
        if (memory.Find(job.Id) is not null)
        {
            await memory.WaitAsync(job.Id, most, cancellationToken);
            return memory.Find(job.Id);
        }

        long end = Environment.TickCount64 + (long)most.TotalMilliseconds;
        while (true)
        {
            Task next = news.Jobs.Next;
            Job? now = await FindAsync(job.Id, cancellationToken);
            var left = TimeSpan.FromMilliseconds(end - Environment.TickCount64);
            if (now is not { IsOver: false } || left <= TimeSpan.Zero || cancellationToken.IsCancellationRequested)
                return now;
            await Pulse.WaitAsync(next, left < _between ? left : _between, cancellationToken);
        }
    }

    /// <returns>Null where it has none.</returns>
    /// <exception cref="ProblemException">It failed.</exception>
    public async Task<Answer?> AnswerAsync(Job job, CancellationToken cancellationToken) =>
        memory.Find(job.Id) is not null ? await memory.AnswerAsync(job.Id)
        : await _board!.ResultAsync(job.Id, cancellationToken) is { } result ? StoredJobs.AnswerOf(result)
        : null;

    /// <summary>What it has found so far is not kept.</summary>
    public async Task StopAsync(string id, CancellationToken cancellationToken)
    {
        if (memory.Find(id) is not null)
            memory.Stop(id);
        else if (await IsOpenAsync(cancellationToken))
            await _board!.StopAsync(id, cancellationToken);
    }

    /// <summary>Whoever asked has the answer, and nobody the name.</summary>
    public async Task ForgetAsync(Job job, CancellationToken cancellationToken)
    {
        if (memory.Find(job.Id) is null)
            await _board!.ForgetAsync(job.Id, cancellationToken);
    }

    private async Task<bool> IsOpenAsync(CancellationToken cancellationToken) =>
        _isOpen || (_board is not null && (_isOpen = await _board.IsOpenAsync(cancellationToken)));
}
