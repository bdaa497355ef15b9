using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using CentriFamiglia.Coverage.Formats.GeoJson;
using CentriFamiglia.Coverage.Formats.Json;
using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.Ogc.Crs;
using CentriFamiglia.Coverage.Service.Ogc.Features;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Ogc.Documents;

/// <summary>Features as GeoJSON: longitude and latitude in CRS84, else the coordinates of the asked CRS in its own order of axes.</summary>
internal static class FeatureDocuments
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly GeoJsonGeometry _geometries = new();

    // Of areas, which layers share and pages repeat: to write one takes many times as long as to copy it.
    private static readonly ConditionalWeakTable<Geometry, byte[]> _written = [];

    /// <summary>The page as a FeatureCollection, one feature a line.</summary>
    /// <param name="page">Its features.</param>
    /// <param name="links">Already made.</param>
    /// <param name="now">When it is made.</param>
    public static byte[] Write(FeaturePage page, JsonArray links, DateTimeOffset now)
    {
        using var stream = new MemoryStream();
        using var json = new Utf8JsonWriter(stream, _options);
        json.WriteStartObject();
        json.WriteString("type"u8, "FeatureCollection"u8);
        json.WriteString("timeStamp"u8, Cells.Instant(now));
        json.WriteNumber("numberMatched"u8, page.Matched);
        json.WriteNumber("numberReturned"u8, page.Features.Length);
        json.WritePropertyName("links"u8);
        links.WriteTo(json);
        json.WritePropertyName("meta"u8);
        OgcMeta.Of(page.Layer.Head.Meta).WriteTo(json);
        json.WriteStartArray("features"u8);
        Layer shown = Shown(page.Layer, page.Query.Columns);
        foreach (int index in page.Features)
        {
            json.Flush();
            stream.WriteByte((byte)'\n');
            json.WriteStartObject();
            WriteMembers(json, page.Layer, index, shown, page.Query);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return stream.ToArray();
    }

    /// <summary>One feature.</summary>
    /// <param name="query">Gives columns and CRS.</param>
    public static byte[] WriteOne(HeldLayer layer, int index, FeatureQuery query, JsonArray links)
    {
        using var stream = new MemoryStream();
        using var json = new Utf8JsonWriter(stream, _options);
        json.WriteStartObject();
        WriteMembers(json, layer, index, Shown(layer, query.Columns), query);
        json.WritePropertyName("links"u8);
        links.WriteTo(json);
        json.WritePropertyName("meta"u8);
        OgcMeta.Of(layer.Head.Meta).WriteTo(json);
        json.WriteEndObject();
        json.Flush();
        return stream.ToArray();
    }

    /// <summary>The layer with the columns of the answer.</summary>
    private static Layer Shown(HeldLayer layer, ImmutableArray<int> columns) => layer.Head with { Columns = [.. columns.Select(c => layer.Schema.Columns[c])] };

    private static byte[] Written(Geometry geometry)
    {
        using var stream = new MemoryStream();
        using var json = new Utf8JsonWriter(stream, _options);
        _geometries.Write(json, geometry, JsonSerializerOptions.Default);
        json.Flush();
        return stream.ToArray();
    }

    private static void WriteMembers(Utf8JsonWriter json, HeldLayer layer, int index, Layer shown, FeatureQuery query)
    {
        LayerRow row = layer[index];
        json.WriteString("type"u8, "Feature"u8);
        json.WriteString("id"u8, layer.IdOf(index));
        json.WritePropertyName("geometry"u8);
        if (row.Geometry is null)
            json.WriteNullValue();
        else if (query.Crs != OgcCrs.Crs84)
            _geometries.Write(json, query.Crs.FromWgs84(row.Geometry), JsonSerializerOptions.Default);
        else if (row.Geometry is Point)
            _geometries.Write(json, row.Geometry, JsonSerializerOptions.Default);
        else
            json.WriteRawValue(_written.GetValue(row.Geometry, Written), skipInputValidation: true);
        json.WriteStartObject("properties"u8);
        LayerJson.WriteMembers(json, shown, row with { Values = [.. query.Columns.Select(c => row.Values[c])] });
        json.WriteEndObject();
    }
}
