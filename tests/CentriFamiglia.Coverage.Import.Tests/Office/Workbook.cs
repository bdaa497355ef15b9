using System.Globalization;
using System.IO.Compression;
using System.Security;

namespace CentriFamiglia.Coverage.Import.Tests.Office;

/// <summary>Workbooks written part by part, with what spreadsheets put into them and no library of ours would.</summary>
internal static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>A formula; the value is what the spreadsheet stored beside it.</summary>
    public sealed record Formula(string Text, string? Value);

    /// <summary>A sheet. Cells: text, numbers, <see cref="Formula"/>, null.</summary>
    public sealed record Sheet(string Name, object?[][] Rows)
    {
        public bool Hidden { get; init; }

        /// <summary>Ranges such as <c>D2:D4</c>.</summary>
        public string[] Merged { get; init; } = [];
    }

    public static string Write(string path, params Sheet[] sheets)
    {
        using ZipArchive zip = new(File.Create(path), ZipArchiveMode.Create);
        Add(zip, "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Office}.sheet.main+xml\"/>"
                + Each(sheets, (i, _) => $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"{Office}.worksheet+xml\"/>") + "</Types>");
        Add(zip, "_rels/.rels", Related("<Relationship Id=\"r1\" Type=\"" + Relationships + "/officeDocument\" Target=\"xl/workbook.xml\"/>"));
        Add(zip, "xl/_rels/workbook.xml.rels",
            Related(Each(sheets, (i, _) => $"<Relationship Id=\"s{i}\" Type=\"{Relationships}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>")));
        Add(zip, "xl/workbook.xml",
            $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relationships}\"><sheets>"
                + Each(sheets, (i, sheet) => $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{i}\"{(sheet.Hidden ? " state=\"hidden\"" : "")} r:id=\"s{i}\"/>")
                + "</sheets></workbook>");
        for (int i = 0; i < sheets.Length; i++)
            Add(zip, $"xl/worksheets/sheet{i + 1}.xml", Xml(sheets[i]));
        return path;
    }

    private static string Related(string relationships) => $"<Relationships xmlns=\"{Package}\">{relationships}</Relationships>";

    private static string Each<T>(T[] items, Func<int, T, string> xml) => string.Concat(items.Select((item, i) => xml(i + 1, item)));

    private static string Xml(Sheet sheet)
    {
        string rows = Each(sheet.Rows, (r, cells) => $"<row r=\"{r}\">{Each(cells, (c, cell) => Cell(cell, $"{(char)('A' + c - 1)}{r}"))}</row>");
        string merged = sheet.Merged.Length == 0 ? "" : $"<mergeCells>{Each(sheet.Merged, (_, range) => $"<mergeCell ref=\"{range}\"/>")}</mergeCells>";
        return $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData>{merged}</worksheet>";
    }

    private static string Cell(object? value, string reference) => value switch
    {
        null => "",
        Formula { Value: null } formula => $"""<c r="{reference}"><f>{SecurityElement.Escape(formula.Text)}</f></c>""",
        Formula formula => $"""<c r="{reference}" t="str"><f>{SecurityElement.Escape(formula.Text)}</f><v>{formula.Value}</v></c>""",
        string text => $"""<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{SecurityElement.Escape(text)}</t></is></c>""",
        _ => $"""<c r="{reference}"><v>{Convert.ToString(value, CultureInfo.InvariantCulture)}</v></c>""",
    };

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using StreamWriter writer = new(zip.CreateEntry(name).Open());
        writer.Write(xml.Trim());
    }
}
