using System.Text.Json;

namespace CentriFamiglia.Coverage.Formats.GeoJson;

/// <summary>
/// Reads GeoJSON (a FeatureCollection, a Feature, features one a line or one after the other as RFC 8142 has them, a bare geometry) or
/// the JSON of Esri into a <see cref="SourceTable"/>, feature by feature without a document tree. Properties become columns in the order
/// of first appearance: numbers as written but for a fraction of zeros alone (<c>16024.0</c>), true and false, objects and lists as JSON
/// text. A feature's <c>id</c> becomes the column <c>id</c> unless a property has that name. Unknown members are passed over.
/// The <c>crs</c> member of GeoJSON before RFC 7946 and Esri's <c>spatialReference</c> give <see cref="SourceTable.Epsg"/>, else it is 4326. Coordinates are always
/// x (east) first, whatever the authority of the CRS says. Rows count features from 1.
/// </summary>
public static class GeoJsonTable
{
    private static readonly JsonReaderOptions _tolerant = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowMultipleValues = true };

    /// <param name="bytes">The whole file, in any encoding that <see cref="TextDecoding"/> knows.</param>
    /// <param name="name">File name.</param>
    /// <param name="limits">Caps.</param>
    /// <exception cref="SourceFileException">Broken JSON (with its line), text that is no Unicode, or no GeoJSON.</exception>
    public static SourceTable Read(byte[] bytes, string name, FileLimits limits)
    {
        List<string> findings = [];
        ReadOnlyMemory<byte> utf8 = TextDecoding.ToUtf8(bytes, name, findings);
        GeoJsonRows rows = new(name, limits, findings);
        try
        {
            Utf8JsonReader reader = new(WithoutSeparators(utf8).Span, _tolerant);
            reader.Read();
            rows.ReadRoot(ref reader);
            // Bytes after the root object are the next feature, or an error that only reading shows.
            while (reader.Read())
                rows.ReadNext(ref reader);
        }
        catch (JsonException broken)
        {
            throw new SourceFileException(
                $"{name}: il JSON è rotto alla riga {(broken.LineNumber ?? 0) + 1}, byte {(broken.BytePositionInLine ?? 0) + 1}.",
                "Il file è forse troncato o modificato a mano: esportarlo di nuovo come GeoJSON.",
                broken);
        }
        catch (InvalidOperationException broken)
        {
            // Half of a surrogate pair, written as \ud800: well-formed JSON, but no text.
            throw new SourceFileException(
                $"{name}: un testo contiene mezzo carattere Unicode (\\ud800…\\udfff).",
                "Correggere quel carattere nel programma che ha scritto il file ed esportarlo di nuovo.",
                broken);
        }
        return rows.Build();
    }

    /// <summary>A sequence of RFC 8142 begins every text with the control character RS.</summary>
    private static ReadOnlyMemory<byte> WithoutSeparators(ReadOnlyMemory<byte> utf8)
    {
        const byte Separator = 0x1E;
        if (!utf8.Span.StartsWith([Separator]))
            return utf8;
        byte[] bytes = utf8.ToArray();
        bytes.AsSpan().Replace(Separator, (byte)' ');
        return bytes;
    }

    /// <summary><c>EPSG:3003</c>, <c>urn:ogc:def:crs:EPSG::3003</c>, <c>http://www.opengis.net/def/crs/EPSG/0/3003</c>, CRS84 or a bare code.</summary>
    internal static int? ParseEpsg(string? name)
    {
        if (name is null)
            return null;
        if (name.EndsWith("CRS84", StringComparison.OrdinalIgnoreCase))
            return 4326;
        string last = name[(name.LastIndexOfAny([':', '/']) + 1)..];
        bool known = last.Length == name.Length || name.Contains("EPSG", StringComparison.OrdinalIgnoreCase);
        return known && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out int code) ? code : null;
    }
}
