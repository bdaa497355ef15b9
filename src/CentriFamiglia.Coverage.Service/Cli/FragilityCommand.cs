using System.CommandLine;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>fragility</c>: see <see cref="FragilityQuestion"/>.</summary>
internal static class FragilityCommand
{
    public static Command Create(Terminal terminal) =>
        new QuestionCommand(FragilityQuestion.Instance, terminal).Create("fragility", "Le sedi più fragili: che cosa si perde se una chiude.", []);
}
