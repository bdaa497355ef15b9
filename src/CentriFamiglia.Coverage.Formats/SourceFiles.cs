using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using CentriFamiglia.Coverage.Formats.Csv;
using CentriFamiglia.Coverage.Formats.GeoJson;
using CentriFamiglia.Coverage.Formats.GeoPackage;
using CentriFamiglia.Coverage.Formats.Json;
using CentriFamiglia.Coverage.Formats.Shapefile;
using CentriFamiglia.Coverage.Formats.Xlsx;

namespace CentriFamiglia.Coverage.Formats;

/// <summary>
/// Reads a user's file whatever its format: CSV or text, GeoJSON, GeoPackage, shapefile (also in a zip), XLSX, and gzip of the text ones.
/// What the bytes show wins over the extension, since planners rename files.
/// </summary>
public static class SourceFiles
{
    private const string Kinds = "Si leggono .csv, .tsv, .txt, .geojson, .geojsonl, .json, .gpkg, .shp (anche in uno .zip), .xlsx e i testi compressi .gz.";

    private static readonly string[] _spreadsheets = [".xlsx", ".xlsm", ".xls", ".ods"];

    private static readonly string[] _binaries = [".zip", ".gz", ".gpkg", ".shp", ".shx", ".dbf", ".pdf"];

    // With the bytes of the marks and the zero of UTF-16, the first character is found in every encoding.
    private static readonly SearchValues<byte> _blankOrMark =
        SearchValues.Create([0x20, 0x09, 0x0D, 0x0A, 0x00, 0x1E, 0xEF, 0xBB, 0xBF, 0xFF, 0xFE]);

    private static readonly (byte[] Start, string What, string Cure)[] _foreign =
    [
        ([0xD0, 0xCF, 0x11, 0xE0], "è un foglio di Excel 97-2003 oppure protetto da password", "Salvarlo come .xlsx senza password."),
        ("%PDF"u8.ToArray(), "è un PDF, non una tabella", "Chiedere all'ufficio che lo ha prodotto il foglio di calcolo o lo strato da cui viene."),
        ("<?xml"u8.ToArray(), "è XML (forse KML o GML)", "Esportarlo da QGIS come GeoPackage o GeoJSON; un foglio di calcolo va salvato come .xlsx."),
        ("<"u8.ToArray(), "è una pagina HTML, non una tabella", "Aprirla con il foglio di calcolo e salvarla come «Cartella di lavoro di Excel (.xlsx)»."),
        ("MIME-Version:"u8.ToArray(), "è una pagina web salvata, non una tabella", "Aprirla con il foglio di calcolo e salvarla come .xlsx."),
    ];

    /// <param name="path">A file.</param>
    /// <param name="limits">Caps.</param>
    /// <param name="hints">How to know a header below titles; null for the first row.</param>
    /// <returns>One table; more for a GeoPackage with several layers, a workbook with several sheets or a zip with several shapefiles.</returns>
    /// <exception cref="SourceFileException">Missing, empty, too big, unreadable or of no known format; the cure says what to do.</exception>
    public static IReadOnlyList<SourceTable> Read(string path, FileLimits limits, SourceHints? hints = null)
    {
        hints ??= SourceHints.None;
        string name = Path.GetFileName(path);
        if (Directory.Exists(path))
            throw new SourceFileException($"{path}: è una cartella, non un file.", "Indicare un file. " + Kinds);
        FileInfo file = new(path);
        if (!file.Exists)
            throw new SourceFileException($"{path}: il file non esiste.", "Controllare il percorso e il nome.");
        if (file.Length == 0)
            throw FileErrors.Empty(name);
        if (file.Length > limits.MaxFileBytes)
            throw FileErrors.TooBig(name, limits.MaxFileBytes);

        byte[] bytes;
        try
        {
            Span<byte> head = stackalloc byte[16];
            using (FileStream stream = file.OpenRead())
            {
                int read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
                if (head[..read].StartsWith("SQLite format 3\0"u8))
                    return GeoPackageTables.Read(path, limits);
                if (ShapefileTable.Begins(head[..read]))
                    return [ShapefileTable.Read(path, limits)];
            }
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw new SourceFileException(
                $"{path}: il file non si può aprire.",
                "Chiuderlo negli altri programmi e controllare i permessi di lettura.",
                denied);
        }
        if (bytes.AsSpan().StartsWith("PK\x03\x04"u8) && ShapefileTable.ReadZip(bytes, name, limits) is { Count: > 0 } shapefiles)
            return shapefiles;
        if (bytes.AsSpan().StartsWith("PK\x03\x04"u8))
            return XlsxTable.Read(bytes, name, limits, hints);
        SourceTable table = ReadText(bytes, name, limits, hints);
        return [table with { Mark = table.Mark ?? SidecarMark.Beside(path) }];
    }

    private static SourceTable ReadText(byte[] bytes, string name, FileLimits limits, SourceHints hints)
    {
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            bytes = Expand(bytes, name, limits);
            name = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        }
        if (bytes.AsSpan().StartsWith("PK\x03\x04"u8))
            throw new SourceFileException($"{name}: è un archivio dentro un gzip.", "Decomprimerlo una volta e importare ciò che contiene.");
        ReadOnlySpan<byte> text = bytes.AsSpan(Math.Max(0, bytes.AsSpan().IndexOfAnyExcept(_blankOrMark)));
        foreach ((byte[] start, string what, string cure) in _foreign)
        {
            if (bytes.AsSpan().StartsWith(start) || text.StartsWith(start))
                throw new SourceFileException($"{name}: {what}.", cure);
        }

        if (_spreadsheets.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase))
        {
            throw new SourceFileException(
                $"{name}: si chiama come un foglio di calcolo ma è un testo.",
                "Se è un CSV, dargli l'estensione .csv; altrimenti aprirlo con il foglio di calcolo e salvarlo come .xlsx.");
        }

        if (_binaries.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase))
        {
            throw new SourceFileException(
                $"{name}: non è quello che dice il suo nome ({Path.GetExtension(name).ToLowerInvariant()}): è rotto, troncato o è un testo.",
                "Copiarlo o esportarlo di nuovo; se è un testo, dargli l'estensione .csv o .geojson.");
        }

        return LooksLikeJson(bytes) ? GeoJsonTable.Read(bytes, name, limits) : CsvTable.Read(bytes, name, limits, hints);
    }

    private static byte[] Expand(byte[] compressed, string name, FileLimits limits)
    {
        try
        {
            using GZipStream gzip = new(new MemoryStream(compressed), CompressionMode.Decompress);
            byte[] expanded = Expansion.ReadAll(gzip, compressed.Length, name, limits);
            // GZipStream takes a truncated file for a whole one; the length at the end of the file (RFC 1952) tells.
            if (compressed.Length < 18 || BinaryPrimitives.ReadUInt32LittleEndian(compressed.AsSpan(^4..)) != (uint)expanded.Length)
                throw new InvalidDataException("The length at the end of the gzip file is not that of its content.");
            return expanded.Length > 0 ? expanded : throw FileErrors.Empty(name);
        }
        catch (InvalidDataException broken)
        {
            throw new SourceFileException($"{name}: il file gzip è rotto o troncato.", "Scaricarlo o comprimerlo di nuovo.", broken);
        }
    }

    private static bool LooksLikeJson(ReadOnlySpan<byte> bytes)
    {
        int start = bytes.IndexOfAnyExcept(_blankOrMark);
        return start >= 0 && bytes[start] is (byte)'{' or (byte)'[';
    }
}
