using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace CentriFamiglia.Coverage.Access;

/// <summary>What a <see cref="CoverageState"/> knows of travel: a verdict needs none of it, so it is made when it is first asked for.</summary>
internal sealed record Journeys(
    TravelTable Table,
    ImmutableArray<int>[] PointsOfComune,
    PointGaps Points,
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
        var points = new PointGaps(snapshot, NearestSites.Find(snapshot, table), limits, known);
        ImmutableArray<ComuneGap> comuni = GapMeasures.Comuni(snapshot, points, pointsOfComune, limits, known);
        return new Journeys(table, pointsOfComune, points, comuni, Enum.GetValues<AreaLevel>().ToFrozenDictionary(
            level => level,
            level => snapshot.Units(level).Zip(known.Areas(level), (unit, area) => GapMeasures.OfUnit(unit, area, points, pointsOfComune, comuni)).ToImmutableArray()));
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
