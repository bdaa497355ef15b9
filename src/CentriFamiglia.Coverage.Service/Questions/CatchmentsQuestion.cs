using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Layers.Measures;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>Who goes to which sede: <c>catchments</c>, <c>/api/v1/catchments</c>.</summary>
internal static class CatchmentsQuestion
{
    public static ChoiceParameter By { get; } = new("by", "Il carico per sede o per rete; chi va dove per comune; da dove a dove per ambito o ats.",
        ["sede", "rete", "comune", "ambito", "ats"], "sede")
    {
        Placeholder = "CHE COSA",
        Example = "rete",
    };

    public static Question Instance { get; } = new()
    {
        Summary = "Bacini delle sedi",
        Description = "Se ognuno va alla sede che raggiunge in meno tempo: residenti, famiglie e residenti per ora di apertura di ogni sede e di ogni rete; quanti vengono da un "
            + "altro Ambito o da un'altra ATS; lo stesso se ognuno restasse nella propria ATS o nelle reti che servono il suo Ambito.",
        Parameters = [By, SharedParameters.Ats, SharedParameters.Demand, SharedParameters.Sedi, SharedParameters.Travel, SharedParameters.Rules, SharedParameters.Date],
        Rows = () =>
        [
            CatchmentLayers.SiteShape.As("SiteCatchmentRow", RowGeometry.Point, "by=sede"),
            CatchmentLayers.NetworkShape.As("NetworkCatchmentRow", RowGeometry.Points, "by=rete"),
            TripLayers.ComuneShape.As("ComuneTripRow", RowGeometry.Areas, "by=comune"),
            TripLayers.FlowShape.As("FlowRow", RowGeometry.None, "by=ambito, by=ats"),
        ],
        TerminalColumns = 14,
        Answer = (analysis, values) =>
        {
            string? ats = Question.FindAts(analysis, values);
            return values.Choice(By) switch
            {
                "rete" => CatchmentLayers.Networks(analysis, ats),
                "comune" => TripLayers.Comuni(analysis, ats),
                "ambito" => TripLayers.Flows(analysis, AreaLevel.Ambito, ats),
                "ats" => TripLayers.Flows(analysis, AreaLevel.Ats, ats),
                _ => CatchmentLayers.Sites(analysis, ats),
            };
        },
    };
}
