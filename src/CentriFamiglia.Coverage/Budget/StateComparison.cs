using CentriFamiglia.Coverage.Access;

namespace CentriFamiglia.Coverage.Budget;

/// <summary>One measure of one area in two states.</summary>
/// <param name="Code">Its key.</param>
/// <param name="Name">Its name, in the later state where it is there.</param>
/// <param name="Ats">Its ATS; empty for the region.</param>
/// <param name="Measure">Name with its unit.</param>
/// <param name="Before">Null where the measure or the area is not known.</param>
/// <param name="After">Null where the measure or the area is not known.</param>
public sealed record ComparedMeasure(AreaLevel Level, string Code, string Name, string Ats, string Measure, double? Before, double? After)
{
    private const int Decimals = 6;

    /// <summary>After less before; null where either is.</summary>
    public double? Difference => After - Before is { } difference ? Math.Round(difference, Decimals) : null;
}

/// <summary>Every measure of every area, side by side.</summary>
public static class StateComparison
{
    private static readonly AreaLevel[] _levels = [AreaLevel.Ambito, AreaLevel.Distretto, AreaLevel.Ats, AreaLevel.Regione];

    /// <summary>By code, level and measure, ordinally. An area that is in one state only has nothing on the other side.</summary>
    public static ImmutableArray<ComparedMeasure> Compare(CoverageState before, CoverageState after)
    {
        var sides = new Dictionary<(AreaLevel Level, string Code), (TerritoryUnit? Before, TerritoryUnit? After)>();
        foreach (TerritoryUnit unit in Units(before))
            sides[(unit.Level, unit.Code)] = (unit, null);
        foreach (TerritoryUnit unit in Units(after))
            sides[(unit.Level, unit.Code)] = (sides.GetValueOrDefault((unit.Level, unit.Code)).Before, unit);
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
                        After: later.Value(unit.Level, unit.Code, measure));
                }))
                .Where(m => m.Before is not null || m.After is not null)
                .OrderBy(m => m.Code, StringComparer.Ordinal)
                .ThenBy(m => m.Level)
                .ThenBy(m => m.Measure, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<TerritoryUnit> Units(CoverageState state) => _levels.SelectMany(level => state.Snapshot.Units(level).Where(u => u.IsLoaded));
}
