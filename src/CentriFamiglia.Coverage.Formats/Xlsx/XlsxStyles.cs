using DocumentFormat.OpenXml.Spreadsheet;

namespace CentriFamiglia.Coverage.Formats.Xlsx;

/// <summary>The few cell styles of an export, as indexes into <c>cellXfs</c>.</summary>
internal static class XlsxStyles
{
    public const uint Header = 1;
    public const uint Wrapped = 2;
    private const uint Integer = 3;
    private const uint TwoDecimals = 4;
    private const uint Money = 5;
    private const uint Degrees = 6;
    private const uint DegreesFormat = 164;

    public static uint For(LayerColumn column) => column.Type switch
    {
        ColumnType.Integer => Integer,
        ColumnType.Money => Money,
        ColumnType.Number when column.Name is "lon" or "lat" => Degrees,
        ColumnType.Number => TwoDecimals,
        _ => 0,
    };

    public static Stylesheet Stylesheet() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DegreesFormat, FormatCode = "0.000000" }),
        new Fonts(
            new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }),
            new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true },
            Numbers(3),
            Numbers(2),
            Numbers(4),
            Numbers(DegreesFormat)));

    private static CellFormat Numbers(uint format) => new() { NumberFormatId = format, ApplyNumberFormat = true };
}
