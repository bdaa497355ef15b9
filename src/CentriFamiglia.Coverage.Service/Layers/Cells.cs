using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Layers;

/// <summary>Values as every layer writes them.</summary>
internal static class Cells
{
    public static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>To the second, UTC.</summary>
    public static string? Instant(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static Point Point(double lon, double lat) => Wgs84.Factory.CreatePoint(new Coordinate(lon, lat));

    public static Point Point(Site site) => Point(site.Lon, site.Lat);

    public static MultiPoint? Points(IReadOnlyCollection<Site> sites) => sites.Count == 0 ? null : Wgs84.Factory.CreateMultiPoint([.. sites.Select(Point)]);

    /// <summary>A text as a cell of a CSV (RFC 4180).</summary>
    public static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
