using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Siting;

/// <summary>The best place for one sede inside one unit.</summary>
/// <param name="Verdict">The unit with its verdict.</param>
/// <param name="Best">Positions of the comuni with the least value, by code: the first is the choice, the others tie with it.</param>
/// <param name="Value">Their value.</param>
/// <param name="Considered">Candidates evaluated.</param>
/// <param name="Dropped">Comuni of the unit that could not be candidates: no seat is known.</param>
internal sealed record UnitChoice(
    UnitVerdict Verdict,
    ImmutableArray<int> Best,
    UnitValue Value,
    int Considered,
    ImmutableArray<ComuneCode> Dropped)
{
    /// <summary>
    /// Evaluates every comune of the unit: each demand point of the unit goes to the nearest of the sedi that stand and the candidate.
    /// </summary>
    public static UnitChoice Enumerate(CoverageState state, Baseline baseline, UnitVerdict verdict)
    {
        ImmutableArray<Comune> comuni = state.Snapshot.Comuni;
        int[] candidates = [.. verdict.Unit.Comuni.Where(c => comuni[c].Seat is not null)];
        int[] points = [.. PointsOf(state, verdict.Unit)];
        Place[] origins = [.. points.Select(i => TravelTable.PlaceOf(state.Snapshot, state.Points[i].Demand))];
        TravelCost?[] costs = state.Travel.Costs(origins, [.. candidates.Select(c => Baseline.SeatOf(comuni[c]))]);

        var best = new List<int>();
        UnitValue least = default;
        for (int j = 0; j < candidates.Length; j++)
        {
            UnitValue value = default;
            for (int i = 0; i < points.Length; i++)
                value = value.With(state.Points[points[i]].Demand.Point.Residents, Baseline.Nearer(baseline[points[i]], costs[(i * candidates.Length) + j]));
            int compared = best.Count == 0 ? -1 : value.CompareTo(least);
            if (compared < 0)
            {
                best.Clear();
                least = value;
            }

            if (compared <= 0)
                best.Add(candidates[j]);
        }

        return new UnitChoice(
            verdict, [.. best], least, candidates.Length,
            [.. verdict.Unit.Comuni.Where(c => comuni[c].Seat is null).Select(c => comuni[c].Code)]);
    }

    /// <summary>The value of a unit as it stands, without a candidate.</summary>
    public static UnitValue Standing(CoverageState state, Baseline baseline, TerritoryUnit unit) =>
        PointsOf(state, unit).Aggregate(default(UnitValue), (v, i) => v.With(state.Points[i].Demand.Point.Residents, baseline[i]));

    public static IEnumerable<int> PointsOf(CoverageState state, TerritoryUnit unit) =>
        unit.Comuni.SelectMany(c => state.PointsOfComune[c]);
}

/// <summary>Value of a layout for one unit: fewer residents without any sede first, then fewer resident-seconds.</summary>
internal readonly record struct UnitValue(double Unreached, double ResidentSeconds, double Reached) : IComparable<UnitValue>
{
    public double? MeanMinutes => Reached > 0 ? GapMeasures.Rounded(ResidentSeconds / Reached / 60) : null;

    public UnitValue With(double residents, TravelCost? cost) => cost is { } known
        ? this with { ResidentSeconds = ResidentSeconds + (residents * known.Seconds), Reached = Reached + residents }
        : this with { Unreached = Unreached + residents };

    public int CompareTo(UnitValue other) =>
        (Unreached, ResidentSeconds).CompareTo((other.Unreached, other.ResidentSeconds));
}
