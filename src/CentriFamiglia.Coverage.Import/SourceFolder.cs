using CentriFamiglia.Coverage.Formats;

namespace CentriFamiglia.Coverage.Import;

/// <summary>A file, or every readable file of a folder in ordinal order of name.</summary>
internal static class SourceFolder
{
    private static readonly string[] s_extensions = [".csv", ".txt", ".geojson", ".json", ".gpkg", ".xlsx", ".gz"];

    public static IReadOnlyList<SourceTable> Read(string path, FileLimits limits)
    {
        if (!Directory.Exists(path))
            return SourceFiles.Read(path, limits);
        string[] files =
        [
            .. Directory.GetFiles(path)
                .Where(f => s_extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase) && !Path.GetFileName(f).StartsWith('.'))
                .Order(StringComparer.Ordinal),
        ];
        if (files.Length == 0)
            throw new SourceFileException($"nella cartella «{path}» non ci sono file da importare.", $"Si leggono i file {string.Join(", ", s_extensions)}.");
        return [.. files.SelectMany(f => SourceFiles.Read(f, limits))];
    }
}
