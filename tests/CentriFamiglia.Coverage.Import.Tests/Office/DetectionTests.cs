using System.Text;
using CentriFamiglia.Coverage.Formats.GeoJson;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Import.Tests.Office;

/// <summary>A kind asks for evidence of its own: an id and a name are those of anything.</summary>
public class DetectionTests
{
    [Theory]
    [InlineData("elenco.csv", "id;nome")]
    [InlineData("elenco.csv", "codice;denominazione;indirizzo;comune")]
    [InlineData("scuole.csv", "codice;nome;ats")]
    [InlineData("aree.csv", "codice;nome;ats;residenti")]
    [InlineData("progetti.csv", "progetto;titolo;ente")]
    public void A_list_with_an_id_and_a_name_is_nothing_in_particular(string file, string header)
    {
        ImportResult result = Small.Import(file, header + "\n" + string.Join(';', header.Split(';').Select((_, i) => $"x{i}")) + "\n");

        result.Applied.ShouldBeFalse();
        result.Report.Files.Single().Kind.ShouldBeNull();
        result.Report.Issues.Single().Reason.ShouldStartWith("non si capisce che cosa contiene");
    }

    [Theory]
    [InlineData("sedi.csv", "codice;nome;ruolo;comune;lon;lat", "pro_com_t")]
    [InlineData("elenco.csv", "codice;nome;ruolo;comune;lon;lat", "pro_com_t")]
    [InlineData("centri 2024.csv", "codice;nome;indirizzo", "role,pro_com_t")]
    [InlineData("reti.csv", "nome;contributo;mesi", "network_id")]
    [InlineData("reti.csv", "network_id;nome;ats;ruolo;istat;lon;lat", "site_id")]
    [InlineData("elenco.csv", "titolo;contributo;mesi", "network_id")]
    [InlineData("elenco.csv", "istat;comune;distretto;ambito", "ats")]
    [InlineData("popolazione.csv", "comune;residenti", "pro_com_t")]
    [InlineData("sedi.csv", "qualunque;cosa", "site_id,name,role,pro_com_t")]
    public void What_its_name_or_its_columns_say_is_refused_by_the_columns_that_are_missing(string file, string header, string missing)
    {
        foreach (string rows in (string[])["", string.Join(';', header.Split(';').Select(_ => "1")) + "\n"])
        {
            ImportResult result = Small.Import(file, header + "\n" + rows);

            result.Applied.ShouldBeFalse();
            result.Lines().ShouldBe([.. missing.Split(',').Select(m => $"||{m}|rifiutata|manca la colonna «{m}»")]);
        }
    }

    [Theory]
    [InlineData("elenco.csv", "network_id;name;ats", ImportKind.Reti)]
    [InlineData("elenco.csv", "codice;titolo;contributo", ImportKind.Reti)]
    [InlineData("reti.csv", "codice;nome;ats", ImportKind.Reti)]
    [InlineData("elenco.csv", "id;nome;ruolo;codice istat;longitudine;latitudine", ImportKind.Sedi)]
    [InlineData("reti e sedi.csv", "id;nome;ruolo;rete;codice istat;x;y", ImportKind.Sedi)]
    [InlineData("elenco.csv", "istat;ats;ambito", ImportKind.Unita)]
    [InlineData("elenco.csv", "Codice comune;Popolazione residente (al 1° gennaio)", ImportKind.Popolazione)]
    public void Evidence_of_one_kind_tells_it(string file, string header, ImportKind kind) =>
        Small.Import(file, header + "\n").Report.Files.Single().Kind.ShouldBe(kind);

