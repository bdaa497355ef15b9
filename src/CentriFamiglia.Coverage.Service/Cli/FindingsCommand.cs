using System.CommandLine;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>findings</c>: see <see cref="FindingsQuestion"/>.</summary>
internal static class FindingsCommand
{
    public static Command Create(Terminal terminal) =>
        new QuestionCommand(FindingsQuestion.Instance, terminal) { Prepare = BudgetCommand.WithFile }.Create("findings", "I rilievi: ogni regola dell'atto su ogni area, rete e sede.", []);
}
