using CentriFamiglia.Coverage.Access.Measures;
using CentriFamiglia.Coverage.Service.Layers.Areas;

namespace CentriFamiglia.Coverage.Service.Layers.Measures;

/// <summary>Measures of access by area: one row for each area and measure.</summary>
internal static class AreaMeasureLayer
{
    /// <param name="Area">The area's figures.</param>
    /// <param name="Demonstration">Whether a made-up sede counts.</param>
    internal sealed record Row(AreaAccess Area, SiteMeasure Measure, MeasureRequest Request, bool Demonstration);

    public static LayerShape<Row> Shape { get; } = new(
    [
        .. CommonColumns.Area<Row>(r => r.Area.Unit, withRegion: true),
        new("residenti", ColumnType.Number, "Residenti nei punti di residenza, persone.", r => GapFigures.Round(r.Area.AllResidents, 2), 1_103_768.0),
        CommonColumns.ComuniOf<Row>(r => r.Area.Unit.Comuni.Length),
        new("misura", ColumnType.Text, "Quale misura.", r => r.Measure.ToText(), "e2sfca") { Words = SiteMeasures.Words.Written },
        new("unita", ColumnType.Text, "Unità dei valori.", r => r.Measure.Unit(r.Request.Terms.Supply, r.Request.Demand), "sedi_per_1000_residenti"),
        Value("media", "Media pesata sui residenti che hanno un valore.", a => a.Mean),
        Value("mediana", "Valore entro cui sta la metà dei residenti.", a => a.Percentiles[0]),
        Value("p75", "Valore entro cui sta il 75% dei residenti.", a => a.Percentiles[1]),
        Value("p90", "Valore entro cui sta il 90% dei residenti.", a => a.Percentiles[2]),
        Value("p95", "Valore entro cui sta il 95% dei residenti.", a => a.Percentiles[3]),
        Value("minimo", "Valore più piccolo di un punto abitato.", a => a.Least),
        Value("massimo", "Valore più grande di un punto abitato.", a => a.Greatest),
        new("residenti_senza_accesso", OrNull.Number, "Residenti senza valore, o con zero se non sono minuti.", r => GapFigures.Round(r.Area.ResidentsWithout, 2), 0.0),
        new("comuni_senza_accesso", OrNull.Integer, "Comuni senza valore, o con zero se non sono minuti.", r => (long?)r.Area.ComuniWithout, 0L),
        Index("gini", "Gini fra i comuni dell'area, pesati sui residenti.", i => i.Gini),
        Index("theil", "Theil T fra i comuni dell'area.", i => i.Theil),
        Index("theil_tra_ambiti", "La parte fra Ambiti.", i => i.BetweenAmbiti),
        Index("theil_entro_ambiti", "La parte dentro gli Ambiti.", i => i.WithinAmbiti),
        Index("fgt0", "Quota di residenti sotto la linea; vuoto senza linea.", i => i.Poverty.ElementAtOrDefault(0)),
        Index("fgt1", "Quanto sotto la linea.", i => i.Poverty.ElementAtOrDefault(1)),
        Index("fgt2", "Quanto sotto, con più peso ai più lontani.", i => i.Poverty.ElementAtOrDefault(2)),
        CommonColumns.Travel<Row>(),
        CommonColumns.AreaEvidence<Row>(r => r.Area.Unit.Status),
        CommonColumns.Demonstration<Row>(r => r.Demonstration),
        .. CommonColumns.Knowledge<Row>(r => r.Area.Known),
    ]);

    public static Layer Make(Analysis analysis, AreaLevel level, MeasureRequest request)
    {
        request = request with { Demand = analysis.Snapshot.Choice };
        var access = SiteAccess.Of(analysis.State, request.Terms);
        bool madeUp = MeasureWords.MadeUp(access);
        var rows = new List<Row>();
        JsonObject? indices = null;
        foreach (SiteMeasure measure in request.Measures)
        {
            double?[] values = access.Values(measure, request.Decay);
            ImmutableArray<ComuneAccess> comuni = AccessByArea.Comuni(analysis.State, values);
            rows.AddRange(AccessByArea.Areas(analysis.State, level, measure.IsTime(), values, comuni, request.Line)
                .Where(a => request.Ats is null || a.Unit.Ats == request.Ats)
                .Select(a => new Row(a, measure, request, madeUp && !a.Known.IsEmpty)));
            if (request.Measure is not null)
                indices = MeasureWords.Indices(AccessInequality.Of(comuni.Where(c => request.Ats is null || c.Membership?.Ats == request.Ats), request.Line),
                    request.Demand.Words);
        }

        string title = $"{(request.Measure is { } one ? $"Misura di accesso {one.ToText()}" : "Misure di accesso")}, per {(level is AreaLevel.Ats ? "ATS" : level.ToText())}";
        var totals = new JsonObject { ["aree"] = rows.Select(r => r.Area.Unit).Distinct().Count(u => u.IsLoaded), ["righe"] = rows.Count };
        Provenance provenance = MeasureWords.ProvenanceOf(analysis, title, access, request, totals, level);
        if (indices is not null)
            provenance = provenance.With("indici", indices);
        var boundaries = new Boundaries(analysis.Snapshot);
        return Shape.Make(
            $"misure-{level.ToText()}", rows.OrderBy(r => r.Area.Unit.Code, StringComparer.Ordinal).ThenBy(r => r.Measure), r => boundaries.Of(r.Area.Unit), provenance);
    }

    private static Field<Row> Value(string name, string description, Func<AreaAccess, double?> value) =>
        new(name, OrNull.Number, description, r => MeasureRequest.Round(r.Measure, value(r.Area)), 0.0213);

    private static Field<Row> Index(string name, string description, Func<AccessInequality, double?> value) =>
        new(name, OrNull.Number, description, r => GapFigures.Round(value(r.Area.Inequality), 6), 0.21);
}
