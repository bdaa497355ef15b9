using System.Text;
using CentriFamiglia.Coverage.Formats.Csv;
using CentriFamiglia.Coverage.Formats.GeoJson;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Import.Tests.Office;

/// <summary>Cells as offices fill them: codes, words, lists, invisible characters.</summary>
public class CellTests
{
    private const string Header = "site_id;name;role;network_id;pro_com_t;lon;lat;opening_hours";

    [Theory]
    [InlineData("16024.0", "zeri iniziali persi: 16024 letto come 016024 (Bergamo)")]
    [InlineData("16024,00", "zeri iniziali persi: 16024 letto come 016024 (Bergamo)")]
    [InlineData("016024.0", "codice scritto 016024.0, letto come 016024 (Bergamo)")]
    [InlineData("=\"016024\"", "codice scritto =\"016024\", letto come 016024 (Bergamo)")]
    [InlineData("'016024", "codice scritto '016024, letto come 016024 (Bergamo)")]
    [InlineData("\u200B016024", null)]
    [InlineData("016024\u00A0", null)]
    public void A_code_that_a_spreadsheet_wrapped_is_the_code(string written, string? mended)
    {
        ImportResult result = Small.Import("sedi.csv", $"{Header}\nS1;Uno;spoke;R1;{written};9,15;45,65;Mo 09:00-12:00\n");

        result.Mine().Sites.Single(s => s.Id.Value == "S1").Comune.Value.ShouldBe("016024");
        result.Lines().Where(l => l.Contains("|corretta|", StringComparison.Ordinal)).ShouldBe(mended is null ? [] : [$"2|S1|pro_com_t|corretta|{mended}"]);
    }

    [Fact]
    public void Residents_of_a_code_written_as_a_float_are_those_of_the_comune() =>
        Small.Import("popolazione.csv", "pro_com_t;residenti\n16024.0;120001\n").Next.Comuni.Single(c => c.Name == "Bergamo").Residents.ShouldBe(120_001);

    [Theory]
    [InlineData("03016024", "Scrivere 016024 (Bergamo).")]
    [InlineData("A794", "Scrivere il codice ISTAT di sei cifre (per esempio 015146), come testo.")]
    [InlineData("16024.5", "Scrivere il codice ISTAT di sei cifre (per esempio 015146), come testo.")]
    public void A_code_of_another_kind_is_refused_with_its_own_cure(string written, string cure) =>
        Small.Import("sedi.csv", $"{Header}\nS1;Uno;spoke;R1;{written};9,15;45,65;\n").Report.Issues.Single(i => i.Severity == IssueSeverity.Refused).Cure.ShouldBe(cure);

    [Fact]
    public void Characters_of_no_width_are_dropped_and_counted_once_a_column()
    {
        ImportResult result = Small.Import("sedi.csv",
            $"{Header}\nS\u200B1;Centro\u00AD Uno;spoke;R1;012003;9,05;45,65;Mo 09:00-12:00\nS2\uFEFF;Due;spoke;R1;012003;9,06;45,66;Mo 09:00-12:00\n");

        result.Mine().Sites.Select(s => $"{s.Id} {s.Name}").ShouldBe(["H1 Hub di Agra", "S1 Centro Uno", "S2 Due"]);
        result.Lines().ShouldBe([
            "||site_id|segnalazione|tolti caratteri invisibili da 2 celle di «site_id» (la prima alla riga 2)",
            "||name|segnalazione|tolti caratteri invisibili da 1 cella di «name» (la prima alla riga 2)",
        ]);
    }

    [Theory]
    [InlineData("Cant\uFFFD")]
    [InlineData("Cant\u009D")]
    [InlineData("Centro\u000Buno")]
    public void Letters_that_were_lost_before_are_said(string name) =>
        Small.Import("sedi.csv", $"{Header}\nS1;{name};spoke;R1;012003;9,05;45,65;Mo 09:00-12:00\n").Lines()
            .ShouldBe(["||name|segnalazione|in 1 cella di «name» ci sono caratteri illeggibili (la prima alla riga 2)"]);

    [Theory]
    [InlineData("SI", SiteStatus.Active)]
    [InlineData("sì", SiteStatus.Active)]
    [InlineData("NO", SiteStatus.Closed)]
    [InlineData("false", SiteStatus.Closed)]
    public void The_column_attiva_takes_yes_and_no(string written, SiteStatus status) =>
        Small.Import("sedi.csv", $"{Header};attiva\nS1;Uno;spoke;R1;012003;9,05;45,65;Mo 09:00-12:00;{written}\n").Mine().Sites.Single(s =>
            s.Id.Value == "S1").Status.ShouldBe(status);

    [Theory]
    [InlineData("accoglienza|sportello|colloqui")]
    [InlineData("accoglienza, sportello, colloqui")]
    [InlineData("Accoglienza; Sportello informativo; Sala colloqui")]
    [InlineData("[\"accoglienza\",\"sportello\",\"colloqui\"]")]
    [InlineData("accoglienza\nsportello\ncolloqui")]
    public void Spaces_are_listed_in_every_way_that_offices_list_them(string written) =>
        Small.Import("sedi.csv", $"{Header};spazi\nS1;Uno;spoke;R1;012003;9,05;45,65;Mo 09:00-12:00;\"{written.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n")
            .Mine().Sites.Single(s => s.Id.Value == "S1").Spaces.ShouldBe(["accoglienza", "sportello", "colloqui"]);

