using System.Runtime.InteropServices;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Access;

/// <summary>The figures of some demand points together, weighted by the residents that count. Minutes to two decimals.</summary>
internal sealed class GapTally
{
    private const double Half = 0.5;
    private const double NineTenths = 0.9;
    private const int CurveStep = 5;
    private const int CurveEnd = 60;

    private readonly double _seconds, _metres, _reached;
    private readonly List<(TravelCost Cost, double Residents)> _times;

    /// <param name="points">Those that are judged.</param>
    public GapTally(IEnumerable<PointGap> points)
    {
        var bySecond = new Dictionary<int, double>();
        foreach (PointGap point in points)
        {
            double weight = point.Residents;
            LimitSide? side = point.Side;
            bool? beyond = point.Beyond;
            Residents += weight;
            Beyond += beyond is true ? weight : 0;
            Least += side is LimitSide.Beyond ? weight : 0;
            Most += side is LimitSide.Beyond or LimitSide.Uncertain ? weight : 0;
            WithoutLimit += beyond is null ? weight : 0;
            if (point.Nearest is not { } nearest)
            {
                Unreachable += weight;
            }
            else if (weight > 0)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(bySecond, nearest.Cost.Seconds, out _) += weight;
                _reached += weight;
                _seconds += weight * nearest.Cost.Seconds;
                _metres += weight * nearest.Cost.Metres;
            }
        }

        _times = Sorted(bySecond);
    }

    /// <param name="parts">Of points of which none is in two.</param>
    public GapTally(IEnumerable<GapTally> parts)
    {
        var bySecond = new Dictionary<int, double>();
        foreach (GapTally part in parts)
        {
            Residents += part.Residents;
            Beyond += part.Beyond;
            Least += part.Least;
            Most += part.Most;
            WithoutLimit += part.WithoutLimit;
            Unreachable += part.Unreachable;
            _reached += part._reached;
            _seconds += part._seconds;
            _metres += part._metres;
            foreach ((TravelCost cost, double residents) in part._times)
                CollectionsMarshal.GetValueRefOrAddDefault(bySecond, cost.Seconds, out _) += residents;
        }

        _times = Sorted(bySecond);
    }

    /// <summary>Persons, as all that follow but the times.</summary>
    public double Residents { get; }

    public double Beyond { get; }

    public double Least { get; }

    public double Most { get; }

    public double WithoutLimit { get; }

    public double Unreachable { get; }

    public double? MeanMinutes => _reached > 0 ? GapMeasures.Rounded(_seconds / _reached / 60) : null;

    public double? MedianMinutes => GapMeasures.WeightedPercentile(_times, Residents, Half)?.Minutes;

    public double? P90Minutes => GapMeasures.WeightedPercentile(_times, Residents, NineTenths)?.Minutes;

    public double? MaxMinutes => _times.Count > 0 ? _times[^1].Cost.Minutes : null;

    public double? MeanKm => _reached > 0 ? GapMeasures.Rounded(_metres / _reached / 1000) : null;

    public double? SharePercentBeyond => Residents > 0 ? GapMeasures.Rounded(100 * Beyond / Residents) : null;

    /// <summary>Residents within 5, 10, ... 60 minutes.</summary>
    public ImmutableArray<CurvePoint> Curve()
    {
        var curve = ImmutableArray.CreateBuilder<CurvePoint>(CurveEnd / CurveStep);
        double within = 0;
        int next = 0;
        for (int minutes = CurveStep; minutes <= CurveEnd; minutes += CurveStep)
        {
            while (next < _times.Count && _times[next].Cost.Within(minutes))
                within += _times[next++].Residents;
            curve.Add(new CurvePoint(minutes, within, Residents > 0 ? GapMeasures.Rounded(100 * within / Residents) : null));
        }

        return curve.MoveToImmutable();
    }

    private static List<(TravelCost Cost, double Residents)> Sorted(Dictionary<int, double> bySecond)
    {
        var times = new List<(TravelCost Cost, double Residents)>(bySecond.Count);
        foreach ((int seconds, double residents) in bySecond)
            times.Add((new TravelCost(seconds, 0), residents));
        times.Sort(static (a, b) => a.Cost.Seconds.CompareTo(b.Cost.Seconds));
        return times;
    }
}
