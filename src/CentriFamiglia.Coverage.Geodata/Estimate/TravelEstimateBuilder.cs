using CentriFamiglia.Coverage.Travel;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Geodata.Estimate;

/// <summary>One pair as judged by what was fitted without its pole, minutes.</summary>
/// <param name="Line">Along the straight line.</param>
/// <param name="Graph">Over the localities.</param>
/// <param name="Estimate">The estimate.</param>
/// <param name="Below">How far below it the band goes, the band too fitted without the pole.</param>
/// <param name="Above">How far above.</param>
internal sealed record JudgedPair(CalibrationPair Pair, double Line, double Graph, double Estimate, double Below, double Above)
{
    public double Error => Estimate - Pair.Minutes;

    public double Disagreement => Math.Abs(Line - Graph);

    public bool InBand => Pair.Minutes >= Estimate - Below && Pair.Minutes <= Estimate + Above;
}

/// <summary>
/// Fits the travel estimate on the official minutes and measures its error with whole poles left out. A pole of many comuni weighs more than one
/// of few, but by the root of their number only: what is wanted is the error at the next pole.
/// </summary>
internal sealed class TravelEstimateBuilder
{
    /// <summary>Assumed: no file in hand has road kilometres.</summary>
    private const double DetourFactor = 1.35;

    /// <summary>Assumed: 50 km/h as the crow flies to the localities around, 100 at most for a whole trip and 130 for the lower end of its band.</summary>
    private const double MinutesPerKmFromPlaces = 1.2, FastestKmh = 100, FastestLowKmh = 130;

    /// <summary>The mean of both; the document holds the mean error over the poles left out of other shares.</summary>
    private const double GraphShare = 0.5;

    /// <summary>
    /// Quantiles of the band's sides: so wide that at a pole left out it holds the official minutes eight times in ten, which the 10th and 90th
    /// percentiles of the poles that it was fitted on do not.
    /// </summary>
    private const double BandQuantile = 0.92;

    private readonly CalibrationPair[] _pairs;
    private readonly TravelEstimateGround _ground;
    private readonly LocalityNetwork _network;

    private TravelEstimateBuilder(CalibrationPair[] pairs, TravelEstimateGround ground, LocalityNetwork network)
    {
        (_pairs, _ground, _network) = (pairs, ground, network);
    }

    /// <param name="folder">Of the sources.</param>
    /// <param name="comuni">With their seats.</param>
    /// <param name="lakes">Name and shore of each.</param>
    public static string Build(string folder, ImmutableArray<Comune> comuni, ImmutableArray<(string Name, Geometry Shore)> lakes)
    {
        ImmutableArray<LocalitySource> localities = Calibration.ReadLocalities(folder);
        TravelEstimateGround ground = GroundBuilder.Build([.. localities.Select(l => l.Place)]);
        LocalityNetwork network = LocalityNetworkBuilder.Build(localities, ground, lakes);
        var builder = new TravelEstimateBuilder([.. Calibration.Read(folder, comuni)], ground, network);
        (TravelEstimateParameters fitted, FittedStretches stretches, JudgedPair[] judged) = builder.Run();
        return TravelEstimateDocument.Write(fitted, stretches, network.LakeNames, judged, comuni, Calibration.ReadZones(folder)).ToJsonString();
    }

    private (TravelEstimateParameters Fitted, FittedStretches Stretches, JudgedPair[] Judged) Run()
    {
        FittedStretches whole = new StretchFit(_network, _pairs, Weights(_pairs)).Run();
        IGrouping<ComuneCode, CalibrationPair>[] poles = [.. _pairs.GroupBy(p => p.To.Comune).OrderBy(g => g.Key)];
        var judged = new JudgedPair[poles.Length][];
        Parallel.For(0, poles.Length, i => judged[i] = WithoutPole(poles[i], whole));
        JudgedPair[] all = [.. judged.SelectMany(j => j)];
        (TravelBandSide below, TravelBandSide above) = Band(all);
        JudgedPair[] banded =
        [
            .. judged.SelectMany(pole =>
            {
                (TravelBandSide low, TravelBandSide high) = Band([.. all.Except(pole)]);
                return pole.Select(p => p with { Below = low.Width(p.Estimate, p.Disagreement), Above = high.Width(p.Estimate, p.Disagreement) });
            }).OrderBy(p => p.Pair.From.Comune),
        ];
        return (Parameters(_pairs, whole) with { Below = below, Above = above }, whole, banded);
    }

    private JudgedPair[] WithoutPole(IGrouping<ComuneCode, CalibrationPair> pole, FittedStretches near)
    {
        CalibrationPair[] others = [.. _pairs.Where(p => p.To.Comune != pole.Key)];
        TravelEstimate estimate = new(Parameters(others, new StretchFit(_network, others, Weights(others)).Run(near)), "");
        return
        [
            .. pole.Select(p => estimate.Halves(p.From, p.To) is var halves
                ? new JudgedPair(p, halves.Line, halves.Graph, estimate.Minutes(p.From, p.To), 0, 0)
                : throw new InvalidOperationException()),
        ];
    }

    private TravelEstimateParameters Parameters(CalibrationPair[] pairs, FittedStretches stretches)
    {
        double[] line = LineFit.Run(pairs, Weights(pairs), _ground);
        return new TravelEstimateParameters
        {
            MinutesPerKm = Rounded(line[0]),
            MinutesPerRootKm = Rounded(line[1]),
            MinutesPerMetreOfClimb = Rounded(line[2] / 100),
            MinutesPerSteepness = Rounded(line[3]),
            MinutesPerEmptiness = Rounded(line[4]),
            AccessKm = LineFit.AccessKm,
            DetourFactor = DetourFactor,
            Ground = _ground,
            Graph = _network.Graph(stretches.Weights, stretches.MinutesPerKm, MinutesPerKmFromPlaces),
            GraphShare = GraphShare,
            StartMinutes = Rounded(stretches.StartMinutes),
            FastestKmh = FastestKmh,
            FastestLowKmh = FastestLowKmh,
            Below = default,
            Above = default,
            Sentence = "",
        };
    }

    private static (TravelBandSide Below, TravelBandSide Above) Band(JudgedPair[] judged)
    {
        double[][] terms = [.. judged.Select(p => new[] { 1, p.Estimate, p.Disagreement })];
        double[] weights = Weights([.. judged.Select(p => p.Pair)]);
        return (Side(p => p.Error), Side(p => -p.Error));

        TravelBandSide Side(Func<JudgedPair, double> beyond)
        {
            double[] x = LeastDeviations.Solve(terms, [.. judged.Select(beyond)], weights, BandQuantile);
            return new TravelBandSide(Rounded(x[0]), Rounded(x[1]), Rounded(x[2]));
        }
    }

    private static double[] Weights(CalibrationPair[] pairs)
    {
        Dictionary<ComuneCode, int> comuni = pairs.GroupBy(p => p.To.Comune).ToDictionary(g => g.Key, g => g.Count());
        return [.. pairs.Select(p => 1 / Math.Sqrt(comuni[p.To.Comune]))];
    }

    /// <summary>Seven significant digits: the same bytes on every machine, far below the error of the estimate.</summary>
    private static double Rounded(double value) => double.Parse(value.ToString("G7", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
