using CentriFamiglia.Coverage.Service.Http.Searches;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Http.Jobs;

/// <summary>A job that this server has taken, until it has ended or is another's. Thread-safe.</summary>
/// <param name="job">As it was taken.</param>
/// <param name="queues">Where it is computed.</param>
internal sealed class HeldJob(KeptJob job, SearchQueues queues)
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource<Found> _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _told = Environment.TickCount64;
    private Search? _search;

    public KeptJob Job => job;

    /// <summary>Whether it is no longer this server's.</summary>
    public bool IsLeft => _left.Task.IsCompleted;

    /// <summary>Since the store last confirmed that it is this server's.</summary>
    public TimeSpan SinceTold => TimeSpan.FromMilliseconds(Environment.TickCount64 - Volatile.Read(ref _told));

    /// <param name="when">When it was asked whether it is.</param>
    public void Told(long when) => Volatile.Write(ref _told, when);

    /// <summary>How far it is.</summary>
    public JobBeat Beat() => new(job, _search?.Progress?.Done ?? 0, _search?.Progress?.All ?? 0);

    /// <summary>What the search finds.</summary>
    /// <exception cref="OperationCanceledException">It was left.</exception>
    public async Task<Found> AnswerAsync(Search search)
    {
        lock (_gate)
        {
            _search = search;
            if (IsLeft)
                queues.Long.Leave(search);
        }

        return await await Task.WhenAny(search.Answer, _left.Task);
    }

    /// <summary>It is no longer this server's: the search ends.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            if (_left.TrySetCanceled() && _search is { } search)
                queues.Long.Leave(search);
        }
    }
}
