using System.Buffers;
using System.Text.Json;
using CentriFamiglia.Coverage.Formats.Json;

namespace CentriFamiglia.Coverage.Formats.GeoJson;

/// <summary>
/// A layer as a GeoJSON FeatureCollection (RFC 7946), UTF-8 without mark, one feature per line: <c>name</c>, the foreign member
/// <c>meta</c>, then features whose properties are the columns as in <see cref="LayerJson"/>. A row without geometry has a null one.
/// The same layer gives the same bytes.
/// </summary>
public static class LayerGeoJson
{
    private static readonly GeoJsonGeometry _converter = new();

    public static void Write(Layer layer, Stream stream) => Chunk.WriteAll(Chunks(layer), stream);

    public static Task WriteAsync(Layer layer, Stream stream, CancellationToken cancellation = default) =>
        Chunk.WriteAllAsync(Chunks(layer), stream, cancellation);

    private static IEnumerable<ReadOnlyMemory<byte>> Chunks(Layer layer)
    {
        ArrayBufferWriter<byte> buffer = new(2 * Chunk.Size);
        using Utf8JsonWriter json = new(buffer, LayerJson.Options);

        buffer.Write("{\"type\":\"FeatureCollection\",\"name\":"u8);
        json.WriteStringValue(layer.Name);
        json.Flush();
        buffer.Write(",\"meta\":"u8);
        json.Reset();
        layer.Meta.WriteTo(json);
        json.Flush();
        buffer.Write(",\"features\":["u8);
        for (int i = 0; i < layer.Rows.Length; i++)
        {
            buffer.Write(i == 0 ? "\n"u8 : ",\n"u8);
            json.Reset();
            WriteFeature(json, layer, layer.Rows[i]);
            json.Flush();
            if (buffer.WrittenCount < Chunk.Size)
                continue;
            yield return buffer.WrittenMemory;
            buffer.ResetWrittenCount();
        }
        buffer.Write("\n]}\n"u8);
        yield return buffer.WrittenMemory;
    }

    private static void WriteFeature(Utf8JsonWriter json, Layer layer, LayerRow row)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        json.WriteStartObject("properties"u8);
        LayerJson.WriteMembers(json, layer, row);
        json.WriteEndObject();
        json.WritePropertyName("geometry"u8);
        _converter.Write(json, row.Geometry!, JsonSerializerOptions.Default);
        json.WriteEndObject();
    }
}
