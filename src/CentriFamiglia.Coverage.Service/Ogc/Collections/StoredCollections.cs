using System.Runtime.CompilerServices;
using CentriFamiglia.Coverage.Service.Layers.Areas;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Ogc.Collections;

/// <summary>Which collections show rows of a table as they are stored, so that a database may look in their place.</summary>
/// <param name="analyses">Whose store is asked.</param>
internal sealed class StoredCollections(AnalysisSource analyses)
{
    private static readonly ConditionalWeakTable<TerritorySnapshot, StrongBox<ImmutableArray<DemandPoint>?>> _others = [];

    /// <param name="analysis">Of <paramref name="loaded"/>.</param>
    /// <returns>Null where the answer shows other rows than the table's, or the store is away.</returns>
    public static StoredCollection? Find(OgcCollection collection, LoadedStore loaded, Analysis analysis)
    {
        if (loaded.StaleSince is not null)
            return null;
        (TerritoryContent shown, TerritoryContent stored) = (loaded.Checked.Content, loaded.Checked.Readable);
        return collection.Id switch
        {
            "comuni" when shown.Comuni == stored.Comuni => new StoredCollection(SelectedTable.Comuni),
            SiteLayer.Name when shown.SiteSets == stored.SiteSets => new StoredCollection(SelectedTable.Sedi) { Set = analysis.Snapshot.Set.Name },
            "punti" when ReferenceEquals(shown.DemandPoints, stored.DemandPoints) && Others(analysis.Snapshot) is { } others =>
                new StoredCollection(SelectedTable.Punti) { Others = others },
            _ => null,
        };
    }

    /// <returns>Null where the database does not select, or cannot now.</returns>
    public SelectedRows? Select(RowSelection selection, LoadedStore loaded, CancellationToken stop) =>
        Asked(() => analyses.Store.SelectAsync(selection, loaded.Identity, stop));

    /// <returns>The same.</returns>
    public byte[]? Tile(StoredTile tile, LoadedStore loaded, CancellationToken stop) => Asked(() => analyses.Store.TileAsync(tile, loaded.Identity, stop));

    /// <summary>The points that stand in no table: those of comuni without any.</summary>
    /// <returns>Null where there are stored points that do not count.</returns>
    private static ImmutableArray<DemandPoint>? Others(TerritorySnapshot snapshot) => _others.GetValue(snapshot, known =>
    {
        DemandPoints stored = known.Content.DemandPoints;
        HashSet<ComuneCode> have = [.. stored.Codes];
        bool[] without = [.. known.Comuni.Select(c => !have.Contains(c.Code))];
        DemandPoint[] others = [.. Enumerable.Range(0, known.Demand.Length).Where(i => without[known.Demand.ComuneOf(i)]).Select(i => known.Demand[i].Point)];
        return new StrongBox<ImmutableArray<DemandPoint>?>(stored.Length + others.Length == known.Demand.Length ? [.. others] : null);
    }).Value;

    /// <summary>On a thread that has nothing else to do. What the database does not say is known here too.</summary>
    private static T? Asked<T>(Func<Task<T?>> ask)
        where T : class
    {
        try
        {
            return Task.Run(ask).GetAwaiter().GetResult();
        }
        catch (StoreException)
        {
            return null;
        }
    }
}

/// <summary>The table of a collection.</summary>
internal sealed record StoredCollection(SelectedTable Table)
{
    public string? Set { get; init; }

    public ImmutableArray<DemandPoint> Others { get; init; } = [];
}
