namespace CentriFamiglia.Coverage.Import.Checks;

/// <summary>
/// For which ATS the list of sedi is declared complete. A declared list stays declared when it is updated; a whole new list must be
/// declared again where it changes; a list with refused rows is not what its owner declares complete.
/// </summary>
internal static class Completeness
{
    /// <summary>The word for every ATS.</summary>
    public const string All = "tutte";

    public static void Declare(ImportRun run)
    {
        if (run.Tables.LastOrDefault(t => t.Kind == ImportKind.Sedi) is not { } table)
        {
            if (run.Tables is [.., var last])
                Break(run, last, IssueCodes.CompleteWithoutSedi, "--completo dichiara completo l'elenco delle sedi, e qui non c'è un file di sedi");
            return;
        }

        SiteSet set = run.Set();
        string[] known = [.. run.Content.Memberships.Select(m => m.Ats).Where(a => a.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        ILookup<string?, Site> sites = ByAts(run, set);
        if (run.Request.Replace)
            TellTakenAway(run, table, set);
        ImmutableArray<string> before = run.Request.Replace ? [.. set.CompleteFor.Where(ats => Unchanged(run, sites[ats], ats))] : set.CompleteFor;
        string[] declared = run.Request.CompleteFor is { } text ? Named(run, table, text, known, sites) : [];
        if (declared.Length > 0 && run.Tables.Any(t => t.Kind == ImportKind.Sedi && t.Rows.Any(r => r.Refused)))
        {
            table.Notice(IssueCodes.IncompleteRefused, $"l'elenco non è dichiarato completo per {string.Join(", ", declared)}: alcune righe sono state rifiutate");
            (before, declared) = ([.. before.Except(declared, StringComparer.Ordinal)], []);
        }
        else if (declared.Length > 0 && run.LeftOut)
        {
            table.Notice(IssueCodes.IncompleteUnread, $"l'elenco non è dichiarato completo per {string.Join(", ", declared)}: una parte di ciò che è stato dato non è stata letta");
            (before, declared) = ([.. before.Except(declared, StringComparer.Ordinal)], []);
        }

        foreach (string ats in declared.Where(a => !sites.Contains(a)))
            table.Notice(IssueCodes.CompleteAndEmpty,
                $"l'elenco è dichiarato completo per l'{AtsNames.Official(ats)}, ma non ne contiene alcuna sede: ogni suo Ambito risulta SCOPERTO");
        ImmutableArray<string> complete = SiteSet.ListOf(before.Concat(declared));
        if (!complete.SequenceEqual(set.CompleteFor))
            run.PutSet(set with { CompleteFor = complete });
        table.Note(IssueCodes.Complete, complete.IsEmpty
            ? $"l'elenco delle sedi dell'insieme «{set.Name}» non è dichiarato completo per alcuna ATS: "
                + "dove non c'è una sede il verdetto è NON CARICATO (per dichiararlo: --completo ATS)"
            : $"l'elenco delle sedi dell'insieme «{set.Name}» è dichiarato completo per: {string.Join(", ", complete)}"
                + (complete.Length < known.Length ? "; nelle altre ATS, dove non c'è una sede il verdetto è NON CARICATO" : ""));
    }

    /// <summary>The ATS that the user names; without a name, that of the sedi in the file.</summary>
    private static string[] Named(ImportRun run, TableReader table, string text, string[] known, ILookup<string?, Site> sites)
    {
        string list = known.Length > 0 ? $"Le ATS caricate sono: {string.Join(", ", known)}." : "Importare prima le unità territoriali.";
        if (text.Trim().Length == 0)
        {
            HashSet<SiteId> here = [.. run.Seen(ImportKind.Sedi).Keys.Select(id => new SiteId(id))];
            string?[] ats = [.. sites.Where(g => g.Any(s => here.Contains(s.Id))).Select(g => g.Key)];
            if (ats is [string one])
                return [one];
            string who = ats.Length == 0 ? "il file non contiene sedi"
                : $"le sedi del file sono di più ATS ({string.Join(", ", ats.Select(a => a ?? "non nota").Order(StringComparer.Ordinal))})";
            string example = ats.FirstOrDefault(a => a is not null) ?? known.FirstOrDefault() ?? "Brianza";
            Break(run, table, IssueCodes.CompleteForWhom,
                $"--completo non dice per quale ATS l'elenco è completo, e {who}", $"Indicarle, per esempio --completo {example}, oppure --completo {All}. {list}");
            return [];
        }

        if (string.Equals(text.Trim(), All, StringComparison.OrdinalIgnoreCase))
            return known;
        var named = new List<string>();
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (AtsNames.Find(part, known) is { } ats)
                named.Add(ats);
            else
                Break(run, table, IssueCodes.CompleteForUnknown, $"--completo: «{part}» non è una ATS", list);
        }

        return [.. named.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A list that replaces another may lack whole ATS of it.</summary>
    private static void TellTakenAway(ImportRun run, TableReader table, SiteSet set)
    {
        if (run.Start.SiteSets.FirstOrDefault(s => s.Name == set.Name) is not { } start)
            return;
        HashSet<SiteId> now = [.. set.Sites.Select(s => s.Id)];
        string[] gone = [.. ByAts(run, start)
            .Select(g => (Ats: g.Key is { Length: > 0 } ats ? $"ATS {ats}" : "ATS non nota", Count: g.Count(s => !now.Contains(s.Id))))
            .Where(g => g.Count > 0)
            .OrderBy(g => g.Ats, StringComparer.Ordinal)
            .Select(g => $"{g.Ats} {g.Count}")];
        if (gone.Length > 0)
            table.Notice(IssueCodes.SitesTakenAway, $"--replace ha tolto dall'insieme «{set.Name}» le sedi che il file non ha: {string.Join(", ", gone)}");
    }

    private static ILookup<string?, Site> ByAts(ImportRun run, SiteSet set)
    {
        Dictionary<ComuneCode, string> ats = run.Content.Memberships.GroupBy(m => m.Comune).ToDictionary(g => g.Key, g => g.First().Ats);
        return set.Sites.ToLookup(s => ats.GetValueOrDefault(s.Comune), StringComparer.Ordinal);
    }

    private static bool Unchanged(ImportRun run, IEnumerable<Site> now, string ats) =>
        run.Start.SiteSets.FirstOrDefault(s => s.Name == run.SetName) is { } before && ByAts(run, before)[ats].SequenceEqual(now);

    private static void Break(ImportRun run, TableReader table, RefusalCode code, string reason, string? cure = null)
    {
        run.Broken = true;
        table.RefuseAll(code, reason, cure);
    }
}
