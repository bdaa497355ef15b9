using System.Collections.Frozen;

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
        HashSet<NetworkId> idle,
        DateOnly asOf,
        FrozenDictionary<ComuneCode, int> comuni,
        FrozenDictionary<ComuneCode, Membership> memberships,
        List<SnapshotNote> notes)
    {
        var active = ImmutableArray.CreateBuilder<ActiveSite>(set.Sites.Length);
        foreach (Site site in SortedBy(set.Sites, s => s.Id))
        {
            if (!Counts(site, idle, asOf))
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

    public static ImmutableArray<Site> UnplacedSites(SiteSet set, HashSet<NetworkId> idle, DateOnly asOf, FrozenDictionary<ComuneCode, int> comuni) =>
        [.. SortedBy(set.Sites, s => s.Id).Where(s => Counts(s, idle, asOf) && !IsPlaced(s, comuni))];

    private static bool Counts(Site site, HashSet<NetworkId> idle, DateOnly asOf) =>
        site.Status == SiteStatus.Active && Holds(site.ValidFrom, site.ValidTo, asOf) && !(site.Network is { } network && idle.Contains(network));

    private static bool IsPlaced(Site site, FrozenDictionary<ComuneCode, int> comuni) =>
        comuni.ContainsKey(site.Comune) && double.IsFinite(site.Lon) && double.IsFinite(site.Lat);
}
