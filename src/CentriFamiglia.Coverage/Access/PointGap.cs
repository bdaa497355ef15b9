using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Access;

/// <summary>The nearest sede of a place: least time, ties by metres, then by ordinal id.</summary>
public readonly record struct NearestSite(ActiveSite Site, TravelCost Cost);

/// <summary>How far one demand point is: a place in the columns of <see cref="PointGaps"/>, so that a million of them are no objects.</summary>
/// <param name="All">The points among which it stands.</param>
/// <param name="Index">Its position among them, the same as in <see cref="TerritorySnapshot.Demand"/>.</param>
public readonly record struct PointGap(PointGaps All, int Index)
{
    /// <summary>The point.</summary>
    public PlacedDemand Demand => All.Demand[Index];

    /// <summary>Position of its comune in <see cref="TerritorySnapshot.Comuni"/>.</summary>
    public int ComuneIndex => All.Demand.ComuneOf(Index);

    /// <summary>Nearest sede of any ATS; null when none can be reached, and where nothing can be said.</summary>
    public NearestSite? Nearest => All.NearestOf(Index);

    /// <summary>Nearest sede of the point's own ATS; null when none can be reached or the ATS is not known.</summary>
    public NearestSite? NearestOwnAts => All.NearestOwnAtsOf(Index);

    /// <summary>The limit that applies; null when the comune's class is not known and no limit was given.</summary>
    public double? LimitMinutes => All.Limits[ComuneIndex];

    /// <summary>True when no sede is within the limit (also: none reachable); null when there is no limit to judge by.</summary>
    public bool? Beyond => IsJudged ? GapMeasures.IsBeyond(Nearest?.Cost, LimitMinutes) : null;

    /// <summary>How sure the time to the nearest sede is; null where there is none.</summary>
    public TravelBand? Band => Nearest is null ? null : All.BandOf(Index);

    /// <summary>The same of the time to the nearest sede of the own ATS.</summary>
    public TravelBand? BandOwnAts => NearestOwnAts is null ? null : All.BandOfOwnAts(Index);

    /// <summary>On which side of the limit; null when there is no limit to judge by, or nothing can be said.</summary>
    public LimitSide? Side => !IsJudged ? null : LimitSides.Of(Band?.LowSeconds, Band?.HighSeconds, LimitMinutes);

    /// <summary>False where nothing can be said (<see cref="KnownTerritory"/>): then there is no sede, no limit exceeded, nobody who counts.</summary>
    public bool IsJudged => All.Known.IsJudged(ComuneIndex);

    /// <summary>False also where a question is about the residents of others.</summary>
    public bool IsCounted => IsJudged && All.Counts(ComuneIndex);

    /// <summary>The residents that count, persons: none where the point does not.</summary>
    public double Residents => IsCounted ? All.Demand.ResidentsOf(Index) : 0;

    /// <summary>The same point as far from the same sedi, wherever it stands.</summary>
    public bool Equals(PointGap other) =>
        Demand == other.Demand && Nearest == other.Nearest && NearestOwnAts == other.NearestOwnAts
        && (LimitMinutes, IsJudged, IsCounted) == (other.LimitMinutes, other.IsJudged, other.IsCounted);

    public override int GetHashCode() => Demand.GetHashCode();
}

