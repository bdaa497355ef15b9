using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CentriFamiglia.Coverage.Formats.Xlsx;

/// <summary>How a sheet prints: A4 lying, all columns on the width of one page, the header on every page, title and page numbers at the foot.</summary>
internal static class XlsxPage
{
    private const uint A4 = 9;
    private const int MostInFoot = 120;

    /// <summary>The first element of a worksheet: without it what is set up below does not count.</summary>
    public static SheetProperties FitToPage() => new(new PageSetupProperties { FitToPage = true });

    /// <summary>The first row of a sheet, on every page of it.</summary>
    public static DefinedName RepeatedHeader(string sheet, uint index) => new($"'{sheet}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = index };

    /// <summary>The last elements of a worksheet.</summary>
    public static void Write(OpenXmlWriter writer, string title)
    {
        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = A4, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        // An ampersand begins a code there.
        string shown = title.Length <= MostInFoot ? title : title[..MostInFoot];
        string foot = XlsxText.Escape($"&L{shown.Replace("&", "&&", StringComparison.Ordinal)}&R&P di &N");
        writer.WriteElement(new HeaderFooter(new OddFooter(foot)));
    }
}
