namespace CentriFamiglia.Coverage.Rules;

/// <summary>
/// R1 and R5 of D.G.R. XII/1507/2023, Allegato A, 3 and 3.1: whether each unit has a sede inside, or lies in the declared territory of
/// a Hub. "Not known" is never "uncovered": SCOPERTO is said only where the list is declared complete for the ATS and the members are known.
/// </summary>
public static class VerdictRules
{
    /// <summary>The verdict of every unit of a level, by code.</summary>
    public static ImmutableArray<UnitVerdict> Evaluate(TerritorySnapshot snapshot, RuleSet rules, AreaLevel level)
    {
        ImmutableArray<TerritoryUnit> units = snapshot.Units(level);
        int[] unitOfComune = snapshot.UnitOfComune(level);
        ILookup<int, ActiveSite> inside = snapshot.Sites.ToLookup(s => unitOfComune[s.ComuneIndex]);
        var declared = DeclaredTerritory.Of(snapshot);
        ImmutableArray<ActiveSite> adrift = [.. snapshot.Sites.Where(s => !units[unitOfComune[s.ComuneIndex]].IsLoaded)];
        var verdicts = ImmutableArray.CreateBuilder<UnitVerdict>(units.Length);
        for (int u = 0; u < units.Length; u++)
            verdicts.Add(Judge(snapshot, rules, units[u], [.. inside[u]], declared, adrift));
        return verdicts.MoveToImmutable();
    }

    /// <summary>Whether the outcome satisfies R1; null where nothing can be said.</summary>
    public static bool? Satisfies(Verdict verdict, RuleSet rules) => verdict switch
    {
        Verdict.Sede => true,
        Verdict.Competenza => rules.CompetenzaSatisfiesR1,
        Verdict.Scoperto => false,
        _ => null,
    };

    private static UnitVerdict Judge(
        TerritorySnapshot snapshot,
        RuleSet rules,
        TerritoryUnit unit,
        ImmutableArray<ActiveSite> inside,
        DeclaredTerritory declared,
        ImmutableArray<ActiveSite> adrift)
    {
        int hubs = inside.Count(s => s.Site.Role == SiteRole.Hub);
        int spokes = inside.Count(s => s.Site.Role == SiteRole.Spoke);
        int undeclared = inside.Length - hubs - spokes;
        (Verdict verdict, string reason, ImmutableArray<Site> gave) = Outcome(snapshot, unit, inside, declared, adrift);
        return new UnitVerdict(
            Unit: unit,
            Verdict: verdict,
            SatisfiesR1: Satisfies(verdict, rules),
            Hubs: hubs,
            Spokes: spokes,
            Undeclared: undeclared,
            Demonstration: verdict != Verdict.NonCaricato && (gave.IsEmpty ? snapshot.HasDemonstrationSites : gave.Any(s => s.Demonstration)),
            Reason: reason,
            Sites: [.. gave.Select(s => s.Id).Order()])
        {
            UpperBound = verdict == Verdict.NonCaricato ? null : !snapshot.IsCompleteFor(unit),
        };
    }

    private static (Verdict Verdict, string Reason, ImmutableArray<Site> Gave) Outcome(
        TerritorySnapshot snapshot,
        TerritoryUnit unit,
        ImmutableArray<ActiveSite> inside,
        DeclaredTerritory declared,
        ImmutableArray<ActiveSite> adrift)
    {
        if (!unit.IsLoaded)
        {
            return (Verdict.NonCaricato,
                $"L'appartenenza di {VerdictWords.Comuni(unit.Comuni.Length)} non è nota: completare la tabella delle unità.", []);
        }

        if (unit.Comuni.IsEmpty)
            return (Verdict.NonCaricato, "Nessun comune caricato: importare i comuni e la tabella delle unità.", []);
        if (!inside.IsEmpty)
            return (Verdict.Sede, VerdictWords.Inside(inside), [.. inside.Select(s => s.Site)]);

        ImmutableArray<Site> hubs = declared.HubsFor(snapshot, unit);
        if (!snapshot.IsCompleteFor(unit))
        {
            return (Verdict.NonCaricato,
                $"Nessuna sede nota, ma l'elenco «{snapshot.Set.Name}» non è dichiarato completo {VerdictWords.For(unit)}"
                + (hubs.IsEmpty ? ": non si può dire scoperto." : $"; lo dichiara {VerdictWords.Ids(hubs)}."), []);
        }

        if (!hubs.IsEmpty)
            return (Verdict.Competenza, $"Nessuna sede all'interno; è nel territorio dichiarato da {VerdictWords.Ids(hubs)}.", hubs);

        ImmutableArray<Site> perhaps =
            [.. snapshot.UnplacedSites, .. adrift.Where(s => s.Ats is null || unit.Ats.Length == 0 || s.Ats == unit.Ats).Select(s => s.Site)];
        return perhaps.IsEmpty
            ? (Verdict.Scoperto, "Nessuna sede attiva all'interno e nessun Hub ne dichiara il territorio.", [])
            : (Verdict.NonCaricato, $"Nessuna sede all'interno, ma non si sa in quale unità cade {VerdictWords.Ids(perhaps)}: completare i dati.", []);
    }
}

