using System.Text.Json;
using CentriFamiglia.Coverage.Formats.GeoJson;
using FsCheck;
using FsCheck.Fluent;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Formats.Tests.GeoJson;

public class GeoJsonGeometryTests
{
    private static readonly JsonSerializerOptions _options = new() { Converters = { new GeoJsonGeometry() } };

    // The expected texts are those of PostGIS 3.3: ST_AsGeoJSON(ST_ForcePolygonCCW(geom), 7, 0); only what is nearer to nought than
    // 0.00001 degrees is the same number written with an exponent.
    [Theory]
    [InlineData("POINT(9.190000049 45.46)", """{"type":"Point","coordinates":[9.19,45.46]}""")]
    [InlineData("POINT(123456.123456789 5030000.5)", """{"type":"Point","coordinates":[123456.1234568,5030000.5]}""")]
    [InlineData("POINT(0.0000001 -12)", """{"type":"Point","coordinates":[1E-07,-12]}""")]
    [InlineData("POINT EMPTY", """{"type":"Point","coordinates":[]}""")]
    [InlineData("LINESTRING(9.1234567891 45,9 45)", """{"type":"LineString","coordinates":[[9.1234568,45],[9,45]]}""")]
    [InlineData("LINESTRING EMPTY", """{"type":"LineString","coordinates":[]}""")]
    [InlineData(
        "POLYGON((0 0,0 10,10 10,10 0,0 0),(2 2,4 2,4 4,2 4,2 2))",
        """{"type":"Polygon","coordinates":[[[0,0],[10,0],[10,10],[0,10],[0,0]],[[2,2],[2,4],[4,4],[4,2],[2,2]]]}""")]
    [InlineData("POLYGON EMPTY", """{"type":"Polygon","coordinates":[]}""")]
    [InlineData("MULTIPOINT((1 2),(3 4))", """{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}""")]
    [InlineData("MULTIPOINT EMPTY", """{"type":"MultiPoint","coordinates":[]}""")]
    [InlineData("MULTILINESTRING((1 1,0 0),(3 3,2 2))", """{"type":"MultiLineString","coordinates":[[[1,1],[0,0]],[[3,3],[2,2]]]}""")]
    [InlineData(
        "MULTIPOLYGON(((0 0,0 1,1 1,0 0)),((5 5,6 5,6 6,5 5)))",
        """{"type":"MultiPolygon","coordinates":[[[[0,0],[1,1],[0,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]}""")]
    [InlineData("MULTIPOLYGON EMPTY", """{"type":"MultiPolygon","coordinates":[]}""")]
    [InlineData(
        "GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(1 1,0 0))",
        """{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"LineString","coordinates":[[1,1],[0,0]]}]}""")]
    [InlineData("GEOMETRYCOLLECTION EMPTY", """{"type":"GeometryCollection","geometries":[]}""")]
    public void Geometry_is_written_as_PostGIS_writes_it(string wkt, string json) =>
        JsonSerializer.Serialize(Samples.Wkt(wkt), _options).ShouldBe(json);

    [Fact]
    public void A_tiny_negative_ordinate_is_nought_without_sign() =>
        JsonSerializer.Serialize<Geometry>(new Point(-1e-9, -0.0), _options).ShouldBe("""{"type":"Point","coordinates":[0,0]}""");

    [Fact]
    public void Null_stays_null_both_ways()
    {
        JsonSerializer.Serialize<Geometry?>(null, _options).ShouldBe("null");
        JsonSerializer.Deserialize<Geometry?>("null", _options).ShouldBeNull();
    }

    [Fact]
    public void A_coordinate_that_is_no_number_is_a_defect_of_the_caller() =>
        Should.Throw<ArgumentException>(() => JsonSerializer.Serialize<Geometry>(new LineString([new(1, 2), new(double.PositiveInfinity, 3)]), _options));

