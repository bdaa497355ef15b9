using System.Text.Json;
using System.Text.Json.Serialization;
using CentriFamiglia.Coverage.Territory;
using NetTopologySuite.IO.Converters;

namespace CentriFamiglia.Coverage.Formats.GeoJson;

/// <summary>
/// GeoJSON geometries (RFC 7946) as this program exchanges them, on the converter of NetTopologySuite.IO.GeoJSON4STJ: WGS84 longitude
/// and latitude, rings by the right-hand rule, at most seven decimals (about 1 cm), two ordinates (a third is read and dropped).
/// Reading keeps the order of the points and repairs nothing; a geometry that cannot be built is a <see cref="JsonException"/> whose
/// message is Italian.
/// </summary>
public sealed class GeoJsonGeometry : JsonConverter<Geometry>
{
    private const int Decimals = 7;

    private readonly JsonConverter<Geometry> _library;

    /// <param name="factory">Makes the geometries read; SRID 4326 when absent.</param>
    public GeoJsonGeometry(GeometryFactory? factory = null)
    {
        var converters = new GeoJsonConverterFactory(
            factory ?? Wgs84.Factory,
            writeGeometryBBox: false,
            GeoJsonConverterFactory.DefaultIdPropertyName,
            RingOrientationOption.EnforceRfc9746);
        _library = (JsonConverter<Geometry>)converters.CreateConverter(typeof(Geometry), JsonSerializerOptions.Default);
    }

    public override bool CanConvert(Type typeToConvert) => typeof(Geometry).IsAssignableFrom(typeToConvert);

    public override Geometry? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        Utf8JsonReader start = reader;
        reader.Skip();
        Utf8JsonReader content = start;
        Geometry geometry;
        try
        {
            geometry = _library.Read(ref content, typeof(Geometry), options)!;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or ArgumentException or FormatException)
        {
            throw new JsonException(GeometryFault.Find(ref start) ?? $"la geometria non si legge: {broken.Message}", broken);
        }

        if (IsDoubtful(geometry) && GeometryFault.Find(ref start) is { } fault)
            throw new JsonException(fault);
        return FlatGeometry.Of(geometry);
    }

    public override void Write(Utf8JsonWriter writer, Geometry value, JsonSerializerOptions options) =>
        _library.Write(writer, value is null ? null! : FlatGeometry.Copy(value, Rounded), options);

    // Nought added to a negative nought is nought.
    private static double Rounded(double ordinate) => Math.Round(ordinate, Decimals) + 0.0;

    /// <summary>
    /// What the library builds without a word though the text may not hold it: no coordinates, infinite ones, rings of three points.
    /// </summary>
    private static bool IsDoubtful(Geometry geometry) => geometry switch
    {
        { IsEmpty: true } => true,
        { EnvelopeInternal: { } box } when !double.IsFinite(box.Width) || !double.IsFinite(box.Height) => true,
        Polygon polygon => polygon.Shell.NumPoints < 4 || Array.Exists(polygon.Holes, hole => hole.NumPoints < 4),
        GeometryCollection parts => Array.Exists(parts.Geometries, IsDoubtful),
        _ => false,
    };
}
