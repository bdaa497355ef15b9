using System.Buffers.Binary;

namespace CentriFamiglia.Coverage.Formats.Shapefile;

/// <summary>
/// Walks the records of a <c>.shp</c> (ESRI Shapefile Technical Description, 1998) by their lengths, before a reader trusts the counts
/// that they state with the memory of this process.
/// </summary>
internal static class ShapefileRecords
{
    private const int HeaderBytes = 100, RecordHeaderBytes = 8;

    /// <returns>How many records there are; null when the file is truncated or its lengths contradict each other.</returns>
    public static int? Count(ReadOnlySpan<byte> shapes)
    {
        if (shapes.Length < HeaderBytes)
            return null;
        int type = BinaryPrimitives.ReadInt32LittleEndian(shapes[32..]);
        int count = 0;
        for (ReadOnlySpan<byte> rest = shapes[HeaderBytes..]; rest.Length > 0; count++)
        {
            if (rest.Length < RecordHeaderBytes + sizeof(int))
                return null;
            long length = 2L * BinaryPrimitives.ReadInt32BigEndian(rest[4..]);
            if (length < sizeof(int) || length > rest.Length - RecordHeaderBytes)
                return null;
            ReadOnlySpan<byte> content = rest.Slice(RecordHeaderBytes, (int)length);
            int recordType = BinaryPrimitives.ReadInt32LittleEndian(content);
            if (recordType != 0 && (recordType != type || !Holds(content, type)))
                return null;
            rest = rest[(RecordHeaderBytes + (int)length)..];
        }

        return count;
    }

    /// <summary>Whether the content is as long as its counts of parts and points say.</summary>
    private static bool Holds(ReadOnlySpan<byte> content, int type)
    {
        const int Box = 36;
        switch (type % 10)
        {
            case 1:
                return content.Length >= 20;
            case 8:
                return content.Length >= Box + 4 && BinaryPrimitives.ReadInt32LittleEndian(content[Box..]) is >= 0 and int alone
                    && content.Length >= Box + 4 + (16L * alone);
            case 3 or 5:
                if (content.Length < Box + 8)
                    return false;
                int parts = BinaryPrimitives.ReadInt32LittleEndian(content[Box..]);
                int points = BinaryPrimitives.ReadInt32LittleEndian(content[(Box + 4)..]);
                if (parts < 0 || points < 0 || content.Length < Box + 8 + (4L * parts) + (16L * points))
                    return false;
                int before = 0;
                for (int i = 0; i < parts; i++)
                {
                    int start = BinaryPrimitives.ReadInt32LittleEndian(content[(Box + 8 + (4 * i))..]);
                    if (start < before || start > points)
                        return false;
                    before = start;
                }

                return true;
            default:
                return false;
        }
    }
}
