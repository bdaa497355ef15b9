using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CentriFamiglia.Coverage.Formats.Xlsx;

/// <summary>
/// Reads the visible sheets of an XLSX, a <see cref="SourceTable"/> each; empty ones are none, hidden ones are named as left out. The
/// first row that is not blank is the header, or the one below titles that <see cref="SourceHints"/> recognises. Numbers and dates become
/// invariant text (<c>9.19</c>, <c>2023-01-01</c>, <c>2023-01-01T08:30:00</c>, <c>08:30:00</c>), formulas their stored value; a formula
/// without one stops its row. Merged cells fill down. The apostrophe of <see cref="GuardedText"/> is taken away.
/// <see cref="SourceRow.Line"/> is the row of the sheet.
/// </summary>
public static class XlsxTable
{
    private const int MaxZipEntries = 10_000;

    /// <param name="bytes">The whole file.</param>
    /// <param name="name">File name.</param>
    /// <param name="limits">Caps, also on what the zip expands to.</param>
    /// <param name="hints">How to know a header below titles; null for the first row.</param>
    /// <returns>At least one, in the order of the sheets.</returns>
    /// <exception cref="SourceFileException">No XLSX, broken, empty, or beyond the caps.</exception>
    public static IReadOnlyList<SourceTable> Read(byte[] bytes, string name, FileLimits limits, SourceHints? hints = null)
    {
        try
        {
            CheckZip(bytes, name, limits);
            using SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
            WorkbookPart workbook = document.WorkbookPart ?? throw NotXlsx(name);
            return ReadSheets(workbook, name, limits, hints ?? SourceHints.None);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or OpenXmlPackageException or FormatException
            or FileFormatException or ArgumentException or InvalidOperationException or OverflowException)
        {
            throw new SourceFileException(
                $"{name}: il foglio XLSX è rotto o non è un XLSX.",
                "Aprirlo con il foglio di calcolo e salvarlo di nuovo come «Cartella di lavoro di Excel (.xlsx)».",
                broken);
        }
    }

    private static List<SourceTable> ReadSheets(WorkbookPart workbook, string name, FileLimits limits, SourceHints hints)
    {
        XlsxValues values = XlsxValues.Of(workbook);
        var tables = new List<SourceTable>();
        var leftOut = new List<string>();
        string? mark = null;
        foreach (Sheet sheet in workbook.Workbook.Descendants<Sheet>())
        {
            string title = sheet.Name?.Value ?? "";
            if (sheet.Id?.Value is not string id)
                throw NotXlsx(name);
            if (workbook.GetPartById(id) is not WorksheetPart part)
                continue;
            bool hidden = sheet.State is not null && sheet.State != SheetStateValues.Visible;
            SourceTable? table = new XlsxSheet(part, values, name, limits).Read(title, hints);
            if (table is null)
                continue;
            if (XlsxInformation.IsIn(table))
                mark = XlsxInformation.MarkOf(table);
            else if (hidden)
                leftOut.Add($"il foglio nascosto «{title}» non è stato letto ({table.Rows.Length} righe)");
            else
                tables.Add(table);
        }

        if (tables.Count == 0)
            throw FileErrors.Empty(name);
        tables[0] = tables[0] with { LeftOut = [.. leftOut], Mark = mark };
        return tables;
    }

    /// <summary>Expands every part once, into nothing, because the sizes that a zip states may lie.</summary>
    private static void CheckZip(byte[] bytes, string name, FileLimits limits)
    {
        using ZipArchive zip = new(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (zip.Entries.Count > MaxZipEntries)
            throw FileErrors.ExpandsTooMuch(name, limits);
        if (zip.GetEntry("[Content_Types].xml") is null)
            throw NotXlsx(name);
        long expanded = 0;
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            using Stream content = entry.Open();
            expanded = Expansion.Copy(content, Stream.Null, bytes.Length, name, limits, expanded);
        }
    }

    private static SourceFileException NotXlsx(string name) => new(
        $"{name}: è un archivio compresso ma non un foglio XLSX.",
        "Decomprimerlo; un foglio .ods va salvato come .xlsx.");
}
