using System.Collections.Concurrent;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Access;

/// <summary>
/// Travel from every demand point to every place of interest, a column per destination: column <c>j</c> holds at <c>i</c> the cost
/// from point <c>i</c>, null when it cannot be made. A table made from a previous one asks only for destinations that are new; of a source
/// that finds the nearest by itself a column is asked when somebody wants it. Where the pairs are too many to keep, a column is asked of the
/// source each time. Safe to share between threads.
/// </summary>
internal sealed class TravelTable
{
    // A hundred megabytes.
    private const long KeptPairs = 1 << 23;

    private readonly string _fingerprint;
    private readonly Place[] _wanted;
    private readonly ConcurrentDictionary<Place, TravelCost?[]> _columns;
    private int _asked;

    private TravelTable(ITravelSource source, DemandPlaces origins, Place[] wanted, IEnumerable<KeyValuePair<Place, TravelCost?[]>>? columns)
    {
        (Source, _fingerprint, Origins, _wanted, _columns, KeepsColumns) = (source, source.Info.Fingerprint, origins, wanted, new(columns ?? []), columns is not null);
        if (KeepsColumns && !source.FindsNearest)
            Complete();
    }

    public ITravelSource Source { get; }

    /// <summary>The demand points, in order.</summary>
    public DemandPlaces Origins { get; }

    /// <summary>Whether a column is asked for once at most.</summary>
    public bool KeepsColumns { get; }

    /// <param name="keptPairs">How many pairs of an origin and a destination are kept at most.</param>
    public static TravelTable Build(
        ITravelSource source, TerritorySnapshot snapshot, IEnumerable<Place> destinations, TravelTable? previous, long keptPairs = KeptPairs)
    {
        var origins = new DemandPlaces(snapshot);
        Place[] wanted = [.. destinations.Distinct()];
        if ((long)origins.Count * wanted.Length > keptPairs)
            return new TravelTable(source, origins, wanted, null);
        bool same = previous is { KeepsColumns: true }
            && previous.Source.GetType() == source.GetType()
            && previous._fingerprint == source.Info.Fingerprint
            && previous.Origins.SequenceEqual(origins);
        return same ? new TravelTable(source, previous!.Origins, wanted, previous.Known(wanted)) : new TravelTable(source, origins, wanted, []);
    }

    /// <summary>The same points and source with other destinations; only those that are new are asked for.</summary>
    public TravelTable With(IEnumerable<Place> destinations)
    {
        Place[] wanted = [.. destinations.Distinct()];
        return KeepsColumns ? new TravelTable(Source, Origins, wanted, Known(wanted)) : this;
    }

    /// <summary>Costs from every demand point to one destination, asked of the source where the table has no such column.</summary>
    public TravelCost?[] Column(Place destination) => _columns.TryGetValue(destination, out TravelCost?[]? column) ? column
        : KeepsColumns ? _columns.GetOrAdd(destination, place => Source.Costs(Origins, [place]))
        : Source.Costs(Origins, [destination]);

    /// <summary>The same for who has no use for trips longer than a limit of their origin: those may be null.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="seconds">Of each origin.</param>
    public TravelCost?[] ColumnWithin(Place destination, IReadOnlyList<int> seconds) =>
        Source.FindsNearest && !_columns.ContainsKey(destination) ? Source.CostsWithin(Origins, seconds, [destination]) : Column(destination);

    /// <summary>
    /// Of each destination its column, in order, for who has no use for trips longer than a limit of their origin, but for the least of them: the
    /// longer ones may be null where enough others are shorter. Who asks a second time gets, and leaves, the columns whole.
    /// </summary>
    /// <param name="destinations">Of the table.</param>
    /// <param name="seconds">Of each origin.</param>
    /// <param name="least">How many of an origin's trips are wanted however long they are.</param>
    public IEnumerable<TravelCost?[]> ColumnsWithin(Place[] destinations, int[] seconds, int least)
    {
        bool whole = !Source.FindsNearest || !KeepsColumns || Interlocked.Increment(ref _asked) > 1 || destinations.All(_columns.ContainsKey);
        if (!whole)
            return Columns(Source.CostsWithin(Origins, seconds, destinations, least), destinations.Length);
        Complete();
        return destinations.Select(Column);
    }

    /// <summary>Asks for every column that is missing, all together: for who wants most of them.</summary>
    public void Complete()
    {
        if (!KeepsColumns)
            return;
        Place[] missing = [.. _wanted.Where(p => !_columns.ContainsKey(p))];
        if (missing.Length == 0)
            return;
        foreach ((Place place, TravelCost?[] column) in missing.Zip(Columns(Source.Costs(Origins, missing), missing.Length)))
            _columns.TryAdd(place, column);
    }

    public static Place PlaceOf(TerritorySnapshot snapshot, PlacedDemand demand)
    {
        Comune comune = snapshot.Comuni[demand.ComuneIndex];
        return new Place(demand.Lon, demand.Lat, comune.Code, comune.AltitudeMetres);
    }

    public static Place PlaceOf(TerritorySnapshot snapshot, ActiveSite site) =>
        new(site.Site.Lon, site.Site.Lat, site.Site.Comune, snapshot.Comuni[site.ComuneIndex].AltitudeMetres);

    private IEnumerable<TravelCost?[]> Columns(TravelCost?[] costs, int columns)
    {
        for (int j = 0; j < columns; j++)
        {
            var column = new TravelCost?[Origins.Count];
            for (int i = 0; i < column.Length; i++)
                column[i] = costs[(i * columns) + j];
            yield return column;
        }
    }

    private IEnumerable<KeyValuePair<Place, TravelCost?[]>> Known(Place[] wanted)
    {
        foreach (Place place in wanted)
        {
            if (_columns.TryGetValue(place, out TravelCost?[]? column))
                yield return KeyValuePair.Create(place, column);
        }
    }
}
