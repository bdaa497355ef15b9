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

    /// <summary>The same for other sedi, from what was found before; a sede that stays is the same object. What stays the nearest is the same object too.</summary>
    public static (NearestSite? Any, NearestSite? OwnAts)[] Update(
        TerritorySnapshot before, (NearestSite? Any, NearestSite? OwnAts)[] found, TerritorySnapshot snapshot, TravelTable travel)
    {
        HashSet<ActiveSite> then = new(before.Sites, ReferenceEqualityComparer.Instance), now = new(snapshot.Sites, ReferenceEqualityComparer.Instance);
        HashSet<ActiveSite> gone = new(before.Sites.Where(s => !now.Contains(s)), ReferenceEqualityComparer.Instance);
        ActiveSite[] all = [.. snapshot.Sites], came = [.. all.Where(s => !then.Contains(s))];
        var columns = new Dictionary<ActiveSite, TravelCost?[]>(ReferenceEqualityComparer.Instance);
        foreach (ActiveSite site in gone.Count > 0 ? all : came)
            columns[site] = travel.Column(TravelTable.PlaceOf(snapshot, site));
        HashSet<string> loaded = [.. snapshot.Units(AreaLevel.Ats).Where(u => u.IsLoaded).Select(u => u.Name)];
        var nearest = new (NearestSite? Any, NearestSite? OwnAts)[found.Length];
        for (int i = 0; i < nearest.Length; i++)
        {
            string? ats = snapshot.MembershipOf(snapshot.Demand[i].Point.Comune)?.Ats is { } own && loaded.Contains(own) ? own : null;
            nearest[i] = (Least(found[i].Any, i, null), ats is null ? null : Least(found[i].OwnAts, i, ats));
        }

        return nearest;

        NearestSite? Least(NearestSite? best, int point, string? ats)
        {
            bool lost = best is not null && gone.Contains(best.Site);
            if (lost)
                best = null;
            foreach (ActiveSite site in lost ? all : came)
            {
                if ((ats is null || site.Ats == ats) && columns[site][point] is { } cost && IsNearer(cost, site, best))
                    best = new NearestSite(site, cost);
            }

            return best;
        }
    }

    private static bool IsNearer(TravelCost cost, ActiveSite site, NearestSite? best) =>
        best is null || (cost.Seconds, cost.Metres, site.Site.Id).CompareTo((best.Cost.Seconds, best.Cost.Metres, best.Site.Site.Id)) < 0;

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
