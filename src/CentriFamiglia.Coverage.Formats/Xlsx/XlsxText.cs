using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Formats.Xlsx;

/// <summary>
/// Characters that XML cannot hold (and CR, which it would turn into LF) as spreadsheets write them: <c>_x000D_</c>, and an underscore
/// that begins such a sequence as <c>_x005F_</c> (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
/// </summary>
internal static partial class XlsxText
{
    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
                escaped.Append(c).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(c) && c != '\r' && !(c == '_' && SequenceHere().IsMatch(text, i)))
                escaped.Append(c);
            else
                escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
        }
        return escaped.ToString();
    }

    public static string Unescape(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Sequence().Replace(text, m => ((char)int.Parse(m.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    [GeneratedRegex(@"\G_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant, PatternTime.Milliseconds)]
    private static partial Regex SequenceHere();

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant, PatternTime.Milliseconds)]
    private static partial Regex Sequence();
}
