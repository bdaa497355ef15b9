using System.CommandLine;
using CentriFamiglia.Coverage.Access.Measures;
using CentriFamiglia.Coverage.Service.Layers.OwnTables;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>access</c>: the measures of access on the user's own matrix. It opens no store.</summary>
internal static class AccessCommand
{
    private static readonly Option<string?> _costs = new("--costs") { HelpName = "COSTI.csv", Description = "Colonne demand,site,cost; una coppia che manca non si raggiunge." };
    private static readonly Option<string?> _demand = new("--demand")
    {
        HelpName = "DOMANDA.csv",
        Description = "Colonne demand,weight e, per gli indici che lo chiedono, income."
    };
    private static readonly Option<string?> _supply = new("--supply") { HelpName = "OFFERTA.csv", Description = "Colonne site,supply." };
    private static readonly Option<string?> _decay = new("--decay")
    {
        HelpName = "FORMA",
        Description = "power:-1, exp:0.05, gaussian:30, step:15=1,30=0.42,45=0.09 (1 prima di 15, poi da ogni gradino in poi, compreso) oppure "
            + "zone:15=1,30=0.42,45=0.09 (fino a ogni confine, compreso; oltre l'ultimo nulla)."
    };

    private static readonly ChoiceParameter _measure = new(
        "--measure", "Quale misura.", ["nearest", "second", "cumulative", "gravity", "2sfca", "e2sfca", "bfca", "spatial-availability"], null)
    {
        Placeholder = "MISURA",
    };

    private static readonly NumberParameter _limit = new("--limit", "Costo oltre il quale nulla conta, compreso.", 0, decimal.MaxValue, 28) { Placeholder = "COSTO" };
    private static readonly NumberParameter _line = new("--poverty-line", "Valore sotto il quale si è poveri di accesso (per gli indici FGT, con --format json).", 0,
        decimal.MaxValue, 28)
    { Placeholder = "VALORE" };

    public static Command Create(Terminal terminal)
    {
        Option<string?> measure = Of(_measure), limit = Of(_limit), line = Of(_line);
        var command = new Command("access", "Misure di accesso su una matrice propria: vicinanza, opportunità, bacini, disponibilità.")
        {
            _costs, _demand, _supply, measure, limit, _decay, line,
        };
        command.SetAction(parsed =>
        {
            string format = GlobalOptions.FormatOf(parsed, "csv", "json");
            string name = _measure.Read(parsed.GetValue(measure))
                ?? throw new InputException("--measure", "l'opzione è necessaria.", $"Scrivere una di: {string.Join(", ", _measure.Choices)}.");
            double? cut = (double?)_limit.Read(parsed.GetValue(limit)), poverty = (double?)_line.Read(parsed.GetValue(line));
            string? shape = parsed.GetValue(_decay);
            Decay decay = DecayOf(name, shape, cut);
            AccessInput input = AccessInput.Read(
                Needed(parsed, _costs), Needed(parsed, _demand), Needed(parsed, _supply), text => terminal.Message("Avvertenza: " + text));
            if (DecayText.Bands(decay) is { } bands)
                terminal.Message($"Decadimento come è stato letto: {string.Join("; ", bands)}.");
            double?[] values = Measure(name, input.Matrix, decay);
            if (values.Count(v => v is null) is > 0 and var missing)
                terminal.Message($"Avvertenza: {missing} domande su {values.Length} non hanno un valore (nulla in raggio, o un'offerta in raggio per cui nessuno compete): la "
                    + "cella è vuota.");
            terminal.Write(format == "csv" ? AccessOutput.Csv(input, values) : AccessOutput.Json(input, values, MetaOf(name, shape, decay, poverty), poverty));
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<string?> Of(Parameter parameter) => new(parameter.Name) { HelpName = parameter.Placeholder, Description = parameter.Description };

    private static string Needed(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) ?? throw new InputException(option.Name, "l'opzione è necessaria.", $"Dare {option.Name} {option.HelpName}: {option.Description}");

    /// <exception cref="InputException">A measure that needs a decay has none, or one that has none is given one.</exception>
    private static Decay DecayOf(string measure, string? shape, double? limit)
    {
        bool decays = measure is "gravity" or "2sfca" or "e2sfca" or "bfca" or "spatial-availability";
        if (shape is not null && !decays)
            throw new InputException("--decay", $"la misura {measure} non ha un decadimento.", "Togliere l'opzione; per un confine c'è --limit.");
        if (shape is null && decays && limit is null)
            throw new InputException("--decay", $"la misura {measure} ha bisogno di un decadimento o di un limite.", "Scrivere per esempio --decay exp:0.05, oppure --limit 45.");
        if (measure == "cumulative" && limit is null)
            throw new InputException("--limit", "la misura cumulative ha bisogno di un limite.", "Scrivere per esempio --limit 45.");
        return (shape is null ? new NoDecay() : DecayText.Read(shape, "--decay")) with { Limit = limit };
    }

    private static double?[] Measure(string name, AccessMatrix matrix, Decay decay) => name switch
    {
        "nearest" => Within(AccessMeasures.Nearest(matrix), decay.Limit),
        "second" => Within(AccessMeasures.Second(matrix), decay.Limit),
        "cumulative" or "gravity" => AccessMeasures.Sum(matrix, decay),
        "2sfca" or "e2sfca" => AccessMeasures.FloatingCatchment(matrix, decay),
        "bfca" => AccessMeasures.BalancedCatchment(matrix, decay),
        _ => AccessMeasures.SpatialAvailability(matrix, decay),
    };

    private static double?[] Within(double?[] costs, double? limit) => Array.ConvertAll(costs, cost => cost > limit ? null : cost);

    private static JsonObject MetaOf(string measure, string? shape, Decay decay, double? line) => new()
    {
        ["misura"] = measure,
        ["decadimento"] = shape,
        ["fasce"] = DecayText.Bands(decay) is { } bands ? new JsonArray([.. bands.Select(band => (JsonNode)JsonValue.Create(band))]) : null,
        ["limite"] = decay.Limit,
        ["linea_di_poverta"] = line,
        ["programma"] = Layers.Provenance.Program,
    };
}
