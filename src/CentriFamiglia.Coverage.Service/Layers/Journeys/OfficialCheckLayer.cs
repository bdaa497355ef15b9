using CentriFamiglia.Coverage.Travel.Official;

namespace CentriFamiglia.Coverage.Service.Layers.Journeys;

/// <summary>A road network, or a server of roads, against the official minutes, a row per comune: the verb <c>roads check</c>.</summary>
internal static class OfficialCheckLayer
{
    private const string Title = "La rete stradale a confronto con i minuti ufficiali";
    private const int Worst = 15;

    internal sealed record Row(CheckedTrip Trip, double? FromMetres, double? ToMetres);

    public static LayerShape<Row> Shape { get; } = new(
    [
        new("pro_com_t", ColumnType.Text, "Codice Istat del comune.", r => r.Trip.Official.From.Comune.Value, "014037"),
        new("comune", ColumnType.Text, "Nome del comune.", r => r.Trip.Official.Name, "Livigno"),
        new("pro_com_t_polo", ColumnType.Text, "Codice Istat del suo polo ufficiale.", r => r.Trip.Official.Pole.Comune.Value, "014061"),
        new("polo", ColumnType.Text, "Nome del suo polo ufficiale.", r => r.Trip.Official.PoleName, "Sondrio"),
        new("minuti_ufficiali", ColumnType.Number, "Minuti della Mappa Aree Interne 2020, ora di punta.", r => r.Trip.Official.Minutes, 108.0),
        new("minuti_rete", OrNull.Number, "Minuti sulla rete fino allo stesso polo.", r => r.Trip.Minutes, 92.5),
        new("differenza_minuti", OrNull.Number, "Rete meno ufficiali.", r => GapFigures.Round(r.Trip.Difference, 2), -15.5),
        new("stato", ColumnType.Text, "ok, unreachable, not_snapped.", StatusOf, "ok"),
        new("polo_piu_vicino_rete", OrNull.Text, "Il polo più vicino secondo la rete, fra quelli del confronto.", r => r.Trip.NearestPole?.PoleName, "Sondrio"),
        new("stesso_polo", ColumnType.Boolean, "Vero se è quello ufficiale.", r => r.Trip.SamePole, true),
        new("classe_ufficiale", ColumnType.Text, "Classe che i minuti ufficiali danno: C, D, E, F.", r => r.Trip.OfficialClass.ToString(), "F"),
        new("classe_rete", OrNull.Text, "Classe che i minuti della rete darebbero.", r => r.Trip.Class?.ToString(), "F"),
        new("aggancio_m", OrNull.Number, "Metri dal municipio alla strada.", r => GapFigures.Round(r.FromMetres, 1), 14.0),
    ]);

    /// <param name="check">The comparison.</param>
    /// <param name="source">What was compared.</param>
    /// <param name="worstOnly">Only the rows that differ most, for people; all of them, by comune, for programs.</param>
    public static Layer Make(OfficialCheck check, CheckedSource source, bool worstOnly)
    {
        double?[] from = source.Metres([.. check.Trips.Select(t => t.Official.From)]);
        double?[] to = source.Metres([.. check.Trips.Select(t => t.Official.Pole)]);
        Row[] all = [.. check.Trips.Select((trip, i) => new Row(trip, from[i], to[i]))];
        HashSet<CheckedTrip> worst = [.. check.Worst(Worst)];
        Row[] shown = worstOnly ? [.. all.Where(r => worst.Contains(r.Trip)).OrderByDescending(r => Math.Abs(r.Trip.Difference!.Value))] : all;
        string title = worstOnly ? $"{Title}: i {shown.Length} comuni che differiscono di più" : Title;
        return Shape.Make("controllo-rete", title, shown, _ => null, MetaOf(check, all, source));
    }

    private static string StatusOf(Row row) => row.Trip.Minutes is not null
        ? "ok"
        : row.FromMetres is not null && row.ToMetres is not null ? "unreachable" : "not_snapped";

    private static JsonObject MetaOf(OfficialCheck check, Row[] rows, CheckedSource source)
    {
        var totals = new JsonObject
        {
            ["comuni"] = rows.Length,
            ["comuni_calcolati"] = rows.Count(r => StatusOf(r) == "ok"),
            ["comuni_non_agganciati"] = rows.Count(r => StatusOf(r) == "not_snapped"),
            ["comuni_irraggiungibili"] = rows.Count(r => StatusOf(r) == "unreachable"),
        };
        if (check.Figures is { } figures)
        {
            totals["distorsione_minuti"] = Math.Round(figures.Bias, 2);
            totals["errore_medio_minuti"] = Math.Round(figures.MeanAbsolute, 2);
            totals["errore_p90_minuti"] = Math.Round(figures.P90, 2);
            totals["correlazione_di_rango"] = figures.RankCorrelation is { } rank ? Math.Round(rank, 4) : null;
            totals["stesso_polo_pct"] = Share(rows, r => r.Trip.SamePole);
            totals["stessa_classe_pct"] = Share(rows, r => r.Trip.Class == r.Trip.OfficialClass);
        }

        return new JsonObject
        {
            ["titolo"] = Title,
            ["programma"] = Provenance.Program,
            ["viaggio"] = ProvenanceJson.TravelOf(source.Travel.Info),
            [source.Details.Name] = source.Details.Value,
            ["totali"] = totals,
            ["peggiori"] = ProvenanceJson.Strings(check.Worst(Worst).Select(t => t.Official.From.Comune.Value)),
            ["attribuzioni"] = new JsonArray(source.Attribution, "Minuti ufficiali: DPCoe/Istat, Mappa Aree Interne 2020"),
            ["avvertenze"] = ProvenanceJson.Strings(Warnings(check, source, rows)),
        };
    }

    /// <summary>Of the comuni that the network reaches a pole from, percent.</summary>
    private static double? Share(Row[] rows, Func<Row, bool> same)
    {
        int reached = rows.Count(r => r.Trip.NearestPole is not null);
        return reached == 0 ? null : Math.Round(100.0 * rows.Count(r => r.Trip.NearestPole is not null && same(r)) / reached, 1);
    }

    private static IEnumerable<string> Warnings(OfficialCheck check, CheckedSource source, Row[] rows)
    {
        if (check.Figures is not { } figures)
        {
            yield return source.Empty;
            yield break;
        }

        string ratio = figures.MedianRatio is { } median ? $" Qui i minuti ufficiali sono in mediana {ItalianNumber.Of(median, "0.00")} volte quelli della rete." : "";
        yield return $"{source.Times}; quelli ufficiali sono osservati nell'ora di punta: {source.Difference}. "
            + "L'ordine dei comuni (correlazione di rango) e il polo più vicino "
            + $"dicono se la rete è giusta; la differenza dice quanto un limite in minuti va letto con prudenza.{ratio}";
        if (rows.Length > figures.Trips)
            yield return $"{rows.Length - figures.Trips} comuni del confronto non hanno un viaggio sulla rete: lo stato di ogni riga dice perché.";
        yield return "I minuti ufficiali spediti con il programma sono quelli dei comuni di 29 poli; il polo più vicino è cercato solo fra questi.";
    }
}
