using System.Text.Json;
using System.Text.Json.Serialization;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Formats.GeoJson;

/// <summary>
/// GeoJSON geometries (RFC 7946) for System.Text.Json: WGS84 longitude and latitude, rings by the right-hand rule, at most seven
/// decimals (about 1 cm), two ordinates (a third is read and dropped). Reading keeps the order of the points and repairs nothing; a
/// geometry that cannot be built is a <see cref="JsonException"/> whose message is Italian.
/// Same shape as the converter of NetTopologySuite.IO.GeoJSON4STJ, whose place it holds.
/// </summary>
/// <param name="factory">Makes the geometries read; SRID 4326 when absent.</param>
public sealed class GeometryJsonConverter(GeometryFactory? factory = null) : JsonConverter<Geometry>
{
    private const int Decimals = 7;

    private readonly GeometryFactory _factory = factory ?? new GeometryFactory(new PrecisionModel(), 4326);

    public override bool CanConvert(Type typeToConvert) => typeof(Geometry).IsAssignableFrom(typeToConvert);

    public override Geometry? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("la geometria non è un oggetto GeoJSON");

        string? type = null;
        Utf8JsonReader content = default;
        bool hasContent = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isType = reader.ValueTextEquals("type"u8);
            bool isContent = reader.ValueTextEquals("coordinates"u8) || reader.ValueTextEquals("geometries"u8);
            reader.Read();
            if (isType && reader.TokenType == JsonTokenType.String)
            {
                type = reader.GetString();
            }
            else if (isContent)
            {
                // The type may come after: keep the place and come back.
                content = reader;
                hasContent = true;
            }
            reader.Skip();
        }

        if (type is null)
            throw new JsonException("alla geometria manca il membro \"type\"");
        if (!hasContent)
            throw new JsonException(type == "GeometryCollection"
                ? "alla geometria manca il membro \"geometries\""
                : "alla geometria manca il membro \"coordinates\"");
        return type switch
        {
            "Point" => ReadPoint(ref content),
            "MultiPoint" => _factory.CreateMultiPoint([.. ReadList(ref content, ReadPoint)]),
            "LineString" => ReadLine(ref content),
            "MultiLineString" => _factory.CreateMultiLineString([.. ReadList(ref content, ReadLine)]),
            "Polygon" => ReadPolygon(ref content),
            "MultiPolygon" => _factory.CreateMultiPolygon([.. ReadList(ref content, ReadPolygon)]),
            "GeometryCollection" => _factory.CreateGeometryCollection([.. ReadList(
                ref content,
                (ref Utf8JsonReader r) => Read(ref r, typeToConvert, options) ?? throw new JsonException("una geometria della raccolta è nulla"))]),
            _ => throw new JsonException($"tipo di geometria sconosciuto: \"{type}\""),
        };
    }

    public override void Write(Utf8JsonWriter writer, Geometry value, JsonSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("type"u8, value is LinearRing ? "LineString" : value.GeometryType);
        if (value is GeometryCollection and not (MultiPoint or MultiLineString or MultiPolygon))
        {
            writer.WriteStartArray("geometries"u8);
            foreach (Geometry part in ((GeometryCollection)value).Geometries)
                Write(writer, part, options);
            writer.WriteEndArray();
        }
        else
        {
            writer.WritePropertyName("coordinates"u8);
            WriteCoordinates(writer, value);
        }
        writer.WriteEndObject();
    }

    private static void WriteCoordinates(Utf8JsonWriter writer, Geometry geometry)
    {
        switch (geometry)
        {
            case Point { IsEmpty: false } point:
                WritePosition(writer, point.CoordinateSequence, 0);
                return;
            case LineString line:
                WritePositions(writer, line.CoordinateSequence, reverse: false);
                return;
        }

        writer.WriteStartArray();
        switch (geometry)
        {
            case Polygon { IsEmpty: false } polygon:
                WritePositions(writer, polygon.ExteriorRing.CoordinateSequence, !Orientation.IsCCW(polygon.ExteriorRing.CoordinateSequence));
                foreach (LineString hole in polygon.InteriorRings)
                    WritePositions(writer, hole.CoordinateSequence, Orientation.IsCCW(hole.CoordinateSequence));
                break;
            case GeometryCollection parts:
                foreach (Geometry part in parts.Geometries)
                    WriteCoordinates(writer, part);
                break;
        }
        writer.WriteEndArray();
    }

    private static void WritePositions(Utf8JsonWriter writer, CoordinateSequence positions, bool reverse)
    {
        writer.WriteStartArray();
        for (int i = 0; i < positions.Count; i++)
            WritePosition(writer, positions, reverse ? positions.Count - 1 - i : i);
        writer.WriteEndArray();
    }

    private static void WritePosition(Utf8JsonWriter writer, CoordinateSequence positions, int index)
    {
        writer.WriteStartArray();
        WriteOrdinate(writer, positions.GetX(index));
        WriteOrdinate(writer, positions.GetY(index));
        writer.WriteEndArray();
    }

    private static void WriteOrdinate(Utf8JsonWriter writer, double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentException("A coordinate is not a finite number.", nameof(value));
        // A decimal is never written with an exponent; beyond 1e8 a double has no seven decimals to lose.
        if (Math.Abs(value) < 1e8)
            writer.WriteNumberValue((decimal)(Math.Round(value, Decimals) + 0.0));
        else
            writer.WriteNumberValue(value);
    }

    private delegate T ReadOne<out T>(ref Utf8JsonReader reader);

    private static List<T> ReadList<T>(ref Utf8JsonReader reader, ReadOne<T> readOne)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("nelle coordinate manca un elenco \"[...]\"");
        List<T> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(readOne(ref reader));
        return items;
    }

    private static Coordinate ReadPosition(ref Utf8JsonReader reader)
    {
        List<double> ordinates = ReadList(ref reader, ReadOrdinate);
        return ordinates.Count >= 2
            ? new Coordinate(ordinates[0], ordinates[1])
            : throw new JsonException("una posizione ha meno di due numeri");
    }

    private static double ReadOrdinate(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double value) && double.IsFinite(value)
            ? value
            : throw new JsonException("una coordinata non è un numero");

    private Point ReadPoint(ref Utf8JsonReader reader)
    {
        List<double> ordinates = ReadList(ref reader, ReadOrdinate);
        return ordinates.Count switch
        {
            0 => _factory.CreatePoint(),
            1 => throw new JsonException("una posizione ha meno di due numeri"),
            _ => _factory.CreatePoint(new Coordinate(ordinates[0], ordinates[1])),
        };
    }

    private LineString ReadLine(ref Utf8JsonReader reader)
    {
        List<Coordinate> positions = ReadList(ref reader, ReadPosition);
        return positions.Count != 1
            ? _factory.CreateLineString([.. positions])
            : throw new JsonException("la linea ha un punto solo: ne servono almeno 2");
    }

    private Polygon ReadPolygon(ref Utf8JsonReader reader)
    {
        List<LinearRing> rings = ReadList(ref reader, ReadRing);
        return rings.Count == 0 ? _factory.CreatePolygon() : _factory.CreatePolygon(rings[0], [.. rings.Skip(1)]);
    }

    private LinearRing ReadRing(ref Utf8JsonReader reader)
    {
        List<Coordinate> positions = ReadList(ref reader, ReadPosition);
        if (positions.Count < 4)
            throw new JsonException($"un anello del poligono ha {positions.Count} punti: ne servono almeno 4, con l'ultimo uguale al primo");
        if (!positions[0].Equals2D(positions[^1]))
            throw new JsonException($"un anello del poligono non è chiuso: comincia in {Show(positions[0])} e finisce in {Show(positions[^1])}");
        return _factory.CreateLinearRing([.. positions]);
    }

    private static string Show(Coordinate position) => $"({position.X:R} {position.Y:R})";
}
