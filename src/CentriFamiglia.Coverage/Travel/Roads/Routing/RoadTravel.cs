namespace CentriFamiglia.Coverage.Travel.Roads.Routing;

/// <summary>
/// Travel over a loaded road network. A place that cannot be brought onto it has no trips; <see cref="Snap"/> tells which. Safe for use
/// by several threads.
/// </summary>
public sealed class RoadTravel : ITravelSource
{
    private readonly RoadNetwork _network;
    private readonly RoadHierarchy _hierarchy;
    private readonly SnapOptions _options;
    private readonly TravelMatrix _matrix;
    private Origins? _last;

    /// <param name="hierarchy">Of that network's graph.</param>
    /// <param name="options">Where places may join the network.</param>
    /// <param name="fingerprint">Names the very network, its hierarchy included.</param>
    public RoadTravel(RoadNetwork network, RoadHierarchy hierarchy, SnapOptions options, string fingerprint)
    {
        (_network, _hierarchy, _options) = (network, hierarchy, options);
        _matrix = new TravelMatrix(network, hierarchy, options);
        RoadNetworkInfo info = network.Info;
        Info = new TravelSourceInfo(
            "rete",
            $"Tempi {info.Times} sulla rete stradale {info.Source}"
            + (info.OsmDate is { } date ? $" del {date:yyyy-MM-dd}" : "")
            + $", profilo «{info.Profile}» ({info.Attribution}).",
            MeanAbsoluteErrorMinutes: null,
            P90ErrorMinutes: null,
            // Another cap may leave other places out: other figures, so another name.
            options.CapMetres == SnapOptions.Default.CapMetres ? fingerprint : FormattableString.Invariant($"{fingerprint}/{options.CapMetres:0.#}"));
    }

    public TravelSourceInfo Info { get; }

    public RoadNetworkInfo Network => _network.Info;

    /// <summary>How far from a road a place may be, metres.</summary>
    public double CapMetres => _options.CapMetres;

    /// <summary>Where places join the network, in order.</summary>
    public RoadSnap[] Snap(IReadOnlyList<Place> places) => _matrix.Snap([.. places.Select(place => (place.Lon, place.Lat))]);

    /// <summary>Name of the road a snapped place joins; empty when it has none, or is not snapped.</summary>
    public string RoadOf(RoadSnap snap) => snap.Status == SnapStatus.Ok ? _network.Edges.NameOf(snap.Edge) : "";

    public TravelCost?[] Costs(IReadOnlyList<Place> from, IReadOnlyList<Place> to)
    {
        var costs = new TravelCost?[from.Count * to.Count];
        // Many residents and few sedi: the residents stay, so what is found of them serves the next question too.
        if (to.Count <= from.Count)
        {
            long[][] columns = OriginsOf(from).Columns.To(Snap(to));
            for (int j = 0; j < columns.Length; j++)
            {
                for (int i = 0; i < from.Count; i++)
                    costs[(i * to.Count) + j] = RoadWeight.ToCost(columns[j][i]);
            }

            return costs;
        }

        int at = 0;
        foreach (long weight in _matrix.Rows(Snap(from), Snap(to)).SelectMany(row => row))
            costs[at++] = RoadWeight.ToCost(weight);
        return costs;
    }

    private Origins OriginsOf(IReadOnlyList<Place> from)
    {
        if (_last is { } known && known.Places.AsSpan().SequenceEqual(from as Place[] ?? [.. from]))
            return known;
        Place[] places = [.. from];
        return _last = new Origins(places, new RoadColumns(_network, _hierarchy, Snap(places)));
    }

    private sealed record Origins(Place[] Places, RoadColumns Columns);
}
