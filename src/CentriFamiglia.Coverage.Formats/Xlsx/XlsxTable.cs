using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CentriFamiglia.Coverage.Formats.Xlsx;

/// <summary>
/// Reads the first visible sheet of an XLSX into a <see cref="SourceTable"/>. The first row that is not blank is the header. Numbers and
/// dates become invariant text (<c>9.19</c>, <c>2023-01-01</c>, <c>2023-01-01T08:30:00</c>, <c>08:30:00</c>), formulas their stored
/// value, the apostrophe of <see cref="GuardedText"/> is taken away. <see cref="SourceRow.Line"/> is the row of the sheet.
/// </summary>
public static class XlsxTable
{
    private const int MaxZipEntries = 10_000;

    /// <param name="bytes">The whole file.</param>
    /// <param name="name">File name.</param>
    /// <param name="limits">Caps, also on what the zip expands to.</param>
    /// <exception cref="SourceFileException">No XLSX, broken, empty, or beyond the caps.</exception>
    public static SourceTable Read(byte[] bytes, string name, FileLimits limits)
    {
        try
        {
            CheckZip(bytes, name, limits);
            using SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
            WorkbookPart workbook = document.WorkbookPart ?? throw NotXlsx(name);
            Sheet sheet = workbook.Workbook.Descendants<Sheet>().FirstOrDefault(s => s.State is null || s.State == SheetStateValues.Visible)
                ?? throw FileErrors.Empty(name);
            if (sheet.Id?.Value is not string id || workbook.GetPartById(id) is not WorksheetPart part)
                throw NotXlsx(name);
            return ReadSheet(part, XlsxValues.Of(workbook), name, limits);
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

    private static SourceTable ReadSheet(WorksheetPart part, XlsxValues values, string name, FileLimits limits)
    {
        List<string> findings = [];
        ImmutableArray<string> columns = default;
        ImmutableArray<SourceRow>.Builder rows = ImmutableArray.CreateBuilder<SourceRow>();
        int line = 0;
        using OpenXmlReader reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement || reader.LoadCurrentElement() is not Row row)
                continue;
            line = (int?)row.RowIndex?.Value ?? line + 1;
            (string?[] cells, string? rowError) = ReadCells(row, values, limits, name);
            if (Array.TrueForAll(cells, string.IsNullOrEmpty) && rowError is null)
                continue;
            if (columns.IsDefault)
            {
                columns = HeaderRow.Of(cells, name, limits, findings);
                continue;
            }
            if (rows.Count == limits.MaxRows)
                throw FileErrors.TooManyRows(name, limits);
            if (cells.AsSpan(Math.Min(cells.Length, columns.Length)).ContainsAnyExcept(null, ""))
                rowError ??= $"la riga ha celle oltre l'ultima colonna con intestazione ({columns.Length})";
            Array.Resize(ref cells, columns.Length);
            rows.Add(new SourceRow(line, ImmutableCollectionsMarshal.AsImmutableArray(cells), Geometry: null, RowError: rowError));
        }
        return columns.IsDefault
            ? throw FileErrors.Empty(name)
            : new SourceTable(name, columns, rows.DrainToImmutable(), Epsg: null) { Findings = [.. findings] };
    }

    private static (string?[] Cells, string? RowError) ReadCells(Row row, XlsxValues values, FileLimits limits, string name)
    {
        List<string?> cells = [];
        string? rowError = null;
        int next = 0;
        foreach (Cell cell in row.Elements<Cell>())
        {
            int column = cell.CellReference?.Value is string reference ? XlsxReference.ColumnOf(reference) : next;
            next = column + 1;
            string? text = values.TextOf(cell);
            if (string.IsNullOrEmpty(text))
                continue;
            if (column < 0 || column >= limits.MaxColumns)
                throw FileErrors.TooManyColumns(name, limits);
            if (cell.DataType?.Value == CellValues.Error)
            {
                rowError = $"la cella {XlsxReference.Column(column)}{row.RowIndex} contiene l'errore {text}";
                continue;
            }
            if (text.Length > limits.MaxCellChars)
            {
                rowError = $"la cella {XlsxReference.Column(column)}{row.RowIndex} ha {text.Length} caratteri: il massimo è {limits.MaxCellChars}";
                continue;
            }
            while (cells.Count <= column)
                cells.Add(null);
            cells[column] = GuardedText.Unguard(text);
        }
        return ([.. cells], rowError);
    }

    private static SourceFileException NotXlsx(string name) => new(
        $"{name}: è un archivio compresso ma non un foglio XLSX.",
        "Decomprimerlo; un foglio .ods va salvato come .xlsx.");
}
