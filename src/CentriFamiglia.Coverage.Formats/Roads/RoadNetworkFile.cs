using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.Formats.Roads;

/// <summary>
/// A road network on disk (<c>.roads</c>): versioned, every part checksummed, used in place by mapping it into memory. Dispose only
/// when nothing computes on the network any more.
/// </summary>
public sealed class RoadNetworkFile : IDisposable
{
    private static readonly TimeSpan _longest = TimeSpan.FromHours(1);

    private const string InfoSection = "info";
    private const string ProfileSection = "profile";

    private readonly string _name;
    private readonly MappedFile _file;
    private readonly Dictionary<string, RoadFileEntry> _entries;

    private RoadNetworkFile(string name, MappedFile file, List<RoadFileEntry> entries)
    {
        (_name, _file) = (name, file);
        _entries = entries.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        Verify(entries);
        Fingerprint = FingerprintOf(entries);
        Network = ReadNetwork();
    }

    public RoadNetwork Network { get; }

    /// <summary>Lower-case hexadecimal SHA-256 over the checksums of all sections: names this very network.</summary>
    public string Fingerprint { get; }

    /// <summary>JSON of the profile the network was built with; empty when the file holds none.</summary>
    public ReadOnlyMemory<byte> ProfileJson => Has(ProfileSection) ? Section<byte>(ProfileSection) : default;

    /// <exception cref="SourceFileException">Not there, not a network file, another version, truncated, damaged.</exception>
    public static RoadNetworkFile Open(string path)
    {
        string name = Path.GetFileName(path);
        MappedFile? file = null;
        try
        {
            if (new FileInfo(path).Length == 0)
                throw new SourceFileException($"Il file «{name}» è vuoto.", "Ricreare la rete con «coverage roads build».");
            file = new MappedFile(path);
            List<RoadFileEntry> entries = RoadFileTable.Read(name, file.Length, count => file.Memory<byte>(0, count));
            return new RoadNetworkFile(name, file, entries);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            throw new SourceFileException($"La rete stradale «{name}» non si può aprire: {FileErrors.Why(e)}.", "Controllare percorso e permessi.", e);
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Writes a network beside its place and moves it there when complete, so that a reader sees the old file or the new one, never
    /// half of it.
    /// </summary>
    /// <param name="path">Replaced when it exists.</param>
    /// <param name="network">What to write.</param>
    /// <param name="profileJson">JSON of the profile; may be empty.</param>
    /// <param name="more">Sections beyond the network's own; names must be new.</param>
    /// <exception cref="SourceFileException">The file cannot be written.</exception>
    public static void Write(string path, RoadNetwork network, ReadOnlyMemory<byte> profileJson = default, IEnumerable<RoadFileSection>? more = null)
    {
        List<RoadFileSection> sections =
        [
            RoadFileSection.Of<byte>(InfoSection, JsonSerializer.SerializeToUtf8Bytes(network.Info)),
            RoadFileSection.Of(ProfileSection, profileJson),
            .. RoadSections.Of(network),
            .. more ?? [],
        ];
        string temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            Sweep(path);
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                WriteAll(stream, sections);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceFileException(
                $"La rete stradale «{Path.GetFileName(path)}» non si può scrivere: {FileErrors.Why(e)}.",
                "Controllare che la cartella esista, che vi si possa scrivere e che ci sia spazio.",
                e);
        }
        finally
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
        }
    }

