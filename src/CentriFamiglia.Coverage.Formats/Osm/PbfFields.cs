using System.Runtime.CompilerServices;

namespace CentriFamiglia.Coverage.Formats.Osm;

/// <summary>The fields of one object of a block, by their numbers, of which none that matters is above ten; the last of a number holds.</summary>
internal ref struct PbfFields
{
    private const int Fields = 11;

    private readonly ReadOnlySpan<byte> _data;
    private Numbers _numbers;
    private Ranges _ranges;

    /// <param name="data">The object.</param>
    /// <param name="numbers">A bit for each field that is one number.</param>
    /// <param name="bytes">A bit for each field that is a run of bytes; the others are passed over.</param>
    /// <exception cref="OsmDataException">The bytes are not such an object.</exception>
    public PbfFields(ReadOnlySpan<byte> data, int numbers, int bytes)
    {
        _data = data;
        var reader = new ProtoReader(data);
        while (reader.Next())
        {
            int field = reader.Field;
            int bit = field < Fields ? 1 << field : 0;
            if ((numbers & bit) != 0)
                _numbers[field] = reader.Int64();
            else if ((bytes & bit) != 0)
                _ranges[field] = reader.BytesRange();
        }
    }

    /// <summary>Zero when the object has no such field.</summary>
    public readonly long Int64(int field) => _numbers[field];

    /// <inheritdoc cref="Int64"/>
    public readonly long SInt64(int field) => ProtoReader.ZigZag((ulong)_numbers[field]);

    /// <summary>Empty when the object has no such field.</summary>
    public readonly ReadOnlySpan<byte> Bytes(int field) => _data.Slice(_ranges[field].Start, _ranges[field].Length);

    [InlineArray(Fields)]
    private struct Numbers
    {
        private long _first;
    }

    [InlineArray(Fields)]
    private struct Ranges
    {
        private (int Start, int Length) _first;
    }
}
