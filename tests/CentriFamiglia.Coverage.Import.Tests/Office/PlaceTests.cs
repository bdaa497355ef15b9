using System.Text;
using CentriFamiglia.Coverage.Formats.GeoJson;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Import.Tests.Office;

/// <summary>Where a row says its place: reference systems, geometries in cells, other dialects of JSON, no coordinates at all.</summary>
public class PlaceTests
{
    private const string Sede = "\"site_id\":\"S1\",\"name\":\"Uno\",\"role\":\"spoke\",\"network_id\":\"R1\",\"pro_com_t\":\"012003\",\"opening_hours\":\"Mo 09:00-12:00\"";

    [Fact]
    public void A_stated_epsg_beats_the_default_of_GeoJSON()
    {
        Place(Json("", "[503897,5055158]"), 32632).ShouldBe((9.05, 45.65));
        Refusal(Json("", "[503897,5055158]"), null).ShouldBe("le coordinate (503897, 5055158) non sono gradi: forse sono metri");
        Refusal(Json("", "[503897,5055158]"), 4326).ShouldBe("le coordinate (503897, 5055158) non sono gradi: forse sono metri");
    }

    [Fact]
    public void One_that_contradicts_the_file_is_said_and_the_file_holds()
    {
        ImportResult result = Import(Json("\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:32632\"}},", "[503897,5055158]"), 3003);

        Place(result).ShouldBe((9.05, 45.65));
        result.Lines().ShouldContain("||geometria|segnalazione|il file dichiara EPSG:32632 e --epsg chiede EPSG:3003: per la geometria vale il file", StringComparer.Ordinal);
    }

    [Fact]
    public void Degrees_are_degrees_whatever_metres_are_asked_for()
    {
        ImportResult result = Import(Json("", "[9.05,45.65]"), 32632);

        Place(result).ShouldBe((9.05, 45.65));
        result.Lines().ShouldBe(["||geometria|segnalazione|le coordinate sono già gradi: EPSG:32632, che è in metri, non è usato per loro"]);
    }

    [Fact]
    public void Columns_in_metres_beside_a_point_in_degrees_are_left_alone_or_read_as_asked()
    {
        string json = Json("", "[9.05,45.65]", ",\"x\":503897,\"y\":5055158");

        ImportResult without = Import(json, null);
        Place(without).ShouldBe((9.05, 45.65));
        without.Lines().ShouldBe(["||lon|segnalazione|le colonne lon e lat non sono gradi: valgono i punti disegnati"]);
        Place(json, 32632).ShouldBe((9.05, 45.65));
    }

    [Theory]
    [InlineData("wkt", "POINT (9.05 45.65)")]
    [InlineData("geom", "SRID=4326;POINT(9.05 45.65)")]
    [InlineData("the_geom", "0101000020E61000009A999999991922403333333333D34640")]
    [InlineData("GEOMETRY", "{\"type\":\"Point\",\"coordinates\":[9.05,45.65]}")]
    [InlineData("_geolocation", "[45.65, 9.05]")]
    [InlineData("_geolocation", "45.65 9.05 0 0")]
    public void A_column_of_geometry_is_read_and_said(string column, string cell)
    {
        string quoted = cell.Replace("\"", "\"\"", StringComparison.Ordinal);
        ImportResult result = Small.Import(
            "sedi.csv", $"site_id,name,role,network_id,pro_com_t,opening_hours,{column}\nS1,Uno,spoke,R1,012003,Mo 09:00-12:00,\"{quoted}\"\n");

        Place(result).ShouldBe((9.05, 45.65));
        result.Report.Issues.Select(i => i.Reason).ShouldContain($"geometria letta dalla colonna «{column}»", StringComparer.Ordinal);
        result.Report.Issues.ShouldNotContain(i => i.Reason.Contains("ignorata", StringComparison.Ordinal));
    }

    [Fact]
    public void Features_one_a_line_and_the_JSON_of_Esri_are_read()
    {
        string feature = "{\"type\":\"Feature\",\"properties\":{" + Sede + "},\"geometry\":{\"type\":\"Point\",\"coordinates\":[9.05,45.65]}}";
        string second = feature.Replace("S1", "S2", StringComparison.Ordinal).Replace("9.05", "9.06", StringComparison.Ordinal);
        foreach (string text in (string[])[$"{feature}\n{second}\n", $"\u001E{feature}\n\u001E{second}\n"])
            Import(text, null).Mine().Sites.Select(s => s.Id.Value).ShouldBe(["H1", "S1", "S2"]);

        const string Esri = "{\"displayFieldName\":\"\",\"geometryType\":\"esriGeometryPoint\",\"spatialReference\":{\"wkid\":32632},\"features\":[{\"attributes\":{";
        Place(Esri + Sede + "},\"geometry\":{\"x\":503897,\"y\":5055158}}]}", null)
            .ShouldBe((9.05, 45.65));
    }

