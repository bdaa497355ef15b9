using CentriFamiglia.Coverage.Formats.Crs;
using CentriFamiglia.Coverage.Formats.Tables;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Formats.Tests.Crs;

public class CoordinateSystemTests
{
    /// <summary>0.1 mm in degrees of latitude.</summary>
    private const double TenthOfMillimetre = 9e-10;

    // Expected values from PostGIS 3.3 (PROJ 9): ST_Transform(point, 4326).
    [Theory]
    [InlineData(32632, 515000, 5035000, 9.191888156322136, 45.46836622861058)]
    [InlineData(32632, 645000.123, 5100000.5, 10.873906911239006, 46.03821468705412)]
    [InlineData(32632, 460000, 4950000, 8.49509247912255, 44.702259072438956)]
    [InlineData(25832, 515000, 5035000, 9.191888156324202, 45.4683662296918)]
    [InlineData(7791, 645000.123, 5100000.5, 10.873906911259736, 46.03821468813917)]
    [InlineData(6707, 515000, 5035000, 9.191888156324202, 45.4683662296918)]
    [InlineData(3857, 1023000.5, 5692000.25, 9.189769848119125, 45.44593553973663)]
    [InlineData(4258, 9.19, 45.46, 9.19, 45.46)]
    [InlineData(6706, 9.19, 45.46, 9.19, 45.46)]
    [InlineData(4326, 9.19, 45.46, 9.19, 45.46)]
    public void East_and_north_become_degrees_to_a_tenth_of_a_millimetre(int epsg, double east, double north, double lon, double lat)
    {
        (double x, double y) = CoordinateSystems.Get(epsg).ToWgs84(east, north);

        x.ShouldBe(lon, TenthOfMillimetre);
        y.ShouldBe(lat, TenthOfMillimetre);
    }

    // Expected values from GDAL 3.6 (gdaltransform, PROJ 9), without grids; of ED50 with the shift of EPSG:1133 asked for, since of its own it takes that of France.
    [Theory]
    [InlineData(32633, 48000, 5045000, 9.223361813811, 45.4122258725772, 0)]
    [InlineData(3004, 2056000, 5040000, 9.07552188408331, 45.3594495497411, 4)]
    [InlineData(4265, 9.19, 45.46, 9.18965305852507, 45.4606699624348, 4)]
    [InlineData(23032, 515000, 5035000, 9.19081701691439, 45.4665822249048, 10)]
    public void Older_systems_agree_with_PROJ_to_a_centimetre_within_the_zone_and_state_their_metres(int epsg, double east, double north, double lon, double lat, double metres)
    {
        CoordinateSystem system = CoordinateSystems.Get(epsg);
        (double x, double y) = system.ToWgs84(east, north);

        x.ShouldBe(lon, 1e-7);
        y.ShouldBe(lat, 1e-7);
        system.AccuracyMetres.ShouldBe(metres);
    }

    [Theory]
    [InlineData(1515000, 5035000, 9.191529380701624, 45.46818659131987)]
    [InlineData(1645000.123, 5100000.5, 10.873503825454444, 46.038034873556924)]
    [InlineData(1460000, 4950000, 8.494758150247842, 44.70208974837767)]
    public void Monte_Mario_agrees_with_PROJ_to_a_centimetre_and_states_its_four_metres(double east, double north, double lon, double lat)
    {
        CoordinateSystem monteMario = CoordinateSystems.Get(3003);
        (double x, double y) = monteMario.ToWgs84(east, north);

        x.ShouldBe(lon, 1e-7);
        y.ShouldBe(lat, 1e-7);
        monteMario.AccuracyMetres.ShouldBe(4);
    }

    [Fact]
    public void A_geometry_is_copied_into_WGS84_with_all_its_parts()
    {
        Geometry source = Samples.Wkt("GEOMETRYCOLLECTION(POINT(515000 5035000),POLYGON((515000 5035000,516000 5035000,516000 5036000,515000 5035000)))");

        Geometry moved = CoordinateSystems.Get(32632).ToWgs84(source);

        moved.SRID.ShouldBe(4326);
        moved.GetGeometryN(1).SRID.ShouldBe(4326);
        moved.GetGeometryN(0).Coordinate.X.ShouldBe(9.191888156322136, TenthOfMillimetre);
        moved.GetGeometryN(1).NumPoints.ShouldBe(4);
        moved.EnvelopeInternal.MaxY.ShouldBe(45.477, 0.001);
        source.GetGeometryN(0).Coordinate.X.ShouldBe(515000);
    }

    [Fact]
    public void An_unknown_code_is_refused_with_the_list_of_the_known()
    {
        SourceFileException error = Should.Throw<SourceFileException>(() => CoordinateSystems.Get(2180));

        error.Message.ShouldBe("EPSG:2180 non è tra i sistemi di riferimento previsti.");
        error.Cure.ShouldContain("EPSG:3003 (Monte Mario / Italy zone 1)");
        error.Cure.ShouldContain("EPSG:32632 (WGS 84 / UTM zone 32N)");
    }
}
