using System.CommandLine;
using System.CommandLine.Parsing;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>What System.CommandLine finds wrong, said in Italian with the cure.</summary>
internal static class UsageErrors
{
    /// <exception cref="InputException">The command line does not fit the verbs and options.</exception>
    public static void ThrowIfAny(ParseResult parsed)
    {
        if (parsed.Errors.Count == 0)
            return;
        string verb = parsed.CommandResult.Command is RootCommand ? "" : " " + parsed.CommandResult.Command.Name;
        string help = $"'coverage{verb} --help' mostra verbi e opzioni.";

        if (parsed.UnmatchedTokens is [string token, ..])
        {
            if (token.StartsWith('-'))
                throw new InputException(Shown.Of(token), "opzione sconosciuta.", help);
            throw verb.Length == 0
                ? new InputException(Shown.Of(token), "verbo sconosciuto.", $"I verbi sono: {string.Join(", ", Verbs(parsed))}. {help}")
                : new InputException(Shown.Of(token), "parola di troppo.", help);
        }

        foreach (ParseError error in parsed.Errors)
        {
            switch (error.SymbolResult)
            {
                case OptionResult { Tokens.Count: 0, Implicit: false } option:
                    throw new InputException(option.Option.Name, "manca il valore.", $"Scrivere {option.Option.Name} {option.Option.HelpName}.");
                case OptionResult { Implicit: false } option:
                    throw new InputException(option.Option.Name, "l'opzione è data più di una volta.", "Lasciarla una volta sola.");
                case ArgumentResult argument:
                    throw new InputException(argument.Argument.Name, "manca.", help);
            }
        }

        Option? required = parsed.CommandResult.Command.Options.FirstOrDefault(o => o.Required && parsed.GetResult(o) is null or { Tokens.Count: 0 });
        Argument? argumentMissing = parsed.CommandResult.Command.Arguments.FirstOrDefault(a => a.Arity.MinimumNumberOfValues > 0
            && parsed.GetResult(a) is null or { Tokens.Count: 0 });
        if (argumentMissing is not null)
            throw new InputException(argumentMissing.Name, "manca.", help);
        throw required is not null
            ? new InputException(required.Name, "l'opzione è necessaria.", $"Aggiungere {required.Name} {required.HelpName}.")
            : new InputException("riga di comando", "non si capisce.", help);
    }

    private static IEnumerable<string> Verbs(ParseResult parsed) => parsed.RootCommandResult.Command.Subcommands.Select(c => c.Name);
}
