using System.CommandLine;
using CentriFamiglia.Coverage.Formats.Roads;
using CentriFamiglia.Coverage.Service.Layers.OwnTables;
using CentriFamiglia.Coverage.Service.Servers;
using CentriFamiglia.Coverage.Travel;
using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Routing;
using CentriFamiglia.Coverage.Travel.Roads.Routing.Contracting;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>matrix</c>: times and distances between all places of two lists.</summary>
internal static class MatrixCommand
{
    private const string Matrix = "matrice";

    private static readonly ChoiceParameter _travel = new("--travel", "", ["stima", Matrix, ServerTravel.Kind], null) { Placeholder = "FONTE" };

    public static Command Create(Terminal terminal)
    {
        var travel = new Option<string?>("--travel")
        {
            HelpName = _travel.Placeholder,
            Description = "Senza rete stradale: stima oppure matrice (dall'archivio), o server (quello di --server-strade).",
        };
        var from = new Option<string>("--from") { HelpName = "A.csv", Description = "Partenze: id,lon,lat (anche con pro_com_t) oppure id,pro_com_t.", Required = true };
        var to = new Option<string>("--to") { HelpName = "B.csv", Description = "Arrivi: id,lon,lat (anche con pro_com_t) oppure id,pro_com_t.", Required = true };
        var output = new Option<string>("--output", "-o") { HelpName = "FILE.csv", Description = "File da scrivere; se c'è viene sostituito.", Required = true };
        var command = new Command("matrix", "Tempi e distanze tra tutti i luoghi di due elenchi.") { travel, from, to, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string? network = parsed.GetValue(GlobalOptions.Roads);
            string? kind = _travel.Read(parsed.GetValue(travel));
            SnapOptions snap = GlobalOptions.SnapOf(parsed);
            if ((network is null) == (kind is null))
                throw new InputException("matrix", "la fonte dei tempi dev'essere una.", "Indicare --roads RETE.roads oppure --travel stima|matrice|server.");
            if (network is null && kind != ServerTravel.Kind && parsed.GetValue(GlobalOptions.MaxSnap) is not null)
                throw new InputException("--max-snap", "vale solo con --roads o --travel server.", "Togliere l'opzione, oppure indicare una rete stradale.");
            string path = parsed.GetRequiredValue(output);
            TargetFile.Check(path, [parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), network ?? ""], $"'{path}' è uno dei file letti");
            MatrixPoints origins = MatrixPoints.Open("--from", parsed.GetRequiredValue(from));
            MatrixPoints destinations = MatrixPoints.Open("--to", parsed.GetRequiredValue(to));

            // Open until the last row: with it the server of roads ends.
            await using OpenStore? store = kind is not null || origins.AreComuni || destinations.AreComuni ? await OpenStore.OpenAsync(parsed, terminal, cancellationToken) : null;
            LoadedStore? content = store is null ? null : await store.Analyses.LoadAsync(cancellationToken);
            ImmutableArray<Comune> comuni = content?.Content.Comuni ?? [];
            MatrixPoint[] a = origins.Read(comuni, Warn);
            MatrixPoint[] b = destinations.Read(comuni, Warn);
            var file = new MatrixFile(path, terminal.Message);
            if (network is not null)
                OverRoads(network, snap, a, b, file, terminal, cancellationToken);
            else
                ByStore(content!, kind!, (a, b, origins.AreComuni == destinations.AreComuni), file, terminal, cancellationToken);
            terminal.Message($"Scritto {path}.");
            return ExitCode.Done;

            void Warn(string text) => terminal.Message("Avvertenza: " + text);
        });
        return command;
    }

    private static void OverRoads(
        string path, SnapOptions options, MatrixPoint[] from, MatrixPoint[] to, MatrixFile output, Terminal terminal, CancellationToken cancellationToken)
    {
        using RoadNetworkFile file = RoadNetworkFile.Open(path);
        if (HierarchySections.Read(file) is not { } hierarchy)
        {
            terminal.Message("La rete non contiene la gerarchia: viene calcolata ora (roads build la scrive nel file).");
            hierarchy = HierarchyBuilder.Build(file.Network.Graph, cancellationToken: cancellationToken);
        }

        var matrix = new TravelMatrix(file.Network, hierarchy, options);
        Describe(new RoadTravel(file.Network, hierarchy, options, file.Fingerprint).Info, terminal);
        Summarise(output.Write(from, to, MatrixAnswer.OverRoads(matrix, from, to, cancellationToken)), terminal);
    }

    private static void ByStore(
        LoadedStore store, string kind, (MatrixPoint[] From, MatrixPoint[] To, bool Alike) lists, MatrixFile output, Terminal terminal, CancellationToken cancellationToken)
    {
        ITravelSource source = store.Travel.Of(kind);
        var comuni = new ComuneOfPlace(store.Content.Comuni);
        (MatrixPoint[] from, MatrixPoint[] to) = (Array.ConvertAll(lists.From, WithComune), Array.ConvertAll(lists.To, WithComune));
        Describe(source.Info, terminal);
        Summarise(output.Write(from, to, MatrixAnswer.By(source, from, to, lists.Alike, cancellationToken)), terminal);

        MatrixPoint WithComune(MatrixPoint point) => point.Place is { Comune: var code } && code != default ? point : comuni.Located(point, needsComune: kind == Matrix);
    }

    /// <summary>The file holds no word on where its figures come from: the messages do.</summary>
    private static void Describe(TravelSourceInfo info, Terminal terminal) =>
        terminal.Message($"Viaggio: {info.Kind}. {info.Description} Impronta {info.Fingerprint}.");

    private static void Summarise(SortedDictionary<TripStatus, long> counts, Terminal terminal) => terminal.Message(
        $"Coppie: {counts.GetValueOrDefault(TripStatus.Ok)} calcolate, {counts.GetValueOrDefault(TripStatus.Unreachable)} senza percorso, "
        + $"{counts.GetValueOrDefault(TripStatus.NotSnapped)} con un luogo non agganciato.");
}
