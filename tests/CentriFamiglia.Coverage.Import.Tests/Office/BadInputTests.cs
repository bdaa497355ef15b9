using System.IO.Compression;
using System.Text;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Import.Reading;
using Sheet = CentriFamiglia.Coverage.Import.Tests.Office.Workbook.Sheet;

namespace CentriFamiglia.Coverage.Import.Tests.Office;

/// <summary>Files that are too many, too wide, too long, or say two things: read, or refused with what to do.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Header = "site_id,name,role,network_id,pro_com_t,lon,lat,opening_hours";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Two_files_that_put_one_sede_or_one_comune_in_two_places_are_refused_and_both_named()
    {
        Small.Import([("nord.csv", $"{Header}\nS1,Uno,spoke,R1,012001,9.05,45.55,\n"), ("sud.csv", $"{Header}\nS1,Uno,spoke,R1,012003,9.05,45.65,\n")])
            .Lines().ShouldContain("2|S1|site_id|rifiutata|«S1» è già nel file nord.csv, riga 2", StringComparer.Ordinal);

        ImportResult ambiti = Small.Import(
            [("unita_a.csv", "pro_com_t,ats,ambito\n012001,Insubria,Luino\n"), ("unita_b.csv", "pro_com_t,ats,ambito\n012001,Insubria,Sesto Calende\n")]);
        ambiti.Applied.ShouldBeFalse();
        ambiti.Report.Issues.ShouldContain(i => i.File == "unita_b.csv" && i.Reason == "«012001» è già nel file unita_a.csv, riga 2");
    }

    [Fact]
    public void Of_two_thousand_files_each_one_that_is_not_read_is_named_and_beyond_the_limit_the_folder_is_refused()
    {
        for (int i = 0; i < 1_000; i++)
        {
            _folder.Write($"residenti{i:0000}.csv", i == 0 ? "pro_com_t,residenti\n012001,401\n" : "pro_com_t,residenti\n");
            _folder.Write($"verbale{i:0000}.pdf", "%PDF-1.7");
        }

        ImportResult result = Import();
        result.Applied.ShouldBeTrue();
        result.Report.Files.Length.ShouldBe(1_000);
        result.Report.Issues.Count(i => i.Reason.StartsWith("il file non è stato letto", StringComparison.Ordinal)).ShouldBe(1_000);
        SourceFileException many = Should.Throw<SourceFileException>(() =>
            Importer.Import(new ImportRequest(_folder.Path), Small.Content, limits: FileLimits.Default with { MaxFiles = 1_999 }));
        many.Message.ShouldEndWith("ha 2000 file e cartelle: se ne leggono al massimo 1999.");
    }

    [Fact]
    public void Of_sixty_sheets_those_with_one_header_are_read_and_the_others_named()
    {
        Sheet[] sheets =
        [
            .. Enumerable.Range(0, 58).Select(i => new Sheet($"Foglio {i}", [["pro_com_t", "residenti"], [i == 0 ? "012001" : null, i == 0 ? 401 : null]])),
            new Sheet("Note", [["Come si compila"], ["Una riga per comune"]]),
            new Sheet("Riepilogo", [["comune", "quanti"], ["Agra", 1]]),
        ];
        Workbook.Write(_folder.File("popolazione.xlsx"), sheets);

        ImportResult result = Import();
        result.Report.Files.Length.ShouldBe(58);
        result.Report.Issues.Where(i => i.Kind is null).Select(i => i.Reason[..i.Reason.IndexOf('(', StringComparison.Ordinal)]).ShouldBe(
            ["il foglio «Note» non è stato letto ", "il foglio «Riepilogo» non è stato letto "]);
    }

    [Fact]
    public void A_table_of_two_hundred_columns_is_read_and_each_unknown_one_named()
    {
        string more = string.Concat(Enumerable.Range(0, 192).Select(i => $",altro {i}"));
        ImportResult result = Small.Import("sedi.csv", $"{Header}{more}\nS1,Uno,spoke,R1,012001,9.05,45.55,{string.Concat(Enumerable.Repeat(",x", 192))}\n");
        result.Applied.ShouldBeTrue();
        result.Report.Issues.Count(i => i.Reason.EndsWith("non riconosciuta: ignorata", StringComparison.Ordinal)).ShouldBe(192);
    }

    [Fact]
    public void A_cell_of_a_megabyte_is_refused_with_its_row()
    {
        _folder.Write("sedi.csv", $"{Header}\nS1,{new string('x', 1_000_000)},spoke,R1,012001,9.05,45.55,\n");
        ImportIssue issue = Import().Report.Issues.First(i => i.Severity == IssueSeverity.Refused);
        (issue.Line, issue.Reason).ShouldBe((2, "la cella \"name\" ha 1000000 caratteri: il massimo è 32767"));
        issue.Cure.ShouldStartWith("Accorciare il testo");
    }

    [Theory]
    [InlineData("id,pro_com_t,lon,lat,residenti,", "1,012001,9.05,45.55,5,", 1)]
    [InlineData("id,pro_com_t,lon,lat,residenti\n", "1,012001,9.05,45.55,5,", 2)]
    [InlineData("", "a", 1)]
    public void A_text_without_line_breaks_is_refused_before_it_is_taken_apart(string start, string repeated, int line)
    {
        _folder.Write("punti.csv", start + string.Concat(Enumerable.Repeat(repeated, 50_000_000 / repeated.Length)));
        SourceFileException refused = Should.Throw<SourceFileException>(() => Importer.Import(new ImportRequest(_folder.File("punti.csv")), Small.Content));
        refused.Message.ShouldStartWith($"punti.csv: la riga {line} è lunga più di ");
        refused.Cure.ShouldContain("un a capo alla fine di ogni riga");
        Should.Throw<SourceFileException>(Import).Cure.ShouldBe(refused.Cure);
    }

    [Theory]
    [InlineData("sedi.xlsx", "xl/worksheets/sheet1.xml")]
    [InlineData("sedi.zip", "sedi.dbf")]
    public void A_zip_that_expands_a_thousand_times_is_refused(string file, string part)
    {
        using (ZipArchive zip = ZipFile.Open(_folder.File(file), ZipArchiveMode.Create))
        {
            foreach (string name in (string[])[part, "sedi.shp", "[Content_Types].xml"])
            {
                using Stream entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                for (int i = 0; i < 40; i++)
                    entry.Write(new byte[1024 * 1024]);
            }
        }

        Should.Throw<SourceFileException>(() => Importer.Import(new ImportRequest(_folder.File(file)), Small.Content)).Message.ShouldContain("decompresso supera");
    }

    [Theory]
    [InlineData("utf-16", true, false)]
    [InlineData("utf-16BE", true, false)]
    [InlineData("utf-16", false, true)]
    [InlineData("utf-16BE", false, true)]
    public void UTF_16_is_read_with_its_mark_and_without(string encoding, bool marked, bool said)
    {
        Encoding wide = Encoding.GetEncoding(encoding);
        byte[] text = wide.GetBytes($"{Header}\nS1,Città,spoke,R1,012001,9.05,45.55,\n");
        File.WriteAllBytes(_folder.File("sedi.csv"), marked ? [.. wide.GetPreamble(), .. text] : text);

        ImportResult result = Import();
        result.Mine().Sites.Single(s => s.Id.Value == "S1").Name.ShouldBe("Città");
        result.Report.Issues.Any(i => i.Reason.Contains("UTF-16 senza il segno", StringComparison.Ordinal)).ShouldBe(said);
    }

    [Fact]
    public void A_header_in_two_rows_is_read_where_the_second_names_columns()
    {
        string[] groups = ["Sede", "", "", "Rete", "Posizione", "", "", "Orari"];
        string[] names = ["Codice sede", "Denominazione", "Ruolo", "Codice rete", "Codice ISTAT", "Longitudine", "Latitudine", "Orario"];
        object?[] row = ["S1", "Uno", "spoke", "R1", "012001", 9.05, 45.55, "Mo 09:00-12:00"];
        Workbook.Write(_folder.File("sedi.xlsx"), new Sheet("A", [[.. groups.Select(g => g.Length == 0 ? null : g)], [.. names], row]) { Merged = ["A1:C1", "E1:G1"] });
        Import().Mine().Sites.Length.ShouldBe(2);

        Workbook.Write(
            _folder.File("sedi.xlsx"),
            new Sheet("A", [[.. Header.Split(',')[..5], "Coordinate", null, "opening_hours"], [null, null, null, null, null, "lon", "lat"], row]) { Merged = ["A1:A2", "F1:G1"] });
        ImportResult result = Import();
        result.Mine().Sites.Length.ShouldBe(2);
        result.Report.Issues.ShouldContain(i => i.Reason == "sedi.xlsx: l'intestazione è su due righe (1 e 2): dove la seconda ha un nome vale quello.");

        File.Delete(_folder.File("sedi.xlsx"));
        string cells = string.Join(';', row.Select(c => FormattableString.Invariant($"{c}")));
        _folder.Write("sedi.csv", $"Elenco 2024\n{string.Join(';', groups)}\n{string.Join(';', names)}\n{cells}\n");
        ImportResult text = Import();
        text.Mine().Sites.Length.ShouldBe(2);
        text.Report.Files.Single().Read.ShouldBe(1);
    }

    [Fact]
    public void Sedi_drawn_as_polygons_are_sedi_and_are_asked_for_points()
    {
        _folder.Write(
            "sedi.geojson",
            """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"site_id":"S1","name":"Uno","role":"spoke","network_id":"R1","pro_com_t":"012001"},
            "geometry":{"type":"Polygon","coordinates":[[[9.05,45.55],[9.06,45.55],[9.06,45.56],[9.05,45.55]]]}}]}
            """);
        ImportResult result = Import();
        result.Report.Files.Single().Kind.ShouldBe(ImportKind.Sedi);
        result.Lines().ShouldBe(["1|S1||rifiutata|la geometria è Polygon, non un punto"]);
    }

    public void Dispose() => _folder.Dispose();

    private ImportResult Import() => Importer.Import(new ImportRequest(_folder.Path), Small.Content);
}
