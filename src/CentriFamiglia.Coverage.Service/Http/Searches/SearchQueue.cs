using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Http.Searches;

/// <summary>
/// Computes on threads of its own, so many at once, with a line before them. Equal questions are one computation; one that nobody
/// waits for any more ends at once. Thread-safe.
/// </summary>
internal sealed class SearchQueue : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Search> _known = new(StringComparer.Ordinal);
    private readonly List<Search> _running = [];
    private readonly SemaphoreSlim _ready = new(0);
    private readonly WaitingLine _line;
    private readonly TimeSpan _most;
    private readonly Action _idle;
    private bool _closed;
    private double _usualSeconds = 1;
    private long _joined;

    /// <param name="name">Of its threads.</param>
    /// <param name="limits">Threads, length of the line, seconds.</param>
    /// <param name="idle">Called on a thread of its own when the last search has ended.</param>
    public SearchQueue(string name, SearchLimits limits, Action idle)
    {
        (_line, _most, _idle) = (new WaitingLine(limits.MostWaiting), TimeSpan.FromSeconds(limits.MostSeconds + 10), idle);
        for (int i = 0; i < limits.MostRunning; i++)
            new Thread(Work) { Name = $"{name} {i + 1}", IsBackground = true }.Start();
    }

    /// <summary>Searches in the line.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
                return _line.Count;
        }
    }

    /// <summary>Searches that compute.</summary>
    public int Running
    {
        get
        {
            lock (_gate)
                return _running.Count;
        }
    }

    /// <summary>Requests that found their search there already.</summary>
    public long Joined => Interlocked.Read(ref _joined);

    /// <summary>Those that compute, then those in the line, each by age.</summary>
    public ImmutableArray<Search> All
    {
        get
        {
            lock (_gate)
                return [.. _running, .. _line.All];
        }
    }

    /// <summary>One more asker for a search, begun if it is not there. <see cref="Leave"/> when the answer is no longer wanted.</summary>
    /// <param name="key">Equal for equal questions of equal content.</param>
    /// <param name="question">Address and parameters, for people.</param>
    /// <param name="client">Address of who asks: clients take turns.</param>
    /// <param name="patient">Whether no request is kept open for it.</param>
    /// <param name="work">What to compute.</param>
    /// <exception cref="ProblemException">The line is full.</exception>
    public Search Join(string key, string question, string client, bool patient, Func<SearchWatch, Found> work)
    {
        Search? search, given = null;
        lock (_gate)
        {
            // One that was ended is known until its thread looks up: whoever asks now shall not hear of its end.
            if (_known.TryGetValue(key, out search) && !search.Answer.IsCompleted)
            {
                search.Clients.Add(client);
                Interlocked.Increment(ref _joined);
            }
            else
            {
                search = new Search(key, question, work);
                search.Clients.Add(client);
                if (!_line.TryAdd(search, out given))
                    throw new ProblemException(Problem.Busy(RetrySeconds()));
                if (given is not null)
                    _known.Remove(given.Key);
                else
                    _ready.Release();
                _known[key] = search;
            }

            search.Askers++;
            search.IsPatient |= patient;
        }

        given?.End(Problem.Busy(RetrySeconds()));
        return search;
    }

    /// <summary>One asker less; the last one ends the search.</summary>
    public void Leave(Search search)
    {
        lock (_gate)
        {
            if (--search.Askers > 0 || search.Answer.IsCompleted)
                return;
            Drop(search);
        }

        search.End(null);
    }

    /// <summary>Ends it for all who wait.</summary>
    public void End(Search search, Problem? why)
    {
        lock (_gate)
            Drop(search);
        search.End(why);
    }

    /// <summary>How many are before it in the line; null when it is not there.</summary>
    public int? Before(Search search)
    {
        lock (_gate)
            return _line.All.Contains(search) ? _line.All.TakeWhile(s => s != search).Count() : null;
    }

    /// <summary>Waits for the answer as long as the asker does.</summary>
    public async Task<Found> AnswerAsync(Search search, CancellationToken cancellationToken)
    {
        try
        {
            return await search.Answer.WaitAsync(cancellationToken);
        }
        finally
        {
            Leave(search);
        }
    }

    public void Dispose()
    {
        _closed = true;
        foreach (Search search in All)
            End(search, null);
        _ready.Release(Math.Max(1, Environment.ProcessorCount) * 2);
    }

    private void Work()
    {
        while (true)
        {
            _ready.Wait();
            if (_closed)
                return;
            Search? search;
            lock (_gate)
            {
                search = _line.Next();
                if (search is null)
                    continue;
                _running.Add(search);
            }

            search.Run(_most);
            bool last;
            lock (_gate)
            {
                _running.Remove(search);
                Forget(search);
                _usualSeconds = (0.8 * _usualSeconds) + (0.2 * search.Elapsed.TotalSeconds);
                last = _running.Count + _line.Count == 0;
            }

            if (last)
                _idle();
        }
    }

    /// <summary>When there may be a place again: half the line later.</summary>
    private int RetrySeconds() => (int)Math.Clamp(Math.Ceiling(_usualSeconds * _line.Count / 2), 2, 60);

    private void Drop(Search search)
    {
        Forget(search);
        _line.Remove(search);
    }

    private void Forget(Search search)
    {
        if (_known.TryGetValue(search.Key, out Search? known) && known == search)
            _known.Remove(search.Key);
    }
}
