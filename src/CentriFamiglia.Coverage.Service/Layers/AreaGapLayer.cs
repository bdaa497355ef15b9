using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Formats;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Service.Snapshots;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Service.Layers;

/// <summary>How far families are, one row per area: minutes and km to the nearest sede, weighted by residents.</summary>
internal static class AreaGapLayer
{
    internal sealed record Row(UnitGap Gap, string Travel, bool Demonstration);

    public static LayerShape<Row> Shape { get; } = new(
    [
        new("livello", ColumnType.Text, "Livello dell'area: ambito, distretto, ats, regione.", r => r.Gap.Unit.Level.ToText(), "ambito"),
        new("codice", ColumnType.Text, "Chiave dell'area nel suo livello.", r => r.Gap.Unit.Code, "valle-imagna-villa-d-alme"),
        new("nome", ColumnType.Text, "Nome dell'area.", r => r.Gap.Unit.Name, "Valle Imagna - Villa d'Almè"),
        new("ats", ColumnType.Text, "ATS di appartenenza; vuoto per la regione.", r => r.Gap.Unit.Ats, "Bergamo"),
        new("residenti", ColumnType.Number, "Residenti nei punti di domanda, persone.", r => GapFigures.Round(r.Gap.Residents, 2), 52_781.0),
        new("minuti_medi", ColumnType.Number, "Minuti medi alla sede più vicina, pesati sui residenti che ne raggiungono una.", r => r.Gap.MeanMinutes, 14.32),
        new("minuti_mediana", ColumnType.Number, "Minuti entro i quali la metà dei residenti ha una sede.", r => r.Gap.MedianMinutes, 13.1),
        new("minuti_p90", ColumnType.Number, "Minuti entro i quali il 90% dei residenti ha una sede.", r => r.Gap.P90Minutes, 24.75),
        new("minuti_max", ColumnType.Number, "Minuti del punto abitato più lontano.", r => r.Gap.MaxMinutes, 38.2),
        new("km_medi", ColumnType.Number, "Chilometri medi degli stessi viaggi.", r => GapFigures.Round(r.Gap.MeanKm, 3), 9.412),
        new("residenti_oltre_limite", ColumnType.Number, "Residenti oltre il limite di viaggio, compresi quelli che non raggiungono alcuna sede.", r => GapFigures.Round(r.Gap.ResidentsBeyond, 2), 4_120.0),
        new("quota_oltre_limite_pct", ColumnType.Number, "Percentuale dei residenti oltre il limite.", r => GapFigures.Round(r.Gap.SharePercentBeyond, 2), 7.81),
        new("comuni_oltre_limite", ColumnType.Integer, "Comuni i cui minuti medi superano il limite.", r => (long)r.Gap.ComuniBeyond, 3L),
        new("viaggio", ColumnType.Text, "Fonte dei tempi: stima, rete, matrice.", r => r.Travel, "stima"),
        new("fonte_stato", ColumnType.Text, "Prova più debole dell'appartenenza dei comuni: listed, inferred, unverified.", r => r.Gap.Unit.Status.ToText(), "listed"),
        new("dimostrativo", ColumnType.Boolean, "Vero se contano sedi inventate.", r => r.Demonstration, true),
        new("comuni", ColumnType.Integer, "Comuni dell'area.", r => (long)r.Gap.Comuni, 20L),
        new("residenti_non_raggiunti", ColumnType.Number, "Residenti che non raggiungono alcuna sede.", r => GapFigures.Round(r.Gap.ResidentsUnreachable, 2), 0.0),
        new("residenti_senza_limite", ColumnType.Number, "Residenti per cui non c'è un limite con cui giudicare.", r => GapFigures.Round(r.Gap.ResidentsWithoutLimit, 2), 0.0),
        .. GapFigures.Curve<Row>((r, minutes) => r.Gap.Curve.First(c => c.Minutes == minutes).Residents),
    ]);

    public static Layer Make(Analysis analysis, AreaLevel level, string? ats)
    {
        string name = $"lacune-{level.ToText()}";
        string title = $"Distanza dalla sede più vicina, per {(level is AreaLevel.Ats ? "ATS" : level.ToText())}";
        HashSet<int> madeUp = GapFigures.OnMadeUpSites(analysis);
        ImmutableArray<Row> rows =
        [
            .. analysis.State.Gaps(level)
                .Where(g => ats is null || g.Unit.Ats == ats)
                .Select(g => new Row(g, analysis.State.Travel.Info.Kind, g.Unit.Comuni.Any(madeUp.Contains)))
                .OrderBy(r => r.Gap.Unit.Code, StringComparer.Ordinal),
        ];
        var boundaries = new Boundaries(analysis.Snapshot);
        var totals = new JsonObject
        {
            ["aree"] = rows.Count(r => r.Gap.Unit.IsLoaded),
            ["comuni"] = rows.Sum(r => r.Gap.Comuni),
            ["comuni_oltre_limite"] = rows.Sum(r => r.Gap.ComuniBeyond),
            ["residenti"] = GapFigures.Round(rows.Sum(r => r.Gap.Residents), 2),
            ["residenti_oltre_limite"] = GapFigures.Round(rows.Sum(r => r.Gap.ResidentsBeyond), 2),
        };
        return Shape.Make(name, title, rows, r => boundaries.Of(r.Gap.Unit), Meta.Of(analysis, title, usesTravel: true, totals));
    }
}
