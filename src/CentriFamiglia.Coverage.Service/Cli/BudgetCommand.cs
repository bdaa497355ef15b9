using System.CommandLine;
using CentriFamiglia.Coverage.Service.Input;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>budget</c>: see <see cref="BudgetQuestion"/>. Residuals may stand in a file, which only the command line reads.</summary>
internal static class BudgetCommand
{
    public static Command Create(Terminal terminal) =>
        new QuestionCommand(BudgetQuestion.Instance, terminal) { Prepare = WithFile }.Create("budget", "Il riparto del fondo tra le ATS, al centesimo, con residui, impegni e costi.", []);

    /// <summary>The values with the residuals of a file written out.</summary>
    public static Values WithFile(ParseResult parsed, Values values) => values[BudgetQuestion.Residuals] is { } text && !text.Contains('=', StringComparison.Ordinal)
        ? values.With(BudgetQuestion.Residuals, LedgerText.OfFile(text))
        : values;
}
