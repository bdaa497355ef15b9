using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CentriFamiglia.Coverage.Formats.Json;

/// <summary>
/// A layer as <c>{"meta":{...},"rows":[...]}</c>, UTF-8 without mark: one flat object per row and per line, members in the order of the
/// columns, numbers as numbers (shortest text that reads back to the same double; money with two decimals), accents unescaped. The same
/// layer gives the same bytes. Geometry is left out: that is what GeoJSON is for.
/// </summary>
public static class LayerJson
{
    /// <summary>The member of the meta of an exported file that says which layer it is, so that an import knows it again.</summary>
    public const string Mark = "strato";

    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions _indented = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    public static void Write(Layer layer, Stream stream) => Chunk.WriteAll(Chunks(layer), stream);

    public static Task WriteAsync(Layer layer, Stream stream, CancellationToken cancellation = default) =>
        Chunk.WriteAllAsync(Chunks(layer), stream, cancellation);

    /// <summary>The meta alone, indented, with a final line break: the content of the file written beside a CSV.</summary>
    public static string Meta(JsonObject meta) => meta.ToJsonString(_indented) + "\n";

    /// <summary>One member per column, in the order of the columns.</summary>
    internal static void WriteMembers(Utf8JsonWriter json, Layer layer, LayerRow row)
    {
        RowLength.Check(layer, row);
        for (int i = 0; i < layer.Columns.Length; i++)
        {
            json.WritePropertyName(layer.Columns[i].Name);
            WriteValue(json, row.Values[i], layer.Columns[i].Type);
        }
    }

    private static void WriteValue(Utf8JsonWriter json, object? value, ColumnType type)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            default:
                json.WriteRawValue(CellText.Of(value, type)!, skipInputValidation: false);
                break;
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Chunks(Layer layer)
    {
        ArrayBufferWriter<byte> buffer = new(2 * Chunk.Size);
        using Utf8JsonWriter json = new(buffer, Options);

        buffer.Write("{\"meta\":"u8);
        layer.Meta.WriteTo(json);
        json.Flush();
        buffer.Write(",\"rows\":["u8);
        for (int i = 0; i < layer.Rows.Length; i++)
        {
            buffer.Write(i == 0 ? "\n"u8 : ",\n"u8);
            json.Reset();
            json.WriteStartObject();
            WriteMembers(json, layer, layer.Rows[i]);
            json.WriteEndObject();
            json.Flush();
            if (buffer.WrittenCount < Chunk.Size)
                continue;
            yield return buffer.WrittenMemory;
            buffer.ResetWrittenCount();
        }
        buffer.Write("\n]}\n"u8);
        yield return buffer.WrittenMemory;
    }
}
