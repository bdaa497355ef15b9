using CentriFamiglia.Coverage.Findings;

namespace CentriFamiglia.Coverage.Storage.Contract;

/// <summary>A change of the territory, and whose it is.</summary>
/// <param name="What">Italian, for who may not make it.</param>
/// <param name="Ats">Null for what is the whole region's.</param>
/// <param name="Deed">What who makes it must be allowed.</param>
public sealed record ScopedChange(string What, string? Ats, Deed Deed)
{
    /// <summary>Whether it is a sede that is only planned, before and after: what a decision plans, or takes back, is the decision's.</summary>
    public bool IsPlan { get; init; }
}

/// <summary>Whose ATS each change of a write is.</summary>
public static class ContentScope
{
    /// <param name="change">With what it was made from.</param>
    public static IEnumerable<ScopedChange> Of(ContentChange change)
    {
        (TerritoryContent next, ContentParts parts, _, StoreReading read) = change;
        TerritoryContent before = read.Content;
        var places = new Places(before, next);
        IEnumerable<ScopedChange> all = [];
        if (parts.HasFlag(ContentParts.SiteSets))
            all = all.Concat(Sets(before, next, places));
        if (parts.HasFlag(ContentParts.Memberships))
        {
            all = all.Concat(Changed(before.Memberships, next.Memberships, m => m.Comune.Value)
                .SelectMany(m => Owned($"l'appartenenza del comune {m.Key}", [.. OwnersOf(m.Old, x => [x.Ats]), .. OwnersOf(m.New, x => [x.Ats])])));
        }

        if (parts.HasFlag(ContentParts.Declarations))
        {
            all = all.Concat(Changed(before.Declarations, next.Declarations, d => d.Ats)
                .Select(d => new ScopedChange($"ciò che dichiara l'ATS {d.Key}", d.Key, Deed.Decide)));
        }

        if (parts.HasFlag(ContentParts.Documents))
            all = all.Concat(Documents(before, next));
        if (parts.HasFlag(ContentParts.Comuni) && !before.Comuni.SequenceEqual(next.Comuni))
            all = all.Concat(Comuni(before, next, places));
        if (parts.HasFlag(ContentParts.DemandPoints) && !ReferenceEquals(before.DemandPoints, next.DemandPoints))
            all = all.Concat(Points(before.DemandPoints, next.DemandPoints, places));
        if (parts.HasFlag(ContentParts.Matrix))
            all = all.Append(new ScopedChange("la matrice dei tempi", null, Deed.SetRules));
        return all;
    }

    private static IEnumerable<ScopedChange> Sets(TerritoryContent before, TerritoryContent next, Places places)
    {
        foreach ((string name, SiteSet? old, SiteSet? now) in Changed(before.SiteSets, next.SiteSets, s => s.Name))
        {
            // Where the active list is empty another begins: nobody's choice is taken away.
            if ((old?.Active ?? false) != (now?.Active ?? false) && before.SiteSets.FirstOrDefault(s => s.Active) is { Sites.IsEmpty: false })
                yield return new ScopedChange($"quale insieme di sedi è attivo («{name}»)", null, Deed.SetRules);
            foreach (string ats in (old?.CompleteFor ?? []).Except(now?.CompleteFor ?? [], StringComparer.Ordinal)
                .Concat((now?.CompleteFor ?? []).Except(old?.CompleteFor ?? [], StringComparer.Ordinal)))
            {
                yield return new ScopedChange($"la completezza dell'elenco per l'ATS {ats}", ats, Deed.WriteTerritory);
            }

            foreach ((string id, Network? was, Network? shall) in Changed(old?.Networks ?? [], now?.Networks ?? [], n => n.Id.Value))
            {
                foreach (ScopedChange change in Owned($"la rete {id}", [.. OwnersOf(was, n => [n.Ats]), .. OwnersOf(shall, n => [n.Ats])]))
                    yield return change;
            }

            foreach ((string id, Site? was, Site? shall) in Changed(old?.Sites ?? [], now?.Sites ?? [], s => s.Id.Value))
            {
                bool isPlan = was?.Status is null or SiteStatus.Planned && shall?.Status is null or SiteStatus.Planned;
                foreach (ScopedChange change in Owned($"la sede {id}", [.. OwnersOf(was, s => places.OwnersOf(s, old!)), .. OwnersOf(shall, s => places.OwnersOf(s, now!))]))
                    yield return change with { IsPlan = isPlan };
            }
        }
    }

