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
                run.Break(last, IssueCodes.CompleteWithoutSedi, "--completo dichiara completo l'elenco delle sedi, e qui non c'è un file di sedi");
            return;
        }

        SiteSet set = run.Set();
        string[] known = [.. run.Content.Memberships.Select(m => m.Ats).Where(a => a.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<ComuneCode, string> atsOf = AtsOfComuni.In(run.Content);
        ILookup<string?, Site> sites = ByAts(atsOf, set.Sites);
        ImmutableArray<string> before = set.CompleteFor;
        if (run.Request.Replace)
        {
            ILookup<string?, Site> replaced = ByAts(atsOf, run.Start.SiteSets.FirstOrDefault(s => s.Name == set.Name)?.Sites ?? []);
            TellTakenAway(table, set, replaced);
            before = [.. before.Where(ats => replaced[ats].SequenceEqual(sites[ats]))];
        }

        string[] declared = run.Request.CompleteFor is { } text ? Named(run, table, text, known, sites) : [];
        bool refused = run.Tables.Exists(t => t.Kind == ImportKind.Sedi && t.Rows.Any(r => r.Refused));
        if (declared.Length > 0 && (refused || run.LeftOut))
        {
            (FindingCode code, string why) = refused
                ? (IssueCodes.IncompleteRefused, "alcune righe sono state rifiutate")
                : (IssueCodes.IncompleteUnread, "una parte di ciò che è stato dato non è stata letta");
            table.Notice(code, $"l'elenco non è dichiarato completo per {string.Join(", ", declared)}: {why}");
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
            run.Break(table, IssueCodes.CompleteForWhom,
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
                run.Break(table, IssueCodes.CompleteForUnknown, $"--completo: «{part}» non è una ATS", list);
        }

        return [.. named.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A list that replaces another may lack whole ATS of it.</summary>
    private static void TellTakenAway(TableReader table, SiteSet set, ILookup<string?, Site> replaced)
    {
        HashSet<SiteId> now = [.. set.Sites.Select(s => s.Id)];
        string[] gone = [.. replaced
            .Select(g => (Ats: g.Key is { Length: > 0 } ats ? $"ATS {ats}" : "ATS non nota", Count: g.Count(s => !now.Contains(s.Id))))
            .Where(g => g.Count > 0)
            .OrderBy(g => g.Ats, StringComparer.Ordinal)
            .Select(g => $"{g.Ats} {g.Count}")];
        if (gone.Length > 0)
            table.Notice(IssueCodes.SitesTakenAway, $"--replace ha tolto dall'insieme «{set.Name}» le sedi che il file non ha: {string.Join(", ", gone)}");
    }

    private static ILookup<string?, Site> ByAts(Dictionary<ComuneCode, string> ats, ImmutableArray<Site> sites) =>
        sites.ToLookup(s => ats.GetValueOrDefault(s.Comune), StringComparer.Ordinal);
}
