using System.Collections.Frozen;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Territory.Snapshot;

/// <summary>The lists of a <see cref="TerritorySnapshot"/>: what counts, what does not, and what is said of it.</summary>
internal static class SnapshotBuild
{
    public static ImmutableArray<T> SortedBy<T, TKey>(ImmutableArray<T> items, Func<T, TKey> key)
        where TKey : IComparable<TKey>
    {
        for (int i = 1; i < items.Length; i++)
        {
            if (key(items[i - 1]).CompareTo(key(items[i])) > 0)
                return [.. items.OrderBy(key)];
        }

        return items;
    }

    public static bool Holds(DateOnly? from, DateOnly? to, DateOnly asOf) => (from is null || from <= asOf) && (to is null || to >= asOf);

    public static SiteSet Choose(ImmutableArray<SiteSet> sets, string? name)
    {
        if (name is null)
            return sets.FirstOrDefault(s => s.Active) ?? Empty(sets.IsEmpty ? SiteSet.Mine : sets[0].Name, sets);
        if (sets.FirstOrDefault(s => s.Name == name) is { } found)
            return found;
        if (SiteSet.Names.Contains(name, StringComparer.Ordinal))
            return Empty(name, sets);
        throw new CoverageInputException(
            $"L'insieme di sedi '{name}' non esiste: scegliere fra {string.Join(", ", SiteSet.Names)}.");
    }

    private static SiteSet Empty(string name, ImmutableArray<SiteSet> sets) =>
        sets.FirstOrDefault(s => s.Name == name)
        ?? new SiteSet { Name = name, Active = false, Sites = [], Networks = [] };

    public static FrozenDictionary<ComuneCode, Membership> Memberships(
        ImmutableArray<Membership> memberships,
        DateOnly asOf,
        FrozenDictionary<ComuneCode, int> comuni,
        List<SnapshotNote> notes)
    {
        var valid = new Dictionary<ComuneCode, Membership>();
        foreach (Membership row in SortedBy(memberships, m => m.Comune))
        {
            if (!comuni.ContainsKey(row.Comune))
            {
                notes.Add(new("appartenenza-comune-ignoto", row.Comune.Value,
                    $"L'appartenenza del codice {row.Comune} non conta: il comune non è caricato. Importare il comune o correggere il codice."));
            }
            else if (Holds(row.ValidFrom, row.ValidTo, asOf) && !string.IsNullOrWhiteSpace(row.Ats))
            {
                valid.TryAdd(row.Comune, row);
            }
        }

        return valid.ToFrozenDictionary();
    }

    public static ImmutableArray<ActiveSite> Sites(
        SiteSet set,
        DateOnly asOf,
        FrozenDictionary<ComuneCode, int> comuni,
        FrozenDictionary<ComuneCode, Membership> memberships,
        List<SnapshotNote> notes)
    {
        var active = ImmutableArray.CreateBuilder<ActiveSite>(set.Sites.Length);
        foreach (Site site in SortedBy(set.Sites, s => s.Id))
        {
            if (!Counts(site, asOf))
                continue;
            if (IsPlaced(site, comuni))
                active.Add(new ActiveSite(site, comuni[site.Comune], memberships.GetValueOrDefault(site.Comune)));
            else if (!comuni.ContainsKey(site.Comune))
                notes.Add(new("sede-comune-ignoto", site.Id.Value,
                    $"La sede {site.Id} non conta: il suo comune {site.Comune} non è caricato. Correggere il codice del comune o importare il comune."));
            else
                notes.Add(new("sede-senza-coordinate", site.Id.Value,
                    $"La sede {site.Id} non conta: le sue coordinate non sono numeri finiti. Indicare lon e lat."));
        }

        return active.ToImmutable();
    }

    public static ImmutableArray<Site> UnplacedSites(SiteSet set, DateOnly asOf, FrozenDictionary<ComuneCode, int> comuni) =>
        [.. SortedBy(set.Sites, s => s.Id).Where(s => Counts(s, asOf) && !IsPlaced(s, comuni))];

