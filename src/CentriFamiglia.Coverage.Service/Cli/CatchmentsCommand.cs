using System.CommandLine;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>catchments</c>: see <see cref="CatchmentsQuestion"/>.</summary>
internal static class CatchmentsCommand
{
    public static Command Create(Terminal terminal) =>
        new QuestionCommand(CatchmentsQuestion.Instance, terminal).Create("catchments", "I bacini: chi va a quale sede, e quanto pesa su ciascuna.", []);
}
