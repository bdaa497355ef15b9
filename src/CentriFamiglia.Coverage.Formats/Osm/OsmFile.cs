using System.Security.Cryptography;
using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Formats.Osm;

/// <summary>Opens OpenStreetMap extracts: <c>.osm.pbf</c>, <c>.osm</c>, <c>.osm.gz</c>. The format is told by content, not by name.</summary>
public static class OsmFile
{
    /// <exception cref="SourceFileException">Not there, empty, or not an extract that can be read.</exception>
    public static IOsmSource Open(string path)
    {
        string name = Path.GetFileName(path);
        try
        {
            using FileStream stream = OpenRead(path);
            string sha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
            stream.Position = 0;
            return Open(() => OpenRead(path), Head(stream), name, sha256);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceFileException(
                $"Il file «{name}» non si può leggere: {FileErrors.Why(e)}.",
                "Controllare il percorso e i permessi del file.",
                e);
        }
    }

    /// <summary>An extract held in memory.</summary>
    /// <exception cref="SourceFileException">Empty, or not an extract that can be read.</exception>
    public static IOsmSource Open(byte[] content, string name) =>
        Open(
            () => new MemoryStream(content, writable: false),
            content.AsSpan(0, Math.Min(content.Length, HeadBytes)),
            name,
            Convert.ToHexStringLower(SHA256.HashData(content)));

    internal static SourceFileException Refused(string name, OsmDataException e, long? position = null)
    {
        string where = position is { } at ? $" (letti {at} byte)" : "";
        return new SourceFileException(
            $"Il file «{name}» non si può usare: {e.Message}{where}.",
            e.Cure ?? "Scaricare di nuovo l'estratto: il file è incompleto o danneggiato.",
            e);
    }

    private const int HeadBytes = 16;

    private static IOsmSource Open(Func<Stream> open, ReadOnlySpan<byte> head, string name, string sha256)
    {
        if (head.Length == 0)
            throw Refused(name, new OsmDataException("è vuoto"));
        if (head is [0x1f, 0x8b, ..])
            return new XmlSource(open, gzip: true, name, sha256);
        if (head.StartsWith("BZh"u8))
            throw Unsupported(name, "è compresso con bzip2", "Decomprimerlo con «bunzip2», oppure scaricare l'estratto .osm.pbf.");
        if (head.StartsWith("PK"u8))
            throw Unsupported(name, "è un archivio zip", "Estrarre il file .osm.pbf o .osm dall'archivio.");
        if (head[0] == 0 && head.Length >= 6 && head[4] == 0x0a)
            return new PbfSource(open, name, sha256);
        ReadOnlySpan<byte> text = head.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]) ? head[3..] : head;
        if (text.TrimStart(" \t\r\n"u8) is [(byte)'<', ..] || head.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]))
            return new XmlSource(open, gzip: false, name, sha256);
        throw Unsupported(
            name,
            "non è un estratto OpenStreetMap (.osm.pbf, .osm, .osm.gz)",
            "Scaricare un estratto .osm.pbf, per esempio «nord-ovest» da download.geofabrik.de.");
    }

    private static SourceFileException Unsupported(string name, string reason, string cure) =>
        Refused(name, new OsmDataException(reason, cure));

    private static FileStream OpenRead(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 18, FileOptions.SequentialScan);

    private static byte[] Head(FileStream stream)
    {
        byte[] head = new byte[HeadBytes];
        int got = stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        return head[..got];
    }
}
