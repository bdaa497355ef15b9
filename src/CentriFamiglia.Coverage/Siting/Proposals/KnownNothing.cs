using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;

namespace CentriFamiglia.Coverage.Siting.Proposals;

/// <summary>The answer where no area is known: nothing is sought and nothing proved, and what to do is said.</summary>
internal static class KnownNothing
{
    /// <param name="ats">The ATS asked about; null for all.</param>
    /// <returns>Null where something is known.</returns>
    public static SuggestionResult? Of(CoverageState state, string? ats, SuggestionRequest request)
    {
        if (Cure(state, ats) is not { } cure)
            return null;
        return new SuggestionResult(
            Suggestions: [],
            Certificate: new SitingCertificate(
                Problem: request.Goal.ToString().ToLowerInvariant(),
                Status: "infeasible",
                Objective: null,
                Bound: null,
                Gap: null,
                Sites: [],
                CandidatesConsidered: 0,
                Alternates: [],
                AlternatesComplete: false,
                UnreachableDemands: [],
                Nodes: 0,
                SecondaryProved: false),
            ResidentsGainedTogether: 0,
            ResidentMinutesSavedTogether: 0,
            UnitsServed: 0,
            Notes: [cure])
        {
            Effects = [],
        };
    }

    /// <summary>Italian: what to do; null where something is known.</summary>
    public static string? Cure(CoverageState state, string? ats)
    {
        IEnumerable<UnitVerdict> units = state.Verdicts(AreaLevel.Ambito).Concat(state.Verdicts(AreaLevel.Distretto)).Where(v => ats is null || v.Unit.Ats == ats);
        if (units.Any(v => v.Verdict != Verdict.NonCaricato))
            return null;
        string where = ats is null ? "" : $" dell'{AtsNames.Official(ats)}";
        return $"Non si propone nulla: delle sedi{where} non è noto niente. Importarle con «coverage import FILE --sedi {state.Snapshot.Set.Name} --completo "
            + $"{(ats is null ? "ATS" : $"\"{ats}\"")}», o scegliere un altro insieme con --sedi.";
    }
}
