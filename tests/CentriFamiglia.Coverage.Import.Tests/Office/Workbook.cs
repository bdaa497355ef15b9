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
        string parts = string.Concat(sheets.Select((_, i) => $"""<Override PartName="/xl/worksheets/sheet{i + 1}.xml" ContentType="{Office}.worksheet+xml"/>"""));
        Add(zip, "[Content_Types].xml",
            $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="{Office}.sheet.main+xml"/>{parts}</Types>
            """);
        Add(zip, "_rels/.rels", $"""<Relationships xmlns="{Package}"><Relationship Id="r1" Type="{Relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Add(zip, "xl/_rels/workbook.xml.rels",
            $"""<Relationships xmlns="{Package}">{string.Concat(sheets.Select((_, i) => $"""<Relationship Id="s{i + 1}" Type="{Relationships}/worksheet" Target="worksheets/sheet{i + 1}.xml"/>"""))}</Relationships>""");
        string list = string.Concat(sheets.Select((s, i) => $"""<sheet name="{SecurityElement.Escape(s.Name)}" sheetId="{i + 1}"{(s.Hidden ? " state=\"hidden\"" : "")} r:id="s{i + 1}"/>"""));
        Add(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relationships}"><sheets>{list}</sheets></workbook>""");
        for (int i = 0; i < sheets.Length; i++)
            Add(zip, $"xl/worksheets/sheet{i + 1}.xml", Xml(sheets[i]));
        return path;
    }

    private static string Xml(Sheet sheet)
    {
        string rows = string.Concat(sheet.Rows.Select((cells, r) => $"""<row r="{r + 1}">{string.Concat(cells.Select((cell, c) => Cell(cell, $"{(char)('A' + c)}{r + 1}")))}</row>"""));
        string merged = sheet.Merged.Length == 0 ? "" : $"<mergeCells>{string.Concat(sheet.Merged.Select(m => $"""<mergeCell ref="{m}"/>"""))}</mergeCells>";
        return $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData>{merged}</worksheet>""";
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
