using System.Text.Json;

namespace CentriFamiglia.Coverage.Travel;

/// <summary>
/// Coefficients of the travel estimate, the ground and the graph of localities it knows, its band and its measured error, as the document
/// <c>stima-viaggio</c> holds them. With d the straight-line distance (km), k = sqrt(d^2 + access^2), h the altitudes of the two ends (m), s the
/// steepest and e the emptiest cell on the straight line (m per km; km to the nearest locality), r = d / (d + 1), which lets the ground count
/// the less the nearer the places are, and g the shortest way over the localities (minutes):
/// <c>line = perKm k + perRootKm sqrt(k) + perClimb |h1 - h2| + r (perSteepness s/100 + perEmptiness e^2)</c>,
/// <c>graph = start k / (k + 1) + g</c>,
/// <c>minutes = share graph + (1 - share) line</c>, and never faster than the fastest straight line.
/// </summary>
public sealed record TravelEstimateParameters
{
    /// <summary>Format of the document that this program reads and writes.</summary>
    public const string Model = "stima-viaggio/3";

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

    public required LocalityGraph Graph { get; init; }

    /// <summary>How much the way over the localities counts, 0 to 1; the rest is the straight line's.</summary>
    public required double GraphShare { get; init; }

    /// <summary>Minutes of every trip over the localities, to set out and to arrive.</summary>
    public required double StartMinutes { get; init; }

    /// <summary>Km per hour as the crow flies that no estimate exceeds.</summary>
    public required double FastestKmh { get; init; }

    /// <summary>The same for the lower end of the band.</summary>
    public required double FastestLowKmh { get; init; }

    /// <summary>How far below the estimate the band goes.</summary>
    public required TravelBandSide Below { get; init; }

    /// <summary>How far above.</summary>
    public required TravelBandSide Above { get; init; }

    /// <summary>Italian: what the user is told.</summary>
    public required string Sentence { get; init; }

    /// <summary>The mean over the poles of the mean error of each, every pole judged by what was fitted without it.</summary>
    public double? MeanAbsoluteErrorMinutes { get; init; }

    public double? P90ErrorMinutes { get; init; }

    /// <param name="metresPerKm">Steepness of the ground.</param>
    public static double SteepnessTerm(double metresPerKm) => metresPerKm / 100;

    /// <param name="km">Distance to the nearest locality.</param>
    public static double EmptinessTerm(double km) => km * km;

    /// <summary>How much the ground between two places counts, 0 to 1: two doors of one village have no mountain between them.</summary>
    /// <param name="km">Straight line between them.</param>
    public static double GroundShare(double km) => km / (km + 1);

    /// <summary>How much of <see cref="StartMinutes"/> a trip takes, 0 to 1: nobody sets out for the next house as for the next town.</summary>
    /// <param name="k">Km, never less than the access.</param>
    public static double StartTerm(double k) => k / (k + 1);

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
            JsonElement c = root.GetProperty("coefficienti"), error = root.GetProperty("errore"), band = root.GetProperty("fascia");
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
                Graph = LocalityGraphText.Parse(root.GetProperty("grafo"), NotNegative(c, "minuti_per_km_dai_luoghi"), NotNegative(c, "minuti_per_m_dai_luoghi")),
                GraphShare = NotNegative(c, "peso_del_grafo"),
                StartMinutes = NotNegative(c, "minuti_di_avvio"),
                FastestKmh = NotNegative(c, "km_ora_in_linea_d_aria"),
                FastestLowKmh = NotNegative(c, "km_ora_in_linea_d_aria_p10"),
                Below = ParseSide(band.GetProperty("sotto")),
                Above = ParseSide(band.GetProperty("sopra")),
                Sentence = root.GetProperty("frase").GetString() ?? "",
                MeanAbsoluteErrorMinutes = error.GetProperty("medio_assoluto_fra_poli_minuti").GetDouble(),
                P90ErrorMinutes = error.GetProperty("p90_assoluto_minuti").GetDouble(),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
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

    private static TravelBandSide ParseSide(JsonElement side) =>
        new(NotNegative(side, "minuti"), NotNegative(side, "per_minuto"), NotNegative(side, "per_minuto_di_disaccordo"));

    private static double NotNegative(JsonElement parent, string name) =>
        parent.GetProperty(name).GetDouble() is >= 0 and double value && double.IsFinite(value)
            ? value
            : throw new FormatException($"Il coefficiente '{name}' della stima dei tempi di viaggio non è un numero positivo: rifarla con 'coverage geodata build'.");
}
