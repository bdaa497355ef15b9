namespace CentriFamiglia.Coverage.Import.Checks;

/// <summary>
/// An ATS whose comuni all have another, new name now was renamed: what names it in the sets of sedi follows. An ATS that took comuni from
/// another has more to be complete for than was declared.
/// </summary>
internal static class RenamedAts
{
    public static void Follow(ImportRun run, TableReader table)
    {
        Dictionary<string, ComuneCode[]> before = Members(run.Start.Memberships), after = Members(run.Content.Memberships);
        foreach (string gone in before.Keys.Except(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            string? heir = after.Where(a => !before.ContainsKey(a.Key) && a.Value.SequenceEqual(before[gone])).Select(a => a.Key).FirstOrDefault();
            foreach (SiteSet set in run.Content.SiteSets.Where(s => s.IsCompleteFor(gone) || s.Networks.Any(n => n.Ats == gone)))
                Rename(run, table, set, gone, heir);
        }

        Dictionary<ComuneCode, string> former = AtsOfComuni.In(run.Start);
        foreach (SiteSet set in run.Content.SiteSets)
        {
            string[] declared = [.. run.Start.SiteSets.Where(s => s.Name == set.Name).SelectMany(s => s.CompleteFor)];
            string[] grown = [.. set.CompleteFor.Where(ats => after.GetValueOrDefault(ats, []).Any(c => former.GetValueOrDefault(c, ats) is var old && old != ats && !declared.Contains(old)))];
            if (grown.Length > 0)
                Undeclare(run, table, set, grown);
        }
    }

    private static void Undeclare(ImportRun run, TableReader table, SiteSet set, string[] grown)
    {
        Put(run, set with { CompleteFor = SiteSet.ListOf(set.CompleteFor.Except(grown, StringComparer.Ordinal)) });
        table.Notice(IssueCodes.CompletenessWithdrawn,
            $"l'insieme «{set.Name}» non è più dichiarato completo per {string.Join(", ", grown)}: ora vi sono comuni di un'ATS per cui non lo era");
    }

    private static void Put(ImportRun run, SiteSet next) =>
        run.Content = run.Content with { SiteSets = [.. run.Content.SiteSets.Select(s => s.Name == next.Name ? next : s)] };

    private static void Rename(ImportRun run, TableReader table, SiteSet set, string gone, string? heir)
    {
        SiteSet next = set with
        {
            CompleteFor = SiteSet.ListOf(set.CompleteFor.Where(a => a != gone).Concat(heir is not null && set.IsCompleteFor(gone) ? [heir] : [])),
            Networks = heir is null ? set.Networks : [.. set.Networks.Select(n => n.Ats == gone ? n with { Ats = heir } : n)],
        };
        Put(run, next);
        if (heir is not null)
            table.Note(IssueCodes.AtsRenamed, $"l'ATS «{gone}» si chiama ora «{heir}»: le reti e la completezza dell'insieme «{set.Name}» la seguono");
        else
            table.Notice(IssueCodes.AtsGone, $"l'ATS «{gone}» non c'è più: l'insieme «{set.Name}» la nominava fra quelle complete o nelle reti");
    }

    private static Dictionary<string, ComuneCode[]> Members(ImmutableArray<Membership> memberships) => memberships
        .GroupBy(m => m.Ats, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(m => m.Comune).Order().ToArray(), StringComparer.Ordinal);
}