    [Fact]
    public void Rings_of_Esri_are_shells_and_holes_by_the_way_they_turn()
    {
        const string json = """
            {"geometryType":"esriGeometryPolygon","spatialReference":{"wkid":102100,"latestWkid":3857},"features":[{"attributes":{"id":1},"geometry":
            {"rings":[[[0,0],[0,9],[9,9],[9,0],[0,0]],[[1,1],[2,1],[2,2],[1,2],[1,1]],[[20,0],[20,9],[29,9],[20,0]]]}}]}
            """;
        SourceTable table = GeoJsonTable.Read(Encoding.UTF8.GetBytes(json), "aree.json", FileLimits.Default);

        table.Epsg.ShouldBe(3857);
        table.Rows.Single().Geometry!.AsText().ShouldBe("MULTIPOLYGON (((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1)), ((20 0, 20 9, 29 9, 20 0)))");
    }

    [Fact]
    public void A_sede_without_coordinates_may_stand_in_its_comune_by_a_column_or_an_option_which_the_refusal_offers()
    {
        const string Header = "site_id,name,role,network_id,pro_com_t,opening_hours";
        ImportResult refused = Small.Import("sedi.csv", $"{Header}\nS1,Uno,spoke,R1,012003,Mo 09:00-12:00\n");
        refused.Lines().ShouldBe(["2|S1||rifiutata|mancano le coordinate"]);
        refused.Report.Issues.Single(i => i.Id == "S1").Cure.ShouldContain("--precisione comune");

        foreach (ImportResult placed in (ImportResult[])[
            Small.Import("sedi.csv", $"{Header}\nS1,Uno,spoke,R1,012003,Mo 09:00-12:00\n", r => r with { PlaceInComune = true }),
            Small.Import("sedi.csv", $"{Header},precisione\nS1,Uno,spoke,R1,012003,Mo 09:00-12:00,comune\n")])
        {
            Place(placed).ShouldBe((9.05, 45.65));
            placed.Mine().Sites.Single(s => s.Id.Value == "S1").Precision.ShouldBe(SitePrecision.Comune);
            placed.Lines().ShouldBe(["2|S1|lon|segnalazione|senza coordinate: posta nel centro di Angera"]);
        }
    }

    [Fact]
    public void A_comune_without_points_of_its_own_is_one_point_whatever_the_list_of_the_others()
    {
        const string Header = "id,pro_com_t,lon,lat,residenti\n";
        ImportResult some = Small.Import("punti.csv", Header + "A,012001,9.02,45.52,150\nB,012001,9.08,45.58,250\n");
        some.Next.DemandPoints.Select(p => $"{p.Id} {p.Residents}").ShouldBe(["A 150", "B 250"]);
        some.Report.Issues.Select(i => i.Reason).ShouldContain(
            "3 comuni senza punti propri sono un punto solo, il capoluogo con tutti i residenti", StringComparer.Ordinal);

        ImportResult more = Small.Import("punti.csv", Header + "C,012002,9.12,45.52,5000\n", content: some.Next);
        more.Next.DemandPoints.Select(p => p.Id.Value).ShouldBe(["A", "B", "C"]);

        Small.Import("punti.csv", Header + "A,012001,9.02,45.52,150\n", r => r with { Replace = true }, more.Next).Next.DemandPoints.Select(p => p.Id.Value).ShouldBe(["A"]);
    }

    [Fact]
    public void A_list_of_seats_alone_leads_back_to_one_point_per_comune()
    {
        const string Header = "id,pro_com_t,lon,lat,residenti\n";
        TerritoryContent some = Small.Import("punti.csv", Header + "A,012001,9.02,45.52,150\nB,012001,9.08,45.58,250\n").Next;

        Small.Import("punti.csv", Header + "012001,012001,9.05,45.55,400\n", r => r with { Replace = true }, some).Next.DemandPoints.IsEmpty.ShouldBeTrue();
        Small.Import("punti.csv", Header + "012001,012001,9.05,45.55,399\n", r => r with { Replace = true }, some).Next.DemandPoints.Select(p => p.Residents).ShouldBe([399]);
    }

    [Fact]
    public void New_points_take_the_place_of_the_seat_that_an_archive_of_old_kept_as_a_point()
    {
        const string Header = "id,pro_com_t,lon,lat,residenti\n";
        TerritoryContent old = Small.Content with { DemandPoints = [.. Small.Content.Comuni.Select(c => DemandPoint.Of(c, c.Seat!.Lon, c.Seat.Lat))] };

        Small.Import("punti.csv", Header + "A,012001,9.02,45.52,150\n", content: old).Next.DemandPoints.Select(p => p.Id.Value).ShouldBe(["A"]);
    }

    private static string Json(string member, string coordinates, string properties = "") =>
        "{\"type\":\"FeatureCollection\"," + member + "\"features\":[{\"type\":\"Feature\",\"properties\":{" + Sede + properties
            + "},\"geometry\":{\"type\":\"Point\",\"coordinates\":" + coordinates + "}}]}";

    private static ImportResult Import(string json, int? epsg) =>
        Importer.Import(new ImportRequest("x") { Epsg = epsg }, [GeoJsonTable.Read(Encoding.UTF8.GetBytes(json), "sedi.geojson", FileLimits.Default)], Small.Content);

    private static string Refusal(string json, int? epsg) => Import(json, epsg).Report.Issues.Single(i => i.Severity == IssueSeverity.Refused).Reason;

    private static (double, double) Place(string json, int? epsg) => Place(Import(json, epsg));

    private static (double, double) Place(ImportResult result)
    {
        Site site = result.Mine().Sites.Single(s => s.Id.Value == "S1");
        return (Math.Round(site.Lon, 4), Math.Round(site.Lat, 4));
    }
}
