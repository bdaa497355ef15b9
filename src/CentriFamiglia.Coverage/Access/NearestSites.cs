using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Access;

/// <summary>The nearest sede of every demand point: least time, ties by metres, then by ordinal id of the sede.</summary>
internal static class NearestSites
{
    /// <summary>Per demand point, the nearest sede of any ATS and of the point's own, as positions in <see cref="TerritorySnapshot.Sites"/>.</summary>
    public static NearestOffers Find(TerritorySnapshot snapshot, TravelTable travel)
    {
        ImmutableArray<ActiveSite> sites = snapshot.Sites;
        int[] atsOfComune = [.. snapshot.Comuni.Select(c => AtsIndex(snapshot, snapshot.MembershipOf(c.Code)?.Ats))];
        var search = new NearestSearch(
            travel.Origins,
            [.. snapshot.Demand.Select(d => atsOfComune[d.ComuneIndex])],
            [.. sites.Select(s => TravelTable.PlaceOf(snapshot, s))],
            [.. sites.Select(s => AtsIndex(snapshot, s.Ats))]);
        return travel.KeepsColumns ? OfColumns(search, travel) : travel.Source.Nearest(search);
    }

    private static NearestOffers OfColumns(NearestSearch search, TravelTable travel)
    {
        var found = new NearestOffers(new NearestOffer[search.From.Count], new NearestOffer[search.From.Count]);
        for (int s = 0; s < search.To.Length; s++)
        {
            TravelCost?[] column = travel.Column(search.To[s]);
            for (int i = 0; i < column.Length; i++)
            {
                if (column[i] is not { } cost)
                    continue;
                found.Any[i].Offer(cost, s);
                if (search.IsOwn(i, s))
                    found.Own[i].Offer(cost, s);
            }
        }

        return found;
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
}
