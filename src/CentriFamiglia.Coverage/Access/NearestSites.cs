using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Access;

/// <summary>The nearest sede of every demand point: least time, ties by metres, then by ordinal id of the sede.</summary>
internal static class NearestSites
{
    /// <summary>Per demand point, the nearest sede of any ATS and of the point's own, as positions in <see cref="TerritorySnapshot.Sites"/>.</summary>
    public static NearestOffers Find(TerritorySnapshot snapshot, TravelTable travel)
    {
        int[] atsOfComune = AtsOfComuni(snapshot);
        NearestSearch search = Search(snapshot, travel.Origins, [.. snapshot.Demand.Select(d => atsOfComune[d.ComuneIndex])]);
        return travel.KeepsColumns && !travel.Source.FindsNearest ? OfColumns(search, travel) : travel.Source.Nearest(search);
    }

    private static NearestSearch Search(TerritorySnapshot snapshot, IReadOnlyList<Place> from, int[] ats) => new(
        from,
        ats,
        [.. snapshot.Sites.Select(s => TravelTable.PlaceOf(snapshot, s))],
        [.. snapshot.Sites.Select(s => AtsIndex(snapshot, s.Ats))]);

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
        bool asksAll = anyGone && !travel.Source.FindsNearest;
        int[] atsOfSite = [.. snapshot.Sites.Select(s => AtsIndex(snapshot, s.Ats))];
        int[] atsOfComune = AtsOfComuni(snapshot);
        TravelCost?[]?[] columns = new TravelCost?[]?[all.Length];
        int[] soFar = came.Length == 0 ? [] : [.. found.Any.Select((any, i) => Math.Max(
            any.Place is null ? int.MaxValue : any.Cost.Seconds,
            found.Own[i].Place is not null ? found.Own[i].Cost.Seconds : atsOfComune[snapshot.Demand.ComuneOf(i)] >= 0 ? int.MaxValue : 0))];
        foreach (int site in asksAll ? all : came)
        {
            Place place = TravelTable.PlaceOf(snapshot, snapshot.Sites[site]);
            columns[site] = asksAll ? travel.Column(place) : travel.ColumnWithin(place, soFar);
        }

        var nearest = new NearestOffers(new NearestOffer[found.Any.Length], new NearestOffer[found.Own.Length]);
        for (int i = 0; i < nearest.Any.Length; i++)
        {
            int ats = atsOfComune[snapshot.Demand.ComuneOf(i)];
            nearest.Any[i] = Least(found.Any[i], i, null);
            if (ats >= 0)
                nearest.Own[i] = Least(found.Own[i], i, ats);
        }

        if (anyGone && !asksAll)
            FindAnew();
        return nearest;

        // Those whose nearest goes are few, and ask the source for no more than they must.
        void FindAnew()
        {
            int[] lost = [.. Enumerable.Range(0, nearest.Any.Length).Where(i => Loses(found.Any[i]) || Loses(found.Own[i]))];
            NearestOffers again = travel.Source.Nearest(
                Search(snapshot, [.. lost.Select(i => travel.Origins[i])], [.. lost.Select(i => atsOfComune[snapshot.Demand.ComuneOf(i)])]));
            for (int i = 0; i < lost.Length; i++)
                (nearest.Any[lost[i]], nearest.Own[lost[i]]) = (again.Any[i], again.Own[i]);
        }

        bool Loses(NearestOffer offer) => offer.Place is { } place && placeOf[place] < 0;

        NearestOffer Least(NearestOffer best, int point, int? ats)
        {
            NearestOffer least = default;
            bool lost = Loses(best);
            if (!lost && best.Place is { } stays)
                least.Offer(best.Cost, placeOf[stays]);
            foreach (int site in lost && asksAll ? all : came)
            {
                if ((ats is null || atsOfSite[site] == ats) && columns[site]![point] is { } cost)
                    least.Offer(cost, site);
            }

            return least;
        }
    }

    private static int[] AtsOfComuni(TerritorySnapshot snapshot) => [.. snapshot.Comuni.Select(c => AtsIndex(snapshot, snapshot.MembershipOf(c.Code)?.Ats))];

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
