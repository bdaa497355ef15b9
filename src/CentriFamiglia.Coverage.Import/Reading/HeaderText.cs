using System.Text.RegularExpressions;

namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>Comparison of headers, file names and words that people write by hand.</summary>
internal static partial class HeaderText
{
    private static readonly string[] _prepositions = ["di", "del", "dello", "della", "dell", "dei", "degli", "delle"];

    /// <summary>A header without its prepositions: <c>nome della sede</c> is <c>nomesede</c>, <c>codice ISTAT del comune</c> <c>codiceistatcomune</c>.</summary>
    public static string OfHeader(string header) => Normalise(string.Join(
        ' ',
        header.Split([' ', '\n', '\r', '\t', '_', '\'', '’', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !_prepositions.Contains(word, StringComparer.OrdinalIgnoreCase))));

    /// <summary>The same without what stands in brackets, where something stands outside them: <c>Longitudine (WGS84)</c> is <c>longitudine</c>.</summary>
    public static string OfBareHeader(string header)
    {
        int open = header.AsSpan().IndexOfAny('(', '[');
        return open > 0 ? OfHeader(header[..open]) : OfHeader(header);
    }

    /// <summary>
    /// The same without the day or the year at its end: <c>Popolazione al 1° gennaio 2023</c> and <c>Residenti 2023</c> are <c>popolazione</c> and
    /// <c>residenti</c>.
    /// </summary>
    public static string OfUndatedHeader(string header) => OfBareHeader(Moment().Replace(header, ""));

    /// <summary>Lower-case letters and digits only, accents removed: <c>Codice ISTAT (Comune)</c> gives <c>codiceistatcomune</c>.</summary>
    public static string Normalise(string text) =>
        string.Concat(PlainText.WithoutAccents(text).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    [GeneratedRegex(
        """(?i)(?<=\w)[\s_,-]+(?:(?:al|anno|aggiornat[oaie] al)\s+)?(?:\d{1,2}\s*[°º./-]?\s*(?:\p{L}+|\d{1,2})[\s./-]+)?(?:19|20)\d\d\s*$""",
        RegexOptions.None, PatternTime.Milliseconds)]
    private static partial Regex Moment();
}
