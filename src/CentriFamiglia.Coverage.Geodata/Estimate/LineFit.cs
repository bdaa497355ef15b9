using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Geodata.Estimate;

/// <summary>Fits the half of the estimate that looks along the straight line.</summary>
internal static class LineFit
{
    public const double AccessKm = 1;

    /// <returns>Minutes per km, per root of km, per hundred metres of climb, per steepness, per emptiness.</returns>
    public static double[] Run(CalibrationPair[] pairs, double[] weights, TravelEstimateGround ground) =>
        LeastDeviations.Solve([.. pairs.Select(p => Terms(p, ground))], [.. pairs.Select(p => p.Minutes)], weights);

    /// <summary>The straight line with the access.</summary>
    public static double CountedKm(CalibrationPair pair)
    {
        double straight = Geodesy.DistanceKm(pair.From.Lon, pair.From.Lat, pair.To.Lon, pair.To.Lat);
        return Math.Sqrt((straight * straight) + (AccessKm * AccessKm));
    }

    private static double[] Terms(CalibrationPair pair, TravelEstimateGround ground)
    {
        (Place a, Place b) = (pair.From, pair.To);
        double straight = Geodesy.DistanceKm(a.Lon, a.Lat, b.Lon, b.Lat), km = CountedKm(pair);
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
}
