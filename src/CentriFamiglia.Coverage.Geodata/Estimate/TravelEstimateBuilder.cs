using System.Collections.Immutable;
using System.Globalization;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Geodata.Estimate;

/// <summary>Fits the travel estimate on the official minutes and measures its error with whole poles left out.</summary>
internal static class TravelEstimateBuilder
{
    /// <summary>Assumed: no file in hand has road kilometres.</summary>
    private const double DetourFactor = 1.35;

    private const double AccessKm = 1;

    public static string Build(string folder, ImmutableArray<Comune> comuni)
    {
        ImmutableArray<CalibrationPair> pairs = Calibration.Read(folder, comuni);
        TravelEstimateParameters fitted = Fit(pairs);
        double[] errors = ErrorsWithPolesLeftOut(pairs);
        return TravelEstimateDocument.Write(fitted, pairs, errors, comuni).ToJsonString();
    }

    /// <summary>Estimated less official minutes of each pair, by coefficients that saw no comune of the pair's pole.</summary>
    private static double[] ErrorsWithPolesLeftOut(ImmutableArray<CalibrationPair> pairs)
    {
        var errors = new double[pairs.Length];
        foreach (IGrouping<ComuneCode, int> pole in Enumerable.Range(0, pairs.Length).GroupBy(i => pairs[i].To.Comune))
        {
            TravelEstimate estimate = new(Fit(pairs.Where(p => p.To.Comune != pole.Key)), "");
            foreach (int i in pole)
                errors[i] = estimate.Minutes(pairs[i].From, pairs[i].To) - pairs[i].Minutes;
        }

        return errors;
    }

    private static TravelEstimateParameters Fit(IEnumerable<CalibrationPair> pairs)
    {
        CalibrationPair[] used = [.. pairs];
        double[] x = NonNegativeLeastSquares.Solve([.. used.Select(Terms)], [.. used.Select(p => p.Minutes)]);
        return new TravelEstimateParameters
        {
            MinutesPerKm = Rounded(x[0]),
            MinutesPerRootKm = Rounded(x[1]),
            MinutesPerMetreOfClimb = Rounded(x[2] / 100),
            MinutesPerMetreOfAltitude = Rounded(x[3] / 100),
            AccessKm = AccessKm,
            DetourFactor = DetourFactor,
            Sentence = "",
        };
    }

    private static double[] Terms(CalibrationPair pair)
    {
        double straight = Geodesy.DistanceKm(pair.From.Lon, pair.From.Lat, pair.To.Lon, pair.To.Lat);
        double km = Math.Sqrt((straight * straight) + (AccessKm * AccessKm));
        double a = pair.From.AltitudeMetres ?? 0, b = pair.To.AltitudeMetres ?? 0;
        return [km, Math.Sqrt(km), Math.Abs(a - b) / 100, Math.Max(0, Math.Max(a, b)) / 100];
    }

    /// <summary>Seven significant digits: the same bytes on every machine, far below the error of the estimate.</summary>
    private static double Rounded(double value) => double.Parse(value.ToString("G7", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
