using CentriFamiglia.Coverage.Access.Measures;

namespace CentriFamiglia.Coverage.Service.Layers.Measures;

/// <summary>Two distributions by area: residents within so many minutes, and by the weekly hours with an open door in reach. No geometry.</summary>
internal static class ReachLayers
{
    /// <param name="Demonstration">Whether a made-up sede counts.</param>
    internal sealed record Row<T>(T Item, TerritoryUnit Unit, bool Demonstration);

    public static LayerShape<Row<ReachWithin>> CurveShape { get; } = new(
    [
        .. CommonColumns.Area<Row<ReachWithin>>(r => r.Unit, withRegion: true),
        new("minuti", ColumnType.Integer, "Minuti, compresi.", r => (long)r.Item.Minutes, 20L),
        new("residenti_entro", OrNull.Number, "Residenti con una sede entro quei minuti.", r => GapFigures.Round(r.Item.ResidentsWithin, 2), 900_000.0),
        new("quota_residenti_entro_pct", OrNull.Number, "Percentuale dei residenti.", r => Percent(r.Item.ResidentsWithin, r.Item.Residents), 81.5),
        new("comuni_entro", OrNull.Integer, "Comuni i cui minuti medi sono entro quei minuti, e che non hanno punti senza sede.", r => (long?)r.Item.ComuniWithin, 140L),
        new("quota_comuni_entro_pct", OrNull.Number, "Percentuale dei comuni.", r => Percent(r.Item.ComuniWithin, r.Item.Known.Judged.Length), 57.6),
        new("residenti", ColumnType.Number, "Residenti nei punti di residenza, persone.", r => (double)r.Unit.Residents, 1_103_768.0),
        CommonColumns.ComuniOf<Row<ReachWithin>>(r => r.Unit.Comuni.Length),
        .. Evidence<ReachWithin>(),
        .. CommonColumns.Knowledge<Row<ReachWithin>>(r => r.Item.Known),
    ]);

    public static LayerShape<Row<ReachableHours>> HoursShape { get; } = new(
    [
        .. CommonColumns.Area<Row<ReachableHours>>(r => r.Unit, withRegion: true),
        new("ore_da", ColumnType.Integer, "Più di tante ore la settimana.", r => (long)r.Item.Above, 12L),
        new("ore_a", OrNull.Integer, "Fino a tante, comprese; vuoto: oltre. Zero: nessuna ora.", r => (long?)r.Item.UpTo, 18L),
        new("residenti", OrNull.Number, "Residenti che hanno entro il limite almeno una sede aperta per tante ore.", r => GapFigures.Round(r.Item.ResidentsHere, 2),
            120_000.0),
        new("quota_residenti_pct", OrNull.Number, "Percentuale dei residenti dell'area.", r => Percent(r.Item.ResidentsHere, r.Item.Residents), 10.9),
        new("comuni", OrNull.Integer, "Comuni, secondo la media dei loro punti.", r => (long?)r.Item.ComuniHere, 21L),
        new("quota_comuni_pct", OrNull.Number, "Percentuale dei comuni dell'area.", r => Percent(r.Item.ComuniHere, r.Item.Known.Judged.Length), 8.6),
        new("residenti_con_orari_incerti", OrNull.Number, "Di questi, quelli che raggiungono anche una sede dagli orari non noti per intero: possono averne di più.",
            r => GapFigures.Round(r.Item.ResidentsUncertain, 2), 15_000.0),
        .. Evidence<ReachableHours>(),
        .. CommonColumns.Knowledge<Row<ReachableHours>>(r => r.Item.Known),
    ]);

    public static Layer Curve(Analysis analysis, AreaLevel level, MeasureRequest request) => Make(
        analysis, "curva", "Residenti e comuni con una sede entro i minuti", level, request, CurveShape, ReachRows.Curve, r => r.Unit, r => r.Minutes);

    public static Layer Hours(Analysis analysis, AreaLevel level, MeasureRequest request) => Make(
        analysis, "ore-raggiungibili", "Residenti e comuni per ore settimanali di apertura entro il limite", level, request, HoursShape, ReachRows.Hours, r => r.Unit, r => r.UpTo
            ?? int.MaxValue);

    private static Layer Make<T>(
        Analysis analysis, string name, string title, AreaLevel level, MeasureRequest request,
        LayerShape<Row<T>> shape, Func<SiteAccess, AreaLevel, ImmutableArray<T>> read, Func<T, TerritoryUnit> unit, Func<T, int> order)
    {
        var access = SiteAccess.Of(analysis.State, request.Terms);
        bool madeUp = MeasureWords.MadeUp(access);
        ImmutableArray<Row<T>> rows =
        [
            .. read(access, level)
                .Where(r => request.Ats is null || unit(r).Ats == request.Ats)
                .OrderBy(r => unit(r).Code, StringComparer.Ordinal).ThenBy(order)
                .Select(r => new Row<T>(r, unit(r), madeUp)),
        ];
        var totals = new JsonObject { ["aree"] = rows.Select(r => r.Unit).Distinct().Count(u => u.IsLoaded), ["righe"] = rows.Length };
        return shape.Make(name, rows, _ => null, MeasureWords.ProvenanceOf(analysis, title, access, request, totals, level, measured: false));
    }

    private static ImmutableArray<Field<Row<T>>> Evidence<T>() =>
    [
        CommonColumns.Travel<Row<T>>(),
        CommonColumns.AreaEvidence<Row<T>>(r => r.Unit.Status),
        CommonColumns.Demonstration<Row<T>>(r => r.Demonstration),
    ];

    private static double? Percent(double? part, double? whole) => whole > 0 ? GapFigures.Round(100 * part / whole, 2) : null;
}
