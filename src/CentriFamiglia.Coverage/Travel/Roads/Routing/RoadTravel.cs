namespace CentriFamiglia.Coverage.Travel.Roads.Routing;

/// <summary>Travel over a loaded road network. A place that cannot be brought onto it has no trips.</summary>
/// <param name="matrix">Over the network.</param>
/// <param name="info">What is known of the network.</param>
/// <param name="fingerprint">Names the very network, its hierarchy included.</param>
public sealed class RoadTravel(TravelMatrix matrix, RoadNetworkInfo info, string fingerprint) : ITravelSource
{
    public TravelSourceInfo Info { get; } = new(
        "rete",
        $"Tempi senza traffico sulla rete stradale {info.Source}"
        + (info.OsmDate is { } date ? $" del {date:yyyy-MM-dd}" : "")
        + $", profilo «{info.Profile}» ({info.Attribution}).",
        MeanAbsoluteErrorMinutes: null,
        P90ErrorMinutes: null,
        fingerprint);

    public TravelCost?[] Costs(IReadOnlyList<Place> from, IReadOnlyList<Place> to)
    {
        RoadSnap[] origins = matrix.Snap([.. from.Select(place => (place.Lon, place.Lat))]);
        RoadSnap[] destinations = matrix.Snap([.. to.Select(place => (place.Lon, place.Lat))]);
        var costs = new TravelCost?[origins.Length * destinations.Length];
        int at = 0;
        foreach (long weight in matrix.Rows(origins, destinations).SelectMany(row => row))
            costs[at++] = RoadWeight.ToCost(weight);
        return costs;
    }
}
