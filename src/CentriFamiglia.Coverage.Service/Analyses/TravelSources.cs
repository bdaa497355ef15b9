using CentriFamiglia.Coverage.Service.Servers;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Service.Analyses;

/// <summary>
/// The travel sources at hand: the estimate that the store was filled with and, where there is one, an imported matrix, the office's own server
/// of roads and a road network beside the store.
/// </summary>
internal sealed class TravelSources
{
    private readonly ITravelSource? _estimate;
    private readonly ITravelSource? _matrix;

    private TravelSources(ITravelSource? estimate, ITravelSource? matrix, LoadedRoads? roads, ServerTravel? server)
    {
        (_estimate, _matrix, Roads, Server) = (estimate, matrix, roads, server);
    }

    public LoadedRoads? Roads { get; }

    /// <summary>The office's server of roads; null where none is named.</summary>
    public ServerTravel? Server { get; }

    /// <summary>The same sources with another network and server, or none.</summary>
    public TravelSources With(LoadedRoads? roads, ServerTravel? server) => new(_estimate, _matrix, roads, server);

    public static async Task<TravelSources> ReadAsync(ICoverageStore store, TerritoryContent content, CancellationToken cancellationToken)
    {
        TravelEstimate? estimate = ParseEstimate(content, store.DisplayName);
        if (content.Matrix is not { } info || estimate is null)
            return new TravelSources(estimate, null, null, null);
        var entries = new List<TravelMatrixEntry>(checked((int)info.Pairs));
        await foreach (TravelMatrixEntry entry in store.ReadMatrixAsync(cancellationToken))
            entries.Add(entry);
        return new TravelSources(estimate, MatrixTravel.Create(entries, info, estimate), null, null);
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
        null => _matrix ?? Server ?? Roads?.Travel ?? Estimate,
        "rete" => Roads?.Travel ?? throw NoRoads(SharedParameters.Travel.Name),
        "matrice" => _matrix ?? throw new InputException(
            SharedParameters.Travel.Name, "l'archivio non contiene una matrice dei tempi.", "Importarla con 'coverage import FILE --as matrice', oppure usare 'stima'."),
        ServerTravel.Kind => Server ?? throw NoServer,
        _ => Estimate,
    };

    /// <summary>What to say where a network is needed and there is none.</summary>
    public static InputException NoRoads(string field) => new(
        field,
        "non è caricata alcuna rete stradale.",
        "Crearla con 'coverage roads build ESTRATTO.osm.pbf -o RETE.roads' e indicarla con --roads RETE.roads, oppure metterla accanto all'archivio con lo stesso nome e "
            + "l'estensione .roads.");

    private static InputException NoServer => new(
        SharedParameters.Travel.Name,
        "non è indicato alcun server delle strade.",
        "Lo indica chi avvia il programma, con --server-strade osrm+http://SERVER:5000 o valhalla+http://SERVER:8002 (variabile COVERAGE_SERVER_STRADE); oppure usare 'stima'.");

    private ITravelSource Estimate => _estimate ?? throw new InputException(
        SharedParameters.Travel.Name, "l'archivio non contiene la stima dei tempi.", "Riempire un archivio nuovo dalla cartella geodata.");
}
