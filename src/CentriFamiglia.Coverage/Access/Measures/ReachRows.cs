namespace CentriFamiglia.Coverage.Access.Measures;

/// <summary>Residents and comuni of an area with a sede within so many minutes, inclusive; null where the area is not known.</summary>
/// <param name="Known">What counts and what is left out.</param>
/// <param name="Minutes">5, 10, ... 60.</param>
/// <param name="ResidentsWithin">Persons.</param>
/// <param name="ComuniWithin">Comuni all of whose points reach one and whose mean time is within.</param>
/// <param name="Residents">The residents of the area that count.</param>
public sealed record ReachWithin(TerritoryUnit Unit, AreaKnowledge Known, int Minutes, double? ResidentsWithin, int? ComuniWithin, double? Residents);

/// <summary>Residents and comuni of an area by the weekly hours with an open door in reach; null where the area is not known.</summary>
/// <param name="Known">What counts and what is left out.</param>
/// <param name="Above">More than so many hours; with <paramref name="UpTo"/> zero, none at all.</param>
/// <param name="UpTo">Up to so many, included; null for no bound.</param>
/// <param name="ResidentsHere">Persons.</param>
/// <param name="ComuniHere">Comuni, by the mean over their points.</param>
/// <param name="Residents">The residents of the area that count.</param>
/// <param name="ResidentsUncertain">Of those here, the ones who also reach a sede whose hours are not wholly known: they may have more.</param>
public sealed record ReachableHours(
    TerritoryUnit Unit, AreaKnowledge Known, int Above, int? UpTo, double? ResidentsHere, int? ComuniHere, double? Residents, double? ResidentsUncertain);

/// <summary>The two distributions, by unit of a level.</summary>
public static class ReachRows
{
    private const int CurveStep = 5;
    private const int CurveEnd = 60;

    /// <summary>Hours: none, then steps of six up to 48, then more.</summary>
    private static readonly ImmutableArray<(int Above, int? UpTo)> _classes =
        [(0, 0), .. Enumerable.Range(0, 8).Select(i => (6 * i, (int?)(6 * (i + 1)))), (48, null)];

    /// <summary>By code of the unit, then minutes.</summary>
    public static ImmutableArray<ReachWithin> Curve(SiteAccess access, AreaLevel level)
    {
        CoverageState state = access.State;
        double?[] minutes = access.Values(SiteMeasure.Nearest);
        ImmutableArray<ComuneAccess> comuni = AccessByArea.Comuni(state, minutes);
        bool[] whole = [.. comuni.Select(c => c.Value is not null && state.PointsOfComune[c.Index].All(p => minutes[p] is not null))];
        var rows = ImmutableArray.CreateBuilder<ReachWithin>();
        foreach ((TerritoryUnit unit, AreaKnowledge known) in state.Gaps(level).Select(g => (g.Unit, g.Known)))
        {
            ImmutableArray<int> judged = known.Judged;
            (double? Minutes, double Residents)[] points = [.. judged.SelectMany(c => state.PointsOfComune[c])
                .Select(p => (minutes[p], state.Points[p].Residents))];
            for (int within = CurveStep; within <= CurveEnd; within += CurveStep)
            {
                rows.Add(judged.IsEmpty ? new ReachWithin(unit, known, within, null, null, null) : new ReachWithin(
                    unit, known, within, points.Where(p => p.Minutes <= within).Sum(p => p.Residents),
                    judged.Count(c => whole[c] && comuni[c].Value <= within), points.Sum(p => p.Residents)));
            }
        }

        return rows.ToImmutable();
    }

    /// <summary>By code of the unit, then hours.</summary>
    public static ImmutableArray<ReachableHours> Hours(SiteAccess access, AreaLevel level)
    {
        CoverageState state = access.State;
        (double?[] hours, bool[] uncertain) = access.HoursInReach;
        ImmutableArray<ComuneAccess> comuni = AccessByArea.Comuni(state, hours);
        var rows = ImmutableArray.CreateBuilder<ReachableHours>();
        foreach ((TerritoryUnit unit, AreaKnowledge known) in state.Gaps(level).Select(g => (g.Unit, g.Known)))
        {
            ImmutableArray<int> judged = known.Judged;
            int[] here = [.. judged.SelectMany(c => state.PointsOfComune[c])];
            foreach ((int above, int? upTo) in _classes)
            {
                if (judged.IsEmpty)
                {
                    rows.Add(new ReachableHours(Unit: unit, Known: known, Above: above, UpTo: upTo, ResidentsHere: null, ComuniHere: null, Residents: null,
                        ResidentsUncertain: null));
                    continue;
                }

                int[] inside = [.. here.Where(p => IsIn(hours[p]!.Value, above, upTo))];
                rows.Add(new ReachableHours(
                    Unit: unit,
                    Known: known,
                    Above: above,
                    UpTo: upTo,
                    ResidentsHere: inside.Sum(Residents),
                    ComuniHere: judged.Count(c => comuni[c].Value is { } value && IsIn(value, above, upTo)),
                    Residents: here.Sum(Residents),
                    ResidentsUncertain: inside.Where(p => uncertain[p]).Sum(Residents)));
            }
        }

        return rows.ToImmutable();

        double Residents(int point) => state.Points[point].Residents;
    }

    private static bool IsIn(double hours, int above, int? upTo) => upTo == 0 ? hours == 0 : hours > above && !(hours > upTo);
}
