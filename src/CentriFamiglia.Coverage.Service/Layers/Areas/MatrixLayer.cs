using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Layers.Areas;

/// <summary>The imported comune-to-comune times, in the columns of the import. A snapshot leaves them in the store: they may be millions.</summary>
internal static class MatrixLayer
{
    private static readonly LayerShape<TravelMatrixEntry> _shape = new(
    [
        new("from", ColumnType.Text, "Comune di partenza, codice Istat.", e => e.From.Value, "016024"),
        new("to", ColumnType.Text, "Comune di arrivo, codice Istat.", e => e.To.Value, "015146"),
        new("minutes", ColumnType.Number, "Minuti di viaggio.", e => e.Minutes, 52.5),
        new("km", OrNull.Number, "Chilometri dello stesso viaggio; vuoto se il file non li aveva.", e => e.Km, 58.1),
    ]);

    /// <exception cref="InputException">No matrix was imported.</exception>
    public static async Task<Layer> ReadAsync(Analysis analysis, ICoverageStore store, CancellationToken cancellationToken)
    {
        if (analysis.Snapshot.Content.Matrix is not { } info)
            throw new InputException("STRATO", "l'archivio non contiene una matrice dei tempi.", "Importarla con 'coverage import FILE --as matrice'.");
        var entries = new List<TravelMatrixEntry>(checked((int)info.Pairs));
        await foreach (TravelMatrixEntry entry in store.ReadMatrixAsync(cancellationToken))
            entries.Add(entry);
        const string title = "Matrice dei tempi di viaggio importata";
        JsonObject totals = new() { ["coppie"] = entries.Count, ["impronta"] = info.Sha256, ["fonte"] = info.Source };
        return _shape.Make("matrice", entries, _ => null, new Provenance(analysis, title, usesTravel: false, totals));
    }
}
