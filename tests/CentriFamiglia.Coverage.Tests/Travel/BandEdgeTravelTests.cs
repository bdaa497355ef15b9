using CentriFamiglia.Coverage.Tests.Small;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Tests.Travel;

public class BandEdgeTravelTests
{
    [Fact]
    public void The_prudent_times_are_the_upper_ends_of_the_bands_and_the_hopeful_ones_the_lower()
    {
        TravelEstimate estimate = Shipped.Estimate;
        Place[] from = [At(9.19, 45.46), At(9.67, 45.69)], to = [At(9.4, 45.86), At(9.3, 45.6), At(10.2, 45.5)];
        TravelCost?[] costs = estimate.Costs(from, to);
        TravelBand[] bands = [.. costs.Select((c, i) => ((ITravelSource)estimate).Band(from[i / 3], to[i % 3], c!.Value))];

        BandEdgeTravel.Of(estimate, BandEdge.Prudent).Costs(from, to).Select(c => c!.Value.Seconds).ShouldBe(bands.Select(b => b.HighSeconds));
        BandEdgeTravel.Of(estimate, BandEdge.Hopeful).Costs(from, to).Select(c => c!.Value.Seconds).ShouldBe(bands.Select(b => b.LowSeconds));
        bands.ShouldAllBe(b => b.LowSeconds < b.HighSeconds);
    }

    [Fact]
    public void The_source_says_so_and_is_another()
    {
        TravelEstimate estimate = Shipped.Estimate;

        BandEdgeTravel.Of(estimate, BandEdge.Central).ShouldBeSameAs(estimate);
        ITravelSource prudent = BandEdgeTravel.Of(estimate, BandEdge.Prudent);
        prudent.Info.Description.ShouldEndWith("I tempi sono i P90 (prudenti) della fascia della stima.");
        prudent.Info.Fingerprint.ShouldBe($"{estimate.Info.Fingerprint}+p90");
        (BandEdges.Of(prudent), BandEdges.Of(estimate)).ShouldBe((BandEdge.Prudent, BandEdge.Central));
    }

    [Fact]
    public void Certain_times_stay()
    {
        ITravelSource certain = new WrittenTravel((_, _) => new TravelCost(600, 9000));

        BandEdgeTravel.Of(certain, BandEdge.Prudent).Costs([At(9, 45)], [At(9, 45)]).ShouldBe([new TravelCost(600, 9000)]);
    }

    private static Place At(double lon, double lat) => new(lon, lat, default, 150);
}
