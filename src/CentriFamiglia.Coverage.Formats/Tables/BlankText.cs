using System.Buffers;
using System.Text;

namespace CentriFamiglia.Coverage.Formats.Tables;

/// <summary>What people do not see: spaces of every width, and characters of no width.</summary>
public static class BlankText
{
    // Zero-width space, marks of direction, word joiner, byte order mark, soft hyphen.
    private static readonly SearchValues<char> _invisible = SearchValues.Create("\u200B\u200E\u200F\u2060\uFEFF\u00AD");

    private static readonly SearchValues<char> _unreadable = SearchValues.Create(
        ['\uFFFD', .. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && !char.IsWhiteSpace(c)), '\u000B']);

    /// <summary>Nothing to see: empty, spaces, no-break spaces, line breaks, characters of no width.</summary>
    public static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text) || HasInvisible(text) && string.IsNullOrWhiteSpace(WithoutInvisible(text));

    public static bool HasInvisible(string text) => !Ascii.IsValid(text) && text.AsSpan().ContainsAny(_invisible);

    /// <summary>
    /// Whether letters were lost: the mark of what no encoding could read, a control character of another encoding, or UTF-8 that another program
    /// read as Windows-1252 and wrote so (<c>CittÃ¨</c>, <c>lâ€™</c>).
    /// </summary>
    public static bool HasUnreadable(string text) => text.AsSpan().ContainsAny(_unreadable) || (!Ascii.IsValid(text) && IsTwiceEncoded(text));

    private static bool IsTwiceEncoded(string text)
    {
        int a = text.IndexOf('Ã', StringComparison.Ordinal);
        return text.Contains("â€", StringComparison.Ordinal) || (a >= 0 && a + 1 < text.Length && text[a + 1] is >= '\u0080' and <= '\u00BF');
    }

    public static string WithoutInvisible(string text) => HasInvisible(text) ? string.Concat(text.Where(c => !_invisible.Contains(c))) : text;
}
