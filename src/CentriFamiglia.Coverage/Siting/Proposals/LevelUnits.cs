using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;

namespace CentriFamiglia.Coverage.Siting.Proposals;

/// <summary>The units that R1 asks a sede for.</summary>
internal static class LevelUnits
{
    /// <summary>Those without a sede (SCOPERTO, COMPETENZA), Ambiti before Distretti.</summary>
    /// <param name="level">Which units count.</param>
    /// <param name="ats">Of one ATS; null for all.</param>
    /// <param name="notes">Told of the units of which nothing is known.</param>
    public static ImmutableArray<UnitVerdict> Without(CoverageState state, SuggestionLevel level, string? ats, List<string> notes)
    {
        AreaLevel[] levels = level switch
        {
            SuggestionLevel.Ambito => [AreaLevel.Ambito],
            SuggestionLevel.Distretto => [AreaLevel.Distretto],
            _ => [AreaLevel.Ambito, AreaLevel.Distretto],
        };
        ImmutableArray<UnitVerdict> asked = [.. levels.SelectMany(l => state.Verdicts(l)).Where(v => ats is null || v.Unit.Ats == ats)];
        foreach (AreaLevel each in levels)
        {
            if (asked.Count(v => v.Unit.Level == each && v.Verdict == Verdict.NonCaricato) is > 0 and var unknown)
                notes.Add($"{unknown} unità di livello {each.ToNoun()} sono NON_CARICATO: per esse non si propone nulla, perché non si sa se manchi una sede.");
        }

        return [.. asked.Where(v => v.Verdict is Verdict.Scoperto or Verdict.Competenza)];
    }

    public static string Call(TerritoryUnit unit) => $"{unit.Level.ToNoun()} {unit.Name}";
}
