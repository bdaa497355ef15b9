using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>How the fund is shared: <c>budget</c>, <c>/api/v1/budget</c>.</summary>
internal static class BudgetQuestion
{
    public static Question Instance { get; } = new()
    {
        Summary = "Riparto del fondo tra le ATS",
        Description = "Il 70% in parti uguali e il 30% secondo i residenti al 1 gennaio 2023, al centesimo con il metodo dei resti maggiori (R12); quanti progetti al tetto paga ogni assegnazione e che cosa resta.",
        Parameters = [SharedParameters.Ats, SharedParameters.Sedi, SharedParameters.Rules, SharedParameters.Date],
        Columns = [BudgetLayer.Shape.Columns],
        TerminalColumns = 7,
        Answer = (analysis, values) => BudgetLayer.Make(analysis, Question.FindAts(analysis, values)),
    };
}