/// <summary>How far one comune is: its points weighted by residents (evenly where none has any).</summary>
/// <param name="Membership">Its membership at the snapshot's date; null when not known.</param>
/// <param name="Residents">Residents of its demand points (persons); null when not known.</param>
/// <param name="Minutes">Mean minutes to the nearest sede over the residents that reach one; null when none does.</param>
/// <param name="Km">Mean kilometres of those same trips.</param>
/// <param name="P10Minutes">Mean over those same residents of the lower ends of their bands: the minutes themselves where they are not estimated.</param>
/// <param name="P90Minutes">The same of the upper ends.</param>
/// <param name="Nearest">The sede that is the nearest for most residents; ties by ordinal id.</param>
/// <param name="MinutesOwnAts">The same minutes to sedi of the own ATS.</param>
/// <param name="P10MinutesOwnAts">The lower ends of the bands of those trips, as <paramref name="P10Minutes"/>.</param>
/// <param name="P90MinutesOwnAts">Their upper ends.</param>
/// <param name="NearestOwnAts">The same for sedi of the own ATS.</param>
/// <param name="LimitMinutes">The limit that applies; null when the class is not known and no limit was given.</param>
/// <param name="Beyond">Whether the mean minutes exceed the limit, or part of the residents reach no sede; null when there is no limit.</param>
/// <param name="Side">The same with the band: uncertain where it crosses the limit.</param>
/// <param name="ResidentsUnreachable">Residents that reach no sede.</param>
/// <param name="IsJudged">False where nothing can be said: then every figure is null.</param>
/// <param name="UpperBound">Whether the list of sedi is not complete for its ATS: minutes are upper bounds; null where nothing can be said.</param>
public sealed record ComuneGap(
    Comune Comune,
    Membership? Membership,
    double? Residents,
    double? Minutes,
    double? Km,
    double? P10Minutes,
    double? P90Minutes,
    ActiveSite? Nearest,
    double? MinutesOwnAts,
    double? P10MinutesOwnAts,
    double? P90MinutesOwnAts,
    ActiveSite? NearestOwnAts,
    double? LimitMinutes,
    bool? Beyond,
    LimitSide? Side,
    double ResidentsUnreachable,
    bool IsJudged,
    bool? UpperBound);

/// <summary>One point of the curve: residents with a sede within so many minutes (inclusive).</summary>
/// <param name="Minutes">5, 10, ... 60.</param>
/// <param name="Residents">Persons within.</param>
/// <param name="SharePercent">Percent of the unit's residents; null when it has none.</param>
public sealed record CurvePoint(int Minutes, double Residents, double? SharePercent);

/// <summary>
/// Travel gaps of one unit over the comuni that are judged (<see cref="KnownTerritory"/>), weighted by residents; every figure is null
/// where none is. Mean and maximum are over the residents that reach a sede; a percentile is the
/// smallest time within which that share of all residents has one, null when part of them reaches none. Minutes to two decimals.
/// </summary>
/// <param name="Known">What counts and what is left out.</param>
/// <param name="AllResidents">Residents of all demand points of the unit (persons).</param>
/// <param name="Residents">Those that count.</param>
/// <param name="MeanMinutes">Weighted mean.</param>
/// <param name="MedianMinutes">Weighted median.</param>
/// <param name="P90Minutes">Weighted 90th percentile.</param>
/// <param name="MaxMinutes">Worst time of a point with residents.</param>
/// <param name="MeanKm">Weighted mean kilometres of the fastest trips.</param>
/// <param name="ResidentsBeyond">Residents beyond the limit, those that reach no sede included.</param>
/// <param name="ResidentsBeyondLeast">Those beyond whatever the error of an estimate: the lower end of the band is.</param>
/// <param name="ResidentsBeyondMost">Those that may be: the upper end is.</param>
/// <param name="SharePercentBeyond">Percent of <paramref name="Residents"/>; null when there are none.</param>
/// <param name="ComuniBeyond">Comuni whose mean exceeds their limit.</param>
/// <param name="Comuni">Comuni in the unit.</param>
/// <param name="ResidentsUnreachable">Residents that reach no sede.</param>
/// <param name="ResidentsWithoutLimit">Residents that reach a sede but have no limit to be judged by.</param>
/// <param name="ComuniWithoutResidents">Comuni whose residents are not known: they weigh nothing here.</param>
/// <param name="Curve">Residents within 5, 10, ... 60 minutes; empty where nothing is known.</param>
public sealed record UnitGap(
    TerritoryUnit Unit,
    AreaKnowledge Known,
    double AllResidents,
    double Residents,
    double? MeanMinutes,
    double? MedianMinutes,
    double? P90Minutes,
    double? MaxMinutes,
    double? MeanKm,
    double? ResidentsBeyond,
    double? ResidentsBeyondLeast,
    double? ResidentsBeyondMost,
    double? SharePercentBeyond,
    int? ComuniBeyond,
    int Comuni,
    double? ResidentsUnreachable,
    double? ResidentsWithoutLimit,
    int ComuniWithoutResidents,
    ImmutableArray<CurvePoint> Curve) : ITravelGap;
