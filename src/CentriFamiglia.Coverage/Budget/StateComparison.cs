using CentriFamiglia.Coverage.Access;

namespace CentriFamiglia.Coverage.Budget;

/// <summary>One measure of one area in two states.</summary>
/// <param name="Code">Its key.</param>
/// <param name="Name">Its name, in the later state where it is there.</param>
/// <param name="Ats">Its ATS; empty for the region.</param>
/// <param name="Measure">Name with its unit.</param>
/// <param name="Before">Null where the measure or the area is not known.</param>
/// <param name="After">Null where the measure or the area is not known.</param>
/// <param name="Comparable">False where what is known of the area is not the same in both: a difference would be one of knowledge.</param>
public sealed record ComparedMeasure(AreaLevel Level, string Code, string Name, string Ats, string Measure, double? Before, double? After, bool Comparable = true)
{
    private const int Decimals = 6;

    /// <summary>After less before; null where either is, or where they are not of the same comuni.</summary>
    public double? Difference => Comparable && After - Before is { } difference ? Math.Round(difference, Decimals) : null;
}

/// <summary>Every measure of every area, side by side.</summary>
public static class StateComparison
{
    /// <summary>What is compared, each with its unit in the name.</summary>
    public static ImmutableArray<string> Measures { get; } = [.. StateMeasures.Names];

    /// <summary>By code, level and measure, ordinally. An area that is in one state only has nothing on the other side.</summary>
    public static ImmutableArray<ComparedMeasure> Compare(CoverageState before, CoverageState after)
    {
        var sides = new Dictionary<(AreaLevel Level, string Code), (TerritoryUnit? Before, TerritoryUnit? After)>();
        foreach (TerritoryUnit unit in Units(before))
            sides[(unit.Level, unit.Code)] = (unit, null);
        foreach (TerritoryUnit unit in Units(after))
            sides[(unit.Level, unit.Code)] = (sides.GetValueOrDefault((unit.Level, unit.Code)).Before, unit);
        Dictionary<(AreaLevel Level, string Code), HashSet<ComuneCode>> unknownBefore = LeftOut(before), unknownAfter = LeftOut(after);
        var earlier = StateMeasures.Of(before);
        var later = StateMeasures.Of(after);
        return
        [
            .. sides.SelectMany(side => StateMeasures.Names.Select(measure =>
                {
                    TerritoryUnit unit = side.Value.After ?? side.Value.Before!;
                    return new ComparedMeasure(
                        Level: unit.Level,
                        Code: unit.Code,
                        Name: unit.Name,
                        Ats: unit.Ats,
                        Measure: measure,
                        Before: earlier.Value(unit.Level, unit.Code, measure),
                        After: later.Value(unit.Level, unit.Code, measure),
                        Comparable: !(StateMeasures.OfTravel.Contains(measure, StringComparer.Ordinal) && KnownOtherwise((unit.Level, unit.Code))));
                }))
                .Where(m => m.Before is not null || m.After is not null)
                .OrderBy(m => m.Code, StringComparer.Ordinal)
                .ThenBy(m => m.Level)
                .ThenBy(m => m.Measure, StringComparer.Ordinal),
        ];

        // What is in one state only has nothing on the other side to differ from.
        bool KnownOtherwise((AreaLevel, string) area) => unknownBefore.TryGetValue(area, out HashSet<ComuneCode>? earlier)
            && unknownAfter.TryGetValue(area, out HashSet<ComuneCode>? later) && !earlier.SetEquals(later);
    }

    /// <summary>Comuni of each area that do not count, because they are not known.</summary>
    private static Dictionary<(AreaLevel Level, string Code), HashSet<ComuneCode>> LeftOut(CoverageState state) => StateMeasures.Levels.SelectMany(level => state.Gaps(level))
        .Where(g => g.Unit.IsLoaded)
        .ToDictionary(g => (g.Unit.Level, g.Unit.Code), g => g.Unit.Comuni.Except(g.Known.Judged).Select(c => state.Snapshot.Comuni[c].Code).ToHashSet());

    private static IEnumerable<TerritoryUnit> Units(CoverageState state) => StateMeasures.Levels.SelectMany(level => state.Snapshot.Units(level).Where(u => u.IsLoaded));
}
