using System.Globalization;
using System.Text;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Import.Tests;

/// <summary>Files as offices send them, in <c>brutti/</c>.</summary>
public class UglyFilesTests
{
    [Fact]
    public void Windows_1252_with_semicolons_decimal_commas_and_lost_zeros()
    {
        ImportResult result = Import("excel-windows-1252-punto-e-virgola.csv");
        result.Lines().ShouldBe([
            "2|S1|pro_com_t|corretta|zeri iniziali persi: 12003 letto come 012003 (Angera)",
            "3|S2|pro_com_t|corretta|zeri iniziali persi: 16024 letto come 016024 (Bergamo)",
        ]);
        result.Counts().ShouldBe((2, 2, 0, 2));
        result.Mine().Sites.Select(s => s.Name).ShouldBe(["Hub di Agra", "Centro Città", "Perché no"]);
    }

    [Fact]
    public void A_byte_order_mark_and_empty_columns_at_the_end()
    {
        ImportResult result = Import("bom-colonne-vuote-in-coda.csv");
        result.Lines().ShouldBeEmpty();
        result.Counts().ShouldBe((1, 1, 0, 0));
    }

    [Fact]
    public void Headers_with_line_breaks_and_Italian_words()
    {
        ImportResult result = Import("intestazione-a-capo.csv");
        result.Lines().ShouldBeEmpty();
        result.Mine().Sites[1].Name.ShouldBe("Uno");
    }

    [Fact]
    public void Swapped_coordinates_are_named_and_the_cure_is_written_out()
    {
        ImportResult result = Import("coordinate-scambiate.csv");
        result.Lines().ShouldBe([
            "2|S1|lon|rifiutata|longitudine e latitudine sono scambiate",
            "3|S2|lon|rifiutata|longitudine e latitudine sono scambiate",
        ]);
        result.Report.Issues.First(i => i.Id == "S1").Cure.ShouldBe("Scrivere lon 9.05 e lat 45.65.");
        result.Counts().ShouldBe((3, 1, 2, 0));
        result.Applied.ShouldBeFalse();
    }

    [Fact]
    public void The_scientific_notation_of_a_spreadsheet_is_refused()
    {
        Import("notazione-scientifica.csv").Lines().ShouldBe([
            "2|S1|pro_com_t|rifiutata|«1,2003E+04» non è un codice ISTAT di comune",
            "3|S2|lon|rifiutata|«lon» è in notazione scientifica: il foglio di calcolo ha perso delle cifre",
        ]);
    }

    [Fact]
    public void What_looks_like_a_formula_is_plain_text()
    {
        Site site = Import("formula.csv").Mine().Sites[1];
        site.Name.ShouldBe("""=HYPERLINK("http://x")""");
        site.OpeningHours.ShouldBe("+39 02 1234");
    }

    [Fact]
    public void A_row_with_one_cell_too_many_is_refused_alone()
    {
        ImportResult result = Import("celle-in-piu.csv", r => r with { AcceptValid = true });
        result.Counts().ShouldBe((2, 1, 1, 0));
        result.Mine().Sites.Select(s => s.Id.Value).ShouldBe(["H1", "S2"]);
    }

    [Fact]
    public void Decimal_commas_in_a_file_of_commas() => Import("virgola-decimale-e-virgola-separatore.csv").Mine().Sites[1].Lon.ShouldBe(9.05);

    [Fact]
    public void An_empty_file_and_a_missing_one_say_so()
    {
        Should.Throw<SourceFileException>(() => Import("vuoto.csv")).Message.ShouldBe("vuoto.csv: il file è vuoto.");
        Should.Throw<SourceFileException>(() => Import("non-esiste.csv")).Cure.ShouldBe("Controllare il percorso e il nome.");
        using var folder = new TemporaryFolder();
        Should.Throw<SourceFileException>(() => Importer.Import(new ImportRequest(folder.Path), Small.Content)).Message.ShouldContain("non ci sono file");
    }

