using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>The help page, in Italian: the library's own headings follow the machine's language.</summary>
internal sealed class ItalianHelp : SynchronousCommandLineAction
{
    public static void Install(RootCommand root)
    {
        foreach (Option option in root.Options)
        {
            if (option is HelpOption help)
            {
                help.Description = "Mostra questo aiuto.";
                help.Action = new ItalianHelp();
            }
            else if (option is VersionOption)
            {
                option.Description = "Mostra la versione.";
            }
        }
    }

    // Help is shown although a required option is missing.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        TextWriter writer = parseResult.InvocationConfiguration.Output;
        Command command = parseResult.CommandResult.Command;
        string name = string.Join(' ', Path(command));
        string arguments = string.Concat(command.Arguments.Select(a => " " + a.Name));
        string verb = command.Subcommands.Count > 0 ? " [VERBO]" : "";
        writer.WriteLine(command.Description);
        writer.WriteLine();
        writer.WriteLine("Uso:");
        writer.WriteLine($"  {name}{verb}{arguments} [opzioni]");
        List(writer, "Verbi:", command.Subcommands.Select(c => (c.Name, c.Description)));
        List(writer, "Argomenti:", command.Arguments.Select(a => (a.Name, a.Description)));
        IEnumerable<Option> inherited = Ancestors(command).SelectMany(c => c.Options).Where(o => o.Recursive);
        List(writer, "Opzioni:", command.Options.Concat(inherited).Where(o => !o.Hidden).Select(o => (Head(o), o.Description)));
        return ExitCode.Done;
    }

    /// <summary>Other long names of an option are understood and not shown: they are those of the API.</summary>
    private static string Head(Option option)
    {
        bool own = option is HelpOption or VersionOption;
        IEnumerable<string> shown = option.Aliases.Where(a => own || !a.StartsWith("--", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        string names = string.Join(", ", shown.Append(option.Name).Distinct(StringComparer.Ordinal).Where(n => n[0] == '-'));
        return option.HelpName is null ? names : $"{names} {option.HelpName}";
    }

    private static void List(TextWriter writer, string title, IEnumerable<(string Head, string? Text)> lines)
    {
        (string Head, string? Text)[] all = [.. lines];
        if (all.Length == 0)
            return;
        writer.WriteLine();
        writer.WriteLine(title);
        int width = all.Max(l => l.Head.Length);
        foreach ((string head, string? text) in all)
            writer.WriteLine($"  {head.PadRight(width)}  {text}");
    }

    private static IEnumerable<string> Path(Command command) =>
        Ancestors(command).Reverse().Append(command).Select(c => c is RootCommand ? "coverage" : c.Name);

    private static IEnumerable<Command> Ancestors(Command command)
    {
        for (Command? c = command.Parents.OfType<Command>().FirstOrDefault(); c is not null; c = c.Parents.OfType<Command>().FirstOrDefault())
            yield return c;
    }
}
