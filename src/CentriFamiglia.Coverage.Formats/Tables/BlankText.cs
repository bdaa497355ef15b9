using System.Buffers;
using System.Text;

namespace CentriFamiglia.Coverage.Formats.Tables;

/// <summary>What people do not see: spaces of every width, and characters of no width.</summary>
public static class BlankText
{
    // Zero-width space, marks of direction, word joiner, byte order mark, soft hyphen.
    private static readonly SearchValues<char> _invisible = SearchValues.Create("\u200B\u200E\u200F\u2060\uFEFF\u00AD");

    /// <summary>Nothing to see: empty, spaces, no-break spaces, line breaks, characters of no width.</summary>
    public static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text) || HasInvisible(text) && string.IsNullOrWhiteSpace(WithoutInvisible(text));

    public static bool HasInvisible(string text) => !Ascii.IsValid(text) && text.AsSpan().ContainsAny(_invisible);

    /// <summary>Whether letters were lost: the mark of what no encoding could read, or a control character of another encoding.</summary>
    public static bool HasUnreadable(string text) =>
        !Ascii.IsValid(text) && (text.Contains('\uFFFD') || text.AsSpan().ContainsAnyInRange('\u0080', '\u009F'));

    public static string WithoutInvisible(string text) => HasInvisible(text) ? string.Concat(text.Where(c => !_invisible.Contains(c))) : text;
}
