using System.Text;
using System.Text.Json;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Service.Servers;

/// <summary>Valhalla, as its service answers: <c>/sources_to_targets</c>, <c>/locate</c>, <c>/status</c>.</summary>
internal sealed class ValhallaProtocol(RoadServerAddress address) : RoadServerProtocol(address)
{
    // The default of max_matrix_location_pairs.
    public override int MostPairs => 2500;

    public override int MostPlaces => MostPairs + 1;

    public override HttpRequestMessage Table(IReadOnlyList<Place> from, IReadOnlyList<Place> to) => Post("sources_to_targets", new JsonObject
    {
        ["sources"] = Places(from),
        ["targets"] = Places(to),
        ["costing"] = Address.Profile,
        ["units"] = "kilometers",
        ["verbose"] = false,
    });

    public override TravelCost?[] ReadTable(JsonElement answer, int rows, int columns)
    {
        JsonElement table = answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("sources_to_targets", out JsonElement found)
            ? found
            : throw new WrongAnswerException("manca «sources_to_targets»: non è una risposta di Valhalla");
        if (Text(answer, "units") is { } units and not "kilometers")
            throw new WrongAnswerException($"dà le distanze in «{units}» e non in chilometri");
        return table.ValueKind == JsonValueKind.Array
            ? ReadVerbose(table, rows, columns)
            : Costs(Cells(table, "durations", rows, columns), Cells(table, "distances", rows, columns).Select(km => km * 1000));
    }

    public override HttpRequestMessage Locate(IReadOnlyList<Place> places) => Post("locate", new JsonObject
    {
        ["locations"] = Places(places),
        ["costing"] = Address.Profile,
        ["verbose"] = false,
    });

    public override double?[] ReadLocate(JsonElement answer, IReadOnlyList<Place> places)
    {
        if (answer.ValueKind != JsonValueKind.Array || answer.GetArrayLength() != places.Count)
            throw new WrongAnswerException($"«locate» non ha un elenco di {places.Count} luoghi");
        return [.. answer.EnumerateArray().Select((found, i) => Nearest(found, places[i]))];
    }

    public override HttpRequestMessage Version() => new(HttpMethod.Get, Under("status"));

    public override string? ReadVersion(JsonElement answer)
    {
        string? program = Text(answer, "version");
        // The moment at which its tiles were made.
        return answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("tileset_last_modified", out JsonElement made) && made.TryGetInt64(out long seconds)
            && seconds is > 0 and < 253_402_300_800
            ? string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.FromUnixTimeSeconds(seconds):yyyy-MM-ddTHH:mm:ssZ}{(program is null ? "" : $" (Valhalla {program})")}")
            : null;
    }

    public override TableRefusal RefusalOf(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("error_code", out JsonElement code) && code.TryGetInt32(out int number)
            ? number switch
            {
                150 => TableRefusal.TooMany,
                154 => TableRefusal.TooFar,
                170 or 171 or 442 => TableRefusal.NoWay,
                _ => TableRefusal.Wrong,
            }
            : TableRefusal.Wrong;

    public override string? WordsOf(JsonElement answer) => Text(answer, "error");

    private static TravelCost?[] ReadVerbose(JsonElement table, int rows, int columns)
    {
        JsonElement[] cells = [.. table.EnumerateArray().SelectMany(row => row.ValueKind == JsonValueKind.Array ? row.EnumerateArray().ToArray() : [])];
        if (table.GetArrayLength() != rows || cells.Length != rows * columns)
            throw new WrongAnswerException($"«sources_to_targets» non ha {rows} righe di {columns} viaggi");
        return Costs(cells.Select(cell => Value(cell, "time")), cells.Select(cell => Value(cell, "distance") * 1000));

        static double? Value(JsonElement cell, string name) =>
            cell.ValueKind == JsonValueKind.Object && cell.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? Number(value, name) : null;
    }

    /// <summary>Metres to the nearest of the roads that it found.</summary>
    private static double? Nearest(JsonElement found, Place place)
    {
        if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty("edges", out JsonElement edges) || edges.ValueKind != JsonValueKind.Array)
            return null;
        double? nearest = null;
        foreach (JsonElement edge in edges.EnumerateArray())
        {
            if (!edge.TryGetProperty("correlated_lon", out JsonElement lon) || !edge.TryGetProperty("correlated_lat", out JsonElement lat)
                || !lon.TryGetDouble(out double x) || !lat.TryGetDouble(out double y))
                throw new WrongAnswerException("«locate» non dice dove un luogo tocca la strada");
            double metres = Geodesy.DistanceKm(place.Lon, place.Lat, x, y) * 1000;
            nearest = nearest is { } known ? Math.Min(known, metres) : metres;
        }

        return nearest;
    }

    private static JsonArray Places(IReadOnlyList<Place> places) =>
        new([.. places.Select(p => new JsonObject { ["lat"] = Math.Round(p.Lat, 6), ["lon"] = Math.Round(p.Lon, 6) })]);

    private HttpRequestMessage Post(string path, JsonObject content) =>
        new(HttpMethod.Post, Under(path)) { Content = new StringContent(content.ToJsonString(), Encoding.UTF8, "application/json") };
}
