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
    public void Its_mean_error_over_poles_left_out_is_under_three_minutes_and_is_told()
    {
        Estimate.Info.MeanAbsoluteErrorMinutes.ShouldNotBeNull().ShouldBeInRange(2, 3);
        Estimate.Info.P90ErrorMinutes.ShouldNotBeNull().ShouldBeInRange(4, 8);
        Estimate.Info.Description.ShouldContain("stima");
        Estimate.Info.Description.ShouldContain("2,8 minuti");
        Estimate.Info.Description.ShouldContain("diventa certo");
    }

    [Fact]
    public void Its_document_says_what_was_measured_and_what_was_assumed()
    {
        using JsonDocument document = JsonDocument.Parse(Content.Documents[DocumentKeys.TravelEstimate]);
        JsonElement error = document.RootElement.GetProperty("errore"), poles = error.GetProperty("per_polo");

        (error.GetProperty("coppie").GetInt32(), error.GetProperty("poli").GetInt32(), poles.GetArrayLength()).ShouldBe((950, 29, 29));
        Math.Round(poles.EnumerateArray().Average(p => p.GetProperty("medio_assoluto_minuti").GetDouble()), 1)
            .ShouldBe(Math.Round(error.GetProperty("medio_assoluto_fra_poli_minuti").GetDouble(), 1));
        poles.EnumerateArray().Max(p => p.GetProperty("medio_assoluto_minuti").GetDouble()).ShouldBe(error.GetProperty("polo_peggiore_medio_assoluto_minuti").GetDouble());
        Math.Abs(error.GetProperty("distorsione_fra_poli_minuti").GetDouble()).ShouldBeLessThan(1);
        error.GetProperty("peggiori").GetArrayLength().ShouldBe(10);
        error.GetProperty("per_zona_altimetrica").EnumerateArray().Select(g => g.GetProperty("gruppo").GetString()).ShouldBe(["collina", "montagna", "pianura"]);
        error.GetProperty("per_classe_snai").EnumerateArray().Sum(g => g.GetProperty("coppie").GetInt32()).ShouldBe(950);
        document.RootElement.GetProperty("disuguaglianza_triangolare").GetProperty("violate_pct").GetDouble().ShouldBeLessThan(1);
        document.RootElement.GetProperty("avvertenze").EnumerateArray().Select(a => a.GetString()!).ShouldContain(a => a.Contains("laghi", StringComparison.Ordinal));
        document.RootElement.GetProperty("assunti").GetArrayLength().ShouldBe(5);
    }

    [Fact]
    public void Its_band_holds_three_of_four_official_minutes_of_poles_left_out_and_eight_of_ten_of_those_it_was_fitted_on()
    {
        using JsonDocument document = JsonDocument.Parse(Content.Documents[DocumentKeys.TravelEstimate]);
        JsonElement band = document.RootElement.GetProperty("fascia");
        ImmutableArray<CalibrationPair> pairs = Calibration.Read(Paths.Sources, Content.Comuni);

        band.GetProperty("misurata_pct").GetDouble().ShouldBeInRange(75, 85);
        band.GetProperty("misurata_media_fra_poli_pct").GetDouble().ShouldBeInRange(75, 85);
        pairs.Average(p => Estimate.Costs([p.From], [p.To])[0] is { } cost && Estimate.Band(p.From, p.To, cost) is var b
            && p.Minutes * 60 >= b.LowSeconds && p.Minutes * 60 <= b.HighSeconds ? 1.0 : 0).ShouldBeGreaterThan(0.78);
    }

    [Theory]
    [InlineData("013145", "097084", 25)] // Menaggio - Varenna, 4 km of lake: the ferry, not the hour round it.
    [InlineData("097046", "013250", 38)] // Mandello - Bellagio: over Lecco.
    [InlineData("017187", "017170", 20)] // Toscolano Maderno - Salo, along the shore.
    public void A_lake_is_gone_round_or_crossed_by_ferry(string from, string to, double minutes) =>
        Estimate.Halves(SeatOf(from), SeatOf(to)).Graph.ShouldBe(minutes, 12);

    [Fact]
    public void It_agrees_with_the_official_minutes_as_well_as_it_says()
    {
        double[] errors =
        [
            .. Calibration.Read(Paths.Sources, Content.Comuni).GroupBy(p => p.To.Comune)
                .Select(pole => pole.Average(p => Math.Abs(Estimate.Minutes(p.From, p.To) - p.Minutes))),
        ];

        // Fitted on these very pairs, so better than with poles left out, and not by much.
        errors.Average().ShouldBeInRange(Estimate.Info.MeanAbsoluteErrorMinutes!.Value - 0.6, Estimate.Info.MeanAbsoluteErrorMinutes.Value);
    }

    [Fact]
    public void It_beats_the_plain_fit_on_distance()
    {
        ImmutableArray<CalibrationPair> pairs = Calibration.Read(Paths.Sources, Content.Comuni);

        double Straight(CalibrationPair p) => 6.5 + (1.30 * Geodesy.DistanceKm(p.From.Lon, p.From.Lat, p.To.Lon, p.To.Lat));
        double plain = pairs.Average(p => Math.Abs(Straight(p) - p.Minutes)), ours = pairs.Average(p => Math.Abs(Estimate.Minutes(p.From, p.To) - p.Minutes));

        ours.ShouldBeLessThan(plain - 1);
    }

    private static Place SeatOf(string code) =>
        Content.Comuni.Single(c => c.Code.Value == code) is var c ? new Place(c.Seat!.Lon, c.Seat.Lat, c.Code, c.AltitudeMetres) : default;
}
