using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Geodata.Estimate;

/// <summary>The way over the localities as fitted.</summary>
/// <param name="StartMinutes">To set out and to arrive.</param>
/// <param name="MinutesPerKm">Of flat ground.</param>
/// <param name="Deviation">Mean absolute error on the pairs it was fitted on, weighted as they were.</param>
internal sealed record FittedStretches(StretchWeights Weights, double StartMinutes, double MinutesPerKm, double Deviation);

/// <summary>
/// Fits what each part of a stretch counts: one part after the other is made larger and smaller by ever finer steps as long as the error falls;
/// for each trial the shortest ways are looked for anew, and the two linear coefficients are of least absolute deviations.
/// </summary>
internal sealed class StretchFit
{
    private static readonly StretchWeights _start = new(4, 0.5, 3, 0.3);

    /// <summary>Factors of a trial: from the start, and from what was fitted on more pairs.</summary>
    private static readonly double[] _steps = [1.5, 1.2, 1.08], _finerSteps = [1.2, 1.08];

    /// <summary>Rounds over all parts with one factor; a fall of the error (minutes) that is worth a change.</summary>
    private const int RoundsPerStep = 3;
    private const double Worth = 1e-4;

    private readonly LocalityNetwork _network;
    private readonly CalibrationPair[] _pairs;
    private readonly double[] _weights;
    private readonly int[] _from, _to, _first;
    private readonly (int To, int Stretch)[] _arcs;

    /// <param name="network">The stretches.</param>
    /// <param name="pairs">To be fitted.</param>
    /// <param name="weights">Of each pair.</param>
    public StretchFit(LocalityNetwork network, CalibrationPair[] pairs, double[] weights)
    {
        (_network, _pairs, _weights) = (network, pairs, weights);
        (_from, _to) = ([.. pairs.Select(p => Nearest(p.From))], [.. pairs.Select(p => Nearest(p.To))]);
        ILookup<int, (int, int)> arcs = network.Stretches.Index()
            .SelectMany(s => new[] { (From: s.Item.A, Arc: (s.Item.B, s.Index)), (From: s.Item.B, Arc: (s.Item.A, s.Index)) })
            .ToLookup(a => a.From, a => a.Arc);
        _arcs = [.. Enumerable.Range(0, network.Localities.Length).SelectMany(i => arcs[i])];
        _first = new int[network.Localities.Length + 1];
        for (int i = 0; i < network.Localities.Length; i++)
            _first[i + 1] = _first[i] + arcs[i].Count();
    }

    /// <param name="near">Where to begin; null for the usual start.</param>
    public FittedStretches Run(FittedStretches? near = null)
    {
        FittedStretches best = Try(near?.Weights ?? _start);
        foreach (double step in near is null ? _steps : _finerSteps)
        {
            bool moved = true;
            for (int round = 0; moved && round < RoundsPerStep; round++)
            {
                moved = false;
                for (int part = 0; part < StretchWeights.Count; part++)
                {
                    foreach (double factor in new[] { step, 1 / step })
                    {
                        FittedStretches other = Try(best.Weights.Times(part, factor));
                        if (other.Deviation >= best.Deviation - Worth)
                            continue;
                        (best, moved) = (other, true);
                        break;
                    }
                }
            }
        }

        return best;
    }

    private FittedStretches Try(StretchWeights weights)
    {
        double[] lengths = [.. _network.Stretches.Select(s => s.CountedKm(weights))];
        Dictionary<int, double[]> trees = _to.Distinct().ToDictionary(pole => pole, pole => Tree(pole, lengths));
        double[][] terms = [.. _pairs.Select((p, i) => new[] { TravelEstimateParameters.StartTerm(LineFit.CountedKm(p)), trees[_to[i]][_from[i]] })];
        double[] minutes = [.. _pairs.Select(p => p.Minutes)], x = LeastDeviations.Solve(terms, minutes, _weights);
        double deviation = terms.Select((row, i) => _weights[i] * Math.Abs(LeastDeviations.Sum(row, x) - minutes[i])).Sum() / _weights.Sum();
        return new FittedStretches(weights, x[0], x[1], deviation);
    }

    private double[] Tree(int root, double[] lengths)
    {
        double[] km = new double[_network.Localities.Length];
        Array.Fill(km, double.PositiveInfinity);
        var queue = new PriorityQueue<int, double>();
        km[root] = 0;
        queue.Enqueue(root, 0);
        while (queue.TryDequeue(out int at, out double here))
        {
            if (here > km[at])
                continue;
            for (int arc = _first[at]; arc < _first[at + 1]; arc++)
            {
                (int to, double there) = (_arcs[arc].To, here + lengths[_arcs[arc].Stretch]);
                if (there >= km[to])
                    continue;
                km[to] = there;
                queue.Enqueue(to, there);
            }
        }

        return km;
    }

    private int Nearest(Place place) => Enumerable.Range(0, _network.Localities.Length)
        .MinBy(i => Geodesy.DistanceKm(place.Lon, place.Lat, _network.Localities[i].Lon, _network.Localities[i].Lat));
}
