using System.Collections.Concurrent;
using System.Diagnostics;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Import.Stored;
using CentriFamiglia.Coverage.Rules;

namespace CentriFamiglia.Coverage.Service.Analyses;

/// <summary>One moment of the store in memory, with the analyses made of it. Each is computed once, however many ask at a time.</summary>
internal sealed class LoadedStore(
    CheckedContent content, string identity, long revision, TravelSources travel, double readMilliseconds, TimeProvider clock, RuleCatalog rules)
{
    /// <summary>Analyses kept: the sets and sources are few, the limits are the users' own.</summary>
    private const int Kept = 24;

    private readonly ConcurrentDictionary<AnalysisKey, Lazy<Analysis>> _analyses = new();
    private readonly ConcurrentDictionary<AnalysisKey, Lazy<TerritorySnapshot>> _snapshots = new();

    /// <summary>The rule sets at hand with this content.</summary>
    public RuleCatalog Rules { get; } = rules.With(OfficeRules.In(content.Content));

    public CheckedContent Checked => content;

    public TerritoryContent Content => content.Content;

    public TravelSources Travel => travel;

    /// <summary>What the store named its content just before it was read.</summary>
    public string Identity => identity;

    public long Revision => revision;

    /// <summary>When this was last known to be the store's content, for one that is away since; null for a content that is the store's.</summary>
    public DateTimeOffset? StaleSince { get; private set; }

    /// <summary>The same content and analyses, marked as those of a store that is away.</summary>
    public LoadedStore ConfirmedOnlyAt(DateTimeOffset time)
    {
        var stale = (LoadedStore)MemberwiseClone();
        stale.StaleSince = time;
        return stale;
    }

    public double ReadMilliseconds => readMilliseconds;

    /// <exception cref="InputException">There is no such set or source.</exception>
    /// <exception cref="CoverageInputException">The question cannot be answered as it stands.</exception>
    public Analysis Analyse(AnalysisKey key, LoadedStore? previous)
    {
        if (_analyses.Count > Kept)
            _analyses.Clear();
        if (_snapshots.Count > Kept)
            _snapshots.Clear();
        // With its day: a service that runs for days does not answer with the one it was started on.
        AnalysisKey dated = key with { AsOf = key.AsOf ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) };
        Analysis analysis = Once(_analyses, dated, () => Compute(dated, dated.AsOf.Value, previous));
        return StaleSince is { } since ? analysis with { StaleSince = since } : analysis;
    }

    /// <summary>An analysis already made of the same set and source, whose travel costs may serve again.</summary>
    private Analysis? Like(AnalysisKey key) => _analyses
        .Where(a => a.Key.Set == key.Set && a.Key.Travel == key.Travel && a.Value.IsValueCreated)
        .Select(a => a.Value.Value)
        .FirstOrDefault();

    private Analysis Compute(AnalysisKey key, DateOnly day, LoadedStore? previous)
    {
        var watch = Stopwatch.StartNew();
        DateTimeOffset now = clock.GetUtcNow();
        TerritorySnapshot snapshot = SnapshotOf(new AnalysisKey(key.Set, null, null) { AsOf = day, Demand = key.Demand });
        double snapshotMilliseconds = watch.Elapsed.TotalMilliseconds;
        CoverageState state = CoverageState.Compute(
            snapshot, Rules.Find(key.Rules), travel.Of(key.Travel), key.LimitMinutes, (Like(key) ?? previous?.Like(key))?.State);
        return new Analysis(
            state, revision, now, [("istantanea", snapshotMilliseconds), ("lettura", readMilliseconds), ("verdetti", watch.Elapsed.TotalMilliseconds - snapshotMilliseconds)])
        {
            Roads = travel.Roads,
            HasServer = travel.Server is not null,
            RuleSets = Rules.Sets,
            Notes = new Lazy<ImmutableArray<string>>(() => SnapNotes.Of(state), LazyThreadSafetyMode.PublicationOnly),
            StoredFindings = [.. content.Findings.Where(f => f.Set is null || f.Set == snapshot.Set.Name)],
        };
    }

    private TerritorySnapshot SnapshotOf(AnalysisKey key) => Once(_snapshots, key, () => key.Demand is { } demand
        ? SnapshotOf(key with { Demand = null }).Weighing(DemandChoice.Parse(demand))
        : Hashed(TerritorySnapshot.Create(Content, key.Set, key.AsOf!.Value)));

    /// <summary>With the hash that every answer states, so that making it is part of making the snapshot.</summary>
    private static TerritorySnapshot Hashed(TerritorySnapshot snapshot)
    {
        _ = snapshot.Hash;
        return snapshot;
    }

    /// <summary>Computes a value once; a failure is told to all who wait and then forgotten, so that it may be asked again.</summary>
    private static TValue Once<TKey, TValue>(ConcurrentDictionary<TKey, Lazy<TValue>> cache, TKey key, Func<TValue> make)
        where TKey : notnull
    {
        Lazy<TValue> lazy = cache.GetOrAdd(key, _ => new Lazy<TValue>(make));
        try
        {
            return lazy.Value;
        }
        catch
        {
            cache.TryRemove(KeyValuePair.Create(key, lazy));
            throw;
        }
    }
}