    [Fact]
    public void A_service_that_is_none_of_the_act_is_kept_and_the_nearest_is_named()
    {
        ImportResult result = Small.Import("sedi.csv", $"{Header};servizi\nS1;Uno;spoke;R1;012003;9,05;45,65;Mo 09:00-12:00;Informazione e orientamento, laboratorj, doposcuola\n");

        result.Mine().Sites.Single(s => s.Id.Value == "S1").Services.ShouldBe(["informazione_orientamento", "laboratorj", "doposcuola"]);
        result.Lines().ShouldBe([
            "2|S1|services|segnalazione|«laboratorj» non è fra i servizi dell'atto (forse «laboratori»)",
            "2|S1|services|segnalazione|«doposcuola» non è fra i servizi dell'atto",
        ]);
    }

    [Fact]
    public void A_list_of_JSON_is_a_list_and_an_Ambito_may_have_a_comma_in_its_name()
    {
        const string json = """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":
            {"site_id":"S1","name":"X","role":"hub","network_id":"R1","pro_com_t":12003.0,
            "spaces":["accoglienza","polivalente"],"declared_ambiti":["Luino","Sesto, Calende"],"opening_hours":"Mo 09:00-12:00"},
            "geometry":{"type":"Point","coordinates":[9.05,45.65]}}]}
            """;
        ImportResult result = Importer.Import(new ImportRequest("x"), [GeoJsonTable.Read(Encoding.UTF8.GetBytes(json), "sedi.geojson", FileLimits.Default)], Small.Content);

        Site site = result.Mine().Sites.Single(s => s.Id.Value == "S1");
        site.Spaces.ShouldBe(["accoglienza", "polivalente"]);
        site.DeclaredAmbiti.ShouldBe(["Luino", "Sesto, Calende"]);
    }

    [Fact]
    public void All_columns_of_a_row_are_checked_at_once() =>
        Small.Import("sedi.csv", $"{Header};stato\n;;capo;R9;999999;abc;45,65;;boh\n").Lines().Select(l => l.Split('|')[2]).Order(StringComparer.Ordinal)
            .ShouldBe(["lon", "name", "network_id", "pro_com_t", "role", "site_id", "status"]);

    [Theory]
    [InlineData(new byte[] { 0x9D }, "Cantù")]
    [InlineData(new byte[] { 0x8F, 0x20, 0x88 }, "Cantè à")]
    [InlineData(new byte[] { 0x8D, 0x20, 0x97 }, "Cantì ù")]
    [InlineData(new byte[] { 0x97, 0x20, 0x8A }, "Cantù è")]
    [InlineData(new byte[] { 0x98, 0x20, 0x88 }, "Cantò à")]
    public void Bytes_that_Windows_does_not_have_prove_an_older_encoding(byte[] bytes, string name)
    {
        SourceTable table = CsvTable.Read([.. "id;nome\n1;Cant"u8, .. bytes, (byte)'\n'], "sedi.csv", FileLimits.Default);

        table.Rows.Single().Cells[1].ShouldBe(name);
        table.Findings.Single().ShouldContain("non è UTF-8 né Windows-1252");
    }

    [Fact]
    public void Bytes_of_no_encoding_of_Italian_refuse_the_file() =>
        Should.Throw<SourceFileException>(() => CsvTable.Read([.. "id;nome\n1;"u8, 0x81, 0x9D, 0x90, (byte)'\n'], "sedi.csv", FileLimits.Default)).Cure.ShouldContain("CSV UTF-8");

    [Fact]
    public void Quotes_that_CSV_does_not_allow_stay_in_the_text_and_are_said()
    {
        ImportResult result = Small.Import(
            "sedi.csv", $"{Header}\nS1;Centro \"Il Melograno\";spoke;R1;012003;9,05;45,65;\nS2;\"La Tenda\" Centro;spoke;R1;012003;9,06;45,66;\nS3;d'ascolto "
                + "12\";spoke;R1;012003;9,07;45,67;\n");

        result.Mine().Sites.Skip(1).Select(s => s.Name).ShouldBe(["Centro \"Il Melograno\"", "\"La Tenda\" Centro", "d'ascolto 12\""]);
        result.Report.Issues.ShouldContain(i => i.Reason == "sedi.csv: virgolette fuori posto alla riga 3: il testo è letto come è scritto.");
    }

    [Fact]
    public void A_quote_that_closes_in_another_row_swallows_none_in_silence()
    {
        ImportResult result = Small.Import("sedi.csv", $"{Header}\nS1;\"Uno;spoke;R1;012003;9,05;45,65;\nS2;Due\";spoke;R1;012003;9,06;45,66;\n");
        result.Applied.ShouldBeFalse();
        result.Lines().Single().ShouldStartWith("2|||rifiutata|la cella «name» contiene il resto della riga e l'inizio di un'altra");

        Small.Import("sedi.csv", $"{Header};spazi;servizi\nS1;Uno;spoke;R1;012003;9,05;45,65;\"Mo 09:00-12:00;\nTu 09:00-12:00\";;\n").Applied.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Elenco dei centri;;;;;;;\nal 31/12;;;;;;;\n;;;;;;;\n", 4)]
    [InlineData("Elenco dei centri, per ATS, per Ambito\n", 2)]
    [InlineData("\n\n\"Titolo su\ndue righe\"\n", 5)]
    public void The_header_of_a_text_may_stand_below_titles(string titles, int line)
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("sedi.csv", $"{titles}{Header}\nS1;Uno;spoke;R1;012003;9,05;45,65;Mo 09:00-12:00\n");
        ImportResult result = Importer.Import(new ImportRequest(file), Small.Content);

        result.Applied.ShouldBeTrue();
        result.Report.Issues.ShouldContain(i => i.Reason.StartsWith($"sedi.csv: intestazione alla riga {line}; righe di titolo non lette: ", StringComparison.Ordinal));
    }
}
