using System.CommandLine;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>The program's one entry: reads the words of the command line, runs the verb, turns every failure into an exit code.</summary>
public static class CommandLine
{
    /// <summary>Runs one command line and gives the exit code of <c>interface.md</c>. Never throws.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        using var stop = new CancellationTokenSource();
        using var terminal = new Terminal(output, error);
        try
        {
            ParseResult parsed = Build(terminal, args).Parse(args);
            UsageErrors.ThrowIfAny(parsed);
            return await parsed.InvokeAsync(
                new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = ServeCommand.TimeToStop(parsed) },
                stop.Token);
        }
        catch (Exception failure)
        {
            return FailureReport.Report(failure, error);
        }
    }

    /// <summary>All verbs, in the order of the help.</summary>
    private static RootCommand Build(Terminal terminal, IReadOnlyList<string> args)
    {
        var root = new RootCommand("I Centri per la Famiglia della Lombardia: chi è coperto, quanto si viaggia, dove aprire il prossimo.");
        Command[] questions = [.. AllQuestions.Verbs.Select(q => QuestionCommand.Create(q, terminal, args))];
        // Isochrones, the last question, stand beside the network that they need.
        foreach (Command verb in (Command[])
        [
            ServeCommand.Create(terminal),
            ImportCommand.Create(terminal),
            .. questions[..^1],
            ExportCommand.Create(terminal),
            QgisCommand.Create(terminal),
            ScenarioCommand.Create(terminal),
            RunCommand.Create(terminal),
            DecideCommand.Create(terminal),
            DossierCommand.Create(terminal),
            AuditCommand.Create(terminal),
            MatrixCommand.Create(terminal),
            MigrateCommand.Create(terminal),
            VerifyCommand.Create(terminal),
            RoadsCommand.Create(terminal),
            questions[^1],
            LocateCommand.Create(terminal),
            AccessCommand.Create(terminal),
            GeodataCommand.Create(terminal),
        ])
        {
            root.Subcommands.Add(verb);
        }

        foreach (Option option in GlobalOptions.All)
            root.Options.Add(option);
        ServeCommand.MakeDefault(root, terminal);
        ItalianHelp.Install(root);
        return root;
    }
}
