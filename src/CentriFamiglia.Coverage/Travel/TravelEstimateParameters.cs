using System.Text.Json;

namespace CentriFamiglia.Coverage.Travel;

/// <summary>
/// Coefficients of the travel estimate, the ground it knows, and its measured error, as the document <c>stima-viaggio</c> holds them.
/// With d the straight-line distance (km), k = sqrt(d^2 + access^2), h the altitudes of the two ends (m), s the steepest and e the
/// emptiest cell on the straight line (m per km; km to the nearest locality), and r = d / (d + 1), which lets the ground count the less
/// the nearer the places are:
/// <c>minutes = perKm k + perRootKm sqrt(k) + perClimb |h1 - h2| + r (perSteepness s/100 + perEmptiness e^2)</c>.
/// No coefficient is negative, so that no term ever falls when the places move apart.
/// </summary>
public sealed record TravelEstimateParameters
{
    /// <summary>Format of the document that this program reads and writes.</summary>
    public const string Model = "stima-viaggio/2";

    public required double MinutesPerKm { get; init; }

    public required double MinutesPerRootKm { get; init; }

    /// <summary>Minutes per metre of difference in altitude.</summary>
    public required double MinutesPerMetreOfClimb { get; init; }

    /// <summary>Minutes per unit of <see cref="SteepnessTerm"/>.</summary>
    public required double MinutesPerSteepness { get; init; }

    /// <summary>Minutes per unit of <see cref="EmptinessTerm"/>.</summary>
    public required double MinutesPerEmptiness { get; init; }

    /// <summary>Distance travelled even inside one comune, km: assumed, not calibrated.</summary>
    public required double AccessKm { get; init; }

    /// <summary>Road km per km of k: assumed, not calibrated.</summary>
    public required double DetourFactor { get; init; }

    public required TravelEstimateGround Ground { get; init; }

    /// <summary>Italian: what the user is told.</summary>
    public required string Sentence { get; init; }

    public double? MeanAbsoluteErrorMinutes { get; init; }

    public double? P90ErrorMinutes { get; init; }

    /// <param name="metresPerKm">Steepness of the ground.</param>
    public static double SteepnessTerm(double metresPerKm) => metresPerKm / 100;

    /// <param name="km">Distance to the nearest locality.</param>
    public static double EmptinessTerm(double km) => km * km;

    /// <summary>How much the ground between two places counts, 0 to 1: two doors of one village have no mountain between them.</summary>
    /// <param name="km">Straight line between them.</param>
    public static double GroundShare(double km) => km / (km + 1);

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
                MinutesPerSteepness = NotNegative(c, "minuti_per_pendenza"),
                MinutesPerEmptiness = NotNegative(c, "minuti_per_vuoto"),
                AccessKm = NotNegative(c, "km_di_accesso"),
                DetourFactor = NotNegative(c, "fattore_di_percorso"),
                Ground = ParseGround(root.GetProperty("terreno")),
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

    private static TravelEstimateGround ParseGround(JsonElement ground)
    {
        var frame = new GroundFrame(
            West: ground.GetProperty("ovest").GetDouble(),
            South: ground.GetProperty("sud").GetDouble(),
            CellLon: ground.GetProperty("cella_lon").GetDouble(),
            CellLat: ground.GetProperty("cella_lat").GetDouble(),
            Columns: ground.GetProperty("colonne").GetInt32(),
            Rows: ground.GetProperty("righe").GetInt32(),
            SteepnessStep: ground.GetProperty("passo_pendenza_m_per_km").GetDouble(),
            EmptinessStepKm: ground.GetProperty("passo_vuoto_km").GetDouble(),
            AltitudeStepMetres: ground.GetProperty("passo_quota_m").GetDouble());
        return new TravelEstimateGround(frame, Rows("pendenza"), Rows("vuoto"), Rows("quota"));

        ImmutableArray<string> Rows(string name) => [.. ground.GetProperty(name).EnumerateArray().Select(row => row.GetString() ?? "")];
    }

    private static double NotNegative(JsonElement parent, string name) =>
        parent.GetProperty(name).GetDouble() is >= 0 and double value && double.IsFinite(value)
            ? value
            : throw new FormatException($"Il coefficiente '{name}' della stima dei tempi di viaggio non è un numero positivo: rifarla con 'coverage geodata build'.");
}