    private static bool Counts(Site site, DateOnly asOf) =>
        site.Status == SiteStatus.Active && Holds(site.ValidFrom, site.ValidTo, asOf);

    private static bool IsPlaced(Site site, FrozenDictionary<ComuneCode, int> comuni) =>
        comuni.ContainsKey(site.Comune) && double.IsFinite(site.Lon) && double.IsFinite(site.Lat);

    public static ImmutableArray<PlacedDemand> Demand(
        TerritoryContent content,
        ImmutableArray<Comune> comuni,
        FrozenDictionary<ComuneCode, int> index,
        List<SnapshotNote> notes)
    {
        notes.AddRange(comuni.Where(c => c.Residents is null).Select(c => new SnapshotNote("comune-senza-residenti", c.Code.Value,
            $"I residenti di {c.Name} ({c.Code}) non sono noti: il comune pesa zero nelle medie. Importare la popolazione.")));
        return content.DemandPoints.IsEmpty ? OnePerComune(comuni, notes) : Imported(content.DemandPoints, comuni, index, notes);
    }

    private static ImmutableArray<PlacedDemand> OnePerComune(ImmutableArray<Comune> comuni, List<SnapshotNote> notes)
    {
        var points = ImmutableArray.CreateBuilder<PlacedDemand>(comuni.Length);
        for (int i = 0; i < comuni.Length; i++)
        {
            Comune comune = comuni[i];
            (double lon, double lat, DemandOrigin origin) = (comune.Seat?.Lon ?? 0, comune.Seat?.Lat ?? 0, DemandOrigin.Seat);
            if (comune.Seat is null)
            {
                if (comune.Boundary.IsEmpty)
                {
                    notes.Add(new("comune-senza-luogo", comune.Code.Value,
                        $"{comune.Name} ({comune.Code}) non ha né sede comunale né confine: i suoi residenti non entrano nei tempi di viaggio."));
                    continue;
                }

                Point inside = comune.Boundary.InteriorPoint;
                (lon, lat, origin) = (inside.X, inside.Y, DemandOrigin.Interior);
                notes.Add(new("comune-senza-sede", comune.Code.Value,
                    $"La sede comunale di {comune.Name} ({comune.Code}) non è nota: i residenti sono posti in un punto interno al confine."));
            }

            points.Add(new PlacedDemand(DemandPoint.Of(comune, lon, lat), i, origin));
        }

        return points.ToImmutable();
    }

    private static ImmutableArray<PlacedDemand> Imported(
        ImmutableArray<DemandPoint> points,
        ImmutableArray<Comune> comuni,
        FrozenDictionary<ComuneCode, int> index,
        List<SnapshotNote> notes)
    {
        var placed = ImmutableArray.CreateBuilder<PlacedDemand>(points.Length);
        var seen = new HashSet<ComuneCode>();
        foreach (DemandPoint point in SortedBy(points, p => p.Id))
        {
            if (!index.TryGetValue(point.Comune, out int comune) || !double.IsFinite(point.Lon) || !double.IsFinite(point.Lat)
                || !double.IsFinite(point.Residents) || point.Residents < 0)
            {
                notes.Add(new("punto-scartato", point.Id.Value,
                    $"Il punto {point.Id} non conta: comune ignoto, coordinate o residenti non validi. Correggere il punto e importarlo di nuovo."));
                continue;
            }

            seen.Add(point.Comune);
            placed.Add(new PlacedDemand(point, comune, DemandOrigin.Imported));
        }

        notes.AddRange(comuni.Where(c => !seen.Contains(c.Code)).Select(c => new SnapshotNote("comune-senza-punti", c.Code.Value,
            $"Nessun punto di residenza importato cade in {c.Name} ({c.Code}): i suoi residenti non entrano nei tempi di viaggio.")));
        return placed.ToImmutable();
    }
}
