using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetText = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace CentriFamiglia.Coverage.Formats.Xlsx;

/// <summary>
/// A layer as a plain XLSX: first a sheet named after the layer (header frozen, with filter and widths, numbers as numbers), then
/// "Informazioni" with title, meta and the meaning of each column. Both print on A4 (see <see cref="XlsxPage"/>). No formulas: text is
/// inline text, and goes through <see cref="GuardedText"/> as in CSV because such a sheet is often saved as CSV again. Geometry is left
/// out. The same layer gives the same bytes.
/// </summary>
public static class LayerXlsx
{
    private const int MaxSheetName = 31;

    // The zip format knows no earlier time: nothing in the file tells when it was written.
    private static readonly DateTimeOffset _zipEpoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Layer layer, Stream stream)
    {
        foreach (LayerRow row in layer.Rows)
            RowLength.Check(layer, row);
        using MemoryStream package = new();
        using (SpreadsheetDocument document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook, autoSave: false))
        {
            WorkbookPart workbook = document.AddWorkbookPart();
            // The library's own ids are random.
            document.ChangeIdOfPart(workbook, "rId1");
            WorkbookStylesPart styles = workbook.AddNewPart<WorkbookStylesPart>("rId3");
            styles.Stylesheet = XlsxStyles.Stylesheet();
            styles.Stylesheet.Save();
            WriteRows(workbook.AddNewPart<WorksheetPart>("rId1"), layer);
            WriteInformation(workbook.AddNewPart<WorksheetPart>("rId2"), layer);
            workbook.Workbook = Workbook(layer);
            workbook.Workbook.Save();
        }
        Rezip(package, stream);
    }

    private static Workbook Workbook(Layer layer)
    {
        string name = string.Concat(layer.Name.Select(c => "[]:*?/\\'".Contains(c, StringComparison.Ordinal) ? '-' : c));
        name = name.Length > MaxSheetName ? name[..MaxSheetName] : name;
        return new Workbook(
            new Sheets(
                new Sheet { Name = name, SheetId = 1, Id = "rId1" },
                new Sheet { Name = XlsxInformation.SheetName, SheetId = 2, Id = "rId2" }),
            new DefinedNames(
                new DefinedName($"'{name}'!{XlsxReference.Absolute(layer.Columns.Length, layer.Rows.Length + 1)}")
                {
                    Name = "_xlnm._FilterDatabase",
                    LocalSheetId = 0,
                    Hidden = true,
                },
                XlsxPage.RepeatedHeader(name, 0),
                XlsxPage.RepeatedHeader(XlsxInformation.SheetName, 1)));
    }

    private static void WriteRows(WorksheetPart part, Layer layer)
    {
        using OpenXmlWriter writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(XlsxPage.FitToPage());
        SheetView view = new(new Pane
        {
            VerticalSplit = 1,
            TopLeftCell = "A2",
            ActivePane = PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
        })
        { WorkbookViewId = 0 };
        writer.WriteElement(new SheetViews(view));
        writer.WriteElement(new Columns(layer.Columns.Select((column, i) => new Column
        {
            Min = (uint)i + 1,
            Max = (uint)i + 1,
            Width = Width(layer, i),
            CustomWidth = true,
        })));

        writer.WriteStartElement(new SheetData());
        WriteRow(writer, 1, layer.Columns.Select(c => Text(c.Name, XlsxStyles.Header)));
        int number = 2;
        foreach (LayerRow row in layer.Rows)
            WriteRow(writer, number++, layer.Columns.Select((column, i) => ToCell(row.Values[i], column)));
        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = $"A1:{XlsxReference.Column(layer.Columns.Length - 1)}{layer.Rows.Length + 1}" });
        XlsxPage.Write(writer, layer.Title);
        writer.WriteEndElement();
    }

    private static void WriteInformation(WorksheetPart part, Layer layer)
    {
        using OpenXmlWriter writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(XlsxPage.FitToPage());
        writer.WriteElement(new Columns(
            new Column { Min = 1, Max = 1, Width = 32, CustomWidth = true },
            new Column { Min = 2, Max = 2, Width = 100, CustomWidth = true }));
        writer.WriteStartElement(new SheetData());
        int row = 1;
        WriteRow(writer, row++, XlsxInformation.Columns.Select(c => Text(c, XlsxStyles.Header)));
        WriteRow(writer, row++, [Text("titolo"), Text(layer.Title)]);
        foreach ((string key, string value) in Flatten("", layer.Meta))
            WriteRow(writer, row++, [Text(key), Text(value, XlsxStyles.Wrapped)]);
        foreach (LayerColumn column in layer.Columns)
            WriteRow(writer, row++, [Text($"colonna {column.Name}"), Text(column.Description, XlsxStyles.Wrapped)]);
        writer.WriteEndElement();
        XlsxPage.Write(writer, layer.Title);
        writer.WriteEndElement();
    }

    /// <summary>One line per value: <c>a.b</c> for members of members, the same key again for each item of a list.</summary>
    private static IEnumerable<(string Key, string Value)> Flatten(string key, JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(m => Flatten(key.Length == 0 ? m.Key : $"{key}.{m.Key}", m.Value)),
        JsonArray items => items.SelectMany(item => Flatten(key, item)),
        null => [(key, "")],
        _ => [(key, node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString())],
    };

    private static void WriteRow(OpenXmlWriter writer, int number, IEnumerable<Cell> cells)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number });
        int column = 0;
        foreach (Cell cell in cells)
        {
            if (cell.HasChildren)
            {
                cell.CellReference = XlsxReference.Column(column) + number.ToString(CultureInfo.InvariantCulture);
                writer.WriteElement(cell);
            }
            column++;
        }
        writer.WriteEndElement();
    }

    private static Cell ToCell(object? value, LayerColumn column) => value switch
    {
        null or "" => new Cell(),
        string text => Text(text),
        bool flag => new Cell(new CellValue(flag ? "1" : "0")) { DataType = CellValues.Boolean },
        _ => new Cell(new CellValue(CellText.Of(value, column.Type)!)) { StyleIndex = XlsxStyles.For(column) },
    };

    private static Cell Text(string text, uint style = 0) => new(
        new InlineString(new SheetText(XlsxText.Escape(GuardedText.Guard(text))) { Space = SpaceProcessingModeValues.Preserve }))
    {
        DataType = CellValues.InlineString,
        StyleIndex = style,
    };

    private static double Width(Layer layer, int column)
    {
        int longest = layer.Rows.Select(r => (r.Values[column] as string)?.Length ?? 10).DefaultIfEmpty().Max();
        // Room for the filter's arrow beside the header.
        return Math.Clamp(Math.Max(longest, layer.Columns[column].Name.Length + 3) + 2, 8, 60);
    }

    private static void Rezip(MemoryStream package, Stream stream)
    {
        package.Position = 0;
        using ZipArchive source = new(package, ZipArchiveMode.Read, leaveOpen: true);
        using ZipArchive target = new(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (ZipArchiveEntry entry in source.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            ZipArchiveEntry copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = _zipEpoch;
            using StreamReader from = new(entry.Open());
            using StreamWriter to = new(copy.Open());
            to.Write(WithoutPrefix(from.ReadToEnd()));
        }
    }

    /// <summary>Makes the library's prefix <c>x:</c> the default namespace, without which GDAL finds no rows.</summary>
    private static string WithoutPrefix(string xml)
    {
        const string Declaration = "xmlns:x=";
        int at = xml.IndexOf(Declaration, StringComparison.Ordinal);
        return at < 0 || xml.IndexOf("<x:", StringComparison.Ordinal) is < 0 or > 200
            ? xml
            : string.Concat(xml.AsSpan(0, at), "xmlns=", xml.AsSpan(at + Declaration.Length))
                .Replace("<x:", "<", StringComparison.Ordinal)
                .Replace("</x:", "</", StringComparison.Ordinal);
    }
}
