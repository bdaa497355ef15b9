using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Service.Layers.Areas;

namespace CentriFamiglia.Coverage.Service.Layers.Journeys;

/// <summary>How far families are, one row per area: minutes and km to the nearest sede, weighted by residents.</summary>
internal static class AreaGapLayer
{
    /// <param name="Gap">The area's figures.</param>
    /// <param name="Demonstration">Whether a made-up sede counts.</param>
    /// <param name="Possible">The figures with the sedi of uncertain hours open too; null where hours do not count.</param>
    internal sealed record Row(UnitGap Gap, bool Demonstration, UnitGap? Possible);

    private static readonly ImmutableArray<Field<Row>> _fields =
    [
        .. CommonColumns.Area<Row>(r => r.Gap.Unit, withRegion: true),
        new("residenti", ColumnType.Number, "Residenti nei punti di residenza, persone.", r => GapFigures.Round(r.Gap.AllResidents, 2), 52_781.0),
        new("minuti_medi", ColumnType.Number, "Minuti medi alla sede più vicina, pesati sui residenti che ne raggiungono una.", r => r.Gap.MeanMinutes, 14.32),
        new("minuti_mediana", ColumnType.Number, "Minuti entro i quali la metà dei residenti ha una sede.", r => r.Gap.MedianMinutes, 13.1),
        new("minuti_p90", ColumnType.Number, "Minuti entro i quali il 90% dei residenti ha una sede.", r => r.Gap.P90Minutes, 24.75),
        new("minuti_max", ColumnType.Number, "Minuti del punto abitato più lontano.", r => r.Gap.MaxMinutes, 38.2),
        new("km_medi", ColumnType.Number, "Chilometri medi degli stessi viaggi.", r => GapFigures.Round(r.Gap.MeanKm, 3), 9.412),
        new("residenti_oltre_limite", ColumnType.Number, "Residenti oltre il limite di viaggio, compresi quelli che non raggiungono alcuna sede.",
            r => GapFigures.Round(r.Gap.ResidentsBeyond, 2), 4_120.0),
        new("quota_oltre_limite_pct", ColumnType.Number, "Percentuale dei residenti oltre il limite.", r => GapFigures.Round(r.Gap.SharePercentBeyond, 2), 7.81),
        new("comuni_oltre_limite", ColumnType.Integer, "Comuni i cui minuti medi superano il limite.", r => (long?)r.Gap.ComuniBeyond, 3L),
        CommonColumns.Travel<Row>(),
        new("residenti_oltre_minimo", ColumnType.Number,
            "Residenti oltre il limite anche se i tempi sono quelli bassi della stima (P10). Con rete o matrice: quelli oltre il limite.",
            r => GapFigures.Round(r.Gap.ResidentsBeyondLeast, 2), 2_310.0),
        new("residenti_oltre_massimo", ColumnType.Number,
            "Residenti oltre il limite se i tempi sono quelli alti della stima (P90). Con rete o matrice: quelli oltre il limite.",
            r => GapFigures.Round(r.Gap.ResidentsBeyondMost, 2), 6_870.0),
        CommonColumns.AreaEvidence<Row>(r => r.Gap.Unit.Status),
        CommonColumns.Demonstration<Row>(r => r.Demonstration),
        CommonColumns.ComuniOf<Row>(r => r.Gap.Comuni),
        new("residenti_non_raggiunti", ColumnType.Number, "Residenti che non raggiungono alcuna sede.", r => GapFigures.Round(r.Gap.ResidentsUnreachable, 2), 0.0),
        new("residenti_senza_limite", ColumnType.Number, "Residenti per cui non c'è un limite con cui giudicare.", r => GapFigures.Round(r.Gap.ResidentsWithoutLimit, 2), 0.0),
        .. GapFigures.Curve<Row>((r, minutes) => r.Gap.Curve.FirstOrDefault(c => c.Minutes == minutes)?.Residents),
        .. CommonColumns.Knowledge<Row>(r => r.Gap.Known),
    ];

    public static LayerShape<Row> Shape { get; } = new(_fields);

    /// <summary>The rows where only open sedi count.</summary>
    public static LayerShape<Row> OpenShape { get; } = new(
    [
        .. _fields,
        new("residenti_oltre_limite_se_incerte_aperte", ColumnType.Number, "Residenti oltre il limite se fossero aperte anche le sedi dagli orari non noti.",
            r => GapFigures.Round(r.Possible?.ResidentsBeyond, 2), 3_900.0),
    ]);

    /// <param name="analysis">With every active sede.</param>
    /// <param name="ats">Only those of this ATS; null for all.</param>
    /// <param name="doors">Where only open sedi count; null where hours do not.</param>
    public static Layer Make(Analysis analysis, AreaLevel level, string? ats, OpenDoors? doors = null)
    {
        CoverageState state = doors?.Certain ?? analysis.State;
        string name = $"lacune-{level.ToText()}";
        string title = $"Distanza dalla sede più vicina, per {(level is AreaLevel.Ats ? "ATS" : level.ToText())}";
        HashSet<int> madeUp = GapFigures.OnMadeUpSites(analysis, state.Points);
        Dictionary<string, UnitGap> possible = (doors?.Possible.Gaps(level) ?? []).ToDictionary(g => g.Unit.Code, StringComparer.Ordinal);
        ImmutableArray<Row> rows =
        [
            .. state.Gaps(level)
                .Where(g => ats is null || g.Unit.Ats == ats)
                .Select(g => new Row(g, g.Unit.Comuni.Any(madeUp.Contains), possible.GetValueOrDefault(g.Unit.Code)))
                .OrderBy(r => r.Gap.Unit.Code, StringComparer.Ordinal),
        ];
        var boundaries = new Boundaries(analysis.Snapshot);
        bool nothing = rows.All(r => r.Gap.Known.IsEmpty);
        var totals = new JsonObject
        {
            ["aree"] = rows.Count(r => r.Gap.Unit.IsLoaded),
            ["comuni"] = rows.Sum(r => r.Gap.Comuni),
            ["comuni_oltre_limite"] = nothing ? null : rows.Sum(r => r.Gap.ComuniBeyond),
            ["residenti"] = GapFigures.Round(rows.Sum(r => r.Gap.AllResidents), 2),
            ["residenti_oltre_limite"] = nothing ? null : GapFigures.Round(rows.Sum(r => r.Gap.ResidentsBeyond), 2),
            ["residenti_oltre_minimo"] = nothing ? null : GapFigures.Round(rows.Sum(r => r.Gap.ResidentsBeyondLeast), 2),
            ["residenti_oltre_massimo"] = nothing ? null : GapFigures.Round(rows.Sum(r => r.Gap.ResidentsBeyondMost), 2),
            ["residenti_esclusi"] = rows.Sum(r => r.Gap.Known.ResidentsExcluded),
            ["comuni_esclusi"] = rows.Sum(r => r.Gap.Known.ComuniExcluded),
        };
        Provenance provenance = new Provenance(analysis, title, usesTravel: true, totals, ats, level).WithOnlyOpenSedi(doors);
        return (doors is null ? Shape : OpenShape).Make(name, rows, r => boundaries.Of(r.Gap.Unit), provenance);
    }
}
