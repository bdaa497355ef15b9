namespace CentriFamiglia.Coverage.Storage.GeoPackage;

/// <summary>
/// What the file system says of a store's file and of the log that SQLite keeps beside it. The file is not opened: to close it again would let
/// go of the locks that SQLite holds on it in this process.
/// </summary>
/// <param name="Text">Lengths and times; an empty log is as none, since readers alone make and remove it.</param>
/// <param name="Settled">Written so long ago that a later write cannot have the same time.</param>
internal sealed record FileFacts(string Text, bool Settled)
{
    private static readonly TimeSpan _settling = TimeSpan.FromSeconds(2);

    public static FileFacts Of(string path)
    {
        FileInfo[] files = [.. new[] { path, path + "-wal" }.Select(name => new FileInfo(name)).Where(file => file is { Exists: true, Length: > 0 })];
        return new FileFacts(
            string.Join(' ', files.Select(file => string.Create(
                CultureInfo.InvariantCulture, $"{file.Name} {file.Length} {file.CreationTimeUtc.Ticks} {file.LastWriteTimeUtc.Ticks}"))),
            files.All(file => DateTime.UtcNow - file.LastWriteTimeUtc > _settling));
    }
}
