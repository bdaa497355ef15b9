using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Geodata.Sources;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Geodata.Output;

/// <summary>Text files that git can compare: one row or feature a line, LF, UTF-8 without mark, the same bytes for the same input.</summary>
internal static class LineWriter
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Csv(string path, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        var text = new StringBuilder().AppendJoin(',', columns).Append('\n');
        foreach (object?[] row in rows)
            text.AppendJoin(',', row.Select(Cell)).Append('\n');
        File.WriteAllText(path, text.ToString());
    }

    /// <param name="path">The file.</param>
    /// <param name="meta">Foreign members of the collection: source, licence, date.</param>
    /// <param name="features">Properties and boundary of each.</param>
    public static void GeoJson(string path, JsonObject meta, IEnumerable<(JsonObject Properties, Geometry Boundary)> features)
    {
        using FileStream stream = File.Create(path);
        stream.Write("{\"type\":\"FeatureCollection\",\n"u8);
        foreach ((string name, JsonNode? value) in meta)
            stream.Write(Encoding.UTF8.GetBytes($"{JsonSerializer.Serialize(name)}:{value!.ToJsonString(Line)},\n"));
        stream.Write("\"features\":[\n"u8);
        bool first = true;
        foreach ((JsonObject properties, Geometry boundary) in features)
        {
            if (!first)
                stream.Write(",\n"u8);
            first = false;
            using var writer = new Utf8JsonWriter(stream, Compact);
            writer.WriteStartObject();
            writer.WriteString("type", "Feature");
            writer.WritePropertyName("properties");
            properties.WriteTo(writer);
            writer.WritePropertyName("geometry");
            Codecs.Write(writer, boundary);
            writer.WriteEndObject();
        }

        stream.Write("\n]}\n"u8);
    }

    public static void Json(string path, JsonNode node) => File.WriteAllText(path, node.ToJsonString(Indented) + "\n");

    private static JsonSerializerOptions Line { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Cell(object? value)
    {
        string text = value switch
        {
            null => "",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
        return text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