    [Theory]
    [InlineData("""{"coordinates":[9.19,45.46],"type":"Point"}""", "POINT (9.19 45.46)")]
    [InlineData("""{"type":"Point","coordinates":[9.19,45.46,122.5]}""", "POINT (9.19 45.46)")]
    [InlineData("""{"type":"LineString","coordinates":[[9,45],[10,46,122.5]]}""", "LINESTRING (9 45, 10 46)")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[[[[0,0,1],[1,1,1],[0,1,1],[0,0,1]]]]}""", "MULTIPOLYGON (((0 0, 1 1, 0 1, 0 0)))")]
    [InlineData("""{"type":"Point","bbox":[0,0,9,9],"coordinates":[1e1,-2E-1]}""", "POINT (10 -0.2)")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1],[0,0]]]}""", "POLYGON ((0 0, 0 1, 1 1, 0 0))")]
    public void Geometry_is_read_whatever_the_order_of_its_members(string json, string wkt)
    {
        Geometry geometry = JsonSerializer.Deserialize<Geometry>(json, _options)!;

        geometry.AsText().ShouldBe(wkt);
        geometry.SRID.ShouldBe(4326);
    }

    [Theory]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}""", "non è chiuso: comincia in (0 0) e finisce in (0 1)")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}""", "3 punti: ne servono almeno 4")]
    [InlineData("""{"type":"LineString","coordinates":[[0,0]]}""", "un punto solo")]
    [InlineData("""{"type":"Point","coordinates":[9]}""", "meno di due numeri")]
    [InlineData("""{"type":"Point","coordinates":["9,1","45"]}""", "non è un numero")]
    [InlineData("""{"type":"Point","coordinates":[1e999,45]}""", "non è un numero")]
    [InlineData("""{"type":"LineString","coordinates":[1,2]}""", "manca un elenco")]
    [InlineData("""{"type":"Polygon","coordinates":[[]]}""", "0 punti: ne servono almeno 4")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]],[[0,0],[1,0],[0,0]]]]}""", "3 punti: ne servono almeno 4")]
    [InlineData("""{"type":"MultiPoint","coordinates":[[1,2],null]}""", "manca un elenco")]
    [InlineData("""{"type":"GeometryCollection","geometries":[null]}""", "una geometria della raccolta è nulla")]
    [InlineData("""{"type":"GeometryCollection","geometries":[{"type":"Point"}]}""", "manca il membro \"coordinates\"")]
    [InlineData("""{"type":"Circle","coordinates":[1,2]}""", "tipo di geometria sconosciuto: \"Circle\"")]
    [InlineData("""{"coordinates":[1,2]}""", "manca il membro \"type\"")]
    [InlineData("""{"type":"Point"}""", "manca il membro \"coordinates\"")]
    [InlineData("""{"type":"GeometryCollection"}""", "manca il membro \"geometries\"")]
    [InlineData("[1,2]", "non è un oggetto")]
    public void A_broken_geometry_says_what_is_wrong_in_Italian(string json, string reason) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Geometry>(json, _options)).Message.ShouldContain(reason);

    [Fact]
    public void Any_geometry_of_seven_decimals_comes_back_the_same() =>
        Prop.ForAll(Geometries.Arbitrary, geometry =>
            JsonSerializer.Deserialize<Geometry>(JsonSerializer.Serialize(geometry, _options), _options)!
                .Normalized().EqualsExact(geometry.Normalized())).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_polygon_is_written_with_its_interior_on_the_left() =>
        Prop.ForAll(Geometries.Polygons.ToArbitrary(), polygon =>
        {
            Polygon written = (Polygon)JsonSerializer.Deserialize<Geometry>(JsonSerializer.Serialize<Geometry>(polygon, _options), _options)!;
            return Orientation.IsCCW(written.Shell.CoordinateSequence) && written.Holes.All(hole => !Orientation.IsCCW(hole.CoordinateSequence));
        }).QuickCheckThrowOnFailure();
}
