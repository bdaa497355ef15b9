using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Siting.Networks;

/// <summary>The least cost of every demand point to the sedi that stand and to the proposals already made.</summary>
internal sealed class Baseline(CoverageState state)
{
    private readonly CoverageState _state = state;
    private readonly TravelCost?[] _nearest = [.. state.Points.Select(p => p.Nearest?.Cost)];

    /// <summary>From now on the place counts as a sede.</summary>
    public void Add(Place place)
    {
        TravelCost?[] column = _state.Table.Column(place);
        for (int i = 0; i < _nearest.Length; i++)
            _nearest[i] = Nearer(_nearest[i], column[i]);
    }

    /// <summary>What a sede at the place would change in the whole region.</summary>
    public SitingGain GainOf(Place place)
    {
        TravelCost?[] column = _state.Table.Column(place);
        SitingGain gain = default;
        for (int i = 0; i < column.Length; i++)
            gain = gain.With(_state.Points[i], _nearest[i], Nearer(_nearest[i], column[i]));
        return gain;
    }

    /// <summary>What all proposals added so far change in the whole region, against the sedi of the state.</summary>
    public SitingGain GainSince(CoverageState state)
    {
        SitingGain gain = default;
        for (int i = 0; i < _nearest.Length; i++)
            gain = gain.With(state.Points[i], state.Points[i].Nearest?.Cost, _nearest[i]);
        return gain;
    }

    public static TravelCost? Nearer(TravelCost? one, TravelCost? other)
    {
        if (one is not { } a)
            return other;
        return other is { } b && (b.Seconds, b.Metres).CompareTo((a.Seconds, a.Metres)) < 0 ? b : a;
    }

    public static Place SeatOf(Comune comune) => new(comune.Seat!.Lon, comune.Seat.Lat, comune.Code, comune.AltitudeMetres);
}

/// <summary>What one or more new sedi change in the whole region.</summary>
/// <param name="Residents">Residents that come within their limit.</param>
/// <param name="ResidentSeconds">Resident-seconds saved by those who reached a sede before.</param>
/// <param name="Reached">Residents that reached no sede before and do now.</param>
internal readonly record struct SitingGain(double Residents, double ResidentSeconds, double Reached)
{
    public double ResidentMinutes => ResidentSeconds / 60;

    /// <summary>Adds what one demand point gains when its least cost changes.</summary>
    public SitingGain With(PointGap point, TravelCost? before, TravelCost? after)
    {
        double residents = point.Residents;
        bool gained = GapMeasures.IsBeyond(before, point.LimitMinutes) is true && GapMeasures.IsBeyond(after, point.LimitMinutes) is false;
        return new SitingGain(
            Residents + (gained ? residents : 0),
            ResidentSeconds + (before is { } b && after is { } a ? residents * (b.Seconds - a.Seconds) : 0),
            Reached + (before is null && after is not null ? residents : 0));
    }
}
