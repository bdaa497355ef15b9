using CentriFamiglia.Coverage.Service.Questions;
using CentriFamiglia.Coverage.Storage;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Service.Snapshots;

/// <summary>The travel sources that a store offers: the estimate it was filled with and, when one was imported, a matrix.</summary>
internal sealed class TravelSources
{
    private readonly ITravelSource? _estimate;
    private readonly ITravelSource? _matrix;

    private TravelSources(ITravelSource? estimate, ITravelSource? matrix)
    {
        _estimate = estimate;
        _matrix = matrix;
    }

    public IReadOnlyList<ITravelSource> All => [.. new[] { _matrix, _estimate }.OfType<ITravelSource>()];

    public static async Task<TravelSources> ReadAsync(ICoverageStore store, TerritoryContent content, CancellationToken cancellationToken)
    {
        TravelEstimate? estimate = ParseEstimate(content, store.DisplayName);
        if (content.Matrix is not { } info || estimate is null)
            return new TravelSources(estimate, null);
        var entries = new List<TravelMatrixEntry>(checked((int)info.Pairs));
        await foreach (TravelMatrixEntry entry in store.ReadMatrixAsync(cancellationToken))
            entries.Add(entry);
        return new TravelSources(estimate, MatrixTravel.Create(entries, info, estimate));
    }

    private static TravelEstimate? ParseEstimate(TerritoryContent content, string store)
    {
        if (!content.Documents.TryGetValue(DocumentKeys.TravelEstimate, out string? json))
            return null;
        try
        {
            return TravelEstimate.Parse(json);
        }
        catch (FormatException other)
        {
            throw new StoreRefusedException(
                $"La stima dei tempi nell'archivio {store} è di un'altra versione del programma.",
                "Esportare ciò che è proprio (sedi, reti, matrice), riempire un archivio nuovo e reimportarlo.",
                other);
        }
    }

    /// <exception cref="InputException">The store does not offer that source.</exception>
    public ITravelSource Of(string? kind) => kind switch
    {
        null => _matrix ?? Estimate,
        "matrice" => _matrix ?? throw new InputException(
            SharedParameters.Travel.Name, "l'archivio non contiene una matrice dei tempi.", "Importarla con 'coverage import FILE --as matrice', oppure usare 'stima'."),
        _ => Estimate,
    };

    private ITravelSource Estimate => _estimate ?? throw new InputException(
        SharedParameters.Travel.Name, "l'archivio non contiene la stima dei tempi.", "Riempire un archivio nuovo dalla cartella geodata.");
}
