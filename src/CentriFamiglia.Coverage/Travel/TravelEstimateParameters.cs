using System.Text.Json;

namespace CentriFamiglia.Coverage.Travel;

/// <summary>
/// Coefficients of the travel estimate and its measured error, as the document <c>stima-viaggio</c> holds them. With d the
/// straight-line distance (km), k = sqrt(d^2 + access^2) and h the altitudes of the two ends (m):
/// <c>minutes = perKm k + perRootKm sqrt(k) + perClimb |h1 - h2| + perAltitude max(h1, h2, 0)</c>. No coefficient is negative.
/// </summary>
public sealed record TravelEstimateParameters
{
    /// <summary>Format of the document that this program reads and writes.</summary>
    public const string Model = "stima-viaggio/1";

    public required double MinutesPerKm { get; init; }

    public required double MinutesPerRootKm { get; init; }

    /// <summary>Minutes per metre of difference in altitude.</summary>
    public required double MinutesPerMetreOfClimb { get; init; }

    /// <summary>Minutes per metre of altitude of the higher end.</summary>
    public required double MinutesPerMetreOfAltitude { get; init; }

    /// <summary>Distance travelled even inside one comune, km.</summary>
    public required double AccessKm { get; init; }

    /// <summary>Road km per straight-line km: assumed, not calibrated.</summary>
    public required double DetourFactor { get; init; }

    /// <summary>Italian: what the user is told.</summary>
    public required string Sentence { get; init; }

    public double? MeanAbsoluteErrorMinutes { get; init; }

    public double? P90ErrorMinutes { get; init; }

    /// <exception cref="FormatException">The document is not one this program understands; the message is Italian.</exception>
    public static TravelEstimateParameters Parse(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            string? model = root.GetProperty("modello").GetString();
            if (model != Model)
                throw new FormatException($"La stima dei tempi di viaggio è nel formato '{model}', il programma legge '{Model}': rifarla con 'coverage geodata build'.");
            JsonElement c = root.GetProperty("coefficienti"), error = root.GetProperty("errore");
            return new TravelEstimateParameters
            {
                MinutesPerKm = NotNegative(c, "minuti_per_km"),
                MinutesPerRootKm = NotNegative(c, "minuti_per_radice_km"),
                MinutesPerMetreOfClimb = NotNegative(c, "minuti_per_m_di_dislivello"),
                MinutesPerMetreOfAltitude = NotNegative(c, "minuti_per_m_di_quota"),
                AccessKm = NotNegative(c, "km_di_accesso"),
                DetourFactor = NotNegative(c, "fattore_di_percorso"),
                Sentence = root.GetProperty("frase").GetString() ?? "",
                MeanAbsoluteErrorMinutes = error.GetProperty("medio_assoluto_minuti").GetDouble(),
                P90ErrorMinutes = error.GetProperty("p90_assoluto_minuti").GetDouble(),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"La stima dei tempi di viaggio non si legge ({e.Message}): rifarla con 'coverage geodata build'.", e);
        }
    }

    private static double NotNegative(JsonElement parent, string name) =>
        parent.GetProperty(name).GetDouble() is >= 0 and double value && double.IsFinite(value)
            ? value
            : throw new FormatException($"Il coefficiente '{name}' della stima dei tempi di viaggio è negativo: rifarla con 'coverage geodata build'.");
}
