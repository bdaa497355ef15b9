using System.Diagnostics;
using CentriFamiglia.Coverage.Import.Stored;
using CentriFamiglia.Coverage.Service.Servers;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Analyses;

/// <summary>
/// Answers with the analysis of the store as it is now. Each call asks the store for the identity of its content, so that what another process
/// wrote, edited, swapped or restored is seen at once; the content is read again only when that has changed, and only once however many ask.
/// The same goes for the road network and the server of roads.
/// </summary>
/// <param name="clock">Tells the day on which validity is judged.</param>
/// <param name="roads">The road network beside it; null for none.</param>
/// <param name="rules">The rule sets; null for those that ship.</param>
/// <param name="messages">Where to say in Italian which rows of the store do not count; null for nowhere.</param>
/// <param name="server">The office's server of roads, ended with this; null for none.</param>
internal sealed class AnalysisSource(
    ICoverageStore store, TimeProvider clock, RoadsBeside? roads = null, RuleCatalog? rules = null, TextWriter? messages = null, ServerBeside? server = null)
    : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly SharedLook<string> _looks = new(() => store.IdentityAsync(CancellationToken.None));
    private LoadedStore? _current;
    private LoadedStore? _previous;

    /// <summary>The store itself, for what it selects better than whoever has all of it in memory.</summary>
    public ICoverageStore Store => store;

    /// <summary>The road network beside the store; null where none is looked for.</summary>
    public RoadsBeside? Roads => roads;

    /// <summary>The office's server of roads; null where none is named.</summary>
    public ServerBeside? Server => server;

    public RuleCatalog Rules { get; } = rules ?? RuleCatalog.Shipped;

    /// <exception cref="StoreException">The store cannot be reached, or is not usable.</exception>
    /// <exception cref="InputException">There is no such set or source.</exception>
    public async Task<Analysis> GetAsync(AnalysisKey key, CancellationToken cancellationToken)
    {
        LoadedStore loaded = await LoadAsync(cancellationToken);
        return Of(loaded, key);
    }

    /// <summary>The analysis of a content that was loaded before; computed on this thread where it is not there yet.</summary>
    /// <exception cref="InputException">There is no such set or source.</exception>
    public Analysis Of(LoadedStore loaded, AnalysisKey key) => loaded.Analyse(key, _previous);

    /// <summary>The day that answers are of when none is named (UTC).</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>What is known of the store from outside.</summary>
    public StoreWatch Watch { get; } = new(clock);

    /// <summary>The store's content as it is now; the last one, marked, while a store that may be waited for is away.</summary>
    public Task<LoadedStore> LoadAsync(CancellationToken cancellationToken) => Watch.SeeAsync(CurrentAsync, cancellationToken);

    private async Task<LoadedStore> CurrentAsync(CancellationToken cancellationToken)
    {
        string identity = await _looks.AskAsync(cancellationToken);
        LoadedRoads? network = roads?.Current();
        ServerTravel? office = server?.Current();
        if (_current is { } known && IsCurrent(known))
            return known;
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (_current is { } read && IsCurrent(read))
                return read;
            if (_current is { } old && old.Identity == identity)
                return Use(new LoadedStore(old.Checked, identity, old.Revision, old.Travel.With(network, office), old.ReadMilliseconds, clock, Rules));
            StoreOpening.Check(await store.StateAsync(cancellationToken), store.DisplayName);
            var watch = Stopwatch.StartNew();
            (TerritoryContent stored, long revision) = await store.ReadAsync(cancellationToken);
            CheckedContent content = StoredRows.Check(stored, store.DisplayName, messages);
            TravelSources travel = await TravelSources.ReadAsync(store, content.Content, cancellationToken);
            return Use(new LoadedStore(content, identity, revision, travel.With(network, office), watch.Elapsed.TotalMilliseconds, clock, Rules));
        }
        finally
        {
            _reading.Release();
        }

        bool IsCurrent(LoadedStore loaded) => loaded.Identity == identity && loaded.Travel.Roads == network && loaded.Travel.Server == office;
    }

    private LoadedStore Use(LoadedStore loaded)
    {
        _previous = _current;
        return _current = loaded;
    }

    public void Dispose()
    {
        server?.Dispose();
        _reading.Dispose();
    }
}
