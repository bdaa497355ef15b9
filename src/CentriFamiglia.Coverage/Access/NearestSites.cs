using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Access;

/// <summary>The nearest sede of every demand point: least time, ties by metres, then by ordinal id of the sede.</summary>
internal static class NearestSites
{
    /// <summary>Per demand point, the nearest sede of any ATS and of the point's own; null when none can be reached.</summary>
    public static (NearestSite? Any, NearestSite? OwnAts)[] Find(TerritorySnapshot snapshot, TravelTable travel)
    {
        ImmutableArray<ActiveSite> sites = snapshot.Sites;
        ImmutableArray<PlacedDemand> demand = snapshot.Demand;
        int[] atsOfPoint = [.. demand.Select(d => AtsIndex(snapshot, snapshot.MembershipOf(d.Point.Comune)?.Ats))];
        var any = new Best[demand.Length];
        var own = new Best[demand.Length];
        for (int s = 0; s < sites.Length; s++)
        {
            TravelCost?[] column = travel.Column(TravelTable.PlaceOf(snapshot, sites[s]));
            int ats = AtsIndex(snapshot, sites[s].Ats);
            for (int i = 0; i < column.Length; i++)
            {
                if (column[i] is not { } cost)
                    continue;
                any[i].Offer(cost, s);
                if (ats >= 0 && ats == atsOfPoint[i])
                    own[i].Offer(cost, s);
            }
        }

        var nearest = new (NearestSite?, NearestSite?)[demand.Length];
        for (int i = 0; i < nearest.Length; i++)
            nearest[i] = (any[i].ToNearest(sites), own[i].ToNearest(sites));
        return nearest;
    }

    private static int AtsIndex(TerritorySnapshot snapshot, string? ats)
    {
        if (ats is null)
            return -1;
        ImmutableArray<TerritoryUnit> all = snapshot.Units(AreaLevel.Ats);
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i].IsLoaded && all[i].Name == ats)
                return i;
        }

        return -1;
    }

    /// <summary>The best offer so far. Sites are offered in order of id, so that a full tie stays with the lowest.</summary>
    private struct Best
    {
        private TravelCost _cost;
        private int _sitePlusOne;

        public void Offer(TravelCost cost, int site)
        {
            if (_sitePlusOne > 0 && (cost.Seconds, cost.Metres).CompareTo((_cost.Seconds, _cost.Metres)) >= 0)
                return;
            (_cost, _sitePlusOne) = (cost, site + 1);
        }

        public readonly NearestSite? ToNearest(ImmutableArray<ActiveSite> sites) =>
            _sitePlusOne == 0 ? null : new NearestSite(sites[_sitePlusOne - 1], _cost);
    }
}
