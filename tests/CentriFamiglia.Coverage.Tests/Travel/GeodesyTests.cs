using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Tests.Travel;

public class GeodesyTests
{
    [Fact]
    public void One_degree_of_latitude_is_a_360th_of_the_circumference() =>
        Geodesy.DistanceKm(9, 45, 9, 46).ShouldBe(2 * Math.PI * Geodesy.EarthRadiusKm / 360, 1e-9);

    [Fact]
    public void Antipodes_are_half_the_circumference_apart() =>
        Geodesy.DistanceKm(9, 45, -171, -45).ShouldBe(Math.PI * Geodesy.EarthRadiusKm, 1e-3);

    [Fact]
    public void Milano_to_Bergamo_agrees_with_the_ellipsoid_within_three_parts_in_a_thousand() =>
        // Vincenty on WGS84: 45.426 km between these two points.
        Geodesy.DistanceKm(9.18951, 45.46427, 9.66895, 45.69601).ShouldBe(45.426, 0.003 * 45.426);
}
