using CentriFamiglia.Coverage.Access.Measures;

namespace CentriFamiglia.Coverage.Service.Layers.Measures;

/// <summary>Measures of access by comune: one of them, or, as the layer <c>misure</c>, a column for each.</summary>
internal static class ComuneMeasureLayer
{
    public const string Name = "misure";

    /// <param name="Comune">The comune, with the value where one measure is asked for.</param>
    /// <param name="All">By measure, in order, where all are.</param>
    /// <param name="Demonstration">Whether a made-up sede counts.</param>
    /// <param name="HasPoints">Whether the comune has any demand point.</param>
    internal sealed record Row(ComuneAccess Comune, MeasureRequest Request, ImmutableArray<double?> All, bool Demonstration, bool HasPoints)
    {
        /// <summary>Whether the list of sedi is not complete for its ATS; null where nothing is known of the comune.</summary>
        public required bool? UpperBound { get; init; }

        public bool IsJudged => UpperBound is not null;
    }

    private static readonly ImmutableArray<Field<Row>> _place =
    [
        .. CommonColumns.Place<Row>(r => r.Comune.Comune, r => r.Comune.Membership),
        new("residenti", ColumnType.Number, "Residenti nei punti di residenza del comune, persone.", r => GapFigures.Round(r.Comune.Residents, 2), 5_632.0),
    ];

    private static readonly ImmutableArray<Field<Row>> _evidence =
    [
        CommonColumns.Travel<Row>(),
        CommonColumns.ComuneEvidence<Row>(r => r.Comune.Membership),
        CommonColumns.Demonstration<Row>(r => r.Demonstration && r.IsJudged),
    ];

    private static readonly Field<Row> _incomplete = CommonColumns.UpperBoundOrNull<Row>(r => r.UpperBound);

    public static LayerShape<Row> Shape { get; } = new(
    [
        .. _place,
        new("misura", ColumnType.Text, "Quale misura.", r => r.Request.Measure!.Value.ToText(), "e2sfca") { Words = SiteMeasures.Words.Written },
        new("unita", ColumnType.Text, "Unità del valore: minuti, sedi, ore_settimanali, anche pesate o per 1000 residenti.",
            r => r.Request.Measure!.Value.Unit(r.Request.Terms.Supply, r.Request.Demand), "sedi_per_1000_residenti"),
        new("valore", OrNull.Number, "Il valore, media dei punti del comune pesata sui residenti; vuoto dove non c'è.",
            r => MeasureRequest.Round(r.Request.Measure!.Value, r.Comune.Value), 0.0213),
        .. _evidence,
        new("motivo", OrNull.Text, "Perché il valore non c'è o è zero.", ReasonOf, null),
        _incomplete,
    ]);

    public static LayerShape<Row> WideShape { get; } = new(
    [
        .. _place,
        Of("minuti_prima", SiteMeasure.Nearest, "Minuti alla sede più vicina."),
        Of("minuti_seconda", SiteMeasure.Second, "Minuti alla seconda sede."),
        Of("minuti_terza", SiteMeasure.Third, "Minuti alla terza sede."),
        Of("cumulativa", SiteMeasure.Cumulative, "Offerta entro il limite."),
        Of("gravita", SiteMeasure.Gravity, "Offerta pesata per la distanza."),
        Of("due_passi", SiteMeasure.TwoStep, "2SFCA: offerta per 1000 residenti dei bacini."),
        Of("due_passi_gradini", SiteMeasure.TwoStepSteps, "E2SFCA a gradini, per 1000 residenti."),
        Of("due_passi_gaussiana", SiteMeasure.TwoStepGaussian, "E2SFCA gaussiana, per 1000 residenti."),
        Of("bacini_bilanciati", SiteMeasure.Balanced, "Bacini bilanciati, per 1000 residenti."),
        Of("disponibilita", SiteMeasure.Availability, "Disponibilità spaziale, per 1000 residenti."),
        Of("tre_passi", SiteMeasure.ThreeStep, "3SFCA: bacini in tre passi, per 1000 residenti."),
        Of("due_passi_modificati", SiteMeasure.Modified, "M2SFCA: due passi modificati, per 1000 residenti."),
        .. _evidence,
        _incomplete,
    ]);

    public static Layer Make(Analysis analysis, MeasureRequest request)
    {
        request = request with { Demand = analysis.Snapshot.Choice };
        var access = SiteAccess.Of(analysis.State, request.Terms);
        bool madeUp = MeasureWords.MadeUp(access);
        ImmutableArray<ComuneAccess>[] byMeasure = [.. request.Measures.Select(m => AccessByArea.Comuni(analysis.State, access.Values(m, request.Decay)))];
        HashSet<int> withPoints = [.. analysis.State.Points.Select(p => p.ComuneIndex)];
        ImmutableArray<Row> rows =
        [
            .. byMeasure[0]
                .Where(c => request.Ats is null || c.Membership?.Ats == request.Ats)
                .Select(c => new Row(c, request, [.. byMeasure.Select(b => b[c.Index].Value)], madeUp, withPoints.Contains(c.Index))
                {
                    UpperBound = analysis.State.Known.UpperBound(c.Index),
                }),
        ];
        string title = request.Measure is { } measure ? $"Misura di accesso {measure.ToText()}, per comune" : "Misure di accesso, per comune";
        var totals = new JsonObject
        {
            ["comuni"] = rows.Length,
            ["residenti"] = GapFigures.Round(rows.Sum(r => r.Comune.Residents), 2),
            ["residenti_esclusi"] = GapFigures.Round(rows.Where(r => !r.IsJudged).Sum(r => r.Comune.Residents), 2),
            ["comuni_esclusi"] = rows.Count(r => !r.IsJudged),
        };
        if (request.Measure is not null)
        {
            totals["comuni_senza_valore"] = rows.Count(r => r.IsJudged && r.Comune.Value is null);
            totals["residenti_senza_valore"] = GapFigures.Round(rows.Where(r => r.IsJudged && r.Comune.Value is null).Sum(r => r.Comune.Residents), 2);
        }

        Provenance provenance = MeasureWords.ProvenanceOf(analysis, title, access, request, totals);
        if (request.Measure is not null)
            provenance = provenance.With("indici", MeasureWords.Indices(AccessInequality.Of(rows.Select(r => r.Comune), request.Line), request.Demand.Words));
        return (request.Measure is null ? WideShape : Shape).Make(Name, rows, r => r.Comune.Comune.Boundary, provenance);
    }

    private static Field<Row> Of(string name, SiteMeasure measure, string description) =>
        new(name, OrNull.Number, description, r => MeasureRequest.Round(measure, r.All[(int)measure]), 12.5);

    private static string? ReasonOf(Row row)
    {
        SiteMeasure measure = row.Request.Measure!.Value;
        return row switch
        {
            { IsJudged: false } => "NON_CARICATO: le sedi dell'ATS non sono note",
            { HasPoints: false } => "il comune non ha punti di residenza",
            { Comune.Value: null } when measure.IsTime() => "nessuna sede raggiunta" + (row.Request.Terms.LimitMinutes is null ? "" : " entro il limite"),
            { Comune.Value: null } => $"il comune non ha {row.Request.Demand.Words.Known}",
            { Comune.Value: 0 } when !measure.IsTime() => "nessuna offerta entro il limite",
            _ => null,
        };
    }
}
