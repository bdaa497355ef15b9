using System.Text;
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

    public static void Write(Layer layer, Stream stream) => LayerJson.WriteLines(
        layer,
        stream,
        Encoding.UTF8.GetBytes($"{{\"type\":\"FeatureCollection\",\"name\":\"{JsonEncodedText.Encode(layer.Name, LayerJson.Options.Encoder)}\",\"meta\":"),
        ",\"features\":["u8,
        (json, row) => WriteFeature(json, layer, row));

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
