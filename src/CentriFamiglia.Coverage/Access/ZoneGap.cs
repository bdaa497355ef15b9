namespace CentriFamiglia.Coverage.Access;

/// <summary>
/// Travel gaps of a part of a comune, weighted by the residents of its demand points; every figure of travel is null where the comune is not judged. As
/// for <see cref="UnitGap"/>.
/// </summary>
/// <param name="Points">How many demand points it has.</param>
/// <param name="Residents">Persons, in those points.</param>
/// <param name="IsJudged">False where nothing can be said of the comune.</param>
/// <param name="UpperBound">Whether minutes are upper bounds; null where nothing can be said.</param>
public sealed record ZoneGap(
    PointZone Zone,
    Comune Comune,
    int Points,
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
    bool IsJudged,
    bool? UpperBound) : ITravelGap
{
    /// <summary>The zones of comuni whose every point lies in one, in their order: a zone is nothing where the comune is read otherwise.</summary>
    public static ImmutableArray<ZoneGap> Of(CoverageState state) =>
    [
        .. PointZone.Of(state.Snapshot.Content).GroupBy(z => z.Comune).Select(z => (Comune: state.Snapshot.IndexOf(z.Key), Zones: z.ToArray()))
            .Where(z => z.Comune >= 0)
            .SelectMany(z => OfComune(state, z.Comune, z.Zones)),
    ];

    private static IEnumerable<ZoneGap> OfComune(CoverageState state, int comune, PointZone[] zones)
    {
        int[][] members = [.. zones.Select(z => state.PointsOfComune[comune].Where(i => z.Holds(state.Snapshot.Demand.IdOf(i))).ToArray())];
        return members.Sum(m => m.Length) == state.PointsOfComune[comune].Length ? zones.Zip(members, (zone, points) => Of(state, comune, zone, points)) : [];
    }

    private static ZoneGap Of(CoverageState state, int comune, PointZone zone, int[] points)
    {
        bool judged = state.Known.IsJudged(comune);
        var tally = new GapTally(judged ? points.Select(i => state.Points[i]) : []);
        return new ZoneGap(
            Zone: zone,
            Comune: state.Snapshot.Comuni[comune],
            Points: points.Length,
            Residents: points.Sum(state.Snapshot.Demand.ResidentsOf),
            MeanMinutes: tally.MeanMinutes,
            MedianMinutes: tally.MedianMinutes,
            P90Minutes: tally.P90Minutes,
            MaxMinutes: tally.MaxMinutes,
            MeanKm: tally.MeanKm,
            ResidentsBeyond: judged ? tally.Beyond : null,
            ResidentsBeyondLeast: judged ? tally.Least : null,
            ResidentsBeyondMost: judged ? tally.Most : null,
            SharePercentBeyond: tally.SharePercentBeyond,
            IsJudged: judged,
            UpperBound: state.Known.UpperBound(comune));
    }
}
