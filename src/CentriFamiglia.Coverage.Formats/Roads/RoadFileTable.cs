using System.Buffers.Binary;
using System.Text;

namespace CentriFamiglia.Coverage.Formats.Roads;

/// <summary>One line of the table of sections.</summary>
internal readonly record struct RoadFileEntry(string Name, int ElementSize, long Offset, long Bytes, uint Crc);

/// <summary>
/// The head of a network file, little-endian. 32 bytes: magic <c>COPROADS</c>, version (int), sections (int), length of the whole file
/// (long), CRC-32C of the table (uint), CRC-32C of the 28 bytes before (uint). Then one entry of 48 bytes per section: name (24 bytes
/// ASCII, padded with zeros), element size (int), CRC-32C of the content (uint), offset (long), bytes (long). Sections start at
/// multiples of 64.
/// </summary>
internal static class RoadFileTable
{
    public const int Version = 2;
    public const int HeadBytes = 32;
    public const int EntryBytes = 48;
    public const int Alignment = 64;

    private const int MostSections = 1000;

    private static ReadOnlySpan<byte> Magic => "COPROADS"u8;

    public static byte[] Write(IReadOnlyList<RoadFileEntry> entries, long fileLength)
    {
        byte[] head = new byte[HeadBytes + (entries.Count * EntryBytes)];
        for (int i = 0; i < entries.Count; i++)
        {
            Span<byte> entry = head.AsSpan(HeadBytes + (i * EntryBytes), EntryBytes);
            Encoding.ASCII.GetBytes(entries[i].Name, entry);
            BinaryPrimitives.WriteInt32LittleEndian(entry[24..], entries[i].ElementSize);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[28..], entries[i].Crc);
            BinaryPrimitives.WriteInt64LittleEndian(entry[32..], entries[i].Offset);
            BinaryPrimitives.WriteInt64LittleEndian(entry[40..], entries[i].Bytes);
        }

        Magic.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(8), Version);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(12), entries.Count);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(16), fileLength);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(24), Crc32C.Of(head.AsSpan(HeadBytes)));
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(28), Crc32C.Of(head.AsSpan(0, 28)));
        return head;
    }

    /// <summary>Reads and checks the head of a file.</summary>
    /// <param name="name">For messages.</param>
    /// <param name="fileLength">Bytes there really are.</param>
    /// <param name="read">Gives bytes from the start of the file; asked only for what is there.</param>
    /// <exception cref="SourceFileException">Not a network file, another version, truncated, damaged.</exception>
    public static List<RoadFileEntry> Read(string name, long fileLength, Func<int, ReadOnlyMemory<byte>> read)
    {
        if (fileLength < HeadBytes || !read(8).Span.SequenceEqual(Magic))
        {
            throw new SourceFileException(
                $"Il file «{name}» non è una rete stradale.",
                "Serve un file .roads creato con «coverage roads build ESTRATTO.osm.pbf -o RETE.roads».");
        }

        ReadOnlySpan<byte> head = read(HeadBytes).Span;
        int version = BinaryPrimitives.ReadInt32LittleEndian(head[8..]);
        if (version != Version)
        {
            throw new SourceFileException(
                $"La rete stradale «{name}» è della versione {version}, questo programma legge la versione {Version}.",
                "Ricrearla dall'estratto OpenStreetMap con «coverage roads build».");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(head[28..]) != Crc32C.Of(head[..28]))
            throw Damaged(name, "l'intestazione");
        int count = BinaryPrimitives.ReadInt32LittleEndian(head[12..]);
        long declared = BinaryPrimitives.ReadInt64LittleEndian(head[16..]);
        if (declared != fileLength)
        {
            throw new SourceFileException(
                $"La rete stradale «{name}» è troncata o allungata: {fileLength} byte invece di {declared}.",
                "Copiarla di nuovo per intero, o ricrearla con «coverage roads build».");
        }

        if (count is < 1 or > MostSections || HeadBytes + ((long)count * EntryBytes) > fileLength)
            throw Damaged(name, "l'intestazione");
        ReadOnlySpan<byte> table = read(HeadBytes + (count * EntryBytes)).Span[HeadBytes..];
        if (BinaryPrimitives.ReadUInt32LittleEndian(head[24..]) != Crc32C.Of(table))
            throw Damaged(name, "l'indice");
        return Entries(name, table, fileLength);
    }

    public static SourceFileException Damaged(string name, string part) => new(
        $"La rete stradale «{name}» è danneggiata: {part} non corrisponde alla sua somma di controllo.",
        "Copiarla di nuovo, o ricrearla dall'estratto OpenStreetMap con «coverage roads build».");

    private static List<RoadFileEntry> Entries(string name, ReadOnlySpan<byte> table, long fileLength)
    {
        var entries = new List<RoadFileEntry>();
        for (; table.Length > 0; table = table[EntryBytes..])
        {
            var entry = new RoadFileEntry(
                Encoding.ASCII.GetString(table[..24].TrimEnd((byte)0)),
                BinaryPrimitives.ReadInt32LittleEndian(table[24..]),
                BinaryPrimitives.ReadInt64LittleEndian(table[32..]),
                BinaryPrimitives.ReadInt64LittleEndian(table[40..]),
                BinaryPrimitives.ReadUInt32LittleEndian(table[28..]));
            bool inside = entry.Offset >= HeadBytes && entry.Offset % Alignment == 0
                && entry.Bytes is >= 0 and <= int.MaxValue && entry.Offset <= fileLength - entry.Bytes
                && entry.ElementSize is > 0 and <= 64 && entry.Bytes % entry.ElementSize == 0;
            if (!inside)
                throw Damaged(name, $"la sezione «{entry.Name}»");
            entries.Add(entry);
        }

        return entries;
    }
}
