using NetTopologySuite.Index.Strtree;

namespace CentriFamiglia.Coverage.Import.Checks;

/// <summary>Sedi within 50 m of each other may be one sede written more than once. Those placed at the comune's centre are left out.</summary>
internal static class NearbySites
{
    public const double LimitMetres = 50;

    /// <summary>Of a larger group so many are named.</summary>
    private const int MostNamed = 3;

    /// <param name="sites">The resulting list.</param>
    /// <param name="rows">Rows of this import by id: each group is said once, on the row of its last id that has one.</param>
    public static void Report(IEnumerable<Site> sites, IReadOnlyDictionary<string, RowReader> rows)
    {
        Site[] placed = [.. sites.Where(s => s.Precision == SitePrecision.Point && s.Status != SiteStatus.Closed).OrderBy(s => s.Id)];
        foreach (Site[] group in Groups(placed))
        {
            if (group.LastOrDefault(s => rows.ContainsKey(s.Id.Value)) is { } said)
                Report(rows[said.Id.Value], said, [.. group.Where(s => s.Id != said.Id)]);
        }
    }

    private static void Report(RowReader row, Site said, Site[] others)
    {
        if (others is [var other])
        {
            double metres = Metres.Between(said.Lon, said.Lat, other.Lon, other.Lat);
            row.Notice(IssueCodes.SediNearby, "site_id", $"a {metres:0} m da «{other.Id}» ({other.Name}): forse è la stessa sede", "Se è la stessa, tenere una sola riga.");
            return;
        }

        string named = string.Join(", ", others.Take(MostNamed).Select(o => $"«{o.Id}» ({o.Name})"));
        string more = others.Length > MostNamed ? $" e altre {others.Length - MostNamed}" : "";
        row.Notice(IssueCodes.SediNearby, "site_id", $"{others.Length + 1} sedi, ognuna a meno di {LimitMetres:0} m da un'altra: questa, {named}{more}. Forse sono la stessa sede");
    }

    /// <summary>Two sedi or more, each within the limit of another of its group; every group and the groups themselves by id.</summary>
    private static IEnumerable<Site[]> Groups(Site[] placed)
    {
        // Those on the very same point are together already: a thousand on one point are no million of pairs.
        IGrouping<(double Lon, double Lat), Site>[] points = [.. placed.GroupBy(s => (s.Lon, s.Lat))];
        var near = new DisjointSets(points.Length);
        var tree = new STRtree<int>();
        for (int i = 0; i < points.Length; i++)
            tree.Insert(new Envelope(new Coordinate(points[i].Key.Lon, points[i].Key.Lat)), i);
        for (int i = 0; i < points.Length; i++)
        {
            (double lon, double lat) = points[i].Key;
            var around = new Envelope(new Coordinate(lon, lat));
            around.ExpandBy(LimitMetres / Metres.PerDegreeLon(lat), LimitMetres / Metres.PerDegreeLat);
            foreach (int other in tree.Query(around).Where(o => o > i && Metres.Between(lon, lat, points[o].Key.Lon, points[o].Key.Lat) <= LimitMetres))
                near.Join(i, other);
        }

        return Enumerable.Range(0, points.Length).GroupBy(near.Root).Select(g => g.SelectMany(i => points[i]).OrderBy(s => s.Id).ToArray())
            .Where(g => g.Length > 1).OrderBy(g => g[0].Id);
    }
}
