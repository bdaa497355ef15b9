using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using CentriFamiglia.Coverage.Territory;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CentriFamiglia.Coverage.Storage.Tests;

/// <summary>The whole of a content as text: two contents with the same text are the same to the last bit, geometry included.</summary>
internal static class ContentText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(), new GeometryAsHex() },
    };

    public static string Of(TerritoryContent content) => JsonSerializer.Serialize(content, Options);

    public static string Of(IEnumerable<TravelMatrixEntry> matrix) => JsonSerializer.Serialize(matrix.ToImmutableArray(), Options);

    // Reader and writer are NetTopologySuite's own, not the stores': an independent view of the same ordinates.
    private sealed class GeometryAsHex : JsonConverter<Geometry>
    {
        public override bool CanConvert(Type typeToConvert) => typeof(Geometry).IsAssignableFrom(typeToConvert);

        public override Geometry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Geometry value, JsonSerializerOptions options) =>
            writer.WriteStringValue($"SRID={value.SRID};{WKBWriter.ToHex(new WKBWriter(ByteOrder.BigEndian).Write(value))}");
    }
}
