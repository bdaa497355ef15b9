using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Layers.Findings;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>How the networks stand beside the act: <c>assetto</c>, <c>/api/v1/assetto</c>.</summary>
internal static class LayoutQuestion
{
    public static Question Instance { get; } = new()
    {
        Summary = "Assetto delle progettualità",
        Description = "Per ogni ATS: reti, Hub, Spoke, enti partner, reti per natura del capofila, accanto alle cifre dell'atto (punto 2.1) e a ciò che ne è diverso. È l'analisi "
            + "dell'assetto chiesta al punto 4, alla data indicata.",
        Parameters = [SharedParameters.Ats, SharedParameters.Sedi, SharedParameters.Rules, SharedParameters.Date],
        Rows = () => [LayoutLayer.Shape.As("LayoutRow", RowGeometry.Areas)],
        TerminalColumns = 7,
        Answer = (analysis, values) => LayoutLayer.Make(analysis, Question.FindAts(analysis, values)),
    };
}
