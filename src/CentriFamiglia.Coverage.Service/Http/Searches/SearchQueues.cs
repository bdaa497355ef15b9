using System.Runtime;

namespace CentriFamiglia.Coverage.Service.Http.Searches;

/// <summary>
/// The two lines of a service: what is computed in a moment, and what searches. Neither takes a thread from the pool that answers
/// requests, and one does not wait for the other.
/// </summary>
internal sealed class SearchQueues : IDisposable
{
    // Memory given back at once would be taken again by the next of many searches.
    private static readonly TimeSpan _rest = TimeSpan.FromSeconds(2);

    private readonly Timer _trim;

    public SearchQueues(SearchLimits limits)
    {
        Limits = limits;
        _trim = new Timer(_ => Trim());
        Quick = new SearchQueue("risposte", new SearchLimits(Environment.ProcessorCount, 256, limits.MostSeconds), () => { });
        Long = new SearchQueue("ricerche", limits, () => _trim.Change(_rest, Timeout.InfiniteTimeSpan));
    }

    public SearchLimits Limits { get; }

    /// <summary>Answers that take a moment.</summary>
    public SearchQueue Quick { get; }

    /// <summary>Answers that a solver looks for.</summary>
    public SearchQueue Long { get; }

    public void Dispose()
    {
        Quick.Dispose();
        Long.Dispose();
        _trim.Dispose();
    }

    /// <summary>Gives back what searches left behind: nothing else would ask for a collection while nobody asks anything.</summary>
    private void Trim()
    {
        if (Long.Running + Long.Waiting > 0)
            return;
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
