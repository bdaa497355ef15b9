using System.Buffers.Binary;
using System.IO.Compression;

namespace CentriFamiglia.Coverage.Formats.Tests.Osm;

/// <summary>Writes PBF files, right or wrong, piece by piece.</summary>
internal static class PbfWriter
{
    public static byte[] File(params byte[][] blobs) => [.. blobs.SelectMany(blob => blob)];

    public static byte[] Header(params string[] features) =>
        Blob("OSMHeader", Raw([.. features.SelectMany(feature => Bytes(4, System.Text.Encoding.UTF8.GetBytes(feature)))]));

    public static byte[] Data(byte[] block) => Blob("OSMData", Zlib(block));

    /// <summary>A block with a string table and one group.</summary>
    public static byte[] Block(string[] strings, params byte[][] group) =>
        [.. Bytes(1, [.. strings.SelectMany(s => Bytes(1, System.Text.Encoding.UTF8.GetBytes(s)))]), .. Bytes(2, File(group))];

    public static byte[] Blob(string type, byte[] blob, long? declared = null)
    {
        byte[] header = [.. Bytes(1, System.Text.Encoding.ASCII.GetBytes(type)), .. Number(3, (ulong)(declared ?? blob.Length))];
        byte[] prefix = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(prefix, header.Length);
        return [.. prefix, .. header, .. blob];
    }

    public static byte[] Raw(byte[] content) => Bytes(1, content);

    public static byte[] Zlib(byte[] content, long? declared = null)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(content);
        return [.. Number(2, (ulong)(declared ?? content.Length)), .. Bytes(3, packed.ToArray())];
    }

    public static byte[] Bytes(int field, byte[] content) =>
        [.. Varint(((ulong)field << 3) | 2), .. Varint((ulong)content.Length), .. content];

    public static byte[] Number(int field, ulong value) => [.. Varint((ulong)field << 3), .. Varint(value)];

    public static byte[] SignedNumber(int field, long value) => Number(field, ZigZag(value));

    public static byte[] Packed(int field, params ulong[] values) => Bytes(field, [.. values.SelectMany(Varint)]);

    /// <summary>Values as the format delta-codes them.</summary>
    public static byte[] Deltas(int field, params long[] values) =>
        Packed(field, [.. values.Select((value, i) => ZigZag(value - (i == 0 ? 0 : values[i - 1])))]);

    private static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));

    private static byte[] Varint(ulong value)
    {
        var bytes = new List<byte>();
        for (; value >= 0x80; value >>= 7)
            bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
        return [.. bytes];
    }
}
