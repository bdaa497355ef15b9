using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CentriFamiglia.Coverage.Formats;
using CsvHelper;
using CsvHelper.Configuration;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Geodata.Sources;

/// <summary>Reads the two file kinds of the sources and of <c>geodata/</c>.</summary>
internal static class Codecs
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    public static SourceTable ReadCsv(string path)
    {
        using var reader = new StreamReader(path);
        using var csv = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture));
        csv.Read();
        ImmutableArray<string> columns = [.. csv.Record ?? []];
        var rows = ImmutableArray.CreateBuilder<SourceRow>();
        while (csv.Read())
            rows.Add(new SourceRow(csv.RawRow, [.. csv.Record!], null));
        return new SourceTable(Path.GetFileName(path), columns, rows.ToImmutable(), null);
    }

    public static SourceTable ReadGeoJson(string path)
    {
        using FileStream stream = File.OpenRead(path);
        using JsonDocument document = JsonDocument.Parse(stream);
        var columns = new List<string>();
        var rows = ImmutableArray.CreateBuilder<SourceRow>();
        foreach (JsonElement feature in document.RootElement.GetProperty("features").EnumerateArray())
        {
            JsonElement properties = feature.GetProperty("properties");
            if (columns.Count == 0)
                columns.AddRange(properties.EnumerateObject().Select(p => p.Name));
            rows.Add(new SourceRow(
                rows.Count + 1,
                [.. columns.Select(name => Text(properties.GetProperty(name)))],
                Geometry(feature.GetProperty("geometry"))));
        }

        return new SourceTable(Path.GetFileName(path), [.. columns], rows.ToImmutable(), 4326);
    }

    public static void Write(Utf8JsonWriter writer, Geometry geometry)
    {
        writer.WriteStartObject();
        writer.WriteString("type", geometry.GeometryType);
        writer.WriteStartArray("coordinates");
        if (geometry is Polygon polygon)
        {
            WriteRings(writer, polygon);
        }
        else
        {
            for (int i = 0; i < geometry.NumGeometries; i++)
            {
                writer.WriteStartArray();
                WriteRings(writer, (Polygon)geometry.GetGeometryN(i));
                writer.WriteEndArray();
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteRings(Utf8JsonWriter writer, Polygon polygon)
    {
        for (int i = -1; i < polygon.NumInteriorRings; i++)
        {
            writer.WriteStartArray();
            LineString ring = i < 0 ? polygon.ExteriorRing : polygon.GetInteriorRingN(i);
            bool counterClockwise = NetTopologySuite.Algorithm.Orientation.IsCCW(ring.CoordinateSequence);
            foreach (Coordinate c in counterClockwise == (i < 0) ? ring.Coordinates : ring.Coordinates.Reverse())
            {
                writer.WriteStartArray();
                writer.WriteNumberValue(Math.Round(c.X, 7));
                writer.WriteNumberValue(Math.Round(c.Y, 7));
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };

    private static Geometry Geometry(JsonElement json)
    {
        JsonElement coordinates = json.GetProperty("coordinates");
        return json.GetProperty("type").GetString() == "Polygon"
            ? Polygon(coordinates)
            : Factory.CreateMultiPolygon([.. coordinates.EnumerateArray().Select(Polygon)]);
    }

    private static Polygon Polygon(JsonElement rings)
    {
        LinearRing[] read = [.. rings.EnumerateArray().Select(ring =>
            Factory.CreateLinearRing([.. ring.EnumerateArray().Select(c => new Coordinate(c[0].GetDouble(), c[1].GetDouble()))]))];
        return Factory.CreatePolygon(read[0], read[1..]);
    }
}
