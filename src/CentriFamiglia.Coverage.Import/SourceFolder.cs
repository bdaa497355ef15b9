namespace CentriFamiglia.Coverage.Import;

/// <summary>A file, or every readable file of a folder in ordinal order of name.</summary>
internal static class SourceFolder
{
    private static readonly string[] _extensions =
        [".csv", ".tsv", ".tab", ".txt", ".geojson", ".geojsonl", ".geojsons", ".ndjson", ".jsonl", ".json", ".gpkg", ".shp", ".zip", ".xlsx", ".xlsm", ".gz"];

    /// <summary>Formats that are not read, but whose bytes tell better than their name what they are.</summary>
    private static readonly string[] _tried = [".xls", ".ods"];

    /// <summary>What stands beside a shapefile, and the styles and projects of a GIS: they hold no rows of their own.</summary>
    private static readonly string[] _beside =
        [".shx", ".prj", ".cpg", ".cst", ".qix", ".qpj", ".sbn", ".sbx", ".fix", ".qml", ".qmd", ".sld", ".qgs", ".qgz", ".lyr", ".md"];

    private static readonly string[] _ofSystems = ["Thumbs.db", "desktop.ini", "__MACOSX"];

    private static readonly SourceHints _hints = new(KindColumns.KnowsHeader);

    public static SourceFiles Read(string path, FileLimits limits)
    {
        if (!Directory.Exists(path))
            return new SourceFiles([.. Formats.SourceFiles.Read(path, limits, _hints)], []);
        string[] entries = [.. Directory.GetFileSystemEntries(path).Where(IsData).Order(StringComparer.Ordinal)];
        if (entries.Length > limits.MaxFiles)
            throw FileErrors.TooManyFiles(path, entries.Length, limits);
        var tables = new List<SourceTable>();
        var unread = new List<UnreadFile>();
        bool any = false;
        foreach (string entry in entries)
        {
            string extension = Path.GetExtension(entry);
            if (Directory.Exists(entry))
                unread.Add(Inner(Path.GetFileName(entry)));
            else if (_extensions.Concat(_tried).Contains(extension, StringComparer.OrdinalIgnoreCase))
                any |= TryRead(entry, limits, tables, unread);
            else if (!IsBeside(entry, extension))
                unread.Add(Foreign(Path.GetFileName(entry), extension));
        }

        if (any)
            return new SourceFiles([.. tables], [.. unread]);
        string named = string.Concat(unread.Select(u => $" {u.Name}: {u.Reason}."));
        throw new SourceFileException(
            $"nella cartella «{path}» non ci sono file da importare.{named}",
            unread is [var only] ? only.Cure : $"Si leggono i file {string.Join(", ", _extensions)}.");
    }

    private static bool TryRead(string file, FileLimits limits, List<SourceTable> tables, List<UnreadFile> unread)
    {
        try
        {
            tables.AddRange(Formats.SourceFiles.Read(file, limits, _hints));
            return true;
        }
        catch (SourceFileException unreadable)
        {
            string name = Path.GetFileName(file);
            string reason = unreadable.Message.TrimEnd('.');
            reason = reason.StartsWith(name + ": ", StringComparison.Ordinal) ? reason[(name.Length + 2)..] : reason;
            unread.Add(new UnreadFile(name, $"il file non è stato letto: {reason}", unreadable.Cure));
            return false;
        }
    }

    private static UnreadFile Inner(string folder) =>
        new(folder + "/", "è una cartella dentro la cartella: non è stata letta", "Importarla a parte, o metterne i file in questa cartella.");

    private static UnreadFile Foreign(string name, string extension) => new(
        name,
        "il file non è stato letto: il suo formato non è fra quelli previsti",
        extension.ToUpperInvariant() switch
        {
            ".XLSB" or ".NUMBERS" => "Aprirlo con il foglio di calcolo e salvarlo come «Cartella di lavoro di Excel (.xlsx)».",
            ".DBF" => "Manca lo .shp che gli sta accanto; se è una tabella, salvarla come .csv.",
            ".PDF" or ".DOC" or ".DOCX" => "Chiedere all'ufficio che lo ha prodotto il foglio di calcolo da cui viene.",
            ".KML" or ".KMZ" or ".GML" or ".XML" => "Esportarlo da QGIS come GeoPackage o GeoJSON.",
            _ => $"Si leggono i file {string.Join(", ", _extensions)}.",
        });

    private static bool IsBeside(string file, string extension) =>
        _beside.Contains(extension, StringComparer.OrdinalIgnoreCase)
        || (extension.Equals(".dbf", StringComparison.OrdinalIgnoreCase) && File.Exists(Path.ChangeExtension(file, ".shp")))
        || file.EndsWith(".shp.xml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Hidden files, locks of office programs and the description that stands beside an exported CSV hold no rows.</summary>
    private static bool IsData(string path)
    {
        string name = Path.GetFileName(path);
        return !name.StartsWith('.') && !name.StartsWith('~') && !name.EndsWith(".meta.json", StringComparison.OrdinalIgnoreCase)
            && !_ofSystems.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What was read of a path, and what was not.</summary>
    internal sealed record SourceFiles(ImmutableArray<SourceTable> Tables, ImmutableArray<UnreadFile> Unread);
}
