using System.Text;

namespace CentriFamiglia.Coverage.Formats.Shapefile;

/// <summary>The encodings that a <c>.cpg</c> names: by name or number, as GIS programs write them.</summary>
internal static class CodePageText
{
    /// <param name="stated"><c>UTF-8</c>, <c>1252</c>, <c>ANSI 1252</c>, <c>ISO 88591</c>, …</param>
    /// <returns>Null when it names no encoding.</returns>
    public static Encoding? Find(string stated)
    {
        string name = stated.ToUpperInvariant().Replace("ANSI", "", StringComparison.Ordinal).Trim(' ', '_', '-');
        if (name.StartsWith("ISO", StringComparison.Ordinal) || name.StartsWith("8859", StringComparison.Ordinal))
        {
            string part = string.Concat(name.Where(char.IsAsciiDigit));
            name = "ISO-8859-" + (part.StartsWith("8859", StringComparison.Ordinal) ? part[4..] : part);
        }

        try
        {
            return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int page)
                ? CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page)
                : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
