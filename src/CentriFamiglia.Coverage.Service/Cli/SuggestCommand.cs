using System.CommandLine;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>suggest</c>: see <see cref="SuggestionsQuestion"/>.</summary>
internal static class SuggestCommand
{
    public static Command Create(Terminal terminal) =>
        new QuestionCommand(SuggestionsQuestion.Instance, terminal).Create("suggest", "Le proposte: dove aprire il prossimo Spoke, e dove serve una nuova manifestazione di interesse.", []);
}
