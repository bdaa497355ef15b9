using System.IO.Compression;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Formats.Xlsx;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;

namespace CentriFamiglia.Coverage.Formats.Tests.Xlsx;

public class LayerXlsxTests
{
    [Fact]
    public void Numbers_are_numbers_and_text_is_text_without_formulas()
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(Write(Samples.Comuni)), isEditable: false);
        Worksheet sheet = ((WorksheetPart)document.WorkbookPart!.GetPartById("rId1")).Worksheet;

        sheet.Descendants<CellFormula>().ShouldBeEmpty();
        Row row = sheet.Descendants<Row>().ElementAt(1);
        row.Elements<Cell>().Select(c => $"{c.CellReference} {c.DataType?.InnerText ?? "n"} {c.InnerText}").ShouldBe([
            "A2 inlineStr 015146",
            "B2 inlineStr Cantù \"alta\", <b>&",
            "C2 n 39930",
            "D2 n 0.3333333333333333",
            "E2 n 70000.50",
            "F2 b 1",
        ]);
        sheet.Descendants<Row>().ElementAt(2).Elements<Cell>().ElementAt(1).InnerText.ShouldBe("'=1+2");
        sheet.Descendants<Pane>().Single().VerticalSplit!.Value.ShouldBe(1);
        sheet.Elements<AutoFilter>().Single().Reference!.Value.ShouldBe("A1:F3");
    }

    [Fact]
    public void The_second_sheet_holds_title_meta_and_the_meaning_of_each_column()
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(Write(Samples.Comuni)), isEditable: false);

        document.WorkbookPart!.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value).ShouldBe(["comuni", "Informazioni"]);
        ((WorksheetPart)document.WorkbookPart.GetPartById("rId2")).Worksheet.Descendants<Row>()
            .Select(r => string.Join(" = ", r.Elements<Cell>().Select(c => c.InnerText)))
            .Take(6)
            .ShouldBe(["voce = valore", "titolo = Comuni della prova", "data = 2026-03-31", "attribuzioni = ISTAT CC-BY", "attribuzioni = più",
                "colonna pro_com_t = Codice ISTAT"]);
    }

    [Fact]
    public void The_file_is_valid_by_the_schema_of_the_format()
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(Write(Samples.Comuni)), isEditable: false);

        new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => e.Description).ShouldBeEmpty();
    }

    [Fact]
    public void Both_sheets_print_lying_on_A4_as_wide_as_one_page_with_the_header_on_each()
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(Write(Samples.Comuni with { Title = "Famiglie & comuni" })), isEditable: false);

        foreach (string part in (string[])["rId1", "rId2"])
        {
            Worksheet sheet = ((WorksheetPart)document.WorkbookPart!.GetPartById(part)).Worksheet;
            sheet.Descendants<PageSetupProperties>().Single().FitToPage!.Value.ShouldBeTrue();
            PageSetup page = sheet.Elements<PageSetup>().Single();
            (page.PaperSize!.Value, page.Orientation!.InnerText, page.FitToWidth!.Value, page.FitToHeight!.Value).ShouldBe((9u, "landscape", 1u, 0u));
            sheet.Descendants<OddFooter>().Single().Text.ShouldBe("&LFamiglie && comuni&R&P di &N");
        }

        document.WorkbookPart!.Workbook.Descendants<DefinedName>().Select(n => $"{n.LocalSheetId} {n.Name} {n.Text}").ShouldBe([
            "0 _xlnm._FilterDatabase 'comuni'!$A$1:$F$3",
            "0 _xlnm.Print_Titles 'comuni'!$1:$1",
            "1 _xlnm.Print_Titles 'Informazioni'!$1:$1",
        ]);
    }

    [Fact]
    public void The_same_layer_is_the_same_bytes_whenever_it_is_written()
    {
        byte[] first = Write(Samples.Comuni);

        Write(Samples.Comuni).ShouldBe(first);
        using ZipArchive zip = new(new MemoryStream(first));
        zip.Entries.ShouldAllBe(e => e.LastWriteTime.Year == 1980);
    }

    [Fact]
    public void Any_table_of_text_comes_back_the_same() =>
        Prop.ForAll(Texts.Tables, rows => Texts.ShouldBeSame(XlsxTable.Read(Write(Samples.OfText(rows)), "t.xlsx", FileLimits.Default).ShouldHaveSingleItem(), rows))
            .QuickCheckThrowOnFailure();

    [Fact]
    public async Task GDAL_reads_both_sheets_without_a_warning()
    {
        using TempFolder folder = new();
        LayerFile.Write(Samples.Comuni, folder["comuni.xlsx"], Samples.Date);

        string info = await Gdal.RunAsync("ogrinfo", "-al", folder["comuni.xlsx"]);

        info.ShouldContain("comune (String) = Cantù \"alta\", <b>&");
        info.ShouldContain("contributo_eur (Real) = 70000.5");
        info.ShouldContain("Layer name: Informazioni");
    }

    private static byte[] Write(Layer layer) => Samples.Bytes(s => LayerXlsx.Write(layer, s));
}
