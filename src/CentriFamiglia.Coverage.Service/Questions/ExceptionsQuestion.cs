using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Service.Layers.Findings;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>The local standard and its exceptions: <c>exceptions</c>, <c>/api/v1/exceptions</c>.</summary>
internal static class ExceptionsQuestion
{
    public static ChoiceParameter State { get; } = new(
        "state", "Solo le aree in questo stato.", [.. Enum.GetValues<StandardState>().Select(s => s.ToText())], null)
    {
        Placeholder = "STATO",
        Example = "eccezione_scaduta",
    };

    public static Question Instance { get; } = new()
    {
        Summary = "Standard locale ed eccezioni",
        Description = "Per ogni Ambito e Distretto: la quota di residenti con una sede entro i minuti della classe SNAI del loro comune, contro quella che l'ATS richiede; e le "
            + "eccezioni registrate, ciascuna con la sua scadenza. Un'eccezione scaduta torna aperta. È un criterio di pianificazione, non previsto dall'atto.",
        Parameters = [State, SharedParameters.Ats, SharedParameters.Sedi, SharedParameters.Travel, SharedParameters.Rules, SharedParameters.Date],
        Rows = () => [StandardLayer.Shape.As("StandardRow", RowGeometry.Areas)],
        TerminalColumns = 11,
        Answer = (analysis, values) => StandardLayer.Make(analysis, values.Choice(State), Question.FindAts(analysis, values)),
    };
}
