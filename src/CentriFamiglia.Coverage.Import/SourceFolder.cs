using CentriFamiglia.Coverage.Formats;

namespace CentriFamiglia.Coverage.Import;

/// <summary>A file, or every readable file of a folder in ordinal order of name.</summary>
internal static class SourceFolder
{
    private static readonly string[] _extensions = [".csv", ".txt", ".geojson", ".json", ".gpkg", ".shp", ".zip", ".xlsx", ".gz"];

    public static IReadOnlyList<SourceTable> Read(string path, FileLimits limits)
    {
        if (!Directory.Exists(path))
            return SourceFiles.Read(path, limits);
        string[] files =
        [
            .. Directory.GetFiles(path)
                .Where(f => _extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase) && IsData(Path.GetFileName(f)))
                .Order(StringComparer.Ordinal),
        ];
        if (files.Length == 0)
            throw new SourceFileException($"nella cartella «{path}» non ci sono file da importare.", $"Si leggono i file {string.Join(", ", _extensions)}.");
        return [.. files.SelectMany(f => SourceFiles.Read(f, limits))];
    }

    /// <summary>Hidden files, locks of office programs and the description that stands beside an exported CSV hold no rows.</summary>
    private static bool IsData(string name) =>
        !name.StartsWith('.') && !name.StartsWith('~') && !name.EndsWith(".meta.json", StringComparison.OrdinalIgnoreCase);
}
