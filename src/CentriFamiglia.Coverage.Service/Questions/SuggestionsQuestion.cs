using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Snapshots;
using CentriFamiglia.Coverage.Siting;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>Where the next sede should be: <c>suggest</c>, <c>/api/v1/suggestions</c>.</summary>
internal static class SuggestionsQuestion
{
    public static ChoiceParameter Level { get; } = new("level", "Per quali aree si cerca una sede.", ["ambito", "distretto", "entrambi"], "ambito")
    {
        Placeholder = "LIVELLO",
        Example = "ambito",
    };

    public static ChoiceParameter Goal { get; } = new(
        "goal", "Che cosa si cerca: units (una sede in ogni area che non ne ha), cover (più residenti nel limite), time (meno minuti).", ["units", "cover", "time"], "units")
    {
        Placeholder = "SCOPO",
        Example = "units",
    };

    public static NumberParameter Spokes { get; } = new("spokes", "Quanti nuovi Spoke al più.", 0, 1000, 0) { Placeholder = "N", Example = "10" };

    public static NumberParameter Reach { get; } = new(
        "reach", "Quanti minuti può distare uno Spoke dal suo Hub, compresi (criterio di pianificazione).", 0, 600, 2)
    {
        Placeholder = "MINUTI",
        Example = "40",
    };

    public static NumberParameter Budget { get; } = new("budget", "Spesa massima in euro.", 0, 1_000_000_000, 2) { Placeholder = "EUR" };

    public static NumberParameter TimeLimit { get; } = new("time-limit", "Secondi di calcolo al più.", 1, 86_400, 0) { Placeholder = "S" };

    public static Question Instance { get; } = new()
    {
        Summary = "Proposte di nuove sedi",
        Description = "Per ogni area senza sede il comune che riduce di più i minuti di viaggio dei suoi residenti, e la rete a cui lo Spoke si aggiungerebbe; dove nessuna rete può, la proposta è un nuovo Hub con una nuova manifestazione di interesse. Sono proposte, mai decisioni.",
        Parameters = [Level, SharedParameters.Ats, Spokes, Goal, GapsQuestion.Limit, Budget, Reach, TimeLimit, SharedParameters.Sedi, SharedParameters.Travel, SharedParameters.Rules, SharedParameters.Date],
        Columns = [SuggestionLayer.Shape.Columns],
        TerminalColumns = 11,
        Key = GapsQuestion.Instance.Key,
        Answer = (analysis, values) => SuggestionLayer.Make(analysis, Request(analysis, values)),
    };

    private static SuggestionRequest Request(Analysis analysis, Values values)
    {
        if (values.Number(Budget) is not null)
        {
            throw new InputException(
                Budget.Name, "il costo di uno Spoke non è indicato, quindi una spesa massima non dice quanti aprirne.", "Togliere la spesa massima e dare il numero di Spoke.");
        }

        // Enumeration ends within any limit that can be asked for.
        values.Number(TimeLimit);
        return new SuggestionRequest
        {
            Level = values.Choice(Level) switch
            {
                "distretto" => SuggestionLevel.Distretto,
                "entrambi" => SuggestionLevel.Entrambi,
                _ => SuggestionLevel.Ambito,
            },
            Goal = values.Choice(Goal) switch
            {
                "cover" => SuggestionGoal.Cover,
                "time" => SuggestionGoal.Time,
                _ => SuggestionGoal.Units,
            },
            Ats = Question.FindAts(analysis, values),
            MaxSpokes = (int?)values.Number(Spokes),
            ReachMinutes = (double?)values.Number(Reach),
        };
    }
}
