using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Access;

/// <summary>
/// Travel from every demand point to every place of interest, a column per destination: column <c>j</c> holds at <c>i</c> the cost
/// from point <c>i</c>, null when it cannot be made. A table made from a previous one asks only for destinations that are new. Where
/// the pairs are too many to keep, a column is asked of the source each time.
/// </summary>
internal sealed class TravelTable
{
    // A hundred megabytes.
    private const long KeptPairs = 1 << 23;

    private readonly string _fingerprint;
    private readonly Dictionary<Place, TravelCost?[]> _columns;

    private TravelTable(ITravelSource source, DemandPlaces origins, Dictionary<Place, TravelCost?[]>? columns)
    {
        (Source, _fingerprint, Origins, _columns, KeepsColumns) = (source, source.Info.Fingerprint, origins, columns ?? [], columns is not null);
    }

    public ITravelSource Source { get; }

    /// <summary>The demand points, in order.</summary>
    public DemandPlaces Origins { get; }

    /// <summary>Whether every column is at hand.</summary>
    public bool KeepsColumns { get; }

    /// <param name="keptPairs">How many pairs of an origin and a destination are kept at most.</param>
    public static TravelTable Build(
        ITravelSource source, TerritorySnapshot snapshot, IEnumerable<Place> destinations, TravelTable? previous, long keptPairs = KeptPairs)
    {
        var origins = new DemandPlaces(snapshot);
        Place[] wanted = [.. destinations.Distinct()];
        if ((long)origins.Count * wanted.Length > keptPairs)
            return new TravelTable(source, origins, null);
        bool same = previous is { KeepsColumns: true }
            && previous.Source.GetType() == source.GetType()
            && previous._fingerprint == source.Info.Fingerprint
            && previous.Origins.SequenceEqual(origins);
        var columns = new Dictionary<Place, TravelCost?[]>(wanted.Length);
        foreach (Place place in wanted)
        {
            if (same && previous!._columns.TryGetValue(place, out TravelCost?[]? column))
                columns[place] = column;
        }

        Place[] missing = [.. wanted.Where(p => !columns.ContainsKey(p))];
        Fill(source, origins, missing, columns);
        return new TravelTable(source, same ? previous!.Origins : origins, columns);
    }

    /// <summary>The same points and source with other destinations; only those that are new are asked for.</summary>
    public TravelTable With(IEnumerable<Place> destinations)
    {
        if (!KeepsColumns)
            return this;
        var columns = new Dictionary<Place, TravelCost?[]>(_columns.Count + 1);
        var missing = new List<Place>();
        foreach (Place place in destinations)
        {
            if (_columns.TryGetValue(place, out TravelCost?[]? column))
                columns[place] = column;
            else if (!missing.Contains(place))
                missing.Add(place);
        }

        Fill(Source, Origins, [.. missing], columns);
        return new TravelTable(Source, Origins, columns);
    }

    /// <summary>Costs from every demand point to one destination, asked of the source where the table has no such column.</summary>
    public TravelCost?[] Column(Place destination) =>
        _columns.TryGetValue(destination, out TravelCost?[]? column) ? column : Source.Costs(Origins, [destination]);

    public static Place PlaceOf(TerritorySnapshot snapshot, PlacedDemand demand)
    {
        Comune comune = snapshot.Comuni[demand.ComuneIndex];
        return new Place(demand.Lon, demand.Lat, comune.Code, comune.AltitudeMetres);
    }

    public static Place PlaceOf(TerritorySnapshot snapshot, ActiveSite site) =>
        new(site.Site.Lon, site.Site.Lat, site.Site.Comune, snapshot.Comuni[site.ComuneIndex].AltitudeMetres);

    private static void Fill(ITravelSource source, DemandPlaces origins, Place[] missing, Dictionary<Place, TravelCost?[]> columns)
    {
        if (missing.Length == 0)
            return;
        TravelCost?[] costs = source.Costs(origins, missing);
        for (int j = 0; j < missing.Length; j++)
        {
            var column = new TravelCost?[origins.Count];
            for (int i = 0; i < column.Length; i++)
                column[i] = costs[(i * missing.Length) + j];
            columns[missing[j]] = column;
        }
    }
}
