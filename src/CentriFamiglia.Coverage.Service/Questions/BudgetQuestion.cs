using CentriFamiglia.Coverage.Budget;
using CentriFamiglia.Coverage.Service.Layers.Findings;
using CentriFamiglia.Coverage.Siting.Proposals;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>How the fund is shared and what becomes of it: <c>budget</c>, <c>/api/v1/budget</c>.</summary>
internal static class BudgetQuestion
{
    public static TextParameter Residuals { get; } = new("residui",
        "Residui di anni precedenti, verificati con la Regione: ATS=EURO separate da ; (dopo una barra, lo speso). Dalla riga di comando anche un file con le colonne ats,eur e, "
            + "volendo, speso_eur.")
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

    public static Question Instance { get; } = new()
    {
        Summary = "Riparto del fondo tra le ATS",
        Description = "Il 70% in parti uguali e il 30% secondo i residenti al 1 gennaio 2023, al centesimo con il metodo dei maggiori resti (R12); quanti progetti al tetto paga "
            + "ogni assegnazione e che cosa resta; euro per residente; residui di anni precedenti, contributi e libero (R15, R17); quanto costerebbero la rimodulazione e un "
                + "nuovo avviso con le proposte del programma (R13).",
        Parameters = [Residuals, SpokeCost, SharedParameters.Ats, SuggestionsQuestion.Counted, SharedParameters.Sedi, SharedParameters.Travel, SharedParameters.Rules,
            SharedParameters.Date],
        Columns = [BudgetLayer.Shape.Columns],
        TerminalColumns = 7,
        Answer = (analysis, values) => BudgetLayer.Make(analysis, Question.FindAts(analysis, values), AtsBudgets.Compute(
            analysis.State,
            LedgerText.Read(analysis, Residuals, values[Residuals]),
            SuggestionSolver.Compute(analysis.State, new SuggestionRequest
            {
                Ats = Question.FindAts(analysis, values),
                CountAll = SuggestionsQuestion.CountsAll(values)
            }).Suggestions,
            values.Number(SpokeCost))),
    };
}