    [Fact]
    public void A_header_alone_changes_nothing_and_cannot_replace_a_list()
    {
        Import("solo-intestazione.csv", r => r with { Kind = ImportKind.Sedi }).Changed.ShouldBe(ContentParts.None);
        ImportResult replaced = Import("solo-intestazione.csv", r => r with { Kind = ImportKind.Sedi, Replace = true, AcceptValid = true });
        replaced.Applied.ShouldBeFalse();
        replaced.Lines().ShouldBe(["|||rifiutata|il file non ha righe: con --replace toglierebbe tutto"]);
    }

    [Fact]
    public void A_missing_column_refuses_the_file_and_lists_the_names_it_may_have()
    {
        ImportResult result = Import("manca-il-ruolo.csv", r => r with { Kind = ImportKind.Sedi });
        result.Counts().ShouldBe((1, 0, 1, 0));
        result.Lines().ShouldBe(["||role|rifiutata|manca la colonna «role»"]);
        result.Report.Issues.Single(i => i.Column == "role").Cure.ShouldStartWith("Intestare la colonna «role» (si accettano anche: ruolo,");
    }

    [Fact]
    public void A_file_that_could_be_anything_is_refused_with_the_kinds_there_are()
    {
        ImportResult result = Import("che-cosa-e.csv");
        result.Applied.ShouldBeFalse();
        result.Counts().ShouldBe((1, 0, 1, 0));
        result.Report.Issues.Single().Reason.ShouldBe("non si capisce che cosa contiene: le sue colonne sono colore, forma");
        result.Report.Issues.Single().Cure.ShouldContain("--as (comuni, unita, popolazione, eta, punti, reti, sedi, matrice, eccezioni, dichiarazioni)");
    }

    [Fact]
    public void One_ugly_row_in_a_hundred_is_told_by_line_and_id_and_the_others_pass_when_asked()
    {
        string[] ugly =
        [
            "B0,Uno,spoke,R1,999999,9.05,45.65,24/7", "B1,Uno,spoke,R1,012003,45.65,9.05,24/7", "B2,Uno,spoke,R1,012003,,,24/7", "B3,Uno,spoke,R1,012003,NaN,45.65,24/7",
            "B4,Uno,capo,R1,012003,9.05,45.65,24/7", "B5,Uno,spoke,R9,012003,9.05,45.65,24/7", "B6,Uno,spoke,R1,012003,12.5,41.9,24/7", "G7,Uno,spoke,R1,012003,9.05,45.65,24/7",
            "B8,Uno,spoke,R1,012003,9.15,45.65,24/7", ",Uno,spoke,R1,012003,9.05,45.65,24/7",
        ];
        var csv = new StringBuilder("site_id,name,role,network_id,pro_com_t,lon,lat,opening_hours\n");
        for (int i = 0; i < 1_000; i++)
        {
            // Apart enough from each other that none is a duplicate.
            string good = string.Create(CultureInfo.InvariantCulture, $"G{i},Sede {i},spoke,R1,012003,{9.01 + (i % 40 * 0.002):0.000},{45.61 + (i / 40 * 0.003):0.000},24/7");
            csv.Append(i % 100 == 50 ? ugly[i / 100] : good).Append('\n');
        }

        ImportResult refused = Small.Import("sedi.csv", csv.ToString());
        refused.Counts().ShouldBe((1_000, 990, 10, 0));
        refused.Next.ShouldBeSameAs(Small.Content);
        refused.Report.Issues.Where(i => i.Severity == IssueSeverity.Refused).Select(i => $"{i.Line} {i.Id} {i.Column}").Distinct(StringComparer.Ordinal).ShouldBe([
            "52 B0 pro_com_t", "152 B1 lon", "252 B2 lon", "352 B3 lon", "452 B4 role", "552 B5 network_id", "652 B6 lon", "752 G7 site_id", "852 B8 lon", "952  site_id",
        ]);

        ImportResult taken = Small.Import("sedi.csv", csv.ToString(), r => r with { AcceptValid = true });
        taken.Applied.ShouldBeTrue();
        taken.Mine().Sites.Length.ShouldBe(991);
    }

    private static ImportResult Import(string file, Func<ImportRequest, ImportRequest>? ask = null)
    {
        var request = new ImportRequest(Shipped.Folder(Path.Combine("tests", "CentriFamiglia.Coverage.Import.Tests", "brutti", file)));
        return Importer.Import(ask is null ? request : ask(request), Small.Content);
    }
}
