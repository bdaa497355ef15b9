using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;

namespace CentriFamiglia.Coverage.Tests.Small;

/// <summary>Told anew from the verdicts, comune by comune: where figures can be given.</summary>
internal static class Known
{
    /// <summary>The verdict of the comune's Ambito, or of its Distretto where it has no Ambito, is one.</summary>
    public static bool Comune(CoverageState state, int comune) =>
        state.Snapshot.MembershipOf(state.Snapshot.Comuni[comune].Code) is { } membership
        && (membership.Ambito is not null || membership.Distretto is not null)
        && state.Verdicts(membership.Ambito is null ? AreaLevel.Distretto : AreaLevel.Ambito)
            .Single(v => v.Unit.Comuni.Contains(comune)).Verdict != Verdict.NonCaricato;

    public static bool Point(CoverageState state, PlacedDemand demand) => Comune(state, demand.ComuneIndex);

    /// <summary>The comuni of an area that count: none where the area itself is not known.</summary>
    public static int[] In(CoverageState state, TerritoryUnit unit) =>
        unit.Level != AreaLevel.Regione && state.Verdicts(unit.Level).Single(v => v.Unit == unit).Verdict == Verdict.NonCaricato
            ? []
            : [.. unit.Comuni.Where(c => Comune(state, c))];

    /// <summary>The residents of a point, none where it is not known.</summary>
    public static double Residents(CoverageState state, PointGap point) => Point(state, point.Demand) ? point.Demand.Point.Residents : 0;
}
