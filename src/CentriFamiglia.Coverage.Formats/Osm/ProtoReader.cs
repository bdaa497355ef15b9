using System.Runtime.CompilerServices;

namespace CentriFamiglia.Coverage.Formats.Osm;

/// <summary>
/// Reads the protocol-buffer wire format (fields, varints, length-delimited bytes) from memory that may hold anything: every length
/// is checked against what is left, every varint against ten bytes.
/// Source: Protocol Buffers documentation, "Encoding".
/// </summary>
internal ref struct ProtoReader(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> _data = data;

    public const int WireVarint = 0;
    public const int WireBytes = 2;

    public int Position { get; private set; }

    public int Field { get; private set; }

    public int Wire { get; private set; }

    public readonly bool AtEnd => Position >= _data.Length;

    /// <summary>Moves to the next field, over the value of the one before when nobody has read it; false at the end.</summary>
    public bool Next()
    {
        if (_unread)
            Skip();
        if (AtEnd)
            return false;
        ulong key = Varint();
        Field = (int)Math.Min(key >> 3, int.MaxValue);
        Wire = (int)(key & 7);
        if (Field == 0)
            throw new OsmDataException("numero di campo zero");
        return _unread = true;
    }

    public long Int64()
    {
        if (Wire != WireVarint)
            throw Unexpected();
        _unread = false;
        return (long)Varint();
    }

    /// <summary>The bytes of a length-delimited field.</summary>
    public ReadOnlySpan<byte> Bytes() => _data.Slice(BytesRange().Start, _length);

    /// <summary>Where a length-delimited field lies in the data.</summary>
    public (int Start, int Length) BytesRange()
    {
        if (Wire != WireBytes)
            throw Unexpected();
        _unread = false;
        ulong length = Varint();
        if (length > (ulong)(_data.Length - Position))
            throw new OsmDataException("un campo dichiara più byte di quanti ce ne siano");
        _length = (int)length;
        int start = Position;
        Position += _length;
        return (start, _length);
    }

    private int _length;
    private bool _unread;

    private void Skip()
    {
        switch (Wire)
        {
            case WireVarint:
                Varint();
                break;
            case 1:
                Advance(8);
                break;
            case WireBytes:
                BytesRange();
                break;
            case 5:
                Advance(4);
                break;
            default:
                throw Unexpected();
        }
    }

    /// <summary>One bare varint, as in packed fields.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Varint()
    {
        if (Position < _data.Length && _data[Position] < 0x80)
            return _data[Position++];
        return LongVarint();
    }

    /// <summary>One bare zigzag varint, as in packed fields.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ZigZagVarint() => ZigZag(Varint());

    public static long ZigZag(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);

    private ulong LongVarint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 70; shift += 7)
        {
            if (Position >= _data.Length)
                throw new OsmDataException("un numero è troncato");
            byte b = _data[Position++];
            value |= (ulong)(b & 0x7f) << shift;
            if (b < 0x80)
                return value;
        }

        throw new OsmDataException("un numero occupa più di dieci byte");
    }

    private void Advance(int bytes)
    {
        if (bytes > _data.Length - Position)
            throw new OsmDataException("un campo è troncato");
        Position += bytes;
    }

    private readonly OsmDataException Unexpected() => new($"il campo {Field} ha un tipo inatteso ({Wire})");
}

/// <summary>Why map data cannot be read, in Italian; the reader adds file and position.</summary>
internal sealed class OsmDataException(string reason, string? cure = null, Exception? inner = null) : Exception(reason, inner)
{
    /// <summary>How to mend it, when that is not simply to download the file again.</summary>
    public string? Cure { get; } = cure;
}
