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

    // A layer with boundaries is long: it leaves in pieces.
    private const int PieceBytes = 32 * 1024;

    public static void Write(Layer layer, Stream stream) => WriteLines(layer, stream, "{\"meta\":"u8, ",\"rows\":["u8, (json, row) =>
    {
        json.WriteStartObject();
        WriteMembers(json, layer, row);
        json.WriteEndObject();
    });

    /// <summary>The meta alone, indented, with a final line break: the content of the file written beside a CSV.</summary>
    public static string Meta(JsonObject meta) => meta.ToJsonString(_indented) + "\n";

    /// <summary>One member per column, in the order of the columns.</summary>
    public static void WriteMembers(Utf8JsonWriter json, Layer layer, LayerRow row)
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

    /// <summary>The meta, then a list of one line per row.</summary>
    /// <param name="head">What stands before the meta.</param>
    /// <param name="list">What stands between it and the first line.</param>
    /// <param name="write">Writes one row.</param>
    internal static void WriteLines(Layer layer, Stream stream, ReadOnlySpan<byte> head, ReadOnlySpan<byte> list, Action<Utf8JsonWriter, LayerRow> write)
    {
        ArrayBufferWriter<byte> buffer = new(2 * PieceBytes);
        using Utf8JsonWriter json = new(buffer, Options);
        buffer.Write(head);
        layer.Meta.WriteTo(json);
        json.Flush();
        buffer.Write(list);
        bool first = true;
        foreach (LayerRow row in layer.Rows)
        {
            buffer.Write(first ? "\n"u8 : ",\n"u8);
            first = false;
            json.Reset();
            write(json, row);
            json.Flush();
            if (buffer.WrittenCount < PieceBytes)
                continue;
            stream.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }

        buffer.Write("\n]}\n"u8);
        stream.Write(buffer.WrittenSpan);
    }
}
