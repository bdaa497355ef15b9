using CentriFamiglia.Coverage.Travel;
using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.Tests.Travel.Roads;

public class RoadWeightTests
{
    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(4, 4, 0, 0)]
    [InlineData(5, 5, 1, 1)]
    [InlineData(14, 15, 1, 2)]
    [InlineData(194, 195, 19, 20)]
    [InlineData(195, 194, 20, 19)]
    [InlineData(199, 206, 20, 21)]
    [InlineData(200, 200, 20, 20)]
    [InlineData(36_005, 123_454, 3_601, 12_345)]
    public void Seconds_and_metres_are_rounded_to_the_nearest_halves_up(int deciseconds, int decimetres, int seconds, int metres) =>
        RoadWeight.ToCost(RoadWeight.Pack(deciseconds, decimetres)).ShouldBe(new TravelCost(seconds, metres));

    [Fact]
    public void What_is_not_reached_costs_nothing_that_can_be_told() => RoadWeight.ToCost(RoadWeight.Unreached).ShouldBeNull();

    [Theory]
    [InlineData(20, 9_000, 21, 1)]
    [InlineData(20, 1, 20, 2)]
    public void Less_time_is_less_and_of_equal_time_less_length(int time, int length, int otherTime, int otherLength) =>
        RoadWeight.Pack(time, length).ShouldBeLessThan(RoadWeight.Pack(otherTime, otherLength));
}
