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

    /// <summary>The same for other sedi, from what was found before; a sede that stays is the same object.</summary>
    public static NearestOffers Update(TerritorySnapshot before, NearestOffers found, TerritorySnapshot snapshot, TravelTable travel)
    {
        var positions = new Dictionary<ActiveSite, int>(ReferenceEqualityComparer.Instance);
        for (int s = 0; s < snapshot.Sites.Length; s++)
            positions[snapshot.Sites[s]] = s;
        int[] placeOf = [.. before.Sites.Select(s => positions.GetValueOrDefault(s, -1))];
        bool anyGone = placeOf.Contains(-1);
        if (anyGone && !travel.KeepsColumns)
            return Find(snapshot, travel);
        int[] all = [.. Enumerable.Range(0, snapshot.Sites.Length)], came = [.. all.Except(placeOf)];
        TravelCost?[]?[] columns = new TravelCost?[]?[all.Length];
        foreach (int site in anyGone ? all : came)
            columns[site] = travel.Column(TravelTable.PlaceOf(snapshot, snapshot.Sites[site]));
        int[] atsOfSite = [.. snapshot.Sites.Select(s => AtsIndex(snapshot, s.Ats))];
        int[] atsOfComune = [.. snapshot.Comuni.Select(c => AtsIndex(snapshot, snapshot.MembershipOf(c.Code)?.Ats))];
        var nearest = new NearestOffers(new NearestOffer[found.Any.Length], new NearestOffer[found.Own.Length]);
        for (int i = 0; i < nearest.Any.Length; i++)
        {
            int ats = atsOfComune[snapshot.Demand.ComuneOf(i)];
            nearest.Any[i] = Least(found.Any[i], i, null);
            if (ats >= 0)
                nearest.Own[i] = Least(found.Own[i], i, ats);
        }

        return nearest;

        NearestOffer Least(NearestOffer best, int point, int? ats)
        {
            NearestOffer least = default;
            bool lost = best.Place is { } place && placeOf[place] < 0;
            if (!lost && best.Place is { } stays)
                least.Offer(best.Cost, placeOf[stays]);
            foreach (int site in lost ? all : came)
            {
                if ((ats is null || atsOfSite[site] == ats) && columns[site]![point] is { } cost)
                    least.Offer(cost, site);
            }

            return least;
        }
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
