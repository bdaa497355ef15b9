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

    public static NumberParameter Spokes { get; } = new("spokes", "Quante nuove sedi al più (units) o quanti nuovi Spoke (cover, time; predefinito 10).", 0, 1000, 0) { Placeholder = "N", Example = "10" };

    public static NumberParameter Reach { get; } = new(
        "reach", "Quanti minuti può distare uno Spoke dal suo Hub, compresi (criterio di pianificazione).", 0, 600, 2)
    {
        Placeholder = "MINUTI",
        Example = "40",
    };

    public static NumberParameter Budget { get; } = new("budget", "Spesa massima in euro, con il costo di una sede.", 0, 1_000_000_000, 2) { Placeholder = "EUR" };

    public static NumberParameter SpokeCost { get; } = new("spoke-cost", "Costo di una nuova sede in euro: lo indica chi chiede, l'atto non lo dà.", 1, 1_000_000_000, 2) { Placeholder = "EUR" };

    public static NumberParameter TimeLimit { get; } = new("time-limit", "Secondi di calcolo al più.", 1, 86_400, 0) { Placeholder = "S" };

    public static Question Instance { get; } = new()
    {
        Summary = "Proposte di nuove sedi",
        Description = "Con units, il minor numero di nuove sedi perché ogni area ne abbia una (poi meno nuovi Hub, più residenti entro il limite, meno minuti); con cover o time, i nuovi Spoke che portano più residenti entro il limite o risparmiano più minuti. Ogni scelta è dimostrata. Prima nuovi Spoke di reti esistenti; un nuovo Hub, con una nuova manifestazione di interesse, solo dove nessuna rete può. Sono proposte, mai decisioni.",
        Parameters = [Level, SharedParameters.Ats, Spokes, Goal, GapsQuestion.Limit, Budget, SpokeCost, Reach, TimeLimit, SharedParameters.Sedi, SharedParameters.Travel, SharedParameters.Rules, SharedParameters.Date],
        Columns = [SuggestionLayer.Shape.Columns],
        TerminalColumns = 11,
        Key = GapsQuestion.Instance.Key,
        Answer = (analysis, values) => SuggestionLayer.Make(analysis, Request(analysis, values), values.Number(SpokeCost), (double?)values.Number(TimeLimit)),
    };

    private static SuggestionRequest Request(Analysis analysis, Values values)
    {
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
            MaxSpokes = MostOf(values),
            // Who gives the search a time wants it to use it.
            MostNodes = values.Number(TimeLimit) is null ? new SuggestionRequest().MostNodes : int.MaxValue,
            ReachMinutes = (double?)values.Number(Reach),
        };
    }

    /// <summary>As many as were asked for and as the money pays.</summary>
    private static int? MostOf(Values values)
    {
        int? asked = (int?)values.Number(Spokes);
        if (values.Number(Budget) is not { } budget)
            return asked;
        if (values.Number(SpokeCost) is not { } cost)
        {
            throw new InputException(
                Budget.Name, "il costo di uno Spoke non è indicato, quindi una spesa massima non dice quanti aprirne.", "Indicare anche il costo di una sede (spoke-cost), oppure togliere la spesa massima e dare il numero di Spoke.");
        }

        int paid = (int)Math.Min(1000, Math.Floor(budget / cost));
        return asked is { } most ? Math.Min(most, paid) : paid;
    }
}
