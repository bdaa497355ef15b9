using System.Runtime.InteropServices;
using System.Text;

namespace CentriFamiglia.Coverage.Formats.Tables;

/// <summary>
/// The cells of one row in one piece of memory: a million rows of strings are several times their file. A byte that says how wide a character
/// is, how many cells there are, the length of each (0: none), all in bytes of seven bits, then the characters. Every text comes back as it was.
/// </summary>
internal readonly struct PackedCells
{
    private readonly byte[] _bytes;

    public PackedCells(ReadOnlySpan<string?> cells)
    {
        int chars = 0;
        int lengths = LengthOfNumber((uint)cells.Length);
        bool narrow = true;
        foreach (string? cell in cells)
        {
            chars += cell?.Length ?? 0;
            lengths += LengthOfNumber(Stated(cell));
            narrow = narrow && (cell is null || !cell.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF'));
        }

        _bytes = new byte[1 + lengths + (narrow ? chars : chars * sizeof(char))];
        _bytes[0] = narrow ? (byte)1 : (byte)sizeof(char);
        int at = 1;
        Put((uint)cells.Length, ref at);
        foreach (string? cell in cells)
            Put(Stated(cell), ref at);

        foreach (string? cell in cells)
        {
            at += narrow
                ? Encoding.Latin1.GetBytes(cell ?? "", _bytes.AsSpan(at))
                : CopyWide(cell ?? "", _bytes.AsSpan(at));
        }
    }

    /// <summary>No character but those that a typewriter has: no line break, no letter of another alphabet, nothing that is not seen.</summary>
    public bool IsPlain => _bytes[0] == 1 && !_bytes.AsSpan(TextStart()).ContainsAnyExceptInRange((byte)' ', (byte)'~');

    /// <summary>The text of a cell; null when it is missing or there is no such cell.</summary>
    public string? this[int index]
    {
        get
        {
            int at = 1;
            int count = Next(ref at);
            if ((uint)index >= (uint)count)
                return null;
            int before = 0;
            int length = 0;
            for (int i = 0; i < count; i++)
            {
                int stated = Next(ref at);
                if (i < index)
                    before += Math.Max(0, stated - 1);
                else if (i == index)
                    length = stated - 1;
            }

            return length < 0 ? null : length == 0 ? "" : Text(at, before, length);
        }
    }

    public ImmutableArray<string?> All()
    {
        int text = TextStart();
        int at = 1;
        string?[] cells = new string?[Next(ref at)];
        int before = 0;
        for (int i = 0; i < cells.Length; i++)
        {
            int length = Next(ref at) - 1;
            cells[i] = length < 0 ? null : length == 0 ? "" : Text(text, before, length);
            before += Math.Max(0, length);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(cells);
    }

    private static uint Stated(string? cell) => cell is null ? 0 : (uint)cell.Length + 1;

    private static int LengthOfNumber(uint number) => number < 0x80 ? 1 : 1 + LengthOfNumber(number >> 7);

    private static int CopyWide(string cell, Span<byte> target)
    {
        MemoryMarshal.AsBytes(cell.AsSpan()).CopyTo(target);
        return cell.Length * sizeof(char);
    }

    private string Text(int start, int before, int length) => _bytes[0] == 1
        ? Encoding.Latin1.GetString(_bytes, start + before, length)
        : new string(MemoryMarshal.Cast<byte, char>(_bytes.AsSpan(start + before * sizeof(char), length * sizeof(char))));

    private int TextStart()
    {
        int at = 1;
        for (int left = Next(ref at); left > 0; left--)
            Next(ref at);
        return at;
    }

    private void Put(uint number, ref int at)
    {
        for (; number >= 0x80; number >>= 7)
            _bytes[at++] = (byte)(number | 0x80);
        _bytes[at++] = (byte)number;
    }

    private int Next(ref int at)
    {
        int number = 0;
        int shift = 0;
        for (; _bytes[at] >= 0x80; shift += 7)
            number |= (_bytes[at++] & 0x7F) << shift;
        return number | (_bytes[at++] << shift);
    }
}
