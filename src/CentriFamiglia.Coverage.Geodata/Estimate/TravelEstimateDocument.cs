using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Geodata.Estimate;

/// <summary>The document <c>stima-viaggio</c>: coefficients, what is assumed, and the error in numbers and in words.</summary>
internal static class TravelEstimateDocument
{
    /// <summary>Minutes of the limits near which verdicts are looked at, and how near.</summary>
    private static readonly double[] _limits = [20, 30, 40];
    private const double NearLimit = 6;

    /// <summary>Shares of the graph that were tried: the line alone, the graph alone, and between.</summary>
    private static readonly double[] _shares = [0, 0.25, 0.5, 0.75, 1];

    public static JsonObject Write(
        TravelEstimateParameters fitted,
        FittedStretches stretches,
        IReadOnlyList<string> lakes,
        JudgedPair[] judged,
        ImmutableArray<Comune> comuni,
        IReadOnlyDictionary<ComuneCode, string> zones)
    {
        Dictionary<ComuneCode, Comune> byCode = comuni.ToDictionary(c => c.Code);
        IGrouping<string, JudgedPair>[] poles = [.. judged.GroupBy(p => p.Pair.Pole, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)];
        double mean = Round(poles.Average(MeanError)), p90 = Round(Percentile90(judged));
        IGrouping<string, JudgedPair> worst = poles.MaxBy(MeanError)!;
        return new JsonObject
        {
            ["modello"] = TravelEstimateParameters.Model,
            ["frase"] = "I tempi di viaggio sono una stima da distanze, altitudini e località intorno, non un percorso su strada: misurata lasciando fuori un polo "
                + $"per volta, in media sbaglia di {Shown(mean)} minuti, una volta su dieci di più di {Shown(p90)}; i km sono la linea d'aria per un fattore assunto. "
                + "Con una rete stradale o la matrice ISTAT il valore diventa certo.",
            ["coefficienti"] = new JsonObject
            {
                ["minuti_per_km"] = fitted.MinutesPerKm,
                ["minuti_per_radice_km"] = fitted.MinutesPerRootKm,
                ["minuti_per_m_di_dislivello"] = fitted.MinutesPerMetreOfClimb,
                ["minuti_per_pendenza"] = fitted.MinutesPerSteepness,
                ["minuti_per_vuoto"] = fitted.MinutesPerEmptiness,
                ["km_di_accesso"] = fitted.AccessKm,
                ["fattore_di_percorso"] = fitted.DetourFactor,
                ["peso_del_grafo"] = fitted.GraphShare,
                ["minuti_di_avvio"] = fitted.StartMinutes,
                ["minuti_per_km_dai_luoghi"] = fitted.Graph.MinutesPerKm,
                ["minuti_per_m_dai_luoghi"] = Math.Round(fitted.Graph.MinutesPerMetreOfClimb, 6),
                ["km_ora_in_linea_d_aria"] = fitted.FastestKmh,
                ["km_ora_in_linea_d_aria_p10"] = fitted.FastestLowKmh,
            },
            ["pesi_del_grafo"] = new JsonObject
            {
                ["lettura"] = "minuti di un arco = minuti_per_km (km + salita h + vuoto e^2 + traghetto acqua + folla km radice(abitanti intorno / 10000)); "
                    + "h in centinaia di metri, e km dalla località più vicina nella cella più vuota",
                ["minuti_per_km"] = Math.Round(stretches.MinutesPerKm, 4),
                ["salita"] = Math.Round(stretches.Weights.Climb, 3),
                ["vuoto"] = Math.Round(stretches.Weights.Empty, 3),
                ["traghetto"] = Math.Round(stretches.Weights.Ferry, 3),
                ["folla"] = Math.Round(stretches.Weights.Crowd, 3),
            },
            ["assunti"] = new JsonArray(
                $"fattore di percorso {Plain(fitted.DetourFactor)}: nessun file dà km stradali",
                $"km di accesso {Plain(fitted.AccessKm)}: è lo spostamento dentro un solo comune, che i minuti ufficiali non misurano",
                $"{Plain(fitted.Graph.MinutesPerKm)} minuti per km in linea d'aria da un luogo alle località intorno: i minuti ufficiali partono dai municipi",
                $"mai più veloce di {Plain(fitted.FastestKmh)} km/h in linea d'aria, il P10 di {Plain(fitted.FastestLowKmh)}",
                "i laghi si passano solo con i traghetti per auto che vanno tutto l'anno"),
            ["fascia"] = new JsonObject
            {
                ["lettura"] = "quanto il P10 sta sotto e il P90 sopra la stima: minuti + per_minuto per la stima + per_minuto_di_disaccordo per la differenza fra linea e grafo",
                ["sotto"] = Side(fitted.Below),
                ["sopra"] = Side(fitted.Above),
                ["nominale_pct"] = 80,
                ["misurata_pct"] = Round(100.0 * judged.Count(p => p.InBand) / judged.Length),
                ["misurata_media_fra_poli_pct"] = Round(100 * poles.Average(pole => (double)pole.Count(p => p.InBand) / pole.Count())),
            },
            ["errore"] = new JsonObject
            {
                ["misurato"] = "stima meno minuti ufficiali, togliendo dalla taratura, una volta ciascuno, poli interi con tutti i loro comuni; "
                    + "medie fra poli: ogni polo conta uno",
                ["coppie"] = judged.Length,
                ["poli"] = poles.Length,
                ["medio_assoluto_fra_poli_minuti"] = mean,
                ["distorsione_fra_poli_minuti"] = Round(poles.Average(pole => pole.Average(p => p.Error))),
                ["polo_peggiore"] = worst.Key,
                ["polo_peggiore_medio_assoluto_minuti"] = Round(MeanError(worst)),
                ["medio_assoluto_minuti"] = Round(MeanError(judged)),
                ["p90_assoluto_minuti"] = p90,
                ["distorsione_minuti"] = Round(judged.Average(p => p.Error)),
                ["per_peso_del_grafo"] = new JsonArray([.. _shares.Select(share => new JsonObject
                {
                    ["peso_del_grafo"] = share,
                    ["medio_assoluto_fra_poli_minuti"] = Round(poles.Average(pole => pole.Average(p => Math.Abs((share * p.Graph) + ((1 - share) * p.Line) - p.Pair.Minutes)))),
                })]),
                ["presso_un_limite"] = NearLimits(judged),
                ["per_polo"] = Groups(poles),
                ["per_classe_snai"] = Groups(judged, p => byCode.GetValueOrDefault(p.From.Comune)?.Class?.ToString() ?? "non nota"),
                ["per_zona_altimetrica"] = Groups(judged, p => zones.GetValueOrDefault(p.From.Comune, "non nota")),
                ["peggiori"] = new JsonArray([.. judged.OrderByDescending(p => Math.Abs(p.Error)).ThenBy(p => p.Pair.From.Comune).Take(10)
                    .Select(p => new JsonObject
                    {
                        ["pro_com_t"] = p.Pair.From.Comune.Value,
                        ["comune"] = p.Pair.Name,
                        ["polo"] = p.Pair.Pole,
                        ["minuti_ufficiali"] = p.Pair.Minutes,
                        ["minuti_stimati"] = Round(p.Estimate),
                    })]),
            },
            ["disuguaglianza_triangolare"] = TriangleInequality(fitted, comuni),
            ["terreno"] = Ground(fitted.Ground),
            ["grafo"] = LocalityGraphText.Write(fitted.Graph, lakes),
            ["avvertenze"] = new JsonArray(
                "il grafo unisce località vicine, non strade: una superstrada o una galleria lo fanno più lento del vero, una strada che manca più veloce; "
                    + "sui laghi conosce le rive entro qualche centinaio di metri",
                "i minuti ufficiali sono dal municipio al polo più vicino, nell'ora di punta; fra altri luoghi l'errore non è misurato"),
        };
    }

