using System.Buffers.Binary;
using NetTopologySuite;
using NetTopologySuite.IO;

namespace CentriFamiglia.Coverage.Formats.GeoPackage;

/// <summary>
/// The geometry blob of OGC GeoPackage 1.3 (clause 2.1.3): header <c>GP</c>, version, flags, SRS id, envelope, then ISO WKB, all little
/// endian. Ordinates survive bit for bit. x comes first (longitude, easting) whatever the authority of the CRS says.
/// </summary>
public static class GeoPackageGeometry
{
    private const byte LittleEndian = 0b0000_0001;
    private const byte EnvelopeXy = 0b0000_0010;
    private const byte Empty = 0b0001_0000;
    private const byte WkbPoint = 1;
    private const int PointBytes = 8 + 5 + 2 * sizeof(double);
    private static readonly PrecisionModel _doubles = new();
    private static readonly int[] _envelopeLengths = [0, 32, 48, 48, 64];

    /// <summary>Writes the envelope too, except for empty geometries and for points, as GDAL does.</summary>
    public static byte[] Encode(Geometry geometry, int srsId = 4326)
    {
        if (geometry is Point { IsEmpty: false, CoordinateSequence: { HasZ: false, HasM: false } })
            return EncodePoint(geometry.Coordinate, srsId);
        byte[] wkb = new WKBWriter(ByteOrder.LittleEndian).Write(geometry);
        bool envelope = !geometry.IsEmpty && geometry is not Point;
        int header = envelope ? 40 : 8;
        byte[] blob = new byte[header + wkb.Length];
        blob[0] = (byte)'G';
        blob[1] = (byte)'P';
        blob[3] = (byte)(LittleEndian | (envelope ? EnvelopeXy : 0) | (geometry.IsEmpty ? Empty : 0));
        BinaryPrimitives.WriteInt32LittleEndian(blob.AsSpan(4), srsId);
        if (envelope)
        {
            Envelope box = geometry.EnvelopeInternal;
            BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(8), box.MinX);
            BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(16), box.MaxX);
            BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(24), box.MinY);
            BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(32), box.MaxY);
        }
        wkb.CopyTo(blob, header);
        return blob;
    }

    /// <summary>The box of a geometry, from the header where it has one; a null envelope when the geometry is empty.</summary>
    /// <exception cref="FormatException">As for <see cref="Decode"/>.</exception>
    public static Envelope EnvelopeOf(ReadOnlySpan<byte> blob)
    {
        if (IsPoint(blob, out double x, out double y))
            return new Envelope(x, x, y, y);
        bool plain = blob.Length >= 40 && blob[0] == 'G' && blob[1] == 'P' && (blob[3] & (LittleEndian | EnvelopeXy | Empty)) == (LittleEndian | EnvelopeXy);
        return plain
            ? new Envelope(
                BinaryPrimitives.ReadDoubleLittleEndian(blob[8..]),
                BinaryPrimitives.ReadDoubleLittleEndian(blob[16..]),
                BinaryPrimitives.ReadDoubleLittleEndian(blob[24..]),
                BinaryPrimitives.ReadDoubleLittleEndian(blob[32..]))
            : Decode(blob).EnvelopeInternal;
    }

    // A million points are read and written: what is made for one geometry alone costs more than the point.
    private static byte[] EncodePoint(Coordinate place, int srsId)
    {
        byte[] blob = new byte[PointBytes];
        blob[0] = (byte)'G';
        blob[1] = (byte)'P';
        blob[3] = LittleEndian;
        BinaryPrimitives.WriteInt32LittleEndian(blob.AsSpan(4), srsId);
        blob[8] = LittleEndian;
        blob[9] = WkbPoint;
        BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(13), place.X);
        BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(21), place.Y);
        return blob;
    }

    /// <summary>Whether it is a point of two finite ordinates as <see cref="Encode"/> writes it.</summary>
    private static bool IsPoint(ReadOnlySpan<byte> blob, out double x, out double y)
    {
        bool shape = blob.Length == PointBytes && blob[0] == 'G' && blob[1] == 'P' && blob[3] == LittleEndian && blob[8] == LittleEndian
            && BinaryPrimitives.ReadInt32LittleEndian(blob[9..]) == WkbPoint;
        x = shape ? BinaryPrimitives.ReadDoubleLittleEndian(blob[13..]) : double.NaN;
        y = shape ? BinaryPrimitives.ReadDoubleLittleEndian(blob[21..]) : double.NaN;
        return double.IsFinite(x) && double.IsFinite(y);
    }

    /// <returns>The geometry with <see cref="Geometry.SRID"/> set to the blob's SRS id.</returns>
    /// <exception cref="FormatException">No GeoPackage blob, or broken WKB; the message is Italian.</exception>
    public static Geometry Decode(ReadOnlySpan<byte> blob)
    {
        if (blob.Length < 8 || blob[0] != 'G' || blob[1] != 'P')
            throw new FormatException("la geometria non comincia con l'intestazione GeoPackage \"GP\"");
        if (IsPoint(blob, out double x, out double y))
        {
            int srs = BinaryPrimitives.ReadInt32LittleEndian(blob[4..]);
            return new GeometryFactory(_doubles, srs).CreatePoint(new Coordinate(x, y));
        }

        int envelopeKind = (blob[3] >> 1) & 0b111;
        if (envelopeKind >= _envelopeLengths.Length)
            throw new FormatException("l'intestazione GeoPackage della geometria ha un inviluppo di tipo ignoto");
        if ((blob[3] & 0b0010_0000) != 0)
            throw new FormatException("la geometria usa un'estensione GeoPackage non prevista");
        int header = 8 + _envelopeLengths[envelopeKind];
        if (blob.Length <= header)
            throw new FormatException("la geometria è troncata");
        int srsId = (blob[3] & LittleEndian) != 0
            ? BinaryPrimitives.ReadInt32LittleEndian(blob[4..])
            : BinaryPrimitives.ReadInt32BigEndian(blob[4..]);
        try
        {
            WkbShape.Check(blob[header..]);
            // The factory carries the SRID, so that parts and whatever is computed from them have it too.
            Geometry geometry = new WKBReader(new NtsGeometryServices(new PrecisionModel(), srsId)).Read(blob[header..].ToArray());
            geometry.SRID = srsId;
            return geometry;
        }
        catch (Exception broken) when (broken is ParseException or ArgumentException or IOException)
        {
            throw new FormatException($"il WKB della geometria è rotto: {broken.Message}", broken);
        }
    }
}
