using CentriFamiglia.Coverage.Access;

namespace CentriFamiglia.Coverage.Service.Layers.Journeys;

/// <summary>Who reaches an open door within the limit, half hour by half hour, or which areas never do. No geometry.</summary>
internal static class WeekLayers
{
    internal sealed record Row(WeekArea Area, bool Demonstration);

    public static LayerShape<WeekTally> MomentShape { get; } = new(
    [
        new("giorno", ColumnType.Text, "Giorno della settimana ordinaria: lun, mar, mer, gio, ven, sab, dom.", r => r.At.Day, "mar")
        {
            Words = ["lun", "mar", "mer", "gio", "ven", "sab", "dom"],
        },
        new("ora", ColumnType.Text, "Ora, a passi di mezz'ora.", r => r.At.Clock, "17:30"),
        new("minuto", ColumnType.Integer, "La stessa ora, in minuti dalla mezzanotte.", r => (long)r.At.MinuteOfDay, 1050L),
        new("sedi_aperte", ColumnType.Integer, "Sedi aperte con certezza, in tutta la regione.", r => (long)r.Open, 48L),
        new("sedi_incerte", ColumnType.Integer, "Sedi dagli orari non noti per intero, in tutta la regione: né aperte né chiuse.", r => (long)r.Uncertain, 12L),
        new("residenti", OrNull.Number, "Residenti che contano: quelli delle aree note.", r => GapFigures.Round(r.Residents, 2), 9_983_473.0),
        new("residenti_entro", OrNull.Number, "Residenti con una sede aperta entro il limite; vuoto: le sedi non sono note.", r => GapFigures.Round(r.Within, 2), 4_120_000.0),
        new("residenti_entro_se_incerte_aperte", OrNull.Number, "Gli stessi se fossero aperte anche le sedi dagli orari non noti.",
            r => GapFigures.Round(r.Possible, 2), 4_300_000.0),
        new("quota_entro_pct", OrNull.Number, "Percentuale dei residenti che contano.", r => GapFigures.Round(r.Residents > 0 ? 100 * r.Within / r.Residents : null, 2), 41.27),
        CommonColumns.Travel<WeekTally>(),
    ]);

    public static LayerShape<Row> AreaShape { get; } = new(
    [
        .. CommonColumns.Area<Row>(r => r.Area.Unit),
        .. Lack("sera", "dalle 18, da lunedì a venerdì", r => r.Area.Evening),
        .. Lack("sabato", "di sabato", r => r.Area.Saturday),
        .. Lack("domenica", "di domenica", r => r.Area.Sunday),
        .. Lack("settimana", "in tutta la settimana", r => r.Area.Week),
        CommonColumns.Travel<Row>(),
        CommonColumns.AreaEvidence<Row>(r => r.Area.Unit.Status),
        CommonColumns.Demonstration<Row>(r => r.Demonstration),
        CommonColumns.ComuniOf<Row>(r => r.Area.Unit.Comuni.Length),
        .. CommonColumns.Knowledge<Row>(r => r.Area.Known),
    ]);

    /// <param name="ats">Only its residents; null for all.</param>
    public static Layer Moments(Analysis analysis, string? ats)
    {
        ImmutableArray<WeekTally> moments = WeekReach.Of(analysis.State).Moments(ats);
        AreaKnowledge known = ats is null ? analysis.State.Known.Whole : analysis.State.Known.Over(AreaLevel.Ats, ats);
        var totals = new JsonObject
        {
            ["momenti"] = moments.Length,
            ["sedi_incerte"] = moments[0].Uncertain,
            ["residenti"] = GapFigures.Round(moments[0].Residents, 2),
            ["residenti_esclusi"] = known.ResidentsExcluded,
            ["comuni_esclusi"] = known.ComuniExcluded,
            ["elenco_incompleto"] = known.IsEmpty ? null : known.UpperBound,
        };
        var provenance = new Provenance(analysis, "Chi trova una sede aperta, nella settimana", usesTravel: true, totals, ats);
        return MomentShape.Make("settimana", moments, _ => null, provenance.WithWarnings(Ordinary));
    }

    /// <param name="ats">Only its areas; null for all.</param>
    public static Layer Areas(Analysis analysis, AreaLevel level, string? ats)
    {
        HashSet<int> madeUp = GapFigures.OnMadeUpSites(analysis, analysis.State.Points);
        ImmutableArray<Row> rows =
        [
            .. WeekReach.Of(analysis.State).Areas(level)
                .Where(a => ats is null || a.Unit.Ats == ats)
                .OrderBy(a => a.Unit.Code, StringComparer.Ordinal)
                .Select(a => new Row(a, a.Unit.Comuni.Any(madeUp.Contains))),
        ];
        bool nothing = rows.All(r => r.Area.Known.IsEmpty);
        var totals = new JsonObject
        {
            ["aree"] = rows.Count(r => r.Area.Unit.IsLoaded),
            ["residenti_senza_sera"] = nothing ? null : GapFigures.Round(rows.Sum(r => r.Area.Evening.Certain), 2),
            ["residenti_senza_sabato"] = nothing ? null : GapFigures.Round(rows.Sum(r => r.Area.Saturday.Certain), 2),
            ["residenti_esclusi"] = rows.Sum(r => r.Area.Known.ResidentsExcluded),
            ["comuni_esclusi"] = rows.Sum(r => r.Area.Known.ComuniExcluded),
        };
        var provenance = new Provenance(
            analysis, $"Chi non trova mai una sede aperta, per {(level is AreaLevel.Ats ? "ATS" : level.ToText())}", usesTravel: true, totals, ats, level);
        return AreaShape.Make("settimana-" + level.ToText(), rows, _ => null, provenance.WithWarnings(Ordinary));
    }

    private const string Ordinary = "Settimana ordinaria, senza festività, a passi di mezz'ora; il viaggio non sposta l'ora.";

    private static ImmutableArray<Field<Row>> Lack(string part, string when, Func<Row, WeekLack> lack) =>
    [
        new($"residenti_senza_{part}", OrNull.Number, $"Residenti che {when} non hanno mai una sede aperta entro il limite.",
            r => GapFigures.Round(lack(r).Certain, 2), 12_300.0),
        new($"residenti_senza_{part}_se_incerte_aperte", OrNull.Number, "Gli stessi se fossero aperte anche le sedi dagli orari non noti.",
            r => GapFigures.Round(lack(r).Possible, 2), 11_000.0),
    ];
}
