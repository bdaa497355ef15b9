using CentriFamiglia.Coverage.Import.Stored;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Analyses;

/// <summary>Checks what was read of a store, and says once which of its rows do not count.</summary>
internal static class StoredRows
{
    private const int Told = 10;

    /// <param name="stored">What was read.</param>
    /// <param name="name">The store in messages.</param>
    /// <param name="messages">Where to tell; null for nowhere.</param>
    /// <exception cref="StoreRefusedException">There are no comuni to answer about.</exception>
    public static CheckedContent Check(TerritoryContent stored, string name, TextWriter? messages)
    {
        CheckedContent content = StoreCheck.Check(stored);
        Tell(content.Findings, messages);
        return !content.Content.Comuni.IsEmpty ? content : throw new StoreRefusedException(
            $"L'archivio {name} non ha comuni che si possano leggere.",
            "Ripristinare una copia dell'archivio, oppure importare di nuovo i comuni con 'coverage import FILE --as comuni'.");
    }

    private static void Tell(ImmutableArray<StoredFinding> findings, TextWriter? messages)
    {
        if (messages is null || findings.IsEmpty)
            return;
        foreach (StoredFinding finding in findings.Take(Told))
            messages.WriteLine("Avvertenza: " + finding.Sentence);
        if (findings.Length > Told)
            messages.WriteLine($"Avvertenza: altri {findings.Length - Told} rilievi sulle righe dell'archivio; tutti in meta.archivio con --format json.");
        messages.WriteLine(StoredFinding.Where);
    }
}
