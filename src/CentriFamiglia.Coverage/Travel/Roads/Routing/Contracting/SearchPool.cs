using System.Collections.Concurrent;

namespace CentriFamiglia.Coverage.Travel.Roads.Routing.Contracting;

/// <summary>Runs searches over several nodes at once; each thread borrows a search of its own, which is large and is kept.</summary>
internal sealed class SearchPool(RemainingGraph graph, bool[] leaving)
{
    private const int FewestPerThread = 32;

    private readonly ConcurrentBag<(WitnessSearch Search, List<Shortcut> List)> _idle = [];

    /// <param name="count">Calls <paramref name="body"/> with 0 .. count - 1, in no order.</param>
    /// <param name="options">How many threads, and when to stop.</param>
    /// <param name="body">Given a search and a list to fill, both its own for the time of the call.</param>
    public void ForEach(int count, ParallelOptions options, Action<WitnessSearch, List<Shortcut>, int> body)
    {
        options.CancellationToken.ThrowIfCancellationRequested();
        int chunks = (count + FewestPerThread - 1) / FewestPerThread;
        if (chunks <= 1)
        {
            RunChunk(0);
            return;
        }

        Parallel.For(0, chunks, options, RunChunk);

        void RunChunk(int chunk)
        {
            (WitnessSearch Search, List<Shortcut> List) own = _idle.TryTake(out (WitnessSearch, List<Shortcut>) kept) ? kept : (new WitnessSearch(graph, leaving), []);
            int end = Math.Min(count, (chunk + 1) * FewestPerThread);
            for (int i = chunk * FewestPerThread; i < end; i++)
                body(own.Search, own.List, i);
            _idle.Add(own);
        }
    }
}
