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
        Description = "power:-1, exp:0.05, gaussian:30, linear:60, logistic:30,5, epanechnikov:30, quartic:30, kernel-gaussian:30, step:15=1,30=0.42,45=0.09 "
            + "(1 prima di 15, poi da ogni gradino in poi, compreso) oppure zone:15=1,30=0.42,45=0.09 (fino a ogni confine, compreso; oltre l'ultimo nulla)."
    };
    private static readonly Option<bool> _passive = new("--passive")
    {
        Description = "Dalla parte delle sedi: quanta domanda raggiunge ciascuna.",
    };

    private static readonly ChoiceParameter _measure = new("--measure", "Quale misura.", [.. AccessMeasure.All.Select(m => m.Name)], null) { Placeholder = "MISURA" };

    private static readonly NumberParameter _limit = new("--limit", "Costo oltre il quale nulla conta, compreso.", 0, decimal.MaxValue, 28) { Placeholder = "COSTO" };
    private static readonly NumberParameter _line = new("--poverty-line", "Valore sotto il quale si è poveri di accesso (per gli indici FGT, con --format json).", 0,
        decimal.MaxValue, 28)
    { Placeholder = "VALORE" };

    public static Command Create(Terminal terminal)
    {
        Option<string?> measure = Of(_measure), limit = Of(_limit), line = Of(_line);
        ImmutableArray<(Parameter Parameter, Option<string?> Option)> own = [.. AccessOptions.All.Select(p => (p, Of(p)))];
        var command = new Command("access", "Misure di accesso su una matrice propria: vicinanza, opportunità, bacini, disponibilità, affollamento.")
        {
            _costs, _demand, _supply, measure, limit, _decay, line, _passive,
        };
        foreach ((_, Option<string?> option) in own)
            command.Add(option);
        command.SetAction(parsed =>
        {
            string format = GlobalOptions.FormatOf(parsed, "csv", "json");
            string name = _measure.Read(parsed.GetValue(measure))
                ?? throw new InputException("--measure", "l'opzione è necessaria.", $"Scrivere una di: {string.Join(", ", _measure.Choices)}.");
            AccessMeasure chosen = AccessMeasure.All.Single(m => m.Name == name);
            double? poverty = (double?)_line.Read(parsed.GetValue(line));
            Dictionary<Parameter, string?> written = own.ToDictionary(o => o.Parameter, o => parsed.GetValue(o.Option));
            AccessTerms terms = TermsOf(chosen, parsed.GetValue(_decay), (double?)_limit.Read(parsed.GetValue(limit)), written, terminal.Message);
            bool passive = parsed.GetValue(_passive);
            Func<AccessMatrix, AccessTerms, double?[]> compute = (passive ? chosen.Passive : chosen.Active)
                ?? throw new InputException(_passive.Name, $"la misura {name} non si guarda dalla parte delle sedi.",
                    $"Togliere l'opzione, o chiedere una di: {string.Join(", ", AccessMeasure.All.Where(m => m.Passive is not null).Select(m => m.Name))}.");
            AccessInput input = AccessInput.Read(
                Needed(parsed, _costs), Needed(parsed, _demand), Needed(parsed, _supply), text => terminal.Message("Avvertenza: " + text));
            JsonObject meta = AccessMeta.Of(chosen, terms, passive, input.Matrix, poverty);
            AccessMeta.Tell(chosen, terms, input.Matrix, terminal.Message);
            double?[] values = compute(input.Matrix, terms);
            if (values.Count(v => v is null) is > 0 and var missing)
            {
                terminal.Message($"Avvertenza: {missing} {(passive ? "sedi" : "domande")} su {values.Length} non hanno un valore ({chosen.WhyNone}): la "
                    + "cella è vuota.");
            }

            AccessSide side = passive ? AccessSide.Sites(input) : AccessSide.Demands(input);
            terminal.Write(format == "csv" ? AccessOutput.Csv(side, values) : AccessOutput.Json(side, values, meta, poverty));
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<string?> Of(Parameter parameter) => new(parameter.Name) { HelpName = parameter.Placeholder, Description = parameter.Description };

    private static string Needed(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) ?? throw new InputException(option.Name, "l'opzione è necessaria.", $"Dare {option.Name} {option.HelpName}: {option.Description}");

    /// <exception cref="InputException">Something is given that the measure does not know, or missing that it needs.</exception>
    private static AccessTerms TermsOf(AccessMeasure measure, string? shape, double? limit, Dictionary<Parameter, string?> written, Action<string> tell)
    {
        foreach ((Parameter parameter, string? text) in written)
        {
            if (text is not null && !measure.Options.Contains(parameter))
            {
                throw new InputException(parameter.Name, $"la misura {measure.Name} non la conosce.",
                    $"Togliere l'opzione; vale per {string.Join(", ", AccessMeasure.All.Where(m => m.Options.Contains(parameter)).Select(m => m.Name))}.");
            }
        }

        if (limit is not null && !measure.HasLimit)
            throw new InputException("--limit", $"la misura {measure.Name} ha già i suoi limiti.", "Togliere l'opzione; i limiti si scrivono con --interval.");
        string? decay = shape ?? (measure.HasKernel && limit is > 0 ? string.Create(CultureInfo.InvariantCulture, $"epanechnikov:{limit}") : null);
        bool isInterval = measure.Options.Contains(AccessOptions.Interval);
        decimal? increment = AccessOptions.Increment.Read(written[AccessOptions.Increment]) ?? (isInterval ? 1 : null);
        return new AccessTerms
        {
            Decay = DecayOf(measure, decay, limit),
            DecayText = decay,
            Interval = isInterval ? AccessOptions.ReadInterval(written[AccessOptions.Interval], increment!.Value) : null,
            Increment = increment,
            Summary = AccessOptions.Summary.Read(written[AccessOptions.Summary]) ?? AccessOptions.Median,
            Tau = (double?)AccessOptions.Tau.Read(written[AccessOptions.Tau]) ?? RationalAgentTerms.UsualTau,
            Rho = (double?)AccessOptions.Rho.Read(written[AccessOptions.Rho]),
            Tell = tell,
        };
    }

    /// <exception cref="InputException">A measure that needs a decay has none, or one that has none is given one.</exception>
    private static Decay DecayOf(AccessMeasure measure, string? shape, double? limit)
    {
        if (shape is not null && !measure.HasDecay)
            throw new InputException("--decay", $"la misura {measure.Name} non ha un decadimento.", "Togliere l'opzione; per un confine c'è --limit.");
        if (shape is null && measure.HasKernel)
            throw new InputException("--limit", $"la misura {measure.Name} ha bisogno di un bacino.", "Scrivere per esempio --limit 30, oppure --decay quartic:30.");
        if (shape is null && measure.HasDecay && limit is null)
        {
            throw new InputException("--decay", $"la misura {measure.Name} ha bisogno di un decadimento o di un limite.",
                "Scrivere per esempio --decay exp:0.05, oppure --limit 45.");
        }

        if (measure.NeedsLimit && limit is null)
            throw new InputException("--limit", $"la misura {measure.Name} ha bisogno di un limite.", "Scrivere per esempio --limit 45.");
        Decay decay = shape is null ? new NoDecay() : DecayText.Read(shape, "--decay");
        return measure.HasKernel && decay is not KernelDecay
            ? throw new InputException("--decay", $"'{Shown.Of(shape!)}' non è un nucleo, e la misura {measure.Name} ne ha bisogno.",
                "Scrivere epanechnikov:30, quartic:30 oppure kernel-gaussian:30.")
            : decay with { Limit = limit };
    }
}
