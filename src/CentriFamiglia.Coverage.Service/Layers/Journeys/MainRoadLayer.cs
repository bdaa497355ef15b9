using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Drawing;

namespace CentriFamiglia.Coverage.Service.Layers.Journeys;

/// <summary>The main roads of the network in use, a row per class: the ground of a map.</summary>
internal static class MainRoadLayer
{
    public const string Name = "strade-principali";

    /// <summary>Zoom beyond which a map has no more classes, and none finer.</summary>
    public const int Finest = 12;

    private static readonly Vocabulary<RoadClass> _words = new(
        (RoadClass.Motorway, ["autostrade"]), (RoadClass.Trunk, ["superstrade"]), (RoadClass.Primary, ["statali"]), (RoadClass.Secondary, ["provinciali"]));

    public static LayerShape<RoadLines> Shape { get; } = new(
    [
        new("classe", ColumnType.Text, "Classe della strada, dal tag highway di OpenStreetMap: motorway, trunk, primary, secondary.", r => TagOf(r.Class), "motorway")
        {
            Words = [.. _words.Entries.Select(e => TagOf(e.Value))],
        },
        new("nome", ColumnType.Text, "Come la classe si chiama di solito.", r => _words.Of(r.Class), "autostrade") { Words = _words.Written },
        new("km", ColumnType.Number, "Lunghezza delle strade come sono, non come sono disegnate; ogni carreggiata conta per sé.", r => GapFigures.Round(r.Kilometres, 3), 712.4),
        new("tratti", ColumnType.Integer, "Tratti fra incroci.", r => (long)r.Edges, 1_830L),
    ]);

    /// <summary>All of them, however many points they have: for who asks for a part at a time.</summary>
    public static Layer Make(Analysis analysis, LoadedRoads roads) => Make(analysis, roads, RoadsAt(roads, Finest), null);

    /// <param name="analysis">Only its data and day are told.</param>
    /// <param name="roads">The network.</param>
    /// <param name="zoom">Of the map that draws them.</param>
    public static Layer Make(Analysis analysis, LoadedRoads roads, int zoom) => Make(analysis, roads, roads.MainRoadsAt(zoom), LoadedRoads.MostPoints);

    /// <summary>Without a limit of their points.</summary>
    public static MainRoads RoadsAt(LoadedRoads roads, int zoom) => roads.MainRoadsAt(zoom, int.MaxValue);

    private static Layer Make(Analysis analysis, LoadedRoads roads, MainRoads main, int? mostPoints)
    {
        var totals = new JsonObject
        {
            ["km"] = GapFigures.Round(main.Classes.Sum(c => c.Kilometres), 3),
            ["punti"] = main.Points,
            ["punti_massimo"] = mostPoints,
            ["tolleranza_m"] = GapFigures.Round(main.ToleranceMetres, 1),
            ["classi_escluse"] = new JsonArray([.. main.LeftOut.Select(c => (JsonNode)TagOf(c))]),
        };
        Provenance provenance = new Provenance(analysis, "Strade principali", usesTravel: false, totals).WithRoads(roads.Travel);
        if (!main.LeftOut.IsEmpty)
        {
            provenance = provenance.WithWarnings(
                $"Le strade {string.Join(", ", main.LeftOut.Select(_words.Of))} non sono date: con loro i punti sarebbero "
                    + $"più di {ItalianNumber.Of(mostPoints ?? int.MaxValue, "#,0")}.");
        }

        GC.KeepAlive(roads);
        return Shape.Make(Name, main.Classes, r => r.Shape, provenance);
    }

    public static string TagOf(RoadClass road) => road.ToString().ToLowerInvariant();
}