    [Theory]
    [InlineData("copertura", "livello,codice,nome,ats,verdetto,residenti")]
    [InlineData("lacune", "pro_com_t,comune,ambito,distretto,ats,residenti,sede_vicina,minuti,minuti_stessa_ats")]
    [InlineData("bacini", "site_id,name,role,network_id,comune,pro_com_t,ore_settimanali,residenti_per_ora,lon,lat")]
    [InlineData("bacini", "network_id,name,ats,sedi,ore_settimanali,residenti_per_ora")]
    [InlineData("confini delle aree (ambiti, distretti o ATS)", "livello,codice,nome,ats,residenti,comuni,fonte_stato")]
    public void An_answer_of_this_program_is_named_and_refused_whatever_is_asked(string layer, string header)
    {
        foreach (ImportKind? kind in (ImportKind?[])[null, ImportKind.Reti, ImportKind.Unita])
        {
            ImportResult result = Small.Import("reti.csv", header + "\n" + string.Join(',', header.Split(',').Select(_ => "1")) + "\n", r => r with { Kind = kind });

            result.Lines().ShouldBe([$"|||rifiutata|è un risultato di questo programma (strato «{layer}»), non un elenco da importare"]);
            result.Counts().ShouldBe((1, 0, 1, 0));
        }
    }

    [Theory]
    [InlineData("site_id,name,role,network_id,pro_com_t,lon,lat")]
    [InlineData("codice;nome;ruolo;comune;lon;lat")]
    public void A_list_of_sedi_is_no_list_of_networks_even_when_asked_for(string header) =>
        Small.Import("reti.csv", header + "\n", r => r with { Kind = ImportKind.Reti }).Lines()
            .ShouldBe(["|||rifiutata|è un elenco di sedi (ha il ruolo o il luogo di ogni riga), non di reti"]);

    [Fact]
    public void The_shipped_boundaries_of_the_areas_are_no_networks()
    {
        string path = Path.Combine(Shipped.Folder("geodata"), "ambiti.geojson");
        Importer.Import(new ImportRequest(path), Small.Content).Lines().Single().ShouldContain("è un risultato di questo programma");
    }

    [Fact]
    public void The_mark_of_an_export_tells_more_than_its_columns()
    {
        const string json = """
            {"type":"FeatureCollection","meta":{"strato":"proposte"},"features":[
            {"type":"Feature","properties":{"site_id":"S1","name":"Uno","role":"spoke","pro_com_t":"012001"},"geometry":null}]}
            """;
        SourceTable table = GeoJsonTable.Read(Encoding.UTF8.GetBytes(json), "sedi.geojson", FileLimits.Default);
        Importer.Import(new ImportRequest("x"), [table],
            Small.Content).Lines().ShouldBe(["|||rifiutata|è un risultato di questo programma (strato «proposte»), non un elenco da importare"]);
    }

    [Fact]
    public void A_name_cut_by_a_DBF_is_the_name_and_the_report_says_so()
    {
        ImportResult result = Small.Import("sedi.csv",
            "site_id,name,role,network_id,pro_com_t,lon,lat,opening_ho,declared_a\nS1,Uno,spoke,R1,012001,9.05,45.55,Mo 09:00-12:00,Luino\n");

        result.Mine().Sites.Single(s => s.Id.Value == "S1").OpeningHours.ShouldBe("Mo 09:00-12:00");
        result.Report.Issues.ShouldContain(i => i.Reason == "colonna «opening_ho» letta come «opening_hours»: il nome è troncato a dieci lettere");
    }

    [Theory]
    [InlineData("""{"name":"Agra","op_id":"1","com_istat_code":"012001","com_istat_code_num":12001,"prov_acr":"VA"}""")]
    [InlineData("""{"COD_REG":3,"PRO_COM":12001,"PRO_COM_T":"012001","COMUNE":"Agra"}""")]
    public void Comuni_have_the_names_of_openpolis_and_of_ISTAT(string properties)
    {
        string json = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":" + properties
            + ",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[9,45.5],[9,45.6],[9.1,45.6],[9.1,45.5],[9,45.5]]]}}]}";
        ImportResult result = Importer.Import(
            new ImportRequest("x"), [GeoJsonTable.Read(Encoding.UTF8.GetBytes(json), "limiti.geojson", FileLimits.Default)], Small.Content);
        result.Lines().ShouldBeEmpty();
        result.Report.Files.Single().Kind.ShouldBe(ImportKind.Comuni);
        result.Changed.HasFlag(ContentParts.Memberships).ShouldBeFalse();
    }
}
