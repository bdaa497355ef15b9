namespace CentriFamiglia.Coverage.Records;

/// <summary>Something that a check of the register found.</summary>
/// <param name="Number">Of the entry; 0 for the register as a whole.</param>
/// <param name="IsFault">Whether it is not as the program wrote it; otherwise only to be known.</param>
/// <param name="Text">Italian.</param>
public sealed record AuditRemark(int Number, bool IsFault, string Text);

/// <summary>Reads a register from its first entry to its last and says where it is not what was written.</summary>
public static class AuditCheck
{
    /// <param name="entries">In order of their numbers.</param>
    /// <param name="count">How many the store says there are.</param>
    /// <param name="head">Hash of the last one, as the store says.</param>
    /// <param name="revision">Of the territory now.</param>
    /// <param name="changesTerritory">Whether an entry tells a change of the territory, which raises the revision by one.</param>
    public static ImmutableArray<AuditRemark> Of(
        IReadOnlyList<AuditEntry> entries, int count, string head, long revision, Func<AuditEntry, bool> changesTerritory)
    {
        var remarks = ImmutableArray.CreateBuilder<AuditRemark>();
        AuditEntry? last = null;
        foreach (AuditEntry entry in entries)
        {
            if (entry.Number != (last?.Number ?? 0) + 1)
                remarks.Add(new(entry.Number, true, $"mancano le voci dalla {(last?.Number ?? 0) + 1} alla {entry.Number - 1}"));
            if (entry.Computed != entry.Hash)
                remarks.Add(new(entry.Number, true, "non è come è stata scritta: l'impronta non corrisponde"));
            if (entry.Previous != (last?.Hash ?? ""))
                remarks.Add(new(entry.Number, true, "non segue la voce precedente: una delle due è stata cambiata, tolta o aggiunta"));
            if (last is not null && string.CompareOrdinal(entry.When, last.When) < 0)
                remarks.Add(new(entry.Number, false, $"porta un'ora precedente alla voce {last.Number}: l'orologio del computer è tornato indietro; vale l'ordine dei numeri"));
            long foreseen = (last?.Revision ?? 0) + (changesTerritory(entry) ? 1 : 0);
            if (last is not null && entry.Revision != foreseen)
                remarks.Add(new(entry.Number, false, External(entry.Revision - foreseen)));
            last = entry;
        }

        if ((last?.Number ?? 0) != count || (last?.Hash ?? "") != head)
            remarks.Add(new(0, true, $"il registro dovrebbe finire alla voce {count}, e finisce alla {last?.Number ?? 0}, o con un'altra impronta: è stato accorciato o cambiato"));
        if (last is not null && revision != last.Revision)
            remarks.Add(new(0, false, External(revision - last.Revision)));
        return remarks.DrainToImmutable();
    }

    private static string External(long changes) =>
        $"{(changes == 1 ? "una modifica del territorio" : $"{changes} modifiche del territorio")} prima di qui non è nel registro: "
        + "fatta con un altro programma (QGIS, SQL) o prima che il registro ci fosse";
}
