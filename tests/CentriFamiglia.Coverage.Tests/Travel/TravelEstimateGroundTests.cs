using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Tests.Travel;

public class TravelEstimateGroundTests
{
    private static readonly string[] Rows = ["0000000", "0100030", "0000000", "0020000", "0000000"];
    private static readonly TravelEstimateGround Ground =
        new(new GroundFrame(0, 0, 1, 1, 7, 5, 1, 1, 1), [.. Rows], [.. Rows], [.. Rows]);

    [Theory]
    [InlineData(0.5, 0.5, 6.5, 0.5, 0)]
    [InlineData(0.5, 1.5, 4.5, 1.5, 1)]
    [InlineData(0.5, 1.5, 6.5, 1.5, 3)]
    [InlineData(2.5, 0.5, 2.5, 4.5, 2)]
    [InlineData(1.5, 1.5, 1.5, 1.5, 1)]
    [InlineData(4.5, 0.5, 6.5, 2.5, 3)]
    public void The_highest_cell_on_the_line_is_found(double x1, double y1, double x2, double y2, int highest)
    {
        Ground.Crossed((x1, y1), (x2, y2)).ShouldBe((highest, highest));
        Ground.Crossed((x2, y2), (x1, y1)).ShouldBe((highest, highest));
    }

    [Fact]
    public void A_walk_in_small_steps_finds_the_same_cells()
    {
        var random = new Random(3);
        for (int i = 0; i < 1000; i++)
        {
            (double x1, double y1, double x2, double y2) = (random.NextDouble() * 7, random.NextDouble() * 5, random.NextDouble() * 7, random.NextDouble() * 5);
            int walked = Enumerable.Range(0, 20001)
                .Max(s => Rows[(int)(y1 + ((y2 - y1) * s / 20000))][(int)(x1 + ((x2 - x1) * s / 20000))] - '0');

            Ground.Crossed((x1, y1), (x2, y2)).Steepness.ShouldBe(walked);
        }
    }

    [Fact]
    public void Outside_the_grid_the_nearest_cell_holds()
    {
        var ground = new TravelEstimateGround(new GroundFrame(9, 45, 1, 1, 2, 1, 1, 1, 100), ["00"], ["00"], ["12"]);

        (ground.AltitudeAt(-50, 80), ground.AltitudeAt(60, 0)).ShouldBe((100, 200));
    }
}
