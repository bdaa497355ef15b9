using System.Diagnostics;
using CentriFamiglia.Coverage.Storage;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Service.Snapshots;

/// <summary>
/// Answers with the analysis of the store as it is now. Each call looks at the store's revision, so that what another process wrote
/// is seen at once; the content is read again only when the revision has changed, and only once however many ask.
/// </summary>
internal sealed class AnalysisSource(ICoverageStore store, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private LoadedStore? _current;
    private LoadedStore? _previous;

    /// <exception cref="StoreException">The store cannot be reached, or is not usable.</exception>
    /// <exception cref="Questions.InputException">There is no such set or source.</exception>
    public async Task<Analysis> GetAsync(AnalysisKey key, CancellationToken cancellationToken)
    {
        LoadedStore loaded = await LoadAsync(cancellationToken);
        return loaded.Analyse(key, _previous);
    }

    /// <summary>The store's content as it is now.</summary>
    public async Task<LoadedStore> LoadAsync(CancellationToken cancellationToken)
    {
        StoreState state = await store.StateAsync(cancellationToken);
        StoreOpening.Check(state, store.DisplayName);
        if (_current is { } known && known.Revision == state.Revision)
            return known;
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (_current is { } read && read.Revision == state.Revision)
                return read;
            var watch = Stopwatch.StartNew();
            (TerritoryContent content, long revision) = await store.ReadAsync(cancellationToken);
            TravelSources travel = await TravelSources.ReadAsync(store, content, cancellationToken);
            _previous = _current;
            return _current = new LoadedStore(content, revision, travel, watch.Elapsed.TotalMilliseconds, clock);
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();
}
