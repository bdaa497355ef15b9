using System.Diagnostics;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Http.Searches;

/// <summary>One computation, which any number of requests wait for. It ends when none does.</summary>
internal sealed class Search
{
    private readonly TaskCompletionSource<Found> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly Stopwatch _running = new();
    private Func<SearchWatch, Found>? _work;
    private Action? _stop;
    private bool _isEnded;
    private int _done;
    private int _all;

    /// <param name="key">Equal for equal questions of equal content.</param>
    /// <param name="question">Address and parameters, for people.</param>
    /// <param name="work">Runs on a thread of the queue's.</param>
    public Search(string key, string question, Func<SearchWatch, Found> work) => (Key, Question, _work) = (key, question, work);

    public string Key { get; }

    public string Question { get; }

    /// <summary>Named to the administrator; not the key of a result.</summary>
    public string Id { get; } = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray().AsSpan(0, 6));

    /// <summary>Addresses of those who asked; only the queue changes it.</summary>
    public HashSet<string> Clients { get; } = new(StringComparer.Ordinal);

    /// <summary>Requests that wait for it; only the queue changes it.</summary>
    public int Askers { get; set; }

    /// <summary>Whether one of them does not keep a request open for it.</summary>
    public bool IsPatient { get; set; }

    public Task<Found> Answer => _answer.Task;

    public DateTime Asked { get; } = DateTime.UtcNow;

    public bool IsRunning { get; private set; }

    /// <summary>When it began to compute; null where it has not.</summary>
    public DateTimeOffset? Begun { get; private set; }

    /// <summary>When it ended; null where it has not.</summary>
    public DateTimeOffset? Ended { get; private set; }

    /// <summary>Of running.</summary>
    public TimeSpan Elapsed => _running.Elapsed;

    /// <summary>Parts done, of how many; null where the search cannot say.</summary>
    public (int Done, int All)? Progress => Volatile.Read(ref _all) is > 0 and int all ? (Volatile.Read(ref _done), all) : null;

    /// <summary>Computes on this thread; its parallel parts too.</summary>
    /// <param name="most">Ends it after so long, or after <see cref="SearchLimits.PatientTimes"/> as long where nobody waits with a request open.</param>
    public void Run(TimeSpan most)
    {
        using var stop = new CancellationTokenSource();
        Func<SearchWatch, Found> work;
        lock (_gate)
        {
            if (_isEnded || _work is null)
                return;
            // It holds the content that it asks, which shall not outlive it in the list of those who asked.
            (work, _work, _stop) = (_work, null, stop.Cancel);
        }

        (IsRunning, Begun) = (true, DateTimeOffset.UtcNow);
        _running.Start();
        using var clock = new Timer(_ => Over(most), null, most, most);
        try
        {
            var watch = new SearchWatch((done, all) => (_done, _all) = (Math.Max(done, Volatile.Read(ref _done)), all), stop.Token);
            Found found = Task.Factory.StartNew(() => work(watch), CancellationToken.None, TaskCreationOptions.None, OwnThread.Instance).GetAwaiter().GetResult();
            Ended = DateTimeOffset.UtcNow;
            // What a search had found when it was ended is not what was asked; who waited has been told.
            if (!stop.IsCancellationRequested)
                _answer.TrySetResult(found);
        }
        catch (Exception failure)
        {
            Ended = DateTimeOffset.UtcNow;
            _answer.TrySetException(failure);
            // Who asked may have gone: nobody else needs to hear of it.
            _ = _answer.Task.Exception;
        }
        finally
        {
            lock (_gate)
                _stop = null;
            _running.Stop();
            IsRunning = false;
        }
    }

    /// <summary>Ends it, running or not: who waits hears of it now, the thread is free when the search looks up.</summary>
    /// <param name="why">What those who still wait are told; null when none does.</param>
    public void End(Problem? why)
    {
        lock (_gate)
        {
            if (_isEnded)
                return;
            (_isEnded, _work) = (true, null);
            Ended ??= DateTimeOffset.UtcNow;
            _stop?.Invoke();
        }

        if (why is null)
        {
            _answer.TrySetCanceled();
            return;
        }

        _answer.TrySetException(new ProblemException(why));
        _ = _answer.Task.Exception;
    }

    private void Over(TimeSpan most)
    {
        if (!IsPatient || _running.Elapsed > most * SearchLimits.PatientTimes)
            End(Problem.TooLong((int)_running.Elapsed.TotalSeconds));
    }
}
