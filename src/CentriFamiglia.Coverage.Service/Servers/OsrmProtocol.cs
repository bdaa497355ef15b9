using System.Text.Json;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Service.Servers;

/// <summary>OSRM, as <c>osrm-routed</c> answers: <c>/table/v1</c> and <c>/route/v1</c>.</summary>
internal sealed class OsrmProtocol(RoadServerAddress address) : RoadServerProtocol(address)
{
    // Of max-table-size, whose default is 100, osrm-routed allows the square.
    public override int MostPairs => 10_000;

    // All stand in the address, of which proxies take 8 KB.
    public override int MostPlaces => 240;

    public override HttpRequestMessage Table(IReadOnlyList<Place> from, IReadOnlyList<Place> to) => new(HttpMethod.Get, Under(
        $"table/v1/{Address.Profile}/{Coordinates([.. from, .. to])}?sources={Numbers(0, from.Count)}&destinations={Numbers(from.Count, to.Count)}"
        + "&annotations=duration,distance&generate_hints=false"));

    public override TravelCost?[] ReadTable(JsonElement answer, int rows, int columns)
    {
        Ok(answer);
        if (!answer.TryGetProperty("distances", out _))
            throw new WrongAnswerException("dà le durate senza le distanze: serve OSRM 5.21 o più nuovo");
        return Costs(Cells(answer, "durations", rows, columns), Cells(answer, "distances", rows, columns));
    }

    public override HttpRequestMessage Locate(IReadOnlyList<Place> places) => new(HttpMethod.Get, Under(
        $"table/v1/{Address.Profile}/{Coordinates([.. places, places[0]])}?sources={Numbers(0, places.Count)}&destinations={places.Count}&generate_hints=false"));

    public override double?[] ReadLocate(JsonElement answer, IReadOnlyList<Place> places)
    {
        Ok(answer);
        JsonElement sources = Member(answer, "sources", JsonValueKind.Array);
        if (sources.GetArrayLength() != places.Count)
            throw new WrongAnswerException($"«sources» ha {sources.GetArrayLength()} luoghi e dovrebbe averne {places.Count}");
        return
        [
            .. sources.EnumerateArray().Select(source => source.ValueKind == JsonValueKind.Null ? (double?)null
                : source.ValueKind == JsonValueKind.Object && source.TryGetProperty("distance", out JsonElement distance) ? Number(distance, "distance")
                : throw new WrongAnswerException("non dice quanto un luogo dista dalla strada: serve OSRM 5.21 o più nuovo")),
        ];
    }

    // Of its services only this one tells the version in every release; any trip will do.
    public override HttpRequestMessage Version() => new(HttpMethod.Get, Under($"route/v1/{Address.Profile}/9.19,45.464;9.19,45.464?overview=false&generate_hints=false"));

    public override string? ReadVersion(JsonElement answer) => Text(answer, "data_version");

    public override TableRefusal RefusalOf(JsonElement answer) => Text(answer, "code") switch
    {
        "TooBig" => TableRefusal.TooMany,
        "NoSegment" or "NoTable" or "NoRoute" => TableRefusal.NoWay,
        _ => TableRefusal.Wrong,
    };

    public override string? WordsOf(JsonElement answer) => Text(answer, "message") ?? Text(answer, "code");

    private static void Ok(JsonElement answer)
    {
        if (Text(answer, "code") is not "Ok" and var code)
            throw new WrongAnswerException(code is null ? "manca «code»: non è una risposta di OSRM" : $"risponde «{code}»");
    }

    private static string Coordinates(Place[] places) => string.Join(';', places.Select(p => $"{Coordinate(p.Lon)},{Coordinate(p.Lat)}"));

    private static string Numbers(int first, int count) => string.Join(';', Enumerable.Range(first, count));
}
