using System.CommandLine;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>budget</c>: see <see cref="BudgetQuestion"/>.</summary>
internal static class BudgetCommand
{
    public static Command Create(Terminal terminal) =>
        new QuestionCommand(BudgetQuestion.Instance, terminal).Create("budget", "Il riparto del fondo tra le ATS, al centesimo.", []);
}