/// <summary>The Ambiti that active Hubs declare to serve (Allegato A, 3.1).</summary>
internal sealed class DeclaredTerritory
{
    private readonly SortedDictionary<string, ImmutableArray<Site>> _hubsByAmbito = new(StringComparer.Ordinal);

    public static DeclaredTerritory Of(TerritorySnapshot snapshot)
    {
        var territory = new DeclaredTerritory();
        foreach (Site hub in snapshot.Sites.Select(s => s.Site).Where(s => s.Role == SiteRole.Hub))
        {
            foreach (string ambito in hub.DeclaredAmbiti.Select(AreaCode.From).Distinct(StringComparer.Ordinal))
            {
                territory._hubsByAmbito[ambito] = territory._hubsByAmbito.TryGetValue(ambito, out ImmutableArray<Site> hubs)
                    ? hubs.Add(hub)
                    : [hub];
            }
        }

        return territory;
    }

    /// <summary>The Hubs whose declared Ambiti hold every comune of the unit; empty when a comune is left out.</summary>
    public ImmutableArray<Site> HubsFor(TerritorySnapshot snapshot, TerritoryUnit unit)
    {
        var hubs = new SortedDictionary<SiteId, Site>();
        foreach (int comune in unit.Comuni)
        {
            if (snapshot.MembershipOf(snapshot.Comuni[comune].Code)?.Ambito is not { } ambito
                || !_hubsByAmbito.TryGetValue(AreaCode.From(ambito), out ImmutableArray<Site> declaring))
            {
                return [];
            }

            foreach (Site hub in declaring)
                hubs[hub.Id] = hub;
        }

        return [.. hubs.Values];
    }
}

/// <summary>Italian wording of the reasons.</summary>
internal static class VerdictWords
{
    private const int MostIds = 5;

    public static string For(TerritoryUnit unit) => unit.Ats.Length == 0 ? "per ogni ATS" : $"per l'{AtsNames.Official(unit.Ats)}";

    public static string Comuni(int count) => count == 1 ? "1 comune" : $"{count} comuni";

    public static string Inside(ImmutableArray<ActiveSite> sites)
    {
        int hubs = sites.Count(s => s.Site.Role == SiteRole.Hub);
        int spokes = sites.Count(s => s.Site.Role == SiteRole.Spoke);
        int undeclared = sites.Length - hubs - spokes;
        var parts = new List<string>();
        if (hubs > 0)
            parts.Add($"{hubs} Hub");
        if (spokes > 0)
            parts.Add($"{spokes} Spoke");
        if (undeclared > 0)
            parts.Add($"{undeclared} con ruolo non dichiarato");
        string count = sites.Length == 1 ? "1 sede attiva" : $"{sites.Length} sedi attive";
        return $"{count} all'interno: {string.Join(", ", parts)} ({Ids([.. sites.Select(s => s.Site)])}).";
    }

    public static string Ids(ImmutableArray<Site> sites)
    {
        IEnumerable<string> shown = sites.Select(s => s.Id.Value).Order(StringComparer.Ordinal).Take(MostIds);
        int more = sites.Length - MostIds;
        return string.Join(", ", shown) + (more > 0 ? $" e altre {more}" : string.Empty);
    }
}