    /// <summary>Verdicts on a limit that official minutes are near to.</summary>
    private static JsonObject NearLimits(JudgedPair[] judged)
    {
        (JudgedPair Pair, double Limit)[] near =
            [.. judged.SelectMany(p => _limits.Where(limit => Math.Abs(p.Pair.Minutes - limit) <= NearLimit).Select(limit => (p, limit)))];
        (JudgedPair Pair, double Limit)[] told = [.. near.Where(n => n.Pair.Estimate - n.Pair.Below > n.Limit || n.Pair.Estimate + n.Pair.Above <= n.Limit)];
        return new JsonObject
        {
            ["limiti_minuti"] = new JsonArray([.. _limits.Select(l => JsonValue.Create(l))]),
            ["entro_minuti"] = NearLimit,
            ["giudizi"] = near.Length,
            ["errati_con_la_stima_centrale_pct"] = Round(100.0 * near.Count(IsWrong) / near.Length),
            ["incerti_pct"] = Round(100.0 * (near.Length - told.Length) / near.Length),
            ["errati_non_incerti_pct"] = Round(100.0 * told.Count(IsWrong) / near.Length),
        };

        static bool IsWrong((JudgedPair Pair, double Limit) n) => n.Pair.Estimate > n.Limit != n.Pair.Pair.Minutes > n.Limit;
    }

