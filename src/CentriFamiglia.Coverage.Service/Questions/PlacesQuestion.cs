using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Layers.Areas;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>Where areas are, without their boundaries: <c>/api/v1/places</c>.</summary>
internal static class PlacesQuestion
{
    public static ChoiceParameter By { get; } = GapsQuestion.By with
    {
        Description = "Il luogo di ciascuno di questi.",
        Choices = [.. GapsQuestion.By.Choices.Where(c => c != AreaLevel.Regione.ToText())],
    };

    public static Question Instance { get; } = new()
    {
        Summary = "Dove sono le aree",
        Description = "Di ogni comune, Ambito, Distretto o ATS il punto in cui sta meglio il nome (il più lontano dal confine) e il riquadro che lo contiene, senza il confine: "
            + "per le mappe che i confini li prendono dalle tessere di /ogc. meta.totali.confini cambia quando cambiano i confini.",
        Parameters = [By, SharedParameters.Sedi, SharedParameters.Date],
        Rows = () => [PlaceLayer.Shape.As("PlaceRow", RowGeometry.Point)],
        TerminalColumns = 8,
        Answer = (analysis, values) => PlaceLayer.Make(
            analysis, Enum.GetValues<AreaLevel>().Cast<AreaLevel?>().FirstOrDefault(l => l!.Value.ToText() == values.Choice(By))),
    };
}
