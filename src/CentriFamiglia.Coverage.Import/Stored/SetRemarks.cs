using CentriFamiglia.Coverage.Import.Checks;

namespace CentriFamiglia.Coverage.Import.Stored;

/// <summary>What an import keeps true of the sets of sedi: known names, one active, complete only for ATS that are there.</summary>
internal static class SetRemarks
{
    public static IEnumerable<StoredFinding> Of(TerritoryContent content)
    {
        foreach (SiteSet set in content.SiteSets.Where(s => !SiteSet.Names.Contains(s.Name, StringComparer.Ordinal)))
        {
            yield return Finding(IssueCodes.SetUnknown, set.Name, "nome", set.Name, $"«{set.Name}» non è un insieme di sedi",
                $"Scrivere uno di: {string.Join(", ", SiteSet.Names)}.");
        }

        string[] active = [.. content.SiteSets.Where(s => s.Active).Select(s => s.Name)];
        if (active.Length != 1 && !content.SiteSets.IsEmpty)
        {
            yield return Finding(IssueCodes.ActiveSets, null, "attivo", null, active.Length == 0
                ? "nessun insieme di sedi è attivo" : $"più insiemi di sedi sono attivi ({string.Join(", ", active)}): vale il primo");
        }

        var ats = new KnownNames(content.Memberships.Select(m => m.Ats));
        foreach ((SiteSet set, string name) in content.SiteSets.SelectMany(s => s.CompleteFor.Where(a => !ats.HasOrCannotTell(a)).Select(a => (s, a))))
        {
            yield return Finding(IssueCodes.CompleteForUnknown, set.Name, "completo_per", name,
                $"l'insieme «{set.Name}» è dichiarato completo per «{name}», che non è un'ATS dell'archivio{ats.Suggestion(name)}");
        }
    }

    private static StoredFinding Finding(IssueCode code, string? set, string column, string? value, string reason, string? cure = null) =>
        new("set_sedi", code, reason, LeftOut: false) { Id = set, Set = set, Column = column, Value = value, Cure = cure ?? code.Cure };
}
