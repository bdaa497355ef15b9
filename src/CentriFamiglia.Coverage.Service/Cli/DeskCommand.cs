using System.CommandLine;
using CentriFamiglia.Coverage.Service.Deciding;
using CentriFamiglia.Coverage.Service.Deciding.Decisions;
using CentriFamiglia.Coverage.Service.Deciding.Runs;
using CentriFamiglia.Coverage.Service.Deciding.Scenarios;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>The desks of one store, for a verb.</summary>
/// <param name="Store">Where everything is.</param>
internal sealed record Desks(ICoverageStore Store, ScenarioDesk Scenarios, RunDesk Runs, DecisionDesk Decisions, AuditActor Actor);

/// <summary>What the verbs on scenarios, runs, decisions and the register share.</summary>
internal static class DeskCommand
{
    public static Option<string?> Who { get; } = new("--chi")
    {
        HelpName = "NOME",
        Description = $"Chi agisce, come resta nel registro (altrimenti la variabile {LocalUser.Variable}, o il nome dell'utente di questo computer).",
    };

    private static readonly string[] _formats = ["table", "json", "csv"];

    /// <summary>A verb on the desks, with the option that says who acts.</summary>
    /// <param name="symbols">Its arguments and options.</param>
    public static Command Verb(Terminal terminal, string name, string help, IEnumerable<Symbol> symbols, Func<Desks, ParseResult, CancellationToken, Task> act)
    {
        var command = new Command(name, help);
        foreach (Symbol symbol in symbols.Append(Who))
        {
            if (symbol is Argument argument)
                command.Arguments.Add(argument);
            else
                command.Options.Add((Option)symbol);
        }

        command.SetAction((parsed, stop) => RunAsync(parsed, terminal, desks => act(desks, parsed, stop), stop));
        return command;
    }

    /// <summary>Runs a verb on the desks of the store that the command line names.</summary>
    public static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, Func<Desks, Task> act, CancellationToken cancellationToken)
    {
        await using OpenStore store = await OpenStore.OpenAsync(parsed, terminal, cancellationToken);
        var runs = new RunDesk(store.Store, store.Analyses);
        string name = parsed.GetValue(Who) is { } given && !string.IsNullOrWhiteSpace(given) ? given.Trim() : LocalUser.Name;
        await act(new Desks(store.Store, new ScenarioDesk(store.Store, store.Analyses), runs, new DecisionDesk(store.Store, runs), AuditActor.Of(name, TimeProvider.System)));
        return ExitCode.Done;
    }

    /// <summary>Shows an answer in the format that the command line asks for.</summary>
    /// <param name="columns">How many stand abreast in a table.</param>
    public static void Show(Layer layer, ParseResult parsed, Terminal terminal, int columns = 9) =>
        LayerOutput.Write(layer, GlobalOptions.FormatOf(parsed, _formats), new TableLook(columns, LongestText: 60), terminal);

    /// <summary>The text of a file.</summary>
    /// <exception cref="InputException">It is not there, too large, or cannot be read.</exception>
    public static string TextOf(string path, string option)
    {
        const long largest = 4_000_000;
        try
        {
            return new FileInfo(path).Length <= largest
                ? File.ReadAllText(path)
                : throw new InputException(option, $"'{Shown.Of(path)}' è troppo grande.", "Indicare il file giusto.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException(option, $"'{Shown.Of(path)}' non si può leggere: {FileErrors.Why(failure)}.", "Indicare un file JSON, per esempio prova.json.");
        }
    }
}
