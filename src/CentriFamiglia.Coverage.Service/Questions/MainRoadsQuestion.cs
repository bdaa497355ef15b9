using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Layers.Journeys;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>The main roads of the network in use, to be drawn: <c>/api/v1/main-roads</c>. Needs a road network.</summary>
internal static class MainRoadsQuestion
{
    public static NumberParameter Zoom { get; } = new("zoom",
        "Ingrandimento della mappa che le disegna: fino a 8 autostrade e superstrade, a 9 e 10 anche le statali, da 11 anche le provinciali; "
            + "più è grande, più il tracciato è fine.",
        5, 14, 0)
    {
        Placeholder = "ZOOM",
        Example = "9",
    };

    public static Question Instance { get; } = new()
    {
        Summary = "Strade principali",
        Description = "Le strade principali della rete stradale caricata, una riga per classe, semplificate per disegnarle sotto i dati: il tracciato non serve a misurare, la "
            + "lunghezza è quella vera. I punti hanno un massimo, detto nei metadati: dove sarebbero di più il tracciato è meno fine, poi si esclude la classe minore.",
        Parameters = [Zoom],
        Rows = () => [MainRoadLayer.Shape.As("MainRoadRow", RowGeometry.Lines)],
        TerminalColumns = 4,
        UsualFormat = "geojson",
        Key = _ => new AnalysisKey(null, null, null),
        Answer = (analysis, values) => MainRoadLayer.Make(
            analysis, analysis.Roads ?? throw TravelSources.NoRoads(Zoom.Name), (int)(values.Number(Zoom) ?? 8)),
    };
}