    /// <summary>Deletes what a program that was killed left beside the place: writing a network never takes so long.</summary>
    private static void Sweep(string path)
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(Path.GetFullPath(path))!);
        foreach (FileInfo left in folder.EnumerateFiles($"{Path.GetFileName(path)}.*.tmp").Where(f => DateTime.UtcNow - f.LastWriteTimeUtc > _longest))
            left.Delete();
    }

    public bool Has(string section) => _entries.ContainsKey(section);

    /// <summary>An array of the file, in place.</summary>
    /// <exception cref="SourceFileException">No such section, or one of other elements.</exception>
    public ReadOnlyMemory<T> Section<T>(string section)
        where T : unmanaged
    {
        if (!_entries.TryGetValue(section, out RoadFileEntry entry) || entry.ElementSize != Marshal.SizeOf<T>())
        {
            throw new SourceFileException(
                $"La rete stradale «{_name}» non contiene la sezione «{section}» nella forma attesa.",
                "Ricrearla dall'estratto OpenStreetMap con «coverage roads build».");
        }

        return _file.Memory<T>(entry.Offset, (int)(entry.Bytes / entry.ElementSize));
    }

    public void Dispose() => _file.Dispose();

    private static void WriteAll(FileStream stream, List<RoadFileSection> sections)
    {
        var entries = new List<RoadFileEntry>();
        long offset = Aligned(RoadFileTable.HeadBytes + (sections.Count * RoadFileTable.EntryBytes));
        foreach (RoadFileSection section in sections)
        {
            entries.Add(new RoadFileEntry(section.Name, section.ElementSize, offset, section.Bytes.Length, Crc32C.Of(section.Bytes)));
            offset = Aligned(offset + section.Bytes.Length);
        }

        stream.Write(RoadFileTable.Write(entries, offset));
        for (int i = 0; i < sections.Count; i++)
        {
            Pad(stream, entries[i].Offset);
            stream.Write(sections[i].Bytes);
        }

        Pad(stream, offset);
    }

    private static void Pad(FileStream stream, long to) => stream.Write(stackalloc byte[(int)(to - stream.Position)]);

    private static long Aligned(long offset) => (offset + RoadFileTable.Alignment - 1) / RoadFileTable.Alignment * RoadFileTable.Alignment;

    private static string FingerprintOf(List<RoadFileEntry> entries) =>
        Convert.ToHexStringLower(SHA256.HashData(RoadFileTable.Write(entries, 0)));

    private void Verify(List<RoadFileEntry> entries)
    {
        bool[] sound = new bool[entries.Count];
        Parallel.For(
            0,
            entries.Count,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            i => sound[i] = Crc32C.Of(_file.Memory<byte>(entries[i].Offset, (int)entries[i].Bytes).Span) == entries[i].Crc);
        int broken = Array.IndexOf(sound, false);
        if (broken >= 0)
            throw RoadFileTable.Damaged(_name, $"la sezione «{entries[broken].Name}»");

        // What lies between sections is zero, so that no bit of the file can change unseen.
        long end = RoadFileTable.HeadBytes + (entries.Count * RoadFileTable.EntryBytes);
        foreach (RoadFileEntry entry in entries.OrderBy(entry => entry.Offset))
        {
            RequireZeros(end, entry.Offset);
            end = entry.Offset + entry.Bytes;
        }

        RequireZeros(end, _file.Length);
    }

    private void RequireZeros(long from, long to)
    {
        if (to < from || to - from >= 2 * RoadFileTable.Alignment || _file.Memory<byte>(from, (int)(to - from)).Span.ContainsAnyExcept((byte)0))
            throw RoadFileTable.Damaged(_name, "lo spazio tra le sezioni");
    }

    private RoadNetwork ReadNetwork()
    {
        try
        {
            RoadNetworkInfo info = JsonSerializer.Deserialize<RoadNetworkInfo>(Section<byte>(InfoSection).Span)
                ?? throw RoadFileTable.Damaged(_name, $"la sezione «{InfoSection}»");
            RoadNetwork network = RoadSections.Read(this, info);
            return RoadSections.Fit(network) ? network : throw RoadFileTable.Damaged(_name, "la misura delle sezioni");
        }
        catch (JsonException e)
        {
            throw new SourceFileException(
                $"La rete stradale «{_name}» non dice da dove viene (sezione «{InfoSection}»).",
                "Ricrearla dall'estratto OpenStreetMap con «coverage roads build».",
                e);
        }
    }
}
