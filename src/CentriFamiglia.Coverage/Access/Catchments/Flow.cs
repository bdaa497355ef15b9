namespace CentriFamiglia.Coverage.Access.Catchments;

/// <summary>Residents of one area whose nearest sede lies in another, or in the same.</summary>
/// <param name="From">Area of the residents.</param>
/// <param name="To">Area of the sede; null where none is reached.</param>
/// <param name="Residents">Persons.</param>
/// <param name="Comuni">Comuni with at least one point that goes there.</param>
/// <param name="MeanMinutes">Weighted by residents; null where nobody goes.</param>
public sealed record Flow(TerritoryUnit From, TerritoryUnit? To, double Residents, int Comuni, double? MeanMinutes)
{
    /// <summary>By codes of the two areas, of the residents that count; who reaches none comes first.</summary>
    public static ImmutableArray<Flow> Between(CoverageState state, ImmutableArray<PointTrips> trips, AreaLevel level)
    {
        (int[] unitOf, ImmutableArray<TerritoryUnit> units) = (state.Snapshot.UnitOfComune(level), state.Snapshot.Units(level));
        return
        [
            .. trips.Where(t => t.Point.IsJudged)
                .GroupBy(t => (From: unitOf[t.Point.ComuneIndex], To: t.Point.Nearest is { } nearest ? unitOf[nearest.Site.ComuneIndex] : (int?)null))
                .Select(g => Make(units[g.Key.From], g.Key.To is { } to ? units[to] : null, [.. g]))
                .OrderBy(f => f.From.Code, StringComparer.Ordinal)
                .ThenBy(f => f.To?.Code, StringComparer.Ordinal),
        ];
    }

    private static Flow Make(TerritoryUnit from, TerritoryUnit? to, PointTrips[] trips)
    {
        double residents = trips.Sum(t => t.Residents);
        double? minutes = to is not null && residents > 0 ? trips.Sum(t => t.Residents * t.Point.Nearest!.Value.Cost.Seconds) / residents / 60 : null;
        return new Flow(from, to, residents, trips.DistinctBy(t => t.Point.ComuneIndex).Count(), minutes);
    }
}
