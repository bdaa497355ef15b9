using System.Buffers.Binary;

namespace CentriFamiglia.Coverage.Formats.GeoPackage;

/// <summary>
/// Walks a WKB before it is read: counts that exceed the bytes at hand and nesting beyond reason would otherwise exhaust the memory or
/// the stack of the process. Knows ISO and extended WKB, two to four ordinates.
/// </summary>
internal static class WkbShape
{
    private const int MaxDepth = 32;
    private const uint Point = 1, LineString = 2, Polygon = 3, GeometryCollection = 7;

    /// <exception cref="FormatException">The message is Italian.</exception>
    public static void Check(ReadOnlySpan<byte> wkb)
    {
        int used = Walk(wkb, 0);
        if (used != wkb.Length)
            throw new FormatException("il WKB della geometria ha byte in più");
    }

    private static int Walk(ReadOnlySpan<byte> wkb, int depth)
    {
        if (depth > MaxDepth)
            throw new FormatException($"il WKB della geometria ha più di {MaxDepth} raccolte una dentro l'altra");
        if (wkb.Length < 5 || wkb[0] > 1)
            throw Truncated();
        bool little = wkb[0] == 1;
        uint code = UInt32(wkb, 1, little);
        int ordinates = 2 + ((code & 0x8000_0000) != 0 ? 1 : 0) + ((code & 0x4000_0000) != 0 ? 1 : 0);
        int at = (code & 0x2000_0000) != 0 ? 9 : 5;
        code &= 0x0FFF_FFFF;
        ordinates += (code / 1000) switch { 1 or 2 => 1, 3 => 2, _ => 0 };
        int position = 8 * ordinates;

        switch (code % 1000)
        {
            case Point:
                return Advance(wkb, at, 1, position);
            case LineString:
                return Advance(wkb, at + 4, Count(wkb, at, little), position);
            case Polygon:
                uint rings = Count(wkb, at, little);
                at += 4;
                for (uint i = 0; i < rings; i++)
                    at = Advance(wkb, at + 4, Count(wkb, at, little), position);
                return at;
            case > Polygon and <= GeometryCollection:
                uint parts = Count(wkb, at, little);
                at += 4;
                for (uint i = 0; i < parts; i++)
                    at += Walk(wkb[at..], depth + 1);
                return at;
            default:
                throw new FormatException($"il WKB della geometria è di tipo {code}, non previsto (curve e superfici vanno convertite in poligoni)");
        }
    }

    private static uint Count(ReadOnlySpan<byte> wkb, int at, bool little) =>
        at + 4 <= wkb.Length ? UInt32(wkb, at, little) : throw Truncated();

    private static int Advance(ReadOnlySpan<byte> wkb, int at, uint count, int size)
    {
        long end = at + ((long)count * size);
        return end <= wkb.Length ? (int)end : throw Truncated();
    }

    private static uint UInt32(ReadOnlySpan<byte> wkb, int at, bool little) => little
        ? BinaryPrimitives.ReadUInt32LittleEndian(wkb[at..])
        : BinaryPrimitives.ReadUInt32BigEndian(wkb[at..]);

    private static FormatException Truncated() => new("il WKB della geometria è troncato");
}
