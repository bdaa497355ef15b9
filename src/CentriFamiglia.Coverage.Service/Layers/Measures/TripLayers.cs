using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Access.Catchments;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Service.Layers.Measures;

/// <summary>Who goes where: comune by comune, the layer <c>bacini-comuni</c>, and from area to area.</summary>
internal static class TripLayers
{
    public const string OfComuni = "bacini-comuni";

    /// <param name="Trips">The points of one comune that go to the same sedi by every rule; at least one.</param>
    /// <param name="Demonstration">Whether a made-up sede counts.</param>
    internal sealed record ComuneRow(ImmutableArray<PointTrips> Trips, Comune Comune, bool Demonstration)
    {
        public PointTrips First => Trips[0];

        /// <summary>False where nothing is known of the comune.</summary>
        public bool IsJudged => First.Point.IsJudged;

        /// <summary>Whether the list of sedi is not complete for its ATS; null where nothing is known.</summary>
        public bool? UpperBound { get; init; }

        public NearestSite? Nearest => First.Point.Nearest;

        public double Residents => Trips.Sum(t => t.Residents);

        /// <summary>Mean over the points, weighted by residents, evenly where none has any; null where they reach no such sede.</summary>
        public double? Mean(Func<PointTrips, NearestSite?> to, Func<NearestSite, double> of) => to(First) is null
            ? null
            : Residents > 0 ? Trips.Sum(t => t.Residents * of(to(t)!.Value)) / Residents : Trips.Average(t => of(to(t)!.Value));

        /// <summary>The same of one end of the bands to the nearest sede, minutes.</summary>
        public double? MeanBand(Func<TravelBand, int> seconds) => First.Point.Band is null
            ? null
            : (Residents > 0
                ? Trips.Sum(t => t.Residents * seconds(t.Point.Band!.Value)) / Residents
                : Trips.Average(t => (double)seconds(t.Point.Band!.Value))) / 60;
    }

    /// <param name="Demonstration">Whether a made-up sede counts.</param>
    internal sealed record FlowRow(Flow Flow, bool Demonstration);

    public static LayerShape<ComuneRow> ComuneShape { get; } = new(
    [
        .. CommonColumns.Place<ComuneRow>(r => r.Comune, r => r.First.Membership),
        new("site_id", OrNull.Text, "Sede a cui va; vuoto: nessuna raggiunta.", r => Id(r.Nearest), "BG03-S1"),
        new("name", OrNull.Text, "Nome della sede.", r => r.Nearest?.Site.Site.Name, "Spoke dimostrativo Almè 1"),
        new("network_id", OrNull.Text, "Rete della sede.", r => r.Nearest?.Site.Site.Network?.Value, "BG03"),
        new("residenti", OrNull.Number, "Residenti che vi vanno, persone.", r => r.IsJudged ? GapFigures.Round(r.Residents, 2) : null, 5_632.0),
        new("famiglie", OrNull.Number, "Famiglie (2020), in proporzione ai residenti; vuoto: non note.", r => r.IsJudged && r.Trips.All(t => t.Families is not null)
            ? GapFigures.Round(r.Trips.Sum(t => t.Families), 2) : null, 2_480.0),
        new("minuti", OrNull.Number, "Minuti alla sede.", r => GapFigures.Round(r.Mean(t => t.Point.Nearest, n => n.Cost.Seconds / 60.0), 2), 11.25),
        new("km", OrNull.Number, "Chilometri dello stesso viaggio.", r => GapFigures.Round(r.Mean(t => t.Point.Nearest, n => n.Cost.Km), 3), 7.84),
        new("altro_ambito", OrNull.Boolean, "Vero se la sede è in un altro Ambito; vuoto: non noto.", r => Differ(r, m => m?.Ambito), false),
        new("altra_ats", OrNull.Boolean, "Vero se la sede è in un'altra ATS; vuoto: non noto.", r => Differ(r, m => m?.Ats), false),
        new("a_pari_minuti", OrNull.Boolean, "Vero se un'altra sede è altrettanto vicina, al secondo.", r => r.IsJudged ? r.Trips.Any(t => t.Tied) : null, false),
        new("site_id_stessa_ats", OrNull.Text, "Sede a cui va restando nella propria ATS.", r => Id(r.First.Point.NearestOwnAts), "BG03-S1"),
        new("minuti_stessa_ats", OrNull.Number, "Minuti a quella sede.", r => GapFigures.Round(r.Mean(t => t.Point.NearestOwnAts, n => n.Cost.Seconds / 60.0), 2), 11.25),
        new("site_id_territorio", OrNull.Text, "Sede a cui va fra le reti che servono il suo Ambito.", r => Id(r.First.Territory), "BG03-S1"),
        new("minuti_territorio", OrNull.Number, "Minuti a quella sede.", r => GapFigures.Round(r.Mean(t => t.Territory, n => n.Cost.Seconds / 60.0), 2), 11.25),
        .. GapFigures.Band<ComuneRow>(r => r.MeanBand(b => b.LowSeconds), r => r.MeanBand(b => b.HighSeconds)),
        CommonColumns.Travel<ComuneRow>(),
        CommonColumns.ComuneEvidence<ComuneRow>(r => r.First.Membership),
        CommonColumns.Demonstration<ComuneRow>(r => r.Demonstration && r.IsJudged),
        CommonColumns.UpperBoundOrNull<ComuneRow>(r => r.UpperBound),
    ]);