    /// <summary>How often, and by how much, a way through a third seat is estimated shorter than the direct one; every fifteenth seat.</summary>
    private static JsonObject TriangleInequality(TravelEstimateParameters fitted, ImmutableArray<Comune> comuni)
    {
        Place[] places = [.. comuni.Where((c, i) => i % 15 == 0 && c.Seat is not null)
            .Select(c => new Place(c.Seat!.Lon, c.Seat.Lat, c.Code, c.AltitudeMetres))];
        TravelCost?[] costs = new TravelEstimate(fitted, "").Costs(places, places);
        int n = places.Length, triples = 0, broken = 0, worst = 0;
        for (int a = 0; a < n; a++)
        {
            for (int b = a + 1; b < n; b++)
            {
                for (int by = 0; by < n; by++)
                {
                    if (by == a || by == b)
                        continue;
                    triples++;
                    int excess = costs[(a * n) + b]!.Value.Seconds - costs[(a * n) + by]!.Value.Seconds - costs[(by * n) + b]!.Value.Seconds;

                    // Rounding to seconds alone explains two.
                    broken += excess > 2 ? 1 : 0;
                    worst = Math.Max(worst, excess);
                }
            }
        }

        return new JsonObject
        {
            ["terne"] = triples,
            ["violate_pct"] = Math.Round(100.0 * broken / triples, 4),
            ["peggiore_minuti"] = Round(worst / 60.0),
        };
    }

    private static JsonObject Ground(TravelEstimateGround ground) => new()
    {
        ["fonte"] = "Istat, località principali del censimento 2011",
        ["cifre"] = TravelEstimateGround.Digits,
        ["lettura"] = "una cifra per cella, righe da sud a nord; il valore è il posto della cifra per il passo dello strato",
        ["ovest"] = ground.Frame.West,
        ["sud"] = ground.Frame.South,
        ["cella_lon"] = ground.Frame.CellLon,
        ["cella_lat"] = ground.Frame.CellLat,
        ["colonne"] = ground.Frame.Columns,
        ["righe"] = ground.Frame.Rows,
        ["passo_pendenza_m_per_km"] = ground.Frame.SteepnessStep,
        ["passo_vuoto_km"] = ground.Frame.EmptinessStepKm,
        ["passo_quota_m"] = ground.Frame.AltitudeStepMetres,
        ["pendenza"] = new JsonArray([.. ground.Steepness.Select(row => JsonValue.Create(row))]),
        ["vuoto"] = new JsonArray([.. ground.Emptiness.Select(row => JsonValue.Create(row))]),
        ["quota"] = new JsonArray([.. ground.Altitude.Select(row => JsonValue.Create(row))]),
    };

    private static JsonObject Side(TravelBandSide side) => new()
    {
        ["minuti"] = side.Minutes,
        ["per_minuto"] = side.PerMinute,
        ["per_minuto_di_disaccordo"] = side.PerMinuteOfDisagreement,
    };

    private static JsonArray Groups(JudgedPair[] judged, Func<CalibrationPair, string> key) =>
        Groups(judged.GroupBy(p => key(p.Pair), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal));

    private static JsonArray Groups(IEnumerable<IGrouping<string, JudgedPair>> groups) =>
        new([.. groups.Select(g => new JsonObject
        {
            ["gruppo"] = g.Key,
            ["coppie"] = g.Count(),
            ["medio_assoluto_minuti"] = Round(MeanError(g)),
            ["p90_assoluto_minuti"] = Round(Percentile90(g)),
            ["distorsione_minuti"] = Round(g.Average(p => p.Error)),
        })]);

    private static double MeanError(IEnumerable<JudgedPair> judged) => judged.Average(p => Math.Abs(p.Error));

    private static double Percentile90(IEnumerable<JudgedPair> judged)
    {
        double[] sorted = [.. judged.Select(p => Math.Abs(p.Error)).Order()];
        return sorted[(int)Math.Ceiling(0.9 * sorted.Length) - 1];
    }

    private static string Shown(double value) => value.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',');

    private static string Plain(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static double Round(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);
}
