using System.CommandLine;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>curve</c>: see <see cref="CurveQuestion"/>.</summary>
internal static class CurveCommand
{
    public static Command Create(Terminal terminal) =>
        new QuestionCommand(CurveQuestion.Instance, terminal) { Prepare = SuggestCommand.WithFile }.Create("curve", "Quanto vale ogni nuovo Spoke in più: da 0 a N.", []);
}
