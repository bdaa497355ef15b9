using System.Collections.Frozen;
using System.Runtime.InteropServices;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Access;

/// <summary>What a <see cref="CoverageState"/> knows of travel: a verdict needs none of it, so it is made when it is first asked for.</summary>
internal sealed record Journeys(
    TravelTable Table,
    NearestOffers Nearest,
    double?[] Limits,
    ImmutableArray<int>[] PointsOfComune,
    PointGaps Points,
    double[] Residents,
    GapTally[] Tallies,
    ImmutableArray<ComuneGap> Comuni,
    FrozenDictionary<AreaLevel, ImmutableArray<UnitGap>> Gaps)
{
    /// <param name="previous">Where travel costs may be taken from; null for none.</param>
    public static Journeys Of(CoverageState state, TravelTable? previous)
    {
        (TerritorySnapshot snapshot, KnownTerritory known) = (state.Snapshot, state.Known);
        TravelTable table = TravelTable.Build(state.Travel, snapshot, snapshot.Sites.Select(s => TravelTable.PlaceOf(snapshot, s)), previous);
        ImmutableArray<int>[] pointsOfComune = GroupPoints(snapshot);
        double?[] limits = GapMeasures.Limits(snapshot, state.Rules, state.LimitMinutes);
        NearestOffers nearest = NearestSites.Find(snapshot, table);
        var points = new PointGaps(snapshot, nearest, limits, known, state.Travel);
        ImmutableArray<ComuneGap> comuni = GapMeasures.Comuni(snapshot, points, pointsOfComune, limits, known);
        GapTally[] tallies = [.. Enumerable.Range(0, comuni.Length).Select(c => GapMeasures.TallyOf(c, points, pointsOfComune))];
        double[] residents = GapMeasures.Residents(snapshot, pointsOfComune);
        return new Journeys(
            Table: table,
            Nearest: nearest,
            Limits: limits,
            PointsOfComune: pointsOfComune,
            Points: points,
            Residents: residents,
            Tallies: tallies,
            Comuni: comuni,
            Gaps: Enum.GetValues<AreaLevel>().ToFrozenDictionary(
                level => level,
                level => snapshot.Units(level).Zip(known.Areas(level), (unit, area) => GapMeasures.OfUnit(unit, area, tallies, residents, comuni)).ToImmutableArray()));
    }

    /// <summary>
    /// The same ground with other sedi, by what they change: a point whose nearest sede stays looks at the new ones alone; a comune, and an
    /// area, none of whose points changed keeps its figures.
    /// </summary>
    /// <param name="before">Whose travel this is.</param>
    /// <param name="after">The state with the other sedi.</param>
    public Journeys With(CoverageState before, CoverageState after)
    {
        (TerritorySnapshot snapshot, KnownTerritory known) = (after.Snapshot, after.Known);
        TravelTable table = Table.With(snapshot.Sites.Select(s => TravelTable.PlaceOf(snapshot, s)));
        NearestOffers nearest = NearestSites.Update(before.Snapshot, Nearest, snapshot, table);
        var points = new PointGaps(snapshot, nearest, Limits, known, after.Travel, Points);
        bool[] changed = new bool[snapshot.Comuni.Length];
        for (int i = 0; i < points.Length; i++)
            changed[snapshot.Demand.ComuneOf(i)] |= !points.IsAsFarAs(Points, i);
        GapTally[] tallies = [.. Tallies.Select((tally, c) => changed[c] ? GapMeasures.TallyOf(c, points, PointsOfComune) : tally)];
        ImmutableArray<ComuneGap> comuni =
        [
            .. Comuni.Select((gap, c) => changed[c] || gap.UpperBound != known.UpperBound(c)
                ? GapMeasures.OfComune(snapshot, c, points, PointsOfComune, Limits, known)
                : gap),
        ];
        return new Journeys(
            Table: table,
            Nearest: nearest,
            Limits: Limits,
            PointsOfComune: PointsOfComune,
            Points: points,
            Residents: Residents,
            Tallies: tallies,
            Comuni: comuni,
            Gaps: Enum.GetValues<AreaLevel>().ToFrozenDictionary(level => level, level => snapshot.Units(level).Select((unit, u) =>
                known.Areas(level)[u] is var area && ReferenceEquals(area, before.Known.Areas(level)[u]) && !unit.Comuni.Any(c => changed[c])
                    ? Gaps[level][u]
                    : GapMeasures.OfUnit(unit, area, tallies, Residents, comuni)).ToImmutableArray()));
    }

    private static ImmutableArray<int>[] GroupPoints(TerritorySnapshot snapshot)
    {
        PlacedDemands demand = snapshot.Demand;
        int[] counts = new int[snapshot.Comuni.Length];
        for (int i = 0; i < demand.Length; i++)
            counts[demand.ComuneOf(i)]++;
        int[][] groups = [.. counts.Select(n => new int[n])];
        Array.Clear(counts);
        for (int i = 0; i < demand.Length; i++)
        {
            int comune = demand.ComuneOf(i);
            groups[comune][counts[comune]++] = i;
        }

        return [.. groups.Select(ImmutableCollectionsMarshal.AsImmutableArray)];
    }
}
