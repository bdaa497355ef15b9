using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Geodata.Estimate;

/// <summary>The document <c>stima-viaggio</c>: coefficients, what is assumed, and the error in numbers and in words.</summary>
internal static class TravelEstimateDocument
{
    public static JsonObject Write(
        TravelEstimateParameters fitted,
        ImmutableArray<CalibrationPair> pairs,
        double[] errors,
        ImmutableArray<Comune> comuni,
        IReadOnlyDictionary<ComuneCode, string> zones)
    {
        Dictionary<ComuneCode, Comune> byCode = comuni.ToDictionary(c => c.Code);
        int poles = pairs.Select(p => p.To.Comune).Distinct().Count();
        double mean = Round(errors.Average(Math.Abs)), p90 = Round(Percentile90(errors));
        string shown = mean.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',');
        string shown90 = p90.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',');
        return new JsonObject
        {
            ["modello"] = TravelEstimateParameters.Model,
            ["frase"] = $"I tempi di viaggio sono una stima da distanza in linea d'aria, altitudini e terreno, non un percorso su strada: "
                + $"in media sbaglia di {shown} minuti, una volta su dieci di più di {shown90}; i km sono la linea d'aria per un fattore assunto.",
            ["coefficienti"] = new JsonObject
            {
                ["minuti_per_km"] = fitted.MinutesPerKm,
                ["minuti_per_radice_km"] = fitted.MinutesPerRootKm,
                ["minuti_per_m_di_dislivello"] = fitted.MinutesPerMetreOfClimb,
                ["minuti_per_pendenza"] = fitted.MinutesPerSteepness,
                ["minuti_per_vuoto"] = fitted.MinutesPerEmptiness,
                ["km_di_accesso"] = fitted.AccessKm,
                ["fattore_di_percorso"] = fitted.DetourFactor,
            },
            ["assunti"] = new JsonArray(
                $"fattore di percorso {fitted.DetourFactor.ToString(CultureInfo.InvariantCulture)}: assunto, nessun file dà km stradali",
                $"km di accesso {fitted.AccessKm.ToString(CultureInfo.InvariantCulture)}: assunto, è lo spostamento dentro un solo comune, che i minuti ufficiali non misurano"),
            ["errore"] = new JsonObject
            {
                ["misurato"] = "stima meno minuti ufficiali, togliendo dalla taratura poli interi con tutti i loro comuni",
                ["coppie"] = pairs.Length,
                ["poli"] = poles,
                ["medio_assoluto_minuti"] = mean,
                ["p90_assoluto_minuti"] = p90,
                ["distorsione_minuti"] = Round(errors.Average()),
                ["per_classe_snai"] = Groups(pairs, errors, p => byCode.GetValueOrDefault(p.From.Comune)?.Class?.ToString() ?? "non nota"),
                ["per_zona_altimetrica"] = Groups(pairs, errors, p => zones.GetValueOrDefault(p.From.Comune, "non nota")),
                ["peggiori"] = new JsonArray([.. Enumerable.Range(0, pairs.Length)
                    .OrderByDescending(i => Math.Abs(errors[i])).ThenBy(i => pairs[i].From.Comune).Take(10)
                    .Select(i => new JsonObject
                    {
                        ["pro_com_t"] = pairs[i].From.Comune.Value,
                        ["comune"] = pairs[i].Name,
                        ["polo"] = pairs[i].Pole,
                        ["minuti_ufficiali"] = pairs[i].Minutes,
                        ["minuti_stimati"] = Round(pairs[i].Minutes + errors[i]),
                    })]),
            },
            ["disuguaglianza_triangolare"] = TriangleInequality(fitted, comuni),
            ["terreno"] = Ground(fitted.Ground),
            ["avvertenze"] = new JsonArray(
                "dove la strada gira intorno a monti e laghi la stima è troppo bassa: i poligoni dei comuni comprendono i laghi e nessun file ne dà le rive",
                "i minuti ufficiali sono dal municipio al polo più vicino, nell'ora di punta; fra altri luoghi l'errore non è misurato"),
        };
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

    private static JsonArray Groups(ImmutableArray<CalibrationPair> pairs, double[] errors, Func<CalibrationPair, string> key) =>
        new([.. Enumerable.Range(0, pairs.Length)
            .GroupBy(i => key(pairs[i]), StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new JsonObject
            {
                ["gruppo"] = g.Key,
                ["coppie"] = g.Count(),
                ["medio_assoluto_minuti"] = Round(g.Average(i => Math.Abs(errors[i]))),
                ["p90_assoluto_minuti"] = Round(Percentile90([.. g.Select(i => errors[i])])),
                ["distorsione_minuti"] = Round(g.Average(i => errors[i])),
            })]);

    private static double Percentile90(double[] errors)
    {
        double[] sorted = [.. errors.Select(Math.Abs).Order()];
        return sorted[(int)Math.Ceiling(0.9 * sorted.Length) - 1];
    }

    private static double Round(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);
}
