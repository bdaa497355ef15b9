using System.Text.Json;
using System.Text.Json.Nodes;

namespace CentriFamiglia.Coverage.Travel;

/// <summary>The graph of localities in the document <c>stima-viaggio</c>: a text per locality, per lake ring and per locality's ways.</summary>
public static class LocalityGraphText
{
    /// <exception cref="FormatException">Text that is no number, or a way to a locality that is not there; the message is Italian.</exception>
    /// <exception cref="KeyNotFoundException">A part is missing.</exception>
    public static LocalityGraph Parse(JsonElement graph, double minutesPerKm, double minutesPerMetreOfClimb)
    {
        ImmutableArray<Locality> localities = [.. Texts(graph.GetProperty("localita")).Select(t => Numbers(t, 3)).Select(n => new Locality(n[0], n[1], n[2]))];
        var roads = ImmutableArray.CreateBuilder<LocalityRoad>();
        foreach ((int a, string text) in Texts(graph.GetProperty("archi")).Index())
        {
            double[] numbers = Numbers(text, null);
            for (int i = 0; i + 1 < numbers.Length; i += 2)
                roads.Add(new LocalityRoad(a, (int)numbers[i], (int)Math.Round(numbers[i + 1])));
        }

        if (localities.IsEmpty || roads.Any(r => r.A >= localities.Length || r.B < 0 || r.B >= localities.Length || r.Hundredths < 0))
            throw new FormatException("Il grafo delle località della stima è rotto: rifarla con 'coverage geodata build'.");
        ImmutableArray<ImmutableArray<ImmutableArray<(double, double)>>> lakes =
            [.. graph.GetProperty("laghi").EnumerateArray().Select(lake => Texts(lake.GetProperty("rive")).Select(Ring).ToImmutableArray())];
        return new LocalityGraph(localities, roads.ToImmutable(), new LakeShores(lakes), minutesPerKm, minutesPerMetreOfClimb);
    }

    /// <param name="names">Of the lakes, in the order of the graph's.</param>
    public static JsonObject Write(LocalityGraph graph, IReadOnlyList<string> names)
    {
        ILookup<int, LocalityRoad> roads = graph.Roads.ToLookup(r => r.A);
        return new JsonObject
        {
            ["lettura"] = "localita: longitudine, latitudine, quota in metri; archi: per ogni località, nell'ordine, coppie di località (dal posto 0) e centesimi di minuto, "
                + "nei due versi; rive: longitudini e latitudini dei vertici",
            ["localita"] = Array(graph.Localities.Select(l => $"{Text(l.Lon)} {Text(l.Lat)} {Text(l.AltitudeMetres)}")),
            ["archi"] = Array(graph.Localities.Select((_, a) => string.Join(' ', roads[a].OrderBy(r => r.B).Select(r => $"{Text(r.B)} {Text(r.Hundredths)}")))),
            ["laghi"] = new JsonArray([.. graph.Lakes.Rings.Select((rings, i) => new JsonObject
            {
                ["nome"] = names[i],
                ["rive"] = Array(rings.Select(ring => string.Join(' ', ring.Select(p => $"{Text(p.Lon)} {Text(p.Lat)}")))),
            })]),
        };
    }

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Texts(JsonElement array) => array.EnumerateArray().Select(t => t.GetString() ?? "");

    private static ImmutableArray<(double Lon, double Lat)> Ring(string text) => [.. Numbers(text, null).Chunk(2).Select(p => (p[0], p[1]))];

    private static double[] Numbers(string text, int? count)
    {
        string[] parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        double[] numbers = new double[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]))
                throw Broken(text);
        }

        return count is { } wanted ? numbers.Length == wanted ? numbers : throw Broken(text) : numbers.Length % 2 == 0 ? numbers : throw Broken(text);
    }

    private static FormatException Broken(string text) =>
        new($"Nel grafo delle località della stima '{text[..Math.Min(text.Length, 40)]}' non si legge: rifarla con 'coverage geodata build'.");
}
