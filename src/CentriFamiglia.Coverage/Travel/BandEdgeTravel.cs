namespace CentriFamiglia.Coverage.Travel;

/// <summary>Which time of an estimate is held against a limit.</summary>
public enum BandEdge
{
    /// <summary>The estimate itself.</summary>
    Central,

    /// <summary>The upper end of its band: within the limit only where that is nearly sure.</summary>
    Prudent,

    /// <summary>The lower end: within the limit wherever that may be.</summary>
    Hopeful,
}

/// <summary>Ends of a band: the word of each.</summary>
public static class BandEdges
{
    public static Vocabulary<BandEdge> Words { get; } = new((BandEdge.Central, ["centrale"]), (BandEdge.Prudent, ["prudente"]), (BandEdge.Hopeful, ["ottimista"]));

    /// <summary>By which end a source judges limits.</summary>
    public static BandEdge Of(ITravelSource travel) => travel is BandEdgeTravel edged ? edged.Edge : BandEdge.Central;
}

/// <summary>A source whose times are one end of the bands of another's. Kilometres are the other's; certain times stay.</summary>
public sealed class BandEdgeTravel : ITravelSource
{
    private readonly ITravelSource _inner;
    private BandEdgeTravel(ITravelSource inner, BandEdge edge)
    {
        (_inner, Edge) = (inner, edge);
        Info = inner.Info with
        {
            Description = $"{inner.Info.Description} I tempi sono {(edge == BandEdge.Prudent ? "i P90 (prudenti)" : "i P10 (ottimisti)")} della fascia della stima.",
            Fingerprint = $"{inner.Info.Fingerprint}+{(edge == BandEdge.Prudent ? "p90" : "p10")}",
        };
    }

    public TravelSourceInfo Info { get; }

    /// <summary>Which end.</summary>
    public BandEdge Edge { get; }

    /// <summary>The source itself where the estimate is wanted, and where nothing is estimated.</summary>
    public static ITravelSource Of(ITravelSource inner, BandEdge edge) =>
        edge == BandEdge.Central || inner.Info.Kind is "rete" or "server" ? inner : new BandEdgeTravel(inner, edge);

    public TravelCost?[] Costs(IReadOnlyList<Place> from, IReadOnlyList<Place> to)
    {
        TravelCost?[] costs = _inner.Costs(from, to);
        if (to.Count == 0)
            return costs;
        Parallel.For(0, from.Count, i =>
        {
            for (int j = 0; j < to.Count; j++)
            {
                int pair = (i * to.Count) + j;
                if (costs[pair] is { } cost)
                    costs[pair] = cost with { Seconds = SecondsOf(_inner.Band(from[i], to[j], cost)) };
            }
        });
        return costs;
    }

    private int SecondsOf(TravelBand band) => Edge == BandEdge.Prudent ? band.HighSeconds : band.LowSeconds;
}