    public static LayerShape<FlowRow> FlowShape { get; } = new(
    [
        new("livello", ColumnType.Text, "Livello delle aree: ambito, ats.", r => r.Flow.From.Level.ToText(), "ambito") { Words = ["ambito", "ats"] },
        new("da_codice", ColumnType.Text, "Area dei residenti.", r => r.Flow.From.Code, "valle-imagna-villa-d-alme"),
        new("da_nome", ColumnType.Text, "Il suo nome.", r => r.Flow.From.Name, "Valle Imagna - Villa d'Almè"),
        new("a_codice", OrNull.Text, "Area della sede più vicina; vuoto: nessuna raggiunta.", r => r.Flow.To?.Code, "bergamo"),
        new("a_nome", OrNull.Text, "Il suo nome.", r => r.Flow.To?.Name, "Bergamo"),
        new("residenti", ColumnType.Number, "Residenti che vi vanno, persone.", r => GapFigures.Round(r.Flow.Residents, 2), 12_300.0),
        new("comuni", ColumnType.Integer, "Comuni che vi vanno, anche in parte.", r => (long)r.Flow.Comuni, 5L),
        new("minuti_medi", OrNull.Number, "Minuti medi, pesati sui residenti.", r => GapFigures.Round(r.Flow.MeanMinutes, 2), 13.2),
        new("stessa_area", ColumnType.Boolean, "Vero se l'area è la stessa.", r => r.Flow.From == r.Flow.To, false),
        CommonColumns.Travel<FlowRow>(),
        CommonColumns.Demonstration<FlowRow>(r => r.Demonstration),
    ]);

    public static Layer Comuni(Analysis analysis, string? ats)
    {
        const string title = "Bacini, comune per comune";
        TerritorySnapshot snapshot = analysis.Snapshot;
        ImmutableArray<PointTrips> trips = PointTrips.Of(analysis.State);
        ImmutableArray<ComuneRow> rows =
        [
            .. trips.Where(t => ats is null || t.Membership?.Ats == ats)
                .GroupBy(t => (t.Point.ComuneIndex, Any: Id(t.Point.Nearest), Own: Id(t.Point.NearestOwnAts), Territory: Id(t.Territory)))
                .OrderBy(g => g.Key.ComuneIndex).ThenBy(g => g.Key.Any, StringComparer.Ordinal)
                .ThenBy(g => g.Key.Own, StringComparer.Ordinal).ThenBy(g => g.Key.Territory, StringComparer.Ordinal)
                .Select(g => new ComuneRow([.. g], snapshot.Comuni[g.Key.ComuneIndex], snapshot.HasDemonstrationSites)
                {
                    UpperBound = analysis.State.Known.UpperBound(g.Key.ComuneIndex),
                }),
        ];
        return ComuneShape.Make(OfComuni, rows, r => r.Comune.Boundary, CatchmentFields.ProvenanceOf(analysis, title, trips, rows.Length));
    }

    public static Layer Flows(Analysis analysis, AreaLevel level, string? ats)
    {
        string title = $"Da dove a dove, per {(level is AreaLevel.Ats ? "ATS" : level.ToText())}";
        ImmutableArray<PointTrips> trips = PointTrips.Of(analysis.State);
        ImmutableArray<FlowRow> rows =
        [
            .. Flow.Between(analysis.State, trips, level).Where(f => ats is null || f.From.Ats == ats)
                .Select(f => new FlowRow(f, analysis.Snapshot.HasDemonstrationSites)),
        ];
        return FlowShape.Make($"bacini-{level.ToText()}", rows, _ => null, CatchmentFields.ProvenanceOf(analysis, title, trips, rows.Length));
    }

    private static string? Id(NearestSite? nearest) => nearest?.Site.Site.Id.Value;

    private static bool? Differ(ComuneRow row, Func<Membership?, string?> area) =>
        area(row.First.Membership) is { } from && area(row.Nearest?.Site.Membership) is { } to ? from != to : null;
}
