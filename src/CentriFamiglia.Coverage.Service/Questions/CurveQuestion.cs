using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Layers.Proposals;
using CentriFamiglia.Coverage.Siting.Proposals;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>How much each further Spoke is worth: <c>curve</c>, <c>/api/v1/curve</c>.</summary>
internal static class CurveQuestion
{
    public static ChoiceParameter Goal { get; } = new("goal", "Che cosa si cerca: cover (più residenti nel limite), time (meno minuti).", ["cover", "time"], "cover")
    {
        Placeholder = "SCOPO",
        Example = "cover",
    };

    public static NumberParameter Spokes { get; } = new("spokes", "Fino a quanti nuovi Spoke (predefinito 10).", 0, SuggestionCurve.MostPoints, 0)
    {
        Placeholder = "N",
        Example = "10"
    };

    public static Question Instance { get; } = new()
    {
        Summary = "Curva dei nuovi Spoke",
        Description = "Per 0, 1, 2 ... N nuovi Spoke la scelta migliore, con che cosa aggiunge l'ultimo, e lo scarto massimo dall'ottimo di ogni punto; con gli stessi vincoli "
            + "delle "
            + "proposte.",
        Parameters =
        [
            Goal, Spokes, SuggestionsQuestion.Level, SharedParameters.Ats, SuggestionsQuestion.Counted, GapsQuestion.Limit, SuggestionsQuestion.EveryUnit,
                SuggestionsQuestion.Balance,
                SuggestionsQuestion.Budget,
            SuggestionsQuestion.SpokeCost, SuggestionsQuestion.AtsBudget, SuggestionsQuestion.Reach, SuggestionsQuestion.Candidates, SuggestionsQuestion.OnlyIn,
                SuggestionsQuestion.NotIn, SuggestionsQuestion.Fixed, SuggestionsQuestion.TimeLimit,
            SharedParameters.Demand, SharedParameters.Sedi, SharedParameters.Travel, SharedParameters.Rules, SharedParameters.Date,
        ],
        Rows = () => [CurveLayer.Shape.As("CurveRow", RowGeometry.None)],
        TerminalColumns = 10,
        Key = GapsQuestion.Instance.Key,
        TakesLong = _ => true,
        AnswerWatched = (analysis, values, watch) => CurveLayer.Make(
            analysis,
            SuggestionsQuestion.Request(analysis, values) with
            {
                Goal = values.Choice(Goal) == "time" ? SuggestionGoal.Time : SuggestionGoal.Cover,
                MaxSpokes = (int?)values.Number(Spokes),
            },
            (double?)values.Number(SuggestionsQuestion.TimeLimit),
            done => watch.Progress(done, ((int?)values.Number(Spokes) ?? SuggestionSolver.UsualSpokes) + 1),
            watch.Stop),
    };
}
