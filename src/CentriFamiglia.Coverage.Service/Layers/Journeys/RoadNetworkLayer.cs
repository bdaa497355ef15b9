using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.Service.Layers.Journeys;

/// <summary>What a road network holds, what it was made from, and what was left out and why.</summary>
internal static class RoadNetworkLayer
{
    public const string Name = "rete-stradale";

    internal sealed record Row(string Group, string Item, double Number);

    public static LayerShape<Row> Shape { get; } = new(
    [
        new("gruppo", ColumnType.Text, "letti, rete, vie, divieti_di_svolta, stagioni.", r => r.Group, "vie"),
        new("voce", ColumnType.Text, "Che cosa è contato; per ciò che è escluso, il motivo.", r => r.Item, "usate"),
        new("numero", ColumnType.Number, "Quanti; km per la lunghezza.", r => r.Number, 2385.0),
    ]);

    /// <param name="fingerprint">Of the network file; null when not known.</param>
    public static Layer Make(RoadNetworkInfo info, string? fingerprint) =>
        Shape.Make(Name, $"Rete stradale da {info.Source}", Rows(info.Report), _ => null, MetaOf(info, fingerprint));

    private static ImmutableArray<Row> Rows(RoadBuildReport report) =>
    [
        new("letti", "nodi", report.NodesRead),
        new("letti", "vie", report.WaysRead),
        new("letti", "relazioni", report.RelationsRead),
        new("rete", "nodi", report.Nodes),
        new("rete", "nodi nella componente principale", report.NodesInMain),
        new("rete", "incroci divisi per divieti di svolta e strade riservate", report.NodesSplit),
        new("rete", "archi", report.Arcs),
        new("rete", "tratti", report.Edges),
        new("rete", "km", report.Kilometres),
        new("rete", "rimandi a nodi mancanti", report.NodesMissing),
        new("letti", "nodi ripetuti (vale il primo)", report.NodesRepeated),
        new("letti", "strade ripetute (vale la prima)", report.WaysRepeated),
        new("letti", "divieti di svolta ripetuti (vale il primo)", report.RestrictionsRepeated),
        new("vie", "usate", report.WaysUsed),
        .. report.WaysRefused.Select(refused => new Row("vie", "escluse: " + refused.Key, refused.Value)),
        new("divieti_di_svolta", "applicati", report.RestrictionsApplied),
        .. report.RestrictionsNotApplied.Select(refused => new Row("divieti_di_svolta", "non applicati: " + refused.Key, refused.Value)),
        .. report.SeasonalRoads.Select(road => new Row("stagioni", "aperte in una sola stagione: " + road.Key, road.Value)),
    ];

    private static JsonObject MetaOf(RoadNetworkInfo info, string? fingerprint) => new()
    {
        ["titolo"] = $"Rete stradale da {info.Source}",
        ["programma"] = Provenance.Program,
        ["estratto"] = info.Source,
        ["estratto_sha256"] = info.SourceSha256,
        ["data_osm"] = Cells.Instant(info.OsmDate),
        ["profilo"] = info.Profile,
        ["profilo_sha256"] = info.ProfileSha256,
        ["stagione"] = info.Season,
        ["ritaglio"] = info.Clip,
        ["riquadro"] = new JsonArray([.. info.Bounds.Select(degrees => (JsonNode)degrees)]),
        ["impronta"] = fingerprint,
        ["attribuzioni"] = new JsonArray(info.Attribution),
        ["avvertenze"] = new JsonArray(
            [
                info.IsFree
                    ? "I tempi di questa rete sono a strada scorrevole: i minuti ufficiali sono dell'ora di punta e in genere più lunghi."
                    : $"I tempi di questa rete sono {info.Times}: una scelta di chi ha scritto il profilo, non una misura.",
                .. info.Report.Warnings.Select(warning => (JsonNode)warning),
            ]),
    };
}
