using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Import.Tests.Kinds;

public class SiteImportTests
{
    private const string Header = "site_id,name,role,network_id,pro_com_t,lon,lat,opening_hours\n";

    [Fact]
    public void A_new_sede_is_added_to_those_already_there()
    {
        ImportResult result = Small.Import("sedi.csv", Header + "S1,Spoke di Angera,spoke,R1,012003,9.05,45.65,Mo 09:00-12:00\n");
        result.Lines().ShouldBeEmpty();
        result.Applied.ShouldBeTrue();
        result.Changed.ShouldBe(ContentParts.SiteSets);
        result.Mine().Sites.Select(s => s.Id.Value).ShouldBe(["H1", "S1"]);
    }

    [Fact]
    public void Italian_headers_and_words_with_semicolons_and_decimal_commas_mean_the_same()
    {
        ImportResult result = Small.Import(
            "elenco.csv",
            "ID Sede;Denominazione;Ruolo;Rete;Codice ISTAT;Longitudine;Latitudine;Orari;Accessibilità;Stato\n"
            + "S1;Spoke di Angera;Partner;R1;12003;9,05;45,65;lun 9-12;parziale;prevista\n");
        result.Lines().ShouldBe(["2|S1|pro_com_t|corretta|zeri iniziali persi: 12003 letto come 012003 (Angera)"]);
        Site site = result.Mine().Sites.Single(s => s.Id.Value == "S1");
        (site.Role, site.Comune.Value, site.Lon, site.Lat).ShouldBe((SiteRole.Spoke, "012003", 9.05, 45.65));
        (site.Status, site.Wheelchair).ShouldBe((SiteStatus.Planned, "limited"));
    }

    [Fact]
    public void What_the_public_and_the_office_know_of_a_sede_is_read_under_its_Italian_names()
    {
        ImportResult result = Small.Import(
            "sedi.csv",
            "id;nome;ruolo;rete;istat;lon;lat;orari;Indirizzo;Telefono;E-mail;Sito web;Operatori;Figure professionali;Protocolli operativi;Carta dei servizi\n"
            + "S1;Uno;spoke;R1;012003;9,05;45,65;24/7;Via Roma 1;0332 000000;uno@esempio.it;https://esempio.it;3;psicologo|educatore;Consultorio;no\n"
            + "S2;Due;spoke;R1;012003;9,06;45,66;24/7;;;;;;;;\n");

        result.Lines().ShouldBeEmpty();
        Site site = result.Mine().Sites.Single(s => s.Id.Value == "S1");
        (site.Address, site.Phone, site.Email, site.Web).ShouldBe(("Via Roma 1", "0332 000000", "uno@esempio.it", "https://esempio.it"));
        (site.Operators, site.ServiceCharter).ShouldBe((3, false));
        (string.Join('+', site.Staff), string.Join('+', site.Protocols)).ShouldBe(("psicologo+educatore", "Consultorio"));
        Site silent = result.Mine().Sites.Single(s => s.Id.Value == "S2");
        (silent.Address, silent.Operators, silent.ServiceCharter, silent.Staff.Length, silent.Protocols.Length).ShouldBe((null, null, null, 0, 0));
    }

    [Theory]
    [InlineData(32632)]
    [InlineData(6707)]
    public void Metres_are_placed_when_the_request_states_their_reference_system(int epsg)
    {
        ImportResult result = Small.Import(
            "sedi.csv", "site_id;nome;ruolo;rete;istat;est;nord;orari\nS1;Uno;spoke;R1;012003;503897,0;5055158,0;24/7\n", r => r with { Epsg = epsg });
        result.Lines().ShouldBeEmpty();
        Site site = result.Mine().Sites.Single(s => s.Id.Value == "S1");
        site.Lon.ShouldBe(9.05, 1e-4);
        site.Lat.ShouldBe(45.65, 1e-4);
    }

    [Fact]
    public void The_accuracy_of_an_old_reference_system_is_said_once_per_file()
    {
        ImportResult result = Small.Import(
            "sedi.csv",
            "site_id;nome;ruolo;rete;istat;est;nord;orari\nS1;Uno;spoke;R1;012003;1503924,0;5055179,0;24/7\nS2;Due;spoke;R1;012003;1504924,0;5056179,0;24/7\n",
            r => r with { Epsg = 3003 });
        result.Applied.ShouldBeTrue();
        result.Lines().ShouldBe(["||lon|segnalazione|le coordinate sono in EPSG:3003 (Monte Mario / Italy zone 1): portarle in WGS84 le lascia esatte a circa 4 m"]);
    }

    [Theory]
    [InlineData("S1,Uno,spoke,R1,999999,9.05,45.65,24/7", "pro_com_t", "il codice 999999 non è un comune della Lombardia al 1° gennaio 2023")]
    [InlineData("S1,Uno,spoke,R1,F205,9.05,45.65,24/7", "pro_com_t", "«F205» non è un codice ISTAT di comune")]
    [InlineData("S1,Uno,spoke,R1,\"1,2E+04\",9.05,45.65,24/7", "pro_com_t", "«1,2E+04» non è un codice ISTAT di comune")]
    [InlineData("S1,Uno,spoke,R1,012003,45.65,9.05,24/7", "lon", "longitudine e latitudine sono scambiate")]
    [InlineData("S1,Uno,spoke,R1,012003,,,24/7", "lon", "mancano le coordinate")]
    [InlineData("S1,Uno,spoke,R1,012003,9.05,,24/7", "lat", "manca il valore di «lat»")]
    [InlineData("S1,Uno,spoke,R1,012003,NaN,45.65,24/7", "lon", "«lon» non è un numero")]
    [InlineData("S1,Uno,spoke,R1,012003,inf,45.65,24/7", "lon", "«lon» non è un numero")]
    [InlineData("S1,Uno,spoke,R1,012003,12.5,41.9,24/7", "lon", "il punto è fuori dalla Lombardia, a più di 100 km da Angera")]
    [InlineData("S1,Uno,spoke,R1,012003,500000,5050000,24/7", "lon", "le coordinate (500000, 5050000) non sono gradi: forse sono metri")]
    [InlineData("S1,Uno,spoke,R1,012003,9.15,45.65,24/7", "lon", "il punto cade in Bergamo (016024), a 3,9 km da Angera (012003)")]
    [InlineData("S1,Uno,centrale,R1,012003,9.05,45.65,24/7", "role", "«centrale» non è un valore di «role»")]
    [InlineData("S1,Uno,,R1,012003,9.05,45.65,24/7", "role", "manca il valore di «role»")]
    [InlineData("S1,Uno,spoke,r1,012003,9.05,45.65,24/7", "network_id", "la rete «r1» non è fra le reti dell'insieme «mie» (forse «R1»)")]
    [InlineData("S1,,spoke,R1,012003,9.05,45.65,24/7", "name", "manca il valore di «name»")]
    [InlineData(",Uno,spoke,R1,012003,9.05,45.65,24/7", "site_id", "manca il valore di «site_id»")]
    public void What_cannot_be_placed_or_trusted_is_refused(string row, string column, string reason)
    {
        ImportResult result = Small.Import("sedi.csv", Header + row + "\n");
        result.Applied.ShouldBeFalse();
        result.Counts().ShouldBe((1, 0, 1, 0));
        string id = row.StartsWith(',') ? "" : "S1";
        string.Join(";;", result.Lines()).ShouldContain($"2|{id}|{column}|rifiutata|{reason}");
        result.Report.Summary().ShouldNotContain("--accept-valid");
        result.Next.ShouldBeSameAs(Small.Content);
    }
}
