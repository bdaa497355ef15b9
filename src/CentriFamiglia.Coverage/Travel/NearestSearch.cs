namespace CentriFamiglia.Coverage.Travel;

/// <summary>The question which destination is the nearest from each of many origins, of all and of the origin's own group.</summary>
/// <param name="From">Origins; may be millions, so nobody copies them all.</param>
/// <param name="GroupOfFrom">Of each origin its group; -1 for none.</param>
/// <param name="To">Destinations.</param>
/// <param name="GroupOfTo">Of each destination its group; -1 for none.</param>
public sealed record NearestSearch(IReadOnlyList<Place> From, int[] GroupOfFrom, Place[] To, int[] GroupOfTo)
{
    private const int PairsAtOnce = 1 << 23;

    /// <summary>Whether a destination is of the origin's own group.</summary>
    public bool IsOwn(int from, int to) => GroupOfFrom[from] >= 0 && GroupOfFrom[from] == GroupOfTo[to];

    /// <summary>Every pair asked of a source, some origins at a time.</summary>
    public NearestOffers OverAllPairs(ITravelSource travel)
    {
        var found = new NearestOffers(new NearestOffer[From.Count], new NearestOffer[From.Count]);
        int block = Math.Max(1, PairsAtOnce / Math.Max(1, To.Length));
        for (int first = 0; first < From.Count; first += block)
        {
            var origins = new Place[Math.Min(block, From.Count - first)];
            for (int i = 0; i < origins.Length; i++)
                origins[i] = From[first + i];
            TravelCost?[] costs = travel.Costs(origins, To);
            for (int pair = 0; pair < costs.Length; pair++)
            {
                (int from, int to) = (first + (pair / To.Length), pair % To.Length);
                if (costs[pair] is not { } cost)
                    continue;
                found.Any[from].Offer(cost, to);
                if (IsOwn(from, to))
                    found.Own[from].Offer(cost, to);
            }
        }

        return found;
    }
}
