using System.Text.RegularExpressions;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Formats.Crs;

/// <summary>
/// Recognises one of <see cref="CoordinateSystems.Known"/> in the well-known text of a <c>.prj</c>. ESRI's dialect names no EPSG code: the
/// datum and the figures of the projection tell. East is always first, so RDN2008 / UTM 32N is 7791 and never 6707.
/// </summary>
internal static partial class PrjText
{
    /// <returns>EPSG code; null when the text is none of the known systems.</returns>
    public static int? Epsg(string wkt)
    {
        if (Authority().Match(wkt) is { Success: true } stated)
        {
            int code = int.Parse(stated.Groups["v"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            if (CoordinateSystems.Known.Any(system => system.Epsg == code))
                return code;
        }

        string datum = Datum().Match(wkt) is { Success: true } found ? Plain(found.Groups["v"].Value) : "";
        if (!wkt.TrimStart().StartsWith("PROJCS", StringComparison.OrdinalIgnoreCase))
            return IsMonteMario(datum) ? 4265 : Of(datum, wgs84: 4326, etrs89: 4258, rdn2008: 6706);
        string projection = Projection().Match(wkt) is { Success: true } named ? Plain(named.Groups["v"].Value) : "";
        if (projection is "MERCATORAUXILIARYSPHERE" or "POPULARVISUALISATIONPSEUDOMERCATOR")
            return 3857;
        bool zoned = projection == "TRANSVERSEMERCATOR" && Figure(wkt, "scale_factor") is 0.9996
            && Figure(wkt, "latitude_of_origin") is 0 && Figure(wkt, "false_northing") is 0;
        return (zoned, Figure(wkt, "central_meridian"), Figure(wkt, "false_easting")) switch
        {
            (true, 9, 500_000) when datum.Contains("EUROPEAN1950", StringComparison.Ordinal) || datum.Contains("EUROPEANDATUM1950", StringComparison.Ordinal) => 23032,
            (true, 9, 500_000) => Of(datum, wgs84: 32632, etrs89: 25832, rdn2008: 7791),
            (true, 15, 500_000) when Of(datum, wgs84: 32633, etrs89: 0, rdn2008: 0) is 32633 => 32633,
            (true, 9, 1_500_000) when IsMonteMario(datum) => 3003,
            (true, 15, 2_520_000) when IsMonteMario(datum) => 3004,
            _ => null,
        };
    }

    private static bool IsMonteMario(string datum) => datum.Contains("MONTEMARIO", StringComparison.Ordinal);

    /// <returns>The name that the system has in the text.</returns>
    public static string Name(string wkt) => FirstName().Match(wkt) is { Success: true } name ? name.Groups["v"].Value : "";

    private static int? Of(string datum, int wgs84, int etrs89, int rdn2008)
    {
        if (datum.Contains("WGS1984", StringComparison.Ordinal) || datum.Contains("WORLDGEODETICSYSTEM1984", StringComparison.Ordinal))
            return wgs84;
        if (datum.Contains("RETEDINAMICANAZIONALE", StringComparison.Ordinal) || datum.Contains("RDN2008", StringComparison.Ordinal))
            return rdn2008;
        bool isEtrs89 = datum.Contains("ETRS1989", StringComparison.Ordinal)
            || datum.Contains("EUROPEANTERRESTRIALREFERENCESYSTEM1989", StringComparison.Ordinal);
        return isEtrs89 ? etrs89 : null;
    }

    private static double? Figure(string wkt, string parameter)
    {
        string pattern = $"""PARAMETER\s*\[\s*"{parameter}"\s*,\s*(?<v>[-+0-9.eE]+)\s*\]""";
        Match figure = Regex.Match(wkt, pattern, RegexOptions.IgnoreCase, PatternTime.Most);
        ReadOnlySpan<char> text = figure.Groups["v"].ValueSpan;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null;
    }

    private static string Plain(string name) => string.Concat(name.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));

    // The authority of the whole is the last one, just before the closing bracket.
    [GeneratedRegex("""AUTHORITY\s*\[\s*"EPSG"\s*,\s*"?(?<v>\d{4,6})"?\s*\]\s*\]\s*$""", RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex Authority();

    [GeneratedRegex("""DATUM\s*\[\s*"(?<v>[^"]*)""", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Milliseconds)]
    private static partial Regex Datum();

    [GeneratedRegex("""PROJECTION\s*\[\s*"(?<v>[^"]*)""", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Milliseconds)]
    private static partial Regex Projection();

    [GeneratedRegex("""^\s*\w+\s*\[\s*"(?<v>[^"]*)""", RegexOptions.None, matchTimeoutMilliseconds: PatternTime.Milliseconds)]
    private static partial Regex FirstName();
}
