using System.CommandLine;
using CentriFamiglia.Coverage.Geodata;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>geodata build</c>: makes the folder <c>geodata/</c> from the sources.</summary>
internal static class GeodataCommand
{
    public static Command Create(Terminal terminal)
    {
        var source = new Argument<string>("SORGENTI") { Description = "Cartella dei dati di partenza." };
        var output = new Option<string>("--output", "-o") { HelpName = "CARTELLA", Description = "Dove scrivere.", Required = true };
        var build = new Command("build", "Rifà la cartella geodata dai dati di partenza.") { source, output };
        build.SetAction(parsed =>
        {
            GeodataBuild.Run(parsed.GetRequiredValue(source), parsed.GetRequiredValue(output), terminal.Error);
            return ExitCode.Done;
        });
        return new Command("geodata", "I dati spediti con il programma.") { build };
    }
}
