using System.CommandLine;
using System.Diagnostics;
using CentriFamiglia.Coverage.Formats.Roads;
using CentriFamiglia.Coverage.Geodata.Output;
using CentriFamiglia.Coverage.Service.Layers.Journeys;
using CentriFamiglia.Coverage.Service.Servers;
using CentriFamiglia.Coverage.Travel.Official;
using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Routing.Contracting;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>roads build</c>, <c>roads info</c>, <c>roads check</c>, <c>roads profile</c>: road networks from OpenStreetMap extracts.</summary>
internal static class RoadsCommand
{
    private const string Extension = ".roads";

    public static Command Create(Terminal terminal) =>
        new("roads", "La rete stradale, da un estratto OpenStreetMap.") { Build(terminal), Info(terminal), Check(terminal), Profile(terminal) };

    private static Command Build(Terminal terminal)
    {
        var source = new Argument<string>("ESTRATTO") { Description = "File .osm.pbf, .osm oppure .osm.gz." };
        var output = new Option<string>("--output", "-o") { HelpName = "RETE.roads", Description = "File da scrivere; se c'è viene sostituito.", Required = true };
        var clip = new Option<string?>("--clip") { HelpName = "AREA.geojson", Description = "Tiene le strade di quest'area e di 30 km intorno." };
        var profile = new Option<string>("--profile")
        {
            HelpName = "PROFILO",
            Description = "car, car-punta (l'ora di punta), foot, oppure un file .json (vedere roads profile).",
            DefaultValueFactory = _ => "car",
        };
        var command = new Command("build", "Costruisce la rete stradale.") { source, output, clip, profile };
        command.SetAction((parsed, cancellationToken) =>
        {
            string path = parsed.GetRequiredValue(output);
            string format = GlobalOptions.FormatOf(parsed, "table", "json", "csv");
            if (!path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
                throw new InputException("--output", $"'{path}' non finisce con {Extension}.", $"Dare alla rete un nome come lombardia{Extension}.");
            var build = new RoadBuild(parsed.GetRequiredValue(source), path, parsed.GetValue(clip), parsed.GetRequiredValue(profile));
            var steps = new Steps(terminal);
            RoadNetworkInfo info = build.Run(
                steps, network => HierarchySections.Of(HierarchyBuilder.Build(network.Graph, steps, cancellationToken)), cancellationToken);
            terminal.Message($"Scritta {path} ({info.Report.Nodes} nodi, {info.Report.Arcs} archi).");
            foreach (string warning in info.Report.Warnings)
                terminal.Message("Avvertenza: " + warning);
            Show(path, format, terminal);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command Info(Terminal terminal)
    {
        var file = new Argument<string>("RETE.roads") { Description = "Una rete creata con roads build." };
        var command = new Command("info", "Che cosa contiene una rete, da dove viene, che cosa è rimasto fuori e perché.") { file };
        command.SetAction(parsed =>
        {
            Show(parsed.GetRequiredValue(file), GlobalOptions.FormatOf(parsed, "table", "json", "csv"), terminal);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Check(Terminal terminal)
    {
        var file = new Argument<string?>("RETE.roads")
        {
            Description = "Una rete creata con roads build. Senza: il server di --server-strade.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("check", "Confronta i tempi di una rete, o di un server delle strade, con i minuti ufficiali della Mappa Aree Interne 2020.") { file };
        command.SetAction((parsed, cancellationToken) =>
        {
            string format = GlobalOptions.FormatOf(parsed, "table", "json", "csv");
            var official = OfficialMinutes.Read(GeodataPlace.Find(parsed.GetValue(GlobalOptions.Geodata)));
            LoadedRoads? roads = parsed.GetValue(file) is { } path ? LoadedRoads.Open(path, GlobalOptions.SnapOf(parsed)) : null;
            using ServerBeside? server = roads is null ? GlobalOptions.ServerBesideOf(parsed, terminal.Error, cancellationToken) : null;
            CheckedSource source = roads is not null ? CheckedSource.Of(roads.Travel)
                : server is not null ? CheckedSource.Of(server.Current())
                : throw new InputException("RETE.roads", "non è indicato che cosa confrontare.",
                    "Indicare una rete, oppure un server con --server-strade osrm+http://SERVER:5000.");
            Layer layer = OfficialCheckLayer.Make(OfficialCheck.Of(source.Travel, official), source, worstOnly: format == "table");
            GC.KeepAlive(roads);
            LayerOutput.Write(layer, format, new TableLook(layer.Columns.Length, LongestText: null), terminal);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command Profile(Terminal terminal)
    {
        var name = new Argument<string>("PROFILO") { Description = "car, car-punta, foot, oppure un file .json da controllare." };
        var command = new Command("profile", "Scrive un profilo in JSON: si può cambiare e usare con roads build --profile.") { name };
        command.SetAction(parsed =>
        {
            terminal.Write(RoadBuild.ReadProfile(parsed.GetRequiredValue(name)).Source.AsSpan());
            return ExitCode.Done;
        });
        return command;
    }

    private static void Show(string path, string format, Terminal terminal)
    {
        using RoadNetworkFile file = RoadNetworkFile.Open(path);
        Layer layer = RoadNetworkLayer.Make(file.Network.Info, file.Fingerprint);
        LayerOutput.Write(layer, format, new TableLook(layer.Columns.Length, LongestText: null), terminal);
    }

    /// <summary>Steps as lines with the seconds since the start, in order: progress for people and logs alike.</summary>
    private sealed class Steps(Terminal terminal) : IProgress<string>
    {
        private readonly Stopwatch _watch = Stopwatch.StartNew();

        public void Report(string value) => terminal.Message($"{_watch.Elapsed.TotalSeconds,6:0.0} s  {value}");
    }
}
