using System.Text.Json;

namespace CentriFamiglia.Coverage.Formats.GeoJson;

/// <summary>Finds, in the text of a GeoJSON geometry that could not be built, the first thing wrong, and says it in Italian.</summary>
internal static class GeometryFault
{
    /// <param name="reader">At the geometry's value.</param>
    /// <returns>The end of a sentence, or null when the shape of the geometry is as RFC 7946 wants it.</returns>
    public static string? Find(ref Utf8JsonReader reader)
    {
        using JsonDocument geometry = JsonDocument.ParseValue(ref reader);
        return InGeometry(geometry.RootElement);
    }

    private static string? InGeometry(JsonElement geometry)
    {
        if (geometry.ValueKind != JsonValueKind.Object)
        {
            return geometry.ValueKind == JsonValueKind.Null
                ? "una geometria della raccolta è nulla"
                : "la geometria non è un oggetto GeoJSON";
        }

        if (!geometry.TryGetProperty("type", out JsonElement type) || type.ValueKind != JsonValueKind.String)
            return "alla geometria manca il membro \"type\"";
        string name = type.GetString()!;
        string member = name == "GeometryCollection" ? "geometries" : "coordinates";
        if (!geometry.TryGetProperty(member, out JsonElement content))
            return $"alla geometria manca il membro \"{member}\"";
        return name switch
        {
            "Point" => content is { ValueKind: JsonValueKind.Array } && content.GetArrayLength() == 0 ? null : InPosition(content),
            "MultiPoint" => InList(content, InPosition),
            "LineString" => InLine(content),
            "MultiLineString" => InList(content, InLine),
            "Polygon" => InList(content, InRing),
            "MultiPolygon" => InList(content, polygon => InList(polygon, InRing)),
            "GeometryCollection" => InList(content, InGeometry),
            _ => $"tipo di geometria sconosciuto: \"{name}\"",
        };
    }

    private static string? InList(JsonElement list, Func<JsonElement, string?> inItem) => list.ValueKind == JsonValueKind.Array
        ? list.EnumerateArray().Select(inItem).FirstOrDefault(fault => fault is not null)
        : "nelle coordinate manca un elenco \"[...]\"";

    private static string? InPosition(JsonElement position) => InList(position, InOrdinate)
        ?? (position.GetArrayLength() < 2 ? "una posizione ha meno di due numeri" : null);

    private static string? InOrdinate(JsonElement ordinate) =>
        ordinate.ValueKind == JsonValueKind.Number && ordinate.TryGetDouble(out double value) && double.IsFinite(value)
            ? null
            : "una coordinata non è un numero";

    private static string? InLine(JsonElement line) => InList(line, InPosition)
        ?? (line.GetArrayLength() == 1 ? "la linea ha un punto solo: ne servono almeno 2" : null);

    private static string? InRing(JsonElement ring)
    {
        if (InList(ring, InPosition) is { } fault)
            return fault;
        int count = ring.GetArrayLength();
        if (count < 4)
            return $"un anello del poligono ha {count} punti: ne servono almeno 4, con l'ultimo uguale al primo";
        (double X, double Y) first = XY(ring[0]), last = XY(ring[count - 1]);
        return first == last
            ? null
            : $"un anello del poligono non è chiuso: comincia in ({first.X:R} {first.Y:R}) e finisce in ({last.X:R} {last.Y:R})";
    }

    private static (double X, double Y) XY(JsonElement position) => (position[0].GetDouble(), position[1].GetDouble());
}
