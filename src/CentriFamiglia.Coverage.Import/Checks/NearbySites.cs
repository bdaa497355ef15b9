using NetTopologySuite.Index.Strtree;

namespace CentriFamiglia.Coverage.Import.Checks;

/// <summary>Sedi within 50 m of each other may be one sede written twice. Those placed at the comune's centre are left out.</summary>
internal static class NearbySites
{
    public const double LimitMetres = 50;

    /// <param name="sites">The resulting list.</param>
    /// <param name="rows">Rows of this import by id: each pair is said once, on the row of its later id.</param>
    public static void Report(IEnumerable<Site> sites, IReadOnlyDictionary<string, RowReader> rows)
    {
        Site[] placed = [.. sites.Where(s => s.Precision == SitePrecision.Point && s.Status != SiteStatus.Closed).OrderBy(s => s.Id)];
        var tree = new STRtree<Site>();
        foreach (Site site in placed)
            tree.Insert(new Envelope(new Coordinate(site.Lon, site.Lat)), site);
        foreach (Site site in placed.Where(s => rows.ContainsKey(s.Id.Value)))
        {
            var around = new Envelope(new Coordinate(site.Lon, site.Lat));
            around.ExpandBy(LimitMetres / Metres.PerDegreeLon(site.Lat), LimitMetres / Metres.PerDegreeLat);
            foreach (Site other in tree.Query(around).Where(o => o.Id != site.Id).OrderBy(o => o.Id))
            {
                bool saidByOther = rows.ContainsKey(other.Id.Value) && site.Id.CompareTo(other.Id) < 0;
                double metres = Metres.Between(site.Lon, site.Lat, other.Lon, other.Lat);
                if (!saidByOther && metres <= LimitMetres)
                {
                    rows[site.Id.Value].Notice(
                        "site_id",
                        $"a {metres:0} m da «{other.Id}» ({other.Name}): forse è la stessa sede",
                        "Se è la stessa, tenere una sola riga.");
                }
            }
        }
    }
}
