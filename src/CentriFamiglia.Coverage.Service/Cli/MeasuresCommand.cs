using System.CommandLine;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>measures</c>: see <see cref="MeasuresQuestion"/>.</summary>
internal static class MeasuresCommand
{
    public static Command Create(Terminal terminal) =>
        new QuestionCommand(MeasuresQuestion.Instance, terminal).Create("measures", "Le misure di accesso alle sedi, le loro disuguaglianze, la curva dei minuti.", []);
}
