using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Budget;
using CentriFamiglia.Coverage.Service.Layers.Findings;
using CentriFamiglia.Coverage.Siting.Proposals;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>How the fund is shared and what becomes of it: <c>budget</c>, <c>/api/v1/budget</c>; with the proposals <c>rimodulazione</c>.</summary>
internal static class BudgetQuestion
{
    public static TextParameter Residuals { get; } = new("residui",
        "Residui di anni precedenti, verificati con la Regione, al posto di quelli dichiarati: ATS=EURO separate da ; (dopo una barra, lo speso). "
            + "Dalla riga di comando anche un file con le colonne ats,eur e, volendo, speso_eur.")
    {
        Option = "residuals",
        Placeholder = "RESIDUI",
        Example = "Brescia=12000.50;Pavia=500",
        OfFile = text => text.Contains('=', StringComparison.Ordinal) ? null : LedgerText.OfFile(text),
    };

    public static NumberParameter SpokeCost { get; } = new("costo_spoke", "Costo di un nuovo Spoke, euro. Senza: il costo della rimodulazione non è indicato.", 0, 10_000_000, 2)
    {
        Option = "spoke-cost",
        Placeholder = "EUR",
        Example = "15000",
    };

    private static readonly ImmutableArray<Parameter> _parameters =
    [
        Residuals, SpokeCost, SharedParameters.Ats, SuggestionsQuestion.Counted, SharedParameters.Sedi, SharedParameters.Travel, SharedParameters.Rules, SharedParameters.Date,
    ];

    /// <summary>What there is: no search is needed for it.</summary>
    public static Question Instance { get; } = new()
    {
        Summary = "Riparto del fondo tra le ATS",
        Description = "Una quota in parti uguali e una secondo i residenti al 1 gennaio 2023 (nell'atto 70% e 30%; le dice l'insieme di regole), "
            + "al centesimo con il metodo dei maggiori resti (R12); quanti progetti al tetto paga "
            + "ogni assegnazione e che cosa resta; euro per residente; residui di anni precedenti, contributi e libero (R15, R17). Le colonne delle proposte (nuovi_spoke e le "
                + "altre) qui sono vuote: le riempie la domanda rimodulazione, a cui servono costo_spoke, conta e viaggio.",
        Parameters = _parameters,
        Rows = () => [BudgetLayer.Shape.As("BudgetRow", RowGeometry.Areas)],
        TerminalColumns = 7,
        Answer = (analysis, values) => BudgetLayer.Make(analysis, Question.FindAts(analysis, values), Budgets(analysis, values, null),
            values[SpokeCost] is null && values[SuggestionsQuestion.Counted] is null
                ? null
                : "Il costo di uno Spoke e chi conta valgono per le proposte, che qui non ci sono: le dà la domanda rimodulazione, con le stesse colonne."),
    };

    /// <summary>The same rows with what the program proposes: <c>rimodulazione</c>, <c>/api/v1/rimodulazione</c>.</summary>
    public static Question WithProposals { get; } = new()
    {
        Summary = "Quanto costano le proposte, ATS per ATS",
        Description = "Le righe del riparto con le proposte del programma (quelle di suggestions, scopo units): nuovi Spoke e quanto costa la rimodulazione, nuovi Hub e quanto "
            + "costa il nuovo avviso, che cosa resta (R13). La ricerca può durare: aspetta il suo turno come le altre.",
        Parameters = _parameters,
        Rows = () => [BudgetLayer.Shape.As("BudgetRow", RowGeometry.Areas)],
        TerminalColumns = 7,
        TakesLong = _ => true,
        AnswerWatched = (analysis, values, watch) => BudgetLayer.Make(analysis, Question.FindAts(analysis, values), Budgets(analysis, values, SuggestionSolver.Compute(
            analysis.State,
            new SuggestionRequest
            {
                Ats = Question.FindAts(analysis, values),
                CountAll = SuggestionsQuestion.CountsAll(values)
            },
            () => watch.Stop.IsCancellationRequested).Suggestions), usesTravel: true),
    };

    private static ImmutableArray<AtsBudget> Budgets(Analysis analysis, Values values, ImmutableArray<Suggestion>? proposed) =>
        AtsBudgets.Compute(analysis.State, LedgerText.Read(analysis, Residuals, values[Residuals]), proposed, values.Number(SpokeCost));
}
