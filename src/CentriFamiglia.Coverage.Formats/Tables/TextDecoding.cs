using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace CentriFamiglia.Coverage.Formats.Tables;

/// <summary>
/// Finds the encoding of a text file: a byte order mark (UTF-8, UTF-16) is believed, UTF-16 without one shows by its zeros, bytes that are valid UTF-8 are UTF-8, anything
/// else is Windows-1252, the encoding of spreadsheets in Italy, unless its control bytes show that it is no text at all. The five bytes
/// that Windows-1252 does not have prove another encoding: that of old Macs or of DOS, whichever makes Italian letters of all of them.
/// </summary>
public static class TextDecoding
{
    private static readonly Encoding _windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly UTF8Encoding _utf8WithoutMark = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly SearchValues<byte> _notWindows1252 = SearchValues.Create([0x81, 0x8D, 0x8F, 0x90, 0x9D]);
    // Š Ž š ž ˆ ˜ ƒ ‡ ‰ Œ œ Ÿ ‹ › ‚ „
    private static readonly SearchValues<byte> _strangeInWindows1252 =
        SearchValues.Create([0x8A, 0x8E, 0x9A, 0x9E, 0x88, 0x98, 0x83, 0x87, 0x89, 0x8C, 0x9C, 0x9F, 0x8B, 0x9B, 0x82, 0x84]);

    private static readonly SearchValues<char> _italian = SearchValues.Create("àèéìòùÀÈÉÌÒÙ°«»’‘“”–…€");

    private static readonly (Encoding Encoding, string Name)[] _older =
    [
        (CodePagesEncodingProvider.Instance.GetEncoding(10000)!, "Macintosh"),
        (CodePagesEncodingProvider.Instance.GetEncoding(850)!, "DOS (850)"),
    ];

    /// <param name="bytes">The whole file.</param>
    /// <param name="name">File name, for the message.</param>
    /// <param name="findings">Receives a sentence when the encoding had to be guessed.</param>
    /// <returns>The encoding and the length of the mark to skip.</returns>
    /// <exception cref="SourceFileException">The bytes are not text.</exception>
    public static (Encoding Encoding, int Skip) Detect(ReadOnlySpan<byte> bytes, string name, ICollection<string> findings)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return Utf8.IsValid(bytes)
                ? (_utf8WithoutMark, 3)
                : throw new SourceFileException(
                    $"{name}: comincia come UTF-8 ma contiene byte che non lo sono.",
                    "Il file è forse composto da pezzi di codifica diversa: aprirlo e salvarlo di nuovo come UTF-8.");
        }
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return (Encoding.Unicode, 2);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return (Encoding.BigEndianUnicode, 2);
        if (Wide(bytes) is { } wide)
        {
            findings.Add($"{name}: il testo è UTF-16 senza il segno che lo dice; controllare le lettere accentate.");
            return (wide, 0);
        }
        if (bytes.ContainsAnyInRange((byte)0x00, (byte)0x08) || bytes.Contains((byte)0x7F))
        {
            throw new SourceFileException(
                $"{name}: non è un file di testo (contiene byte di controllo).",
                "Salvarlo come CSV UTF-8 oppure GeoJSON; un foglio di calcolo va importato come .xlsx, un GeoPackage come .gpkg.");
        }
        return (Unmarked(bytes, name, findings), 0);
    }

    /// <summary>UTF-16 without its mark: of Italian text nearly every other byte is zero, and none of those between; null for anything else.</summary>
    private static Encoding? Wide(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, 4096)];
        if (head.Length < 8 || int.IsOddInteger(bytes.Length))
            return null;
        int even = 0, odd = 0;
        for (int i = 0; i < head.Length; i++)
        {
            if (head[i] == 0)
                _ = int.IsEvenInteger(i) ? even++ : odd++;
        }

        int most = head.Length / 2 * 9 / 10;
        return odd >= most && even == 0 ? Encoding.Unicode : even >= most && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>UTF-8 where the bytes are valid, else Windows-1252, which is a finding.</summary>
    /// <param name="bytes">Text without a mark, perhaps with control bytes between its fields.</param>
    /// <param name="name">File name, for the finding.</param>
    /// <param name="findings">Receives a sentence when the encoding had to be guessed.</param>
    public static Encoding Unmarked(ReadOnlySpan<byte> bytes, string name, ICollection<string> findings)
    {
        if (Utf8.IsValid(bytes))
            return _utf8WithoutMark;
        bool proved = bytes.ContainsAny(_notWindows1252);
        if (Older(bytes, name, findings, proved) is { } older)
            return older;
        findings.Add($"{name}: il testo non è UTF-8, è stato letto come Windows-1252; controllare le lettere accentate.");
        return _windows1252;
    }

    /// <summary>The older encoding that makes Italian letters of all bytes, where Windows-1252 has none for some, or one that no Italian text has.</summary>
    private static Encoding? Older(ReadOnlySpan<byte> bytes, string name, ICollection<string> findings, bool proved)
    {
        if (!proved && !bytes.ContainsAny(_strangeInWindows1252))
            return null;
        byte[] beyondAscii = [.. bytes.ToArray().Where(b => b >= 0x80)];
        (Encoding Encoding, string Name)[] fitting = [.. _older.Where(o => o.Encoding.GetString(beyondAscii).AsSpan().IndexOfAnyExcept(_italian) < 0)];
        if (!proved && fitting.Length != 1)
            return null;
        if (fitting is not [var only])
        {
            throw new SourceFileException(
                $"{name}: la codifica del testo non si riconosce: non è UTF-8, e contiene byte che Windows-1252 non ha.",
                "Salvarlo come «CSV UTF-8» dal programma che lo ha scritto.");
        }

        findings.Add($"{name}: il testo non è UTF-8 né Windows-1252, è stato letto come {only.Name}; controllare le lettere accentate.");
        return only.Encoding;
    }

    /// <summary>The same file as UTF-8 bytes without mark; the very array when it already is.</summary>
    /// <exception cref="SourceFileException">The bytes are not text.</exception>
    public static ReadOnlyMemory<byte> ToUtf8(byte[] bytes, string name, ICollection<string> findings)
    {
        (Encoding encoding, int skip) = Detect(bytes, name, findings);
        return ReferenceEquals(encoding, _utf8WithoutMark)
            ? bytes.AsMemory(skip)
            : Encoding.Convert(encoding, _utf8WithoutMark, bytes, skip, bytes.Length - skip);
    }
}
