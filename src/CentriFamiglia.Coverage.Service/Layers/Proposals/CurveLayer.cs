using System.Diagnostics;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Siting.Proposals;

namespace CentriFamiglia.Coverage.Service.Layers.Proposals;

/// <summary>What 0, 1, 2 ... new Spokes can do at best: the layer <c>curva</c>.</summary>
internal static class CurveLayer
{
    public const string Name = "curva";

    /// <param name="Before">The point with one Spoke fewer; null for the first.</param>
    /// <param name="Residents">Of all demand points that have a limit.</param>
    /// <param name="Travelling">Residents that reach a sede today.</param>
    /// <param name="CostEur">Of one sede; null when not stated.</param>
    internal sealed record Row(SitingCurvePoint Item, SitingCurvePoint? Before, double Residents, double Travelling, decimal? CostEur);

    public static LayerShape<Row> Shape { get; } = new(
    [
        new("spoke", ColumnType.Integer, "Nuovi Spoke.", r => (long)r.Item.Spokes, 3L),
        new("residenti_nel_limite", OrNull.Number, "Residenti entro il limite con la scelta migliore.", r => GapFigures.Round(r.Item.Within, 2), 9_700_000.0),
        new("quota_nel_limite_pct", OrNull.Number, "Gli stessi in percento dei residenti con un limite.", r => r.Residents > 0
            ? GapFigures.Round(100 * r.Item.Within / r.Residents, 4) : null, 97.2),
        new("minuti_residente", OrNull.Number, "Minuti di viaggio di tutti i residenti che oggi raggiungono una sede (residenti per minuti).",
            r => GapFigures.Round(r.Item.ResidentMinutes, 2), 81_000_000.0),
        new("minuti_medi", OrNull.Number, "Gli stessi per residente.", r => r.Travelling > 0 ? GapFigures.Round(r.Item.ResidentMinutes / r.Travelling, 4) : null, 8.1),
        new("guadagno", OrNull.Number, "Che cosa aggiunge l'ultimo Spoke allo scopo: residenti entro il limite (cover) o minuti-residente in meno (time).",
            r => GapFigures.Round(r.Item.Gain, 2), 21_400.0),
        new("stato", ColumnType.Text, "optimal (dimostrato), feasible (entro lo scarto), infeasible.", r => r.Item.Status, "optimal")
        {
            Words = ["optimal", "feasible", "infeasible"],
        },
        new("valore", OrNull.Number, "Valore dello scopo.", r => GapFigures.Round(r.Item.Objective, 2), 9_700_000.0),
        new("limite_dimostrato", OrNull.Number, "Nessuna scelta di altrettanti Spoke fa meglio di così.", r => GapFigures.Round(r.Item.Bound, 2), 9_700_000.0),
        new("scarto", OrNull.Number, "Distanza relativa dei due; 0: dimostrato.", r => r.Item.Gap, 0.0),
        new("sedi", OrNull.Text, "Codici dei comuni della scelta, separati da |.", r => r.Item.Sites.IsEmpty ? null : string.Join('|', r.Item.Sites.Select(c => c.Code)),
            "016012|017125"),
        new("entrano", OrNull.Text, "Nomi dei comuni che non c'erano con uno Spoke in meno.", r => Names(r.Item, r.Before), "Ardesio"),
        new("escono", OrNull.Text, "Nomi dei comuni che c'erano con uno Spoke in meno e non ci sono più.", r => r.Before is null ? null : Names(r.Before, r.Item), null),
        new("costo_eur", OrNull.Money, "Costo, con quello indicato per una sede; vuoto: non indicato.", r => r.CostEur * r.Item.Sites.Length, 60_000m),
        CommonColumns.Travel<Row>(),
    ]);

    /// <param name="request">Goal, constraints, and the number of the last point.</param>
    /// <param name="mostSeconds">Ends the search with what is known; null for never.</param>
    /// <param name="done">Told how many points are done, on any thread.</param>
    /// <param name="stop">Ends it as well.</param>
    public static Layer Make(Analysis analysis, SuggestionRequest request, double? mostSeconds = null, Action<int>? done = null, CancellationToken stop = default)
    {
        const string title = "Curva dei nuovi Spoke";
        var watch = Stopwatch.StartNew();
        ImmutableArray<SitingCurvePoint> points = SuggestionCurve.Compute(
            analysis.State, request, () => watch.Elapsed.TotalSeconds > mostSeconds || stop.IsCancellationRequested, done);
        var whose = new CountedResidents(request.Ats, request.CountAll);
        CoverageState counted = whose.In(analysis.State);
        double residents = counted.Points.Where(p => p.LimitMinutes is not null).Sum(p => p.Residents);
        double travelling = counted.Points.Where(p => p.Nearest is not null).Sum(p => p.Residents);
        Provenance provenance = new Provenance(analysis, title, usesTravel: true, new JsonObject
        {
            ["punti"] = points.Length,
            ["dimostrati"] = points.Count(p => p.Status == "optimal"),
            ["minuti_dimostrati"] = points.Count(p => p.SecondaryProved),
            ["scarto_massimo"] = points.Max(p => p.Gap),
            ["secondi"] = Math.Round(watch.Elapsed.TotalSeconds, 3),
        }, request.Ats).WithWarnings(whose.Notes(analysis.State)).WithWarnings("Ogni punto è una scelta a sé: la migliore di N+1 Spoke non contiene per forza la migliore di N "
            + "(colonne entrano, escono).").WithWarnings(Unlike(points)).WithWarnings(TooFew(points, request.Fixed.Count));
        return Shape.Make(
            Name, points.Select((p, i) => new Row(p, i > 0 ? points[i - 1] : null, residents, travelling, request.SedeCostEur)), _ => null, provenance);
    }

    /// <summary>Why <c>suggest</c> could name other sedi for the same number: nothing where every point is proved.</summary>
    private static string[] Unlike(ImmutableArray<SitingCurvePoint> points) =>
        string.Join(", ", points.Where(p => p.Status == "feasible" || (p.Status == "optimal" && !p.SecondaryProved)).Select(p => p.Spokes)) is { Length: > 0 } numbers
            ? [$"Con {numbers} nuovi Spoke la scelta non è dimostrata fino in fondo (valore, o minuti a parità di valore): "
                + "suggest, che cerca più a lungo, può indicarne un'altra."]
            : [];

    private static string[] TooFew(ImmutableArray<SitingCurvePoint> points, int given) => points.Any(p => p.Spokes < given)
        ? [$"I luoghi imposti (fissi) sono {given}: con meno Spoke non c'è alcuna scelta."]
        : [];

    /// <summary>Comuni of the one that the other does not have.</summary>
    private static string? Names(SitingCurvePoint of, SitingCurvePoint? but) =>
        string.Join(", ", of.Sites.Except(but?.Sites ?? []).Select(c => c.Name)) is { Length: > 0 } names ? names : null;
}
