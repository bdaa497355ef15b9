using System.CommandLine;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>gaps</c>: see <see cref="GapsQuestion"/>.</summary>
internal static class GapsCommand
{
    public static Command Create(Terminal terminal) =>
        new QuestionCommand(GapsQuestion.Instance, terminal).Create("gaps", "Le distanze: minuti e chilometri dalla sede più vicina.", []);
}
