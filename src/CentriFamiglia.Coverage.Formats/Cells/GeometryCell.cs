using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;
using CentriFamiglia.Coverage.Formats.GeoJson;
using CentriFamiglia.Coverage.Territory;
using NetTopologySuite;
using NetTopologySuite.IO;

namespace CentriFamiglia.Coverage.Formats.Cells;

/// <summary>
/// A geometry written in a cell: well-known text (also with <c>SRID=4326;</c>), the hexadecimal well-known binary of PostGIS, GeoJSON, or
/// the latitude and longitude of a questionnaire (<c>[45.69, 9.66]</c>, <c>45.69 9.66 0 0</c>).
/// </summary>
internal static partial class GeometryCell
{
    private const int MaxDepth = 32;

    private static readonly string[] _names = ["wkt", "geom", "the_geom", "geometry", "geometria", "_geolocation"];

    private static readonly SearchValues<char> _hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    private static readonly NtsGeometryServices _services = new(new PrecisionModel(), 0);

    private static readonly GeoJsonGeometry _json = new(new GeometryFactory(new PrecisionModel(), 0));

    /// <returns>The column that holds geometries by its name; -1 for none.</returns>
    public static int ColumnOf(ImmutableArray<string> columns)
    {
        foreach (string name in _names)
        {
            int index = columns.IndexOf(name, StringComparer.OrdinalIgnoreCase);
            if (index >= 0)
                return index;
        }

        return -1;
    }

    /// <returns>The geometry, x first; or why it cannot be read, in Italian.</returns>
    public static (Geometry? Geometry, string? Error) Read(string cell)
    {
        string text = cell.Trim();
        if (text.Length == 0)
            return (null, null);
        // The readers recurse: a file made of brackets alone would end the process.
        if (Depth(text) > MaxDepth)
            return (null, $"il WKT ha più di {MaxDepth} parentesi una dentro l'altra");
        try
        {
            if (text[0] == '{')
                return (Json(text), null);
            if (LatLon().Match(text) is { Success: true } place)
                return (new Point(Figure(place, "lon"), Figure(place, "lat")), null);
            if (text.Length >= 42 && text.Length % 2 == 0 && text.AsSpan().IndexOfAnyExcept(_hexadecimal) < 0)
                return (FlatGeometry.Of(new WKBReader(_services).Read(Convert.FromHexString(text))), null);
            return (new WKTReader().Read(SridPrefix().Replace(text, "")), null);
        }
        catch (Exception broken) when (broken is NetTopologySuite.IO.ParseException or ArgumentException or FormatException or OverflowException
            or JsonException or IOException or InvalidOperationException)
        {
            return (null, $"il WKT non si legge: {broken.Message}");
        }
    }

    private static Geometry? Json(string text)
    {
        Utf8JsonReader reader = new(System.Text.Encoding.UTF8.GetBytes(text));
        reader.Read();
        return _json.Read(ref reader, typeof(Geometry), JsonSerializerOptions.Default);
    }

    private static double Figure(Match place, string name) => double.Parse(place.Groups[name].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static int Depth(string text)
    {
        int depth = 0, deepest = 0;
        foreach (char c in text)
        {
            depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }

    // Questionnaires write latitude, longitude, and often altitude and accuracy.
    [GeneratedRegex(@"^\[?\s*(?<lat>-?\d+(?:\.\d+)?)\s*[, ]\s*(?<lon>-?\d+(?:\.\d+)?)(?:\s*[, ]\s*-?\d+(?:\.\d+)?){0,2}\s*\]?$", RegexOptions.None, PatternTime.Milliseconds)]
    private static partial Regex LatLon();

    [GeneratedRegex(@"^SRID=\d+;\s*", RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex SridPrefix();
}
