using System.Text;
using CentriFamiglia.Coverage.Formats.GeoJson;
using CentriFamiglia.Coverage.Formats.Tables;

namespace CentriFamiglia.Coverage.Formats.Tests.GeoJson;

public class GeoJsonTableTests
{
    [Fact]
    public void Unknown_members_are_passed_over_and_properties_become_text()
    {
        SourceTable table = Samples.ReadUgly("membri-sconosciuti.geojson");

        table.Columns.ShouldBe(["id", "nome", "aperto", "ore", "spazi", "niente"]);
        Samples.Show(table).ShouldBe(["1: S1|Cantù|true|18.50|[\"a\",\"b\"]|∅", "2: 2|∅|∅|∅|∅|∅"]);
        table.Rows[0].Geometry!.AsText().ShouldBe("POINT (9.19 45.46)");
        table.Rows[1].Geometry.ShouldBeNull();
        table.Epsg.ShouldBe(4326);
        table.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void The_crs_member_of_old_GeoJSON_gives_the_code()
    {
        SourceTable table = Samples.ReadUgly("monte-mario-crs-vecchio.geojson");

        table.Epsg.ShouldBe(3003);
        table.Rows[0].Geometry!.AsText().ShouldBe("POINT (1515000 5035000)");
    }

    [Theory]
    [InlineData("EPSG:32632", 32632)]
    [InlineData("urn:ogc:def:crs:EPSG:6.9:6707", 6707)]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/7791", 7791)]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84", 4326)]
    [InlineData("3003", 3003)]
    public void A_crs_is_known_by_each_of_its_spellings(string crs, int epsg) => Read(crs).Epsg.ShouldBe(epsg);

    [Fact]
    public void A_crs_that_is_no_EPSG_code_is_reported_and_not_guessed()
    {
        SourceTable table = Read("Gauss-Boaga Ovest");

        table.Epsg.ShouldBeNull();
        table.Findings.ShouldHaveSingleItem().ShouldContain("«Gauss-Boaga Ovest» non è riconosciuto");
    }

    [Fact]
    public void A_broken_geometry_stops_its_row_only()
    {
        SourceTable table = Samples.ReadUgly("anelli-rotti.geojson");

        table.Rows.Select(r => r.Cells[0]).ShouldBe(["015146", "015147", "015148", "015149", "015150", "015151"]);
        table.Rows.Select(r => r.GeometryError).ShouldBe([
            null,
            "un anello del poligono non è chiuso: comincia in (0 0) e finisce in (0 1)",
            "un anello del poligono ha 3 punti: ne servono almeno 4, con l'ultimo uguale al primo",
            "una coordinata non è un numero",
            "tipo di geometria sconosciuto: \"Circle\"",
            null,
        ]);
    }

    [Fact]
    public void Broken_JSON_stops_the_file_and_names_the_line()
    {
        SourceFileException error = Should.Throw<SourceFileException>(() => Samples.ReadUgly("troncato.geojson"));

        error.Message.ShouldBe("troncato.geojson: il JSON è rotto alla riga 3, byte 46.");
        error.Cure.ShouldContain("esportarlo di nuovo");
    }

    [Fact]
    public void A_bare_geometry_is_one_row_without_columns()
    {
        SourceTable table = Samples.ReadUgly("solo-geometria.geojson");

        table.Columns.ShouldBeEmpty();
        table.Rows.ShouldHaveSingleItem().Geometry!.AsText().ShouldBe("POINT (9.19 45.46)");
    }

    [Fact]
    public void JSON_without_features_is_refused() =>
        Should.Throw<SourceFileException>(() => Samples.ReadUgly("json-ma-non-geojson.json")).Message.ShouldContain("non GeoJSON");

    [Fact]
    public void GeoJSON_in_Windows_1252_is_read_and_reported()
    {
        SourceTable table = Samples.ReadUgly("windows1252.geojson");

        Samples.Show(table).ShouldBe(["1: Cantù"]);
        table.Findings.ShouldHaveSingleItem().ShouldContain("Windows-1252");
    }

    [Theory]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nome":"\ud800"},"geometry":null}]}""", "mezzo carattere")]
    [InlineData("""{"type":"FeatureCollection","features":[]} e altro""", "rotto alla riga 1")]
    [InlineData("""{"type":"FeatureCollection","features":{}}""", "non GeoJSON")]
    [InlineData("[]", "non GeoJSON")]
    public void What_is_no_GeoJSON_is_refused_with_the_reason(string json, string reason) =>
        Should.Throw<SourceFileException>(() => ReadText(json)).Message.ShouldContain(reason);

    [Fact]
    public void A_property_id_wins_over_the_id_of_the_feature()
    {
        SourceTable table = ReadText("""{"type":"FeatureCollection","features":[{"type":"Feature","id":9,"properties":{"ID":"S1"},"geometry":null}]}""");

        table.Columns.ShouldBe(["ID"]);
        Samples.Show(table).ShouldBe(["1: S1"]);
    }

    [Fact]
    public void A_value_longer_than_a_spreadsheet_holds_is_reported_with_its_cure()
    {
        string json = $$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nome":"{{new string('x', 40_000)}}"},"geometry":null}]}""";

        SourceRow row = ReadText(json).Rows.ShouldHaveSingleItem();

        row.Cells[0].ShouldBeNull();
        (row.RowError, row.RowCure).ShouldBe(("la cella \"nome\" ha 40000 caratteri: il massimo è 32767", FileErrors.LongCellCure));
    }

    private static SourceTable Read(string crs) =>
        ReadText($$$"""{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"{{{crs}}}"}},"features":[]}""");

    private static SourceTable ReadText(string json) => GeoJsonTable.Read(Encoding.UTF8.GetBytes(json), "prova.geojson", FileLimits.Default);
}
