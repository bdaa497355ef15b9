namespace CentriFamiglia.Coverage.Storage.GeoPackage;

/// <summary>
/// Remembers what was read of a file for as long as the file system says that nobody has written to it since: to ask it costs far less
/// than to open the file. The file is not kept open, which would keep QGIS from leaving it as it found it.
/// </summary>
/// <param name="path">Of the file; the logs that SQLite keeps beside it count too.</param>
internal sealed class FileMemory(string path)
{
    // The clock of a file system goes in steps: of a file written just now it cannot tell the next write.
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(250);

    private Seen? _seen;

    /// <param name="read">Reads the file as it is now; gets what the file system says of it.</param>
    public async Task<string> GetAsync(Func<string, Task<string>> read)
    {
        DateTime now = DateTime.UtcNow;
        (string facts, DateTime written) = FileFacts.Of(path);
        if (_seen is { } seen && seen.Facts == facts)
            return seen.Value;
        string value = await read(facts);
        _seen = now - written > _step && FileFacts.Of(path).Text == facts ? new Seen(facts, value) : null;
        return value;
    }

    private sealed record Seen(string Facts, string Value);
}
