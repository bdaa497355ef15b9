using CentriFamiglia.Coverage.Geodata.Simplification;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CentriFamiglia.Coverage.Geodata.Tests.Simplification;

public class BoundarySimplifierTests
{
    private const double Everything = double.PositiveInfinity;

    // Two squares of a hundredth of a degree, the border between them with one bend.
    private const string West = "POLYGON((9 45,9.01 45,9.0101 45.005,9.01 45.01,9 45.01,9 45))";
    private const string East = "POLYGON((9.01 45,9.02 45,9.02 45.01,9.01 45.01,9.0101 45.005,9.01 45))";

    [Fact]
    public void A_shared_border_is_simplified_once_for_both_sides() =>
        Simplify(10_000, [West, East]).ShouldBe(
        [
            "POLYGON ((9 45, 9 45.01, 9.01 45.01, 9.01 45, 9 45))",
            "POLYGON ((9.01 45, 9.01 45.01, 9.02 45.01, 9.02 45, 9.01 45))",
        ]);

    [Fact]
    public void A_bend_larger_than_the_limit_stays() =>
        Simplify(100, [West, East])[0].ShouldContain("9.0101 45.005");

    [Fact]
    public void A_kept_point_does_not_change_side() =>
        Simplify(10_000, [West, East], (9.01005, 45.005))[0].ShouldContain("9.0101 45.005");

    [Fact]
    public void A_point_on_the_other_side_holds_nothing_back() =>
        Simplify(10_000, [West, East], (9.0099, 45.005))[0].ShouldNotContain("9.0101 45.005");

    [Fact]
    public void A_ring_keeps_four_corners_even_when_everything_may_go()
    {
        Geometry island = Read(Simplify(Everything, ["POLYGON((9 45,9.001 45,9.002 45.001,9.001 45.002,9 45.001,9 45))"])[0]);

        island.NumPoints.ShouldBe(5);
        island.Area.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void An_enclave_stays_inside_and_its_hole_fits_it()
    {
        const string Ring = "9.004 45.004,9.005 45.0038,9.006 45.004,9.0061 45.005,9.006 45.006,9.004 45.006,9.004 45.004";
        string[] result = Simplify(Everything, [$"POLYGON((9 45,9.01 45,9.01 45.01,9 45.01,9 45),({Ring}))", $"POLYGON(({Ring}))"]);

        Polygon around = (Polygon)Read(result[0]);
        around.Factory.CreatePolygon((LinearRing)around.InteriorRings[0]).EqualsTopologically(Read(result[1])).ShouldBeTrue();
    }

    [Fact]
    public void A_spit_that_would_be_cut_by_its_neighbour_s_border_is_left_alone()
    {
        // The deep bay of the first holds the tip of the second: cutting the bay would run through the tip.
        const string Bay = "POLYGON((9 45,9.02 45,9.02 45.02,9.011 45.02,9.01 45.002,9.009 45.02,9 45.02,9 45))";
        const string Tip = "POLYGON((9.0095 45.03,9.01 45.01,9.0105 45.03,9.0095 45.03))";
        string[] result = Simplify(Everything, [Bay, Tip]);

        Read(result[0]).Intersection(Read(result[1])).Area.ShouldBe(0);
    }

    [Fact]
    public void Small_rings_keep_their_shape_by_their_share()
    {
        var simplifier = new BoundarySimplifier();
        simplifier.Add(Read("POLYGON((9 45,9.001 44.9999,9.002 45,9.002 45.002,9 45.002,9 45))"), Everything, 0.001);

        simplifier.Simplify(new GeometryFactory())[0].NumPoints.ShouldBe(6);
    }

    private static string[] Simplify(double limit, string[] polygons, params (double Lon, double Lat)[] kept)
    {
        var simplifier = new BoundarySimplifier();
        foreach (string wkt in polygons)
            simplifier.Add(Read(wkt), limit, double.PositiveInfinity);
        foreach ((double lon, double lat) in kept)
            simplifier.Keep(lon, lat);
        return [.. simplifier.Simplify(new GeometryFactory()).Select(g => g.AsText())];
    }

    private static Geometry Read(string wkt) => new WKTReader().Read(wkt);
}
