using System.IO.Compression;

namespace CentriFamiglia.Coverage.Formats.Shapefile;

/// <summary>The files that together are one shapefile.</summary>
/// <param name="Name">Name without folder and extension.</param>
/// <param name="Shapes">The <c>.shp</c>.</param>
/// <param name="Rows">The <c>.dbf</c>.</param>
/// <param name="Projection">The <c>.prj</c>, when there is one.</param>
/// <param name="CodePage">The <c>.cpg</c>, when there is one.</param>
internal sealed record ShapefileParts(string Name, byte[] Shapes, byte[] Rows, byte[]? Projection, byte[]? CodePage)
{
    /// <summary>The <c>.shp</c> (or <c>.shx</c>) and the files beside it whose names differ from its own in the extension only.</summary>
    /// <exception cref="SourceFileException">The <c>.shp</c> or the <c>.dbf</c> is missing, or one of them is too big.</exception>
    public static ShapefileParts Beside(string path, FileLimits limits)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return From(name, extension =>
        {
            string? file = Directory.EnumerateFiles(folder)
                .FirstOrDefault(f => string.Equals(Path.GetFileName(f), name + extension, StringComparison.OrdinalIgnoreCase));
            if (file is not null && new FileInfo(file).Length > limits.MaxFileBytes)
                throw FileErrors.TooBig(Path.GetFileName(file), limits.MaxFileBytes);
            return file is null ? null : File.ReadAllBytes(file);
        });
    }

    /// <summary>Each shapefile of a zip, in its order; empty when it holds none.</summary>
    /// <exception cref="SourceFileException">A part is missing, or they expand beyond the caps.</exception>
    public static IReadOnlyList<ShapefileParts> In(ZipArchive zip, long compressedLength, string zipName, FileLimits limits)
    {
        long expanded = 0;
        return [.. zip.Entries.Where(e => e.FullName.EndsWith(".shp", StringComparison.OrdinalIgnoreCase)).Select(shapes => From(
            Path.GetFileNameWithoutExtension(shapes.Name),
            extension =>
            {
                string wanted = Path.ChangeExtension(shapes.FullName, extension);
                ZipArchiveEntry? entry = zip.Entries
                    .FirstOrDefault(e => string.Equals(e.FullName, wanted, StringComparison.OrdinalIgnoreCase));
                if (entry is null)
                    return null;
                using Stream content = entry.Open();
                using MemoryStream bytes = new();
                expanded = Expansion.Copy(content, bytes, compressedLength, zipName, limits, expanded);
                return bytes.ToArray();
            }))];
    }

    /// <summary>Files of a zip that belong to no shapefile and are no description of one.</summary>
    public static IEnumerable<string> Others(ZipArchive zip)
    {
        HashSet<string> shapes = zip.Entries.Where(e => e.FullName.EndsWith(".shp", StringComparison.OrdinalIgnoreCase))
            .Select(e => Stem(e.FullName)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return zip.Entries
            .Where(e => e.Name.Length > 0 && !e.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal) && !e.Name.StartsWith('.') && !shapes.Contains(Stem(e.FullName)))
            .Select(e => e.FullName);
    }

    /// <summary>The path up to the first point of the name: <c>a.shp.xml</c> stands beside <c>a.shp</c>.</summary>
    private static string Stem(string path)
    {
        int point = path.IndexOf('.', path.LastIndexOf('/') + 1);
        return point < 0 ? path : path[..point];
    }

    private static ShapefileParts From(string name, Func<string, byte[]?> read) =>
        new(name, read(".shp") ?? throw Missing(name, ".shp"), read(".dbf") ?? throw Missing(name, ".dbf"), read(".prj"), read(".cpg"));

    private static SourceFileException Missing(string name, string extension) => new(
        $"{name}.shp: manca {name}{extension}, senza cui lo shapefile non si legge.",
        "Uno shapefile è fatto di più file: copiare nella stessa cartella (o nello stesso zip) .shp, .shx, .dbf, .prj e .cpg.");
}
