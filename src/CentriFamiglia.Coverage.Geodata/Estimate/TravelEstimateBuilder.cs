using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Geodata.Estimate;

/// <summary>Fits the travel estimate on the official minutes and measures its error with whole poles left out.</summary>
internal static class TravelEstimateBuilder
{
    /// <summary>Assumed: no file in hand has road kilometres.</summary>
    private const double DetourFactor = 1.35;

    private const double AccessKm = 1;

    /// <summary>Rounds of reweighting, and the error (minutes) below which a pair weighs no more.</summary>
    private const int Rounds = 10;
    private const double LeastError = 0.5;

    public static string Build(string folder, ImmutableArray<Comune> comuni)
    {
        ImmutableArray<CalibrationPair> pairs = Calibration.Read(folder, comuni);
        TravelEstimateGround ground = GroundBuilder.Build(Calibration.ReadLocalities(folder));
        double[] errors = ErrorsWithPolesLeftOut(pairs, ground);
        return TravelEstimateDocument.Write(Fit(pairs, ground), pairs, errors, comuni, Calibration.ReadZones(folder)).ToJsonString();
    }

    /// <summary>Estimated less official minutes of each pair, by coefficients that saw no comune of the pair's pole.</summary>
    private static double[] ErrorsWithPolesLeftOut(ImmutableArray<CalibrationPair> pairs, TravelEstimateGround ground)
    {
        var errors = new double[pairs.Length];
        foreach (IGrouping<ComuneCode, int> pole in Enumerable.Range(0, pairs.Length).GroupBy(i => pairs[i].To.Comune))
        {
            TravelEstimate estimate = new(Fit(pairs.Where(p => p.To.Comune != pole.Key), ground), "");
            foreach (int i in pole)
                errors[i] = estimate.Minutes(pairs[i].From, pairs[i].To) - pairs[i].Minutes;
        }

        return errors;
    }

    /// <summary>
    /// Least absolute deviations by reweighted least squares (Schlossmacher 1973): a few pairs beyond a lake or a pass are wrong by
    /// half an hour, and squares would let them bend the estimate for all the others.
    /// </summary>
    private static TravelEstimateParameters Fit(IEnumerable<CalibrationPair> pairs, TravelEstimateGround ground)
    {
        CalibrationPair[] used = [.. pairs];
        double[][] terms = [.. used.Select(p => Terms(p, ground))];
        double[] x = new double[terms[0].Length], weights = [.. used.Select(_ => 1.0)];
        for (int round = 0; round <= Rounds; round++)
        {
            x = NonNegativeLeastSquares.Solve(
                [.. terms.Select((row, i) => row.Select(term => term * weights[i]).ToArray())], [.. used.Select((p, i) => p.Minutes * weights[i])]);
            for (int i = 0; i < used.Length; i++)
            {
                double error = used[i].Minutes - terms[i].Zip(x, (term, coefficient) => term * coefficient).Sum();
                weights[i] = 1 / Math.Sqrt(Math.Max(LeastError, Math.Abs(error)));
            }
        }

        return new TravelEstimateParameters
        {
            MinutesPerKm = Rounded(x[0]),
            MinutesPerRootKm = Rounded(x[1]),
            MinutesPerMetreOfClimb = Rounded(x[2] / 100),
            MinutesPerSteepness = Rounded(x[3]),
            MinutesPerEmptiness = Rounded(x[4]),
            AccessKm = AccessKm,
            DetourFactor = DetourFactor,
            Ground = ground,
            Sentence = "",
        };
    }

    private static double[] Terms(CalibrationPair pair, TravelEstimateGround ground)
    {
        (Place a, Place b) = (pair.From, pair.To);
        double straight = Geodesy.DistanceKm(a.Lon, a.Lat, b.Lon, b.Lat);
        double km = Math.Sqrt((straight * straight) + (AccessKm * AccessKm));
        double climb = Math.Abs((a.AltitudeMetres ?? ground.AltitudeAt(a.Lon, a.Lat)) - (b.AltitudeMetres ?? ground.AltitudeAt(b.Lon, b.Lat)));
        (int steepness, int emptiness) = ground.Crossed(ground.Frame.Cell(a.Lon, a.Lat), ground.Frame.Cell(b.Lon, b.Lat));
        return
        [
            km,
            Math.Sqrt(km),
            climb / 100,
            TravelEstimateParameters.GroundShare(straight) * TravelEstimateParameters.SteepnessTerm(steepness * ground.Frame.SteepnessStep),
            TravelEstimateParameters.GroundShare(straight) * TravelEstimateParameters.EmptinessTerm(emptiness * ground.Frame.EmptinessStepKm),
        ];
    }

    /// <summary>Seven significant digits: the same bytes on every machine, far below the error of the estimate.</summary>
    private static double Rounded(double value) => double.Parse(value.ToString("G7", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
