namespace CentriFamiglia.Coverage.Import.Checks;

/// <summary>An ATS whose comuni all have another, new name now was renamed: what names it in the sets of sedi follows.</summary>
internal static class RenamedAts
{
    public static void Follow(ImportRun run, TableReader table)
    {
        Dictionary<string, ComuneCode[]> before = Members(run.Start.Memberships), after = Members(run.Content.Memberships);
        foreach (string gone in before.Keys.Except(after.Keys).Order(StringComparer.Ordinal))
        {
            string? heir = after.Where(a => !before.ContainsKey(a.Key) && a.Value.SequenceEqual(before[gone])).Select(a => a.Key).FirstOrDefault();
            foreach (SiteSet set in run.Content.SiteSets.Where(s => s.IsCompleteFor(gone) || s.Networks.Any(n => n.Ats == gone)))
                Rename(run, table, set, gone, heir);
        }
    }

    private static void Rename(ImportRun run, TableReader table, SiteSet set, string gone, string? heir)
    {
        SiteSet next = set with
        {
            CompleteFor = SiteSet.ListOf(set.CompleteFor.Where(a => a != gone).Concat(heir is not null && set.IsCompleteFor(gone) ? [heir] : [])),
            Networks = heir is null ? set.Networks : [.. set.Networks.Select(n => n.Ats == gone ? n with { Ats = heir } : n)],
        };
        run.Content = run.Content with { SiteSets = [.. run.Content.SiteSets.Select(s => s.Name == set.Name ? next : s)] };
        if (heir is not null)
            table.Note($"l'ATS «{gone}» si chiama ora «{heir}»: le reti e la completezza dell'insieme «{set.Name}» la seguono");
        else
            table.Notice($"l'ATS «{gone}» non c'è più: l'insieme «{set.Name}» la nominava fra quelle complete o nelle reti",
                "Correggere la colonna ats delle reti e dichiarare di nuovo completo l'elenco (--completo).");
    }

    private static Dictionary<string, ComuneCode[]> Members(ImmutableArray<Membership> memberships) => memberships
        .GroupBy(m => m.Ats, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(m => m.Comune).Order().ToArray(), StringComparer.Ordinal);
}
