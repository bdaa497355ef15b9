using CentriFamiglia.Coverage.Formats.GeoPackage;
using FsCheck;
using FsCheck.Fluent;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Formats.Tests.GeoPackage;

public class GeoPackageGeometryTests
{
    [Theory]
    // Header "GP", version 0, flags, SRS 4326 = 0x10E6; a point needs no envelope.
    [InlineData("POINT(1 2)", "4750" + "00" + "01" + "E6100000" + "0101000000000000000000F03F0000000000000040")]
    [InlineData(
        "LINESTRING(1 2,2 1)",
        "4750" + "00" + "03" + "E6100000" + "000000000000F03F0000000000000040000000000000F03F0000000000000040"
        + "010200000002000000000000000000F03F00000000000000400000000000000040000000000000F03F")]
    [InlineData("LINESTRING EMPTY", "4750" + "00" + "11" + "E6100000" + "010200000000000000")]
    public void A_blob_is_the_header_of_the_standard_and_little_endian_WKB(string wkt, string hex)
    {
        Geometry geometry = Samples.Wkt(wkt);

        Convert.ToHexString(GeoPackageGeometry.Encode(geometry)).ShouldBe(hex);
        GeoPackageGeometry.Decode(Convert.FromHexString(hex)).ShouldBe(geometry);
    }

    [Fact]
    public void A_big_endian_blob_with_the_largest_envelope_is_read()
    {
        string envelope = new('0', 128);

        Geometry geometry = GeoPackageGeometry.Decode(
            Convert.FromHexString("4750" + "00" + "08" + "00007F58" + envelope + "00000000013FF00000000000004000000000000000"));

        geometry.AsText().ShouldBe("POINT (1 2)");
        geometry.SRID.ShouldBe(32600);
    }

    [Theory]
    [InlineData("", "non comincia con l'intestazione")]
    [InlineData("0101000000000000000000F03F0000000000000040", "non comincia con l'intestazione")]
    [InlineData("47500001E6100000", "troncata")]
    [InlineData("4750000FE6100000", "inviluppo di tipo ignoto")]
    [InlineData("47500021E6100000", "estensione")]
    [InlineData("47500001E61000000101000000000000000000F03F", "troncato")]
    [InlineData("47500001E61000000102000000FFFFFFFF", "troncato")]
    [InlineData("47500001E6100000010300000001000000FFFFFF7F", "troncato")]
    [InlineData("47500001E610000001090000000000000000", "tipo 9")]
    [InlineData("47500001E6100000010100000000000000000000000000000000000000" + "00", "byte in più")]
    public void A_blob_that_lies_is_an_error_and_never_a_crash(string hex, string reason) =>
        Should.Throw<FormatException>(() => GeoPackageGeometry.Decode(Convert.FromHexString(hex))).Message.ShouldContain(reason);

    [Fact]
    public void Collections_nested_without_end_do_not_exhaust_the_stack()
    {
        byte[] level = Convert.FromHexString("010700000001000000");
        byte[] blob = [.. Convert.FromHexString("47500001E6100000"), .. Enumerable.Repeat(level, 200_000).SelectMany(b => b)];

        Should.Throw<FormatException>(() => GeoPackageGeometry.Decode(blob)).Message.ShouldContain("32 raccolte");
    }

    [Fact]
    public void Any_geometry_comes_back_bit_for_bit() =>
        Prop.ForAll(Geometries.Arbitrary, geometry =>
        {
            Geometry back = GeoPackageGeometry.Decode(GeoPackageGeometry.Encode(geometry, 32632));
            return back.EqualsExact(geometry) && back.SRID == 32632;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_box_is_that_of_the_geometry_with_and_without_a_header() =>
        Prop.ForAll(Geometries.Arbitrary, geometry =>
            GeoPackageGeometry.EnvelopeOf(GeoPackageGeometry.Encode(geometry)).Equals(geometry.EnvelopeInternal)).QuickCheckThrowOnFailure();
}
