using CentriFamiglia.Coverage.Formats.Csv;
using CentriFamiglia.Coverage.Formats.Tables;

namespace CentriFamiglia.Coverage.Formats.Tests.Csv;

public class CsvTableTests
{
    [Fact]
    public void Italian_Excel_writes_semicolons_and_Windows_1252()
    {
        SourceTable table = Samples.ReadUgly("excel-italiano-windows1252.csv");

        table.Columns.ShouldBe(["site_id", "name", "comune", "lon", "lat"]);
        Samples.Show(table).ShouldBe(["2: S1|Centro \"Il Melograno\"|Cantù|9,13|45,74", "3: S2|Città dei Bambini – sede|Forlì|9,2|45,1"]);
        table.Findings.ShouldHaveSingleItem().ShouldContain("Windows-1252");
    }

    [Fact]
    public void The_line_sep_names_the_delimiter_and_is_no_header()
    {
        SourceTable table = Samples.ReadUgly("excel-con-riga-sep.csv");

        table.Columns.ShouldBe(["id", "nome"]);
        Samples.Show(table).ShouldBe(["3: 1|a;b,c"]);
    }

    [Fact]
    public void Unicode_text_of_Excel_is_UTF_16_with_tabs()
    {
        SourceTable table = Samples.ReadUgly("excel-testo-unicode-utf16.txt");

        table.Columns.ShouldBe(["id", "nome"]);
        Samples.Show(table).ShouldBe(["2: 1|Cantù", "3: 2|Morbégno"]);
        table.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void The_mark_of_CSV_UTF_8_is_no_part_of_the_first_header_nor_are_letters_lost_with_it()
    {
        SourceTable table = CsvTable.Read([0xEF, 0xBB, 0xBF, .. "site_id;nome\n1;Cantù\n"u8], "bom.csv", FileLimits.Default);

        table.Columns.ShouldBe(["site_id", "nome"]);
        Samples.Show(table).ShouldBe(["2: 1|Cantù"]);
    }

    [Fact]
    public void Line_numbers_are_those_of_the_file_across_quoted_line_breaks_and_blank_lines() =>
        Samples.Show(Samples.ReadUgly("a-capo-tra-virgolette.csv")).ShouldBe(["2: 1|lun 9-12\r\nmar 14-18|x", "5: 2|detto \"il centro\"|y"]);

    [Fact]
    public void Ragged_rows_are_reported_and_kept()
    {
        SourceTable table = Samples.ReadUgly("righe-corte-e-lunghe.csv");

        Samples.Show(table).ShouldBe(["2: 1|Uno|∅", "3: 2|Due|Lodi", "4: 3|Tre|Lodi"]);
        table.Rows.Select(r => r.RowError).ShouldBe([
            "la riga ha 2 celle ma l'intestazione ne ha 3",
            null,
            "la riga ha 4 celle ma l'intestazione ne ha 3",
        ]);
    }

    [Fact]
    public void Blank_columns_and_rows_at_the_end_are_nothing()
    {
        SourceTable table = Samples.ReadUgly("excel-colonne-e-righe-vuote-in-coda.csv");

        table.Columns.ShouldBe(["id", "nome"]);
        Samples.Show(table).ShouldBe(["2: 1|Uno", "4: 2|Due"]);
        table.Rows.ShouldAllBe(r => r.RowError == null);
    }

    [Fact]
    public void Headers_are_trimmed_and_those_twice_or_missing_are_reported()
    {
        SourceTable table = Samples.ReadUgly("intestazioni-doppie-e-mancanti.csv");

        table.Columns.ShouldBe(["id", "nome", "Nome", "", "comune"]);
        table.Findings.ShouldBe([
            "intestazioni-doppie-e-mancanti.csv: l'intestazione «nome» compare più volte (colonne 2, 3).",
            "intestazioni-doppie-e-mancanti.csv: la colonna 4 non ha intestazione.",
        ]);
    }

    [Fact]
    public void Quotes_never_closed_refuse_the_file_because_they_swallow_rows() =>
        Should.Throw<SourceFileException>(() => Samples.ReadUgly("virgolette-mai-chiuse.csv"))
            .Message.ShouldBe("virgolette-mai-chiuse.csv: alla riga 3 si aprono virgolette che non vengono mai chiuse.");

    [Fact]
    public void A_header_alone_is_a_table_without_rows()
    {
        SourceTable table = Samples.ReadUgly("solo-intestazione.csv");

        table.Columns.ShouldBe(["id", "nome"]);
        table.Rows.ShouldBeEmpty();
    }

    [Fact]
    public void One_column_needs_no_delimiter_and_keeps_its_zeros() =>
        Samples.Show(Samples.ReadUgly("una-colonna.csv")).ShouldBe(["2: 015146", "3: 015147"]);

    [Fact]
    public void The_apostrophe_before_a_formula_is_taken_away_and_no_other() =>
        Samples.Show(Samples.ReadUgly("formule.csv")).ShouldBe(["2: 1|+39 02 1234|=cmd|x", "3: 2|-5|l'asilo"]);

    [Fact]
    public void A_column_wkt_is_the_geometry_and_what_is_broken_stops_its_row()
    {
        SourceTable table = Samples.ReadUgly("wkt-rotto.csv");

        table.Rows[0].Geometry!.AsText().ShouldBe("POLYGON ((0 0, 1 0, 1 1, 0 0))");
        table.Rows[1].GeometryError!.ShouldStartWith("il WKT non si legge: ");
        table.Rows[2].GeometryError!.ShouldStartWith("il WKT non si legge: ");
        table.Rows[3].GeometryError.ShouldBe("il WKT ha più di 32 parentesi una dentro l'altra");
    }

    [Fact]
    public void A_mark_of_UTF_8_before_bytes_that_are_none_is_refused()
    {
        using TempFolder folder = new();
        File.WriteAllBytes(folder["misto.csv"], [0xEF, 0xBB, 0xBF, .. "id,nome\n1,Cant"u8, 0xF9, (byte)'\n']);

        Should.Throw<SourceFileException>(() => SourceFiles.Read(folder["misto.csv"], FileLimits.Default)).Message.ShouldContain("comincia come UTF-8");
    }

    [Fact]
    public void A_cell_longer_than_a_spreadsheet_holds_is_reported()
    {
        using TempFolder folder = new();
        File.WriteAllText(folder["lungo.csv"], "id,nome\n1," + new string('x', 40_000) + "\n");

        SourceRow row = SourceFiles.Read(folder["lungo.csv"], FileLimits.Default)[0].Rows.ShouldHaveSingleItem();

        row.Cells[1].ShouldBeNull();
        row.RowError.ShouldBe("la cella \"nome\" ha 40000 caratteri: il massimo è 32767");
    }

    [Fact]
    public void A_row_with_a_long_cell_and_one_too_many_has_no_cure_for_the_long_one()
    {
        using TempFolder folder = new();
        File.WriteAllText(folder["lungo.csv"], "id,nome\n1," + new string('x', 40_000) + ",oltre\n");

        SourceRow row = SourceFiles.Read(folder["lungo.csv"], FileLimits.Default)[0].Rows.ShouldHaveSingleItem();

        (row.RowError, row.RowCure).ShouldBe(("la riga ha 3 celle ma l'intestazione ne ha 2", null));
    }
}
