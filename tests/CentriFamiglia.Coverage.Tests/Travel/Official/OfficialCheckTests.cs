using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Travel;
using CentriFamiglia.Coverage.Travel.Official;

namespace CentriFamiglia.Coverage.Tests.Travel.Official;

public class OfficialCheckTests
{
    // Four comuni on a line, poles at 0 and 100; the source drives a kilometre a minute.
    //   P1 0 -- a 10 -- b 40 ------- c 70 -- P2 100
    private static readonly OfficialTrip[] _official =
    [
        Trip("000001", 10, "000100", 0, 12),
        Trip("000002", 40, "000100", 0, 45),
        Trip("000003", 70, "000200", 100, 27.7),
        // The official map sends d to the far pole.
        Trip("000004", 20, "000200", 100, 90),
    ];

    [Fact]
    public void Errors_are_source_less_official_each_comune_once()
    {
        CheckFigures figures = OfficialCheck.Of(new Line(), _official).Figures!;

        // Differences: -2, -5, +2.3, -10.
        figures.Trips.ShouldBe(4);
        figures.Bias.ShouldBe((-2 - 5 + 2.3 - 10) / 4, 1e-9);
        figures.MeanAbsolute.ShouldBe((2 + 5 + 2.3 + 10) / 4, 1e-9);
        figures.P90.ShouldBe(10);
        // Source 10, 40, 30, 80 and official 12, 45, 27.7, 90 come in the same order.
        figures.RankCorrelation.ShouldBe(1);
        figures.MedianRatio!.Value.ShouldBe(1.125, 1e-9);
    }

    [Fact]
    public void The_nearest_pole_and_the_class_are_those_of_the_source()
    {
        OfficialCheck check = OfficialCheck.Of(new Line(), _official);

        check.Trips.Select(t => t.NearestPole!.Pole.Comune.Value).ShouldBe(["000100", "000100", "000200", "000100"]);
        check.Trips.Select(t => t.SamePole).ShouldBe([true, true, true, false]);
        check.Trips.Select(t => (t.OfficialClass, t.Class!.Value)).ShouldBe(
            [(SnaiClass.C, SnaiClass.C), (SnaiClass.E, SnaiClass.D), (SnaiClass.C, SnaiClass.D), (SnaiClass.F, SnaiClass.C)]);
        check.Worst(2).Select(t => t.Official.From.Comune.Value).ShouldBe(["000004", "000002"]);
    }

    [Fact]
    public void A_trip_that_the_source_has_not_counts_in_no_figure()
    {
        OfficialCheck check = OfficialCheck.Of(new Line(farthest: 50), _official);

        check.Trips[3].Minutes.ShouldBeNull();
        check.Trips[3].NearestPole!.Pole.Comune.Value.ShouldBe("000100");
        check.Figures!.Trips.ShouldBe(3);
        OfficialCheck.Of(new Line(farthest: 0), _official).Figures.ShouldBeNull();
    }

    [Theory]
    [InlineData("1 2 3 4", "10 20 30 40", 1.0)]
    [InlineData("1 2 3 4", "4 3 2 1", -1.0)]
    [InlineData("1 2 2 4", "1 2 3 4", 0.9486833)]
    [InlineData("5 5 5 5", "1 2 3 4", null)]
    [InlineData("5", "1", null)]
    public void Ranks_correlate_as_Spearman_has_it(string a, string b, double? expected)
    {
        double? found = RankCorrelation.Spearman(Numbers(a), Numbers(b));

        (found is null).ShouldBe(expected is null);
        if (expected is { } value)
            found!.Value.ShouldBe(value, 1e-6);
    }

    private static double[] Numbers(string text) => [.. text.Split(' ').Select(double.Parse)];

    private static OfficialTrip Trip(string from, double at, string pole, double poleAt, double minutes) => new(
        new Place(at, 45, new ComuneCode(from), null), from, new Place(poleAt, 45, new ComuneCode(pole), null), pole, minutes);

    private sealed class Line(double farthest = double.PositiveInfinity) : ITravelSource
    {
        public TravelSourceInfo Info { get; } = new("rete", "una riga", null, null, "");

        public TravelCost?[] Costs(IReadOnlyList<Place> from, IReadOnlyList<Place> to) =>
        [
            .. from.SelectMany(a => to.Select(b => Math.Abs(a.Lon - b.Lon)).Select(km => km <= farthest ? new TravelCost((int)(km * 60), (int)(km * 1000)) : (TravelCost?)null)),
        ];
    }
}