    private static IEnumerable<ScopedChange> Documents(TerritoryContent before, TerritoryContent next)
    {
        foreach (string key in before.Documents.Keys.Union(next.Documents.Keys, StringComparer.Ordinal)
            .Where(k => before.Documents.GetValueOrDefault(k) != next.Documents.GetValueOrDefault(k)))
        {
            if (key != DocumentKeys.Exceptions)
            {
                yield return new ScopedChange($"il documento «{key}»", null, Deed.SetRules);
                continue;
            }

            foreach ((string id, StandardWaiver? old, StandardWaiver? now) in Changed(ExceptionRegister.In(before).Exceptions, ExceptionRegister.In(next).Exceptions, e => e.Id))
            {
                StandardWaiver waiver = (now ?? old)!;
                string? ats = next.Areas.FirstOrDefault(a => a.Level == waiver.Level && a.Code == waiver.Code)?.Ats;
                yield return new ScopedChange($"l'eccezione {id}", ats, Deed.Decide);
            }
        }
    }

    private static IEnumerable<ScopedChange> Comuni(TerritoryContent before, TerritoryContent next, Places places)
    {
        foreach ((string code, Comune? old, Comune? now) in Changed(before.Comuni, next.Comuni, c => c.Code.Value))
        {
            // Figures of a comune are its ATS's to bring up to date; its borders and name are everybody's.
            bool figures = old is not null && now is not null && old.Name == now.Name && ReferenceEquals(old.Boundary, now.Boundary);
            yield return new ScopedChange($"il comune {code}", figures ? places.AtsOf(new ComuneCode(code)) : null, figures ? Deed.WriteTerritory : Deed.SetRules);
        }
    }

    private static IEnumerable<ScopedChange> Points(DemandPoints before, DemandPoints next, Places places)
    {
        var old = before.GroupBy(p => p.Comune).ToDictionary(g => g.Key, g => g.ToHashSet());
        var now = next.GroupBy(p => p.Comune).ToDictionary(g => g.Key, g => g.ToHashSet());
        return old.Keys.Union(now.Keys)
            .Where(c => !(old.TryGetValue(c, out HashSet<DemandPoint>? was) && now.TryGetValue(c, out HashSet<DemandPoint>? shall) && was.SetEquals(shall)))
            .Select(c => new ScopedChange($"i punti del comune {c.Value}", places.AtsOf(c), Deed.WriteTerritory));
    }

    private static IEnumerable<(string Key, T? Old, T? New)> Changed<T>(ImmutableArray<T> before, ImmutableArray<T> next, Func<T, string> key)
        where T : class
    {
        if (before == next)
            return [];
        var old = before.ToDictionary(key, StringComparer.Ordinal);
        var now = next.ToDictionary(key, StringComparer.Ordinal);
        return old.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(k => (k, old.GetValueOrDefault(k), now.GetValueOrDefault(k)))
            .Where(c => !Equals(c.Item2, c.Item3));
    }

    private static IEnumerable<string?> OwnersOf<T>(T? row, Func<T, IEnumerable<string?>> owners)
        where T : class => row is null ? [] : owners(row);

    /// <summary>One change for each of those whose the row is or was.</summary>
    private static IEnumerable<ScopedChange> Owned(string what, IEnumerable<string?> owners) =>
        owners.Distinct(StringComparer.Ordinal).Select(ats => new ScopedChange(what, ats, Deed.WriteTerritory));

    /// <summary>Whose a comune is, before the write and after it.</summary>
    private sealed class Places(TerritoryContent before, TerritoryContent next)
    {
        private readonly Lazy<Dictionary<ComuneCode, string>> _ats = new(() =>
        {
            var ats = next.Memberships.ToDictionary(m => m.Comune, m => m.Ats);
            // A comune that this very write takes to another ATS is still the first one's.
            foreach (Membership membership in before.Memberships)
                ats[membership.Comune] = membership.Ats;
            return ats;
        });

        public string? AtsOf(ComuneCode comune) => _ats.Value.GetValueOrDefault(comune);

        /// <summary>A sede is its comune's ATS's, and its network's where that says one.</summary>
        public IEnumerable<string?> OwnersOf(Site site, SiteSet set)
        {
            yield return AtsOf(site.Comune);
            if (site.Network is { } network && set.Networks.FirstOrDefault(n => n.Id == network)?.Ats is { } ats)
                yield return ats;
        }
    }
}
