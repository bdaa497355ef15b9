using System.CommandLine;
using CentriFamiglia.Coverage.Service.Input;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>suggest</c>: see <see cref="SuggestionsQuestion"/>. Candidates of the user's own stand in a file, which only the command line reads.</summary>
internal static class SuggestCommand
{
    public static Command Create(Terminal terminal) =>
        new QuestionCommand(SuggestionsQuestion.Instance, terminal) { Prepare = WithFile }.Create("suggest", "Le proposte: dove aprire il prossimo Spoke, e dove serve una nuova manifestazione di interesse.", []);

    /// <summary>The values with the candidates of a file written out.</summary>
    public static Values WithFile(ParseResult parsed, Values values) =>
        values[SuggestionsQuestion.Candidates] is { } text && !text.TrimStart().StartsWith('[')
            ? values.With(SuggestionsQuestion.Candidates, CandidateText.OfFile(text))
            : values;
}
