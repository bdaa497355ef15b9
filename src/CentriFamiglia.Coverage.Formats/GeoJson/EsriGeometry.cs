using System.Text.Json;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Algorithm.Locate;

namespace CentriFamiglia.Coverage.Formats.GeoJson;

/// <summary>Geometries of the JSON of Esri: points, multipoints, paths, and rings of which the clockwise ones are shells, the others holes.</summary>
internal static class EsriGeometry
{
    private static readonly GeometryFactory _factory = new(new PrecisionModel(), 0);

    /// <summary>Esri's features have <c>attributes</c>, and its collections no <c>type</c>.</summary>
    public static bool IsDialect(Utf8JsonReader root)
    {
        bool marked = false;
        while (root.Read() && root.TokenType == JsonTokenType.PropertyName)
        {
            if (root.ValueTextEquals("type"u8))
                return false;
            marked |= root.ValueTextEquals("geometryType"u8) || root.ValueTextEquals("spatialReference"u8) || root.ValueTextEquals("displayFieldName"u8)
                || root.ValueTextEquals("objectIdFieldName"u8) || root.ValueTextEquals("fields"u8);
            root.Skip();
        }

        return marked;
    }

    /// <returns>The geometry (null for none); or why it cannot be read, in Italian.</returns>
    public static (Geometry? Geometry, string? Error) Read(ref Utf8JsonReader reader)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        JsonElement shape = document.RootElement;
        if (shape.ValueKind == JsonValueKind.Null)
            return (null, null);
        try
        {
            if (shape.TryGetProperty("rings", out JsonElement rings))
                return (Polygons(rings), null);
            if (shape.TryGetProperty("paths", out JsonElement paths))
                return (_factory.CreateMultiLineString([.. paths.EnumerateArray().Select(p => _factory.CreateLineString(Line(p)))]), null);
            if (shape.TryGetProperty("points", out JsonElement points))
                return (_factory.CreateMultiPointFromCoords(Line(points)), null);
            if (shape.TryGetProperty("x", out JsonElement x) && shape.TryGetProperty("y", out JsonElement y))
                return x.ValueKind == JsonValueKind.Number ? (_factory.CreatePoint(new Coordinate(x.GetDouble(), y.GetDouble())), null) : (null, null);
            return (null, "la geometria di Esri non è un punto, una linea né un poligono");
        }
        catch (Exception broken) when (broken is ArgumentException or InvalidOperationException or FormatException)
        {
            return (null, broken is ArgumentException ? "un anello del poligono non è chiuso o ha meno di 4 punti" : "una coordinata non è un numero");
        }
    }

    /// <summary>The latest code of a <c>spatialReference</c>; Esri's own 102100 is EPSG:3857.</summary>
    public static int? EpsgOf(JsonElement reference)
    {
        if (reference.ValueKind != JsonValueKind.Object)
            return null;
        bool stated = reference.TryGetProperty("latestWkid", out JsonElement code) || reference.TryGetProperty("wkid", out code);
        return !stated || !code.TryGetInt32(out int epsg) ? null : epsg == 102100 ? 3857 : epsg;
    }

    private static Geometry Polygons(JsonElement rings)
    {
        LinearRing[] all = [.. rings.EnumerateArray().Select(r => _factory.CreateLinearRing(Line(r)))];
        LinearRing[] shells = [.. all.Where(r => !Orientation.IsCCW(r.CoordinateSequence))];
        ILookup<LinearRing?, LinearRing> holes = all.Except(shells)
            .ToLookup(hole => Array.Find(shells, shell => SimplePointInAreaLocator.Locate(hole.GetCoordinateN(0), _factory.CreatePolygon(shell)) != Location.Exterior));
        if (holes[null].Any())
            throw new ArgumentException("A hole lies in no shell.", nameof(rings));
        Polygon[] polygons = [.. shells.Select(s => _factory.CreatePolygon(s, [.. holes[s]]))];
        return polygons is [var only] ? only : _factory.CreateMultiPolygon(polygons);
    }

    private static Coordinate[] Line(JsonElement points) => [.. points.EnumerateArray().Select(p => new Coordinate(p[0].GetDouble(), p[1].GetDouble()))];
}
