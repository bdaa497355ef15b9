using System.Buffers.Binary;
using System.IO.Compression;

namespace CentriFamiglia.Coverage.Formats.Tests.Osm;

/// <summary>Damages a file as disks, networks and enemies do.</summary>
internal static class Mutation
{
    /// <param name="file">Left as it is.</param>
    /// <param name="random">Decides everything.</param>
    /// <param name="unpack">
    /// Damage what lies inside the compressed blobs and pack it again, so that the damage gets past the checksum.
    /// </param>
    public static byte[] Of(byte[] file, Random random, bool unpack) => unpack ? InsideBlob(file, random) : Damage(file, random);

    private static byte[] Damage(byte[] bytes, Random random)
    {
        byte[] copy = [.. bytes];
        if (copy.Length == 0)
            return copy;
        switch (random.Next(6))
        {
            case 0:
                for (int i = random.Next(1, 9); i > 0; i--)
                    copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
                return copy;
            case 1:
                for (int i = random.Next(1, 5); i > 0; i--)
                    copy[random.Next(copy.Length)] = (byte)(random.Next(2) == 0 ? 0xff : random.Next(256));
                return copy;
            case 2:
                return copy[..random.Next(copy.Length)];
            case 3:
                int at = random.Next(copy.Length);
                int length = Math.Min(random.Next(1, 64), copy.Length - at);
                return [.. copy[..at], .. copy[(at + length)..]];
            case 4:
                at = random.Next(copy.Length);
                byte[] noise = new byte[random.Next(1, 32)];
                random.NextBytes(noise);
                return [.. copy[..at], .. noise, .. copy[at..]];
            default:
                at = random.Next(copy.Length);
                copy.AsSpan(at, Math.Min(10, copy.Length - at)).Fill(0xff);
                return copy;
        }
    }

    /// <summary>Walks the blobs of a sound file, damages the content of one, writes the rest as it was.</summary>
    private static byte[] InsideBlob(byte[] file, Random random)
    {
        var blobs = new List<(int Start, int Data, int End)>();
        for (int at = 0; at < file.Length;)
        {
            int header = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            ReadOnlySpan<byte> fields = file.AsSpan(at + 4, header);

            // Field 3 (length) is the last field of the headers of these files.
            int tag = fields.LastIndexOf((byte)0x18);
            int length = (int)ReadVarint(fields[(tag + 1)..], out _);
            blobs.Add((at, at + 4 + header, at + 4 + header + length));
            at = blobs[^1].End;
        }

        (int start, int data, int end) = blobs[random.Next(blobs.Count)];
        string type = start == 0 ? "OSMHeader" : "OSMData";
        byte[] content = Damage(Unpack(file.AsSpan(data, end - data)), random);
        byte[] blob = PbfWriter.Blob(type, random.Next(2) == 0 ? PbfWriter.Raw(content) : PbfWriter.Zlib(content));
        return [.. file[..start], .. blob, .. file[end..]];
    }

    private static byte[] Unpack(ReadOnlySpan<byte> blob)
    {
        while (blob.Length > 0)
        {
            ulong key = ReadVarint(blob, out int used);
            blob = blob[used..];
            ulong value = ReadVarint(blob, out used);
            blob = blob[used..];
            if ((key & 7) != 2)
                continue;
            ReadOnlySpan<byte> content = blob[..(int)value];
            if (key >> 3 == 1)
                return content.ToArray();
            using var zlib = new ZLibStream(new MemoryStream(content.ToArray()), CompressionMode.Decompress);
            using var raw = new MemoryStream();
            zlib.CopyTo(raw);
            return raw.ToArray();
        }

        return [];
    }

    private static ulong ReadVarint(ReadOnlySpan<byte> bytes, out int used)
    {
        ulong value = 0;
        used = 0;
        do
        {
            value |= (ulong)(bytes[used] & 0x7f) << (7 * used);
        }
        while (bytes[used++] >= 0x80);
        return value;
    }
}
