namespace CentriFamiglia.Coverage.Storage.GeoPackage;

/// <summary>
/// What the file system says of a store's file and of the logs that SQLite keeps beside it. The file is not opened: to close it again would let
/// go of the locks that SQLite holds on it in this process.
/// </summary>
/// <param name="Text">Lengths and times; an empty log is as none, since readers alone make and remove it.</param>
/// <param name="Written">When any of them was last written (UTC).</param>
internal sealed record FileFacts(string Text, DateTime Written)
{
    public static FileFacts Of(string path)
    {
        FileInfo[] files =
        [
            .. new[] { path, path + "-wal", path + "-journal" }.Select(name => new FileInfo(name)).Where((file, i) => file.Exists && (i == 0 || file.Length > 0)),
        ];
        return new FileFacts(
            string.Join(' ', files.Select(file => string.Create(
                CultureInfo.InvariantCulture, $"{file.Name} {file.Length} {file.CreationTimeUtc.Ticks} {file.LastWriteTimeUtc.Ticks} {LinuxFile.Facts(file.FullName)}"))),
            files.Select(file => file.LastWriteTimeUtc).DefaultIfEmpty(DateTime.MinValue).Max());
    }
}
