using System.CommandLine;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>exceptions</c>: see <see cref="ExceptionsQuestion"/>.</summary>
internal static class ExceptionsCommand
{
    public static Command Create(Terminal terminal) =>
        new QuestionCommand(ExceptionsQuestion.Instance, terminal).Create("exceptions", "Lo standard locale dichiarato e il registro delle eccezioni.", []);
}
