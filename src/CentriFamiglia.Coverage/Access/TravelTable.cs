using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Access;

/// <summary>
/// Travel from every demand point to every place of interest, a column per destination: column <c>j</c> holds at <c>i</c> the cost
/// from point <c>i</c>, null when it cannot be made. A table made from a previous one asks only for destinations that are new.
/// </summary>
internal sealed class TravelTable
{
    private readonly ITravelSource _source;
    private readonly string _fingerprint;
    private readonly Place[] _origins;
    private readonly Dictionary<Place, TravelCost?[]> _columns;

    private TravelTable(ITravelSource source, Place[] origins, Dictionary<Place, TravelCost?[]> columns)
    {
        (_source, _fingerprint, _origins, _columns) = (source, source.Info.Fingerprint, origins, columns);
    }

    public static TravelTable Build(ITravelSource source, TerritorySnapshot snapshot, IEnumerable<Place> destinations, TravelTable? previous)
    {
        Place[] origins = [.. snapshot.Demand.Select(d => PlaceOf(snapshot, d))];
        Place[] wanted = [.. destinations.Distinct()];
        bool same = previous is not null
            && previous._source.GetType() == source.GetType()
            && previous._fingerprint == source.Info.Fingerprint
            && previous._origins.AsSpan().SequenceEqual(origins);
        var columns = new Dictionary<Place, TravelCost?[]>(wanted.Length);
        foreach (Place place in wanted)
        {
            if (same && previous!._columns.TryGetValue(place, out TravelCost?[]? column))
                columns[place] = column;
        }

        Place[] missing = [.. wanted.Where(p => !columns.ContainsKey(p))];
        Fill(source, origins, missing, columns);
        return new TravelTable(source, same ? previous!._origins : origins, columns);
    }

    /// <summary>The same points and source with other destinations; only those that are new are asked for.</summary>
    public TravelTable With(IEnumerable<Place> destinations)
    {
        var columns = new Dictionary<Place, TravelCost?[]>(_columns.Count + 1);
        var missing = new List<Place>();
        foreach (Place place in destinations)
        {
            if (_columns.TryGetValue(place, out TravelCost?[]? column))
                columns[place] = column;
            else if (!missing.Contains(place))
                missing.Add(place);
        }

        Fill(_source, _origins, [.. missing], columns);
        return new TravelTable(_source, _origins, columns);
    }

    /// <summary>Costs from every demand point to one destination of the table.</summary>
    public TravelCost?[] Column(Place destination) => _columns[destination];

    /// <summary>Costs from every demand point to one destination, asked of the source where the table has no such column.</summary>
    public TravelCost?[] ColumnOrAsk(Place destination) =>
        _columns.TryGetValue(destination, out TravelCost?[]? column) ? column : _source.Costs(_origins, [destination]);

    public static Place PlaceOf(TerritorySnapshot snapshot, PlacedDemand demand) =>
        new(demand.Point.Lon, demand.Point.Lat, demand.Point.Comune, snapshot.Comuni[demand.ComuneIndex].AltitudeMetres);

    public static Place PlaceOf(TerritorySnapshot snapshot, ActiveSite site) =>
        new(site.Site.Lon, site.Site.Lat, site.Site.Comune, snapshot.Comuni[site.ComuneIndex].AltitudeMetres);

    private static void Fill(ITravelSource source, Place[] origins, Place[] missing, Dictionary<Place, TravelCost?[]> columns)
    {
        if (missing.Length == 0)
            return;
        TravelCost?[] costs = source.Costs(origins, missing);
        for (int j = 0; j < missing.Length; j++)
        {
            var column = new TravelCost?[origins.Length];
            for (int i = 0; i < column.Length; i++)
                column[i] = costs[(i * missing.Length) + j];
            columns[missing[j]] = column;
        }
    }
}
