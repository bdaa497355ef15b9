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

        ImportResult ambiti = Small.Import([("unita_a.csv", "pro_com_t,ats,ambito\n012001,Insubria,Luino\n"), ("unita_b.csv", "pro_com_t,ats,ambito\n012001,Insubria,Sesto Calende\n")]);
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
        _folder.Write("sedi.csv", $"Elenco 2024\n{string.Join(';', groups)}\n{string.Join(';', names)}\n{string.Join(';', row.Select(c => FormattableString.Invariant($"{c}")))}\n");
        ImportResult text = Import();
        text.Mine().Sites.Length.ShouldBe(2);
        text.Report.Files.Single().Read.ShouldBe(1);
    }

    [Theory]
    [InlineData("45323", "2024-02-01", true)]
    [InlineData("1° febbraio 2024", "2024-02-01", false)]
    [InlineData("31 gen 2025", "2025-01-31", false)]
    [InlineData("2024/02/01", "2024-02-01", false)]
    [InlineData("2024", null, false)]
    [InlineData("31/06/2024", null, false)]
    [InlineData("feb-24", null, false)]
    public void A_date_is_read_as_offices_write_it_and_the_number_of_a_day_is_said(string written, string? read, bool mended)
    {
        ImportResult result = Small.Import("reti.csv", $"network_id,name,start_date\nR2,Due,{written}\n");
        result.Applied.ShouldBe(read is not null);
        (result.Report.Mended == 1).ShouldBe(mended);
        if (read is not null)
            result.Mine().Networks.Single(n => n.Id.Value == "R2").StartsOn.ShouldBe(DateOnly.Parse(read, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("70.000 €", "12 mesi", 70_000.0, 12, null)]
    [InlineData("70.000,00 euro", "12", 70_000.0, 12, null)]
    [InlineData("EUR 65.000,50", "12", 65_000.5, 12, null)]
    [InlineData("65000 Eur.", "12", 65_000.0, 12, null)]
    [InlineData("65000", "18 ore", null, null, "Scrivere solo le cifre, senza «ore».")]
    [InlineData("70mila", "12", null, null, "Scrivere solo le cifre, senza «mila».")]
    [InlineData("settantamila", "12", null, null, "Scrivere solo le cifre, con la virgola o il punto per i decimali.")]
    public void A_unit_is_read_where_it_is_that_of_the_column_and_named_where_it_is_not(string euro, string months, double? read, int? term, string? cure)
    {
        ImportResult result = Small.Import("reti.csv", $"network_id;name;contribution_eur;months\nR2;Due;{euro};{months}\n");
        result.Report.Issues.FirstOrDefault(i => i.Severity == IssueSeverity.Refused)?.Cure.ShouldBe(cure);
        result.Applied.ShouldBe(cure is null);
        if (read is not null)
            result.Mine().Networks.Where(n => n.Id.Value == "R2").Select(n => ((double?)n.ContributionEur, n.Months)).ShouldBe([(read, term)]);
    }

    [Fact]
    public void Degrees_may_have_their_sign_and_minutes_of_arc_are_refused_with_the_cure()
    {
        Small.Import("sedi.csv", $"{Header}\nS1,Uno,spoke,R1,012001,9.05° E,45.55°N,\n").Applied.ShouldBeTrue();
        Small.Import("sedi.csv", $"{Header}\nS1,Uno,spoke,R1,012001,9°03'00,45.55,\n").Report.Issues.First(i => i.Severity == IssueSeverity.Refused)
            .Cure.ShouldBe("Scrivere i gradi con i decimali (per esempio 9,1900), non gradi, primi e secondi.");
    }

    [Theory]
    [InlineData("pro_com_t,residenti,residenti", "«residenti» si legge dalla colonna «residenti»; la colonna 3 «residenti» la ripete e non è letta")]
    [InlineData("pro_com_t,residenti,popolazione", "«residenti» si legge dalla colonna «residenti»; la colonna 3 «popolazione» la ripete e non è letta")]
    [InlineData("pro_com_t,popolazione,abitanti", "«residenti» si legge dalla colonna «popolazione»; la colonna 3 «abitanti» la ripete e non è letta")]
    public void A_column_given_twice_is_said_and_is_a_finding_where_the_two_differ(string header, string said)
    {
        Small.Import("popolazione.csv", header + "\n012001,401,401\n012002,5000,\n").Report.Issues.ShouldContain(i => i.Severity == IssueSeverity.Note && i.Reason == said);
        Small.Import("popolazione.csv", header + "\n012001,401,401\n012002,5000,5001\n").Report.Issues
            .ShouldContain(i => i.Severity == IssueSeverity.Finding && i.Reason == said + ", ma dice altro in 1 righe (la prima è la 3)");
    }

    [Fact]
    public void Notes_below_the_table_are_refused_once_each_and_named()
    {
        Small.Import("sedi.csv", $"{Header}\nS1,Uno,spoke,R1,012001,9.05,45.55,\n,,,,,,,\nNota: dati provvisori,,,,,,,\nRedatto da,Ufficio di Piano,,,,,,\n")
            .Lines().Where(l => l.Contains("rifiutata", StringComparison.Ordinal)).ShouldBe([
                "4|||rifiutata|è sotto la tabella, dopo una riga vuota: sembra una nota («Nota: dati provvisori»), non un dato",
                "5|||rifiutata|è sotto la tabella, dopo una riga vuota: sembra una nota («Redatto da»), non un dato",
            ]);
        Small.Import("popolazione.csv", "pro_com_t;residenti\n012001;401\n\nFonte: ISTAT\n")
            .Lines().ShouldBe(["4|||rifiutata|è sotto la tabella, dopo una riga vuota: sembra una nota («Fonte: ISTAT»), non un dato"]);
        // A row of data after a blank one is a row of data.
        Small.Import("popolazione.csv", "pro_com_t;residenti\n012001;401\n\n012002;5001\n").Lines().ShouldBeEmpty();
        Small.Import("popolazione.csv", "pro_com_t;residenti\n012001;401\n\n012002;\n").Lines().ShouldBe(["4|012002|residenti|rifiutata|manca il valore di «residenti»"]);
    }

    [Fact]
    public void The_header_once_more_between_the_rows_is_named() =>
        Small.Import("popolazione.csv", "pro_com_t;residenti\n012001;401\n\npro_com_t;residenti\n012002;5001\n")
            .Lines().ShouldBe(["4|||rifiutata|ripete l'intestazione"]);

    [Theory]
    [InlineData("Popolazione al 1° gennaio 2023", true)]
    [InlineData("Residenti al 31/12/2022", true)]
    [InlineData("Popolazione 2023", true)]
    [InlineData("Popolazione 2022;Popolazione 2023", false)]
    [InlineData("2023", false)]
    public void A_header_may_end_with_its_year_where_no_other_column_is_of_another_year(string header, bool read) =>
        Small.Import("popolazione.csv", $"codice;{header}\n012001;401;402\n".Replace("codice", "pro_com_t", StringComparison.Ordinal)
            .Replace(header.Contains(';', StringComparison.Ordinal) ? "\0" : ";402", "", StringComparison.Ordinal)).Applied.ShouldBe(read);

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
