using System.Collections.Immutable;
using System.Text.Json;
using CentriFamiglia.Coverage.Geodata.Estimate;
using CentriFamiglia.Coverage.Geodata.Output;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Geodata.Tests.Estimate;

public class ShippedEstimateTests
{
    private static readonly TerritoryContent Content = GeodataFolder.Read(Paths.Shipped);
    private static readonly TravelEstimate Estimate = TravelEstimate.Parse(Content.Documents[DocumentKeys.TravelEstimate]);

    [Fact]
    public void Its_error_with_whole_poles_left_out_is_under_three_and_a_half_minutes_and_is_told()
    {
        Estimate.Info.MeanAbsoluteErrorMinutes.ShouldNotBeNull().ShouldBeInRange(2, 3.5);
        Estimate.Info.P90ErrorMinutes.ShouldNotBeNull().ShouldBeInRange(4, 8);
        Estimate.Info.Description.ShouldContain("stima");
        Estimate.Info.Description.ShouldContain("3,");
    }

    [Fact]
    public void Its_document_says_what_was_measured_and_what_was_assumed()
    {
        using JsonDocument document = JsonDocument.Parse(Content.Documents[DocumentKeys.TravelEstimate]);
        JsonElement error = document.RootElement.GetProperty("errore");

        (error.GetProperty("coppie").GetInt32(), error.GetProperty("poli").GetInt32()).ShouldBe((950, 29));
        error.GetProperty("peggiori").GetArrayLength().ShouldBe(10);
        error.GetProperty("per_zona_altimetrica").EnumerateArray().Select(g => g.GetProperty("gruppo").GetString()).ShouldBe(["collina", "montagna", "pianura"]);
        error.GetProperty("per_classe_snai").EnumerateArray().Sum(g => g.GetProperty("coppie").GetInt32()).ShouldBe(950);
        document.RootElement.GetProperty("disuguaglianza_triangolare").GetProperty("violate_pct").GetDouble().ShouldBeLessThan(1);
        document.RootElement.GetProperty("avvertenze").EnumerateArray().Select(a => a.GetString()!).ShouldContain(a => a.Contains("laghi", StringComparison.Ordinal));
        document.RootElement.GetProperty("assunti").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public void It_agrees_with_the_official_minutes_as_well_as_it_says()
    {
        ImmutableArray<CalibrationPair> pairs = Calibration.Read(Paths.Sources, Content.Comuni);

        double mean = pairs.Average(p => Math.Abs(Estimate.Minutes(p.From, p.To) - p.Minutes));

        // Fitted on these very pairs, so a little better than with poles left out, and not by much.
        mean.ShouldBeInRange(Estimate.Info.MeanAbsoluteErrorMinutes!.Value - 0.3, Estimate.Info.MeanAbsoluteErrorMinutes.Value);
    }

    [Fact]
    public void It_beats_the_plain_fit_on_distance()
    {
        ImmutableArray<CalibrationPair> pairs = Calibration.Read(Paths.Sources, Content.Comuni);

        double Straight(CalibrationPair p) => 6.5 + (1.30 * Geodesy.DistanceKm(p.From.Lon, p.From.Lat, p.To.Lon, p.To.Lat));
        double plain = pairs.Average(p => Math.Abs(Straight(p) - p.Minutes)), ours = pairs.Average(p => Math.Abs(Estimate.Minutes(p.From, p.To) - p.Minutes));

        ours.ShouldBeLessThan(plain - 1);
    }
}
