using System.CommandLine;
using System.Diagnostics;
using CentriFamiglia.Coverage.Formats.OrLibrary;
using CentriFamiglia.Coverage.Service.Layers.OwnTables;
using CentriFamiglia.Coverage.Siting.Solver;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>locate</c>: the exact solver on the user's own matrix. It opens no store.</summary>
internal static class LocateCommand
{
    private static readonly Dictionary<string, LocationKind> _kinds = new(StringComparer.Ordinal)
    {
        ["p-median"] = LocationKind.PMedian,
        ["mclp"] = LocationKind.MaximalCovering,
        ["lscp"] = LocationKind.SetCovering,
        ["lscp-b"] = LocationKind.SetCoveringWithBackup,
        ["p-center"] = LocationKind.PCenter,
    };

    private static readonly Option<string?> _problem = new("--problem") { HelpName = "PROBLEMA", Description = "p-median, mclp, lscp, lscp-b oppure p-center." };
    private static readonly Option<string?> _costs = new("--costs") { HelpName = "COSTI.csv", Description = "Colonne demand,site,cost; una coppia che manca non si raggiunge." };
    private static readonly Option<string?> _weights = new("--weights") { HelpName = "PESI.csv", Description = "Colonne demand,weight; chi manca pesa 1." };
    private static readonly Option<string?> _orlib = new("--orlib") { HelpName = "FILE", Description = "Istanza di OR-Library (nodi archi p) al posto dei costi." };
    private static readonly Option<string?> _p = new("-p") { HelpName = "N", Description = "Sedi aperte in tutto, comprese quelle fissate." };
    private static readonly Option<string?> _limit = new("--limit") { HelpName = "COSTO", Description = "Costo entro cui si è coperti, compreso (mclp, lscp, lscp-b)." };
    private static readonly Option<string?> _fixed = new("--fixed") { HelpName = "SEDI.csv", Description = "Colonna site: sedi già aperte." };
    private static readonly Option<string?> _timeLimit = new("--time-limit") { HelpName = "SECONDI", Description = "Si ferma con quanto è dimostrato fin lì." };

    private static readonly Option<string?> _capacities = new("--capacities")
    {
        HelpName = "CAPACITA.csv",
        Description = "Colonne site,capacity: quanto peso serve ciascuna sede (p-median, mclp, lscp); chi manca non ha limite.",
    };

    private static readonly ChoiceParameter _assignment = new(
        "--assignment", "Con --capacities: ogni domanda va tutta a una sede (single) o si divide fra più (split).", ["single", "split"], "single")
    {
        Placeholder = "COME",
    };

    private static readonly Option<string?> _assign = new(_assignment.Name) { HelpName = _assignment.Placeholder, Description = _assignment.Description };

    private static readonly Option<string?> _nearest = new("--nearest")
    {
        HelpName = "K",
        Description = "Per la p-median: il costo di ciascuno è la media verso le K sedi aperte più vicine (predefinito 1).",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("locate", "Risolve un problema di localizzazione su una matrice propria, con la dimostrazione.")
        {
            _problem, _costs, _weights, _orlib, _p, _limit, _fixed, _capacities, _assign, _nearest, _timeLimit,
        };
        // Not on the calling thread, where an interruption would not be seen before the end.
        command.SetAction((parsed, interrupted) => Task.Run(() => Run(parsed, terminal, interrupted), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult parsed, Terminal terminal, CancellationToken interrupted)
    {
        var watch = Stopwatch.StartNew();
        GlobalOptions.FormatOf(parsed, "json");
        string name = parsed.GetValue(_problem) ?? throw new InputException("--problem", "l'opzione è necessaria.", Kinds);
        if (!_kinds.TryGetValue(name, out LocationKind kind))
            throw new InputException("--problem", $"'{Shown.Of(name)}' non è un problema conosciuto.", Kinds);
        double seconds = Number(parsed, _timeLimit) ?? double.PositiveInfinity;
        LocationProblem problem = Read(parsed, kind);
        LocationResult result = LocationSolver.Solve(problem, () => watch.Elapsed.TotalSeconds > seconds || interrupted.IsCancellationRequested);
        terminal.Write(LocationJson.Write(name, problem, result, watch.Elapsed.TotalSeconds));
        if (result.Status is LocationStatus.Feasible or LocationStatus.Unknown)
            terminal.Message("Fermato prima della dimostrazione: il risultato può cambiare da una macchina all'altra.");
        if (problem.P is not null && kind is (LocationKind.SetCovering or LocationKind.SetCoveringWithBackup))
            terminal.Message($"-p non è stato usato: {name} trova da sé il minor numero di sedi.");
        return ExitCode.Done;
    }

    private static string Kinds => $"Scrivere uno di: {string.Join(", ", _kinds.Keys)}.";

    private static LocationProblem Read(ParseResult parsed, LocationKind kind)
    {
        int? p = Whole(parsed, _p);
        double? limit = Number(parsed, _limit);
        (CostMatrix Costs, ImmutableArray<double> Weights) matrix;
        if (parsed.GetValue(_orlib) is { } orlib)
        {
            if (parsed.GetValue(_costs) is not null || parsed.GetValue(_weights) is not null)
                throw new InputException("--orlib", "non va insieme a --costs e --weights.", "Lasciare l'uno o gli altri.");
            PMedianGraph graph = PMedianGraph.Read(orlib);
            matrix = (graph.Costs, [.. Enumerable.Repeat(1.0, graph.Costs.Demands.Length)]);
            p ??= kind is LocationKind.SetCovering or LocationKind.SetCoveringWithBackup ? null : graph.P;
        }
        else
        {
            string costs = parsed.GetValue(_costs) ?? throw new InputException("--costs", "manca la matrice.", "Dare --costs COSTI.csv oppure --orlib FILE.");
            matrix = LocationFiles.Read(costs, parsed.GetValue(_weights));
        }

        return new LocationProblem
        {
            Kind = kind,
            Costs = matrix.Costs,
            Weights = matrix.Weights,
            P = p,
            Limit = limit,
            Capacities = parsed.GetValue(_capacities) is { } capacities ? LocationFiles.ReadCapacities(capacities, matrix.Costs.Sites) : default,
            Split = Splits(parsed),
            Nearest = Whole(parsed, _nearest) ?? 1,
            Fixed = parsed.GetValue(_fixed) is { } path ? LocationFiles.ReadFixed(path, matrix.Costs.Sites) : [],
        };
    }

    private static bool Splits(ParseResult parsed)
    {
        if (parsed.GetValue(_assign) is not null && parsed.GetValue(_capacities) is null)
            throw new InputException(_assignment.Name, "vale solo con --capacities.", "Togliere l'opzione, oppure dare le capacità.");
        return _assignment.Read(parsed.GetValue(_assign)) == "split";
    }

    private static double? Number(ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetValue(option) is not { } text)
            return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) && value >= 0
            ? value
            : throw new InputException(option.Name, $"'{Shown.Of(text)}' non è un numero da zero in su.", "Scrivere un numero, con il punto per i decimali.");
    }

    private static int? Whole(ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetValue(option) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value > 0
            ? value
            : throw new InputException(
                option.Name, $"'{Shown.Of(text)}' non è un numero intero positivo.",
                "Scrivere un numero intero da uno in su; -p conta le sedi aperte in tutto, comprese le fissate.");
    }
}
