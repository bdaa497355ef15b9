using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace CentriFamiglia.Coverage.Service.Ogc.Collections;

/// <summary>The layers of each content of the store, made when first asked for and held as long as the content is. Thread-safe.</summary>
internal sealed class HeldLayers(AnalysisSource analyses)
{
    private static readonly AnalysisKey _usual = new(null, null, null);

    private readonly ConditionalWeakTable<LoadedStore, ConcurrentDictionary<string, Lazy<HeldLayer>>> _held = [];

    /// <summary>What all collections rest on: the active set of sedi, today.</summary>
    public Analysis AnalysisOf(LoadedStore loaded) => analyses.Of(loaded, _usual);

    /// <summary>Whether a layer is there already.</summary>
    public bool IsHeld(LoadedStore loaded, OgcCollection collection) =>
        _held.TryGetValue(loaded, out ConcurrentDictionary<string, Lazy<HeldLayer>>? layers) && layers.TryGetValue(KeyOf(collection, null), out Lazy<HeldLayer>? layer)
            && layer.IsValueCreated;

    /// <summary>The layer; made on this thread where it is not there.</summary>
    /// <param name="loaded">Of this content.</param>
    /// <param name="collection">Which.</param>
    /// <param name="scope">The ATS whose rows it shall have; null for all. A register of places is whole for everybody.</param>
    /// <exception cref="CoverageInputException">This content has no answer to it.</exception>
    public HeldLayer Of(LoadedStore loaded, OgcCollection collection, ImmutableArray<string>? scope = null)
    {
        ConcurrentDictionary<string, Lazy<HeldLayer>> layers = _held.GetValue(loaded, _ => new(StringComparer.Ordinal));
        if (collection.IsPlaces)
            scope = null;
        string key = KeyOf(collection, scope);
        foreach (string old in layers.Keys.Where(k => !k.StartsWith(Today, StringComparison.Ordinal)))
            layers.TryRemove(old, out _);
        Lazy<HeldLayer> lazy = layers.GetOrAdd(key, _ => new Lazy<HeldLayer>(() => scope is { } own
            ? Of(loaded, collection).Limited(own)
            : new HeldLayer(collection, collection.Make(AnalysisOf(loaded)))));
        try
        {
            return lazy.Value;
        }
        catch
        {
            layers.TryRemove(KeyValuePair.Create(key, lazy));
            throw;
        }
    }

    /// <summary>Columns and shape; without the rows where those are known before them.</summary>
    public FeatureSchema SchemaOf(LoadedStore loaded, OgcCollection collection) =>
        collection.Known is { } columns ? new FeatureSchema(columns, collection.Shape) : Of(loaded, collection).Schema;

    private string Today => analyses.Today.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private string KeyOf(OgcCollection collection, ImmutableArray<string>? scope) =>
        scope is { } own ? $"{Today} {collection.Id} {string.Join('|', own)}" : $"{Today} {collection.Id}";
}
