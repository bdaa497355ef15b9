using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CentriFamiglia.Coverage.Formats.Osm;

/// <summary>
/// One blob of a PBF file, still packed. Source: OpenStreetMap wiki, "PBF Format", section "File format": 4 bytes length, blob header
/// of at most 64 KiB, blob of at most 32 MiB.
/// </summary>
internal sealed class PbfBlob
{
    private const int MaxHeaderBytes = 64 * 1024;
    private const int MaxBlobBytes = 32 * 1024 * 1024;

    private readonly byte[] _blob;
    private readonly (int Start, int Length) _data;
    private readonly bool _zlib;

    private PbfBlob(string type, byte[] blob, (int Start, int Length) data, bool zlib, int rawSize)
    {
        (Type, _blob, _data, _zlib, RawSize) = (type, blob, data, zlib, rawSize);
    }

    /// <summary><c>OSMHeader</c>, <c>OSMData</c>, or a kind to be passed over.</summary>
    public string Type { get; }

    /// <summary>Bytes after unpacking.</summary>
    public int RawSize { get; }

    /// <returns>Null at the end of the stream.</returns>
    /// <exception cref="OsmDataException">Truncated, oversized, or packed in a way that is not supported.</exception>
    public static PbfBlob? Read(Stream stream)
    {
        Span<byte> prefix = stackalloc byte[4];
        int got = stream.ReadAtLeast(prefix, 4, throwOnEndOfStream: false);
        if (got == 0)
            return null;
        if (got < 4)
            throw new OsmDataException("il file è troncato");
        uint headerLength = BinaryPrimitives.ReadUInt32BigEndian(prefix);
        if (headerLength is 0 or > MaxHeaderBytes)
            throw new OsmDataException($"l'intestazione di blocco dichiara {headerLength} byte (massimo {MaxHeaderBytes})");

        (string type, int blobLength) = ReadHeader(ReadExactly(stream, (int)headerLength));
        return ReadBlob(type, ReadExactly(stream, blobLength));
    }

    /// <summary>Unpacks.</summary>
    /// <returns>Exactly <see cref="RawSize"/> bytes.</returns>
    public byte[] Unpack()
    {
        if (!_zlib)
            return _blob.AsSpan(_data.Start, _data.Length).ToArray();

        byte[] raw = new byte[RawSize];
        using var packed = new MemoryStream(_blob, _data.Start, _data.Length, writable: false);
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        try
        {
            // The extra byte makes the stream reach its end, where its checksum is tested.
            if (zlib.ReadAtLeast(raw, raw.Length, throwOnEndOfStream: false) != raw.Length || zlib.ReadByte() != -1)
                throw new OsmDataException("un blocco compresso non ha la lunghezza dichiarata");
        }
        catch (InvalidDataException e)
        {
            throw new OsmDataException("un blocco compresso è danneggiato", inner: e);
        }

        return raw;
    }

    private static (string Type, int Length) ReadHeader(ReadOnlySpan<byte> header)
    {
        string? type = null;
        long length = -1;
        var reader = new ProtoReader(header);
        while (reader.Next())
        {
            if (reader.Field == 1)
                type = Encoding.ASCII.GetString(reader.Bytes());
            else if (reader.Field == 3)
                length = reader.Int64();
        }

        if (type is null || length < 0)
            throw new OsmDataException("un'intestazione di blocco è incompleta");
        if (length > MaxBlobBytes)
            throw new OsmDataException($"un blocco dichiara {length} byte (massimo {MaxBlobBytes})");
        return (type, (int)length);
    }

    private static PbfBlob ReadBlob(string type, byte[] blob)
    {
        (int Start, int Length)? data = null;
        bool zlib = false;
        long rawSize = -1;
        var reader = new ProtoReader(blob);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    (data, zlib) = (reader.BytesRange(), false);
                    break;
                case 2:
                    rawSize = reader.Int64();
                    break;
                case 3:
                    (data, zlib) = (reader.BytesRange(), true);
                    break;
                case 4 or 5 or 6 or 7:
                    string method = reader.Field switch { 4 => "lzma", 5 => "bzip2", 6 => "lz4", _ => "zstd" };
                    throw new OsmDataException(
                        $"i blocchi sono compressi con {method}",
                        "Convertire il file con «osmium cat FILE.osm.pbf -o NUOVO.osm.pbf -f pbf,pbf_compression=zlib».");
            }
        }

        if (data is not { } range)
            throw new OsmDataException("un blocco è senza contenuto");
        if (!zlib)
            rawSize = range.Length;
        if (rawSize is < 0 or > MaxBlobBytes)
            throw new OsmDataException($"un blocco dichiara {rawSize} byte dopo la decompressione (massimo {MaxBlobBytes})");
        return new PbfBlob(type, blob, range, zlib, (int)rawSize);
    }

    private static byte[] ReadExactly(Stream stream, int length)
    {
        // Before room is made for it, a length is compared with what the file still has.
        if (stream.CanSeek && length > stream.Length - stream.Position)
            throw new OsmDataException("il file è troncato");
        byte[] bytes = new byte[length];
        if (stream.ReadAtLeast(bytes, length, throwOnEndOfStream: false) < length)
            throw new OsmDataException("il file è troncato");
        return bytes;
    }
}
